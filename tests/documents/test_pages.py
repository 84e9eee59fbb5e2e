"""The pages themselves: what people wrote stands on them to the letter, whole, in order; nothing of it is a command."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents.papers import HOSTILE, LONG_NAME, LONG_NAME_ARABIC, UNBROKEN, plan_25, text_of
from tests.support import Run

from reinsert_cli.documents import papers
from reinsert_cli.documents.facts import Facts, Item, Official, facts
from reinsert_cli.documents.missing import Missing
from reinsert_cli.documents.typeset import Paper, typeset
from reinsert_cli.documents.wording import TERMS, day, figure
from reinsert_cli.domain.vocabulary import DOCUMENTS, PROJECT_KINDS
from reinsert_cli.store.reading import reading

PAGES = ("sign_off", "packing", "receipts", "minutes", "placeholders")


@pytest.fixture
def known(programme: Path, run: Run, tmp_path: Path) -> Facts:
    """What the papers of 25 invented people say, with their names."""
    plan_25(programme, run, tmp_path)
    with reading(programme) as reader:
        return facts(reader, "b1", identified=True)


def set_(page: str, known: Facts, tmp_path: Path) -> tuple[Paper, str]:
    """Set a paper; give it and its text."""
    paper = typeset(page, getattr(papers, page)(known), known.day)
    path = tmp_path / f"{page}.pdf"
    path.write_bytes(paper.content)
    return paper, text_of(path)


def words_of(text: str) -> set[str]:
    """The words of a page, the letters of each sorted: poppler gives those of لا and its like in either order."""
    return {"".join(sorted(word.strip(",،."))) for word in text.split()}


def test_names_are_whole_in_both_alphabets(known: Facts, tmp_path: Path) -> None:
    """A name of eleven words, and one of 78 letters without a blank, wrap; no letter of them is lost."""
    for page in ("sign_off", "packing", "receipts"):
        text = set_(page, known, tmp_path)[1]
        assert words_of(LONG_NAME) <= words_of(text), page
        if page != "receipts":
            joined = re.sub(r"\s", "", text)
            assert all(UNBROKEN[at : at + 24] in joined for at in range(0, 72, 24)), page
            assert words_of(LONG_NAME_ARABIC) <= words_of(text), page


@pytest.mark.parametrize("page", PAGES)
def test_nothing_written_is_a_command(known: Facts, tmp_path: Path, page: str) -> None:
    """Markup in a name, an item, a venue, a role or a supplier stands on the page as it was written."""
    first = known.people[0]
    item = replace(first.items[0], label=HOSTILE, supplier=HOSTILE, serial=HOSTILE)
    official, missing = Official(HOSTILE, HOSTILE, True), Missing("invoice", "P-1", first.code, HOSTILE, False)
    written = replace(
        known,
        venue=HOSTILE,
        people=(replace(first, items=(item,)), *known.people[1:]),
        officials=(official,),
        missing=(missing,),
    )
    text = re.sub(r"\s+", " ", set_(page, written, tmp_path)[1])
    assert '#eval("1")' in text


@pytest.mark.parametrize(
    "text", ["\u202eأبجد", "a\u2066b", "\x1b[31m", "\ud800", "a\x00b", "x" * 5000, "ـ" * 400, "🙂ⵣ"]
)
def test_hostile_text_is_set_too(known: Facts, tmp_path: Path, text: str) -> None:
    """Marks of direction, controls, endless words, letters that no font has: a page comes out."""
    person = known.people[0]
    assert person.identity is not None
    who = replace(person.identity, name_latin=text, name_arabic=text)
    alone = replace(known, people=(replace(person, identity=who),), venue=text)
    for page in PAGES:
        assert typeset(page, getattr(papers, page)(alone), "2024-12-06").content.startswith(b"%PDF")


def test_pages_are_numbered_and_name_their_batch(known: Facts, tmp_path: Path) -> None:
    for page in PAGES[:4]:
        paper, text = set_(page, known, tmp_path)
        assert paper.pages == text.count("\f")
        for number, one in enumerate(text.split("\f")[:-1], 1):
            assert re.search(rf"\b{number} ?/ ?{paper.pages}\b", one)
            assert "Lot b1" in one


def test_headings_are_repeated_and_rows_whole(known: Facts, tmp_path: Path) -> None:
    """Each page of the sign-off sheet has its headings; a person's code and amount stand on one page."""
    pages = set_("sign_off", known, tmp_path)[1].split("\f")[:-1]
    with_rows = [page for page in pages if "CIN ZZ" in page]
    assert len(with_rows) > 1
    assert all("Signature ou empreinte" in page and "المواد" in page for page in with_rows)
    for person in known.people:
        (page,) = (page for page in pages if person.code in page)
        assert figure(person.amount).replace("\u00a0", " ") in page


