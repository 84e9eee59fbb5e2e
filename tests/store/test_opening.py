"""The one place where a ledger's file is opened: by what it begins with, and without letting go of a lock."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reinsert_cli.store import opening, place
from reinsert_cli.store.keys import Key
from reinsert_cli.store.reading import reading

pytestmark = pytest.mark.file_only


SOURCES = Path(opening.__file__).parents[1]

TRY_TO_WRITE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0).execute("BEGIN EXCLUSIVE")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_ledgers_are_opened_nowhere_else() -> None:
    """No other module connects to a database or makes an engine."""
    for path in SOURCES.rglob("*.py"):
        found = re.findall(
            r"\bsqlite3\.(?!Connection\b)\w+|create_engine\(|sqlcipher3", path.read_text(encoding="utf-8")
        )
        allowed = {"opening.py": {"sqlite3.Error", "sqlcipher3"}, "engine.py": {"create_engine("}}
        assert set(found) <= allowed.get(path.name, set()), path


@pytest.mark.parametrize(
    ("start", "size", "encrypted"),
    [
        (bytes.fromhex("a7ca663d9258084c49e04add21b2ddff"), 8192, True),
        (bytes.fromhex("a7ca663d9258084c49e04add21b2ddff"), 8191, False),
        (b"SQLite format 3\0", 8192, False),
        (b"SQLite f\xf2rmat 3\0", 8192, False),
        ("Bénéficiaires;Montant".encode()[:16], 8192, False),
        ("{'a': 'éééééééé'".encode()[:16], 4096, False),
        (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\xa7\xca\xff\0", 4096, False),
        (bytes(16), 4096, False),
        (b"", 0, False),
    ],
)
def test_what_an_encrypted_file_looks_like(start: bytes, size: int, encrypted: bool) -> None:
    """Whole pages and a random start; not a damaged plain one, a text or a workbook."""
    assert opening.looks_encrypted(start, size) is encrypted


def test_looking_at_the_first_bytes_lets_go_of_no_lock(ledger: Path) -> None:
    """POSIX frees every lock that a process holds on a file once it closes that file anywhere."""
    with reading(ledger) as reader:
        reader.rows("SELECT * FROM region")
        assert not opening.is_encrypted(ledger)
        place.connect_read_only(ledger).close()
        tried = subprocess.run([sys.executable, "-c", TRY_TO_WRITE, ledger], capture_output=True, text=True, check=True)
        assert tried.stdout == "database is locked\n"


def test_the_cipher_says_nothing_by_itself(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """SQLCipher would write to standard error what it could not decrypt."""
    (tmp_path / "a.db").touch()
    with opening.connect(tmp_path / "a.db", 1, key=Key("ab" * 32)) as made:
        made.execute("CREATE TABLE t (x)")
    made.close()
    other = opening.connect(tmp_path / "a.db", 1, key=Key("cd" * 32))
    with pytest.raises(opening.errors(), match="not a database"):
        other.execute("SELECT * FROM t")
    other.close()
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        opening.connect(tmp_path / "no.db", 1)
    assert not (tmp_path / "no.db").exists()
