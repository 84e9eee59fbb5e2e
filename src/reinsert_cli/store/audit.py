"""The audit chain: one record a write, each covering the last by its hash (design §3, rule 9)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

GENESIS: Final = "0" * 64
"""What the first record names as its predecessor."""

FIELDS: Final = ("written_at", "author", "command", "changes", "previous")


def digest(record: Mapping[str, Any]) -> str:
    """Give the SHA-256 (hex) that covers ``record`` and, through ``previous``, all that came before it."""
    return sha256_of([record[name] for name in FIELDS])


def sha256_of(said: Any) -> str:
    """Give the SHA-256 (hex) of something that JSON can say, written in one way only."""
    return hashlib.sha256(_canonical(said).encode()).hexdigest()


def _canonical(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def digested(parts: Iterable[str]) -> str:
    """Give the SHA-256 (hex) of a list of JSON, of which each part holds some members."""
    digest = hashlib.sha256(b"[")
    for place, part in enumerate(parts):
        digest.update(("," * bool(place) + part).encode())
    digest.update(b"]")
    return digest.hexdigest()


POSTING: Final = (
    "entry", "kind", "account", "amount", "envelope_code", "funder_code", "programme_code", "fiscal_year", "month",
    "region_code", "batch_code", "line_id", "happened_on", "booked_on", "written_at", "author", "reason", "mends",
)  # fmt: skip
"""What a posting says, in the order in which its digest covers it."""


def postings_digest(postings: Iterable[Mapping[str, Any]]) -> str:
    """Give the SHA-256 (hex) of postings in their order: by it the chain covers the journal too."""
    found = hashlib.sha256(b"[")
    for place, posting in enumerate(postings):
        found.update(("," * bool(place) + _canonical([posting[name] for name in POSTING])).encode())
    found.update(b"]")
    return found.hexdigest()


def changes_text(changes: Iterable[Mapping[str, Any]]) -> str:
    """Give what changed as canonical JSON: codes and figures, never personal data."""
    return _canonical(list(changes))


def changes_of(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Give what a record says has changed; nothing where it can be read no more, which :func:`broken_links` finds."""
    try:
        said = json.loads(record["changes"])
    except (TypeError, ValueError):
        return []
    return [one for one in said if isinstance(one, dict) and "what" in one] if isinstance(said, list) else []


def broken_links(records: Iterable[Mapping[str, Any]]) -> list[int]:
    """Give the ids of the records, in order, that do not carry the hash of their content and predecessor."""
    broken: list[int] = []
    previous = GENESIS
    for record in records:
        if record["previous"] != previous or record["hash"] != digest(record):
            broken.append(int(record["id"]))
        previous = str(record["hash"])
    return broken
