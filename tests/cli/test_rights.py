"""What people may ask of what is held on them: a copy, what is wrong put right; and how long it is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.after import handed_over, person
from tests.support import Run, bytes_of, opened, write_xlsx

AMINA = ("--name", "Amina Benfictif", "--name-ar", "أمينة بنفكتيف", "--cin", "ZZ100001", "--born", "12/03/1985",
         "--phone", "0612345678", "--province", "Fès", "--disabled")  # fmt: skip


def asked(ledger: Path, query: str, *params: Any) -> list[tuple[Any, ...]]:
    with opened(ledger) as database:
        return list(database.execute(query, params))


def add(run: Run, *options: str) -> str:
    return str(run("beneficiary", "add", *options, "--format", "json").json["beneficiary"])


def last_record(ledger: Path) -> tuple[str, list[dict[str, Any]]]:
    command, changes = asked(ledger, "SELECT command, changes FROM audit ORDER BY id DESC LIMIT 1")[0]
    return command, json.loads(changes)


# ── a copy of all that is held ──────────────────────────────────────────────────────────────────


def test_all_that_is_held(programme: Path, run: Run, tmp_path: Path) -> None:
    """Of every table; a reason is asked for and kept, and nobody is named in what is kept."""
    handed_over(run, tmp_path, "b1", "2024-12-06", [person(1), person(2)])
    code = asked(programme, "SELECT beneficiary_code FROM identity WHERE cin = 'ZZ9001'")[0][0]
    run("beneficiary", "edit", code, "--name", "Personne Autre")
    run("beneficiary", "step", code, "training", "--on", "2023")
    run("followup", "back", code, "--definition", "arrest", "--on", "2025", "--not-back")
    assert "--reason" in run("beneficiary", "export", code, status=2).err
    held = run("beneficiary", "export", code, "--reason", "à sa demande", "--format", "json").json["held"]
    assert held["identity"][0]["name"] == "Personne Autre"
    assert held["identity"][1]["name"] == "Personne Fictive B"
    counts = {name: len(rows) for name, rows in held.items() if rows}
    assert counts == {
        "facts": 1, "identity": 2, "steps": 1, "back_in_prison": 1, "projects": 1, "lines": 1, "handovers": 1,
        "postings": 8, "files": 1, "log": 3,
    }  # fmt: skip
    assert "Fictive C" not in json.dumps(held)
    command, changes = last_record(programme)
    assert (command, changes[0]["what"], changes[0]["people"], changes[0]["reason"]) == (
        "beneficiary export", "identified", 1, "à sa demande",
    )  # fmt: skip
    assert "Personne" not in json.dumps(changes)


@pytest.mark.parametrize("name", ["copie.html", "copie.xlsx", "copie.md", "copie.csv"])
def test_a_copy_to_hand_over(ledger: Path, run: Run, tmp_path: Path, name: str) -> None:
    """Readable, in the reader's language, for its owner's eyes only."""
    code = add(run, *AMINA)
    path = tmp_path / name
    run("--lang", "fr", "beneficiary", "export", code, "--reason", "demande", "-o", path)
    assert path.stat().st_mode & 0o777 == 0o600
    if name == "copie.html":
        assert "Amina Benfictif" in path.read_text(encoding="utf-8")


def test_a_copy_tells_no_other_persons_words(ledger: Path, run: Run, tmp_path: Path) -> None:
    """A row that may mean them, and that nobody has decided on, may be somebody else's."""
    code = add(run, *AMINA)
    rows = [("Nom", "Activité", "Téléphone"), ("Amina Benfictif", "x", "0699999999")]
    run("import", write_xlsx(tmp_path / "l.xlsx", rows), "--as", "beneficiaries", status=1)
    held = run("beneficiary", "export", code, "--reason", "test", "--format", "json").json["held"]
    assert [(one["state"], one["said"]) for one in held["decisions"]] == [("waiting", None)]
    run("review", "accept", "1")
    held = run("beneficiary", "export", code, "--reason", "test", "--format", "json").json["held"]
    assert "0699999999" in held["decisions"][0]["said"]


# ── rectified ───────────────────────────────────────────────────────────────────────────────────


def test_what_was_wrong_is_kept_nowhere(ledger: Path, run: Run, tmp_path: Path) -> None:
    """Unlike an edit; the same file again does not bring it back, and cannot be undone."""
    rows = [
        ("Nom", "CIN", "Date de naissance", "Téléphone"),
        ("Amina Benfictif", "ZZ100001", "12/03/1985", "0612345678"),
    ]
    path = write_xlsx(tmp_path / "l.xlsx", rows)
    run("import", path, "--as", "beneficiaries")
    code = asked(ledger, "SELECT code FROM beneficiary")[0][0]
    run("beneficiary", "edit", code, "--cin", "ZZ100002")
    said = run(
        "beneficiary", "rectify", code, "--cin", "ZZ100009", "--name", "Amina Benfictive", "--reason", "erreur"
    ).out
    assert "National card number" in said
    content = bytes_of(ledger)
    assert b"ZZ100002" not in content
    assert b"Benfictif" not in content
    command, changes = last_record(ledger)
    assert (command, changes[0]["fields"], changes[0]["reason"]) == ("beneficiary rectify", "cin name_latin", "erreur")
    run("import", path, "--as", "beneficiaries")
    assert asked(ledger, "SELECT cin, name_latin FROM identity") == [("ZZ100009", "Amina Benfictive")]
    run("imports", "undo", "I-000001", status=3)
    run("check")


