"""A file sent again is a correction; another file is an addition; what could be either is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support import Rows, Run, opened, write_xlsx

HEAD = ("CIN", "Nom et prénom", "Nature", "Désignation", "Montant")
SARA = ("ZZ1", "Sara Modeloui", "équipement", "Machine", 12500)
ALI = ("ZZ2", "Ali Fictaoui", "équipement", "Poste à souder", 9000)
OMAR = ("ZZ3", "Omar Inventani", "équipement", "Triporteur", 7000)


@pytest.fixture
def bring(planned: Path, tmp_path: Path, run: Run) -> Any:
    """Import rows under a file name; give the outcomes that are not zero, and the codes of the problems.

    Without rows it is the very bytes that the name had before: a workbook saved again is another.
    """

    def bring_(
        name: str, rows: Rows | None, *options: str, status: int | None = None
    ) -> tuple[dict[str, int], list[str]]:
        if rows is not None:
            write_xlsx(tmp_path / name, [HEAD, *rows])
        answer = run("import", tmp_path / name, "--as", "distributions", "--batch", "b1",
                     "--envelope", "env", "--format", "json", *options, status=status)  # fmt: skip
        (file,) = answer.json["files"]
        outcomes = {outcome: number for outcome, number in file["outcomes"].items() if number}
        return outcomes, [problem["code"] for problem in file["problems"]]

    return bring_


def batch(run: Run) -> tuple[str, int]:
    row = run("report", "batch", "--format", "json").json["rows"][0]
    return row["amount"], row["beneficiaries"]


def mended(row: tuple[Any, ...], **changes: Any) -> tuple[Any, ...]:
    keys = ("cin", "name", "kind", "label", "amount")
    return tuple(changes.get(key, value) for key, value in zip(keys, row, strict=True))


@pytest.mark.parametrize(
    "change", [{"amount": 13000}, {"label": "Surjeteuse"}, {"kind": "numéraire"}, {"label": "X", "amount": 13000}]
)
def test_a_mended_row_replaces_its_line(bring: Any, run: Run, change: dict[str, Any]) -> None:
    """Whatever was mended of the item, the batch holds it once; a changed amount is told."""
    bring("a.xlsx", [SARA, ALI, OMAR])
    outcomes, codes = bring("a.xlsx", [mended(SARA, **change), ALI, OMAR])
    assert outcomes == {"updated": 1, "unchanged": 2}
    assert codes == (["line.amount_changed"] if "amount" in change else [])
    total = 16000 + change.get("amount", 12500)
    assert batch(run) == (f"{total}.00", 3)


def test_the_same_name_proves_nothing(bring: Any, run: Run) -> None:
    """Next month's list.xlsx, with another item for the same person: one more line, nothing replaced."""
    bring("list.xlsx", [SARA])
    assert bring("list.xlsx", [mended(SARA, label="Tissu", amount=3000)])[0] == {"new": 1}
    assert batch(run) == ("15500.00", 1)


def test_a_supplement_that_repeats_a_row_replaces_nothing(bring: Any, run: Run) -> None:
    """Half of the earlier rows under another name is no correction."""
    bring("a.xlsx", [SARA, ALI])
    assert bring("more.xlsx", [SARA, mended(ALI, label="Masque", amount=500)])[0] == {"new": 1, "unchanged": 1}
    assert batch(run) == ("22000.00", 2)


def test_what_could_be_either_is_asked(bring: Any, run: Run) -> None:
    """The same item at another amount, in a file of its own: parked, until the user says which."""
    bring("a.xlsx", [SARA])
    outcomes, codes = bring("b.xlsx", [mended(SARA, amount=3000)], status=1)
    assert (outcomes, codes) == ({"parked": 1}, ["line.possible"])
    assert batch(run)[0] == "12500.00"
    assert bring("b.xlsx", [mended(SARA, amount=3000)], "--adds")[0] == {"new": 1}
    assert batch(run)[0] == "15500.00"
    assert bring("c.xlsx", [mended(ALI, amount=1)])[0] == {"new": 1}
    assert bring("d.xlsx", [mended(ALI, amount=2)], "--corrects")[0] == {"updated": 1}
    assert batch(run)[0] == "15502.00"
    run("import", "x.xlsx", "--corrects", "--adds", status=2)


