"""Names beside the codes of a list: for a stated reason only; whoever asks for them leaves an audit record first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final

from reinsert_cli.domain.language import _, is_right_to_left
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.store.reading import Reader

WHO: Final = """
SELECT i.beneficiary_code AS code, i.name_latin, i.name_arabic, i.phone, s.disabled, s.special_category
FROM identity i LEFT JOIN sensitive s ON s.beneficiary_code = i.beneficiary_code
"""
ONE: Final = "SELECT disabled, special_category FROM sensitive WHERE beneficiary_code = :code"


def named(reader: Reader, table: Table, shown: Collection[str] = ()) -> tuple[Table, int]:
    """Name the people of a table, beside their codes, with the protected facts ``shown``; give how many there are."""
    known = {row["code"]: row for row in reader.rows(WHO)}
    rows = tuple({**row, **_told(known.get(row["beneficiary"], {}))} for row in table.rows)
    place = next(place for place, column in enumerate(table.columns) if column.key == "beneficiary") + 1
    ours = (Column("name", _("Name"), "text"), Column("phone", _("Telephone"), "text"), *_protected(shown))
    columns = (*table.columns[:place], *ours, *table.columns[place:])
    return replace(table, columns=columns, rows=rows), len({row["beneficiary"] for row in rows})


def with_protected(reader: Reader, table: Table, code: str, shown: Collection[str]) -> Table:
    """Give a person's own row as it may stand beside their name: with no protected fact but those ``shown``."""
    facts = reader.row(ONE, code=code) or dict.fromkeys(("disabled", "special_category"))
    columns = (*(column for column in table.columns if column.key != "disabled"), *_protected(shown))
    return replace(table, columns=columns, rows=tuple({**row, **facts} for row in table.rows))


def _told(who: dict[str, Any]) -> Row:
    first, second = ("name_arabic", "name_latin") if is_right_to_left() else ("name_latin", "name_arabic")
    return {
        "name": who.get(first) or who.get(second),
        **{key: who.get(key) for key in ("phone", "disabled", "special_category")},
    }


def _protected(shown: Collection[str]) -> tuple[Column, ...]:
    columns = (
        Column("disabled", _("Disability"), "flag"),
        Column("special_category", _("Special category"), "flag"),
    )
    return tuple(column for column in columns if column.key in shown)
