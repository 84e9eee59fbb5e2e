"""Every fault as two sentences: what is wrong, what to do. The only place where faults become words.

Groups follow the codes: ``amount.*`` and ``date.*`` come from the domain, ``file.*``, ``sheet.*`` and
``row.*`` from the importers, ``batch.*``, ``envelope.*`` … from the ledger's rules, ``ledger.*`` from the
store, ``usage.*`` from the command line.
"""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import N_, _

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # amounts
    "amount.empty": (
        N_("The amount is missing."),
        N_("Write the amount in dirhams, for example 12500,00."),
    ),
    "amount.ambiguous": (
        N_("“{printed}” can be read as {first} DH or as {second} DH."),
        N_("Write it with two decimals, for example {example}."),
    ),
    "amount.unreadable": (
        N_("“{printed}” is not an amount."),
        N_("Write digits only, for example 12500,00."),
    ),
}


def say(fault: Fault) -> tuple[str, str]:
    """Give the two sentences of ``fault`` in the reader's language: what is wrong, what to do."""
    what, remedy = SENTENCES[fault.code]
    return _(what).format(**fault.params), _(remedy).format(**fault.params)
