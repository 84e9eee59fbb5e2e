"""Distribution sheets: who each row is, what it becomes, what coming again changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support import NOTHING, PEOPLE, Answer, Rows, Run, bytes_of, write_xlsx

TO_B1 = ("--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json")


@pytest.fixture
def bring(planned: Path, tmp_path: Path, run: Run) -> Any:
    """Import rows into ``b1``: ``bring(rows, "--dry-run")`` gives the one file's answer."""

    def bring_(rows: Rows, *options: str, name: str = "sheet.xlsx", status: int = 0) -> Any:
        answer: Answer = run("import", write_xlsx(tmp_path / name, rows), *TO_B1, *options, status=status)
        (file,) = answer.json["files"]
        return file

    return bring_


def lines(run: Run) -> list[tuple[str, str]]:
    shown = run("batch", "show", "b1", "--format", "json").json["lines"]
    return [(line["kind"], line["amount"]) for line in shown]


def headcount(run: Run) -> int:
    return run("report", "batch", "--format", "json").json["rows"][0]["beneficiaries"]


def test_new_rows(bring: Any, run: Run) -> None:
    """Each row a person, a project and a line; the summary says what was written, to the centime."""
    file = bring(PEOPLE)
    assert file["outcomes"] == {**NOTHING, "new": 3}
    assert (file["kind"], file["sheet"], file["header_row"], file["rows"]) == ("distributions", "Feuille1", 1, 3)
    assert (file["amount"], file["applied"]) == ("37500.50", True)
    assert lines(run) == [("equipment", "12500.00"), ("equipment", "17000.50"), ("cash", "8000.00")]


def test_the_same_file_again_changes_nothing(bring: Any, run: Run) -> None:
    bring(PEOPLE)
    before = lines(run)
    assert bring(PEOPLE)["outcomes"] == {**NOTHING, "unchanged": 3}
    assert lines(run) == before


def test_a_corrected_file_changes_only_what_changed(bring: Any, run: Run) -> None:
    """An amount and a label mended, a person added."""
    bring(PEOPLE)
    mended = [list(row) for row in PEOPLE]
    mended[1][7] = 13000
    mended.append(["Modeloui", "Sara", "ZZ1004", "F", "Fès", "Pâtisserie", "équipement", 5000])
    assert bring(mended)["outcomes"] == {**NOTHING, "new": 1, "updated": 1, "unchanged": 2}
    assert lines(run) == [
        ("equipment", "13000.00"), ("equipment", "17000.50"), ("cash", "8000.00"), ("equipment", "5000.00"),
    ]  # fmt: skip


def test_a_dry_run_is_the_real_run_rolled_back(bring: Any, run: Run, planned: Path) -> None:
    before = bytes_of(planned)
    file = bring(PEOPLE, "--dry-run")
    assert (file["outcomes"]["new"], file["applied"]) == (3, False)
    assert bytes_of(planned) == before
    assert file["amount"] == bring(PEOPLE)["amount"]


def test_an_invalid_row_keeps_the_file_out(bring: Any, run: Run) -> None:
    """Nothing goes in; the problem names sheet, cell and row and does not repeat what the cell holds."""
    rows = [*PEOPLE, ("Imaginari", "Hind", "ZZ1005", "F", "Fès", "Coiffure", "équipement", "Imaginari 12,34,56")]
    file = bring(rows, status=1)
    assert (file["applied"], file["outcomes"]["invalid"], lines(run)) == (False, 1, [])
    (problem,) = file["problems"]
    assert {key: problem[key] for key in ("code", "severity", "sheet", "cell", "row")} == {
        "code": "amount.unreadable", "severity": "error", "sheet": "Feuille1", "cell": "H5", "row": 5,
    }  # fmt: skip
    assert "Imaginari" not in problem["message"]


def test_accept_valid_takes_the_good_rows(bring: Any, run: Run) -> None:
    rows = [*PEOPLE, ("Imaginari", "Hind", "ZZ1005", "F", "Fès", "Coiffure", "équipement", None)]
    file = bring(rows, "--accept-valid", status=1)
    assert (file["applied"], file["outcomes"]) == (True, {**NOTHING, "new": 3, "invalid": 1})
    assert len(lines(run)) == 3


def test_one_person_with_two_rows_is_one_head(bring: Any, run: Run) -> None:
    """Equipment and cash for the same card number: two lines, one beneficiary."""
    rows = [*PEOPLE, ("BENFICTIF", "amina", "zz 1001", None, None, "Couture", "numéraire", 1500)]
    assert bring(rows)["outcomes"]["new"] == 4
    assert (len(lines(run)), headcount(run)) == (4, 3)


