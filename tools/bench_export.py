"""A long workbook beside XlsxWriter's own constant-memory mode: the same cells, in turn, the least time of each.

``make bench``: 100 000 rows of twelve formatted cells, each side in a process of its own. The bound: 1.1 times
XlsxWriter's time, and under 100 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from reinsert_cli.domain.table import Column, Row, Streamed, Table

ROWS = int(os.environ.get("REINSERT_BENCH_ROWS", "100000"))
RUNS = 5
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


def rows() -> Iterator[Row]:
    """Give the rows, the same each time."""
    for n in range(ROWS):
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


def ours(path: Path) -> None:
    """Write them as a report is written."""
    from reinsert_cli.render.workbook import write_workbook  # noqa: PLC0415

    write_workbook([Table("bench", "Banc", "2026-01-01", {}, COLUMNS, Streamed(rows))], path)


def theirs(path: Path) -> None:
    """Write the same cells with XlsxWriter alone, values at hand as it takes them."""
    import xlsxwriter  # noqa: PLC0415

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    looks = [book.add_format({"num_format": FORMATS.get(column.unit, "@"), "bottom": 7}) for column in COLUMNS]
    for number, row in enumerate(rows()):
        for place, (column, look) in enumerate(zip(COLUMNS, looks, strict=True)):
            value = row[column.key]
            if column.unit == "date":
                sheet.write_datetime(number, place, DAYS[str(value)], look)
            elif isinstance(value, int):
                sheet.write_number(number, place, value / 100 if column.unit == "money" else value, look)
            else:
                sheet.write_string(number, place, value, look)
    book.close()


THEIRS = "XlsxWriter, constant memory"
SIDES: dict[str, Callable[[Path], None]] = {"reinsert": ours, THEIRS: theirs}


def main() -> None:
    """Measure both sides in turn and print them as a table; or, named one, be that side."""
    if len(sys.argv) > 1:
        SIDES[sys.argv[1]](Path(sys.argv[2]))
        return
    measured: dict[str, list[tuple[float, int]]] = {name: [] for name in SIDES}
    with tempfile.TemporaryDirectory() as folder:
        for _run in range(RUNS):
            for name, found in measured.items():
                found.append(_measured([sys.executable, __file__, name, str(Path(folder) / "out.xlsx")]))
    least = {name: min(seconds for seconds, _memory in runs) for name, runs in measured.items()}
    print(f"| {ROWS} rows x {len(COLUMNS)} cells | processor, s | ratio | peak MB |", "|---|---:|---:|---:|", sep="\n")
    for name, runs in measured.items():
        told = f"{least[name] / least[THEIRS]:.2f}"
        print(f"| {name} | {least[name]:.1f} | {told} | {max(memory for _seconds, memory in runs)} |")


def _measured(command: list[str]) -> tuple[float, int]:
    """Run a command; give the processor's seconds, to which others at work only add, and its peak memory in MB."""
    process = subprocess.Popen(command)
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


if __name__ == "__main__":
    main()
