"""The books for hledger, so that an outside eye can add them up: every entry, in the accounts of design §4.

Accounts: ``funder:F``, ``envelope:E:available``, ``envelope:E:committed``, ``delivered:REGION:PROGRAMME``.
One commodity, MAD, two decimals, no digit groups. People do not appear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from reinsert_cli.domain.money import plain
from reinsert_cli.domain.text import clean
from reinsert_cli.store.reading import Reader

POSTINGS: Final = """
SELECT entry, kind, account, amount, funder, envelope, region, programme, batch, line, mends, author, reason, event_on,
       booked_first
FROM v_posting ORDER BY booked_first, entry, posting
"""
ACCOUNTS: Final = "SELECT DISTINCT account, funder, envelope, region, programme FROM v_posting"

_TAG: Final = re.compile(r"(?<=\S):")
_SIGNS: Final = str.maketrans(",[]", " ()")

NOWHERE: Final = "unknown"
"""The region of a delivery that none could be told for; locking leaves none such."""


def books(reader: Reader) -> Iterator[str]:
    """Give the lines of the journal as they are read: entries by the days they count on and, within one, as written.

    A day known only to its month or year is the first it can be, and an event of a closed month counts later: the tag
    ``happened`` then says when it was. The tag ``mends`` names the entry that a correction or a return mends.
    """
    yield "commodity 1000.00 MAD"
    yield from (f"account {account}" for account in sorted({account_of(row) for row in reader.rows(ACCOUNTS)}))
    for _entry_number, postings in groupby(reader.stream(POSTINGS), key=itemgetter("entry")):
        yield ""
        yield from _entry(list(postings))


def account_of(posting: dict[str, Any]) -> str:
    """Give a posting's account."""
    if posting["account"] == "funder":
        return f"funder:{posting['funder']}"
    if posting["account"] == "delivered":
        return f"delivered:{posting['region'] or NOWHERE}:{posting['programme']}"
    return f"envelope:{posting['envelope']}:{posting['account']}"


def _entry(postings: list[dict[str, Any]]) -> Iterator[str]:
    head = postings[0]
    tags = {"entry": head["entry"], "line": head["line"], "mends": head["mends"], "author": head["author"]}
    if head["event_on"] != _day(head):
        tags["happened"] = head["event_on"]
    told = ", ".join(f"{name}:{_tag(value)}" for name, value in tags.items() if value is not None)
    yield f"{_day(head)} {head['kind']} {head['batch'] or head['envelope']}  ; {told}"
    if head["reason"]:
        yield f"    ; reason: {_tag(head['reason'])}"
    for posting in postings:
        yield f"    {account_of(posting)}  {plain(posting['amount'])} MAD"


def _day(posting: dict[str, Any]) -> str:
    """Give the first day that an entry can count on."""
    return str(posting["booked_first"])


def _tag(value: object) -> str:
    """Give a tag's value as hledger reads it.

    It ends one at a comma, takes a word that a colon follows for another tag, and figures in brackets for a day.
    """
    return _TAG.sub(" :", clean(str(value)).translate(_SIGNS))
