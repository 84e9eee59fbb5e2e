"""Lists of people: who is new, what is told of whom is known, their steps, coming again, undoing, deciding."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.cli.lists import asked, bring_in, codes, contents
from tests.support import NOTHING, Run, bytes_of, write_xlsx

HEAD = (
    "N° dossier", "Nom", "Prénom", "CIN", "Date de naissance", "Sexe", "Téléphone", "Province", "Centre", "Handicap",
    "Catégorie particulière", "Date d'inscription", "Diagnostic", "Formation", "Date de formation", "Avis du comité",
)  # fmt: skip
AMINA = ("12", "Benfictif", "Amina", "ZZ1001", "12/03/1985", "F", "0600000001", "Fès", "Fès", "non", None, "05/01/2024",
         "10/01/2024", "oui", "15/03/2024", "favorable le 12/05/2024")  # fmt: skip
KARIM = ("13", "El Exemple", "Karim", "ZZ1002", date(1980, 1, 2), "H", None, "Meknès", "Fès", "oui", "non", "2024",
         "janvier 2024", "en cours", None, "ajourné (12 mai 2024)")  # fmt: skip
OMAR = ("14", "Inventani", "Omar", None, None, "H", None, None, "Fès", None, None, None, None, "non", None, None)
LIST = (HEAD, AMINA, KARIM, OMAR)


@pytest.fixture
def bring(ledger: Path, tmp_path: Path, run: Run) -> Any:
    """Import rows, their kind told by the headings: ``bring(rows, "--dry-run")`` gives the one file's answer."""
    return partial(bring_in, run, tmp_path)


def steps(path: Path, cin: str) -> list[tuple[Any, ...]]:
    return asked(
        path,
        "SELECT s.kind, s.happened_on, s.outcome FROM pathway_step s JOIN identity i USING (beneficiary_code) "
        f"WHERE i.cin = '{cin}' ORDER BY s.happened_on, s.id",
    )


def test_new_people(bring: Any, ledger: Path) -> None:
    """Each row a person; what the list does not say stays unknown."""
    file = bring(LIST)
    assert (file["kind"], file["applied"], file["outcomes"]) == ("beneficiaries", True, {**NOTHING, "new": 3})
    assert asked(
        ledger,
        "SELECT name_latin, cin, birth_date, phone, file_number, sex, province_code, centre_code, registered_on, "
        "disabled, special_category FROM identity JOIN beneficiary ON code = beneficiary_code "
        "JOIN sensitive USING (beneficiary_code) ORDER BY file_number",
    ) == [
        ("Benfictif Amina", "ZZ1001", "1985-03-12", "0600000001", "12", "F", "MA-FES", "fes", "2024-01-05", 0, None),
        ("El Exemple Karim", "ZZ1002", "1980-01-02", None, "13", "M", "MA-MEK", "fes", "2024", 1, 0),
        ("Inventani Omar", None, None, None, "14", "M", None, "fes", None, None, None),
    ]  # fmt: skip


def test_their_steps(bring: Any, ledger: Path) -> None:
    """A day, a day beside « oui », an outcome with its day; what is under way is told and not recorded."""
    file = bring(LIST)
    assert steps(ledger, "ZZ1001") == [
        ("diagnosis", "2024-01-10", "favourable"),
        ("training", "2024-03-15", "favourable"),
        ("committee", "2024-05-12", "favourable"),
    ]
    assert steps(ledger, "ZZ1002") == [
        ("diagnosis", "2024-01", "favourable"), ("committee", "2024-05-12", "postponed"),
    ]  # fmt: skip
    assert [(one["code"], one["severity"]) for one in file["problems"]] == [("steps.to_come", "notice")]


def test_the_same_file_again_changes_nothing(bring: Any, ledger: Path) -> None:
    bring(LIST)
    before = contents(ledger)
    assert bring(LIST)["outcomes"] == {**NOTHING, "unchanged": 3}
    assert contents(ledger) == before


