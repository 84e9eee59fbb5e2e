"""What a row says, as a digest: by it a row that comes again is known, whatever else the file has become."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted
from operator import attrgetter, itemgetter
from types import NoneType
from typing import Any

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.money import Amount
from reinsert_cli.importers.fields import Parsed


def fingerprints(rows: Sequence[Parsed], centre: str | None) -> list[tuple[str, int]]:
    """Give, for each row, a digest of what it says and of its centre, and which it is among equals."""
    keys = sorted({"centre"}.union(*(row.values for row in rows)))
    nothing = {"centre": f'"centre": {"null" if centre is None else quoted(centre)}'}
    across = _across(rows, keys)
    columns = [_said(key, across[key], nothing.get(key, "")) for key in keys]
    times: dict[str, int] = {}
    marks = []
    for pieces in zip(*columns, strict=True):
        content = "{" + ", ".join(filter(None, pieces)) + "}"
        first = _digest(1, content)
        times[first] = time = times.get(first, 0) + 1
        marks.append((first if time == 1 else _digest(time, content), time))
    return marks


def _across(rows: Sequence[Parsed], keys: Sequence[str]) -> dict[str, Sequence[Any]]:
    """Give the rows' values by key. Most lists say the same things in every row, and are gone through at once."""
    shared = [key for key in keys if rows and key in rows[0].values]
    try:
        together = zip(*map(itemgetter(*shared), map(attrgetter("values"), rows)), strict=True)
        across: dict[str, Sequence[Any]] = dict(zip(shared, together, strict=True))
    except (KeyError, TypeError, ValueError):  # a row lacks something; one key alone, or none
        across = {}
    return across | {key: [row.values.get(key) for row in rows] for key in keys if key not in across}


def _digest(time: int, content: str) -> str:
    return hashlib.sha256(f"{time} {content}".encode()).hexdigest()


def _said(key: str, values: Sequence[Any], nothing: str) -> list[str]:
    """Give what each row says under a key; ``nothing`` is said where there is no value."""
    start = f"{quoted(key)}: "
    write = quoted if set(map(type, values)) <= {str, NoneType} else _plain
    return [nothing if value is None else start + write(value) for value in values]


def _plain(value: Any) -> str:
    """Give a value as JSON; those that fingerprints of earlier versions hold keep the form that they had."""
    if type(value) is str:
        return quoted(value)
    if type(value) is Amount:
        return str(value.centimes)
    if isinstance(value, PartialDate):
        return quoted(value.iso)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else quoted(str(value))
