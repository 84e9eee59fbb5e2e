"""Summaries of a very long ledger beside DuckDB, which is asked the same of the same tables: seconds and ratios.

``make bench``: ledgers of 10 000, 100 000 and 1 000 000 lines (``REINSERT_BENCH_LINES``). DuckDB's scanner of SQLite
files is not in its package, so the tables are copied into a file of its own first, and only its queries are timed, the
best of ``RUNS``; ours is the whole report, from opening the ledger to the table.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from many_lines import make

from reinsert_cli.reports import standing
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import reading

SIZES = [int(size) for size in os.environ.get("REINSERT_BENCH_LINES", "10000,100000,1000000").split(",")]
RUNS = 5
ASKED = {"": Filters(), " --fiscal-year 2021": Filters(fiscal_year=2021)}

DUCKDB = '''
import csv, sqlite3, sys, time, duckdb
TABLES = "batch batch_line project beneficiary sensitive province centre envelope journal".split()
source, target, runs = sqlite3.connect(sys.argv[1]), duckdb.connect(sys.argv[2]), int(sys.argv[3])
target.execute("SET enable_progress_bar = false")
KINDS = {"INTEGER": "BIGINT", "BIGINT": "BIGINT", "BOOLEAN": "BOOLEAN"}
for table in TABLES:
    columns = [(row[1], KINDS.get(row[2], "VARCHAR")) for row in source.execute(f"PRAGMA table_info({table})")]
    target.execute(f"CREATE TABLE {table} ({', '.join(' '.join(column) for column in columns)})")
    with open(sys.argv[2] + ".csv", "w", newline="") as copied:
        csv.writer(copied).writerows(source.execute(f"SELECT * FROM {table}"))
    target.execute(f"COPY {table} FROM '{copied.name}' (HEADER false, NULLSTR '')")
HEADS = """
SELECT {keys} COUNT(DISTINCT CASE WHEN counts THEN batch END), COUNT(DISTINCT CASE WHEN counts THEN person END),
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
      WHERE b.status <> 'cancelled' {where}) {group}
"""
MONEY = """
SELECT e.programme_code, e.fiscal_year, SUM(CASE WHEN account = 'funder' THEN -amount END),
       SUM(CASE WHEN account = 'available' THEN amount END), SUM(CASE WHEN account = 'committed' THEN amount END)
FROM envelope e LEFT JOIN journal j ON j.envelope_code = e.code {where} GROUP BY 1, 2
"""
def heads(keys, where):
    return HEADS.format(keys=keys and keys + ",", where=where and "AND b." + where, group=keys and "GROUP BY " + keys)
for where in ("", "fiscal_year = 2021"):
    money = MONEY.format(where=where and "WHERE e." + where)
    everybody = heads("", where)
    for queries in ((heads("region", where), everybody), (heads("programme, year", where), everybody, money)):
        taken = []
        for _run in range(runs):
            started = time.perf_counter()
            for query in queries:
                target.execute(query).fetchall()
            taken.append(time.perf_counter() - started)
        print(min(taken))
'''


def main() -> None:
    """Measure each size and print a table."""
    print("| lines | report | ours, s | DuckDB, s | ours is |", "|---:|---|---:|---:|---:|", sep="\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = _duckdb(folder / "duckdb")
        for size in SIZES:
            ledger = folder / f"{size}.db"
            make(ledger, size)
            theirs = _theirs(python, ledger) if python else [None] * 4
            asked = [(report, said) for said in ASKED for report in ("region", "programme")]
            for (report, said), their in zip(asked, theirs, strict=True):
                ours = min(_seconds(ledger, report, ASKED[said]) for _run in range(RUNS))
                beside = f"{their:.3f} | {ours / their:.2f} x" if their else "not there | "
                print(f"| {size} | report {report}{said} | {ours:.3f} | {beside} |", flush=True)


def _duckdb(folder: Path) -> Path | None:
    """Make an environment with DuckDB; without it, say so and go on."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "duckdb"]
    if subprocess.run(install, check=False).returncode == 0:
        return python
    print("DuckDB cannot be installed here: SKIPPED, only our own times follow.", file=sys.stderr)
    return None


def _theirs(python: Path, ledger: Path) -> list[float | None]:
    command = [python, "-c", DUCKDB, ledger, ledger.with_suffix(".duckdb"), str(RUNS)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [float(line) for line in said.split()]


def _seconds(ledger: Path, report: str, filters: Filters) -> float:
    started = time.perf_counter()
    with reading(ledger) as reader:
        standing.report(reader, report, filters)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