def test_a_corrected_file_changes_only_what_changed(bring: Any, ledger: Path) -> None:
    """A name, a telephone and a step's day mended, a step added; the others as they were."""
    bring(LIST)
    amina = list(AMINA)
    amina[1], amina[6], amina[14] = "Benfictive", "0600000009", "16/03/2024"
    assert bring((HEAD, amina, KARIM, OMAR))["outcomes"] == {**NOTHING, "updated": 1, "unchanged": 2}
    assert asked(ledger, "SELECT name_latin, phone FROM identity WHERE cin = 'ZZ1001'") == [
        ("Benfictive Amina", "0600000009")
    ]
    assert ("training", "2024-03-16", "favourable") in steps(ledger, "ZZ1001")
    assert len(steps(ledger, "ZZ1001")) == 3, "the day was mended: it is no second training"


def test_a_later_list_adds_steps(bring: Any, ledger: Path) -> None:
    """Another file: a day known better replaces the vaguer one, another day is one more step."""
    bring(LIST)
    head = ("CIN", "Nom complet", "Diagnostic", "Formation", "Comité")
    rows = (
        head,
        ("ZZ1002", "Karim El Exemple", "12/01/2024", "20/06/2024", "favorable 30/06/2024"),
        ("ZZ1001", None, None, "2024", None),
    )
    assert bring(rows, name="suite.xlsx")["outcomes"] == {**NOTHING, "updated": 1, "unchanged": 1}
    assert steps(ledger, "ZZ1002") == [
        ("diagnosis", "2024-01-12", "favourable"),
        ("committee", "2024-05-12", "postponed"),
        ("training", "2024-06-20", "favourable"),
        ("committee", "2024-06-30", "favourable"),
    ]
    assert len(steps(ledger, "ZZ1001")) == 3, "a vaguer day tells nothing new"


def test_an_arabic_list_of_the_same_people(bring: Any, ledger: Path) -> None:
    """By card number, and by name in the other alphabet with the birthday; the Arabic name is added."""
    bring(LIST)
    rows = (
        ("لائحة المستفيدين",), (),
        ("الاسم الكامل", "ر.ب.و", "تاريخ الازدياد", "الجنس", "التكوين", "قرار اللجنة"),
        ("أمينة بنفكتيف", "ZZ1001", "١٢/٠٣/١٩٨٥", "أنثى", "تم في 15/03/2024", "موافق بتاريخ 12 ماي 2024"),
        ("كريم الإكسمبل", None, "2 يناير 1980", "ذكر", "20/06/2024", "لا"),
    )  # fmt: skip
    file = bring(rows, name="ar.xlsx")
    assert (file["kind"], file["outcomes"]) == ("beneficiaries", {**NOTHING, "updated": 2})
    assert asked(ledger, "SELECT name_latin, name_arabic FROM identity WHERE cin = 'ZZ1002'") == [
        ("El Exemple Karim", "كريم الإكسمبل")
    ]
    assert len(steps(ledger, "ZZ1001")) == 3, "the same steps of the same days"
    assert ("training", "2024-06-20", "favourable") in steps(ledger, "ZZ1002")


def test_a_person_met_by_code(bring: Any, ledger: Path, run: Run) -> None:
    """The code of a sheet that the ledger handed out finds its person; one that nobody has is refused."""
    bring(LIST)
    ((code,),) = asked(ledger, "SELECT beneficiary_code FROM identity WHERE cin = 'ZZ1002'")
    head = ("Code de la personne", "Téléphone", "Formation")
    assert bring((head, (code.lower(), "0600000002", None)), name="a.xlsx")["outcomes"]["updated"] == 1
    assert asked(ledger, "SELECT phone FROM identity WHERE cin = 'ZZ1002'") == [("0600000002",)]
    file = bring((head, ("B-000000000", "0600000002", None)), name="b.xlsx")
    assert (codes(file), file["problems"][0]["cell"]) == (["person.unread"], "A2")
    head = ("N° dossier", "Nom complet", "Formation")
    assert bring((head, (code, "Karim El Exemple", "20/06/2024")), name="c.xlsx")["outcomes"]["updated"] == 1
    assert asked(ledger, "SELECT file_number FROM identity WHERE cin = 'ZZ1002'") == [("13",)], "a code is no number"


def test_a_step_without_a_day(bring: Any) -> None:
    """Refused with the heading of the column that would say it; a column of days for all steps serves."""
    head = ("CIN", "Nom complet", "Formation")
    file = bring((head, ("ZZ1", "Sara Modeloui", "fait")))
    (problem,) = file["problems"]
    assert (problem["code"], problem["cell"], file["applied"]) == ("step.undated", "C2", False)
    assert "Training date" in problem["suggestion"]
    assert bring(((*head, "Date"), ("ZZ1", "Sara Modeloui", "fait", "03/04/2024")))["applied"]


