"""Finding the table: headings by meaning, in one row or two, units, mapping, the right sheet."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importers.sheets import Rows, codes, fields, found, sheet, understood

from reinsert_cli.domain.faults import Fault, Refusal
from reinsert_cli.importers import header
from reinsert_cli.importers.fields import heading_key
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.mapping import kinds_with, read_mapping
from reinsert_cli.importers.run import KINDS
from reinsert_cli.importers.sheet import CellError, Sheet

PERSON = ("Sara Modeloui", "ZZ1", 100)
PLAIN: Rows = [("Nom complet", "CIN", "Montant"), PERSON]


def fault(*sheets: Sheet, **said: Any) -> str:
    answer = header.find(sheets, list(KINDS.values()), **said)
    assert isinstance(answer, Fault)
    return answer.code


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_heading_means_two_things(kind: Any) -> None:
    """Folded, each heading of a kind still names one field."""
    seen: dict[str, str] = {}
    for field in kind.fields:
        for heading in field.headings:
            assert seen.setdefault(heading_key(heading), field.key) == field.key, heading


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("N° de la\nC.I.N.", "cin"), ("n°cin", "cin"), ("CNIE", "cin"), ("رقم  ب.و.ت", "cin"), ("C I N", "cin"),
        ("NOM ET PRÉNOM(S)", "full_name"), ("Nom\u00a0&\u202fprénom", "full_name"), ("الإسم الكامل", "full_name"),
        ("Nom_prenom", "full_name"), ("Nom et prénom\nالاسم الكامل", "full_name"), ("N O M", "family_name"),
        ("Dt. naiss.", "birth_date"), ("Né(e) le (jj/mm/aaaa)", "birth_date"), ("تاريخ الإزدياد", "birth_date"),
        ("Sexe (F/M)", "sex"), ("Sexe H/F", "sex"), ("Préf./Prov.", "province"), ("عمالة / إقليم", "province"),
        ("Nature du projet", "activity"), ("نوع المشروع", "activity"), ("Tél. (GSM)", "phone"), ("Tél. / GSM",
        "phone"),
        ("CIN / رقم البطاقة الوطنية", "cin"), ("Lieu de résidence", "province"), ("Civilité", "sex"),
    ],
)  # fmt: skip
def test_headings_by_meaning(heading: str, key: str) -> None:
    assert fields([("N° dossier", heading, "Montant"), ("1", None, 5)])["B"] == key


@pytest.mark.parametrize(
    "heading",
    [
        "Mt.", "MONTANT (DH)", "Le montant en dirhams", "Montant du don (MAD)", "Montant accordé (en DH)",
        "Mtt accordé",
        "Montant de la subvention", "مبلغ الدعم (بالدرهم)", "المبلغ بالدرهم", "Montant TTC", "Amount granted (MAD)",
        "Montant (1)", "Montant\nالمبلغ", "Montants", "M O N T A N T",
    ],
)  # fmt: skip
def test_headings_of_amounts(heading: str) -> None:
    assert fields([("CIN", heading), ("ZZ1", 5)]) == {"A": "cin", "B": "amount"}


@pytest.mark.parametrize("heading", ["Montant demandé", "Mt sollicité (DH)", "Coût estimatif", "المبلغ المطلوب"])
def test_an_amount_asked_for_is_not_the_amount_given(heading: str) -> None:
    """Alone it is told, with where it stands; beside the amount given it is left out."""
    assert fault(sheet([("CIN", "Nom", heading), ("ZZ1", "A", 5)])) == "header.amount_asked"
    assert fields([("CIN", heading, "Montant accordé"), ("ZZ1", 5, 4)]) == {"A": "cin", "C": "amount"}


def test_running_numbers_are_not_told_and_what_no_ledger_keeps_is_told_once() -> None:
    rows = [
        ("N° d'ordre", "ر.ت", "#", "CIN", "Montant", "Observations", "Adresse", "Infraction", "التوقيع"),
        (1, 1, 1, "ZZ1", 5, "a", "b", "c", "d"),
    ]
    kept, told = understood(rows)
    assert codes(told) == [("notice", "header.not_kept", "F1")]
    assert told[0].fault.params["cells"] == "F1, G1, H1, I1"
    assert next(value for value in kept[0].values.values() if value is not None) == "ZZ1"
    assert set(kept[0].values) == {"cin", "amount"}


def test_near_misses_are_suggested_and_never_taken() -> None:
    _kept, told = understood([("CIN", "Montant", "Activitée", "Provnce"), ("ZZ1", 5, "Couture", "Fès")])
    assert codes(told) == [("notice", "header.unknown_near", "C1"), ("notice", "header.unknown_near", "D1")]


def test_a_column_without_a_heading_is_told() -> None:
    _kept, told = understood([("CIN", None, "Montant"), ("ZZ1", "x", 5), ("ZZ2", "y", 5)])
    assert codes(told) == [("notice", "header.blank", "B1")]


def test_a_weak_heading_yields() -> None:
    """Alone, a place of residence is read as a province; beside a province it is left out."""
    assert fields([("CIN", "Ville", "Montant"), ("ZZ1", "Fès", 5)])["B"] == "province"
    rows = [("CIN", "Ville", "Province", "Tél", "Portable", "Montant"), ("ZZ1", "Azrou", "Ifrane", None, None, 5)]
    assert fields(rows) == {"A": "cin", "C": "province", "D": "phone", "F": "amount"}


TWO_ROWS: Rows = [
    ("Liste des montants demandés et accordés",),
    (),
    ("N°", "Identité", None, None, "Date de", None, "Montant", None, "Émargement"),
    (None, "Nom", "Prénom", "C.I.N.", "naissance", "libération", "demandé (DH)", "accordé (KDH)", None),
    (1, "Benfictif", "Amina", "ZZ1", "1980", "2020", 15, 12, None),
]
MERGED = ((1, 0, 1, 8), (3, 0, 4, 0), (3, 1, 3, 3), (3, 4, 3, 5), (3, 6, 3, 7), (3, 8, 4, 8))


@pytest.mark.parametrize("merged", [(), MERGED], ids=["as text", "merged"])
def test_two_rows_of_headings(merged: Any) -> None:
    """Sub-headings, groups and both joined; the lower row is the row of the headings, units apply."""
    table = found(TWO_ROWS, merged=merged)
    assert (table.top, table.row) == (3, 4)
    assert {table.columns[n].key for n in table.columns} == {
        "family_name", "given_name", "cin", "birth_date", "amount",
    }  # fmt: skip
    assert dict(table.scales) == {7: 1000}


def test_a_heading_merged_over_both_rows() -> None:
    rows = [
        ("Nom et prénom", "CIN", "Montant", None),
        (None, None, "demandé", "accordé"),
        ("Sara Modeloui", "ZZ1", 9, 8),
    ]
    merged = ((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3))
    assert fields(rows, merged=merged) == {"A": "full_name", "B": "cin", "D": "amount"}
    assert found(rows, merged=merged).row == 2


def test_sexes_side_by_side() -> None:
    """« Sexe » over H and F: marks under each."""
    rows = [["Nom et prénom", "Sexe", None, "Montant"], [None, "H", "F", None], ["Amina Benfictif", None, "x", 500]]
    merged = ((1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 2, 3))
    assert fields(rows, merged=merged) == {"A": "full_name", "B": "is_man", "C": "is_woman", "D": "amount"}
    arabic = [["الاسم الكامل", "الجنس", None, "المبلغ"], [None, "ذكر", "أنثى", None], ["أمينة بنفكتيف", None, "x", 500]]
    assert fields(arabic, merged=merged) == {"A": "full_name", "B": "is_man", "C": "is_woman", "D": "amount"}


def test_another_persons_name_under_a_group() -> None:
    rows = [
        ("Bénéficiaire", None, "Conjoint", None, "Montant"),
        ("Nom complet", "CIN", "Nom complet", "CIN", None),
        ("Sara Modeloui", "ZZ1", "Ali Fictaoui", "ZZ2", 5),
    ]
    merged = ((1, 0, 1, 1), (1, 2, 1, 3), (1, 4, 2, 4))
    assert fields(rows, merged=merged) == {"A": "full_name", "B": "cin", "E": "amount"}


def test_a_first_row_of_data_is_no_row_of_headings() -> None:
    """Not even one whose cells are words of headings, or nearly all blank."""
    rows = [("Nom complet", "Nature", "Montant"), (None, "équipement", None), ("Sara Modeloui", "équipement", 5)]
    assert found(rows[:1] + rows[2:]).row == 1
    assert found([("الاسم الكامل", "ب.و.ت", "المبلغ"), PERSON]).row == 1


def test_headings_far_down() -> None:
    assert found([("note",)] * 35 + list(PLAIN)).row == 36
    assert fault(sheet([("note",)] * 45 + list(PLAIN))) == "header.not_found"


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("Montant (en milliers de DH)", 1000), ("Montant (KDH)", 1000), ("Montant en MDH", 10**6),
        ("Montant K DH", 1000),
        ("المبلغ بآلاف الدراهم", 1000), ("المبلغ (بملايين الدراهم)", 10**6), ("Amount (thousands of MAD)", 1000),
        ("Montant en milliers", 1000), ("Montant (1 000 DH)", 1000), ("Montant (millions de dirhams)", 10**6),
    ],
)  # fmt: skip
def test_units_of_headings(heading: str, factor: int) -> None:
    assert dict(found([("CIN", heading), ("ZZ1", 5)]).scales) == {1: factor}


def test_a_note_above_the_table_gives_the_unit() -> None:
    """Unless the heading says another: then a person must say which is right. An amount in a banner is no note."""
    rows = [("Montants en milliers de dirhams",), ("CIN", "Montant"), ("ZZ1", "12,5")]
    kept, told = understood(rows)
    assert kept[0].values["amount"].centimes == 1250000
    assert codes(told) == [("notice", "unit.scaled", "B2")]
    clash = header.problems(found([rows[0], ("CIN", "Montant (DH)"), rows[2]]))
    assert codes(clash) == [("error", "unit.contradiction", "B2")]
    assert not found([("Budget : 13,5 millions de dirhams",), *rows[1:]]).scales


@pytest.mark.parametrize(
    "heading", ["Montant (€)", "Montant EUR", "Amount (USD)", "المبلغ بالدولار", "Montant en euros"]
)
def test_another_currency_is_a_finding(heading: str) -> None:
    rows = [("CIN", heading.replace("بالدولار", "(دولار)")), ("ZZ1", 5)]
    assert codes(header.problems(found(rows))) == [("error", "header.currency", "B1")]


def test_mapping_by_heading_and_by_letters() -> None:
    """It makes an amount of what was asked, a phone of a blank heading, and leaves out one of two amounts."""
    rows = [("Nom complet", "Montant demandé (KDH)", None), ("Sara Modeloui", 5, "0600000000")]
    mapping = {"montant DEMANDÉ (KDH)": "amount", "C": "phone"}
    assert fields(rows, mapping) == {"A": "full_name", "B": "amount", "C": "phone"}
    assert dict(found(rows, mapping).scales) == {1: 1000}
    twice = [("CIN", "Montant", "Montant"), ("ZZ1", 5, 6)]
    assert header.problems(found(twice))[0].fault.code == "header.twice"
    assert fields(twice, {"B": "-"}) == {"A": "cin", "C": "amount"}
    assert header.problems(found(twice, {"B": ""})) == []


def test_mappings_that_cannot_be_followed() -> None:
    assert fault(sheet(PLAIN), mapping={"Prix": "amount"}) == "map.missing"
    said = {
        "Montant demandé": "amount",
        "C": "-",
        "a=b": "cin",
    }
    assert read_mapping([f"{column}={field}" for column, field in said.items()]) == said
    for wrong in ("amount", "=amount"):
        with pytest.raises(Refusal):
            read_mapping([wrong])
    with pytest.raises(Refusal) as refused:
        kinds_with(KINDS.values(), {"C": "salary"})
    assert "birth_date" in refused.value.fault.params["known"]


def test_which_sheet() -> None:
    """Hidden sheets are none unless named, summaries are no lists, empty forms yield, two lists are refused."""
    summary = sheet([("Province", "Bénéficiaires", "Montant"), ("Fès", 3, 5)], "Synthèse")
    pivot = sheet([("Étiquettes de lignes", "Somme de Montant (DH)"), ("Fès", 5)], "TCD")
    old, form = sheet(PLAIN, "Ancien", is_hidden=True), sheet(PLAIN[:1], "Modèle")
    table = header.find([summary, pivot, old, form, sheet(PLAIN, "Fès")], list(KINDS.values()))
    assert isinstance(table, Header)
    assert table.sheet.title == "Fès"
    assert fault(sheet(PLAIN, "Fès"), sheet(PLAIN, "Meknès")) == "header.several"
    assert fault(old, pivot) == "sheet.hidden_only"
    assert fault(old, pivot, title="Ancienne") == "sheet.missing"
    named = header.find([old, sheet(PLAIN, "Fès")], list(KINDS.values()), title="ANCIEN")
    assert isinstance(named, Header)
    assert named.sheet.is_hidden


def test_headings_that_lack_one_are_told() -> None:
    assert fault(sheet([("CIN", "Nom complet", "Prix"), ("ZZ1", "A", 5)])) == "header.incomplete"
    assert fault(sheet([("A", "B"), (1, 2)])) == "header.not_found"


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (("Nom et prénom", "CIN", "Sexe"), "beneficiaries"),
        (("Nom et prénom", "CIN", "Activité souhaitée"), "beneficiaries"),
        (("Nom et prénom", "CIN", "Sexe", "Formation", "Comité", "Diagnostic", "Montant"), "distributions"),
        (("Nom et prénom", "CIN", "Sexe", "Montant demandé"), None),
        (("Nom et prénom", "CIN", "Activité", "Montant"), "distributions"),
        (("Nom et prénom", "CIN", "Activité", "Prix unitaire", "Quantité", "Montant"), "projects"),
        (("Nom et prénom", "CIN", "Activité", "Apport personnel"), "projects"),
        (("Nom et prénom", "CIN", "Activité", "Prix unitaire", "Montant", "Lot", "Enveloppe"), "distributions"),
    ],
)
def test_the_headings_tell_the_kind(heads: tuple[str, ...], kind: str | None) -> None:
    """A list with an amount is one of distributions; one with an amount asked for is none without a word."""
    answer = header.find([sheet([heads, ("Sara Modeloui", "ZZ1", *["x"] * (len(heads) - 2))])], list(KINDS.values()))
    assert (answer.kind.name if isinstance(answer, Header) else None) == kind


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates(),
    st.times(),
    st.just(CellError("#REF!")),
    st.sampled_from(["Nom", "CIN", "Montant", "Total", "المبلغ", "Montant (KDH)", "en milliers de DH", "Fès", "#",
    "ZZ1"]),
)  # fmt: skip
SPANS = st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(1, 99), st.integers(0, 99))


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=9), st.lists(SPANS, max_size=4))
def test_nothing_breaks_the_finder(rows: list[list[Any]], merged: list[Any]) -> None:
    """Any cells, merged anyhow: a table or a fault, and of a table rows and problems."""
    answer = header.find([sheet(rows, merged=tuple(merged))], list(KINDS.values()))
    assert isinstance(answer, Header | Fault)
    if isinstance(answer, Header):
        kept, _told = understood(rows, merged=tuple(merged))
        assert {row.number for row in kept} <= set(range(1, len(rows) + 1))
