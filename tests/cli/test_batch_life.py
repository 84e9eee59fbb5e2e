"""The life of a batch, in the words that scripts rely on (design §4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run, bytes_of, opened, write_xlsx


def balances(run: Run) -> dict[str, str]:
    row = run("report", "budget", "--format", "json").json["rows"][0]
    return {key: row[key] for key in ("allocated", "committed", "delivered", "available")}


def codes(run: Run) -> list[str]:
    return [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]


def test_from_plan_to_close(filled: Path, run: Run) -> None:
    """Locking commits, holding delivers but for the absent, whose money is released; then reconciled and closed."""
    assert balances(run)["committed"] == "0.00"
    run("batch", "lock", "b1")
    assert balances(run) == {
        "allocated": "100000.00", "committed": "37500.50", "delivered": "0.00", "available": "62499.50",
    }  # fmt: skip
    absent = codes(run)[1]
    run("batch", "hold", "b1", "--on", "6 décembre 2024", "--absent", absent)
    assert balances(run) == {
        "allocated": "100000.00", "committed": "0.00", "delivered": "20500.00", "available": "79500.00",
    }  # fmt: skip
    run("batch", "receipts", "b1", "--others", "present")
    run("batch", "reconcile", "b1")
    run("batch", "close", "b1")
    shown = run("batch", "show", "b1", "--format", "json").json
    assert shown["status"] == "closed"
    assert shown["held_on"] == "2024-12-06"
    assert [line["status"] for line in shown["lines"]] == ["delivered", "absent", "delivered"]
    assert [line["region"] for line in shown["lines"]] == ["MA-03", "MA-03", "MA-01"]
    assert run("check").out == ""


def test_cancelling_releases(filled: Path, run: Run) -> None:
    """A locked batch that is called off gives everything back."""
    run("batch", "lock", "b1")
    run("batch", "cancel", "b1")
    assert balances(run)["available"] == "100000.00"
    assert run("report", "region", "--format", "json").json["rows"] == []
    assert run("report", "batch", "--format", "json").json["rows"][0]["status"] == "cancelled"
    run("check")


@pytest.mark.parametrize(
    ("moves", "refused", "open_moves"),
    [
        ([], "hold", "lock, cancel, share, add, remove, correct"),
        ([], "close", "lock, cancel, share, add, remove, correct"),
        ([], "receipts", "lock, cancel, share, add, remove, correct"),
        (["lock"], "lock", "hold, cancel, correct"),
        (["lock", "hold"], "cancel", "reconcile, receipts, roll, correct, return, replace"),
        (["lock", "hold", "receipts", "reconcile", "close"], "reconcile", "receipts, roll, correct, return, replace"),
        (["cancel"], "lock", "roll"),
    ],
)
def test_a_wrong_move_says_which_are_open(
    filled: Path, run: Run, moves: list[str], refused: str, open_moves: str
) -> None:
    """Every move out of turn exits 3 and changes nothing."""
    days = {"hold": ["--on", "2024-12-06"], "receipts": ["--others", "present"]}
    for move in moves:
        run("batch", move, "b1", *days.get(move, []))
    before = bytes_of(filled)
    answer = run("batch", refused, "b1", *days.get(refused, []), status=3)
    assert f"Moves open now: {open_moves}." in answer.err
    assert bytes_of(filled) == before


def test_over_commitment_is_refused_unless_someone_answers_for_it(filled: Path, people: Path, run: Run) -> None:
    """Too small an envelope refuses the lock and says what is missing; an override keeps author and reason for good."""
    run("budget", "add", "small", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund",
        "--amount", "30 000,00")  # fmt: skip
    run("import", people, "--as", "distributions", "--batch", "b1", "--envelope", "small")
    refused = run("batch", "lock", "b1", status=3)
    assert "small (7,500.50 DH)" in refused.err
    assert run("batch", "lock", "b1", "--override", status=2).out == ""
    run("batch", "lock", "b1", "--override", "--reason", "Avenant signé, virement attendu")
    rows = run("report", "budget", "--format", "json").json["rows"]
    assert {row["envelope"]: row["overridden"] for row in rows} == {"env": None, "small": "7500.50"}
    found = run("check", "--format", "json", status=1).json
    assert [check["code"] for check in found["checks"] if not check["ok"]] == ["envelope.overridden"]
    with opened(filled) as database:
        assert database.execute("SELECT author, reason FROM overcommitment").fetchall() == [
            ("tester", "Avenant signé, virement attendu")
        ]


def test_absent_people_must_be_expected(filled: Path, run: Run) -> None:
    """A code that is not in the list is refused, and nobody is delivered."""
    run("batch", "lock", "b1")
    answer = run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", "B-NOBODY", status=3)
    assert "B-NOBODY" in answer.err
    assert balances(run)["delivered"] == "0.00"


def test_the_list_is_frozen_once_locked(filled: Path, people: Path, run: Run) -> None:
    """An import into a locked batch is refused whole."""
    run("batch", "lock", "b1")
    answer = run("import", people, "--batch", "b1", "--envelope", "env", status=3)
    assert "can no longer change" in answer.err


def test_a_batch_without_lines_counts_what_sources_declare(planned: Path, run: Run) -> None:
    """No lines: the chosen statement counts, marked declared, attributed to the venue's region."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12")
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "plus de 500.000 DH", "--source", "A")
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "267,788.01 درهم", "--source", "B")
    run("statement", "add", "--batch", "b1", "--measure", "beneficiaries", "--value", "sept (07)", "--source", "A")
    row = run("report", "region", "--format", "json").json["rows"][0]
    assert row == {
        "region": "MA-03", "region_name": "Fès-Meknès", "batches": 1, "beneficiaries": 7, "women": None,
        "disabled": None, "planned": "0.00", "delivered": "267788.01", "mean_support": "38255.43", "basis": "declared",
    }  # fmt: skip


