"""Names across spellings and alphabets, by examples and by names made at random."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.invented_names import Word, given_names, mistyped, people, respelled

from reinsert_cli.domain.likeness import LIKELY, likeness
from reinsert_cli.domain.spellings import block_keys, parts, spelling_key

SPELLINGS = """
    Mohamed = Mohammed = Mohammad = Muhammad = MOUHAMED = محمد = مُحَمَّد = مـــحمد
    Fatima-Zahra = Fatima Zahra = Fatima Ezzahra = Fatimazahra = FATIMA EZ-ZAHRAE = فاطمة الزهراء = فاطمه الزهرا
    El Exemple = Al Exemple = EL-EXEMPLE = Elexemple = L'Exemple = L’exemple = الإكسمبل = ال اكسمبل
    Ez-Zahraoui = Ezzahraoui = Ez Zahraoui = El Zahraoui = الزهراوي
    Ben Fictif = Benfictif = BEN-FICTIF = بنفكتيف = بن فكتيف
    Ben El Fictif = Belfictif = Bel Fictif = بلفكتيف = بن الفكتيف
    Bou Fictif = Boufictif = بوفكتيف = بو فكتيف
    Aït Exemple = Ait-Exemple = AYT EXEMPLE = آيت إكسمبل = ايت اكسمبل
    Ould Fictif = OULD-FICTIF = ولد فكتيف
    Abdellah = Abdallah = Abd Allah = Abdullah = عبد الله = عبدالله
    Abderrahim = Abdel Rahim = Abd er-Rahim = Abdelrahim = عبد الرحيم = عبدالرحيم
    Noureddine = Nour-Eddine = Nour Eddine = Nordine = Nour Ed-Dine = Nour el Dine = نور الدين = نورالدين
    Youssef = Yousef = Youcef = Yusuf = يوسف
    Aïcha = Aicha = Aisha = عائشة = عايشة
    Saïd = Said = سعيد
    Driss = Idriss = Idris = إدريس = ادريس
    Khadija = Khadidja = خديجة
    Fayçal = Faical = Faisal = فيصل
    M'barek = Mbarek = Embarek = مبارك = امبارك
    Houcine = Hussein = El Houcine = Lhoucine = حسين = الحسين
    Lahcen = Lahsen = الحسن = لحسن
    Mehdi = El Mehdi = المهدي
    Moulay = مولاي
    Lalla = Lala = لالة = للا
    Idrissi = Idrisi = إدريسي
    El Idrissi = Elidrissi = الإدريسي
    Benomar = Ben Omar = بن عمر = بنعمر
    Benaissa = Ben Aïssa = بنعيسى
    Naciri = Nasiri = Nassiri = ناصري
    Tahri = Tahiri = طاهري
    Inventani = INVENTANY = إنفنتاني
    Karim El Exemple = EL EXEMPLE Karim = كريم الإكسمبل = Mr Kareem Al-Exemple
"""

DIFFERENT = """
    Hassan ≠ Houcine        حسن ≠ حسين             Hassan ≠ حسين         Lahcen ≠ Hassan       Amine ≠ Amina
    أمين ≠ أمينة            Karim ≠ Karima         Karim ≠ Karam         Jamal ≠ Jamila        Jamal ≠ Jamil
    Said ≠ Saida            Said ≠ Saad            سعيد ≠ Saad           Rachid ≠ Rachida      Rachid ≠ Rached
    Salim ≠ Salem           Salam ≠ Salem          Malak ≠ Malek         Nour ≠ Noura          Nadir ≠ Nader-Ali
    Ahmed ≠ Hamid           Hamid ≠ Mahmoud        Mohamed ≠ Mahmoud     محمد ≠ محمود          Abdelkrim ≠ Karim
    Abdellah ≠ Abdelilah    Abdelkader ≠ Abdelkrim Fatima ≠ Fatiha       Zahra ≠ Zohra         Samia ≠ Samira
    Naima ≠ Najia           Hamidi ≠ Hamdi         Soussi ≠ Sassi        Benfictif ≠ Fictif    El Exemple ≠ Exemple
    Fatima ≠ Fatima-Zahra   Mohamed ≠ Mohamed-Amine                      Kamal ≠ Kamel         Abderrahim ≠ Abderrahmane
