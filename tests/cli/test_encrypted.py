"""The same commands on an encrypted ledger, its key at the keyboard and in files, and nothing of it left in clear."""

from __future__ import annotations

import os
import re
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from tests.support import Run

from reinsert_cli.store import drafts, keys, opening

pytestmark = pytest.mark.file_only


AT_A_TERMINAL = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from reinsert_cli.cli.main import main
main()
"""
MARKS = (b"Benfictif", b"ZZ1001", b"Inventani", b"Soudure")
"""What the people's list holds and no file of an encrypted ledger may show."""

Typist = Callable[..., tuple[int, str]]


@pytest.fixture
def key_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A raw key, named in REINSERT_KEY_FILE."""
    file = tmp_path_factory.mktemp("keys") / "key"
    keys.of_file(file)
    monkeypatch.setenv("REINSERT_KEY_FILE", str(file))
    return file


@pytest.fixture
def typist() -> Typist:
    """Sit at a terminal of the program's own: each answer is typed when its question stands on the screen."""

    def type_(*arguments: str | Path, answers: Sequence[tuple[str, str]] = (), **more: str) -> tuple[int, str]:
        ours, its = os.openpty()
        program = subprocess.Popen(
            [sys.executable, "-c", AT_A_TERMINAL, *arguments],
            stdin=its, stdout=its, stderr=its, start_new_session=True, env={**os.environ, **more},
        )  # fmt: skip
        os.close(its)
        screen = ""
        try:
            for question, answer in answers:
                screen = _shown(ours, screen, len(screen), question)
                os.write(ours, (answer + "\n").encode())
            screen = _shown(ours, screen, len(screen), None)
            return program.wait(10), screen.replace("\r\n", "\n")
        finally:
            program.kill()
            os.close(ours)

    return type_


def _shown(terminal: int, screen: str, start: int, question: str | None) -> str:
    """Give the screen once ``question`` stands on it after ``start``, or once the program has left."""
    deadline = time.monotonic() + 20
    while question is None or question not in screen[start:]:
        assert select.select([terminal], [], [], max(deadline - time.monotonic(), 0))[0], screen
        try:
            screen += os.read(terminal, 4096).decode()
        except OSError:  # the program has left
            assert question is None, screen
            break
    return screen


def figures(run: Run) -> object:
    return [
        run("report", name, "--format", "json").json
        for name in ("region", "budget")
    ]  # fmt: skip


def live(run: Run, people: Path) -> None:
    """The whole life of a batch."""
    for command in (
        "partner add fund --name Bailleur",
        "programme add micro --name Micro-projets",
        "budget add env --programme micro --fiscal-year 2024 --funder fund --amount 100000 --target 10",
        "batch plan b1 --programme micro --fiscal-year 2024 --province MA-FES --on 06/12/2024",
        f"import {people} --as distributions --batch b1 --envelope env",
        "batch lock b1",
        "batch hold b1 --on 06/12/2024",
        "batch receipts b1 --others present",
        "statement add --batch b1 --measure amount --value 37500,50 --source Presse",
        "batch reconcile b1",
        "batch close b1",
    ):
        run(*command.split())


def test_a_batch_lives_in_it_as_in_any_other(
    ledger: Path, people: Path, key_file: Path, tmp_path: Path, run: Run
) -> None:
    """The same figures, proofs and packs, undoing and going back; and nothing of it shows whom it is about."""
    ledger.unlink()
    assert "encrypted ledger" in run("init").out
    live(run, people)
    totals = run("report", "region", "--format", "json").json["totals"]
    assert (totals["delivered"], totals["beneficiaries"]) == ("37500.50", 3)
    assert run("check").err == ""
    run("log", "verify")
    run("report", "region", "--as-of", "2026-01-15")
    run("export", "monthly", "--month", "2024-12", "-o", tmp_path / "packs" / "2024-12")
    run("export", "verify", tmp_path / "packs" / "2024-12")
    assert not [mark for mark in MARKS if mark in ledger.read_bytes()]
    run("imports", "undo", "I-000001", status=3)
    somebody = run("report", "people", "--format", "json").json["rows"][0]["beneficiary"]
    run("beneficiary", "erase", somebody, "--reason", "à sa demande", "--yes")
    assert opening.is_encrypted(ledger)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["ledger.db", "packs", "people.xlsx"]


