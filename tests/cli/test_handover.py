"""Who pays, who came, who received for whom, who signed: the day of the handover and what surrounds it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support import PEOPLE, Begun, Run, bytes_of, opened, write_xlsx

Line = dict[str, Any]


@pytest.fixture
def two(filled: Path, begun: Begun, run: Run) -> Path:
    """… and a second envelope, ``state``, of 50 000 DH; both are fed by convention ``conv`` of 200 000."""

    def write() -> None:
        run("partner", "add", "indh", "--name", "Comité fictif")
        run("convention", "add", "conv", "--programme", "micro", "--amount", "200 000,00", "--partner", "fund",
            "--partner", "indh")  # fmt: skip
        run("budget", "add", "state", "--programme", "micro", "--fiscal-year", "2024", "--funder", "indh",
            "--amount", "50 000,00", "--convention", "conv")  # fmt: skip
        run("budget", "revise", "env", "--convention", "conv", "--reason", "Avenant")

    return begun("two", write)


def lines(run: Run, code: str = "b1") -> list[Line]:
    found: list[Line] = run("batch", "show", code, "--format", "json").json["lines"]
    return found


def people(run: Run, code: str = "b1") -> list[str]:
    return [line["beneficiary"] for line in lines(run, code)]


def balances(run: Run) -> dict[str, tuple[str, str, str]]:
    rows = run("report", "budget", "--format", "json").json["rows"]
    return {row["envelope"]: (row["available"], row["committed"], row["delivered"]) for row in rows}


# ── who pays ────────────────────────────────────────────────────────────────────────────────────


def test_shares_add_up_to_the_centime(two: Path, run: Run) -> None:
    """A third and two thirds of 12 500,00, 17 000,50 and 8 000,00: what one rounds down the other rounds up."""
    said = run("batch", "share", "b1", "env=2", "state=1").out
    assert "Envelope env pays 25,000.33 DH of b1." in said
    assert "Envelope state pays 12,500.17 DH of b1." in said
    shares = run("batch", "show", "b1", "--format", "json").json["shares"]
    assert [share["amount"] for share in shares if share["line"] == 1] == ["8333.33", "4166.67"]
    run("batch", "lock", "b1")
    assert balances(run) == {
        "env": ("74999.67", "25000.33", "0.00"),
        "state": ("37499.83", "12500.17", "0.00"),
    }
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", people(run)[2])
    run("batch", "correct", "b1", "1", "--amount", "100,01", "--reason", "faute de frappe")
    assert balances(run)["env"][2] == "11400.34"  # two thirds of 17 000,50, and 66,67
    run("batch", "receipts", "b1", "--others", "present")
    run("check")


@pytest.mark.parametrize(
    ("parts", "status", "told"),
    [
        (["env"], 2, "“env” is no part of a payment."),
        (["env=1", "env=2"], 2, "is no part of a payment"),
        (["env=0"], 2, "zero"),
        (["env=90 %", "state=40 %"], 2, "The percentages make 130.00, not 100."),
        (["env=1", "nowhere=1"], 3, "There is no envelope nowhere."),
        (["env=1", "elsewhere=1"], 3, "belongs to another programme"),
        (["env=1", "--for", "B-NOBODY"], 3, "B-NOBODY"),
    ],
)
def test_shares_that_cannot_be(two: Path, run: Run, parts: list[str], status: int, told: str) -> None:
    run("programme", "add", "other", "--name", "Autre")
    run("budget", "add", "elsewhere", "--programme", "other", "--fiscal-year", "2024", "--funder", "fund",
        "--amount", "1 DH")  # fmt: skip
    before = bytes_of(two)
    assert told in run("batch", "share", "b1", *parts, status=status).err
    assert bytes_of(two) == before


def test_what_is_short_is_named_by_envelope(two: Path, run: Run, tmp_path: Path) -> None:
    """Each envelope is asked for its own part."""
    run("batch", "share", "b1", "env=1", "state=99")
    run("batch", "lock", "b1")
    run("batch", "cancel", "b1")
    run("budget", "transfer", "state", "env", "--amount", "40 000,00", "--reason", "rééquilibrage")
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("import", tmp_path / "people.xlsx", "--as", "distributions", "--batch", "b2", "--envelope", "env")
    run("batch", "share", "b2", "env=50 %", "state=50 %")
    assert "state (8,750.25 DH)" in run("batch", "lock", "b2", status=3).err


def test_the_same_file_leaves_the_shares_alone(two: Path, run: Run, tmp_path: Path) -> None:
    """Imported again, a file changes nothing; a line that it gives to another envelope is that envelope's alone."""
    run("batch", "share", "b1", "env=2", "state=1")
    file = tmp_path / "people.xlsx"
    again = run("import", file, "--batch", "b1", "--envelope", "env", "--format", "json").json["files"][0]
    assert again["outcomes"]["unchanged"] == 3
    assert len(run("batch", "show", "b1", "--format", "json").json["shares"]) == 6
    run("import", file, "--batch", "b1", "--envelope", "state")
    assert run("batch", "show", "b1", "--format", "json").json["shares"] == []


