"""Lists of projects: one project of a person and activity, or of a cooperative's name; its costs; undone, decided."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.cli.lists import asked, bring_in, codes, contents
from tests.support import NOTHING, Run, write_xlsx

HEAD = (
    "Nom et prénom", "CIN", "Activité", "Secteur", "Forme du projet", "Raison sociale", "Apport personnel",
    "Désignation", "Quantité", "Prix unitaire", "Montant", "Fournisseur", "N° de facture", "N° de série",
)  # fmt: skip
SEWING = ("Amina Benfictif", "ZZ1001", "Couture", "artisanat", "individuel", None, 1500,
          "Machine à coudre", 2, "4 000,00", "8000", "Atelier fictif", "FA-1", "MC-1")  # fmt: skip
OVERLOCK = ("Amina Benfictif", "ZZ1001", None, None, None, None, None,
            "Surjeteuse", 1, 2500, None, "Atelier fictif", "FA-1", None)  # fmt: skip
HIVES = ("Karim El Exemple", "ZZ1002", "Miel", "agriculture", "coopérative", "Coop Atlas Fictif", 0,
         "Ruches", 10, "500", "5000", None, None, None)  # fmt: skip
EXTRACTOR = ("Omar Inventani", "ZZ1003", "miel", "agriculture", "coopérative", "COOP. ATLAS FICTIF", None,
             "Extracteur", None, 3000, 3000, None, None, None)  # fmt: skip
SNACK = ("Sara Modeloui", "ZZ1004", "Snack", *[None] * 7, 12000, None, None, None)
LIST = (HEAD, SEWING, OVERLOCK, HIVES, EXTRACTOR, SNACK)


@pytest.fixture
def bring(programme: Path, tmp_path: Path, run: Run) -> Any:
    """Import rows, their kind told by the headings, into a ledger whose only programme is ``micro``."""
    return partial(bring_in, run, tmp_path)


def projects(path: Path) -> list[tuple[Any, ...]]:
    """Each project, with its number of members and of costs and what they come to in centimes."""
    return asked(
        path,
        "SELECT p.kind, p.activity, p.sector_code, p.name, p.own_contribution, "
        "(SELECT COUNT(*) FROM project_member m WHERE m.project_code = p.code), COUNT(c.id), "
        "SUM(c.quantity * c.unit_price) FROM project p LEFT JOIN cost c ON c.project_code = p.code "
        "GROUP BY p.code ORDER BY p.activity",
    )


def changed(row: tuple[Any, ...], **said: Any) -> tuple[Any, ...]:
    """Give a row with other cells: ``price=2600``."""
    places = {"who": 0, "cin": 1, "activity": 2, "form": 4, "name": 5, "own": 6, "item": 7, "quantity": 8, "price": 9,
              "amount": 10}  # fmt: skip
    cells = list(row)
    for key, value in said.items():
        cells[places[key]] = value
    return tuple(cells)


def test_new_projects(bring: Any, programme: Path) -> None:
    """Rows of one person and activity are one project, a blank activity being the only one there is; rows of one
    cooperative's name are one project of several people; an amount alone is a cost of one thing."""
    file = bring(LIST)
    assert (file["kind"], file["outcomes"], file["amount"]) == ("projects", {**NOTHING, "new": 5}, "30500.00")
    assert projects(programme) == [
        ("individual", "Couture", "artisanat", None, 1500_00, 1, 2, 10_500_00),
        ("cooperative", "Miel", "agriculture", "Coop Atlas Fictif", 0, 2, 2, 8_000_00),
        ("individual", "Snack", None, None, None, 1, 1, 12_000_00),
    ]
    assert asked(programme, "SELECT kind, label, quantity, unit_price, supplier, invoice, serial FROM cost")[0] == (
        "equipment", "Machine à coudre", 2, 400_000, "Atelier fictif", "FA-1", "MC-1",
    )  # fmt: skip
    assert asked(programme, "SELECT DISTINCT programme_code FROM project") == [("micro",)]


def test_the_same_file_again_changes_nothing(bring: Any, programme: Path) -> None:
    bring(LIST)
    before = contents(programme)
    assert bring(LIST)["outcomes"] == {**NOTHING, "unchanged": 5}
    assert contents(programme) == before


def test_a_corrected_file_changes_only_what_changed(bring: Any, programme: Path) -> None:
    """A price and an activity mended, a project added; nothing doubled."""
    bring(LIST)
    more = ("Ali Fictaoui", "ZZ1005", "Pêche", *[None] * 4, "Filet", 3, None, 900, None, None, None)
    rows = (HEAD, SEWING, changed(OVERLOCK, price=2600), HIVES, EXTRACTOR, changed(SNACK, activity="Pâtisserie"), more)
    file = bring(rows)
    assert file["outcomes"] == {**NOTHING, "new": 1, "updated": 2, "unchanged": 3}
    assert [(one["code"], one["cell"]) for one in file["problems"]] == [("cost.amount_changed", "K3")]
    assert [(row[1], row[6], row[7]) for row in projects(programme)] == [
        ("Couture", 2, 10_600_00), ("Miel", 2, 8_000_00), ("Pâtisserie", 1, 12_000_00), ("Pêche", 1, 900_00),
    ]  # fmt: skip
    assert asked(programme, "SELECT quantity, unit_price FROM cost WHERE label = 'Filet'") == [(3, 300_00)]