def test_reconcile_waits_for_a_choice_between_sources(planned: Path, run: Run) -> None:
    """Two sources that cannot both be true: status 1 and the gap, until someone chooses and says why."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "06/12/2024")
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "plus de 500.000 DH", "--source", "A")
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "267.788,01 DH", "--source", "B")
    answer = run("batch", "reconcile", "b1", "--format", "json", status=1)
    assert [row["gap"] for row in answer.json["rows"]] == ["0.00", "232211.99"]
    assert run("batch", "show", "b1", "--format", "json").json["status"] == "held"
    assert "statements.agree" in run("check", status=1).out
    run("statement", "choose", "2", "--reason", "Montant exact")
    run("batch", "reconcile", "b1", "--dry-run")
    assert run("batch", "show", "b1", "--format", "json").json["status"] == "held"
    run("batch", "reconcile", "b1")
    assert run("batch", "show", "b1", "--format", "json").json["status"] == "reconciled"
    run("check")


def test_an_envelope_owed_can_be_topped_up(filled: Path, people: Path, run: Run, tmp_path: Path) -> None:
    """After an over-commitment, more money comes in even if it does not cover the whole gap."""
    run(
        "budget",
        "add",
        "small",
        "--programme",
        "micro",
        "--fiscal-year",
        "2024",
        "--funder",
        "fund",
        "--amount",
        "10 DH",
    )
    run("import", people, "--batch", "b1", "--envelope", "small")
    run("batch", "lock", "b1", "--override", "--reason", "Virement attendu")
    head = ("Enveloppe", "Programme", "Exercice", "Bailleur", "Montant")
    for amount, outcome in ((10, "unchanged"), (20000, "updated"), (40000, "updated")):
        rows = [head, ("small", "micro", 2024, "fund", amount)]
        file = run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--format", "json").json["files"][0]
        assert file["outcomes"][outcome] == 1
    rows = run("report", "budget", "--format", "json").json["rows"]
    assert next(row["available"] for row in rows if row["envelope"] == "small") == "2499.50"


def test_money_moves_between_envelopes(filled: Path, run: Run) -> None:
    """What is not promised can go elsewhere, for a reason; no more than that."""
    run(
        "budget",
        "add",
        "other",
        "--programme",
        "micro",
        "--fiscal-year",
        "2024",
        "--funder",
        "fund",
        "--amount",
        "1 DH",
    )
    told = run("batch", "lock", "b1").out
    assert "Envelope env: 62,499.50 DH available." in told
    answer = run("budget", "transfer", "env", "other", "--amount", "70000", "--reason", "x", status=3)
    assert "env lacks 7,500.50 DH" in answer.err
    run("budget", "transfer", "env", "env", "--amount", "1", "--reason", "x", status=3)
    run("budget", "transfer", "env", "other", "--amount", "60 000,00 DH", "--reason", " ", status=2)
    run("budget", "transfer", "env", "other", "--amount", "60 000,00 DH", "--reason", "Rééquilibrage")
    table = run("report", "budget", "--format", "json").json
    assert {row["envelope"]: (row["allocated"], row["available"]) for row in table["rows"]} == {
        "env": ("40000.00", "2499.50"), "other": ("60001.00", "60001.00"),
    }  # fmt: skip
    assert table["totals"]["allocated"] == "100001.00"
    run("check")


def test_everyone_absent_is_nobody(filled: Path, run: Run) -> None:
    """A batch that nobody came to counts nobody, and disagrees with a source that declares three."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06", *(f"--absent={code.lower()}" for code in codes(run)))
    run("statement", "add", "--batch", "b1", "--measure", "beneficiaries", "--value", "3", "--source", "A")
    assert run("report", "batch", "--format", "json").json["rows"][0]["beneficiaries"] == 0
    assert run("batch", "reconcile", "b1", "--format", "json", status=1).json["rows"][0]["gap"] == 3


