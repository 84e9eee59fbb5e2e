"""What is set on the stage before a fault: ledgers, lists, old exports; and what is looked at after it."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3.dump import _iterdump  # type: ignore[import-untyped,unused-ignore]  # SQLCipher's has no method for it
from typing import Final

from sqlcipher3 import dbapi2
from tools.faults.warm import Command, Ended, Program

ERRORS: Final = (sqlite3.Error, dbapi2.Error)
DATA: Final = Path(__file__).parents[2] / "tests" / "data"
SCHEMAS: Final = tuple(sorted(path.stem.removeprefix("ledger_") for path in DATA.glob("ledger_*.sql")))
"""The earlier schemas of which a ledger is kept."""

MARK: Final = "Marqueffacé"
"""A family name that stands nowhere but in identities."""

ERASED: Final = "B-HC67NA9Q3"
"""The code drawn for whoever is erased: it hangs on nothing but the command that registers them."""

ERASED_NAME: Final = "Effaceentiere"
"""A name that is in no byte of a ledger's file once its bearer is erased."""

ENCRYPTED: Final = "encrypted.db"
KEYS: Final = {"first.key": "1" * 64, "second.key": "2" * 64}
"""The files of keys, that of the encrypted ledger first, and what they hold."""

BEFORE: Final = {"filled": "Ben", "locked": "Cen"}
"""The batches that have a list to begin with, and how the family names of its people begin."""

HEADINGS: Final = (
    "Nom", "Prénom", "CIN", "Date de naissance", "Sexe", "Province", "Activité", "Nature de l'appui", "Montant (DH)",
)  # fmt: skip


@dataclass(frozen=True)
class Act:
    """A command that a fault may befall: its name, its words, the ledger that it begins with."""

    name: str
    words: tuple[str, ...]
    ledger: str = "ledger.db"
    writes: bool = True
    """Whether it changes the ledger."""


ACTS: Final = {
    act.name: act
    for act in (
        Act("import", ("import", "list.csv", "--batch", "empty", "--envelope", "env", "--accept-valid",
                       "--returns", "returned")),
        Act("lock", ("batch", "lock", "filled")),
        Act("hold", ("batch", "hold", "locked", "--on", "2026-01-10")),
        Act("init", ("init", "--no-encrypt"), "new.db"),
        Act("erase", ("beneficiary", "erase", ERASED, "--reason", "asked for", "--yes")),
        *(Act(f"migrate {schema}", ("migrate",), f"old_{schema}.db") for schema in SCHEMAS),
        Act("encrypt", ("encrypt",)),
        Act("rekey", ("rekey", "--new-key-file", "second.key"), ENCRYPTED),
        Act("backup", ("backup", "out/backup.db", "--force"), writes=False),
        Act("restore", ("restore", "out/backup.db", "--force")),
        Act("export", ("report", "people", "-o", "out/people.xlsx"), writes=False),
        Act("monthly", ("export", "monthly", "--month", "2026-01", "-o", "out/2026-01", "--force"), writes=False),
    )
}  # fmt: skip
"""A new command is one line here: every battery then tries it."""

LATER: Final = ("partner", "add", "later", "--name", "Later")
"""A write that must go well right after any fault."""

LOOK: Final = ("report", "budget", "--format", "json")
"""A read that must go well right after any fault."""


@dataclass
class Stage:
    """A folder as the coordinator's: ``fresh`` puts it back as it was."""

    program: Program
    original: Path
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def temporary(self) -> Path:
        """Give the folder that stands for the machine's own of temporary files."""
        return self.folder / "tmp"

    def fresh(self) -> None:
        """Put everything back as it was."""
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.original, self.folder, dirs_exist_ok=True)

    def play(self, words: Sequence[str], ledger: str, **fault: object) -> Ended:
        """Run a command, with what befalls it."""
        environment = {
            "REINSERT_LEDGER": ledger,
            "TMPDIR": str(self.temporary),
            "REINSERT_KEY_FILE": key_file(self.folder / ledger),
        }
        return self.program.run(Command(words, str(self.folder), environment, **fault))  # type: ignore[arg-type]

    def act(self, act: Act, **fault: object) -> Ended:
        """Run the command of an act, with what befalls it."""
        return self.play(act.words, act.ledger, **fault)

    def dump(self, act: Act) -> str:
        """Give what the ledger of an act says, whole."""
        return dump(self.folder / act.ledger)

    def files(self, act: Act) -> dict[str, str]:
        """Give every other file of the folder by its name, with the digest of what it holds."""
        return {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path != self.folder / act.ledger
        }