def test_equal_rows_are_as_many_lines(bring: Any, run: Run) -> None:
    """Two identical items for one person are two lines, told once, and the same two when the file comes again."""
    rows = [*PEOPLE, PEOPLE[1]]
    assert bring(rows, status=1)["outcomes"]["new"] == 4
    assert bring(rows)["outcomes"]["unchanged"] == 4
    assert len(lines(run)) == 4


def test_a_name_alone_never_decides(bring: Any, run: Run) -> None:
    """The same name without card or birth date is parked, with the code of whom it may be."""
    bring(PEOPLE)
    file = bring(
        [PEOPLE[0], ("Benfictif", "Amina", None, None, None, "Snack", "équipement", 900)], name="b.xlsx", status=1
    )
    assert file["outcomes"] == {**NOTHING, "parked": 1}
    (problem,) = file["problems"]
    assert (problem["code"], problem["severity"]) == ("person.possible", "warning")
    assert headcount(run) == 3


def test_names_only_come_again_as_themselves(bring: Any, run: Run) -> None:
    """A list of names, sent again with one amount mended: the others unchanged, nobody parked."""
    head = ("Nom et prénom", "Montant")
    bring([head, ("Sara Modeloui", 100), ("Ali Fictaoui", 200)])
    file = bring([head, ("Sara Modeloui", 150), ("Ali Fictaoui", 200)])
    assert file["outcomes"] == {**NOTHING, "updated": 1, "unchanged": 1}
    assert lines(run) == [("equipment", "150.00"), ("equipment", "200.00")]


def test_two_identifiers_that_point_two_ways_are_parked(bring: Any, run: Run) -> None:
    bring([("CIN", "Nom complet", "Date de naissance", "Montant"), ("ZZ1", "Sara Modeloui", date(1980, 1, 2), 100)])
    file = bring(
        [("CIN", "Nom complet", "Date de naissance", "Montant"), ("ZZ1", "Ali Fictaoui", date(1990, 5, 5), 100)],
        name="b.xlsx", status=1,
    )  # fmt: skip
    assert [problem["code"] for problem in file["problems"]] == ["person.conflict"]


def test_arabic_headings_and_digits(bring: Any, run: Run) -> None:
    """An Arabic sheet under a banner: Arabic-Indic digits, Moroccan months, the province by its kind and name."""
    rows = [
        ("بيانات مخترعة",),
        (),
        (
            "الاسم الكامل",
            "ر.ب.و",
            "تاريخ الازدياد",
            "الجنس",
            "العمالة أو الإقليم",
            "النشاط",
            "نوع الدعم",
            "المبلغ (درهم)",
        ),
        ("سارة النموذجي", "ZZ2001", "٦ دجنبر ١٩٨٤", "أنثى", "عمالة الصخيرات تمارة", "الخياطة", "تجهيزات", "١٢٥٠٠٫٥٠"),
        ("علي الافتراضي", "ZZ2002", "28 شتنبر 1990", "ذكر", "طنجة", "الحدادة", "دعم مالي", "850,25 درهم"),
    ]
    file = bring(rows)
    assert (file["header_row"], file["outcomes"]["new"], file["amount"]) == (3, 2, "13350.75")
    regions = run("report", "region", "--format", "json").json["rows"]
    assert [(row["region"], row["women"]) for row in regions] == [("MA-01", 0), ("MA-04", 1)]


def test_a_column_settles_its_ambiguous_amounts(bring: Any, run: Run) -> None:
    """``1.234`` alone has two readings; beside ``2.500,50`` it has one."""
    head = ("CIN", "Montant")
    assert bring([head, ("ZZ1", "1.234")], status=1)["problems"][0]["code"] == "amount.ambiguous"
    assert bring([head, ("ZZ1", "1.234"), ("ZZ2", "2.500,50")])["amount"] == "3734.50"


def test_unknown_is_not_no(bring: Any, run: Run) -> None:
    """No sex column: the number of women is unknown, not zero, and a note says so."""
    bring([("CIN", "Montant"), ("ZZ1", 100)])
    answer = run("report", "region", "--format", "json").json
    assert answer["rows"][0]["women"] is None
    assert "sex of 1 person" in answer["notes"][0]


def test_attribution_by_province_then_centre_then_batch(bring: Any, run: Run) -> None:
    """Design §3, rule 6; ``--centre`` speaks for rows that name none."""
    head = ("CIN", "Province", "Centre", "Montant")
    bring([head, ("ZZ1", "Tanger", "Salé", 100), ("ZZ2", None, "Centre de Salé", 200), ("ZZ3", None, None, 400)])
    assert [row["region"] for row in run("batch", "show", "b1", "--format", "json").json["lines"]] == [
        "MA-01", "MA-04", "MA-03",
    ]  # fmt: skip
    bring([("CIN", "Montant"), ("ZZ4", 800)], "--centre", "agadir", name="c.xlsx")
    assert run("report", "region", "--centre", "agadir", "--format", "json").json["totals"]["planned"] == "800.00"


