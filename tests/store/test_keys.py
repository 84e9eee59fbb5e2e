"""The key of an encrypted ledger: where it comes from, what is refused, that nothing of it is shown."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.store import content, keys, opening
from reinsert_cli.store.keys import Key

pytestmark = pytest.mark.file_only


PASSPHRASE = "quatre mots pour écrire"


def key_file(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    file = folder / "key"
    file.write_bytes(content)
    file.chmod(mode)
    return file


@pytest.mark.parametrize(
    ("content", "secret"),
    [
        (b"ab" * 32 + b"\n", "ab" * 32),
        (PASSPHRASE.encode() + b"\r\n", PASSPHRASE),
        ("\ufeff".encode() + PASSPHRASE.encode(), PASSPHRASE),
    ],
)
def test_a_file_holds_one_line(tmp_path: Path, content: bytes, secret: str) -> None:
    assert keys.read(key_file(tmp_path, content)).secret == secret


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines", b"\xff\xfe\x00", b"x" * 5000, b"a\0b"])
def test_what_is_no_key_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refusal, match=r"key\.unreadable"):
        keys.read(key_file(tmp_path, content))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610, 0o602])
def test_a_file_that_others_may_open_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(Refusal, match=r"key\.open_to_others"):
        keys.read(key_file(tmp_path, b"ab" * 32, mode))


def test_a_pipe_or_a_folder_is_no_key_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    for file in (tmp_path / "pipe", tmp_path):
        with pytest.raises(Refusal, match=r"key\.unreadable"):
            keys.read(file)


@pytest.mark.parametrize("umask", [0, 0o077])
def test_a_new_key_is_raw_and_its_owners_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        key, is_new = keys.of_file(tmp_path / "key")
    finally:
        os.umask(before)
    assert (key.is_raw, is_new) == (True, True)
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert keys.of_file(tmp_path / "key") == (key, False)


def test_a_new_key_goes_over_nothing(tmp_path: Path) -> None:
    """Not even over a link that leads nowhere."""
    (tmp_path / "key").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refusal, match=r"key\.no_file"):
        keys.of_file(tmp_path / "key")
    assert not (tmp_path / "elsewhere").exists()


def test_a_short_passphrase_is_not_given_to_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"key\.short"):
        keys.of_file(key_file(tmp_path, b"eleven char"))


def test_a_key_does_not_show_itself() -> None:
    assert PASSPHRASE not in repr(Key(PASSPHRASE))


def test_any_program_that_knows_the_format_opens_it_with_the_passphrase(tmp_path: Path) -> None:
    """We stretch the passphrase ourselves, once a command; the file is what SQLCipher alone would have made."""
    (tmp_path / "a.db").touch()
    with opening.connect(tmp_path / "a.db", 1, key=Key(PASSPHRASE)) as made:
        made.execute("CREATE TABLE t (x)")
    made.close()
    alone = sqlcipher.connect(str(tmp_path / "a.db"))
    alone.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert alone.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
    alone.close()


def test_what_was_typed_in_parts_is_the_same_passphrase() -> None:
    """An é may be typed as one character or as two, on another keyboard."""
    assert Key("un été à Fès").for_salt(bytes(16)) == Key("un e\u0301te\u0301 a\u0300 Fe\u0300s").for_salt(bytes(16))


def test_without_a_key_file_other_sources_are_asked_in_turn(tmp_path: Path) -> None:
    keys.ask_elsewhere(lambda _path: None, lambda path: Key(f"the key of {path.name}"))
    assert keys.key_of(tmp_path / "l.db") == Key("the key of l.db")
    keys.ask_elsewhere()
    with pytest.raises(Refusal, match=r"key\.missing"):
        keys.key_of(tmp_path / "l.db")


SPACED = f" {PASSPHRASE}  "


def made_by(folder: Path, key: str) -> Path:
    """A file that SQLCipher itself encrypted by these very letters: earlier versions kept the spaces of a key file."""
    path = folder / "made.db"
    database = sqlcipher.connect(str(path))
    database.execute(f"PRAGMA key = '{key}'")
    database.execute("CREATE TABLE t (x)")
    database.close()
    return path


@pytest.mark.parametrize("written", [PASSPHRASE, SPACED])
@pytest.mark.parametrize("given", [PASSPHRASE, SPACED, f"{PASSPHRASE}\u00a0"])
def test_spaces_at_the_ends_do_not_count(tmp_path: Path, written: str, given: str) -> None:
    """Nobody sees them: a passphrase typed from a key file, or filed as it was typed, opens the same ledger."""
    (tmp_path / "a.db").touch()
    opening.connect(tmp_path / "a.db", 1, key=Key(written)).execute("CREATE TABLE t (x)")
    found = opening.connect(tmp_path / "a.db", 1, key=Key(given)).execute("SELECT name FROM sqlite_master")
    assert found.fetchall() == [("t",)]


def test_a_raw_key_stays_one_with_a_space_after_it(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    opening.connect(tmp_path / "a.db", 1, key=keys.read(key_file(tmp_path, b"ab" * 32 + b" \n"))).execute(
        "CREATE TABLE t (x)"
    )
    assert opening.connect(tmp_path / "a.db", 1, key=Key("ab" * 32)).execute("SELECT * FROM t").fetchall() == []


@pytest.mark.parametrize("written", [SPACED, f"{'ab' * 32} "])
def test_where_they_counted_once_they_still_open_it(tmp_path: Path, written: str) -> None:
    """Its key file is as it was; a copy of it is made as all are now, and opens with either."""
    path, key = made_by(tmp_path, written), keys.read(key_file(tmp_path, written.encode() + b"\n"))
    with closing(opening.connect(path, 1, key=key)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
        (tmp_path / "copy.db").touch()
        content.copy(opened, tmp_path / "copy.db", key, opening.header(path))
        for one in (key, key.trimmed):
            content.require_same(tmp_path / "copy.db", one, content.digest(opened), path)


def test_spaces_are_no_key_and_make_none_longer(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"key\.unreadable"):
        keys.read(key_file(tmp_path, b"              \n"))
    assert not Key("eleven char       ").is_strong
