"""The tests' own words: what a command answered, and small spreadsheets of invented people."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from tests import databases

from reinsert_cli.store.postgres import Connected
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.server import Server, connect


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]
Ledger = Path | Server
Begun = Callable[[str, Callable[[], object]], Any]
Rows = Sequence[Sequence[Any]]

PEOPLE: Rows = (
    ("Nom", "Prénom", "CIN", "Sexe", "Province", "Activité", "Nature de l'appui", "Montant (DH)"),
    ("Benfictif", "Amina", "ZZ1001", "F", "Fès", "Couture", "équipement", 12500.00),
    ("El Exemple", "Karim", "ZZ1002", "H", "Meknès", "Soudure", "équipement", "17 000,50"),
    ("Inventani", "Omar", "ZZ1003", "H", "Tanger-Assilah", "Snack", "numéraire", 8000),
)
"""Three invented people of two regions: 37 500,50 DH in all."""

NOTHING = {"new": 0, "updated": 0, "unchanged": 0, "parked": 0, "invalid": 0}
"""The outcomes of a file without rows."""


def write_xlsx(path: Path, rows: Rows, title: str = "Feuille1") -> Path:
    """Write a workbook of one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


@contextmanager
def opened(ledger: Ledger) -> Iterator[Any]:
    """Open a ledger past the program, as another hand would, to ask it by SQL or to change it.

    What is done is kept: on a server each statement by itself, so that commands may run meanwhile.
    """
    if isinstance(ledger, Server):
        with closing(connect(ledger)) as driver:
            yield Connected(driver)
        return
    with closing(sqlite3.connect(ledger)) as connection, connection:
        yield connection


def reader_of(connection: Any, ledger: Ledger) -> Reader:
    """Give the reports' view of a ledger that was opened."""
    return Reader(getattr(connection, "driver", connection), ledger)


@contextmanager
def unguarded(ledger: Ledger) -> Iterator[Any]:
    """Open a ledger past its triggers too, which stand again at the end: nothing is refused, nor noted."""
    with opened(ledger) as connection:
        if isinstance(ledger, Server):
            connection.execute("SET session_replication_role = replica")
            yield connection
            return
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for _name, sql in triggers:
            connection.execute(sql)


def run_script(connection: Any, script: str) -> None:
    """Run statements one after the other, none of which holds a semicolon."""
    for statement in filter(str.strip, script.split(";")):
        connection.execute(statement)


def address(ledger: Ledger) -> str:
    """Give a ledger's name as it is typed."""
    return ledger.url if isinstance(ledger, Server) else str(ledger)


def storable(ledger: Ledger, text: str) -> str:
    """Give a text as a ledger can keep it: a server keeps no NUL."""
    return text.replace("\0", "") if isinstance(ledger, Server) else text


def kept(ledger: Ledger) -> Any:
    """Give everything that a ledger holds, to be put back, or to see whether it is still the same."""
    return databases.kept(ledger) if isinstance(ledger, Server) else ledger.read_bytes()


def put(ledger: Ledger, content: Any) -> None:
    """Let a ledger hold what was kept."""
    if isinstance(ledger, Server):
        databases.put(ledger, content)
    else:
        ledger.write_bytes(content)


def bytes_of(ledger: Ledger) -> bytes:
    """Give the bytes of everything that a ledger holds."""
    held = kept(ledger)
    return held if isinstance(held, bytes) else b"".join(held.rows.values())