def test_the_threshold_speaks_up(two: Path, run: Run) -> None:
    """From 80 % used, or from the percentage that the envelope carries, locking and the report say so."""
    run("budget", "revise", "env", "--threshold", "35", "--reason", "Consigne")
    locked = run("batch", "lock", "b1")
    assert "Envelope env: 62,499.50 DH available." in locked.out
    assert "Envelope env: 37.5% used; attention was asked for from 35.0% on." in locked.err
    row = run("report", "budget", "--format", "json").json["rows"][0]
    assert (row["used"], row["threshold"]) == (37.5, 35)
    assert "env: 37.5% used" in run("report", "budget").out


def test_a_convention_across_its_batches(two: Path, run: Run) -> None:
    """What was agreed, allocated, promised, handed over, and what is left once what is planned is committed."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", people(run)[2])
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES",
        "--convention", "conv")  # fmt: skip
    run("batch", "roll", "b1", "--to", "b2")
    run("batch", "share", "b2", "env=1", "state=3")
    card = run("convention", "show", "conv", "--format", "json").json
    assert (card["amount"], card["allocated"], card["unallocated"], card["delivered"], card["available"]) == (
        "200000.00", "150000.00", "50000.00", "29500.50", "120499.50",
    )  # fmt: skip
    assert [(row["batch"], row["planned"], row["delivered"]) for row in card["batches"]] == [
        ("b2", "8000.00", "0.00"),
        ("b1", "0.00", "29500.50"),
    ]
    assert "112,499.50 DH remain available." in run("convention", "show", "conv").out
    assert run("report", "convention", "--format", "json").json["rows"][0]["available"] == "120499.50"
    assert "There is no convention nowhere." in run("convention", "show", "nowhere", status=3).err


# ── who came ────────────────────────────────────────────────────────────────────────────────────


def test_absent_people_roll_to_a_next_batch(two: Path, run: Run) -> None:
    """Their lines are released, and stand in the next batch as they were, shares too; once only."""
    run("batch", "share", "b1", "env=2", "state=1")
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("batch", "lock", "b1")
    person = people(run)[2]
    assert "Carried over to b2: 1." in run(
        "batch", "hold", "b1", "--on", "2024-12-06", "--absent", person, "--roll-to", "b2"
    ).out  # fmt: skip
    (carried,) = lines(run, "b2")
    assert (carried["beneficiary"], carried["amount"], carried["rolled_from"]) == (person, "8000.00", 3)
    assert lines(run)[2]["rolled_to"] == "b2"
    assert len(run("batch", "show", "b2", "--format", "json").json["shares"]) == 2
    assert "Nobody of b1 is left" in run("batch", "roll", "b1", "--to", "b2", status=3).err
    refused = run("batch", "correct", "b1", "3", "--came", "--reason", "erreur", status=3)
    assert "was carried over to b2" in refused.err
    run("batch", "lock", "b2")
    run("batch", "hold", "b2", "--on", "2024-12-20")
    assert run("report", "region", "--format", "json").json["totals"]["beneficiaries"] == 3


def test_a_batch_called_off_rolls_whole(filled: Path, run: Run) -> None:
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("batch", "cancel", "b1")
    assert "Carried over to b2: 3." in run("batch", "roll", "b1", "--to", "b2").out


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("b1", "cannot take over its own lines"),
        ("other", "of different programmes"),
        ("locked", "can no longer change"),
    ],
)
def test_rolls_that_cannot_be(filled: Path, run: Run, target: str, told: str) -> None:
    """A refused roll takes the whole handover back: nobody is delivered, nothing released."""
    run("programme", "add", "else", "--name", "Autre")
    run("batch", "plan", "other", "--programme", "else", "--fiscal-year", "2024", "--province", "MA-FES")
    run("batch", "plan", "locked", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("batch", "lock", "locked")
    run("batch", "lock", "b1")
    before = bytes_of(filled)
    answer = run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", people(run)[0], "--roll-to", target, status=3)
    assert told in answer.err
    assert bytes_of(filled) == before


# ── who received, who signed ────────────────────────────────────────────────────────────────────


def test_a_proxy_receives_and_another_hands_over(filled: Path, run: Run) -> None:
    """Everybody sees that a proxy received; who that was, and who handed over, only whoever gives a reason."""
    run("batch", "lock", "b1")
    first, second, third = people(run)
    held = run("batch", "hold", "b1", "--on", "2024-12-06", "--proxy", f"{first}=Zahra Parente",
               "--proxy", f"{second}={third}", "--delivered-by", "Agent Fictif")  # fmt: skip
    assert [line["received_by"] for line in lines(run)] == ["proxy", "proxy", "self"]
    everything = held.out + run("batch", "show", "b1").out + run("log", "list").out
    assert "Parente" not in everything
    assert "Agent" not in everything
    shown = run("batch", "show", "b1", "--identified", "--reason", "Contrôle", "--format", "json").json["lines"]
    assert [line["proxy"] for line in shown] == ["Zahra Parente", "Inventani Omar", None]
    assert {line["delivered_by"] for line in shown} == {"Agent Fictif"}


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (["--proxy", "{0}=Agent FICTIF"], 3, "Whoever hands over cannot receive for {0}."),
        (["--proxy", "{0}={0}"], 3, "{0} cannot be their own proxy."),
        (["--proxy", "{0}=Zahra Parente", "--absent", "{0}"], 3, "{0} or their proxy is named absent."),
        (["--proxy", "B-NOBODY=Zahra Parente"], 3, "B-NOBODY"),
        (["--proxy", "{0}=Amina Benfictif"], 3, "{0} cannot be their own proxy."),
        (["--proxy", "{0}=B-ZZZZZZZZZ"], 3, "There is no beneficiary B-ZZZZZZZZZ."),
        (["--proxy", "{0}={1}", "--absent", "{1}"], 3, "{0} or their proxy is named absent."),
        (["--delivered-by", "Karim El Exemple"], 3, "Whoever hands over is in the list of those who receive."),
        (["--proxy", "Zahra Parente"], 2, "--proxy is not understood."),
        (["--proxy", "{0}=Zahra Parente", "--proxy", "{0}=Autre"], 2, "--proxy is not understood."),
    ],
)
def test_proxies_that_cannot_be(filled: Path, run: Run, options: list[str], status: int, told: str) -> None:
    run("batch", "lock", "b1")
    codes = people(run)
    before = bytes_of(filled)
    answer = run("batch", "hold", "b1", "--on", "2024-12-06", "--delivered-by", "Agent Fictif",
                 *(option.format(*codes) for option in options), status=status)  # fmt: skip
    assert told.format(*codes) in answer.err
    assert "Parente" not in answer.err
    assert bytes_of(filled) == before


def test_reconciling_needs_every_receipt_marked(filled: Path, run: Run) -> None:
    """Present, missing or refused, but looked at; what is missing may still come in, until the batch is closed."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    first, second, third = people(run)
    refused = run("batch", "reconcile", "b1", status=3)
    assert "Signed receipts: not looked at yet 3." in refused.out
    assert "Receipts of b1 that nobody has marked: 3." in refused.err
    run("batch", "reconcile", "b1", "--dry-run")
    marked = run("batch", "receipts", "b1", "--present", first, "--missing", second)
    assert "Receipts of b1 marked: 2; not looked at yet: 1." in marked.out
    run("batch", "reconcile", "b1", status=3)
    run("batch", "receipts", "b1", "--refused", third)
    run("batch", "reconcile", "b1")
    run("batch", "receipts", "b1", "--present", second)
    assert [line["receipt"] for line in lines(run)] == ["present", "present", "refused"]
    run("batch", "receipts", "b1", "--missing", second)
    run("batch", "close", "b1")
    assert (
        "a receipt that is in can no longer change" in run("batch", "receipts", "b1", "--missing", first, status=3).err
    )
    run("batch", "receipts", "b1", "--present", second)
    assert "present, missing, refused" in run("batch", "receipts", "b1", "--others", "perdu", status=2).err


