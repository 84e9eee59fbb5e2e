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
ACTS: Final = """
SELECT beneficiary_code AS person, happened_on AS day FROM pathway_step
UNION ALL SELECT beneficiary_code, known_on FROM back_in_prison
UNION ALL SELECT code, registered_on FROM beneficiary WHERE registered_on IS NOT NULL
UNION ALL SELECT h.beneficiary, b.event_on FROM v_head h JOIN v_batch b ON b.batch = h.batch
          WHERE h.status <> 'cancelled' AND b.event_on IS NOT NULL
UNION ALL SELECT h.beneficiary, CAST(b.fiscal_year AS TEXT) FROM v_head h JOIN v_batch b ON b.batch = h.batch
          WHERE h.status <> 'cancelled' AND b.event_on IS NULL
UNION ALL SELECT p.beneficiary, v.visited_on FROM v_participation p JOIN v_visit v ON v.project = p.project
UNION ALL SELECT p.beneficiary, d.dated_on FROM v_participation p JOIN v_document d ON d.project = p.project
          WHERE d.dated_on IS NOT NULL
"""
LAST: Final = f"""
SELECT v.beneficiary, v.funded, MAX(CASE LENGTH(a.day) WHEN 4 THEN a.day || '-12-31' WHEN 7 THEN a.day || '-31'
                                    ELSE a.day END) AS last_act
FROM v_beneficiary v JOIN identity i ON i.beneficiary_code = v.beneficiary
LEFT JOIN ({ACTS}) a ON a.person = v.beneficiary
GROUP BY v.beneficiary, v.funded ORDER BY v.beneficiary
"""  # noqa: S608  (constants)
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
    entered = {row["person"]: row["day"] for row in reader.rows(ENTERED)}
    for row in reader.rows(LAST):
        kind = "funded" if row["funded"] else "unfunded"
        last = row["last_act"] or entered.get(row["beneficiary"])
        if years[kind] is None or last is None:
            continue
        since = add_months(_day(last), (years[kind] or 0) * MONTHS).isoformat()
        if since <= by:
            yield Due(row["beneficiary"], kind, last, since)


def _day(iso: str) -> date:
    """Give a day; day 31 stands for the end of any month."""
    year, month, day = map(int, iso.split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
