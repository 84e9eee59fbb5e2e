"""Plain lists of what is registered."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.reports.names import grouped, names
from reinsert_cli.store import clock
from reinsert_cli.store.reading import Reader

CONVENTIONS: Final = """
SELECT c.code, c.programme_code AS programme, c.amount, c.qualifier, c.starts_on, c.ends_on
FROM convention c ORDER BY c.code
"""
MEMBERS: Final = "SELECT convention_code AS convention, partner_code AS partner FROM convention_partner ORDER BY 1, 2"
TERRITORIES: Final = "SELECT convention_code AS convention, region_code AS region FROM convention_region ORDER BY 1, 2"


def partners(reader: Reader) -> Table:
    """List the partners."""
    return _coded(reader, "partner", _("Partners"))


def programmes(reader: Reader) -> Table:
    """List the programmes."""
    return _coded(reader, "programme", _("Programmes"))


def centres(reader: Reader) -> Table:
    """List the centres with their province."""
    provinces = names(reader, "province")
    label = names(reader, "centre")
    rows = reader.rows("SELECT code, province_code AS province FROM centre ORDER BY code")
    return _table(
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


def conventions(reader: Reader) -> Table:
    """List the conventions with their partners, their period and their amount as declared."""
    signed = grouped(reader.rows(MEMBERS), "convention", "partner")
    covered = grouped(reader.rows(TERRITORIES), "convention", "region")
    return _table(
        "conventions",
        _("Conventions"),
        (
            Column("code", _("Code"), "code"),
            Column("programme", _("Programme"), "code", rank=2),
            Column("partners", _("Partners"), "text", rank=3),
            Column("regions", _("Regions"), "text", rank=5),
            Column("starts_on", _("Valid from"), "date", rank=4),
            Column("ends_on", _("Valid until"), "date", rank=4),
            Column("amount", _("Amount (DH)"), "money"),
            Column("qualifier", _("As declared"), "term", rank=1),
        ),
        [
            {
                **row,
                "qualifier": None if row["amount"] is None else row["qualifier"],
                "partners": ", ".join(signed.get(row["code"], ())) or None,
                "regions": ", ".join(covered.get(row["code"], ())) or None,
            }
            for row in reader.rows(CONVENTIONS)
        ],
    )


def _coded(reader: Reader, what: str, title: str) -> Table:
    rows = reader.rows(f"SELECT code, name, name_ar FROM {what} ORDER BY code")  # noqa: S608  (two tables, named above)
    columns = (
        Column("code", _("Code"), "code"),
        Column("name", _("Name"), "text"),
        Column("name_ar", _("Name in Arabic"), "text", rank=1),
    )
    return _table(f"{what}s", title, columns, rows)


def _table(report: str, title: str, columns: tuple[Column, ...], rows: list[dict[str, object]]) -> Table:
    kept: tuple[Row, ...] = tuple({column.key: row[column.key] for column in columns} for row in rows)  # type: ignore[misc]
    return Table(report=report, title=title, as_of=clock.today(), filters={}, columns=columns, rows=kept)