def test_no_page_of_it_is_in_clear_while_it_is_written(
    ledger: Path, people: Path, key_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Draft and journal included: looked at each time something is put on the disk."""
    run("import", people, "--as", "beneficiaries")
    seen: list[str] = []
    settle = drafts.settle

    def look(path: Path) -> None:
        for file in ledger.parent.iterdir():
            if file not in {ledger, people} and any(mark in file.read_bytes() for mark in MARKS):
                seen.append(file.name)
        settle(path)

    monkeypatch.setattr(drafts, "settle", look)
    told = run("encrypt")
    assert "keep copies of its own" in told.err
    assert seen == []
    assert not [mark for mark in MARKS if mark in ledger.read_bytes()]


def test_encrypting_writes_over_what_was_in_clear(filled: Path, key_file: Path, run: Run) -> None:
    """Whoever still has the old file open reads zeros."""
    with filled.open("rb") as old:
        assert any(mark in old.read() for mark in MARKS)
        run("encrypt")
        old.seek(0)
        assert not old.read().strip(b"\0")


def test_encrypt_rekey_decrypt(filled: Path, key_file: Path, tmp_path: Path, run: Run) -> None:
    """Each changes what opens it and nothing that it says; each is in the log."""
    before = figures(run)
    assert "is not encrypted" in run("rekey", status=3).err
    assert "is not encrypted" in run("decrypt", "--yes", status=3).err
    run("encrypt")
    assert "encrypted already" in run("encrypt", status=3).err
    assert figures(run) == before
    assert "--new-key-file" in run("rekey", status=5).err
    run("rekey", "--new-key-file", tmp_path / "other-key")
    assert "The key does not open" in run("report", "region", status=5).err
    os.environ["REINSERT_KEY_FILE"] = str(tmp_path / "other-key")
    assert "is the one that the ledger has" in run("rekey", "--new-key-file", tmp_path / "other-key", status=3).err
    assert figures(run) == before
    assert "Nobody agreed" in run("decrypt", status=3).err
    run("decrypt", "--yes")
    assert not opening.is_encrypted(filled)
    assert figures(run) == before
    log = run("log").out
    assert all(f"ledger.{act}" in log for act in ("encrypt", "rekey", "decrypt"))
    run("log", "verify")
    assert stat.S_IMODE(filled.stat().st_mode) == 0o600


def test_a_passphrase_in_a_file_will_do(filled: Path, key_file: Path, run: Run) -> None:
    key_file.write_text("quatre mots à écrire\n")
    run("encrypt")
    run("report", "region")


@pytest.mark.parametrize(
    ("content", "mode", "sentence"),
    [
        ("ab" * 32, 0o600, "The key does not open"),
        ("another passphrase", 0o600, "The key does not open"),
        ("ab" * 32, 0o644, "can be read by others"),
        ("", 0o600, "cannot be read"),
        (None, 0o600, "There is no key file"),
    ],
)
def test_what_does_not_open_it(
    filled: Path, key_file: Path, run: Run, content: str | None, mode: int, sentence: str
) -> None:
    """Status 5, one sentence, no key shown, nothing changed."""
    run("encrypt")
    before = filled.read_bytes()
    key_file.unlink()
    if content is not None:
        key_file.write_text(content)
        key_file.chmod(mode)
    for command in (("report", "region"), ("partner", "add", "p", "--name", "P"), ("migrate",)):
        answer = run(*command, status=5)
        assert sentence in answer.err
        assert not content or content not in answer.err
    assert filled.read_bytes() == before


def test_without_a_key_and_nobody_to_ask(filled: Path, key_file: Path, run: Run) -> None:
    run("encrypt")
    del os.environ["REINSERT_KEY_FILE"]
    assert "nobody to ask" in run("report", "region", status=5).err


def test_a_damaged_page_is_told(filled: Path, key_file: Path, run: Run) -> None:
    """One bit anywhere is found: every page carries its own proof."""
    run("encrypt")
    damaged = bytearray(filled.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    filled.write_bytes(damaged)
    assert "is damaged" in run("check", status=5).err


def test_init_offers_encryption_at_a_terminal(tmp_path: Path, typist: Typist, run: Run) -> None:
    """Asked first, yes unless said otherwise; the passphrase is typed twice and never shown."""
    ledger = tmp_path / "new.db"
    answers = [
        ("Encrypt it? [Y/n]", ""),
        ("New passphrase:", "too short"),
        ("New passphrase:", "quatre mots à écrire"),
        ("The same again:", "quatre mots à écrire  "),
    ]
    status, screen = typist("--ledger", ledger, "init", answers=answers)
    assert (status, opening.is_encrypted(ledger)) == (0, True)
    assert "quatre" not in screen
    assert "at least 12" in screen
    status, screen = typist("--ledger", ledger, "partner", "add", "p", "--name", "P", answers=[("Passphrase", "no")])
    assert (status, "The key does not open" in screen) == (5, True)
    opens = [("Passphrase", "quatre mots à écrire")]
    assert "MA-FES" in typist("--ledger", ledger, "centre", "list", answers=opens)[1]
    (tmp_path / "key").touch(mode=0o600)
    (tmp_path / "key").write_text(" quatre mots à écrire \n")
    with_file = typist("--ledger", ledger, "centre", "list", REINSERT_KEY_FILE=str(tmp_path / "key"))
    assert "MA-FES" in with_file[1]
    status, screen = typist("--ledger", tmp_path / "plain.db", "init", answers=[("Encrypt it? [Y/n]", "n")])
    assert (status, opening.is_encrypted(tmp_path / "plain.db")) == (0, False)


def test_a_shell_that_completes_is_asked_nothing(filled: Path, key_file: Path, typist: Typist, run: Run) -> None:
    """With the key file its codes are completed; without, there is nothing to complete, and no question."""
    run("encrypt")
    asks = {"_REINSERT_COMPLETE": "complete_bash", "COMP_WORDS": "reinsert batch show ", "COMP_CWORD": "3"}
    assert "b1" in typist(**asks)[1]
    status, screen = typist(**asks, REINSERT_KEY_FILE="")
    assert (status, screen.strip()) == (0, "")


def test_the_systems_keyring_is_asked_where_there_is_one(
    filled: Path, key_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the key file and before the terminal; one that does not answer is as good as none."""
    run("encrypt")
    kept = {("reinsert", str(filled)): key_file.read_text().strip()}
    keyring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    errors.KeyringError = KeyringError  # type: ignore[attr-defined]
    keyring.errors = errors  # type: ignore[attr-defined]
    keyring.get_password = lambda *names: kept.get(names)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.delenv("REINSERT_KEY_FILE")
    run("report", "region")
    keyring.get_password = lambda *_names: _fail()  # type: ignore[attr-defined]
    assert "nobody to ask" in run("report", "region", status=5).err


class KeyringError(Exception):
    """What a keyring raises."""


def _fail() -> None:
    raise KeyringError


def test_scripts_get_a_plain_ledger_unless_they_name_a_key(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--ledger", tmp_path / "plain.db", "init")
    assert not opening.is_encrypted(tmp_path / "plain.db")
    assert "nobody to ask" in run("--ledger", tmp_path / "no.db", "init", "--encrypt", status=5).err
    assert not (tmp_path / "no.db").exists()
    monkeypatch.setenv("REINSERT_KEY_FILE", str(tmp_path / "key"))
    told = run("--ledger", tmp_path / "enc.db", "init")
    assert "A new key was made" in told.out
    assert re.fullmatch("[0-9a-f]{64}\n", (tmp_path / "key").read_text())
    assert opening.is_encrypted(tmp_path / "enc.db")
    before = (tmp_path / "key").read_bytes()
    run("--ledger", tmp_path / "more.db", "init", "--encrypt")
    assert (tmp_path / "key").read_bytes() == before
    run("--ledger", tmp_path / "clear.db", "init", "--no-encrypt")
    assert not opening.is_encrypted(tmp_path / "clear.db")


def test_check_mentions_a_ledger_in_clear_that_names_people(
    ledger: Path, people: Path, key_file: Path, run: Run
) -> None:
    """It is no finding, and nothing is said while there is nobody in it."""
    assert run("check").err == ""
    run("import", people, "--as", "beneficiaries")
    answer = run("check", "--format", "json")
    assert "names people and is not encrypted" in answer.err
    assert answer.json["ok"] is True
    run("encrypt")
    assert run("check").err == ""


def test_the_encrypted_ledger_is_no_place_for_a_report(filled: Path, key_file: Path, run: Run) -> None:
    run("encrypt")
    before = filled.read_bytes()
    for fmt in ("table", "json", "xlsx"):
        run("report", "region", "-o", filled, "--format", fmt, status=2)
    assert filled.read_bytes() == before


def test_another_name_of_the_file_would_keep_it_in_clear(
    filled: Path, key_file: Path, tmp_path: Path, run: Run
) -> None:
    os.link(filled, tmp_path / "other.db")
    assert "hard links" in run("encrypt", status=5).err
    (tmp_path / "other.db").unlink()
    (tmp_path / "link.db").symlink_to(filled)
    assert "symbolic link" in run("--ledger", tmp_path / "link.db", "encrypt", status=5).err
    run("encrypt")
    assert opening.is_encrypted(filled)


WRITER = """
import sys, time
from reinsert_cli.store import place
from reinsert_cli.cli.main import run
sweep = place.drafts.sweep
place.drafts.sweep = lambda path: print("opening", flush=True)
sys.exit(run(["partner", "add", "p", "--name", "P"]))
"""


def test_who_waited_to_write_meanwhile_is_told(
    filled: Path, key_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written to a file that is no ledger any more, and nothing acknowledged."""
    waiting: list[subprocess.Popen[str]] = []
    put = drafts.put

    def wait_first(*arguments: object, **options: object) -> None:
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        waiting.append(writer)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "opening\n"
        time.sleep(0.3)
        assert writer.poll() is None  # it stands at the door
        put(*arguments, **options)

    monkeypatch.setattr(drafts, "put", wait_first)
    run("encrypt")
    _out, told = waiting[0].communicate(timeout=20)
    assert (waiting[0].returncode, "Type the command again." in told) == (5, True)
    assert run("partner", "list", "--format", "json").json["rows"][0]["code"] == "fund"


KILLED = """
import os, signal, sys
from reinsert_cli.cli.main import run
from reinsert_cli.store import content, drafts, rewriting
module, name = sys.argv[1].split(".")
where = {"content": content, "drafts": drafts, "rewriting": rewriting}[module]
setattr(where, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
run(sys.argv[2:])
"""


@pytest.mark.parametrize("moment", ["content.require_same", "drafts.put", "rewriting._wipe"])
def test_killed_while_encrypting(filled: Path, people: Path, key_file: Path, run: Run, moment: str) -> None:
    """The ledger is the old one or the new one, and the next command takes away what was left."""
    killed = subprocess.run([sys.executable, "-c", KILLED, moment, "encrypt"], env={**os.environ}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert run("report", "region", "--format", "json").json["totals"]["beneficiaries"] == 3
    assert {entry.name for entry in filled.parent.iterdir()} == {"ledger.db", "people.xlsx"}
    assert opening.is_encrypted(filled) is (moment == "rewriting._wipe")


def test_killed_while_it_is_made(tmp_path: Path, key_file: Path, run: Run) -> None:
    ledger = tmp_path / "new" / "ledger.db"
    command = [sys.executable, "-c", KILLED, "drafts.put", "--ledger", str(ledger), "init", "--encrypt"]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert "There is no ledger" in run("--ledger", ledger, "report", "region", status=5).err
    run("--ledger", ledger, "init")
    assert [entry.name for entry in ledger.parent.iterdir()] == ["ledger.db"]
