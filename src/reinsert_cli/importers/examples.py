"""One filled row for each kind of form: an invented person, invented codes, in the language of the form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reinsert_cli.domain import catalogue, language, territories
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Unit, Value
from reinsert_cli.domain.visit_words import task_label
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.importers import entries
from reinsert_cli.importers.fields import Field

UNITS: Final[dict[str, Unit]] = {"date": "date", "amount": "money", "count": "count", "year": "year"}
"""The unit of an example's column, by the check of the form's."""

_ANYWHERE: Final[dict[str, Value]] = {
    "file_number": "2024-017",
    "registered_on": "2024-01-15",
    "diagnosis": "15/01/2024",
    "cin": "ZZ100001",
    "birth_date": "1985-03-12",
    "phone": "0600000000",
    "name_arabic": "أمينة المثال",
    "amount": 12_500_00,
    "envelope": "ENV-2024",
    "batch": "LOT-2024-1",
    "convention": "CONV-1",
    "convention_amount": 500_000_00,
    "programme": "MICRO",
    "funder": "FONDS",
    "partners": "FONDS",
    "fiscal_year": 2024,
    "target": 25,
    "own_contribution": 1_500_00,
    "quantity": 2,
    "unit_price": 6_250_00,
    "invoice": "FA-2024-31",
    "serial": "MC-0042",
    "starts_on": "2024-01-01",
    "ends_on": "2024-12-31",
    "published_on": "2024-12-06",
    "beneficiary": "B-0EXAMPLE0",
    "project": "P-0EXAMPLE0",
    "due_on": "2024-09-28",
    "done_on": "2024-10-03",
    "income": 2_500_00,
    "jobs": 1,
}
_SAID: Final[dict[str, dict[str, str]]] = {
    "family_name": {"fr": "Benfictif", "en": "Benfictif", "ar": "المثال"},
    "given_name": {"fr": "Amina", "en": "Amina", "ar": "أمينة"},
    "full_name": {"fr": "Benfictif Amina", "en": "Benfictif Amina", "ar": "المثال أمينة"},
    "activity": {"fr": "Couture", "en": "Sewing", "ar": "الخياطة"},
    "label": {"fr": "Machine à coudre", "en": "Sewing machine", "ar": "آلة خياطة"},
    "supplier": {"fr": "Atelier fictif", "en": "The Invented Workshop", "ar": "ورشة المثال"},
    "value": {"fr": "plus de 500.000 DH", "en": "over 500,000 DH", "ar": "أزيد من 500.000 درهم"},
    "source": {"fr": "Le Journal fictif", "en": "The Invented Paper", "ar": "جريدة المثال"},
    "training": {"fr": "terminée le 12/05/2024", "en": "done 12/05/2024", "ar": "تم في 12/05/2024"},
    "reason": {"fr": "procès-verbal signé", "en": "signed minutes", "ar": "محضر موقع"},
}
_ONE_SUBJECT: Final = {"statements": ("envelope", "convention", "programme", "fiscal_year")}
"""What a row of a kind leaves empty because it speaks of one thing only."""


def example(kind: str, fields: Sequence[Field]) -> dict[str, Value]:
    """Give one filled row, in the language in use; what it has no example for stays empty."""
    left_out = _ONE_SUBJECT.get(kind, ())
    found = {field.key: _value(field.key) for field in fields if field.key not in left_out}
    return {key: value for key, value in found.items() if value is not None}


def _value(key: str) -> Value:
    if key in _ANYWHERE:
        return _ANYWHERE[key]
    if key in _SAID:
        return _SAID[key][language.current()]
    chosen = {
        "sex": _("woman"),
        "province": _named("MA-FES", territories.provinces()),
        "regions": _named("MA-03", territories.regions()),
        "centre": next(entries.name_of(one) for one in catalogue.centres() if one.code == "fes"),
        "sector": next(entries.name_of(one) for one in catalogue.sectors() if one.code == "artisanat"),
        "disabled": label("no"),
        "special_category": label("no"),
        "kind": label("equipment"),
        "project_kind": label("project.individual"),
        "measure": label("amount"),
        "chosen": label("yes"),
        "task": task_label("visit.6"),
        "result": label("project.alive"),
    }
    return chosen.get(key)


def _named(code: str, among: Sequence[territories.Territory]) -> str:
    return next(one.name for one in among if one.code == code)
