"""What a row says, as a digest: by it a row that comes again is known, whatever else the file has become."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted
from typing import Any

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.money import Amount
from reinsert_cli.importers.fields import Parsed


def fingerprints(rows: Sequence[Parsed], centre: str | None) -> list[tuple[str, int]]:
    """Give, for each row, a digest of what it says and of its centre, and which it is among equals."""
    keys = [(key, f"{quoted(key)}: ") for key in sorted({"centre"}.union(*(row.values for row in rows)))]
    default = "null" if centre is None else quoted(centre)
    seen: Counter[str] = Counter()
    marks = []
    for row in rows:
        get = row.values.get
        said = [start + _plain(value) for key, start in keys if (value := get(key)) is not None]
        if get("centre") is None:
            said.append(f'"centre": {default}')
            said.sort()
        content = "{" + ", ".join(said) + "}"
        seen[content] += 1
        mark = hashlib.sha256(f"{seen[content]} {content}".encode()).hexdigest()
        marks.append((mark, seen[content]))
    return marks


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
