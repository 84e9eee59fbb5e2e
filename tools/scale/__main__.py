"""How long things take against how much a ledger holds: ``python -m tools.scale [SIZE…]``, by default 1, 10 and 100.

Nine years are typed in on a file and copied to a server; the tenth is typed in on both, then both are read, checked and
exported. The table goes into ``docs/scale.md``, between the marks, where no size is named. Seconds are of the clock:
what a server does is not this process's work.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tools import postgres
from tools.measuring import ENDS, ROOT, address, compile_ours, many, put_between, reinsert, used_by
from tools.scale import country
from tools.scale.country import YEARS, Country

from reinsert_cli.store import migrate
from reinsert_cli.store.reading import reading
from reinsert_cli.store.server import Server

PAGE: Final = ROOT / "docs" / "scale.md"
SIZES: Final = (1, 10, 100)
SETTINGS: Final = ("max_connections=20", "listen_addresses=", "shared_buffers=1GB", "work_mem=64MB", "max_wal_size=8GB")
"""What whoever looks after a server would set on a machine of this size; all that is told as done is on the disk."""

LAST: Final = YEARS[-1]
COPIED: Final = "nine years copied here and proved the same"
ASKED: Final = {
    "report region": ("report", "region"),
    "report programme, one fiscal year": ("report", "programme", "--fiscal-year", str(LAST)),
    "report month, one calendar year": ("report", "month", "--year", str(LAST)),
    "report survival": ("report", "survival"),
    "one person": ("beneficiary", "show", "{person}"),
    "visits due in one region": ("followup", "due", "--region", "MA-01", "--format", "json"),
    "check": ("check",),
    "export monthly": ("export", "monthly", "--month", f"{LAST}-06", "--output", "{folder}/pack"),
    "export journal": ("export", "journal", "--output", "{folder}/journal"),
    "export grants": ("export", "grants", "--output", "{folder}/grants"),
}


COUNTED: Final = {
    "people": "SELECT COUNT(*) FROM beneficiary",
    "projects": "SELECT COUNT(*) FROM project",
    "lines": "SELECT COUNT(*) FROM batch_line",
    "postings": "SELECT COUNT(*) FROM journal",
    "visits": "SELECT COUNT(*) FROM followup",
}


@dataclass
class Measured:
    """What was measured of one ledger: its rows, and the seconds of each thing done."""

    rows: dict[str, int] = field(default_factory=dict)
    size: int = 0
    """Bytes that the ledger takes."""

    imported: Counter[str] = field(default_factory=Counter)
    """Rows of the lists that were imported."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    megabytes: Counter[str] = field(default_factory=Counter)

    def run(self, what: str, ledger: Path | Server, *arguments: str, ends: Collection[int] = ENDS) -> None:
        """Run a command of ours and keep how long it took and what memory it had."""
        began = time.monotonic()
        usage = used_by(reinsert(ledger, *arguments), ends)
        self.seconds[what] += time.monotonic() - began
        self.megabytes[what] = max(self.megabytes[what], usage.ru_maxrss // 1024)

    def bring_in(self, what: str, ledger: Path | Server, listed: Path, *options: str) -> None:
        """Import a list, every row of it; how many it has counts."""
        self.run(what, ledger, "import", *options, str(listed), ends=(0,))
        with listed.open(encoding="utf-8") as file:
            self.imported[what] += sum(1 for _line in file) - 1

    def pace(self, what: str) -> str:
        """Give how many rows of some lists were imported a second; nothing where none were."""
        return many(round(self.imported[what] / self.seconds[what])) if self.imported[what] else ""


def measured(
    size: int, ledgers: Mapping[str, Path | Server], folder: Path
) -> Iterator[tuple[tuple[str, int], Measured]]:
    """Type in ten years, the last of them in each of the ledgers, and give what was measured of each as it is done.

    The first is a file. What a server still does with the rows that were copied to it does not keep it back.
    """
    first, file = next(iter(ledgers.items()))
    assert isinstance(file, Path)  # noqa: S101  (see above)
    found, invented = {name: Measured() for name in ledgers}, Country(size)
    country.at(YEARS[0])
    migrate.create(file)
    country.begin(file)
    for year in YEARS[:-1]:
        type_in(found[first], file, invented, year, folder)
    nine = Path(shutil.copy(file, folder / "nine.db"))
    for name, ledger in ledgers.items():
        if name != first:
            found[name].run(COPIED, nine, "ledger", "copy", address(nine), address(ledger))
        type_in(found[name], ledger, deepcopy(invented), LAST, folder)
        ask(found[name], ledger, folder)
        yield (name, size), found[name]


def ask(found: Measured, ledger: Path | Server, folder: Path) -> None:
    """Ask everything of a ledger, and keep what was measured."""
    with reading(ledger) as reader:
        found.rows = {what: int(str(reader.value(sql))) for what, sql in COUNTED.items()}
        person = str(reader.value("SELECT MIN(beneficiary_code) FROM batch_line"))
    found.size = _bytes_of(ledger)
    with tempfile.TemporaryDirectory(dir=folder) as own:
        for what, arguments in ASKED.items():
            found.run(what, ledger, *(one.format(person=person, folder=own) for one in arguments))


def type_in(found: Measured, ledger: Path | Server, invented: Country, year: int, folder: Path) -> None:
    """Type in a year: its batches one after the other, then the visits to the projects of the year before."""
    began, listed = time.monotonic(), folder / "list.csv"
    country.at(year)
    with reading(ledger) as reader:
        batches = country.batches_of(reader, year, invented.size)
    country.plan(ledger, year, batches)
    for one in batches:
        country.write_list(invented, one, listed)
        found.bring_in(f"lists {year}", ledger, listed, "--batch", one.code, "--envelope", one.envelope)
        country.hand_over(ledger, invented, one)
    if year > YEARS[0]:
        country.write_visits(ledger, invented, year - 1, listed)
        found.bring_in(f"visits {year}", ledger, listed, "--as", "followups")
    print(f"  {year}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def _bytes_of(ledger: Path | Server) -> int:
    if isinstance(ledger, Path):
        return ledger.stat().st_size
    with reading(ledger) as reader:
        return int(str(reader.value("SELECT pg_database_size(current_database())")))


@contextmanager
def engines(folder: Path) -> Iterator[Mapping[str, Callable[[int], Path | Server]]]:
    """Have each engine by its name: what makes a ledger's place there."""
    engines: dict[str, Callable[[int], Path | Server]] = {"SQLite": lambda size: folder / f"{size}.db"}
    if postgres.programs() is None:
        print("PostgreSQL is not installed (apt-get install postgresql): left out.", file=sys.stderr)
        yield engines
        return
    with (
        tempfile.TemporaryDirectory(prefix="reinsert-pg-") as data,  # the server is nobody, who may not enter ours
        postgres.server(Path(data), SETTINGS) as address,
    ):
        yield {**engines, "PostgreSQL": lambda size: Server.of(postgres.make(address, f"country_{size}"))}


def row(what: str, cells: Iterable[str]) -> str:
    """Give a row of the table."""
    return f"| {what} | {' | '.join(cells)} |"


def table(found: Mapping[tuple[str, int], Measured]) -> Iterator[str]:
    """Give the rows of the table: a column for each engine and size."""
    ledgers = list(found.values())
    yield row("", (f"{engine}, {size} ×" for engine, size in found))
    yield row("---", ["---:"] * len(found))
    for what in COUNTED:
        yield row(what, (many(one.rows[what]) for one in ledgers))
    yield row("size, MB", (many(one.size // 10**6) for one in ledgers))
    for year in (YEARS[0], LAST):
        yield row(f"lists imported in {year}, rows a second", (one.pace(f"lists {year}") for one in ledgers))
    yield row(f"visits imported in {LAST}, rows a second", (one.pace(f"visits {LAST}") for one in ledgers))
    for what in (COPIED, *ASKED):
        yield row(f"{what}, s", (f"{one.seconds[what]:.1f}" if what in one.seconds else "" for one in ledgers))
    yield row("the most memory of a command, MB", (many(max(one.megabytes.values())) for one in ledgers))


def main(arguments: list[str]) -> None:
    """Measure what is asked for, print the table, and where everything was asked for write it into the page."""
    found: dict[tuple[str, int], Measured] = {}
    compile_ours()
    with tempfile.TemporaryDirectory(prefix="reinsert-scale-") as name:
        folder = Path(name)
        with engines(folder) as places:
            for size in [int(said) for said in arguments] or SIZES:
                print(f"{size} ×", file=sys.stderr, flush=True)
                ledgers = {engine: place_of(size) for engine, place_of in places.items()}
                with tempfile.TemporaryDirectory(dir=folder) as work:
                    for which, one in measured(size, ledgers, Path(work)):
                        found[which] = one
                        print(*table({which: one}), sep="\n", file=sys.stderr, flush=True)
    rows = list(table(found))
    print(*rows, sep="\n")
    if not arguments:
        PAGE.write_text(put_between(PAGE.read_text(encoding="utf-8"), "make scale", rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