def test_nothing_to_rectify(ledger: Path, run: Run) -> None:
    code = add(run, *AMINA)
    assert (
        "nothing to rectify" in run("beneficiary", "rectify", code, "--cin", "ZZ100001", "--reason", "x", status=3).err
    )
    assert "--reason" in run("beneficiary", "rectify", code, "--cin", "ZZ100009", status=2).err
    run("beneficiary", "rectify", code, "--reason", "x", status=2)


# ── how long ────────────────────────────────────────────────────────────────────────────────────


def test_no_period_is_said(ledger: Path, run: Run) -> None:
    assert "No period is set" in run("retention", "due").err
    assert "Nobody" in run("retention", "apply").out
    assert [row["years"] for row in run("retention", "show", "--format", "json").json["rows"]] == [None, None]


def test_periods_are_what_was_said_last(ledger: Path, run: Run) -> None:
    run("retention", "set", "funded", "--years", "10")
    assert "5 years" in run("retention", "set", "unfunded", "--years", "٥").out
    run("retention", "set", "funded", "--years", "none")
    rows = run("retention", "show", "--format", "json").json["rows"]
    assert rows == [{"kind": "funded", "years": None}, {"kind": "unfunded", "years": 5}]
    for wrong in ("0", "-1", "101", "dix", ""):
        run("retention", "set", "funded", "--years", wrong, status=2)
    run("retention", "set", "everybody", "--years", "3", status=2)


@pytest.fixture
def aged(programme: Path, run: Run, tmp_path: Path) -> dict[str, str]:
    """Somebody helped in 2019 and visited in 2020, somebody helped in 2024, somebody registered in 2018 only."""
    project = handed_over(run, tmp_path, "b1", "2019-06-10", [person(1)])["D-1"]
    run("followup", "add", project, "--on", "2020-02-29", "--state", "alive")
    handed_over(run, tmp_path, "b2", "2024-06-10", [person(2)])
    never = add(run, "--name", "Jamais Aidée", "--on", "2018-05")
    people = dict(asked(programme, "SELECT cin, beneficiary_code FROM identity WHERE cin IS NOT NULL"))
    return {"old": people["ZZ9001"], "recent": people["ZZ9002"], "never": never}


def due(run: Run, *options: str) -> dict[str, tuple[str, str]]:
    rows = run("retention", "due", *options, "--format", "json").json["rows"]
    return {row["beneficiary"]: (row["last_act"], row["since"]) for row in rows}


def test_due_counts_from_the_last_act(aged: dict[str, str], run: Run) -> None:
    """A month stands for its last day; a leap day for the last of February."""
    run("retention", "set", "funded", "--years", "5")
    assert due(run) == {aged["old"]: ("2020-02-29", "2025-02-28")}
    assert due(run, "--by", "2025-02-27") == {}
    run("retention", "set", "unfunded", "--years", "3")
    assert due(run)[aged["never"]] == ("2018-05-31", "2021-05-31")
    assert set(due(run, "--by", "2030")) == set(aged.values())


def test_applied_in_one_record(aged: dict[str, str], programme: Path, run: Run) -> None:
    for kind in ("funded", "unfunded"):
        run("retention", "set", kind, "--years", "5")
    before = run("report", "region", "--format", "json").json
    said = run("retention", "apply").out
    assert "2 identities are erased" in said
    command, changes = last_record(programme)
    assert command == "retention apply"
    assert {one["code"] for one in changes if one["what"] == "beneficiary.erase"} == {aged["old"], aged["never"]}
    assert b"Jamais" not in bytes_of(programme)
    assert run("report", "region", "--format", "json").json == before
    assert due(run) == {}
    found = {one["code"] for one in run("check", "--format", "json", status=None).json["checks"] if not one["ok"]}
    assert found <= {"batch.receipts"}


def test_what_hinders_is_told(aged: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Nobody is erased while a batch is to hand something over to them; the others are."""
    run("retention", "set", "funded", "--years", "5")
    run("batch", "plan", "b3", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES", "--on", "2020")
    path = write_xlsx(tmp_path / "b3.xlsx", [("Nom", "CIN", "Activité", "Montant"), (*person(1)[1:3], "Autre", 100)])
    run("import", path, "--as", "distributions", "--batch", "b3", "--envelope", "env")
    rows = run("retention", "due", "--format", "json").json["rows"]
    assert [(row["beneficiary"], row["hindrance"]) for row in rows] == [(aged["old"], "promised")]
    assert aged["old"] in run("retention", "apply", status=1).err
