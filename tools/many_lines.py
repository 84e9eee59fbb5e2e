"""A ledger of as many lines as asked for, put straight into its tables: for measuring, of invented people.

``python tools/many_lines.py LEDGER LINES``: twelve regions, four programmes, fiscal years 2015 to 2026, batches of 25
to 200 people, nearly all handed over; one line in twenty is a second one for somebody who was given something before.
One record of the audit tells of all its rows, as after a migration, and of all its postings.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from reinsert_cli.domain.found_by import found_by
from reinsert_cli.store import audit, carried, migrate, postings, seals, states
from reinsert_cli.store.reading import Reader

PROGRAMMES = ("micro-projets", "precarite", "reconciliation", "auto-emploi")
YEARS = range(2015, 2027)
AGAIN = 0.05
"""How often a line is for somebody who had one already."""

WITH_CARD = 0.9
"""Of how many people the national card number is known."""

HOMES = (85, 10, 5)
"""Of how many people in a hundred the venue is in their own province; the others are of two other provinces."""

FILLED = ("beneficiary", "identity", "sensitive", "project", "project_member", "batch", "batch_line", "journal")

Row = tuple[object, ...]


@dataclass
class Invented:
    """The rows of each table, made with a line at a time."""

    provinces: list[tuple[str, str]]
    draw: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311  (sample rows)
    rows: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in FILLED})
    people: int = 0
    lines: int = 0
    entries: int = 1_000

    def batch(self, number: int) -> None:
        """Make one batch: the last of a fiscal year are still planned or locked."""
        draw = self.draw
        programme, year = draw.choice(PROGRAMMES), draw.choice(YEARS)
        day = f"{year}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        state = draw.choices(("closed", "held", "locked", "planned"), (90, 6, 2, 2))[0]
        places = draw.sample(self.provinces, 3)
        code = f"lot-{number:06d}"
        held = day if state in {"closed", "held"} else None
        self.rows["batch"].append((code, programme, year, places[0][0], day, held, state))
        for _line in range(draw.randint(25, 200)):
            self.line(code, (programme, year), draw.choices(places, HOMES)[0], day, state)

    def line(self, batch: str, purpose: tuple[str, int], place: tuple[str, str], day: str, state: str) -> None:
        """Make one line, its person and project, and what the books say of it."""
        draw = self.draw
        home, region = place
        number = draw.randint(1, self.people) if self.people and draw.random() < AGAIN else self._person(home)
        self.lines += 1
        project, amount = f"P-{_scrambled(self.lines)}", draw.randint(5_000_00, 30_000_00)
        status = "expected" if state in {"locked", "planned"} else draw.choices(("delivered", "absent"), (97, 3))[0]
        person = f"B-{_scrambled(number)}"
        self.rows["project"].append((project, purpose[0], draw.choice(("commerce", "artisanat", "services"))))
        self.rows["project_member"].append((project, person))
        fixed = region if state != "planned" else None
        envelope = f"{purpose[0]}-{purpose[1]}"
        self.rows["batch_line"].append((batch, project, person, amount, envelope, fixed, status))
        moves = {"delivered": "commit deliver", "absent": "commit release", "expected": "commit"}[status]
        for kind in moves.split() if fixed else ():
            self._post(kind, envelope, purpose, day, (amount, region, batch, self.lines))

    def _person(self, home: str) -> int:
        self.people += 1
        code, draw = f"B-{_scrambled(self.people)}", self.draw
        self.rows["beneficiary"].append((code, draw.choices(("F", "M", None), (15, 83, 2))[0], home))
        known = draw.random() < WITH_CARD
        born = f"{draw.randint(1960, 2004)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        cin = f"QQ{self.people:07d}" if known else None
        name = f"PERSONNE INVENTÉE {self.people}"
        self.rows["identity"].append((code, name, cin, born, *found_by(name, None, cin, born)))
        self.rows["sensitive"].append((code, draw.choices((1, 0, None), (4, 86, 10))[0]))
        return self.people

    def _post(self, kind: str, envelope: str, purpose: tuple[str, int], day: str, about: tuple[object, ...]) -> None:
        self.entries += 1
        legs = {"commit": ("available", "committed"), "deliver": ("committed", "delivered"),
                "release": ("committed", "available"), "allocate": ("funder", "available")}[kind]  # fmt: skip
        amount, *rest = about
        for account, sign in zip(legs, (-1, 1), strict=True):
            self.rows["journal"].append(
                (self.entries, kind, account, sign * int(str(amount)), envelope, *purpose, *rest, day)
            )

    def allocated(self) -> None:
        """Give every envelope enough for whatever may come."""
        for programme in PROGRAMMES:
            for year in YEARS:
                about = (10**14, None, None, None)
                self._post("allocate", f"{programme}-{year}", (programme, year), str(year), about)


def _scrambled(number: int) -> str:
    """Give a number in the shape of a code, in no order."""
    return f"{number * 48_271_337 % 99_999_989:08d}"


INSERTS = {
    "beneficiary": "(code, sex, province_code) VALUES (?, ?, ?)",
    "identity": "(beneficiary_code, name_latin, cin, birth_date, latin_key, arabic_key, parts)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    "sensitive": "(beneficiary_code, disabled) VALUES (?, ?)",
    "project": "(code, programme_code, kind, sector_code) VALUES (?, ?, 'individual', ?)",
    "project_member": "(project_code, beneficiary_code) VALUES (?, ?)",
    "batch": "(code, programme_code, fiscal_year, province_code, planned_on, held_on, status)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    "batch_line": "(batch_code, project_code, beneficiary_code, kind, amount, envelope_code, region_code, status)"
    " VALUES (?, ?, ?, 'equipment', ?, ?, ?, ?)",
    "journal": "(entry, kind, account, amount, envelope_code, funder_code, programme_code, fiscal_year, region_code,"
    " batch_code, line_id, happened_on, booked_on, month, written_at, author, audit_id)"
    " VALUES (?1, ?2, ?3, ?4, ?5, 'fondation', ?6, ?7, ?8, ?9, ?10, ?11, ?11, SUBSTR(?11, 1, 7), ?11, 'essai', 2)",
}


def make(path: Path, lines: int) -> None:
    """Make a ledger of ``lines`` lines, or a few more, at ``path``."""
    migrate.create(path)
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN")
        _fill(database, lines)
        database.commit()


def _fill(database: sqlite3.Connection, lines: int) -> None:
    marks = ", ".join("?" * len(FILLED))
    kept = f"SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND tbl_name IN ({marks})"  # noqa: S608
    made = database.execute(f"{kept} AND sql IS NOT NULL", FILLED).fetchall()
    for kind, name, _sql in made:
        database.execute(f"DROP {kind} {name}")
    database.execute("INSERT INTO partner (code, name) VALUES ('fondation', 'La fondation')")
    for programme in PROGRAMMES:
        database.execute("INSERT INTO programme (code, name) VALUES (?, ?)", (programme, programme.capitalize()))
        for year in YEARS:
            database.execute(
                "INSERT INTO envelope (code, programme_code, fiscal_year, funder_code, qualifier, target_beneficiaries)"
                " VALUES (?, ?, ?, 'fondation', 'exact', 20000)",
                (f"{programme}-{year}", programme, year),
            )
    for table, rows in _portions(database, lines):
        database.executemany(f"INSERT INTO {table} {INSERTS[table]}", rows)
    for _kind, _name, sql in made:
        database.execute(sql)
    carried.make_anew(Reader(database, Path()))
    _record(database)
    seals.renew(Reader(database, Path()))


def _record(database: sqlite3.Connection) -> None:
    """Let the audit tell of every row and posting, as record 2: the first is that of the empty ledger."""
    reader = Reader(database, Path())
    first, last = database.execute("SELECT MIN(entry), MAX(entry) FROM journal").fetchone()
    count = last - first + 1
    told = [
        {"what": f"journal.{kind}", "entry": first, "entries": count, "centimes": centimes}
        for (_number, kind), centimes in postings.turnovers(reader).items()
    ]
    told[0]["digest"] = postings.digest(reader, first, count)
    ((previous,),) = database.execute("SELECT hash FROM audit")
    record = {
        "written_at": "2026-01-01T00:00:00Z",
        "author": "essai",
        "command": "essai",
        "changes": audit.changes_text([*told, states.of_all(reader)]),
        "previous": previous,
    }
    database.execute(
        "INSERT INTO audit (written_at, author, command, changes, previous, hash) VALUES (?, ?, ?, ?, ?, ?)",
        (*record.values(), audit.digest(record)),
    )


def _portions(database: sqlite3.Connection, lines: int) -> Iterator[tuple[str, list[Row]]]:
    """Give the rows of each table, a hundred batches at a time."""
    places = database.execute("SELECT code, region_code FROM province ORDER BY code").fetchall()
    invented = Invented(places)
    invented.allocated()
    number = 0
    while invented.lines < lines:
        number += 1
        invented.batch(number)
        if number % 100 == 0 or invented.lines >= lines:
            for table, rows in invented.rows.items():
                yield table, rows
                invented.rows[table] = []


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
