"""What goes wrong at the keyboard: one sentence what, one sentence what to do, the exit status of design §4."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import Run, bytes_of, opened, write_xlsx

PLAN = ("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")


@pytest.mark.parametrize(
    ("command", "status", "sentence"),
    [
        (("batch", "lock", "nope"), 3, "There is no batch nope. Known: b1."),
        (("batch", "show", "nope"), 3, "There is no batch nope. Known: b1."),
        (("batch", "plan", "b1", *PLAN[3:]), 3, "The code b1 is already in use. Choose another."),
        (("batch", "plan", "é é", *PLAN[3:]), 2, "“é é” cannot be a code."),
        ((*PLAN[:-1], "MA-ZZZ"), 3, "“MA-ZZZ” is not a region, prefecture or province of the list."),
        ((*PLAN, "--on", "31/02/2024"), 2, "“31/02/2024” is a date that no calendar has."),
        ((*PLAN, "--on", "mercredi 6 décembre 2024"), 2, "does not agree with the calendar"),
        ((*PLAN, "--convention", "c9"), 3, "There is no convention c9. Known: none yet."),
        ((*PLAN, "--tranche", "x"), 2, "--tranche"),
        (PLAN[:3], 2, "--programme is missing. See “reinsert batch plan --help”."),
        (("batch", "hold", "b1"), 2, "--on is missing."),
        (("budget", "add", "e", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund",
          "--amount", "1.234"), 2, "“1.234” can be read as 1,234.00 DH or as 1.234 DH."),
        (("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "néant", "--source", "A"), 2,
         "is not an amount"),
        (("statement", "add", "--measure", "amount", "--value", "1 DH", "--source", "A"), 2, "Name exactly one"),
        (("statement", "choose", "9", "--reason", "x"), 3, "There is no statement no. 9."),
        (("partner", "add", "p", "--name", " "), 2, "A name is missing."),
        (("convention", "add", "c", "--programme", "micro", "--amount", "5 DH", "--from", "2025", "--to", "2017"), 3,
         "ends before it begins"),
        (("report", "weather"), 2, "There is no report weather. Choose one of: region,"),
        (("report", "region", "--format", "pdf"), 2, "There is no format pdf."),
        (("report", "region", "--format", "xlsx"), 2, "Name a file with -o FILE.xlsx."),
        (("report", "region", "--programme", "micra"), 3, "There is no programme micra. Known: micro."),
        (("report", "region", "--centre", "fez"), 3, "There is no centre fez."),
        (("report", "region", "--region", "Atlantis"), 3, "not a region"),
        (("report", "region", "--month", "2024"), 2, "“2024” is not a month."),
        (("report", "region", "--month", "2024-01", "--year", "2024"), 2, "The period is given in two ways."),
        (("report", "region", "--from", "2024", "--to", "2023"), 2, "The period ends before it begins."),
        (("nonsense",), 2, "nonsense"),
        (("batch", "nonsense"), 2, "See “reinsert batch --help”."),
        (("report", "region", "--nonsense"), 2, "There is no option --nonsense."),
        (("import", "absent.xlsx"), 4, "There is no file absent.xlsx."),
    ],
)  # fmt: skip
def test_one_clear_sentence(planned: Path, run: Run, command: tuple[str, ...], status: int, sentence: str) -> None:
    """The message stands on standard error, nothing on standard output, and the ledger is byte for byte the same."""
    before = bytes_of(planned)
    answer = run(*command, status=status)
    assert sentence in " ".join(answer.err.split("\n"))
    assert answer.out == ""
    assert bytes_of(planned) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.xlsx", b""),
        ("blank.csv", b"\n \n"),
        ("random.xlsx", bytes(range(256)) * 40),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(2000)),
        ("letter.docx", b"PK\x03\x04" + bytes(200)),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)),
        ("prose.txt", "Une lettre, puis rien.\n".replace(",", "").encode() * 5),
        ("prose.xlsx", b"just words"),
    ],
)
def test_what_is_no_workbook_exits_4(planned: Path, run: Run, tmp_path: Path, name: str, content: bytes) -> None:
    """Whatever the bytes: two sentences that name the file, status 4, nothing written."""
    path = tmp_path / name
    path.write_bytes(content)
    before = bytes_of(planned)
    answer = run("import", path, status=4)
    assert name in answer.err
    assert len(answer.err.strip().split("\n")) == 2
    assert bytes_of(planned) == before


def test_a_workbook_with_nothing_in_it(planned: Path, run: Run, tmp_path: Path) -> None:
    """A valid workbook whose sheets are blank is empty."""
    assert "blank.xlsx is empty" in run("import", write_xlsx(tmp_path / "blank.xlsx", []), status=4).err


def test_one_bad_file_does_not_stop_the_next(planned: Path, run: Run, people: Path) -> None:
    """Each file is its own unit of work: the good one goes in, the status is that of the bad one."""
    answer = run(
        "import", "absent.xlsx", people, "--as", "distributions", "--batch", "b1", "--envelope", "env", status=4
    )
    assert "people.xlsx" in answer.out
    assert len(run("batch", "show", "b1", "--format", "json").json["lines"]) == 3


@pytest.mark.parametrize(
    ("name", "value", "status", "sentence"),
    [
        ("REINSERT_NOW", "nonsense", 2, "“nonsense” in REINSERT_NOW is not a moment. Write it as"),
        ("REINSERT_NOW", "0001-01-01T00:00:00+14:00", 2, "in REINSERT_NOW is not a moment."),
        ("REINSERT_NOW", "9999-12-31T23:59:59Z", 2, "in REINSERT_NOW is not a moment."),
        ("REINSERT_LANG", "xx", 2, "xx (REINSERT_LANG)"),
        ("REINSERT_LEDGER", "~nobody-of-that-name/l.db", 5, "~nobody-of-that-name/l.db begins with is not known."),
        ("REINSERT_KEY_FILE", "~nobody-of-that-name/key", 5, "There is no key file ~nobody-of-that-name/key."),
    ],
)
def test_surroundings_that_make_no_sense(
    planned: Path,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: str,
    status: int,
    sentence: str,
) -> None:
    """Told like anything else that was typed: never as something unforeseen, nor taken for something else."""
    command = ("rekey",) if name == "REINSERT_KEY_FILE" else ("report", "region")
    if name == "REINSERT_KEY_FILE":
        (tmp_path / "sealed.db").write_bytes(bytes(range(256)) * 16)
        monkeypatch.setenv("REINSERT_LEDGER", str(tmp_path / "sealed.db"))
    monkeypatch.setenv(name, value)
    answer = run(*command, status=status)
    assert sentence in " ".join(answer.err.split("\n"))
    assert len(answer.err.splitlines()) == 2


def test_a_language_that_is_asked_for_by_an_option_needs_no_other(
    planned: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REINSERT_LANG", "xx")
    assert "b1" in run("--lang", "en", "report", "batch").out
    monkeypatch.setenv("REINSERT_LANG", "AR_MA.UTF-8")
    assert "b1" in run("report", "batch").out


def test_nobody_has_a_home(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose user the system does not know."""

    def unknown(_cls: type[Path]) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("REINSERT_LEDGER", raising=False)
    monkeypatch.setattr(Path, "home", classmethod(unknown))
    assert "Name the ledger by its whole path" in run("report", "region", status=5).err