def dump(ledger: Path) -> str:
    """Give what a ledger says, whole: its marks, its schema, every row of every table. ``""`` where there is none."""
    if not ledger.exists():
        return ""
    connection = _opened(ledger, KEYS[key_file(ledger)])
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        return "\n".join(
            [str(mark), *sorted(map(_in_one_order, _iterdump(connection)))]
        )  # a file swept has others first
    finally:
        connection.close()


def key_file(ledger: Path) -> str:
    """Give the name of the file whose key opens a ledger: whoever gave it another tries the one, then the other."""
    for name, secret in KEYS.items():
        with closing(_opened(ledger, secret)) as connection:
            try:
                connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
            except (*ERRORS, UnicodeDecodeError):  # what it says of a damaged schema may be no text
                continue
        return name
    return next(iter(KEYS))


def _opened(ledger: Path, secret: str) -> sqlite3.Connection:
    """Open a ledger for reading, not by the program's own ways."""
    address = f"{ledger.resolve().as_uri()}?mode=ro"
    if not ledger.exists() or ledger.read_bytes()[:8] == b"SQLite f":
        return sqlite3.connect(address if ledger.exists() else ":memory:", uri=True)
    connection: sqlite3.Connection = dbapi2.connect(address, uri=True)
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f"PRAGMA key = \"x'{secret}'\"")
    return connection


def _in_one_order(statement: str) -> str:
    """Sort the parts of a table's definition: a migration that makes one anew puts its keys in any order."""
    if not statement.startswith("CREATE TABLE"):
        return statement
    return "\n".join(sorted(line.strip(" \t,") for line in statement.splitlines()))


def set_stage(program: Program, folder: Path) -> Stage:
    """Make the folder's first state by the commands themselves, and give the stage."""
    original = folder / "original"
    for name in ("original", "stage"):
        (folder / name).mkdir(parents=True)
    for name in ("out", "tmp"):
        (original / name).mkdir()
    for name, secret in KEYS.items():
        (original / name).touch(mode=0o600)
        (original / name).write_text(secret, encoding="utf-8")
    (original / "list.csv").write_text(_list(30, "Al"), encoding="utf-8")
    for batch, prefix in BEFORE.items():
        (original / f"{batch}.csv").write_text(_list(10, prefix).replace("sans montant", "100"), encoding="utf-8")
    preparing = Stage(program, original, original)
    for words in _beginning():
        ended = preparing.play(words, "ledger.db")
        assert ended.status == 0, (words, ended)
    assert ERASED in dump(original / "ledger.db"), "another code is drawn now for whoever is erased"
    shutil.copyfile(original / "ledger.db", original / ENCRYPTED)
    assert preparing.play(("encrypt",), ENCRYPTED).status == 0
    for schema in SCHEMAS:
        with sqlite3.connect(original / f"old_{schema}.db") as database:
            database.executescript((DATA / f"ledger_{schema}.sql").read_text(encoding="utf-8"))
            database.execute("PRAGMA application_id = 0x5245494E")
    stage = Stage(program, original, folder / "stage")
    stage.fresh()
    return stage


def _beginning() -> Iterator[tuple[str, ...]]:
    yield ("init", "--no-encrypt")
    yield ("partner", "add", "fund", "--name", "Bailleur")
    yield ("programme", "add", "micro", "--name", "Micro-projets")
    yield ("budget", "add", "env", "--programme", "micro", "--fiscal-year", "2026", "--funder", "fund",
           "--amount", "9 000 000")  # fmt: skip
    for batch in ("empty", *BEFORE):
        yield ("batch", "plan", batch, "--programme", "micro", "--fiscal-year", "2026", "--province", "MA-FES")
    yield ("report", "people", "-o", "out/people.xlsx")
    yield ("export", "monthly", "--month", "2026-01", "-o", "out/2026-01")
    for batch in BEFORE:
        yield ("import", f"{batch}.csv", "--batch", batch, "--envelope", "env")
    yield ("backup", "out/backup.db")
    yield ("batch", "lock", "locked")
    yield ("beneficiary", "add", "--name", f"{ERASED_NAME} Amina", "--cin", "ZE99999", "--no-input")


def _list(count: int, prefix: str) -> str:
    """Give a list of invented people, one of them without an amount."""
    lines = [";".join(HEADINGS)]
    for number in range(count):
        amount = "sans montant" if number == count // 2 else f"{8000 + number},50"
        names = f"{prefix} {MARK};Amina {chr(65 + number % 26)}{chr(97 + number // 26)};Z{prefix[0]}{10000 + number}"
        lines.append(f"{names};{1 + number % 28:02}/03/1985;F;Fès;Couture;équipement;{amount}")
    return "\n".join(lines) + "\n"
