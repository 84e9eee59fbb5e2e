"""How long identities are kept: so many years after a person's last act, once somebody has said how many.

The periods are what the audit last says of each: who set them, when, is proven by the chain, and no table holds them.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from reinsert_cli.domain.milestones import add_months
from reinsert_cli.domain.vocabulary import RETENTIONS
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.work import Work

PERIODS: Final = """
SELECT c.value AS said FROM audit a, json_each(a.changes) c
WHERE a.command = 'retention set' AND json_extract(c.value, '$.what') = 'retention.set' ORDER BY a.id
"""
ACTS: Final = (
    "SELECT beneficiary_code AS person, happened_on AS day FROM pathway_step",
    "SELECT beneficiary_code AS person, known_on AS day FROM back_in_prison",
    "SELECT code AS person, registered_on AS day FROM beneficiary WHERE registered_on IS NOT NULL",
    """SELECT h.beneficiary AS person, COALESCE(b.event_on, CAST(b.fiscal_year AS TEXT)) AS day
       FROM v_head h JOIN v_batch b ON b.batch = h.batch WHERE h.status <> 'cancelled'""",
    """SELECT p.beneficiary AS person, f.visited_on AS day
       FROM followup f JOIN v_participation p ON p.project = f.project_code""",
    """SELECT p.beneficiary AS person, d.dated_on AS day
       FROM document d JOIN v_participation p ON p.project = d.project_code WHERE d.dated_on IS NOT NULL""",
)
"""What people did, or was done for them, and when; as precisely as it is known."""

LAST: Final = """
SELECT person, MAX(CASE LENGTH(day) WHEN 4 THEN day || '-12-31' WHEN 7 THEN day || '-31' ELSE day END) AS day
FROM ({acts}) a GROUP BY person
"""
PEOPLE: Final = """
SELECT v.beneficiary, v.funded FROM v_beneficiary v JOIN v_identified i USING (beneficiary)
ORDER BY v.beneficiary
"""
ENTERED: Final = """
SELECT json_extract(h.key, '$[0]') AS person, MAX(SUBSTR(a.written_at, 1, 10)) AS day
FROM history h JOIN audit a ON a.id = h.audit_id WHERE h.table_name = 'beneficiary' AND h.old IS NULL GROUP BY h.key
"""
"""When people came into the ledger: what counts of those of whom no act has a day."""

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose period is over: their last act and the day since when (ISO)."""

    code: str
    kind: str
    last_act: str
    since: str


def set_period(work: Work, kind: str, years: int | None) -> None:
    """Let identities of a kind of people be kept so many years; None: until somebody erases them."""
    work.record("retention.set", kind=kind, years=years)


def periods(reader: Reader) -> dict[str, int | None]:
    """Give the period of each kind in years; None where none is set."""
    found: dict[str, int | None] = dict.fromkeys(RETENTIONS)
    for said in map(json.loads, reader.column(PERIODS)):
        found[said["kind"]] = said["years"]
    return found


def due(reader: Reader, by: str) -> Iterator[Due]:
    """Give those whose period is over by a day (ISO), by code."""
    years = periods(reader)
    if not any(years.values()):
        return
    entered, acted = _days(reader, ENTERED), _last_acts(reader)
    for row in reader.rows(PEOPLE):
        kind = "funded" if row["funded"] else "unfunded"
        last = acted.get(row["beneficiary"]) or entered.get(row["beneficiary"])
        if years[kind] is None or last is None:
            continue
        since = add_months(_day(last), (years[kind] or 0) * MONTHS).isoformat()
        if since <= by:
            yield Due(row["beneficiary"], kind, last, since)


def _last_acts(reader: Reader) -> dict[str, str]:
    """Give the last day on which something was done by or for each person."""
    last: dict[str, str] = {}
    for acts in ACTS:
        for person, day in _days(reader, LAST.format(acts=acts)).items():
            last[person] = max(day, last.get(person, ""))
    return last


def _days(reader: Reader, query: str) -> dict[str, str]:
    return {row["person"]: row["day"] for row in reader.rows(query)}


def _day(iso: str) -> date:
    """Give a day; day 31 stands for the end of any month."""
    year, month, day = map(int, iso.split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