"""

LIKELY_PAIRS = """
    Mohamed Exemple      ~ Mohamde Exemple            a slip of the pen
    Rachid Inventani     ~ Rachid Inventali           another letter
    رشيد إنفنتاني        ~ Rachid Inventali           the same, in the other alphabet
    Mohamed Amine Exemple ~ Mohamed Exemple           a name left out
    Moulay Ahmed Fictif  ~ أحمد فكتيف                 a form of address left out
    M. Exemple           ~ Mohamed Exemple            an initial
    Karim El Exemple     ~ Karim Exemple              the article
    Karim Fictif         ~ كريم فيكتيف                a vowel that Arabic wrote
    Nadia Hamidi         ~ Nadia Hamdi                vowels that tell two families apart
"""

UNLIKELY_PAIRS = """
    Karim Exemple   ~ Rachid Exemple       brothers
    Karim Exemple   ~ رشيد إكسمبل          brothers, in two alphabets
    Karim Exemple   ~ Karima Exemple       brother and sister
    Hassan Exemple  ~ حسين إكسمبل          brothers whose names have the same consonants
    Mohamed Amine Exemple ~ Mohamed Karim Exemple    brothers with a name in common
    Omar Exemple    ~ Omar Fictif          a given name alone
    Exemple         ~ Karim Exemple        a family name alone
    Mohamed         ~ Mohamed Exemple      a given name alone, nothing else known
"""


def _rows(table: str, *marks: str) -> list[list[str]]:
    """Cut each line at a mark, and what two spaces or more set apart is a note."""
    lines = [line.strip() for line in table.strip().splitlines()]
    for mark in marks:
        lines = [line.replace(mark, "\0") for line in lines]
    return [[word.strip().split("   ")[0].strip() for word in line.split("\0")] for line in lines]


def _unequal() -> list[tuple[str, str]]:
    cells = [cell for line in DIFFERENT.strip().splitlines() for cell in line.split("  ") if cell.strip()]
    return [(cell.split("≠")[0].strip(), cell.split("≠")[1].strip()) for cell in cells]


@pytest.mark.parametrize("names", _rows(SPELLINGS, "="), ids=lambda names: str(names[0]))
def test_usual_spellings_of_one_name_have_one_key(names: list[str]) -> None:
    """Whatever the alphabet, the article's form, the accents, and what is written apart or in one word."""
    assert {name: spelling_key(name) for name in names} == dict.fromkeys(names, spelling_key(names[0]))
    assert all(likeness(names[0], name) == 1 for name in names)
    assert all(block_keys(names[0]) & block_keys(name) for name in names)


@pytest.mark.parametrize(("one", "other"), _unequal())
def test_two_names_have_two_keys(one: str, other: str) -> None:
    """A wrong match would merge two people: what is only alike stays apart."""
    assert spelling_key(one) != spelling_key(other)
    assert likeness(f"{one} Inventani", f"{other} Inventani") < 1


@pytest.mark.parametrize(("one", "other"), _rows(LIKELY_PAIRS, "~"))
def test_somebody_should_look_at_likely_pairs(one: str, other: str) -> None:
    """Not the same spelling, but perhaps the same person; and they are found under a common key."""
    assert LIKELY <= likeness(one, other) < 1
    assert likeness(one, other) == likeness(other, one)
    assert block_keys(one) & block_keys(other)


@pytest.mark.parametrize(("one", "other"), _rows(UNLIKELY_PAIRS, "~"))
def test_a_family_is_not_one_person(one: str, other: str) -> None:
    """One part in common is clearly below what somebody should look at."""
    assert likeness(one, other) < LIKELY - 0.1


def test_one_slip_costs_about_a_tenth() -> None:
    """The figure that a person reads beside the pair."""
    assert likeness("Mohamed Inventani", "Mohamde Inventani") == pytest.approx(0.9, abs=0.03)
    assert likeness("Khadija Inventani", "Khadija Inventali") == pytest.approx(0.9, abs=0.03)


@pytest.mark.parametrize("name", ["", "   ", "-", "'", "ـــ", "\u200f", "Mr"])
def test_nothing_written_is_like_nothing(name: str) -> None:
    """An empty cell matches nobody, another empty cell included."""
    assert spelling_key(name) == ""
    assert block_keys(name) == frozenset()
    assert likeness(name, "Karim Exemple") == likeness(name, name) == 0


