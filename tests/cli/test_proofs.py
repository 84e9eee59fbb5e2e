"""What check proves: assertions, statements, receipts, and books that somebody tampered with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Ledger, Run, opened, reader_of, run_script, unguarded

from reinsert_cli.domain.claims import read_claim
from reinsert_cli.domain.faults import Fault


def failing(run: Run) -> dict[str, str]:
    """What check finds, by code, with its detail."""
    checks = run("check", "--format", "json", status=None).json["checks"]
    return {check["code"]: check["detail"] for check in checks if not check["ok"]}


# ── assertions ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "kind", "measure", "value", "day"),
    [
        ("convention X has 1 000 000,00 on 2025-03-31", "convention", "allocated", 100_000_000, "2025-03-31"),
        ("la convention X a 1.000.000,00 DH au 31/03/2025", "convention", "allocated", 100_000_000, "2025-03-31"),
        ("l’enveloppe X dispose de 62 499,50 DH disponibles au 31 mars 2025", "envelope", "available", 6_249_950,
         "2025-03-31"),
        ("batch X has 25 beneficiaries on 2025-03", "batch", "beneficiaries", 25, "2025-03"),
        ("le lot X compte 25 bénéficiaires le 18 mars 2025", "batch", "beneficiaries", 25, "2025-03-18"),
        ("programme X has 13,5 millions de DH on 2019", "programme", "allocated", 1_350_000_000, "2019"),
        ("الاتفاقية X لها 1.000.000,00 درهم في 31 مارس 2025", "convention", "allocated", 100_000_000, "2025-03-31"),
        ("envelope X has 5 DH committed on 2025-03-31", "envelope", "committed", 500, "2025-03-31"),
    ],
)  # fmt: skip
def test_assertions_are_read_in_three_languages(sentence: str, kind: str, measure: str, value: int, day: str) -> None:
    claim = read_claim(sentence)
    assert not isinstance(claim, Fault)
    assert (claim.subject_kind, claim.subject, claim.measure, claim.value, claim.day.iso) == (
        kind,
        "X",
        measure,
        value,
        day,
    )


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("", "claim.unreadable"),
        ("convention X", "claim.unreadable"),
        ("convention X has 5 DH", "claim.unreadable"),
        ("the moon X has 5 DH on 2025-03-31", "claim.unreadable"),
        ("convention X has on 2025-03-31", "amount.empty"),
        ("convention X has plus de 5 DH on 2025-03-31", "claim.not_exact"),
        ("convention X has 1.234 on 2025-03-31", "amount.ambiguous"),
        ("convention X has 5 DH on 2025-02-30", "date.impossible"),
        ("batch X has 2,5 beneficiaries on 2025-02-20", "count.unreadable"),
    ],
)
def test_assertions_that_cannot_be_read(sentence: str, code: str) -> None:
    fault = read_claim(sentence)
    assert isinstance(fault, Fault)
    assert fault.code == code


def test_an_assertion_is_compared_with_the_books_of_its_day(
    filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was committed later does not touch it; what was allocated in the year does."""
    for sentence in (
        "envelope env has 100 000,00 on 2024-12-31",
        "envelope env has 62 499,50 available on 2026-01-15",
        "envelope env has 100 000,00 available on 2026-01-14",
        "batch b1 has 0 people on 2026-01-15",
        "programme micro has 100 000,00 on 2024-12-31",
    ):
        run("assert", "add", sentence)
    run("batch", "lock", "b1")
    run("check")
    run("batch", "cancel", "b1")
    assert failing(run) == {"assertions.hold": "Assertions that the books contradict: see “reinsert assert list”. 2"}
    row = run("assert", "list", "--format", "json").json["rows"][1]
    assert (row["asserted"], row["found"], row["gap"]) == ("62499.50", "100000.00", "37500.50")
    run("assert", "remove", "2")
    run("check")
    assert "There is no assertion no. 2." in run("assert", "remove", "2", status=3).err


def test_a_convention_has_what_it_feeds_else_what_was_agreed(programme: Path, run: Run) -> None:
    run("convention", "add", "X", "--programme", "micro", "--amount", "1 000 000,00")
    run("assert", "add", "convention X has 1 000 000,00 on 2025-03-31")
    run("check")
    run("budget", "add", "e1", "--programme", "micro", "--fiscal-year", "2025", "--funder", "fund", "--convention", "X",
        "--amount", "400 000,00")  # fmt: skip
    assert "assertions.hold" in failing(run)
    run("budget", "add", "e2", "--programme", "micro", "--fiscal-year", "2025", "--funder", "fund", "--convention", "X",
        "--amount", "600 000,00", "--on", "2025-01-15")  # fmt: skip
    run("check")
    run("assert", "add", "convention X has 5 DH on 2030-01-01")  # not judged before its day
    run("check")
    assert "There is no convention Y." in run("assert", "add", "convention Y has 1 DH on 2025", status=3).err


