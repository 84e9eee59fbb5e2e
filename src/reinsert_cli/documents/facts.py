"""What the papers of a batch say, read from the ledger: who receives what, who pays, who was there, what is missing.

People are named only where that was asked for a stated reason; everybody else is read of by code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final, Literal

from reinsert_cli.documents.missing import Missing, missing_of
from reinsert_cli.documents.wording import Both
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.text import nearest
from reinsert_cli.ledger.shares import added_up, parts
from reinsert_cli.store.reading import Reader

Presence = Literal["expected", "present", "absent", "proxy"]

BATCH: Final = """
SELECT b.*, p.name AS programme_fr, p.name_ar AS programme_ar, place.name_fr AS province_fr,
       place.name_ar AS province_ar
FROM v_batch b JOIN programme p ON p.code = b.programme JOIN province place ON place.code = b.province
WHERE b.batch = :batch
"""
LINES: Final = """
SELECT l.line, l.beneficiary, l.project, l.activity, l.kind, i.label, i.quantity, i.supplier, i.serial, l.amount,
       l.status, l.replaces, p.kind AS project_kind, p.name AS project_name,
       (SELECT COUNT(*) FROM project_member m WHERE m.project_code = l.project) AS members
FROM v_line l JOIN v_item i ON i.line = l.line JOIN project p ON p.code = l.project
WHERE l.batch = :batch AND l.status <> 'cancelled'
ORDER BY MIN(l.line) OVER (PARTITION BY l.beneficiary), l.line
"""
PROXIES: Final = "SELECT beneficiary_code AS beneficiary FROM proxy WHERE batch_code = :batch"
OFFICIALS: Final = "SELECT name, role, presided FROM official WHERE batch_code = :batch ORDER BY presided DESC, id"
FUNDERS: Final = """
SELECT e.envelope, f.name AS funder_fr, f.name_ar AS funder_ar
FROM v_envelope e JOIN partner f ON f.code = e.funder ORDER BY e.envelope
"""
IDENTITIES: Final = """
SELECT person.code AS beneficiary, i.name_latin, i.name_arabic, i.cin,
       COALESCE(p.name, other.name_latin, other.name_arabic) AS proxy, r.said AS remark, b.delivered_by
FROM beneficiary person
JOIN batch b ON b.code = :batch
LEFT JOIN identity i ON i.beneficiary_code = person.code
LEFT JOIN proxy p ON p.batch_code = b.code AND p.beneficiary_code = person.code
LEFT JOIN identity other ON other.beneficiary_code = p.proxy_code
LEFT JOIN remark r ON r.batch_code = b.code AND r.beneficiary_code = person.code
WHERE person.code IN (SELECT l.beneficiary_code FROM batch_line l WHERE l.batch_code = b.code)
"""
"""The one query of the papers that names people; whoever asks for it leaves an audit record."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what is handed over, ``amount`` in centimes; ``replaces`` where it was given after the day."""

    line: int
    kind: str
    label: str | None
    quantity: int
    supplier: str | None
    serial: str | None
    amount: int
    status: str
    replaces: int | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person is, who received for them and what was written beside their name."""

    name_latin: str | None
    name_arabic: str | None
    cin: str | None
    proxy: str | None
    remark: str | None


@dataclass(frozen=True)
class Person:
    """One person of the batch, numbered from 1 in the order of the list; ``identity`` where it was asked for."""

    number: int
    code: str
    items: tuple[Item, ...]
    activities: tuple[str, ...]
    groups: tuple[tuple[str, str | None, int], ...]
    """Of each project that is not one person's alone: its kind, its name, how many people it has."""

    presence: Presence
    identity: Identity | None = None

    @cached_property
    def of_the_day(self) -> tuple[Item, ...]:
        """What the handover itself was about: not what was given later in the place of goods that came back."""
        return tuple(item for item in self.items if item.replaces is None)

    @cached_property
    def to_receive(self) -> tuple[Item, ...]:
        """What is to be receipted: expected, or in the person's hands."""
        return tuple(item for item in self.items if item.status in {"expected", "delivered"})

    @property
    def amount(self) -> int:
        """What the handover was to give them, in centimes."""
        return sum(item.amount for item in self.of_the_day)


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who was there by their office."""

    name: str
    role: str | None
    presided: bool


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who pays how much of what the handover gives, in centimes."""

    code: str
    funder: Both
    amount: int