def test_a_parked_row_teaches_nothing(bring: Any, run: Run, planned: Path) -> None:
    """What nobody has decided yet changes neither the lines nor what is known of the person."""
    bring("a.xlsx", [SARA])
    assert bring("b.xlsx", [mended(SARA, name="Sara Modeloui Bis", amount=3000)], status=1)[0] == {"parked": 1}
    with opened(planned) as database:
        assert database.execute("SELECT name_latin FROM identity").fetchall() == [("Sara Modeloui",)]


def test_a_row_that_is_gone_is_told(bring: Any, run: Run) -> None:
    """Its line stays, and the summary does not pretend otherwise."""
    bring("a.xlsx", [SARA, ALI, OMAR])
    outcomes, codes = bring("a.xlsx", [SARA, ALI], status=1)
    assert (outcomes, codes) == ({"unchanged": 2}, ["lines.not_in_file"])
    assert batch(run) == ("28500.00", 3)


def test_a_mended_card_number_makes_no_second_person(bring: Any, run: Run) -> None:
    """A new person with, to the centime, the line of someone no longer in the file: parked."""
    bring("a.xlsx", [SARA, ALI, OMAR])
    wrong = mended(SARA, cin="ZZ11", name="Sarah Modelaoui")
    outcomes, codes = bring("a.xlsx", [wrong, ALI, OMAR], status=1)
    assert outcomes == {"parked": 1, "unchanged": 2}
    assert sorted(codes) == ["line.other_person", "lines.not_in_file"]
    assert batch(run) == ("28500.00", 3)


def test_two_centres_with_the_same_words_are_two_people(bring: Any, run: Run) -> None:
    """A name and an amount alike in two centres' sheets: the second is parked, not merged into the first."""
    nobody = (None, "Sara Modeloui", "équipement", "Machine", 100)
    bring("a.xlsx", [nobody], "--centre", "sale")
    outcomes, codes = bring("b.xlsx", [nobody], "--centre", "agadir", status=1)
    assert (outcomes, codes) == ({"parked": 1}, ["person.possible"])
    assert batch(run) == ("100.00", 1)


def test_a_card_number_under_another_name_is_parked(bring: Any, run: Run) -> None:
    bring("a.xlsx", [SARA])
    outcomes, codes = bring("b.xlsx", [mended(ALI, cin="ZZ1")], status=1)
    assert (outcomes, codes) == ({"parked": 1}, ["person.conflict"])


def test_rows_that_contradict_each_other_are_parked(planned: Path, tmp_path: Path, run: Run) -> None:
    """Two rows of one card number, a woman and a man: the second is a question."""
    rows = [
        ("CIN", "Sexe", "Province", "Désignation", "Montant"),
        ("ZZ1", "F", "Fès", "a", 1),
        ("ZZ1", "H", "Fès", "b", 2),
    ]
    answer = run("import", write_xlsx(tmp_path / "a.xlsx", rows), "--batch", "b1", "--envelope", "env",
                 "--format", "json", status=1)  # fmt: skip
    assert [problem["code"] for problem in answer.json["files"][0]["problems"]] == ["person.contradiction"]


def test_a_partial_birth_date_agrees_with_a_whole_one(planned: Path, tmp_path: Path, run: Run) -> None:
    """1984, then 6 December 1984, under one name: one person, whose date is now known to the day."""
    head = ("Nom complet", "Date de naissance", "CIN", "Désignation", "Montant")
    target = ("--batch", "b1", "--envelope", "env")
    run("import", write_xlsx(tmp_path / "a.xlsx", [head, ("Sara Modeloui", "1984", "ZZ1", "a", 1)]), *target)
    run("import", write_xlsx(tmp_path / "b.xlsx", [head, ("Sara Modeloui", "06/12/1984", "ZZ1", "b", 2)]), *target)
    assert batch(run)[1] == 1
    with opened(planned) as database:
        assert database.execute("SELECT birth_date FROM identity").fetchall() == [("1984-12-06",)]


