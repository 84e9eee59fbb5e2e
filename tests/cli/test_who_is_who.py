"""The same people in other spellings and the other alphabet: met, asked about, decided, remembered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support import Begun, Run, opened, write_xlsx

HEAD = ("Nom et prénom", "CIN", "Date de naissance", "Sexe", "Province", "Activité", "Montant")
KNOWN = (
    HEAD,
    ("Mohamed El Exemple", "ZZ2001", "12/03/1980", "H", "Fès", "Soudure", 1000),
    ("Fatima-Zahra Benfictif", None, "01/02/1985", "F", "Fès", "Couture", 2000),
    ("Karim Inventani", None, None, "H", "Meknès", "Snack", 3000),
)


@pytest.fixture
def known(planned: Path, begun: Begun, run: Run, tmp_path: Path) -> Path:
    """Three invented people in batch b1, and an empty batch b2."""

    def write() -> None:
        bring_in(run, tmp_path, KNOWN, "b1")
        run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")

    return begun("known", write)


def bring_in(run: Run, tmp_path: Path, rows: Any, batch: str = "b2", name: str = "list") -> Any:
    path = write_xlsx(tmp_path / f"{name}-{batch}.xlsx", rows)
    return run("import", path, "--batch", batch, "--envelope", "env", "--format", "json", status=None).json["files"][0]


def people(path: Path) -> int:
    with opened(path) as database:
        return int(database.execute("SELECT COUNT(*) FROM beneficiary WHERE merged_into IS NULL").fetchone()[0])


@pytest.mark.parametrize(
    "row",
    [
        ("محمد الإكسمبل", "ZZ2001", None, None, None, None, 500),
        ("EL EXEMPLE Mohammed", "zz 2001", "12-03-1980", None, None, None, 500),
        ("فاطمة الزهراء بنفكتيف", None, "01/02/1985", None, None, None, 500),
        ("Fatima Ezzahra BENFICTIF", None, "1 février 1985", "F", None, None, 500),
    ],
)
def test_a_sure_match_is_the_same_person(known: Path, run: Run, tmp_path: Path, row: Any) -> None:
    """By card number, or by the same name however spelled and the same day of birth."""
    before = people(known)
    answer = bring_in(run, tmp_path, (HEAD, row))
    assert answer["outcomes"]["parked"] == answer["outcomes"]["invalid"] == 0
    assert people(known) == before


def test_a_name_alone_waits_and_is_accepted(known: Path, run: Run, tmp_path: Path) -> None:
    """Accepted, the row is theirs; the same doubt is not raised again, in this batch or another."""
    answer = bring_in(run, tmp_path, (HEAD, ("كريم إنفنتاني", None, None, None, None, "مطعم", 700)))
    assert answer["outcomes"]["parked"] == 1
    assert [problem["code"] for problem in answer["problems"]] == ["person.possible"]
    waiting = run("review", "list", "--format", "json").json["rows"]
    assert len(waiting) == 1
    assert waiting[0]["candidates"].startswith("B-")
    shown = run("review", "show", "1").out
    assert "same" in shown
    assert "Inventani" not in shown
    assert "Inventani" in run("review", "show", "1", "--identified", "--reason", "contrôle").out
    run("review", "show", "1", "--identified", status=2)
    before = people(known)
    assert "is in: new" in run("review", "accept", "1").out
    assert people(known) == before
    assert run("review", "list", "--format", "json").json["rows"] == []
    assert "decided already" in run("review", "accept", "1", status=3).err
    assert run("batch", "show", "b2", "--format", "json").json["lines"][0]["amount"] == "700.00"
    run("batch", "plan", "b3", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    again = bring_in(run, tmp_path, (HEAD, ("كريم إنفنتاني", None, None, None, None, "خياطة", 800)), "b3")
    assert again["outcomes"]["new"] == 1
    assert people(known) == before
    run("check")


def test_rejected_it_is_somebody_new(known: Path, run: Run, tmp_path: Path) -> None:
    """Another Karim Inventani: a new code, and the next list that says the same means him."""
    row = ("Karim Inventani", None, None, "H", "Safi", "Pêche", 700)
    before = people(known)
    bring_in(run, tmp_path, (HEAD, row))
    run("review", "reject", "1")
    assert people(known) == before + 1
    again = bring_in(run, tmp_path, (HEAD, row))
    assert again["outcomes"]["unchanged"] == 1
    rows = run("review", "list", "--all", "--format", "json").json["rows"]
    assert [row["state"] for row in rows] == ["rejected"]
    run("check")


def test_a_close_name_and_the_same_birthday(known: Path, run: Run, tmp_path: Path) -> None:
    """A slip of the pen: asked, with how close and why."""
    answer = bring_in(run, tmp_path, (HEAD, ("Fatima-Zahra Benfistif", None, "01/02/1985", "F", "Fès", None, 700)))
    (problem,) = answer["problems"]
    assert problem["code"] == "person.likely"
    assert "birth date" in problem["message"]
    assert "%" in problem["message"]
    run("review", "accept", "1")
    again = bring_in(
        run, tmp_path, (HEAD, ("BENFISTIF Fatima Zahra", None, "01/02/1985", "F", None, "Broderie", 90)), name="b"
    )
    assert again["outcomes"]["parked"] == 0, "the other spelling is known as hers now"


def test_brothers_are_two_people(known: Path, run: Run, tmp_path: Path) -> None:
    """One family name, one province, another given name: nobody is asked."""
    answer = bring_in(run, tmp_path, (HEAD, ("Rachid Inventani", None, None, "H", "Meknès", None, 700)))
    assert answer["outcomes"]["new"] == 1


def test_numbers_that_point_two_ways(known: Path, run: Run, tmp_path: Path) -> None:
    """Mohamed’s card number with somebody else’s name: parked; it cannot become somebody new, one number is wrong."""
    answer = bring_in(run, tmp_path, (HEAD, ("Amina Toutautre", "ZZ2001", "05/05/1990", "F", "Fès", None, 700)))
    assert [problem["code"] for problem in answer["problems"]] == ["person.conflict"]
    assert "card or file number is that of B-" in run("review", "reject", "1", status=3).err


def test_two_codes_that_are_one_person(known: Path, run: Run, tmp_path: Path) -> None:
    """A row that may mean two: they are found to be one person, whose code then has the lines of both."""
    bring_in(
        run, tmp_path, (HEAD, ("Karim Inventani", "ZZ2009", "09/09/1979", "H", "Meknès", "Épicerie", 10)), name="a"
    )
    waiting = run("review", "list", "--format", "json").json["rows"]
    run("review", "reject", str(waiting[0]["number"]))
    bring_in(run, tmp_path, (HEAD, ("INVENTANI Karim", None, None, None, None, "Pêche", 700)))
    number = str(run("review", "list", "--format", "json").json["rows"][0]["number"])
    assert "may mean several people" in run("review", "accept", number, status=3).err
    before = people(known)
    run("review", "merge", number, "--reason", "même personne")
    assert people(known) == before - 1
    lines = run("batch", "show", "b2", "--format", "json").json["lines"]
    assert len({line["beneficiary"] for line in lines}) == 1
    with opened(known) as database:
        merged, into = database.execute("SELECT code, merged_into FROM beneficiary WHERE merged_into > ''").fetchone()
        assert database.execute("SELECT cin FROM known_as UNION SELECT cin FROM identity").fetchall()
    assert f"was merged into {into}" in run("beneficiary", "merge", merged, into, "--reason", "x", status=3).err
    assert "cannot be merged into itself" in run("beneficiary", "merge", into, into, "--reason", "x", status=3).err
    run("check")


def test_a_decision_is_undone_with_its_file(known: Path, run: Run, tmp_path: Path) -> None:
    """What was decided of a file’s rows goes with the file."""
    bring_in(run, tmp_path, (HEAD, ("Karim Inventani", None, None, "H", "Safi", "Pêche", 700)))
    before = people(known)
    run("review", "reject", "1")
    run("imports", "undo", "I-000002")
    assert people(known) == before
    assert run("review", "list", "--all", "--format", "json").json["rows"] == []
    run("check")


def test_a_row_that_comes_again_is_asked_once(known: Path, run: Run, tmp_path: Path) -> None:
    rows = (HEAD, ("Karim Inventani", None, None, "H", "Safi", "Pêche", 700))
    bring_in(run, tmp_path, rows)
    bring_in(run, tmp_path, rows)
    assert [row["number"] for row in run("review", "list", "--format", "json").json["rows"]] == [2]


def test_one_more_item_or_the_same(known: Path, run: Run, tmp_path: Path) -> None:
    """An item like one that is there: accepted it is that line, mended; rejected it is one more."""
    row = ("Mohamed El Exemple", "ZZ2001", "12/03/1980", "H", "Fès", "Soudure", 1500)
    bring_in(run, tmp_path, (HEAD, row), "b1", name="other")
    assert run("review", "list", "--format", "json").json["rows"][0]["why"] == "possible_line"
    run("review", "accept", "1")
    amounts = [line["amount"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]
    assert sorted(amounts) == ["1500.00", "2000.00", "3000.00"]
    bring_in(run, tmp_path, (HEAD, (*row[:-1], 1700)), "b1", name="third")
    run("review", "reject", "2")
    amounts = [line["amount"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]
    assert sorted(amounts) == ["1500.00", "1700.00", "2000.00", "3000.00"]
    run("check")


def test_unknown_numbers(known: Path, run: Run) -> None:
    assert "no row no. 9" in run("review", "show", "9", status=3).err
    assert "no row no. 9" in run("review", "accept", "9", status=3).err


def test_a_file_number_used_again(known: Path, run: Run, tmp_path: Path) -> None:
    """A centre gives a number to somebody else later: a given name in common is not enough. A dash is no number."""
    head = ("N° dossier", "Nom et prénom", "Activité", "Montant")
    run("batch", "plan", "b4", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    target = ("--envelope", "env", "--centre", "fes", "--format", "json")
    first = [head, ("17", "Amina Benfictif", "Snack", 10), ("-", "Sara Modeloui", "Snack", 10)]
    run("import", write_xlsx(tmp_path / "one.xlsx", first), "--batch", "b2", *target)
    second = [head, ("17", "Amina El Exemple", "Pêche", 20), ("-", "Omar Fictif", "Pêche", 30)]
    answer = run("import", write_xlsx(tmp_path / "two.xlsx", second), "--batch", "b4", *target, status=1).json["files"][
        0
    ]
    assert [problem["code"] for problem in answer["problems"]] == ["person.conflict"]
    assert answer["outcomes"]["new"] == 1


def test_a_card_number_typed_wrong(known: Path, run: Run, tmp_path: Path) -> None:
    """The very name and day of birth of somebody known, under another card number: asked, not doubled."""
    row = ("EL EXEMPLE Mohamed", "ZZ2010", "12/03/1980", "H", "Fès", "Pêche", 700)
    answer = bring_in(run, tmp_path, (HEAD, row))
    assert [problem["code"] for problem in answer["problems"]] == ["person.conflict"]
    before = people(known)
    run("review", "reject", "1")
    assert people(known) == before + 1, "somebody may say that they are two"


def test_the_same_item_in_another_language(known: Path, run: Run, tmp_path: Path) -> None:
    """The list of b1 again, in Arabic: the people are met, and money that is there already is not doubled silently."""
    answer = bring_in(run, tmp_path, (HEAD, ("محمد الإكسمبل", "ZZ2001", None, None, None, "لحام", 1000)), "b1", "ar")
    assert [problem["code"] for problem in answer["problems"]] == ["line.possible"]
    run("review", "accept", "1")
    assert run("batch", "show", "b1", "--format", "json").json["lines"][0]["amount"] == "1000.00"
    assert len(run("batch", "show", "b1", "--format", "json").json["lines"]) == 3
