"""Budget sheets, statement sheets and templates."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.support import Run, opened, write_xlsx

from reinsert_cli.importers.run import KINDS
from reinsert_cli.importers.template import SKIPPED

BUDGET = ("Enveloppe", "Programme", "Exercice", "Bailleur", "Montant", "Convention", "Régions", "Cible")


def outcomes(run: Run, path: Path, *options: str, status: int = 0) -> dict[str, int]:
    (file,) = run("import", path, "--format", "json", *options, status=status).json["files"]
    return {name: number for name, number in file["outcomes"].items() if number}


def test_envelopes(programme: Path, run: Run, tmp_path: Path) -> None:
    """New, then unchanged, then topped up by the difference; the journal keeps both allocations."""
    rows = [BUDGET, ("e1", "micro", 2024, "fund", "plus de 1,5 million de DH", None, "Fès-Meknès ; Souss-Massa", 40)]
    assert outcomes(run, write_xlsx(tmp_path / "b.xlsx", rows)) == {"new": 1}
    assert outcomes(run, tmp_path / "b.xlsx") == {"unchanged": 1}
    rows[1] = ("e1", "micro", 2024, "fund", 1600000, None, None, 40)
    assert outcomes(run, write_xlsx(tmp_path / "b.xlsx", rows)) == {"updated": 1}
    table = run("report", "budget", "--region", "MA-09", "--format", "json").json
    assert {row["envelope"]: row["allocated"] for row in table["rows"]} == {"env": "100000.00", "e1": "1600000.00"}
    assert [r["envelope"] for r in run("report", "budget", "--region", "MA-01", "--format", "json").json["rows"]] == [
        "env"
    ]
    run("check")


def test_an_envelope_never_goes_below_what_it_promised(filled: Path, run: Run, tmp_path: Path) -> None:
    run("batch", "lock", "b1")
    rows = [BUDGET[:5], ("env", "micro", 2024, "fund", 20000)]
    (file,) = run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--format", "json", status=1).json["files"]
    assert file["problems"][0]["code"] == "envelope.below_committed"


def test_unknown_codes_keep_the_sheet_out(programme: Path, run: Run, tmp_path: Path) -> None:
    rows = [
        BUDGET[:5],
        ("e1", "micra", 2024, "fund", 5),
        ("e2", "micro", 2024, "found", 5),
        ("e3", "micro", None, "fund", 5),
    ]
    (file,) = run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--format", "json", status=1).json["files"]
    assert [(p["code"], p["row"]) for p in file["problems"]] == [
        ("programme.unknown", 2), ("partner.unknown", 3), ("budget.incomplete", 4),
    ]  # fmt: skip
    assert [row["envelope"] for row in run("report", "budget", "--format", "json").json["rows"]] == ["env"]


def test_what_a_cell_holds_is_not_repeated(planned: Path, run: Run, tmp_path: Path) -> None:
    """A name in a code's column is not printed back."""
    for rows in (
        [BUDGET[:5], ("Amina Benfictif", "micro", 2024, "fund", 5), ("e2", "Amina Benfictif", 2024, "fund", 5)],
        [("Lot", "Mesure", "Valeur", "Source"), ("Amina Benfictif", "montant", "5 DH", "A")],
    ):
        answer = run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--format", "json", status=1)
        assert "Benfictif" not in answer.out + answer.err


def test_the_audit_says_nothing_of_what_was_undone(programme: Path, run: Run, tmp_path: Path) -> None:
    """A row refused half-way leaves neither its convention nor a word of it."""
    rows = [BUDGET[:6], ("e1", "micro", 2024, "fund", 5, None), ("e2", "micro", 2024, "nobody", 5, "conv-undone")]
    run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--accept-valid", status=1)
    with opened(programme) as database:
        changes = database.execute("SELECT changes FROM audit ORDER BY id DESC LIMIT 1").fetchone()[0]
        assert database.execute("SELECT count(*) FROM convention").fetchone()[0] == 0
    assert "e1" in changes
    assert "conv-undone" not in changes


