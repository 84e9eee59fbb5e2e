"""Every fault as two sentences: what is wrong, what to do. The only place where faults become words.

Groups follow the codes: ``amount.*`` and ``date.*`` come from the domain, ``file.*``, ``sheet.*`` and
``row.*`` from the importers, ``batch.*``, ``envelope.*`` … from the ledger's rules, ``ledger.*`` from the
store, ``usage.*`` from the command line.
"""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain import (
    sentences_for_centres,
    sentences_of_imports,
    sentences_of_input,
    sentences_of_keeping,
    sentences_of_lists,
    sentences_of_papers,
    sentences_of_people,
    sentences_of_projects,
    sentences_of_rights,
    sentences_of_rules,
    sentences_of_visits,
)
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import _
from reinsert_cli.domain.text import clean

LONGEST_PARAM: Final = 400

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    **sentences_of_input.SENTENCES,
    **sentences_of_imports.SENTENCES,
    **sentences_of_lists.SENTENCES,
    **sentences_of_papers.SENTENCES,
    **sentences_of_rules.SENTENCES,
    **sentences_of_visits.SENTENCES,
    **sentences_of_people.SENTENCES,
    **sentences_of_projects.SENTENCES,
    **sentences_of_keeping.SENTENCES,
    **sentences_of_rights.SENTENCES,
}


def say(fault: Fault) -> tuple[str, str]:
    """Give the two sentences of ``fault`` in the reader's language: what is wrong, what to do."""
    return _said(fault, *SENTENCES[fault.code])


def say_to_sender(fault: Fault) -> tuple[str, str]:
    """Give the two sentences of ``fault`` as whoever sent a sheet needs them: nothing to type at a command line."""
    what, remedy = SENTENCES[fault.code]
    return _said(fault, what, sentences_for_centres.REMEDIES.get(fault.code, remedy))


def _said(fault: Fault, what: str, remedy: str) -> tuple[str, str]:
    params = {name: _brief(value) for name, value in fault.params.items()}
    return _(what).format(**params), _(remedy).format(**params)


def _brief(text: str) -> str:
    """Give what a sentence may repeat: one line that commands no terminal, and not a page long."""
    line = clean(text)
    return line if len(line) <= LONGEST_PARAM else f"{line[:LONGEST_PARAM]}…"
