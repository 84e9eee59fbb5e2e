"""Names of coded things in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import current
from reinsert_cli.domain.text import nearest
from reinsert_cli.store.reading import Reader

Named = Literal["region", "province", "sector", "centre", "programme", "partner", "batch", "convention", "project"]

_QUERIES: Final[dict[Named, str]] = {
    "region": "SELECT code, name_fr, name_ar FROM region",
    "province": "SELECT code, name_fr, name_ar FROM province",
    "sector": "SELECT code, name_fr, name_ar FROM sector",
    "centre": "SELECT code, name_fr, name_ar FROM centre",
    "programme": "SELECT code, name AS name_fr, name_ar FROM programme",
    "partner": "SELECT code, name AS name_fr, name_ar FROM partner",
    "batch": "SELECT code, code AS name_fr, code AS name_ar FROM batch",
    "convention": "SELECT code, code AS name_fr, code AS name_ar FROM convention",
    "project": "SELECT code, code AS name_fr, code AS name_ar FROM project",
}


def names(reader: Reader, what: Named) -> dict[str, str]:
    """Give every name of ``what`` by code: Arabic for Arabic readers where there is one, else French."""
    wanted = "name_ar" if current() == "ar" else "name_fr"
    return {row["code"]: row[wanted] or row["name_fr"] for row in reader.rows(_QUERIES[what])}


def require(reader: Reader, what: Named, code: str) -> None:
    """Refuse (``<what>.unknown``, exit 3) a code that ``what`` does not have, and name the nearest known."""
    if reader.value(f"SELECT 1 FROM ({_QUERIES[what]}) known WHERE code = :code", code=code) is None:  # noqa: S608  (names are ours)
        known = sorted(row["code"] for row in reader.rows(_QUERIES[what]))
        raise refuse(f"{what}.unknown", code=code, near=nearest(code, known))


def grouped(rows: Iterable[Mapping[str, Any]], key: str, value: str) -> dict[str, list[str]]:
    """Give the values of a list of pairs by their key, in order."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row[value])
    return found