def test_conventions_are_brought_to_what_the_sheet_says(programme: Path, run: Run, tmp_path: Path) -> None:
    head = ("Convention", "Programme", "Montant de la convention", "Partenaires", "Région", "Du", "Au")
    first = [head, ("c1", "micro", "plus de 5 millions de DH", "fund", "Souss-Massa", "2017", "2025")]
    assert outcomes(run, write_xlsx(tmp_path / "c.xlsx", first)) == {"new": 1}
    assert outcomes(run, tmp_path / "c.xlsx") == {"unchanged": 1}
    second = [head, ("c1", "micro", "6 millions de DH", "fund", "Souss-Massa", "2017", "2026")]
    assert outcomes(run, write_xlsx(tmp_path / "c.xlsx", second)) == {"updated": 1}
    (row,) = run("convention", "list", "--format", "json").json["rows"]
    assert (row["amount"], row["qualifier"], row["regions"], row["ends_on"]) == ("6000000.00", "exact", "MA-09", "2026")


def test_an_envelope_in_two_rows_is_refused(programme: Path, run: Run, tmp_path: Path) -> None:
    rows = [BUDGET[:5], ("e1", "micro", 2024, "fund", 100), ("e1", "micro", 2024, "fund", 200)]
    (file,) = run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--format", "json", status=1).json["files"]
    assert [problem["code"] for problem in file["problems"]] == ["budget.twice", "budget.twice"]


def test_a_choice_needs_one_row_and_a_reason(planned: Path, run: Run, tmp_path: Path) -> None:
    head = ("Lot", "Mesure", "Valeur", "Source", "Retenu", "Motif")
    for rows, code in (
        ([("b1", "montant", "5 DH", "A", "oui", None)], "statement.reason_missing"),
        (
            [("b1", "montant", "5 DH", "A", "oui", "x"), ("b1", "montant", "6 DH", "B", "oui", "y")],
            "statement.chosen_twice",
        ),
    ):
        answer = run("import", write_xlsx(tmp_path / "s.xlsx", [head, *rows]), "--format", "json", status=1)
        assert {problem["code"] for problem in answer.json["files"][0]["problems"]} == {code}


def test_statements(planned: Path, run: Run, tmp_path: Path) -> None:
    """Kept once each, the choice with its reason; the same file again changes nothing."""
    rows = [
        ("Lot", "Mesure", "Valeur", "Source", "Retenu", "Motif"),
        ("b1", "montant", "plus de 500.000 DH", "Journal A", None, None),
        ("b1", "montant", "267,788.01 درهم", "Journal B", "oui", "Exact"),
        ("b1", "bénéficiaires", "سبع (07)", "Journal B", None, None),
    ]
    path = write_xlsx(tmp_path / "s.xlsx", rows)
    assert outcomes(run, path) == {"new": 3}
    assert outcomes(run, path) == {"unchanged": 3}
    shown = run("batch", "show", "b1", "--format", "json").json["statements"]
    assert [(s["measure"], s["value"], s["qualifier"], s["chosen"]) for s in shown] == [
        ("amount", "500000.00", "over", False), ("amount", "267788.01", "exact", True),
        ("beneficiaries", 7, "exact", True),
    ]  # fmt: skip


def test_corrected_statements(planned: Path, run: Run, tmp_path: Path) -> None:
    """A date or a figure mended is the same statement, mended; the source does not contradict itself."""
    head = ("Lot", "Mesure", "Valeur", "Source", "Date de publication")
    path = tmp_path / "s.xlsx"
    for row, outcome in (
        (("b1", "bénéficiaires", "7", "A", None), "new"),
        (("b1", "bénéficiaires", "7", "A", "06/12/2024"), "updated"),
        (("b1", "bénéficiaires", "8", "A", "06/12/2024"), "updated"),
        (("b1", "bénéficiaires", "8", "A", "06/12/2024"), "unchanged"),
    ):
        assert outcomes(run, write_xlsx(path, [head, row])) == {outcome: 1}
    (kept,) = run("batch", "show", "b1", "--format", "json").json["statements"]
    assert (kept["value"], kept["published_on"]) == (8, "2024-12-06")


