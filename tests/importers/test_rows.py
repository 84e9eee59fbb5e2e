"""What each row is: somebody's, a total, the headings again, a place, a footer. Nothing with an amount is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importers.sheets import Rows, codes, understood

from reinsert_cli.domain.money import Amount
from reinsert_cli.importers.sheet import CellError

HEAD = ("Nom et prénom", "CIN", "Montant")
SARA, ALI, OMAR = ("Sara Modeloui", "ZZ1", 1000), ("Ali Fictaoui", "ZZ2", 2000), ("Omar Inventani", "ZZ3", 500)


def told(rows: Rows, **marks: object) -> list[tuple[str, str, str | None]]:
    return codes(understood(rows, **marks)[1])


@pytest.mark.parametrize(
    "total",
    [
        ("TOTAL GÉNÉRAL", None, 3000), (None, "Total", 3000), ("المجموع العام", None, 3000), ("T O T A L", None,
        "3.000,00 DH"),
        ("Sous-total Fès", None, 3000), ("Total province de Sefrou", None, 3000), ("S/T Artisanat", None, 3000),
        ("Total : 2 bénéficiaires", None, 3000), ("TOTAL : 3 000,00 DH", None, None), (None, None, 3000),
        ("Report", None, 3000),
        ("مجموع إقليم صفرو", None, 3000),
        ("Arrêté la présente liste à la somme de trois mille dirhams (3 000,00 DH)", None, None),
    ],
)  # fmt: skip
def test_totals(total: tuple[object, ...]) -> None:
    """By their words wherever they stand, or by saying only what the rows above add up to."""
    kept, said = understood([HEAD, SARA, ALI, total])  # type: ignore[list-item]
    assert len(kept) == 2
    assert codes(said) == [("notice", "total.agrees", "C4")]


@pytest.mark.parametrize("name", ["Total Karim", "Somme Diallo", "Sommeil Ahmed"])
def test_a_name_is_no_total(name: str) -> None:
    assert len(understood([HEAD, SARA, (name, None, 1000)])[0]) == 2


def test_a_family_name_beside_a_given_one_is_no_total() -> None:
    rows = [("Nom", "Prénom", "Montant"), ("Fictaoui", "Ali", 5), ("Total", "Karim", 5)]
    assert len(understood(rows)[0]) == 2


def test_totals_that_do_not_add_up_are_findings() -> None:
    """With their cell; a count of people is compared too, an error in the cell is told."""
    assert told([HEAD, SARA, ALI, ("Total", None, 3500)]) == [("error", "total.differs", "C4")]
    assert told([HEAD, SARA, ALI, ("Total : 3 500,00 DH",)]) == [("error", "total.differs", "C4")]
    assert told([HEAD, SARA, ALI, ("Total", "3 bénéficiaires", 3000)]) == [("warning", "total.heads_differ", "C4")]
    error = ("Total", None, CellError("#REF!"))
    assert told([HEAD, SARA, ALI, error]) == [("warning", "total.unreadable", "C4")]
    assert told([HEAD, SARA, ("Ali Fictaoui", "ZZ2", "?"), ("Total", None, 9)]) == [("notice", "total.unchecked", "C4")]


def test_subtotals_pages_and_the_grand_total() -> None:
    rows = [HEAD, SARA, ALI, ("Sous-total", None, 3000), ("À reporter", None, 3000), ("Report", None, 3000),
            OMAR, ("Sous-total", None, 500), ("Total général", None, 3500)]  # fmt: skip
    assert {code for _severity, code, _cell in told(rows)} == {"total.agrees"}
    rows[-2] = ("Sous-total", None, 600)
    assert ("error", "total.differs", "C8") in told(rows)


def test_an_amount_alone_that_is_no_sum_stays_a_row() -> None:
    kept, _said = understood([HEAD, SARA, ALI, (None, None, 2999)])
    assert [row.number for row in kept] == [2, 3, 4]


def test_headings_repeated_and_columns_numbered() -> None:
    """After a page break, in another case, over two rows, with the title of the page."""
    rows = [
        ("Liste des bénéficiaires",),
        ("Identité", None, "Montant"),
        ("Nom et prénom", "CIN", "accordé"),
        (1, 2, 3),
        SARA,
        ("LISTE DES BÉNÉFICIAIRES",),
        ("Identité", None, "Montant"),
        ("NOM ET PRÉNOM", "C.I.N.", "Accordé"),
        ALI,
        ("Page 2/2",),
    ]
    kept, said = understood(rows, merged=((2, 0, 2, 1),))
    assert [row.values["cin"] for row in kept] == ["ZZ1", "ZZ2"]
    assert codes(said) == [("notice", "rows.headings", None), ("notice", "rows.footer", None)]
    assert [problem.fault.params["count"] for problem in said] == ["3", "2"]


def test_places_that_head_rows() -> None:
    """They say the province of the rows below, where no column does."""
    rows = [HEAD, ("Préfecture de Fès",), SARA, ALI, ("إقليم صفرو",), OMAR]
    kept, said = understood(rows)
    assert [row.values["province"] for row in kept] == ["MA-FES", "MA-FES", "MA-SEF"]
    assert codes(said) == [("notice", "rows.place", None)]
    kept, _said = understood([(*HEAD, "Province"), ("Préfecture de Fès",), (*SARA, "Meknès"), (*ALI, None)])
    assert [row.values["province"] for row in kept] == ["MA-MEK", None]


def test_footers() -> None:
    """Notes, dates, signatures and the names under them; not a person whose amount is missing."""
    rows = [HEAD, SARA, ALI, ("Total", None, 3000), ("NB : montants TTC",), ("Fait à Fès, le 12/03/2019",),
            ("Le Président", None, "Le Directeur"), ("Omar Inventani", None, "Karim El Exemple"),
            ("حرر بفاس",)]  # fmt: skip
    kept, said = understood(rows)
    assert len(kept) == 2
    assert codes(said)[-1] == ("notice", "rows.footer", None)
    kept, _said = understood([HEAD, SARA, ("Ali Fictaoui",)])
    assert kept[1].faults[0][1].code == "cell.required"
    kept, _said = understood([HEAD, SARA, ("Le Directeur", None, 50)])
    assert len(kept) == 2


def test_hidden_rows_are_rows() -> None:
    kept, said = understood([HEAD, SARA, ALI], hidden_rows=frozenset({3}))
    assert len(kept) == 2
    assert codes(said) == [("notice", "rows.hidden", None)]


def test_a_person_merged_over_several_items() -> None:
    """Who it is counts for each row; an amount merged over two rows is of the first alone."""
    rows = [
        ("Nom et prénom", "CIN", "Article", "Montant"),
        ("Sara Modeloui", "ZZ1", "Four", 5),
        (None, None, "Table", 6),
    ]
    kept, _said = understood(rows, merged=((2, 0, 3, 0), (2, 1, 3, 1)))
    assert [row.values["cin"] for row in kept] == ["ZZ1", "ZZ1"]
    kept, _said = understood([*rows[:2], ("Ali Fictaoui", "ZZ2", "Table", None)], merged=((2, 3, 3, 3),))
    assert kept[1].faults[0][1].code == "cell.required"


WORDS = st.sampled_from([None, "Total", "Fès", "NB : x", "Sara", "Montant", "المجموع", "Le Directeur", "ZZ7", "page 2"])


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, st.one_of(st.none(), st.integers(1, 99), WORDS)), max_size=12))
def test_no_amount_is_ever_lost(body: list[tuple[object, ...]]) -> None:
    """Each row with a number for an amount is somebody's or a total that was told."""
    kept, said = understood([HEAD, SARA, *body])  # type: ignore[list-item]
    numbers = {number for number, row in enumerate(body, 3) if isinstance(row[2], int)}
    seen = {row.number for row in kept} | {problem.row for problem in said if problem.fault.code.startswith("total.")}
    assert numbers <= seen
    assert all(isinstance(row.values.get("amount", Amount(0, "exact", "")), Amount) for row in kept)
