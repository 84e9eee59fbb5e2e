"""The summary by region of a very long ledger beside raw SQL, DuckDB and a pivot of a workbook of the same lines.

DuckDB's scanner of SQLite files is not in its package, so the tables are copied into a file of its own first, and only
its query is measured, as is that of raw SQL on our file; ours is the whole command.
"""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tools.measuring import Pair, Side, Size, many, reinsert

HEADS = """
SELECT region, COUNT(DISTINCT CASE WHEN counts THEN batch END), COUNT(DISTINCT CASE WHEN counts THEN person END),
       COUNT(DISTINCT CASE WHEN counts AND sex = 'F' THEN person END),
       COUNT(DISTINCT CASE WHEN counts AND disabled THEN person END), SUM(planned), SUM(delivered)
FROM (SELECT b.code AS batch, b.programme_code AS programme, b.fiscal_year AS year, p.code AS person, p.sex, s.disabled,
             COALESCE(l.region_code, home.region_code, seat.region_code, place.region_code) AS region,
             l.status IN ('expected', 'delivered') AS counts,
             CASE WHEN l.status = 'expected' THEN l.amount ELSE 0 END AS planned,
             CASE WHEN l.status = 'delivered' THEN l.amount ELSE 0 END AS delivered
      FROM batch_line l JOIN batch b ON b.code = l.batch_code JOIN beneficiary p ON p.code = l.beneficiary_code
      JOIN province place ON place.code = b.province_code LEFT JOIN province home ON home.code = p.province_code
      LEFT JOIN centre c ON c.code = p.centre_code LEFT JOIN province seat ON seat.code = c.province_code
      LEFT JOIN sensitive s ON s.beneficiary_code = p.code
      WHERE b.status <> 'cancelled') GROUP BY region
"""
RAW = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute(sys.argv[2]).fetchall()
"""
DUCKDB = """
import sys, duckdb
duckdb.connect(sys.argv[1], read_only=True).execute(sys.argv[2]).fetchall()
"""
TO_DUCKDB = """
import csv, sqlite3, sys, duckdb
TABLES = "batch batch_line project beneficiary sensitive province centre envelope journal".split()
source, target = sqlite3.connect(sys.argv[1]), duckdb.connect(sys.argv[2])
target.execute("SET enable_progress_bar = false")
KINDS = {"INTEGER": "BIGINT", "BIGINT": "BIGINT", "BOOLEAN": "BOOLEAN"}
for table in TABLES:
    columns = [(row[1], KINDS.get(row[2], "VARCHAR")) for row in source.execute(f"PRAGMA table_info({table})")]
    target.execute(f"CREATE TABLE {table} ({', '.join(' '.join(column) for column in columns)})")
    with open(sys.argv[2] + ".csv", "w", newline="") as copied:
        csv.writer(copied).writerows(source.execute(f"SELECT * FROM {table}"))
    target.execute(f"COPY {table} FROM '{copied.name}' (HEADER false, NULLSTR '')")
"""
LINES = """
SELECT region, batch, beneficiary, sex, disabled, planned, delivered FROM v_line WHERE counts = 1
"""
PIVOT = """
import sys, pandas
frame = pandas.read_excel(sys.argv[1], engine="openpyxl")
frame.pivot_table(index="region", values=["planned", "delivered"], aggfunc="sum")
frame.groupby("region")[["batch", "beneficiary"]].nunique()
"""


def pairs(folder: Path, size: Size, long: Path, others: str | None) -> Iterator[Pair]:
    """Give what is compared; ``long`` is a ledger of many lines, ``others`` a Python that has the other packages."""
    ours = Side("reinsert", reinsert(long, "report", "region"))
    what = f"summary by region, {many(size.lines)} lines"
    if others:
        theirs = [Side("raw SQL, Python's sqlite3", [others, "-c", RAW, str(long), HEADS])]
        copied = folder / "long.duckdb"
        subprocess.run([others, "-c", TO_DUCKDB, str(long), str(copied)], check=True)
        theirs.append(Side("DuckDB, a file of its own", [others, "-c", DUCKDB, str(copied), HEADS]))
        workbook = folder / "lines.xlsx"
        _write_lines(long, workbook)
        yield Pair(what, ours, theirs)
        yield Pair(what, ours, [Side("openpyxl + pandas pivot", [others, "-c", PIVOT, str(workbook)])], runs=1)


def _write_lines(ledger: Path, path: Path) -> None:
    """Write the lines of a ledger into a workbook, as somebody would keep them who has no ledger."""
    from xlsxwriter import Workbook  # noqa: PLC0415

    book = Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    with closing(sqlite3.connect(ledger)) as database:
        answer = database.execute(LINES)
        sheet.write_row(0, 0, [column[0] for column in answer.description])
        for number, row in enumerate(answer, start=1):
            sheet.write_row(number, 0, row)
    book.close()