def test_nothing_known_is_not_reconciled(planned: Path, run: Run) -> None:
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    assert "nothing to reconcile" in run("batch", "reconcile", "b1", status=3).err


def test_a_batch_and_an_envelope_of_one_code_stay_apart(filled: Path, run: Run) -> None:
    """Statements on envelope ``b1`` are compared with what was allocated to it, not with the batch."""
    run(
        "budget", "add", "b1", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund", "--amount", "100 DH"
    )
    run("statement", "add", "--envelope", "b1", "--measure", "amount", "--value", "300 DH", "--source", "A")
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    run("batch", "receipts", "b1", "--others", "present")
    run("batch", "reconcile", "b1")
    (row,) = run("report", "statements", "--format", "json").json["rows"]
    assert (row["subject_kind"], row["subject"], row["gap"]) == ("envelope", "b1", "200.00")


def test_names_only_for_a_reason_and_with_a_record(filled: Path, run: Run) -> None:
    """``--identified`` shows who is behind a code, says why in the audit, and writes no name there."""
    run("batch", "show", "b1", "--identified", status=2)
    shown = run("batch", "show", "b1", "--identified", "--reason", "Émargement", "--format", "json").json
    assert (shown["lines"][0]["name"], shown["lines"][0]["cin"]) == ("Benfictif Amina", "ZZ1001")
    assert "Benfictif" not in run("batch", "show", "b1").out
    with opened(filled) as database:
        changes = database.execute("SELECT changes FROM audit ORDER BY id DESC LIMIT 1").fetchone()[0]
    assert "Émargement" in changes
    assert "Benfictif" not in changes


def test_every_write_is_in_the_audit_and_no_refusal_is(filled: Path, run: Run) -> None:
    """One record a command, chained; what was refused left none; no name in any."""
    with opened(filled) as database:
        before = database.execute("SELECT count(*) FROM audit").fetchone()[0]
        run("batch", "close", "b1", status=3)
        run("batch", "lock", "b1")
        records = database.execute("SELECT author, command, changes FROM audit ORDER BY id").fetchall()
    assert len(records) == before + 1
    assert records[-1][:2] == ("tester", "batch lock")
    everything = " ".join(text for record in records for text in record)
    assert not any(name in everything for name in ("Benfictif", "Amina", "ZZ1001"))