def test_what_no_step_is_is_not_repeated(bring: Any) -> None:
    file = bring((("CIN", "Sexe", "Formation"), ("ZZ1", "F", "Amina Benfictif")))
    assert codes(file) == ["pathway.unreadable"]
    assert "Benfictif" not in str(file["problems"])
    assert bring(
        (("CIN", "Sexe", "Formation"), ("ZZ1", "F", "Couture")), "--as", "beneficiaries", "--map", "Formation=-"
    )["applied"]


def test_a_dry_run_and_the_good_rows(bring: Any, ledger: Path) -> None:
    """Nothing is written by a rehearsal; with --accept-valid the good rows are."""
    before = bytes_of(ledger)
    file = bring(LIST, "--dry-run")
    assert (file["outcomes"]["new"], file["applied"], bytes_of(ledger) == before) == (3, False, True)
    bad = (*LIST, (None, "Imaginari", "Hind", "12", *[None] * 12))
    assert (bring(bad)["applied"], contents(ledger)["beneficiary"]) == (False, [])
    file = bring(bad, "--accept-valid")
    assert (file["applied"], file["outcomes"]) == (True, {**NOTHING, "new": 3, "invalid": 1})


def test_a_row_twice_is_one_person(bring: Any, ledger: Path) -> None:
    assert bring((HEAD, AMINA, AMINA))["outcomes"] == {**NOTHING, "new": 1, "unchanged": 1}
    assert len(contents(ledger)["beneficiary"]) == 1
    other = (*AMINA[:5], "H", *AMINA[6:])
    assert codes(bring((HEAD, AMINA, other), name="b.xlsx")) == ["person.contradiction"]


def test_a_name_alone_waits_for_somebody(bring: Any, ledger: Path, run: Run) -> None:
    """Accepted, the row is theirs and its step too; undone, all is as before the list."""
    bring(LIST)
    before = contents(ledger)
    rows = (("الاسم الكامل", "الجنس", "التكوين"), ("عمر إنفنتاني", "ذكر", "20/04/2024"))
    file = bring(rows, name="ar.xlsx")
    assert (file["outcomes"]["parked"], codes(file)) == (1, ["person.possible"])
    (waiting,) = run("review", "list", "--format", "json").json["rows"]
    assert (waiting["batch"], waiting["why"]) == (None, "same_name")
    assert "is in: updated" in run("review", "accept", "1").out
    assert asked(ledger, "SELECT name_arabic FROM identity WHERE file_number = '14'") == [("عمر إنفنتاني",)]
    assert len(contents(ledger)["pathway_step"]) == len(before["pathway_step"]) + 1
    (line,) = run("imports", "show", "I-000002", "--format", "json").json["lines"]
    assert line["beneficiary"] == waiting["candidates"]
    run("imports", "undo", "I-000002")
    assert contents(ledger) == before
    run("check")


def test_rejected_it_is_somebody_new(bring: Any, ledger: Path, run: Run) -> None:
    """A namesake; the decision is remembered, and the same list is then only what it was."""
    bring(LIST)
    rows = (("Nom complet", "Sexe", "Formation"), ("Omar Inventani", "H", "20/04/2024"))
    bring(rows, name="autre.xlsx")
    run("review", "reject", "1")
    assert len(contents(ledger)["beneficiary"]) == 4
    assert bring(rows, name="autre.xlsx")["outcomes"] == {**NOTHING, "unchanged": 1}
    run("check")


def test_two_codes_merged_by_a_row(bring: Any, ledger: Path, run: Run) -> None:
    """A row that hesitates between two makes them one; its list can then not be undone any more."""
    head = ("N° dossier", "Nom complet", "CIN", "Centre", "Sexe")
    bring((head, ("1", "Sara Modeloui", None, "Fès", "F"), (None, "Modeloui S.", "ZZ7", "Salé", "F")))
    rows = (head, ("1", "Sara Modeloui", "ZZ7", "Fès", "F"))
    assert codes(bring(rows, name="b.xlsx")) == ["person.conflict"]
    run("review", "merge", "1", "--reason", "Même personne")
    assert asked(ledger, "SELECT COUNT(*) FROM beneficiary WHERE merged_into IS NULL") == [(1,)]
    assert "two people are one" in run("imports", "undo", "I-000002", status=3).err
    run("check")