def test_a_corrected_region_replaces_the_wrong_one(programme: Path, run: Run, tmp_path: Path) -> None:
    for region, outcome in (("MA-03", "new"), ("MA-09", "updated"), ("MA-09", "unchanged")):
        rows = [(*BUDGET[:5], "Régions"), ("e1", "micro", 2024, "fund", 5, region)]
        assert outcomes(run, write_xlsx(tmp_path / "b.xlsx", rows)) == {outcome: 1}
    rows = run("budget", "list", "--format", "json").json["rows"]
    assert next(row["regions"] for row in rows if row["envelope"] == "e1") == "MA-09"


def test_statement_rows_that_cannot_be_kept(planned: Path, run: Run, tmp_path: Path) -> None:
    rows = [
        ("Lot", "Enveloppe", "Mesure", "Valeur", "Source"),
        ("nope", None, "montant", "500 DH", "A"),
        ("b1", "env", "montant", "500 DH", "A"),
        ("b1", None, "montant", "néant", "A"),
        ("b1", None, "altitude", "500", "A"),
    ]
    (file,) = run("import", write_xlsx(tmp_path / "s.xlsx", rows), "--format", "json", status=1).json["files"]
    assert [(p["code"], p["cell"]) for p in file["problems"]] == [
        ("batch.unknown", "A2"), ("statement.one_subject", None), ("amount.unreadable", "D4"),
        ("measure.unreadable", "C5"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("beneficiaries", {"cin": "ZZ1", "training": "12/05/2024"}),
        ("distributions", {"cin": "ZZ1", "amount": 100}),
        ("projects", {"cin": "ZZ1", "activity": "Couture", "unit_price": 100}),
        ("budgets", {"envelope": "e9", "programme": "micro", "fiscal_year": 2024, "funder": "fund", "amount": 5}),
        ("statements", {"batch": "b1", "measure": "amount", "value": "500 DH", "source": "A"}),
    ],
)
def test_what_a_template_produces_imports(
    planned: Path, run: Run, tmp_path: Path, language: str, kind: str, row: dict[str, object]
) -> None:
    """In each language: the template, filled under its headings, comes in without --as and without a question."""
    path = tmp_path / "template.xlsx"
    run("--lang", language, "template", kind, "-o", path)
    book = load_workbook(path)
    keys = [field.key for field in KINDS[kind].fields if field.key not in SKIPPED]
    for column, key in enumerate(keys, start=1):
        book.worksheets[0].cell(5, column, row.get(key))  # type: ignore[arg-type]
    book.save(path)
    target = ("--batch", "b1", "--envelope", "env") if kind == "distributions" else ()
    assert outcomes(run, path, *target) == {"new": 1}


def test_a_template_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("mine")
    run("template", "budgets", "-o", tmp_path / "t.xlsx", status=3)
    assert (tmp_path / "t.xlsx").read_text() == "mine"


def test_a_budget_sheet_sent_again_leaves_transfers_alone(programme: Path, run: Run, tmp_path: Path) -> None:
    """What the funder granted is compared with what was granted, not with what was moved since."""
    rows = [BUDGET[:5], ("e1", "micro", 2024, "fund", 5000), ("e2", "micro", 2024, "fund", 3000)]
    file = write_xlsx(tmp_path / "b.xlsx", rows)
    run("import", file)
    run("budget", "transfer", "e1", "e2", "--amount", "1000", "--reason", "besoin")
    assert outcomes(run, file) == {"unchanged": 2}
    more = write_xlsx(tmp_path / "c.xlsx", [BUDGET[:5], ("e1", "micro", 2024, "fund", 6000)])
    assert outcomes(run, more) == {"updated": 1}
    allocated = {row["envelope"]: row["allocated"] for row in run("report", "budget", "--format", "json").json["rows"]}
    assert (allocated["e1"], allocated["e2"]) == ("5000.00", "4000.00")
    run("budget", "revise", "e1", "--amount", "5500", "--reason", "avenant")
