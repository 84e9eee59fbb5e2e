"""Plain lists of what is registered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.domain.text import nearest
from reinsert_cli.reports.names import names
from reinsert_cli.store.reading import Reader


def partners(reader: Reader) -> Table:
    """List the partners."""
    return _coded(reader, "partner", _("Partners"))


def centres(reader: Reader) -> Table:
    """List the centres with their province."""
    provinces = names(reader, "province")
    label = names(reader, "centre")
    rows = reader.rows("SELECT code, province_code AS province FROM centre ORDER BY code")
    return _table(
        reader,
        "centres",
        _("Accompaniment centres"),
        (
            Column("code", _("Code"), "code"),
            Column("name", _("Name"), "text"),
            Column("province", _("Province code"), "code", rank=1),
            Column("province_name", _("Province"), "text"),
        ),
        [{**row, "name": label[row["code"]], "province_name": provinces[row["province"]]} for row in rows],
    )


def closed_months(reader: Reader) -> Table:
    """List the closed months."""
    rows = reader.rows("SELECT month, written_at, author FROM closed_month ORDER BY month")
    columns = (
        Column("month", _("Month"), "date"),
        Column("written_at", _("When (UTC)"), "text"),
        Column("author", _("Author"), "text"),
    )
    return _table(reader, "periods", _("Closed months"), columns, rows)


def profiles(reader: Reader) -> Table:
    """List the layouts remembered, and what each says."""
    rows = reader.rows("SELECT code, settings, written_at, author FROM profile ORDER BY code")
    columns = (
        Column("code", _("Code"), "code"),
        Column("settings", _("What it says"), "text"),
        Column("written_at", _("When (UTC)"), "text", rank=2),
        Column("author", _("Author"), "text", rank=1),
    )
    told = [{**row, "settings": _settings_told(json.loads(row["settings"]))} for row in rows]
    return _table(reader, "profiles", _("Layouts remembered"), columns, told)


def profile(reader: Reader, code: str) -> dict[str, Any]:
    """Give what a layout says, by option. Raises Refusal ``profile.unknown``."""
    known = {row["code"]: row["settings"] for row in reader.rows("SELECT code, settings FROM profile ORDER BY code")}
    if code not in known:
        raise refuse("profile.unknown", code=code, near=nearest(code, list(known)))
    settings: dict[str, Any] = json.loads(known[code])
    return settings


def _settings_told(settings: Mapping[str, Any]) -> str:
    """Give the options as they would be typed: ``--as distributions --map "Bénéf.=full_name"``."""
    told = []
    for option, value in settings.items():
        values = [f"{heading}={field}" for heading, field in value.items()] if option == "map" else [value]
        told += [f"--{option} {one}" for one in values]
    return " · ".join(told)


def _coded(reader: Reader, what: str, title: str) -> Table:
    rows = reader.rows(f"SELECT code, name, name_ar FROM {what} ORDER BY code")  # noqa: S608  (two tables, named above)
    columns = (
        Column("code", _("Code"), "code"),
        Column("name", _("Name"), "text"),
        Column("name_ar", _("Name in Arabic"), "text", rank=1),
    )
    return _table(reader, f"{what}s", title, columns, rows)


def _table(
    reader: Reader, report: str, title: str, columns: tuple[Column, ...], rows: list[dict[str, object]]
) -> Table:
    kept: tuple[Row, ...] = tuple({column.key: row[column.key] for column in columns} for row in rows)  # type: ignore[misc]
    return Table(report=report, title=title, as_of=reader.as_of, filters={}, columns=columns, rows=kept)
