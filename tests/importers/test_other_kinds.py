"""Budget sheets, statement sheets and templates."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.support import Run, write_xlsx

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
        ("distributions", {"cin": "ZZ1", "amount": 100}),
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