class TestLedgerFile:
    """What can be wrong with the ledger itself: always status 5."""

    def test_missing(self, run: Run, tmp_path: Path) -> None:
        answer = run("--ledger", tmp_path / "no.db", "report", "region", status=5)
        assert "Make one with “reinsert init”" in answer.err

    def test_not_a_ledger(self, run: Run, tmp_path: Path) -> None:
        stranger = tmp_path / "other.db"
        with opened(stranger) as database:
            database.execute("CREATE TABLE t (x)")
        for command in (("report", "region"), ("migrate",), ("partner", "add", "p", "--name", "P")):
            assert "not a ledger" in run("--ledger", stranger, *command, status=5).err

    def test_garbage(self, run: Run, tmp_path: Path) -> None:
        garbage = tmp_path / "garbage.db"
        garbage.write_bytes(b"not a database at all" * 100)
        assert "not a ledger" in run("--ledger", garbage, "report", "region", status=5).err

    def test_made_by_a_newer_version(self, ledger: Path, run: Run) -> None:
        with opened(ledger) as database:
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        assert "newer version" in run("report", "region", status=5).err
        assert "newer version" in run("migrate", status=5).err
        assert "newer version" in run("partner", "add", "p", "--name", "P", status=5).err

    def test_made_by_an_earlier_version(self, ledger: Path, run: Run) -> None:
        with opened(ledger) as database:
            database.execute("UPDATE alembic_version SET version_num = '0000'")
        assert "reinsert migrate" in run("report", "region", status=5).err

    @pytest.mark.file_only
    def test_locked(self, ledger: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("reinsert_cli.store.place.BUSY_SECONDS", 0.1)
        with sqlite3.connect(ledger, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            assert "Wait for it to end" in run("partner", "add", "p", "--name", "P", status=5).err
            other.execute("ROLLBACK")

    def test_folder_that_cannot_be(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert "cannot be opened" in run("--ledger", tmp_path / "file" / "l.db", "init", status=5).err

    def test_init_never_overwrites(self, ledger: Path, run: Run) -> None:
        before = bytes_of(ledger)
        run("init", status=3)
        assert bytes_of(ledger) == before


@pytest.mark.file_only
def test_the_ledger_is_no_place_for_a_report(filled: Path, run: Run, tmp_path: Path) -> None:
    """``-o`` on a database is refused, whatever the format; so is a workbook's name for ``demo --keep``."""
    before = bytes_of(filled)
    for fmt in ("table", "json", "xlsx"):
        run("report", "region", "-o", filled, "--format", fmt, status=2)
    assert bytes_of(filled) == before
    run("demo", "--keep", tmp_path / "demo.xlsx", status=2)


def test_json_in_a_file_is_the_same_json(filled: Path, run: Run, tmp_path: Path) -> None:
    for command in (("batch", "show", "b1"), ("check",), ("report", "budget")):
        run(*command, "-o", tmp_path / "answer.json")
        assert json.loads((tmp_path / "answer.json").read_text()) == run(*command, "--format", "json").json


def test_a_message_commands_no_terminal(planned: Path, run: Run) -> None:
    """Escape sequences and endless codes are not echoed."""
    answer = run("partner", "add", "a\x1b[31mred" + "x" * 5000, "--name", "X", status=2)
    assert "\x1b" not in answer.err
    assert len(answer.err) < 1000


def test_the_unforeseen_is_told_without_its_details(
    ledger: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No traceback and none of what the error says, which may be a name; with REINSERT_DEBUG, where it came from."""

    def fail(*_arguments: object) -> None:
        try:
            int("Benfictif")
        except ValueError as error:
            raise LookupError("Benfictif Amina") from error

    monkeypatch.setattr("reinsert_cli.reports.region.report", fail)
    answer = run("report", "region", status=5)
    assert "LookupError" in answer.err
    assert "Benfictif" not in answer.err
    monkeypatch.setenv("REINSERT_DEBUG", "1")
    told = run("report", "region", status=5).err
    assert "Benfictif" not in told
    assert "builtins.ValueError" in told
    assert f"{Path(__file__).name}:" in told
    assert " fail\n" in told


def test_what_fails_while_it_is_thrown_away_is_not_heard() -> None:
    """A workbook half written when its making failed leaves no traceback behind."""
    script = (
        "import sys\nfrom reinsert_cli.cli.main import main\n"
        "class Half:\n    def __del__(self):\n        raise ValueError\n"
        "sys.argv = ['reinsert', '--version']\n"
        "try:\n    main()\nexcept SystemExit:\n    Half()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("--lang", "ar", "followup", "add"), "نشيط (alive)، متعثر (struggling)، متوقف (closed)."),
        (("--lang", "fr", "project", "cost", "add"), "équipement (equipment), numéraire (cash), fonds de roulement"),
        (("--lang", "fr", "budget", "add"), "MONTANT"),
    ],
)
def test_help_names_what_an_option_takes_in_the_readers_words(command: tuple[str, ...], told: str) -> None:
    """Each choice by its word and, where that is another, its code; a value's place in the reader's language."""
    program = [sys.executable, "-c", "from reinsert_cli.cli.main import main; main()", *command, "--help"]
    shown = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    assert told in " ".join(shown.replace("│", " ").split())