@pytest.mark.parametrize("word", ["Total", "TOTAL GÉNÉRAL", "المجموع", "Sous-total"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_total_row_is_nobody(bring: Any, run: Run, word: str, place: int) -> None:
    """Wherever its word stands, it is checked and not taken; a total that differs keeps the file out."""
    total: list[Any] = [None] * 5
    total[place], total[4] = word, 21500
    assert bring("a.xlsx", [SARA, ALI, total]) == ({"new": 2}, ["total.agrees"])
    assert batch(run) == ("21500.00", 2)
    total[4] = 30500
    assert bring("b.xlsx", [SARA, ALI, OMAR, total], status=1)[1] == ["total.differs"]
    assert batch(run) == ("21500.00", 2)


@pytest.mark.parametrize(
    "word",
    ["Montant total", "Montant total du lot", "S/Total", "T O T A L", "المبلغ الإجمالي", "Total général TTC (DH)"],
)
def test_totals_under_other_words(bring: Any, run: Run, word: str) -> None:
    assert bring("a.xlsx", [SARA, ALI, (None, word, None, None, 21500)]) == ({"new": 2}, ["total.agrees"])


@pytest.mark.parametrize("name", ["Somme Diallo", "Sommeil Ahmed", "Total Karim"])
def test_a_name_is_no_total(bring: Any, run: Run, name: str) -> None:
    """A word of totals beside a word that is none is somebody."""
    assert bring("a.xlsx", [SARA, (None, name, None, None, 12500)])[0] == {"new": 2}
    assert batch(run) == ("25000.00", 2)


def test_how_french_lists_end(bring: Any, run: Run) -> None:
    closing = ("Arrêté la présente liste à la somme de douze mille cinq cents dirhams", None, None, None, None)
    assert bring("a.xlsx", [SARA, closing]) == ({"new": 1}, ["total.empty"])


def test_a_file_sent_again_mends_its_own_lines_only(bring: Any, run: Run) -> None:
    """Another file's line for the same person is left alone, and coming again changes nothing."""
    bring("a.xlsx", [SARA, ALI, OMAR])
    bring("b.xlsx", [mended(SARA, kind="numéraire", label="Démarrage", amount=3000)])
    longer = [SARA, ALI, OMAR, mended(SARA, label="Fil", amount=500)]
    assert bring("a.xlsx", longer)[0] == {"new": 1, "unchanged": 3}
    assert batch(run) == ("32000.00", 3)
    assert bring("b.xlsx", [mended(SARA, kind="numéraire", label="Démarrage", amount=3000)])[0] == {"unchanged": 1}
    assert bring("a.xlsx", longer)[0] == {"unchanged": 4}
    assert bring("a.xlsx", [mended(SARA, label="Machine à coudre"), *longer[1:]])[0] == {"updated": 1, "unchanged": 3}
    assert batch(run) == ("32000.00", 3)


def test_several_rows_mended_at_once_are_asked(bring: Any, run: Run) -> None:
    """Two lines of one person, both labels and an amount mended: nobody can tell which is which."""
    second = mended(SARA, label="Fil", amount=500)
    bring("a.xlsx", [SARA, second, ALI, OMAR, mended(OMAR, label="Bâche", amount=1)])
    changed = [mended(SARA, label="x", amount=1), mended(SARA, label="y", amount=500)]
    outcomes, _codes = bring("a.xlsx", [*changed, ALI, OMAR, mended(OMAR, label="Bâche", amount=1)], status=1)
    assert outcomes == {"parked": 2, "unchanged": 3}
    assert batch(run) == ("29001.00", 3)


def test_adding_the_same_bytes_twice_adds_them_once(bring: Any, run: Run) -> None:
    """A scheduler that tries again does not double the money."""
    bring("a.xlsx", [SARA])
    more = [mended(SARA, amount=3000)]
    assert bring("b.xlsx", more, "--adds")[0] == {"new": 1}
    assert bring("b.xlsx", None, "--adds")[0] == {"unchanged": 1}
    assert batch(run)[0] == "15500.00"


def test_a_row_typed_twice_is_told(bring: Any, run: Run) -> None:
    assert bring("a.xlsx", [SARA, SARA], status=1) == ({"new": 2}, ["row.twice"])
    assert bring("a.xlsx", [SARA, SARA], status=0) == ({"unchanged": 2}, [])


def test_a_list_of_names_learns_its_card_numbers(bring: Any, run: Run) -> None:
    """The same people with their cards: asked, and settled by --corrects."""
    bring("a.xlsx", [mended(SARA, cin=None), mended(ALI, cin=None)])
    assert bring("b.xlsx", [SARA, ALI], status=1)[0] == {"parked": 2}
    assert bring("b.xlsx", [SARA, ALI], "--corrects")[0] == {"updated": 2}
    assert batch(run) == ("21500.00", 2)


def test_the_region_of_the_past_does_not_move(bring: Any, run: Run, tmp_path: Path) -> None:
    """What was locked keeps its centre, whatever a later sheet says of the person."""
    bring("a.xlsx", [SARA], "--centre", "sale")
    run("batch", "lock", "b1")
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    rows = [("CIN", "Centre", "Montant"), ("ZZ1", "Agadir", 5)]
    run("import", write_xlsx(tmp_path / "b.xlsx", rows), "--batch", "b2", "--envelope", "env")
    totals = run("report", "region", "--centre", "sale", "--format", "json").json["totals"]
    assert totals["planned"] == "12500.00"


def test_an_envelope_of_another_programme_is_refused(bring: Any, run: Run) -> None:
    """Its balance would go down for people whom its programme's summary does not show."""
    run("programme", "add", "other", "--name", "Autre")
    run("budget", "add", "far", "--programme", "other", "--fiscal-year", "2024", "--funder", "fund", "--amount", "9 DH")
    assert bring("a.xlsx", [SARA], "--envelope", "far", status=1)[1] == ["envelope.not_of_batch"]


def test_a_formula_without_a_value_is_told(bring: Any) -> None:
    """Dropped in silence it would be a person without a name, or a lost item."""
    outcomes, codes = bring("a.xlsx", [mended(SARA, label="=A2&B2")], status=1)
    assert (outcomes, codes) == ({"invalid": 1}, ["cell.formula"])


def test_french_headings_over_arabic_names_in_a_windows_file(planned: Path, run: Run, tmp_path: Path) -> None:
    """cp1256 holds both alphabets; the names are stored as they were written."""
    path = tmp_path / "list.csv"
    path.write_text("Nom et prénom;Province;Montant\nكريم بنخيال;Fès;100\nسارة النموذجي;Salé;200\n", encoding="cp1256")
    run("import", path, "--batch", "b1", "--envelope", "env")
    with opened(planned) as database:
        names = {name for (name,) in database.execute("SELECT name_arabic FROM identity")}
    assert names == {"كريم بنخيال", "سارة النموذجي"}


def test_quotes_and_commas_inside_semicolons(planned: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('CIN;Désignation;Montant\nZZ1;12" plat, fin, rond;10\nZZ2;"Table" basse, petite, verte;20\n')
    file = run("import", path, "--batch", "b1", "--envelope", "env", "--format", "json").json["files"][0]
    assert (file["outcomes"]["new"], file["amount"]) == (2, "30.00")


def test_a_line_corrected_by_hand_is_left_so(bring: Any, run: Run) -> None:
    """A file imported again reverts neither the amount that somebody put right nor the person, and renames nobody."""
    bring("a.xlsx", [SARA, ALI, OMAR])
    lines = run("batch", "show", "b1", "--format", "json").json["lines"]
    sara, ali = lines[0]["beneficiary"], lines[1]["beneficiary"]
    run("batch", "correct", "b1", "3", "--amount", "1,00", "--reason", "faute de frappe")
    run("batch", "correct", "b1", "1", "--person", ali, "--reason", "faute de frappe")
    outcomes, codes = bring("a.xlsx", None)
    assert (outcomes, codes) == ({"unchanged": 3}, ["line.by_hand", "line.by_hand"])
    shown = run("batch", "show", "b1", "--identified", "--reason", "Contrôle", "--format", "json").json["lines"]
    assert [line["beneficiary"] for line in shown][:2] == [ali, ali]
    assert len({line["name"] for line in shown[:2]}) == 1
    assert shown[2]["amount"] == "1.00"
    outcomes, codes = bring("a.xlsx", [mended(SARA, amount=77), ALI, OMAR], status=1)
    assert outcomes == {"parked": 1, "unchanged": 2}
    assert "line.moved_by_hand" in codes
    assert sara not in {line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]}


def test_corrects_is_said_after_a_first_try(bring: Any, run: Run) -> None:
    """The advice given with the parked rows can be followed: nothing is doubled."""
    bring("a.xlsx", [SARA, ALI, OMAR])
    other = [mended(SARA, amount=1), mended(ALI, amount=2), mended(OMAR, amount=3),
             ("ZZ9", "Nouvelle Personne", "équipement", "Four", 500)]  # fmt: skip
    assert bring("b.xlsx", other, "--accept-valid", status=1)[0] == {"new": 1, "parked": 3}
    assert bring("b.xlsx", None, "--corrects")[0] == {"updated": 3, "unchanged": 1}
    assert batch(run) == ("506.00", 4)
