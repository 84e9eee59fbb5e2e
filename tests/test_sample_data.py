"""The sample files hold the events' figures to the centime, invented people only, and can be made again."""

import csv
import datetime
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_data"
TOOL = ROOT / "tools" / "make_sample_data.py"

PEOPLE = ("fes-2019.xlsx", "casablanca-2017-1.xlsx", "casablanca-2017-2.csv", "fes-2017-3.xlsx")
HEADQUARTERS = ("budgets.xlsx", "conventions.xlsx", "declarations.xlsx")
FILES = (*PEOPLE, *HEADQUARTERS)

CARD = ("CIN", "N° CIN", "ر.ب.و", "رقم البطاقة الوطنية")
FILE_NUMBER = ("N° dossier", "رقم الملف")
BORN = ("Date de naissance", "تاريخ الازدياد")
CENTRE = ("Centre", "المركز")
AMOUNT = ("Montant (DH)", "المبلغ (درهم)", "المبلغ")

REGION_OF_CENTRE = {
    **dict.fromkeys(("Fès", "فاس"), "MA-03"),
    "سلا": "MA-04",
    **dict.fromkeys(("Casablanca", "الدار البيضاء"), "MA-06"),
    "مراكش": "MA-07",
    "طنجة": "MA-01",
}


def lines(path):
    """Every cell value of a file, blank cells as ``None``."""
    if path.suffix == ".csv":
        text = path.read_bytes().decode("utf-8-sig")
        return [[cell or None for cell in line] for line in csv.reader(text.splitlines(), delimiter=";")]
    (sheet,) = load_workbook(path).worksheets
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def rows(name):
    """The data rows of a sample file, by heading."""
    _banner, _subtitle, headings, *data = lines(SAMPLES / name)
    return [dict(zip(headings, line, strict=True)) for line in data]


def pick(row, headings):
    (found,) = (row[heading] for heading in headings if heading in row)
    return found


def people(name):
    """One row a person, by card number."""
    return {pick(row, CARD): row for row in rows(name)}


def centimes(cell):
    """A cell's amount: a number, ``38450,50`` or ``38.450,50 درهم``."""
    text = str(cell)
    if isinstance(cell, str):
        text = text.removesuffix(" درهم").replace(".", "").replace(",", ".")
    amount = Decimal(text) * 100
    assert amount == int(amount), cell
    return int(amount)


def birth_date(cell):
    if isinstance(cell, str):
        return datetime.datetime.strptime(cell, "%d/%m/%Y").replace(tzinfo=datetime.UTC).date()
    return cell.date()


@pytest.mark.parametrize(
    ("name", "headcount", "total"),
    [
        ("fes-2019.xlsx", 53, 89994400),
        ("casablanca-2017-1.xlsx", 25, 54538193),
        ("casablanca-2017-2.csv", 6, 25186066),
        ("fes-2017-3.xlsx", 7, 29671831),
    ],
)
def test_headcount_and_total_are_those_of_the_article(name, headcount, total):
    assert len(people(name)) == headcount
    assert sum(centimes(pick(row, AMOUNT)) for row in rows(name)) == total


@pytest.mark.parametrize("name", PEOPLE)
def test_supports_are_plausible_and_not_all_equal(name):
    by_person = Counter()
    for row in rows(name):
        by_person[pick(row, CARD)] += centimes(pick(row, AMOUNT))
    assert min(by_person.values()) >= 500_000
    assert max(by_person.values()) <= 6_000_000
    assert len(set(by_person.values())) > len(by_person) // 2


@pytest.mark.parametrize(
    ("name", "regions"),
    [
        ("fes-2019.xlsx", {"MA-03": 53}),
        ("casablanca-2017-1.xlsx", {"MA-06": 10, "MA-07": 6, "MA-01": 5, "MA-04": 4}),
        ("casablanca-2017-2.csv", {"MA-06": 6}),
        ("fes-2017-3.xlsx", {"MA-03": 4, "MA-04": 3}),
    ],
)
def test_centres_give_the_regions(name, regions):
    assert Counter(REGION_OF_CENTRE[pick(row, CENTRE)] for row in people(name).values()) == regions


def test_fes_2019_categories():
    everyone = rows("fes-2019.xlsx")
    assert len(everyone) == 53
    assert Counter(row["Sexe"] for row in everyone) == {"H": 49, "F": 4}
    assert [row["Sexe"] for row in everyone if row["Situation de handicap"] == "oui"] == ["H"]
    assert Counter(row["Catégorie particulière"] for row in everyone) == {"oui": 4, "non": 49}
    assert {row["Préfecture / Province"] for row in everyone} == {"Fès"}
    assert {row["Nature de l’appui"] for row in everyone} == {"équipement"}
    assert {row["Secteur"] for row in everyone} == {
        *("commerce", "industrie", "services", "artisanat", "restauration", "agriculture", "bâtiment")
    }


