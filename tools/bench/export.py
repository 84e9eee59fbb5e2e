"""A long workbook beside XlsxWriter's own constant-memory mode and openpyxl's write-only one: the same cells.

Rows of twelve cells, formatted but by openpyxl. The bound: 1.1 times XlsxWriter's time, and under 100 MB.
``python -m tools.bench.export SIDE ROWS FILE`` is one side.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from tools.measuring import Pair, Side, Size, many

from reinsert_cli.domain.table import Column, Row, Streamed, Table

COLUMNS = (
    Column("beneficiary", "Bénéficiaire", "code"),
    Column("entry", "Écriture", "count"),
    Column("basis", "Base", "term"),
    Column("planned", "Prévu (DH)", "money"),
    Column("delivered", "Remis (DH)", "money"),
    Column("held_on", "Remis le", "date"),
    Column("booked_on", "Compté le", "date"),
    Column("share", "Part", "percent"),
    Column("region", "Région", "text"),
    Column("kind", "Nature", "text"),
    Column("people", "Personnes", "count"),
    Column("reason", "Motif", "text"),
)
FORMATS = {"money": "#,##0.00", "count": "#,##0", "percent": "0.0%", "date": "DD/MM/YYYY"}
DAYS = {day.isoformat(): day for day in (date(2020, 1, 1) + timedelta(n) for n in range(1500))}
ISO = tuple(DAYS)


def rows(count: int) -> Iterator[Row]:
    """Give the rows, the same each time."""
    for n in range(count):
        yield {
            "beneficiary": f"B-{n:06d}",
            "entry": n,
            "basis": "recorded",
            "planned": n % 500 * 1234,
            "delivered": n % 90 * 10025,
            "held_on": ISO[n % 1500],
            "booked_on": "2021-01-01",
            "share": n % 7 * 100,
            "region": f"Souss-Massa {n % 12}",
            "kind": "équipement",
            "people": n % 40,
            "reason": f"ligne {n} de la liste",
        }


def ours(path: Path, count: int) -> None:
    """Write them as a report is written."""
    from reinsert_cli.render.workbook import write_workbook  # noqa: PLC0415

    write_workbook([Table("bench", "Banc", "2026-01-01", {}, COLUMNS, Streamed(lambda: rows(count)))], path)


def xlsxwriter(path: Path, count: int) -> None:
    """Write the same cells with XlsxWriter alone, values at hand as it takes them."""
    from xlsxwriter import Workbook  # noqa: PLC0415

    book = Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    looks = [book.add_format({"num_format": FORMATS.get(column.unit, "@"), "bottom": 7}) for column in COLUMNS]
    for number, row in enumerate(rows(count)):
        for place, (column, look) in enumerate(zip(COLUMNS, looks, strict=True)):
            value = row[column.key]
            if column.unit == "date":
                sheet.write_datetime(number, place, DAYS[str(value)], look)
            elif isinstance(value, int):
                sheet.write_number(number, place, value / 100 if column.unit == "money" else value, look)
            else:
                sheet.write_string(number, place, value, look)
    book.close()


def openpyxl(path: Path, count: int) -> None:
    """Write the same values with openpyxl, a row at a time."""
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows(count):
        sheet.append([row[column.key] for column in COLUMNS])
    book.save(path)


SIDES: dict[str, Callable[[Path, int], None]] = {"ours": ours, "xlsxwriter": xlsxwriter, "openpyxl": openpyxl}


def pairs(folder: Path, size: Size) -> Iterator[Pair]:
    """Give what is compared."""
    mine, writer, pyxl = (
        Side(name, [sys.executable, "-m", "tools.bench.export", side, str(size.rows), str(folder / "out.xlsx")])
        for side, name in (("ours", "reinsert"), ("xlsxwriter", "XlsxWriter, constant memory"),
                           ("openpyxl", "openpyxl, write-only, no formats"))
    )  # fmt: skip
    yield Pair(f"export, {many(size.rows)} rows of 12 cells", mine, [writer, pyxl])


if __name__ == "__main__":
    SIDES[sys.argv[1]](Path(sys.argv[3]), int(sys.argv[2]))
