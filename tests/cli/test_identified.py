"""Names are shown for a reason only, which the audit keeps before anything is shown; protected facts, apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.after import three_projects
from tests.support import Run, opened

LISTS = (
    ("beneficiary", "list"),
    ("beneficiary", "show", "ZZ9001"),
    ("batch", "show", "b1"),
    ("followup", "due", "--by", "2030"),
)


def records(ledger: Path) -> list[tuple[str, dict[str, Any]]]:
    """The commands and changes of the audit that tell of people named."""
    with opened(ledger) as database:
        rows = database.execute("SELECT command, changes FROM audit ORDER BY id").fetchall()
    told = [(command, change) for command, changes in rows for change in json.loads(changes)]
    return [(command, change) for command, change in told if change["what"] == "identified"]


@pytest.fixture
def funded(programme: Path, run: Run, tmp_path: Path) -> Path:
    three_projects(run, tmp_path)
    with opened(programme) as database:
        database.execute("UPDATE sensitive SET disabled = TRUE, special_category = TRUE")
    return programme


@pytest.mark.parametrize("command", LISTS)
def test_no_name_without_a_reason(funded: Path, run: Run, command: tuple[str, ...]) -> None:
    assert "Fictive" not in run(*command).out
    for options in (("--identified",), ("--identified", "--reason", "  ")):
        answer = run(*command, *options, status=2)
        assert "needs a reason" in answer.err
        assert "Fictive" not in answer.out + answer.err
    assert records(funded) == []


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize("fmt", ["table", "json", "csv", "html"])
def test_named_and_kept(funded: Path, run: Run, command: tuple[str, ...], fmt: str) -> None:
    """The audit says which command, how many people and why; no name."""
    out = run(*command, "--identified", "--reason", "appel du mardi", "--format", fmt).out
    assert ("Fictive" in out) is (command != LISTS[1] or fmt != "csv")
    ((said, change),) = records(funded)
    assert said == " ".join(command[:2])
    assert (change["reason"], change["people"]) == ("appel du mardi", 1 if command == LISTS[1] else 3)
    assert "Fictive" not in json.dumps(change)


def test_kept_before_anything_is_shown(funded: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the record cannot be written, nobody is named."""

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reinsert_cli.cli.people.record", fail)
    answer = run("beneficiary", "list", "--identified", "--reason", "test", status=2)
    assert "Fictive" not in answer.out + answer.err


def test_protected_facts_are_asked_for_by_name(funded: Path, run: Run) -> None:
    """Neither disability nor the special category stands beside a name unless its own option asks for it."""
    named = ("--identified", "--reason", "test", "--format", "json")
    (row, *_others) = run("beneficiary", "list", *named).json["rows"]
    assert not {"disabled", "special_category"} & row.keys()
    assert not {"disabled", "special_category"} & run("beneficiary", "show", "ZZ9001", *named).json.keys()
    (row, *_others) = run("beneficiary", "list", *named, "--with-disability", "--with-special").json["rows"]
    assert (row["disabled"], row["special_category"]) == (True, True)
    card = run("beneficiary", "show", "ZZ9001", *named, "--with-special").json
    assert card["special_category"] is True
    assert "disabled" not in card
    assert [change.get("shown") for _command, change in records(funded)] == [
        None, None, "disabled special_category", "special_category",
    ]  # fmt: skip


@pytest.mark.parametrize("option", ["--with-disability", "--with-special"])
def test_protected_facts_need_a_reason_too(funded: Path, run: Run, option: str) -> None:
    assert option in run("beneficiary", "list", option, status=2).err


@pytest.mark.parametrize(
    "reason",
    ["Personne Fictive B absente", "fictive b PERSONNE", "carte ZZ 90 01 perdue", "appeler le 06.12.34.56.78"],
)
def test_no_reason_says_who_somebody_is(funded: Path, run: Run, reason: str) -> None:
    """Reasons are kept for good: one that names somebody is refused, and nothing is written."""
    run("beneficiary", "add", "--name", "Autre Fictif", "--phone", "0612345678", "--cin", "ZZ900199")
    with opened(funded) as database:
        before = database.execute("SELECT COUNT(*) FROM audit").fetchone()
    commands = (
        ("beneficiary", "list", "--identified", "--reason", reason),
        ("batch", "correct", "b1", "1", "--amount", "9000", "--reason", reason),
    )
    for command in commands:
        answer = run(*command, status=2)
        assert "A reason must not hold" in answer.err
        assert "Fictive" not in answer.out + answer.err
    with opened(funded) as database:
        assert database.execute("SELECT COUNT(*) FROM audit").fetchone() == before