# ── statements ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("printed", "gap"),
    [("plus de 500 000", "0.00"), ("612 000,00", "0.00"), ("267 788,01", "344211.99"), ("près de 600 000", "0.00"),
     ("moins de 600 000", "12000.00")],
)  # fmt: skip
def test_qualifiers_are_respected(planned: Path, run: Run, printed: str, gap: str) -> None:
    """Over 500 000 agrees with 612 000; 267 788,01 does not."""
    for value, source in (("612 000,00", "Procès-verbal"), (printed, "Journal")):
        run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", value, "--source", source)
    run("statement", "choose", "1", "--reason", "Acte signé")
    rows = run("statement", "list", "--format", "json").json["rows"]
    assert [row["gap"] for row in rows] == ["0.00", gap]


def test_statements_on_a_programme(filled: Path, run: Run) -> None:
    """Compared with the programme's own summary, in one fiscal year or in all."""
    for options in (
        ["--measure", "amount", "--value", "37 500,50"],
        ["--measure", "beneficiaries", "--value", "4", "--fiscal-year", "2024"],
        ["--measure", "women", "--value", "1", "--fiscal-year", "2024"],
        ["--measure", "beneficiaries", "--value", "2", "--fiscal-year", "2023"],
    ):
        run("statement", "add", "--programme", "micro", *options, "--source", "Bilan annuel fictif")
    rows = run("report", "statements", "--format", "json").json["rows"]
    assert [(row["subject_kind"], row["subject"], row["fiscal_year"], row["measure"], row["gap"]) for row in rows] == [
        ("programme", "micro", 2023, "beneficiaries", 2),
        ("programme", "micro", 2024, "beneficiaries", 1),
    ]
    assert failing(run).keys() == {"statements.headcounts"}
    refused = run("statement", "add", "--batch", "b1", "--fiscal-year", "2024", "--measure", "amount",
                  "--value", "5 DH", "--source", "A", status=2)  # fmt: skip
    assert "a fiscal year goes with a programme only" in refused.err


def test_statements_on_programmes_are_imported(filled: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "press.csv"
    file.write_text(
        "Programme;Exercice;Mesure;Valeur;Source\nmicro;2024;montant;37 500,50;Bilan\nmicro;;femmes;1;Bilan\n"
    )
    assert run("import", file, "--format", "json").json["files"][0]["outcomes"]["new"] == 2
    assert run("import", file, "--format", "json").json["files"][0]["outcomes"]["unchanged"] == 2
    run("check")


# ── days that pass, and books that somebody touched ─────────────────────────────────────────────


def test_receipts_that_do_not_come_in(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty days after the handover, a batch still held without its receipts is a finding."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2026-01-10")
    monkeypatch.setenv("REINSERT_NOW", "2026-02-09T09:00:00+00:00")
    run("check")
    monkeypatch.setenv("REINSERT_NOW", "2026-02-10T09:00:00+00:00")
    assert failing(run).keys() == {"batch.receipts"}
    run("batch", "receipts", "b1", "--others", "missing")
    assert failing(run).keys() == {"batch.receipts"}
    people = {line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]}
    run("batch", "receipts", "b1", *(f"--present={person}" for person in people))
    run("check")