def test_two_receipts_a_page_and_a_long_one_alone(known: Facts, tmp_path: Path) -> None:
    """25 receipts; the thirteenth, of fifteen items, has a page of its own; in words in both languages."""
    paper, text = set_("receipts", known, tmp_path)
    pages = text.split("\f")[:-1]
    assert paper.pages == 13
    assert [page.count("Je soussigné(e)") for page in pages] == [2] * 6 + [1] + [2] * 6
    assert "Outil N" in pages[6]
    flat = re.sub(r"\s+", " ", text)
    assert "dix mille dirhams" in flat
    assert words_of("عشرة آلاف درهم") <= words_of(flat)


def test_a_hundred_items_of_one_person(known: Facts, tmp_path: Path) -> None:
    """A hundred items go on over as many pages as they take, and everybody else is still there."""
    person = known.people[0]
    many = tuple(replace(person.items[0], line=1000 + n, label=f"Article {n:03d}") for n in range(100))
    long = replace(known, people=(replace(person, items=many), *known.people[1:]))
    for page in ("sign_off", "packing", "receipts"):
        text = set_(page, long, tmp_path)[1]
        assert all(f"Article {n:03d}" in text for n in range(100)), page
    assert text.count("Je soussigné(e)") == 25


def test_figures_keep_their_order_inside_arabic(known: Facts, tmp_path: Path) -> None:
    """Amounts, years and numbers read from left to right wherever they stand."""
    for page in PAGES[:4]:
        text = set_(page, known, tmp_path)[1]
        assert "2024" in text
        assert "4202" not in text
    text = set_("packing", known, tmp_path)[1]
    assert "284 550,00" in text
    assert "550,00 284" not in text


def test_items_add_up_by_supplier(known: Facts) -> None:
    """Quantity and supplier come from the cost that a line pays for; the rest is known of nobody."""
    data = papers.packing(known)
    first, rest = data["suppliers"]
    assert (first["name"], first["quantity"], first["items"][0]["people"]) == ("Quincaillerie fictive", 4, 1)
    assert rest["name"] is None
    assert data["quantity"] == 4 + sum(len(person.items) for person in known.people) - 1
    assert data["amount"] == figure(known.amount)


def test_a_cooperative_is_named(known: Facts, tmp_path: Path) -> None:
    text = set_("sign_off", known, tmp_path)[1]
    assert "coopérative" in text
    assert "تعاونية" in text


def test_replacements_are_receipted_but_not_of_the_day(known: Facts) -> None:
    """What was given later for goods that came back has a receipt, and no place in the minutes."""
    person = known.people[0]
    later = Item(99, "equipment", "Autre machine", 1, None, None, 5000, "delivered", person.items[0].line)
    back = replace(person, items=(replace(person.items[0], status="returned"), later), presence="present")
    held = replace(known, people=(back,), held_on="2024-12-06", status="held")
    assert [item["label"] for item in papers.receipts(held)["people"][0]["items"]] == ["Autre machine"]
    assert held.amount == person.items[0].amount == held.delivered


def test_the_day_in_both_languages() -> None:
    assert (day("2024-12-06").fr, day("2024-12-06").ar) == ("vendredi 6 décembre 2024", "الجمعة 6 دجنبر 2024")
    assert (day("2024-08-01").fr, day("2024-07").ar, day("2019").fr) == ("jeudi 1er août 2024", "يوليوز 2024", "2019")


def test_every_term_of_the_papers_has_its_words() -> None:
    assert {*DOCUMENTS, *PROJECT_KINDS, "equipment", "cash", "working_capital"} <= set(TERMS)


def test_fonts_are_in_the_file(known: Facts, tmp_path: Path) -> None:
    """Every font used is embedded, so that any printer prints the same."""
    set_("sign_off", known, tmp_path)
    listed = subprocess.run(["pdffonts", tmp_path / "sign_off.pdf"], check=True, capture_output=True, text=True).stdout
    rows = listed.splitlines()[2:]
    assert rows
    assert all("IBMPlexSansArabic" in row and " yes yes " in row for row in rows)