def test_a_cost_like_one_that_is_there_waits(bring: Any, programme: Path, run: Run) -> None:
    """In another file, the same item at another price: the same, mended, or one more?"""
    bring(LIST)
    other = changed(SEWING, quantity=1, amount=None)
    file = bring((HEAD, other), name="suite.xlsx")
    assert (codes(file), file["outcomes"]["parked"]) == (["cost.possible"], 1)
    assert "is in: updated" in run("review", "accept", "1").out
    assert projects(programme)[0][6:] == (2, 6_500_00)
    bring((HEAD, changed(other, quantity=3)), name="encore.xlsx")
    assert "is in: new" in run("review", "reject", "2").out
    assert projects(programme)[0][6:] == (3, 18_500_00)
    assert bring((HEAD, (*SEWING[:7], "Aiguilles", 10, 5, 50, None, None, None)), name="c.xlsx")["outcomes"]["new"] == 1
    assert bring((HEAD, changed(other, quantity=5)), "--adds", name="d.xlsx")["outcomes"]["new"] == 1
    run("check")


def test_another_member_joins_a_cooperative(bring: Any, programme: Path, run: Run) -> None:
    """By its name, in another alphabet's sheet with the form said; undone, they are gone again."""
    bring(LIST)
    before = contents(programme)
    head = ("الاسم الكامل", "ر.ب.و", "النشاط", "شكل المشروع", "اسم التعاونية")
    file = bring((head, ("علي الافتراضي", "ZZ1009", None, "تعاونية", "Coop Atlas Fictif")), name="ar.xlsx")
    assert (file["kind"], file["outcomes"]["updated"]) == ("projects", 1)
    assert projects(programme)[1][5] == 3
    assert bring((head, ("علي الافتراضي", "ZZ1009", None, "تعاونية", "Coop Atlas Fictif")), name="ar.xlsx")["outcomes"][
        "unchanged"
    ] == 1  # fmt: skip
    run("imports", "undo", "I-000003")
    run("imports", "undo", "I-000002")
    assert contents(programme) == before
    run("check")


def test_the_same_people_in_the_other_alphabet(bring: Any, programme: Path) -> None:
    """By card number: the project of that code is theirs, its activity now said in Arabic too."""
    bring(LIST)
    ((code,),) = asked(programme, "SELECT code FROM project WHERE activity = 'Couture'")
    head = ("الاسم الكامل", "ر.ب.و", "رمز المشروع", "التعيين", "الكمية", "ثمن الوحدة")
    file = bring((head, ("أمينة بنفكتيف", "ZZ1001", code, "طاولة", 1, 300)), name="ar.xlsx")
    assert (file["outcomes"]["new"], len(projects(programme))) == (1, 3)
    assert projects(programme)[0][6:] == (3, 10_800_00)
    assert asked(programme, "SELECT name_arabic FROM identity WHERE cin = 'ZZ1001'") == [("أمينة بنفكتيف",)]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (changed(SEWING, amount=9000), "cost.amount_differs", "K2"),
        (changed(SEWING, quantity=3, price=None, amount=100), "cost.indivisible", "K2"),
        (changed(SEWING, price=None, amount=None), "cost.unpriced", "J2"),
        (changed(SEWING, quantity=0), "cost.no_quantity", "I2"),
        (changed(SEWING, form="coopérative"), "project.nameless", "E2"),
        (changed(SEWING, activity=None), "project.unnamed", "C2"),
        (changed(SEWING, own="environ 500 DH"), "amount.qualified", "G2"),
        (changed(SEWING, who=None, cin=None), "person.missing", None),
    ],
)
def test_what_keeps_a_row_out(bring: Any, programme: Path, row: tuple[Any, ...], code: str, cell: str | None) -> None:
    file = bring((HEAD, row))
    assert [(one["code"], one["cell"]) for one in file["problems"]] == [(code, cell)]
    assert (file["applied"], contents(programme)["beneficiary"]) == (False, [])


def test_rows_of_a_project_agree(bring: Any, programme: Path) -> None:
    """What two rows of one project deny each other is refused where it stands; the good rows go in if asked."""
    file = bring((HEAD, SEWING, changed(OVERLOCK, activity="COUTURE", own=2000)), "--accept-valid")
    assert [(one["code"], one["cell"]) for one in file["problems"]] == [("project.rows_differ", "G3")]
    assert projects(programme) == [("individual", "Couture", "artisanat", None, 1500_00, 1, 1, 8_000_00)]