PARTS = [
    "Fatima-Zahra", "فاطمة الزهراء", "El Exemple", "Ben Fictif", "عبد الله", "Abdel Rahim", "Driss", "إدريس",
    "Inventani", "الإكسمبل", "Aït Fictif", "Salaheddine", "Moulay", "Khadija", "بنفكتيف", "Éloïse", "Ezzahraoui",
    "M'barek",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_order_case_accents_and_marks_change_nothing(chosen: list[str], chance: random.Random) -> None:
    """The family name first or last, capitals, accents, harakat and tatweel are how it is written, not who it is."""
    name = " ".join(chosen)
    chance.shuffle(chosen)
    again = " ".join(chosen)
    marks = {"م": "مَ", "ف": "فِـ", "ل": "لْ", "e": chance.choice("éèêëe"), "a": chance.choice("àâa"), "i": "ï"}
    marked = "".join(marks.get(letter, letter) for letter in again)
    written = [again, again.upper(), again.lower(), marked, marked.upper(), again.replace(" ", "\u00a0"), f" {again}  "]
    assert {spelling_key(one) for one in written} == {spelling_key(name)}
    assert {block_keys(one) for one in written} == {block_keys(name)}
    assert all(likeness(one, name) == 1 for one in written)


@given(st.text(), st.text())
def test_any_text_is_compared(one: str, other: str) -> None:
    """A hostile cell is a name like another: no error, a figure from 0 to 1, the same both ways."""
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert (likeness(one, other) == 1) == (spelling_key(one) == spelling_key(other) != "")
    assert len(block_keys(one)) <= 4 * len(one) ** 2


def test_a_long_cell_is_read_in_part() -> None:
    """A novel in the cell of a name costs no more than a long name."""
    assert len(parts("Inventani " * 10_000)) < 20
    assert likeness("ab " * 10_000, "cd " * 10_000) < LIKELY
    assert len(spelling_key("x" * 1_000_000)) < 200


def test_spellings_at_random_are_found_and_strangers_are_not() -> None:
    """Of 3 000 people written again by another clerk, nearly all are found, most for certain, nobody else for them."""
    known, chance = people(3_000), random.Random(7)
    by_key, by_block = defaultdict(set), defaultdict(set)
    for number, person in enumerate(known):
        by_key[spelling_key(person.usual())].add(number)
        for key in block_keys(person.usual()):
            by_block[key].add(number)
    written = [respelled(person, chance) for person in known]
    certain = [by_key[spelling_key(name)] for name in written]
    possible = [set().union(*(by_block[key] for key in block_keys(name))) for name in written]
    assert sum(number in found for number, found in enumerate(possible)) > 0.98 * len(known)
    assert sum(number in found for number, found in enumerate(certain)) > 0.8 * len(known)
    others = [(known[one], known[number]) for number, found in enumerate(certain) for one in found if one != number]
    assert sum(one.family != other.family for one, other in others) < 0.002 * len(known)
    assert sum(map(len, possible)) < 10 * len(known)
    assert sum(map(len, by_block.values())) < 6 * len(known)


def test_slips_at_random_stay_likely() -> None:
    """Of 2 000 names with one slip, nineteen in twenty stay likely, and nine in ten are found."""
    known, chance = people(2_000), random.Random(8)
    slips = [(person.usual(), mistyped(person.usual(), chance)) for person in known]
    assert sum(likeness(one, other) >= LIKELY for one, other in slips) > 0.93 * len(slips)
    assert sum(bool(block_keys(one) & block_keys(other)) for one, other in slips) > 0.9 * len(slips)


@pytest.mark.parametrize("name", given_names(), ids=lambda name: str(name.french[0]))
def test_the_table_of_given_names_holds_no_contradiction(name: Word) -> None:
    """Each spelling on a line names that line's name, and no other line's."""
    assert {spelling_key(word) for word in (*name.french, *name.arabic)} == {spelling_key(name.french[0])}
    assert spelling_key(name.french[0]) == " ".join(sorted(name.french[0].lower().split("-")))