def test_closing_asks_again(filled: Path, run: Run) -> None:
    """What changed since the batch was reconciled is looked at too: a new receipt, a figure that no longer agrees."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    run("batch", "receipts", "b1", "--others", "present")
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "37 500,50", "--source", "Procès-verbal")
    assert "Batch b1 is reconciled." in run("batch", "reconcile", "b1").out
    run("batch", "replace", "b1", "3", "--reason", "échange")
    assert "Receipts of b1 that nobody has marked: 1." in run("batch", "close", "b1", status=3).err
    run("batch", "receipts", "b1", "--others", "present")
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", "--reason", "faute de frappe")
    assert "disagree" in run("batch", "close", "b1", status=1).err
    run("statement", "choose", "1", "--reason", "Acte signé")
    run("batch", "close", "b1")


def test_a_handover_to_come_is_told(filled: Path, run: Run) -> None:
    run("batch", "lock", "b1")
    assert "2026-02-01 is still to come." in run("batch", "hold", "b1", "--on", "2026-02-01").err


def test_people_paid_twice_are_named(filled: Path, run: Run, tmp_path: Path) -> None:
    """The same support for the same project, in two batches of a year: said when locking, and found by every check."""
    run("batch", "lock", "b1")
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    first = (*PEOPLE[1][:5], "Atelier de couture", *PEOPLE[1][6:])
    again = write_xlsx(tmp_path / "again.xlsx", [PEOPLE[0], first, (*PEOPLE[2][:6], "fonds de roulement", 100),
                                                 (*PEOPLE[3][:5], "Élevage", *PEOPLE[3][6:])])  # fmt: skip
    run("import", again, "--as", "distributions", "--batch", "b2", "--envelope", "env")
    person = people(run)[0]
    assert f"same project to: {person}." in run("batch", "lock", "b2").err
    found = run("check", "--format", "json", status=1).json["checks"]
    assert [one["detail"].split()[-1] for one in found if not one["ok"]] == [person]


def test_the_audit_keeps_no_name(filled: Path, run: Run) -> None:
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06", "--proxy", f"{people(run)[0]}=Zahra Parente",
        "--delivered-by", "Agent Fictif")  # fmt: skip
    with opened(filled) as database:
        told = str(
            database.execute("SELECT * FROM audit").fetchall() + database.execute("SELECT * FROM history").fetchall()
        )
    assert "Parente" not in told