@dataclass(frozen=True)
class Facts:
    """All that the papers of one batch say; ``day`` is the day on which they are made (ISO)."""

    code: str
    status: str
    tranche: int | None
    fiscal_year: int
    venue: str | None
    planned_on: str | None
    held_on: str | None
    programme: Both
    province: Both
    people: tuple[Person, ...]
    envelopes: tuple[Envelope, ...]
    officials: tuple[Official, ...]
    missing: tuple[Missing, ...]
    is_identified: bool
    delivered_by: str | None
    day: str

    @property
    def is_held(self) -> bool:
        """Tell whether the handover took place, so that the papers say how it went."""
        return self.held_on is not None

    @property
    def absent(self) -> tuple[Person, ...]:
        """Those who got nothing on the day."""
        return tuple(person for person in self.people if person.presence == "absent")

    @property
    def amount(self) -> int:
        """What was to be handed over, in centimes."""
        return sum(person.amount for person in self.people)

    @property
    def delivered(self) -> int:
        """What was handed over on the day, in centimes; what came back later too."""
        return sum(
            item.amount
            for person in self.people
            for item in person.of_the_day
            if item.status in {"delivered", "returned"}
        )


def facts(reader: Reader, code: str, *, identified: bool = False) -> Facts:
    """Read what the papers of a batch say.

    Raises Refusal: ``batch.unknown``; ``pack.cancelled`` and ``pack.no_line`` when there is nothing to hand over.
    """
    batch = reader.row(BATCH, batch=code)
    if batch is None:
        raise refuse("batch.unknown", code=code, near=nearest(code, list(reader.column("SELECT code FROM batch"))))
    if batch["status"] == "cancelled":
        raise refuse("pack.cancelled", batch=code)
    lines = reader.rows(LINES, batch=code)
    if not lines:
        raise refuse("pack.no_line", batch=code)
    named = {row["beneficiary"]: row for row in reader.rows(IDENTITIES, batch=code)} if identified else {}
    handed_over_by = next((row["delivered_by"] for row in named.values()), None)
    return Facts(
        code=code,
        **{key: batch[key] for key in ("status", "tranche", "fiscal_year", "venue", "planned_on", "held_on")},
        programme=_both(batch, "programme"),
        province=_both(batch, "province"),
        people=tuple(_people(reader, code, lines, named)),
        envelopes=tuple(_envelopes(reader, code)),
        officials=tuple(
            Official(row["name"], row["role"], bool(row["presided"])) for row in reader.rows(OFFICIALS, batch=code)
        ),
        missing=missing_of(reader, code),
        is_identified=identified,
        delivered_by=handed_over_by,
        day=reader.as_of,
    )


def _both(row: dict[str, Any], name: str) -> Both:
    return Both(row[f"{name}_fr"], row[f"{name}_ar"] or row[f"{name}_fr"])


def _people(
    reader: Reader, code: str, lines: list[dict[str, Any]], named: dict[str, dict[str, Any]]
) -> Iterable[Person]:
    by_proxy = set(reader.column(PROXIES, batch=code))
    for number, (beneficiary, found) in enumerate(groupby(lines, key=lambda line: line["beneficiary"]), 1):
        own = list(found)
        items = tuple(
            Item(**{key: line[key] for key in Item.__slots__})  # the columns are named after the fields
            for line in own
        )
        who = named.get(beneficiary)
        yield Person(
            number=number,
            code=beneficiary,
            items=items,
            activities=tuple(dict.fromkeys(line["activity"] for line in own if line["activity"])),
            groups=tuple(
                dict.fromkeys(
                    (line["project_kind"], line["project_name"], line["members"])
                    for line in own
                    if line["project_kind"] != "individual" or line["project_name"]
                )
            ),
            presence=_presence(items, is_proxied=beneficiary in by_proxy),
            identity=Identity(**{key: who[key] for key in Identity.__slots__}) if who else None,
        )


def _presence(items: Iterable[Item], *, is_proxied: bool) -> Presence:
    states = {item.status for item in items if item.replaces is None}
    if states <= {"expected"}:
        return "expected"
    if states <= {"absent", "expected"}:
        return "absent"
    return "proxy" if is_proxied else "present"


def _envelopes(reader: Reader, code: str) -> Iterable[Envelope]:
    """Give who pays for what is expected, or, once it is held, for what was handed over."""
    paid = [row for row in parts(reader, code) if row["status"] in {"expected", "delivered"}]
    asked: Counter[str] = added_up(paid, "envelope")
    for row in reader.rows(FUNDERS):
        if row["envelope"] in asked:
            yield Envelope(row["envelope"], _both(row, "funder"), asked[row["envelope"]])
