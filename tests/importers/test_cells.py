"""Single cells by the words and forms of three languages; what a column settles and what stays a fault."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importers.sheets import amounts, column, understood

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Amount
from reinsert_cli.importers import cells
from reinsert_cli.importers.run import KINDS


@pytest.mark.parametrize(
    ("cell", "centimes"),
    [
        ("'12500", 1250000), ("  12 500  ", 1250000), ("12500 DH", 1250000), ("12.500,00DH", 1250000),
        ("12 500.00", 1250000), (12500.000000001, 1250000), ("١٢٥٠٠٫٥٠", 1250050), (12500, 1250000), (0.1 + 0.2, 30),
        ("-500", "amount.negative"), (-500, "amount.negative"), ("50 %", "amount.unreadable"), (True,
        "amount.not_a_number"),
        (12500.123, "amount.precision"), ("-", "amount.unreadable"), (0, "amount.zero"), ("100 €", "amount.currency"),
        (date(2024, 1, 1), "amount.not_a_number"), (float("nan"), "amount.unreadable"),
    ],
)  # fmt: skip
def test_amounts(cell: Any, centimes: int | str) -> None:
    assert amounts("Montant", cell) == [centimes]


@pytest.mark.parametrize(
    ("cell", "centimes"),
    [
        (12.345, 1234500), ("12,5", 1250000), ("1.234,5", 123450000), (0.1, 10000), (1.00001, 100001), ("7", 700000),
        (1.0000001, "amount.precision"), ("12500 DH", "amount.unit_twice"), ("5 millions", "amount.unit_twice"),
        ("1.234", "amount.ambiguous"), (-1, "amount.negative"), (10**9, "amount.too_large"),
    ],
)  # fmt: skip
def test_amounts_in_thousands(cell: Any, centimes: int | str) -> None:
    """Multiplied as decimals, to the centime; a unit in the cell contradicts its heading."""
    assert amounts("Montant (KDH)", cell) == [centimes]


def test_a_column_settles_its_thousands() -> None:
    assert amounts("Montant (KDH)", "1.234", "2.500,50") == [123400000, 250050000]


@given(st.decimals(0, 10**6, places=4))
def test_thousands_are_exact(number: Any) -> None:
    """Four decimals of a thousand are a tenth of a dirham: no float in between."""
    assert cells.amount(float(number), scale=1000) == Amount(int(number * 100000), "exact", str(number * 1000)[:-2])


@given(
    st.integers(0, 10**11 - 1),
    st.sampled_from(["", ",5", ",05", ".50"]),
    st.sampled_from(["", " ", "\u00a0", "\u202f"]),
)
def test_plain_figures_are_what_they_are_with_their_unit(whole: int, tail: str, blank: str) -> None:
    """The short way of reading figures gives what the long way gives."""
    printed = f"{whole:,}".replace(",", blank) + tail
    plain, with_unit = cells.amount(printed), cells.amount(f"{printed} DH")
    assert isinstance(plain, Amount)
    assert isinstance(with_unit, Amount)
    assert plain.centimes == with_unit.centimes


@pytest.mark.parametrize("word", ["F", "Femme", "Fém.", "FÉMININ", "Mme", "Mlle", "أنثى", "أ", "السيدة", "مؤنث"])
def test_women(word: str) -> None:
    assert column("Sexe", word) == ["F"]


@pytest.mark.parametrize("word", ["H", "M", "Masc.", "Mr", "Monsieur", "ذكر", "ذ", "السيد"])
def test_men(word: str) -> None:
    assert column("Sexe", word) == ["M"]


def test_yes_and_no() -> None:
    """A dash is neither; a cross in a box may be either."""
    said = column("Handicap", "Oui", "نعم", "X", "✓", "1", True, "Non", "لا", "✗", 0, "-", "☒", "peut-être")
    assert said == [True] * 6 + [False] * 4 + [None, "flag.unreadable", "flag.unreadable"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("equipment", ["Équipement", "matériels", "Outillage", "Matériel et outillage", "تجهيزات", "المعدات", "عتاد"]),
        ("cash", ["numéraire", "Espèces", "chèque", "Virement bancaire", "نقدا", "مبلغ مالي", "الدعم المالي"]),
        ("working_capital", ["Fonds de roulement", "FDR", "رأسمال متداول", "رأس المال المتداول"]),
    ],
)
def test_kinds_of_support(kind: str, words: list[str]) -> None:
    assert column("Nature de l'appui", *words) == [kind] * len(words)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Préf. de Fès", "MA-FES"), ("P. Meknès", "MA-MEK"), ("Province: Sefrou", "MA-SEF"), ("FÈS (préfecture)",
        "MA-FES"),
        ("عمالة فاس", "MA-FES"), ("prov. de TAZA", "MA-TAZ"), ("-", None), ("Ain Taoujdate", "territory.unread"),
    ],
)  # fmt: skip
def test_provinces(printed: str, code: str | None) -> None:
    assert column("Province", printed) == [code]


def test_card_numbers() -> None:
    read = ["ZZ100001", "zz 100-001", "ZZ١٠٠٠٠١", "CIN ZZ100001", "n° cin : zz100001"]
    rows = [("CIN", "Montant"), *((cell, 5) for cell in read), ("100001", 5), (100001, 5)]
    kept, _told = understood(rows)
    assert [row.values.get("cin") for row in kept] == ["ZZ100001"] * 5 + [None] * 2
    assert {row.faults[0][1].code for row in kept[5:]} == {"cin.unreadable"}


def test_telephones_and_file_numbers() -> None:
    """A telephone without its zero gets it back; a file number that became a date is lost."""
    assert column("GSM", 612345678, 612345678.0, "612345678", "06 12 34 56 78", "+212612345678") == [
        "0612345678", "0612345678", "0612345678", "06 12 34 56 78", "+212612345678",
    ]  # fmt: skip
    assert column("N° dossier", 12.0, "D/12", datetime(2024, 3, 12), date(2024, 3, 12)) == [  # noqa: DTZ001
        "12", "D/12", "file_number.date", "file_number.date",
    ]  # fmt: skip


def test_names() -> None:
    """Titles go, numbers are no part of a name; «Sid», «M'hamed» and the initial of nobody stay."""
    said = column(
        "Nom et prénom", "Mme. BENFICTIF Amina", "M. El Exemple", "السيد علي الافتراضي", "سيد أحمد النموذجي",
        "M'hamed Inventani",
        "Amina BENFICTIF ZZ123456", "Benfictif 0612345678", 5, date(2020, 1, 1), "-",
    )  # fmt: skip
    assert said == [
        "BENFICTIF Amina", "El Exemple", "علي الافتراضي", "سيد أحمد النموذجي", "M'hamed Inventani",
        "name.holds_number", "name.holds_number", "name.not_text", "name.not_text", None,
    ]  # fmt: skip