def test_first_tranche_has_five_women_sixteen_activities_and_people_with_two_supports():
    supports = rows("casablanca-2017-1.xlsx")
    assert Counter(row["الجنس"] for row in people("casablanca-2017-1.xlsx").values()) == {"ذكر": 20, "أنثى": 5}
    assert len({row["النشاط"] for row in supports}) == 16
    assert Counter(row["نوع الدعم"] for row in supports) == {"تجهيزات": 25, "دعم مالي": 11}


def test_what_a_file_does_not_say_has_no_column():
    """Unknown is not "no"."""
    assert not any("عاقة" in heading for heading in rows("casablanca-2017-1.xlsx")[0])
    assert "Sexe" not in rows("casablanca-2017-2.csv")[0]
    assert "الجنس" not in rows("fes-2017-3.xlsx")[0]


def test_people_are_invented_and_distinct():
    everyone = [(card, row) for name in PEOPLE for card, row in people(name).items()]
    assert len(everyone) == len({card for card, _ in everyone}) == 91
    assert all(re.fullmatch(r"ZZ\d{6}", card) for card, _ in everyone)
    assert len({pick(row, FILE_NUMBER) for _, row in everyone}) == 91
    assert {1965 <= birth_date(pick(row, BORN)).year <= 1999 for _, row in everyone} == {True}


@pytest.mark.parametrize("name", PEOPLE)
def test_each_person_keeps_one_identity_over_their_rows(name):
    identities = {(pick(row, CARD), pick(row, FILE_NUMBER), pick(row, BORN), pick(row, CENTRE)) for row in rows(name)}
    assert len(identities) == len(people(name))


@pytest.mark.parametrize("name", FILES)
def test_the_first_row_says_that_nobody_is_real(name):
    banner, *_ = lines(SAMPLES / name)[0]
    assert "aucune personne réelle" in banner or banner == "بيانات مخترعة — لا تخص أي شخص حقيقي"


def test_budgets_hold_the_articles_envelopes():
    by_code = {row["Enveloppe"]: row for row in rows("budgets.xlsx")}
    assert by_code.keys() == {"insertion-2017", "national-2018", "national-2019"}
    assert centimes(by_code["insertion-2017"]["Montant"]) == 54538193 + 25186066 + 29671831
    assert by_code["national-2018"]["Montant"] == "8,1 millions de DH"
    assert by_code["national-2019"]["Montant"] == "plus de 13,5 millions de DH"
    assert by_code["national-2019"]["Cible (bénéficiaires)"] == 478
    assert len(by_code["national-2019"]["Régions"].split(" ; ")) == 10


def test_conventions_without_an_amount_stay_without():
    amounts = {row["Convention"]: row["Montant de la convention"] for row in rows("conventions.xlsx")}
    assert amounts == {
        "souss-massa-moussalaha": "أزيد من 5,8 مليون درهم",
        "cpdh-temara": "plus de 500.000 DH",
        "prefecture-fes-2019": None,
    }


def test_each_declaration_has_one_subject_and_temara_keeps_both_sources():
    everything = rows("declarations.xlsx")
    subjects = [[row[heading] for heading in ("Lot", "Enveloppe", "Convention") if row[heading]] for row in everything]
    assert all(len(subject) == 1 for subject in subjects)
    assert len(everything) == 22
    temara = [row for row in everything if row["Lot"] == "temara-2024" and row["Mesure"] == "montant"]
    assert [(row["Valeur"], row["Retenu"]) for row in temara] == [
        ("plus de 500.000 DH", None),
        ("267,788.01 درهم", "oui"),
    ]
    assert [row["Motif"] is not None for row in everything] == [row["Retenu"] == "oui" for row in everything]


@pytest.fixture(scope="module")
def made_again(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, TOOL, folder], check=True)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_the_generator_gives_the_committed_files(name, made_again):
    assert lines(made_again / name) == lines(SAMPLES / name)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".xlsx")])
def test_workbooks_carry_no_clock_and_no_author(name):
    book = load_workbook(SAMPLES / name)
    fixed = datetime.datetime(2025, 3, 1, 8, tzinfo=datetime.UTC).replace(tzinfo=None)
    assert book.properties.creator == "reinsert"
    assert (book.properties.created, book.properties.modified) == (fixed, fixed)
    assert book.worksheets[0].sheet_view.rightToLeft is (name in {"casablanca-2017-1.xlsx", "fes-2017-3.xlsx"})
