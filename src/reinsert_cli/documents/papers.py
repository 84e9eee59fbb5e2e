"""What each paper shows, ready to be set: facts become texts here, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from reinsert_cli.documents.facts import Facts, Item, Person
from reinsert_cli.documents.wording import Both, day, figure, term
from reinsert_cli.domain import written_arabic, written_french
from reinsert_cli.domain.text import clean
from reinsert_cli.domain.written_arabic import PERSON

Data = dict[str, Any]

LONGEST_WORD: Final = 24
"""Letters of a word after which it may be parted between two lines: no name is as long, and nothing is cut."""
ZERO_WIDTH_SPACE: Final = "\u200b"

BLANK_OFFICIALS: Final = 4
BLANK_ABSENT: Final = 5
"""Rows left to be written by hand."""

MARKS: Final = {
    "expected": Both("", ""),
    "present": Both("oui", "نعم"),
    "proxy": Both("mandataire", "وكيل"),
    "absent": Both("absent(e)", "غائب(ة)"),
}


def sign_off(facts: Facts) -> Data:
    """Give the sign-off sheet: one row a person."""
    return {
        **_common(facts),
        "people": [_person(person, person.of_the_day) for person in facts.people if person.of_the_day],
        "amount": figure(facts.amount),
    }


def packing(facts: Facts) -> Data:
    """Give the packing list: what there is of each item, by supplier, and what each person is to be given."""
    there = [item for person in facts.people for item in person.of_the_day]
    return {
        **_common(facts),
        "suppliers": [_supplier(facts, name) for name in _suppliers(there)],
        "quantity": sum(item.quantity for item in there),
        "people": len([person for person in facts.people if person.of_the_day]),
        "amount": figure(facts.amount),
        "delivered": sum(item.quantity for item in there if _is_handed_over(item)),
        "parcels": [
            {**_person(person, person.of_the_day), "mark": _both(MARKS[person.presence])}
            for person in facts.people
            if person.of_the_day
        ],
    }


def receipts(facts: Facts) -> Data:
    """Give the receipts: one for each person who is to receive something, or did."""
    people = [person for person in facts.people if person.to_receive]
    return {
        **_common(facts),
        "count": len(facts.people),
        "programme": _both(facts.programme),
        "fiscal_year": facts.fiscal_year,
        "tranche": facts.tranche,
        "place": _both(facts.province) if facts.is_held else None,
        "held_on": _day(facts.held_on),
        "people": [
            {**_person(person, person.to_receive), "words": _both(_words(sum(i.amount for i in person.to_receive)))}
            for person in people
        ],
    }


def minutes(facts: Facts) -> Data:
    """Give the minutes: blank where only the day can tell, filled once it was held."""
    absent = [_person(person, person.of_the_day) for person in facts.absent]
    return {
        **_common(facts),
        "programme": _both(facts.programme),
        "province": _both(facts.province),
        "fiscal_year": facts.fiscal_year,
        "tranche": facts.tranche,
        "venue": _text(facts.venue),
        "held_on": _day(facts.held_on),
        "officials": [
            {"name": _text(one.name), "role": _text(one.role), "presided": one.presided} for one in facts.officials
        ],
        "blank_officials": 0 if facts.is_held and facts.officials else BLANK_OFFICIALS,
        "totals": list(_totals(facts)),
        "in_words": list(_in_words(facts)),
        "envelopes": [
            {"code": one.code, "funder": _both(one.funder), "amount": figure(one.amount)} for one in facts.envelopes
        ],
        "absent": absent,
        "blank_absent": 0 if facts.is_held else BLANK_ABSENT,
        "proxies": [_person(person, person.of_the_day) for person in facts.people if person.presence == "proxy"],
    }


def placeholders(facts: Facts) -> Data:
    """Give the place cards: one for each document that is not there."""
    names = {person.code: _names(person) for person in facts.people}
    return {
        **_common(facts),
        "missing": [
            {
                "kind": _both(term(one.kind)),
                "project": one.project,
                "beneficiary": one.beneficiary,
                "names": names.get(one.beneficiary or "", []),
                "reference": _text(one.reference),
                "is_refused": one.is_refused,
            }
            for one in facts.missing
        ],
    }


def _common(facts: Facts) -> Data:
    """Give what stands on every paper."""
    return {
        "batch": facts.code,
        "is_held": facts.is_held,
        "is_draft": facts.status == "planned",
        "is_identified": facts.is_identified,
        "delivered_by": _text(facts.delivered_by),
        "head": list(_head(facts)),
    }


def _head(facts: Facts) -> Iterable[Data]:
    yield _headed(Both("Programme", "البرنامج"), facts.programme)
    yield _headed(Both("Exercice", "السنة المالية"), _same(facts.fiscal_year))
    if facts.tranche is not None:
        yield _headed(Both("Tranche n°", "الشطر رقم"), _same(facts.tranche))
    venue = [Both(facts.venue, facts.venue)] if facts.venue else []
    yield _headed(Both("Lieu", "المكان"), *venue, facts.province)
    if facts.held_on:
        yield _headed(Both("Date", "التاريخ"), day(facts.held_on))
    elif facts.planned_on:
        yield _headed(Both("Date prévue", "التاريخ المقرر"), day(facts.planned_on))


def _headed(label: Both, *values: Both) -> Data:
    """Give one line of the head: what it is, and what it says, in parts."""
    value = {"fr": [_text(one.fr) for one in values], "ar": [_text(one.ar) for one in values]}
    return {"label": _both(label), "value": value}


def _same(number: int) -> Both:
    return Both(str(number), str(number))


def _person(person: Person, items: Sequence[Item]) -> Data:
    identity = person.identity
    return {
        "number": person.number,
        "code": person.code,
        "names": _names(person),
        "cin": identity.cin if identity else None,
        "proxy": _text(identity.proxy) if identity else None,
        "remark": _text(identity.remark) if identity else None,
        "presence": person.presence,
        "groups": [
            {"kind": _both(term(kind)), "name": _text(name), "members": members}
            for kind, name, members in person.groups
        ],
        "items": [_item(item, person) for item in items],
        "amount": figure(sum(item.amount for item in items)),
    }


def _names(person: Person) -> list[str]:
    found = (person.identity.name_latin, person.identity.name_arabic) if person.identity else ()
    return [text for name in found if (text := _text(name))]


def _item(item: Item, person: Person) -> Data:
    return {
        "label": _text(item.label),
        "kind": _both(term(item.kind)),
        "quantity": item.quantity,
        "serial": _text(item.serial),
        "amount": figure(item.amount),
        "is_released": item.status == "absent" and person.presence != "absent",
    }


def _is_handed_over(item: Item) -> bool:
    return item.status in {"delivered", "returned"}


def _suppliers(items: Iterable[Item]) -> list[str | None]:
    """Give the suppliers in the order of the alphabet, those of whom nothing is known last."""
    return sorted({item.supplier for item in items}, key=lambda name: (name is None, name or ""))


def _supplier(facts: Facts, name: str | None) -> Data:
    found: dict[tuple[str, str | None], list[tuple[Person, Item]]] = {}
    for person in facts.people:
        for item in person.of_the_day:
            if item.supplier == name:
                found.setdefault((item.kind, item.label), []).append((person, item))
    every = [item for pairs in found.values() for _person, item in pairs]
    return {
        "name": _text(name),
        "items": [
            {
                "kind": _both(term(kind)),
                "label": _text(label),
                "quantity": sum(item.quantity for _person, item in pairs),
                "people": len({person.code for person, _item in pairs}),
                "amount": figure(sum(item.amount for _person, item in pairs)),
                "delivered": sum(item.quantity for _person, item in pairs if _is_handed_over(item)),
            }
            for (kind, label), pairs in sorted(found.items(), key=lambda one: (one[0][0], one[0][1] or ""))
        ],
        "quantity": sum(item.quantity for item in every),
        "amount": figure(sum(item.amount for item in every)),
        "delivered": sum(item.quantity for item in every if _is_handed_over(item)),
    }


def _totals(facts: Facts) -> Iterable[Data]:
    """Give the headcount and the amounts: what was planned, what was handed over, what was not."""
    everybody = len(facts.people)
    yield _total(Both("Prévus", "المقرر"), everybody, facts.amount)
    if facts.is_held:
        gone = len(facts.absent)
        yield _total(Both("Remis", "المسلم"), everybody - gone, facts.delivered)
        yield _total(Both("Non remis", "غير المسلم"), gone, facts.amount - facts.delivered)
    else:
        yield {"label": _both(Both("Remis", "المسلم")), "people": None, "amount": None}
        yield {"label": _both(Both("Non remis", "غير المسلم")), "people": None, "amount": None}


def _total(label: Both, people: int, amount: int) -> Data:
    return {"label": _both(label), "people": people, "amount": figure(amount)}


def _in_words(facts: Facts) -> Iterable[Data]:
    if facts.is_held:
        yield _spelled(Both("Remis à", "سلم إلى"), len(facts.people) - len(facts.absent), facts.delivered)
    else:
        yield _spelled(Both("Prévus", "المقرر"), len(facts.people), facts.amount)


def _spelled(label: Both, people: int, amount: int) -> Data:
    headcount = Both(written_french.counted(people, "bénéficiaire"), written_arabic.counted(people, PERSON))
    return {"label": _both(label), "people": _both(headcount), "amount": _both(_words(amount))}


def _words(centimes: int) -> Both:
    return Both(written_french.amount(centimes), written_arabic.amount(centimes))


def _day(iso: str | None) -> Data | None:
    return _both(day(iso)) if iso else None


def _both(both: Both) -> Data:
    return {"fr": _text(both.fr), "ar": _text(both.ar)}


def _text(words: str | None) -> str | None:
    """Give what somebody wrote as it can stand on paper: no mark that reorders it, long words able to part."""
    if words is None:
        return None
    return " ".join(_parted(word) for word in clean(words).split(" "))


def _parted(word: str) -> str:
    parts = range(0, len(word), LONGEST_WORD)
    return word if len(word) <= LONGEST_WORD else ZERO_WIDTH_SPACE.join(word[at : at + LONGEST_WORD] for at in parts)
