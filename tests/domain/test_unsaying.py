"""A person taken out of what people wrote: their names in either alphabet, their numbers as people write them."""

from __future__ import annotations

import pytest

from reinsert_cli.domain.unsaying import marks_of

AMINA = {
    "name_latin": "Amina Benfictif",
    "name_arabic": "أمينة بنفكتيف",
    "cin": "ZZ100001",
    "phone": "0612345678",
    "birth_date": "1985-03-12",
    "file_number": "12/2020",
}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Remis à Amina Benfictif", "Remis à … …"),
        ("BENFICTIF (Amina)", "… (…)"),
        ("السيدة أمينة بنفكتيف", "السيدة … …"),
        ("carte zz 100-001, perdue", "carte …, perdue"),
        ("tél. +212 6 12 34 56 78", "tél. …"),
        ("tél. 06.12.34.56.78", "tél. …"),
        ("née le 12/03/1985", "née le …"),
        ("née le 12/3/1985, le 12-03-85", "née le …, le …"),
        ("née le 12 mars 1985", "née le …"),
        ("مزدادة في ١٢ مارس ١٩٨٥", "مزدادة في …"),
        ("الهاتف ٠٦١٢٣٤٥٦٧٨، ليلا", "الهاتف …، ليلا"),
        ("facture_AminaBenfictif.pdf", "facture_….pdf"),
        ("dossier 12/2020", "dossier …"),
        ("le 12/3/1986, le 112/3/1985", "le 12/3/1986, le 112/3/1985"),
        ("AminaMachine", "AminaMachine"),
        ("Machine à coudre 12 aiguilles", "Machine à coudre 12 aiguilles"),
        ("facture 112/20201", "facture 112/20201"),
        ("Ets Amina", "Ets Amina"),
    ],
)
def test_two_words_or_a_number_say_who(said: str, left: str) -> None:
    assert marks_of([AMINA]).unsaid(said) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [("Atelier Amina", "Atelier …"), ("Mme Benfictif", "Mme …"), ("Aminata", "Aminata"), ("ami", "ami")],
)
def test_near_what_is_theirs_one_word_does(said: str, left: str) -> None:
    assert marks_of([AMINA]).unsaid(said, alone=True) == left


def test_a_name_of_one_word_is_whole() -> None:
    marks = marks_of([{"name_latin": "Zorglubine"}, {"name_latin": None, "cin": None}])
    assert marks.unsaid("de Zorglubine") == "de …"
    assert marks_of([]).unsaid("de Zorglubine") == "de Zorglubine"