def test_the_programme(bring: Any, run: Run, programme: Path) -> None:
    """By code or by name in either alphabet; where there are several, a row must say which."""
    run("programme", "add", "other", "--name", "Autre programme", "--name-ar", "برنامج آخر")
    assert codes(bring(LIST)) == ["programme.missing"] * 5
    head = ("Nom et prénom", "CIN", "Activité", "Programme")
    who = ("Amina Benfictif", "ZZ1001", "Couture")
    file = bring([head, *((*who, said) for said in ("micro", "AUTRE PROGRAMME", "برنامج آخر", "macro"))])
    assert (codes(file), file["problems"][0]["cell"]) == (["programme.unread"], "D5")
    assert bring([head, *((*who, said) for said in ("micro", "AUTRE PROGRAMME", "برنامج آخر"))])["applied"]
    assert asked(programme, "SELECT programme_code FROM project ORDER BY 1") == [("micro",), ("other",)]


def test_a_project_named_by_its_code(bring: Any, programme: Path, run: Run) -> None:
    """Its person's cost joins it; it is not another's, nor of another programme."""
    bring(LIST)
    ((code,),) = asked(programme, "SELECT code FROM project WHERE activity = 'Snack'")
    head = ("Nom et prénom", "CIN", "Code du projet", "Désignation", "Prix unitaire", "Programme")
    assert bring((head, ("Sara Modeloui", "ZZ1004", code.lower(), "Four", 900, None)), name="a.xlsx")["applied"]
    assert projects(programme)[2][6:] == (2, 12_900_00)
    assert codes(bring((head, ("Amina Benfictif", "ZZ1001", code, "Four", 9, None)), name="b.xlsx")) == [
        "project.not_of_person"
    ]
    assert codes(bring((head, ("Sara Modeloui", "ZZ1004", "P-000000000", "Four", 9, None)), name="c.xlsx")) == [
        "project.unread"
    ]
    run("programme", "add", "other", "--name", "Autre programme")
    assert codes(bring((head, ("Sara Modeloui", "ZZ1004", code, "Four", 9, "other")), name="d.xlsx")) == [
        "programme.not_of_project"
    ]


def test_undone(bring: Any, programme: Path, run: Run) -> None:
    """What a list created goes, what a corrected one changed is as before; later lists first."""
    blank = contents(programme)
    bring(LIST)
    before = contents(programme)
    second = bring((HEAD, SEWING, changed(OVERLOCK, price=2600), HIVES, EXTRACTOR, changed(SNACK, own=100)))["import"]
    assert contents(programme) != before
    assert second in run("imports", "undo", "I-000001", status=3).err
    run("imports", "undo", second)
    assert contents(programme) == before
    run("imports", "undo", "I-000001")
    assert contents(programme) == blank
    assert bring(LIST)["outcomes"]["new"] == 5
    run("check")


def test_projects_that_a_batch_pays_stay(bring: Any, planned: Path, run: Run, tmp_path: Path) -> None:
    """A distribution list means the project of its person and activity: the rows of that project are named."""
    bring(LIST)
    head = ("CIN", "Nom complet", "Activité", "Montant")
    path = write_xlsx(tmp_path / "d.xlsx", [head, ("ZZ1001", "Amina Benfictif", "couture", 500)])
    run("import", path, "--batch", "b1", "--envelope", "env")
    assert len(projects(planned)) == 3
    assert "depends on its rows 2, 3." in run("imports", "undo", "I-000001", status=3).err


def test_a_later_cost_keeps_the_list(bring: Any, programme: Path, run: Run) -> None:
    """Another list added a cost to the project that this one created."""
    bring(LIST)
    bring((HEAD, (*SEWING[:7], "Aiguilles", 10, 5, 50, None, None, None)), name="suite.xlsx")
    assert "depends on its rows 2, 3." in run("imports", "undo", "I-000001", status=3).err
    run("imports", "undo", "I-000002")
    run("imports", "undo", "I-000001")


def test_a_person_to_decide_on(bring: Any, programme: Path, run: Run) -> None:
    """A name alone waits; rejected, the project is somebody new's."""
    bring(LIST)
    rows = (HEAD, ("Sara Modeloui", None, "Coiffure", *[None] * 3, 500, *[None] * 7))
    assert codes(bring(rows, name="b.xlsx")) == ["person.possible"]
    run("review", "reject", "1")
    assert [row[1] for row in projects(programme)] == ["Coiffure", "Couture", "Miel", "Snack"]
    assert bring(rows, name="b.xlsx")["outcomes"] == {**NOTHING, "unchanged": 1}
    (line, *_more) = run("imports", "show", "I-000002", "--format", "json").json["lines"]
    assert line["project"].startswith("P-")
    run("check")


def test_what_was_recorded_since_stays(bring: Any, programme: Path, run: Run) -> None:
    """Another list mended a price since: the old one, sent again, says nothing new of it."""
    bring(LIST)
    ((code,),) = asked(programme, "SELECT code FROM project WHERE activity = 'Couture'")
    head = ("CIN", "Nom complet", "Code du projet", "Apport personnel")
    assert bring((head, ("ZZ1001", "Amina Benfictif", code, 1800)), name="b.xlsx")["outcomes"]["updated"] == 1
    file = bring(LIST)
    assert (file["outcomes"], codes(file)) == ({**NOTHING, "unchanged": 5}, ["row.by_hand"])
    assert projects(programme)[0][4] == 1800_00