@pytest.fixture
def books(filled: Ledger, run: Run) -> Ledger:
    """A ledger with a batch held and a month closed."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2025-12-20")
    run("period", "close", "2025-11")
    run("assert", "add", "batch b1 has 3 people on 2025-12-31")
    run("statement", "add", "--batch", "b1", "--measure", "women", "--value", "1", "--source", "Procès-verbal fictif")
    run("check")
    return filled


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        (
            "UPDATE journal SET amount = amount + 1 WHERE id = 3",
            {"journal.balanced", "envelope.adds_up", "audit.journal"},
        ),
        ("DELETE FROM journal WHERE entry = 2", {"lines.committed", "lines.not_committed", "audit.journal"}),
        ("UPDATE journal SET amount = amount * 2", {"lines.committed", "audit.journal"}),
        ("UPDATE journal SET amount = amount * 2; UPDATE batch_line SET amount = amount * 2", {"audit.journal"}),
        ("UPDATE journal SET month = '2025-11', booked_on = '2025-11-20' WHERE kind = 'deliver'", {"audit.journal"}),
        ("UPDATE journal SET mends = 99, kind = 'correct' WHERE kind = 'deliver'", {"journal.mends", "audit.journal"}),
        ("UPDATE audit SET author = 'nobody' WHERE id = 3", {"audit.chain"}),
        ("DELETE FROM audit WHERE id = 4", {"audit.chain"}),
        ("UPDATE batch_line SET amount = 1 WHERE id = 1", {"lines.committed", "audit.state"}),
        ("UPDATE batch_line SET receipt = 'present'", {"audit.state"}),
        ("UPDATE batch SET held_on = '2025-12-19'", {"audit.state"}),
        ("UPDATE statement SET value = 2", {"audit.state"}),
        ("DELETE FROM statement", {"audit.state"}),
        ("UPDATE envelope SET target_beneficiaries = 99", {"audit.state"}),
        ("UPDATE beneficiary SET sex = 'F'", {"audit.state"}),
        ("DELETE FROM closed_month", {"audit.state"}),
        (
            "INSERT INTO closed_month (month, written_at, author, audit_id) VALUES ('2025-10', '', '', 1)",
            {"audit.state"},
        ),
        ("DELETE FROM assertion", {"audit.state"}),
        ("UPDATE tally SET women = women + 1", {"summaries.carried"}),
        ("UPDATE balance SET amount = amount + 1 WHERE account = 'available'", {"summaries.carried"}),
        (
            "INSERT INTO again SELECT code, 'b1', 'MA-03', 'micro', 2024, NULL, NULL FROM beneficiary",
            {"summaries.carried"},
        ),
        ("DELETE FROM history WHERE id > 1", {"audit.state"}),
        ("UPDATE history SET old = replace(old, ':', ':9') WHERE table_name = 'batch_line'", {"audit.state"}),
    ],
)
def test_tampering_is_found(books: Ledger, run: Run, tampering: str, found: set[str]) -> None:
    """Whatever is done behind the triggers, as a clever hand could, leaves something that does not hold."""
    with unguarded(books) as database:
        run_script(database, tampering)
    assert failing(run).keys() >= found


def test_triggers_taken_away_are_missed(books: Ledger, run: Run) -> None:
    with opened(books) as database:
        reader = reader_of(database, books)
        reader.dialect.drop_triggers(reader, "")
    assert "file.triggers" in failing(run)


@pytest.mark.parametrize(
    "change",
    ["UPDATE beneficiary SET sex = 'F'", "UPDATE statement SET value = 2", "UPDATE envelope SET threshold = 99",
     "UPDATE project SET activity = 'Autre'", "UPDATE batch_line SET receipt = 'present'"],
)  # fmt: skip
def test_what_is_changed_with_another_tool_is_found_for_good(filled: Path, run: Run, change: str) -> None:
    """Its triggers in place, the ledger knows that something changed; no later write answers for it."""
    run("statement", "add", "--batch", "b1", "--measure", "women", "--value", "1", "--source", "Procès-verbal fictif")
    run("check")
    with opened(filled) as database:
        run_script(database, change)
    assert "audit.state" in failing(run)
    run("partner", "add", "later", "--name", "Plus tard")
    run("batch", "share", "b1", "env=1")
    assert "audit.state" in failing(run)


@pytest.mark.file_only
def test_a_trigger_that_does_nothing_is_found(filled: Path, run: Run) -> None:
    """A guard of the right name that guards nothing is no guard."""
    with opened(filled) as database:
        database.execute("DROP TRIGGER journal_no_delete")
        database.execute("CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal WHEN 0 "
                         "BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END")  # fmt: skip
    assert failing(run)["file.triggers"].endswith(" journal_no_delete")


def test_check_is_silent_when_clean(filled: Path, run: Run) -> None:
    """Nothing on the screen and 0; every check by name in JSON, for the nightly job."""
    assert run("check").out == ""
    answer = run("check", "--format", "json").json
    assert answer["ok"] is True
    assert {check["ok"] for check in answer["checks"]} == {True}
    assert {"journal.balanced", "envelope.adds_up", "lines.not_committed", "person.paid_twice", "statements.headcounts",
            "batch.undated", "batch.receipts", "envelope.overridden", "assertions.hold", "audit.chain"} <= {
        check["code"] for check in answer["checks"]
    }  # fmt: skip