def test_undone(bring: Any, ledger: Path, run: Run) -> None:
    """What the list created goes, what a corrected one changed is as before; later lists first."""
    blank = contents(ledger)
    bring(LIST)
    before = contents(ledger)
    amina = [*AMINA]
    amina[5], amina[6], amina[15] = "H", "0600000009", "refusé 13/05/2024"
    second = bring((HEAD, amina, KARIM, OMAR))["import"]
    assert contents(ledger) != before
    assert second in run("imports", "undo", "I-000001", status=3).err
    run("imports", "undo", second)
    assert contents(ledger) == before
    run("imports", "undo", "I-000001")
    assert contents(ledger) == blank
    assert bring(LIST)["outcomes"]["new"] == 3
    run("check")


def test_people_whom_a_batch_needs_stay(bring: Any, planned: Path, run: Run, tmp_path: Path) -> None:
    """Karim stands in a distribution since: his row is named, and nothing is undone."""
    bring(LIST)
    head = ("CIN", "Nom complet", "Activité", "Montant")
    path = write_xlsx(tmp_path / "d.xlsx", [head, ("ZZ1002", "Karim El Exemple", "Soudure", 500)])
    assert run("import", path, "--batch", "b1", "--envelope", "env", "--format", "json").json["files"][0]["outcomes"][
        "new"
    ] == 1  # fmt: skip
    assert "depends on its rows 3." in run("imports", "undo", "I-000001", status=3).err
    assert len(contents(planned)["beneficiary"]) == 3


def test_what_was_recorded_since_stays(bring: Any, planned: Path, run: Run, tmp_path: Path) -> None:
    """A distribution list gave Amina another telephone: the old list, sent again, says nothing new of her."""
    bring(LIST)
    head = ("CIN", "Nom complet", "Téléphone", "Montant")
    path = write_xlsx(tmp_path / "d.xlsx", [head, ("ZZ1001", "Amina Benfictif", "0600000077", 500)])
    run("import", path, "--batch", "b1", "--envelope", "env")
    file = bring(LIST)
    assert (file["outcomes"], codes(file)) == ({**NOTHING, "unchanged": 3}, ["person.by_hand"])
    assert asked(planned, "SELECT phone FROM identity WHERE cin = 'ZZ1001'") == [("0600000077",)]


def test_a_list_into_a_batch_has_amounts(bring: Any, planned: Path) -> None:
    """Where the command names a batch, people without amounts are no distribution."""
    file = bring((("Nom complet", "CIN", "Sexe"), ("Sara Modeloui", "ZZ1", "F")), "--batch", "b1", "--envelope", "env")
    assert codes(file) == ["header.incomplete"]
    said = (("Nom complet", "CIN", "Montant demandé"), ("Sara Modeloui", "ZZ1", 500))
    assert bring(said, "--as", "beneficiaries", name="c.xlsx")["outcomes"]["new"] == 1


def test_a_profile_remembers_the_kind(bring: Any, run: Run) -> None:
    run("profile", "save", "fes", "--as", "beneficiaries", "--map", "Bidule=phone", "--centre", "fes")
    rows = (("N°", "Nom complet", "Bidule"), (1, "Sara Modeloui", "0600000001"))
    file = bring(rows, "--profile", "fes")
    assert (file["kind"], file["outcomes"]["new"]) == ("beneficiaries", 1)


def test_a_marked_copy_comes_back(bring: Any, ledger: Path, run: Run, tmp_path: Path) -> None:
    """The cell without a day is marked in the centre's copy; mended there, it comes in."""
    rows = (("CIN", "Nom complet", "Formation"), ("ZZ1", "Sara Modeloui", "fait"), ("ZZ2", "Ali Fictaoui", "2024"))
    file = bring(rows, "--returns", str(tmp_path / "retours"))
    book = load_workbook(file["returned"])
    sheet = book["Feuille1"]
    assert "Écrivez la date" in sheet["C2"].comment.text
    sheet["C2"] = "fait le 03/04/2024"
    book.save(tmp_path / "again.xlsx")
    (again,) = run("import", tmp_path / "again.xlsx", "--format", "json").json["files"]
    assert again["outcomes"] == {**NOTHING, "new": 2}
    assert steps(ledger, "ZZ1") == [("training", "2024-04-03", "favourable")]