def test_titles_tell_the_sex_where_no_column_does() -> None:
    people = [
        ("Mme Amina Benfictif", 5),
        ("M. Karim El Exemple", 5),
        ("السيدة سارة النموذجي", 5),
        ("Omar Inventani", 5),
    ]
    kept, _told = understood([("Nom et prénom", "Montant"), *people])
    assert [row.values.get("sex") for row in kept] == ["F", "M", "F", None]
    kept, _told = understood([("Nom et prénom", "Sexe", "Montant"), ("Mme Amina Benfictif", None, 5)])
    assert kept[0].values["sex"] is None


def iso(*said: Any) -> list[str]:
    return [one.iso if isinstance(one, PartialDate) else str(one) for one in column("Né(e) le", *said)]


def test_marks_under_two_columns_of_sex() -> None:
    """A mark tells the sex, none leaves it unknown, two are a fault."""
    rows = [
        ["Nom et prénom", "Sexe H", "Sexe F", "Montant"],
        ["Karim El Exemple", "X", None, 500],
        ["Amina Benfictif", None, "✓", 500],
        ["Omar Inventani", None, None, 500],
        ["Salma Fictaoui", 1, "x", 500],
    ]
    kept, _told = understood(rows)
    assert [row.values.get("sex") for row in kept] == ["M", "F", None, None]
    assert [fault.code for row in kept for _column, fault in row.faults] == ["sex.both"]


def test_dates_of_birth() -> None:
    """Day first, ISO as ISO, a year alone, two digits where nobody can be that old or that young.

    Never guessed: two digits else, month first and the Hijri calendar are faults.
    """
    assert iso("06.12.1984", "1984-12-06 00:00:00", date(1984, 12, 6), 1984, 1984.0, "دجنبر 1984", "-") == [
        "1984-12-06", "1984-12-06", "1984-12-06", "1984", "1984", "1984-12", "None",
    ]  # fmt: skip
    assert iso("06-12-84", "6/12/05", "12 déc. 70") == ["1984-12-06", "2005-12-06", "1970-12-12"]
    assert iso("06-12-19", "12/25/1984", "13/25/1984", "12 رمضان 1406", "1406/05/12", "1406 هـ") == [
        "birth_date.two_digit_year", "birth_date.day_first", "birth_date.unreadable",
        "birth_date.hijri", "birth_date.hijri", "birth_date.hijri",
    ]  # fmt: skip


def test_serial_numbers_among_dates() -> None:
    """45632 is a day where other cells of the column are dates, and nothing where none is."""
    assert iso(30123, "30123", 30123.5, "06/12/1984")[:3] == ["1982-06-21"] * 3
    assert iso(30123, date(1984, 12, 6))[0] == "1982-06-21"
    assert iso(30123, 1984) == ["birth_date.unreadable", "1984"]


CELLS = st.one_of(
    st.text(max_size=40), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates(), st.times(),
    st.text(alphabet="0123456789 ,.'-/DHKMèdrم درهمهـ", max_size=20),
)  # fmt: skip
TYPES = (str, int, bool, tuple, Amount, PartialDate, Fault)


@given(CELLS)
def test_nothing_breaks_a_reader(cell: Any) -> None:
    """Whatever a cell holds, each column gives a value of its type, nothing, or a fault."""
    for kind in KINDS.values():
        for field in kind.fields:
            read = field.read(cell, None)
            assert read is None or isinstance(read, TYPES), (field.key, read)
            assert not isinstance(read, (float, datetime, date, time))


def test_a_nul_is_a_space() -> None:
    """``_x0000_`` of a workbook: a server would refuse the row."""
    assert cells.text("Atelier\0 de couture") == "Atelier de couture"
    assert cells.name("Sara\0Modeloui") == "Sara Modeloui"