def test_what_keeps_a_sheet_out(bring: Any, run: Run) -> None:
    """Headings that say nothing, twice the same, or too little; a column not understood is only told."""
    assert bring([("A", "B"), (1, 2)], status=1)["problems"][0]["code"] == "header.not_found"
    twice = bring([("CIN", "Montant", "Coût"), ("ZZ1", 1, 2)], status=1)["problems"][0]
    assert (twice["code"], twice["cell"]) == ("header.twice", "C1")
    assert bring([("CIN", "Montant")], status=1)["problems"][0]["code"] == "sheet.no_rows"
    told = bring([("CIN", "Montant", "Bidule"), ("ZZ1", 1, "x")])["problems"][0]
    assert (told["code"], told["severity"], told["cell"]) == ("header.unknown", "notice", "C1")
    told = bring([("CIN", "Montant", "Remarques"), ("ZZ1", 1, "x")])["problems"][0]
    assert (told["code"], told["severity"], told["cell"]) == ("header.not_kept", "notice", "C1")


def test_every_cell_that_cannot_be_read_is_named(bring: Any) -> None:
    """One wrong cell of each kind, all of them told at once."""
    head = ("CIN", "Sexe", "Date de naissance", "Province", "Centre", "Handicap", "Secteur", "Nature", "Montant")
    wrong = ("123", "?", "31/02/1980", "Fess", "Paris", "peut-être", "Astronomie", "prêt", "plus de 500 DH")
    problems = bring([head, wrong, (*["ZZ1"], *[None] * 7, 0)], status=1)["problems"]
    assert [(problem["cell"], problem["code"]) for problem in problems] == [
        ("A2", "cin.unreadable"), ("B2", "sex.unreadable"), ("C2", "birth_date.unreadable"), ("D2", "territory.unread"),
        ("E2", "centre.unread"), ("F2", "flag.unreadable"), ("G2", "sector.unknown"), ("H2", "kind.unreadable"),
        ("I2", "amount.qualified"), ("I3", "amount.zero"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ";")],
)
def test_delimited_text(planned: Path, run: Run, tmp_path: Path, encoding: str, delimiter: str) -> None:
    """French text in the encodings and with the delimiters that spreadsheets save."""
    rows = [["Prénom", "Nom", "CIN", "Montant"], ["Hélène", "Modeloui", "ZZ1", '"1 234,50"'], ["Ali", "X", "ZZ2", "10"]]
    path = tmp_path / "list.csv"
    path.write_text("\r\n".join(delimiter.join(row) for row in rows), encoding=encoding, newline="")
    (file,) = run("import", path, *TO_B1).json["files"]
    assert (file["outcomes"]["new"], file["amount"]) == (2, "1244.50")


def test_arabic_windows_text(planned: Path, run: Run, tmp_path: Path) -> None:
    """cp1256 is told from cp1252 by its letters."""
    path = tmp_path / "list.csv"
    path.write_text("الاسم الكامل;المبلغ\nسارة النموذجي;1250,50\n", encoding="cp1256")
    assert run("import", path, *TO_B1).json["files"][0]["amount"] == "1250.50"


def test_the_batch_must_be_named(planned: Path, run: Run, people: Path) -> None:
    run("import", people, status=2)
    run("import", people, "--batch", "nope", "--envelope", "env", status=3)
    run("import", people, "--batch", "b1", "--envelope", "nope", status=3)
    answer = run("import", people, "--batch", "b1", "--format", "json", status=1)
    assert {problem["code"] for problem in answer.json["files"][0]["problems"]} == {"envelope.missing"}


@pytest.mark.parametrize(
    "head",
    [
        ("NOM ET PRENOM", "N° CIN", "MONTANT EN DH"),
        ("Nom Prénom", "CIN", "Montant TTC"),
        ("الاسم الكامل", "رقم ب.ت.و", "المبلغ بالدرهم"),
        ("Noms et prénoms", "CNI", "Coût du projet (DH)"),
    ],
)
def test_usual_headings(bring: Any, head: tuple[str, ...]) -> None:
    """As centres write them, with the unit of the amount or without."""
    assert bring([head, ("Sara Modeloui", "ZZ1", 100)])["outcomes"]["new"] == 1


def test_a_cell_without_end(planned: Path, run: Run, tmp_path: Path) -> None:
    """However long: the row is kept out, and its cell is named."""
    path = tmp_path / "long.csv"
    for length in (100_000, 200_000):
        path.write_text("Nom;CIN;Montant\n" + "x" * length + ";ZZ1;100\n")
        (file,) = run("import", path, *TO_B1, status=1).json["files"]
        assert [problem["code"] for problem in file["problems"]] == ["cell.too_long"]
