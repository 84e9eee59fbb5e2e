"""What centres send, whole: the answer of the import says what stands in the sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from tests.support import Run, write_xlsx

TO_B1 = ("--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json")


def bring_in(run: Run, path: Path, *more: str) -> Any:
    return run("import", path, *TO_B1, *more, status=None).json["files"][0]


def test_part_of_a_total_is_nobody(planned: Path, run: Run, tmp_path: Path) -> None:
    """« dont femmes » under the total counts again what stands above."""
    rows = [("Nom et prénom", "CIN", "Montant"), ("Amina Benfictif", "ZZ1", 1000), ("Omar Inventani", "ZZ2", 2000),
            ("TOTAL", None, 3000), ("dont femmes", None, 1000)]  # fmt: skip
    answer = bring_in(run, write_xlsx(tmp_path / "l.xlsx", rows))
    assert (answer["rows"], answer["amount"]) == (2, "3000.00")
    assert answer["applied"]


def test_broken_formulas_copied_as_text(planned: Path, run: Run, tmp_path: Path) -> None:
    """A list saved as text keeps what the program showed: no such word is a name or an activity."""
    path = tmp_path / "l.csv"
    path.write_text(
        "Nom;Prénom;CIN;Activité;Montant\n#VALEUR!;Ali;ZZ1;Snack;100\nFictif;#NOM?;ZZ2;#REF!;100\n"
        "Err:502;Omar;ZZ3;Snack;100\nFictif;Sara;ZZ4;Snack;#N/A\n"
    )
    answer = bring_in(run, path)
    cells = [(problem["code"], problem["cell"]) for problem in answer["problems"]]
    assert cells == [("cell.error", cell) for cell in ("A2", "B3", "D3", "A4", "E5")]
    assert answer["outcomes"]["invalid"] == 4


def test_granted_and_paid(planned: Path, run: Run, tmp_path: Path) -> None:
    """« Montant » merged over « accordé » and « versé »: the amount granted is the amount."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Bénéficiaire", "CIN", "Montant (DH)", None])
    sheet.append([None, None, "accordé", "versé"])
    sheet.append(["Amina Benfictif", "ZZ1", 12500, 5000])
    sheet.merge_cells("C1:D1")
    sheet.merge_cells("A1:A2")
    book.save(tmp_path / "l.xlsx")
    answer = bring_in(run, tmp_path / "l.xlsx")
    assert (answer["amount"], answer["header_row"], answer["applied"]) == ("12500.00", 2, True)


def test_a_profile_remembers_a_layout(planned: Path, run: Run, tmp_path: Path) -> None:
    """Headings that only this centre uses, a sheet among others: said once."""
    book = Workbook()
    book.worksheets[0].append(["autre chose"])
    sheet = book.create_sheet("Suivi")
    for row in (("Qui", "Pièce", "Combien"), ("Amina Benfictif", "ZZ1", "1 250,50"), ("Omar Inventani", "ZZ2", 900)):
        sheet.append(row)
    book.save(tmp_path / "l.xlsx")
    maps = ("--map", "Qui=full_name", "--map", "Pièce=cin", "--map", "Combien=amount")
    run("profile", "save", "fes", "--as", "distributions", *maps, "--sheet", "Suivi", "--centre", "fes")
    assert "Combien=amount" in run("profile", "list").out
    answer = bring_in(run, tmp_path / "l.xlsx", "--profile", "fes")
    assert (answer["outcomes"]["new"], answer["amount"], answer["sheet"]) == (2, "2150.50", "Suivi")
    assert run("profile", "show", "fes").json["map"]["Pièce"] == "cin"
    run("profile", "delete", "fes")
    assert "There is no profile fes" in run("import", tmp_path / "l.xlsx", "--profile", "fes", status=3).err
    run("profile", "save", "fes", "--map", "Qui=nonsense", status=2)
    run("profile", "save", "fes", status=2)


def test_encodings(planned: Path, run: Run, tmp_path: Path) -> None:
    """Told by what the words say, shown in the answer, overridden by hand; an unknown one is a usage error."""
    path = tmp_path / "l.csv"
    path.write_bytes("الاسم الكامل;رقم البطاقة الوطنية;المبلغ\nأمينة بنفكتيف;ZZ1;1250,50\n".encode("cp1256"))
    assert bring_in(run, path, "--dry-run")["encoding"] == "cp1256"
    assert bring_in(run, path, "--dry-run", "--encoding", "cp1256")["amount"] == "1250.50"
    path.write_bytes("Nom;CIN;Montant\nAmina;ZZ1;100\n".encode("utf-16"))
    assert bring_in(run, path, "--dry-run", "--encoding", "utf-16")["outcomes"]["new"] == 1
    assert "no encoding klingon" in run("import", path, *TO_B1, "--encoding", "klingon", status=2).err


def test_a_centre_is_named_by_its_city(ledger: Path, run: Run, tmp_path: Path) -> None:
    """In either alphabet, as a person would; a city without a centre is refused with those there are."""
    for said in ("fes", "Fès", "فاس", "Centre de Fès"):
        assert run("report", "region", "--centre", said, "--format", "json").json["filters"] == {"centre": "fes"}
    run("template", "distributions", "--centre", "فاس", "-o", str(tmp_path / "a.xlsx"))
    run("centre", "sheet", "Béni Mellal", "-o", str(tmp_path / "b.xlsx"))
    assert "Known:" in run("followup", "due", "--centre", "Rabat", status=3).err
