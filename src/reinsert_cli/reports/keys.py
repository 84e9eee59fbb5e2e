"""What figures may be grouped by: each key declared once, as SQL over the rows that figures are asked of.

A key is told of a line ``l`` of a batch ``b``; of a movement ``d`` of the books, where these know it better; and of a
batch ``d`` (with its ``b``) that is only declared. ``{region}`` stands for the region of the row at hand, ``{day}``
for the day that periods are about (``booked`` or ``event``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Unit, Value
from reinsert_cli.reports.names import Named, names
from reinsert_cli.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Key:
    """SQL of one key; ``moved`` is None where the books say of it what the line says, ``moved_joins`` likewise."""

    line: str
    declared: str
    moved: str | None = None
    joins: str = ""
    moved_joins: str | None = None

    def of_movement(self) -> str:
        """Give the key of a movement."""
        return self.line if self.moved is None else self.moved

    def joins_of_movement(self) -> str:
        """Give what the key of a movement is read from, beside the movement, its line and its batch."""
        return self.joins if self.moved_joins is None else self.moved_joins


_MONTH: Final = "SUBSTR({of}.{{day}}_on, 1, 7)"

BASE: Final = ("region", "programme", "fiscal_year", "batch", "beneficiary")
"""The keys that every query of figures knows without being asked."""

UNSAID: Final = "CAST(NULL AS TEXT)"
"""What a batch that is only declared says of what only lines know."""

KEYS: Final = {
    "region": Key("l.region", "d.region", "{region}"),
    "programme": Key("l.programme", "d.programme"),
    "fiscal_year": Key("l.fiscal_year", "d.fiscal_year"),
    "batch": Key("l.batch", "d.batch"),
    "beneficiary": Key("l.beneficiary", UNSAID),
    "project": Key("l.project", UNSAID),
    "centre": Key("l.centre", UNSAID),
    "sector": Key("l.sector", UNSAID),
    # The province is told where it lies in the region that the line belongs to: somebody may have moved since.
    "province": Key(
        "CASE {region} WHEN home.region_code THEN home.code WHEN seat.region_code THEN seat.code"
        " WHEN b.region THEN b.province END",
        "b.province",
        joins="""
            JOIN beneficiary person  ON person.code = l.beneficiary
            LEFT JOIN province home  ON home.code = person.province_code
            LEFT JOIN centre working ON working.code = l.centre
            LEFT JOIN province seat  ON seat.code = working.province_code""",
    ),
    "month": Key(_MONTH.format(of="b"), _MONTH.format(of="b"), _MONTH.format(of="d")),
    # The funder. A line that several pay is there once for each: heads can be counted, what is planned not added up.
    "partner": Key(
        "payer.funder_code",
        UNSAID,
        "d.funder",
        joins="""
            JOIN v_share share  ON share.line = l.line
            JOIN envelope payer ON payer.code = share.envelope""",
        moved_joins="",
    ),
}

NAMED: Final[dict[str, Named]] = {
    "region": "region",
    "province": "province",
    "centre": "centre",
    "programme": "programme",
    "sector": "sector",
    "partner": "partner",
}
"""The keys that have a name in the reader's language, and what of."""


def columns(keys: Iterable[str]) -> tuple[Column, ...]:
    """Give the columns of keys: the code, which a narrow terminal leaves out first, then the name."""
    headings: dict[str, tuple[str, str, Unit]] = {
        "region": (_("Region code"), _("Region"), "code"),
        "province": (_("Province code"), _("Province"), "code"),
        "centre": (_("Centre code"), _("Centre"), "code"),
        "programme": (_("Programme code"), _("Programme"), "code"),
        "sector": (_("Sector code"), _("Sector"), "code"),
        "partner": (_("Partner code"), _("Partner"), "code"),
        "fiscal_year": ("", _("Fiscal year"), "year"),
        "batch": ("", _("Batch"), "code"),
        "month": ("", _("Month"), "month"),
    }
    found: list[Column] = []
    for key in keys:
        code, name, unit = headings[key]
        if key in NAMED:
            found += [Column(key, code, unit, rank=12), Column(f"{key}_name", name, "text")]
        else:
            found.append(Column(key, name, unit))
    return tuple(found)


class Names:
    """The cells of keys, with the names of what they stand for in the reader's language."""

    def __init__(self, reader: Reader, keys: Iterable[str]) -> None:
        self._names = {key: names(reader, NAMED[key]) for key in keys if key in NAMED}

    def cells(self, group: dict[str, Value]) -> dict[str, Value]:
        """Give the cells of a group, by its keys; what is not known is said in words where there are names."""
        found: dict[str, Value] = {}
        for key, value in group.items():
            found[key] = value
            if key in self._names:
                found[f"{key}_name"] = _("not recorded") if value is None else self._names[key].get(str(value))
        return found
