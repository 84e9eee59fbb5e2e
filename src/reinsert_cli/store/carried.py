"""What summaries add up, carried from write to write: people and amounts by batch and region, balances of envelopes.

Each write brings it up to date before it ends, from what the history says has changed; a reader believes it only where
it is of the last change there is (:func:`is_current`), and ``check`` makes it anew and compares (:func:`drifted`).
People of several tallies are named, so that they can be counted once. The journal only grows: balances are added to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reinsert_cli.store.asking import Refreshing
from reinsert_cli.store.dialect import Dialect
from reinsert_cli.store.reading import Reader

NUMBERS: Final = """
SELECT history_id, journal_id, (SELECT COALESCE(MAX(change), 0) FROM v_change) AS changed FROM carried
"""
IS_CURRENT: Final = "SELECT history_id = (SELECT COALESCE(MAX(change), 0) FROM v_change) FROM carried"

CHANGED: Final = """
CREATE TEMP TABLE changed (batch TEXT PRIMARY KEY);

INSERT INTO changed
SELECT l.batch_code FROM history h CROSS JOIN batch_line l
WHERE h.id > {since} AND h.table_name || '' = 'batch_line' AND l.id = CAST(json_extract(h.key, '$[0]') AS INTEGER)
ON CONFLICT DO NOTHING;

INSERT INTO changed
SELECT json_extract(old, '$.batch_code') FROM history
WHERE id > {since} AND table_name || '' = 'batch_line' AND old IS NOT NULL
ON CONFLICT DO NOTHING;

INSERT INTO changed
SELECT json_extract(key, '$[0]') FROM history WHERE id > {since} AND table_name || '' = 'batch' AND old IS NOT NULL
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE touched (code TEXT PRIMARY KEY);

INSERT INTO touched
SELECT json_extract(key, '$[0]') FROM history
WHERE id > {since} AND table_name || '' IN ('beneficiary', 'project') AND old IS NOT NULL
ON CONFLICT DO NOTHING;

INSERT INTO touched
SELECT json_extract(h.key, '$[0]') FROM history h
WHERE h.id > {since} AND h.table_name || '' = 'sensitive' AND NOT EXISTS (
    SELECT 1 FROM history o WHERE o.table_name = 'beneficiary' AND o.key = h.key AND o.id > {since}
)
ON CONFLICT DO NOTHING;

INSERT INTO touched
SELECT json_extract(h.key, '$[0]') FROM history h
WHERE h.id > {since} AND h.table_name || '' = 'project_member' AND NOT EXISTS (
    SELECT 1 FROM history o
    WHERE o.table_name = 'project' AND o.key = json_array(json_extract(h.key, '$[0]')) AND o.id > {since}
)
ON CONFLICT DO NOTHING;

INSERT INTO changed
SELECT l.batch_code FROM touched t CROSS JOIN batch_line l WHERE l.beneficiary_code = t.code
ON CONFLICT DO NOTHING;

INSERT INTO changed
SELECT l.batch_code FROM touched t CROSS JOIN batch_line l WHERE l.project_code = t.code
ON CONFLICT DO NOTHING;

INSERT INTO changed
SELECT l.batch_code
FROM touched t
CROSS JOIN project_member m
CROSS JOIN project p
CROSS JOIN batch_line l
WHERE m.beneficiary_code = t.code AND p.code = m.project_code AND p.kind <> 'individual' AND l.project_code = p.code
ON CONFLICT DO NOTHING;

DROP TABLE touched
"""
"""The batches of which a change since may have changed what is carried: by their lines, their people, their groups.

People and projects that are new since can only be on lines that are new as well. The history since is read by its
numbers, which the planner would not do by itself: its index by table has all that ever changed there."""

ALL: Final = """
CREATE TEMP TABLE changed (batch TEXT PRIMARY KEY);
INSERT INTO changed SELECT code FROM batch
"""

PEOPLE: Final = """
CREATE TEMP TABLE several (beneficiary TEXT PRIMARY KEY);

INSERT INTO several
SELECT a.beneficiary_code FROM changed c CROSS JOIN again a WHERE a.batch_code = c.batch
ON CONFLICT DO NOTHING;

INSERT INTO several
SELECT l.beneficiary_code FROM batch_line l
WHERE {lines_of_changed} AND (
    EXISTS (SELECT 1 FROM batch_line o WHERE o.beneficiary_code = l.beneficiary_code AND o.id <> l.id)
    OR l.beneficiary_code IN (SELECT m.beneficiary_code FROM project p JOIN project_member m ON m.project_code = p.code
                              WHERE p.kind <> 'individual'))
ON CONFLICT DO NOTHING;

INSERT INTO several SELECT beneficiary FROM v_fellow WHERE {of_changed}
ON CONFLICT DO NOTHING
"""
"""The people whom several tallies count, or counted, or may count."""

HEADS: Final = """
SELECT batch, region, programme, fiscal_year, beneficiary, sex, disabled, planned, delivered, counts
FROM v_line WHERE {which} AND batch NOT IN (SELECT code FROM batch WHERE status = 'cancelled')
UNION ALL
SELECT batch, region, programme, fiscal_year, beneficiary, sex, disabled, planned, delivered, counts
FROM v_fellow WHERE {which} AND batch NOT IN (SELECT code FROM batch WHERE status = 'cancelled')
"""

TALLIES: Final = """
SELECT batch AS batch_code, region AS region_code, programme AS programme_code, fiscal_year,
       SUM(counts)                                             AS people,
       SUM(CASE WHEN sex = 'F' THEN counts ELSE 0 END)         AS women,
       SUM(CASE WHEN sex IS NULL THEN counts ELSE 0 END)       AS sex_unknown,
       SUM(CASE WHEN disabled THEN counts ELSE 0 END)          AS disabled,
       SUM(CASE WHEN disabled IS NULL THEN counts ELSE 0 END)  AS disability_unknown,
       SUM(planned)                                            AS planned,
       SUM(delivered)                                          AS delivered
FROM (
    SELECT batch, region, programme, fiscal_year, sex, disabled,
           MAX(counts) AS counts, SUM(planned) AS planned, SUM(delivered) AS delivered
    FROM ({heads}) h GROUP BY batch, region, programme, fiscal_year, beneficiary, sex, disabled
) people
GROUP BY batch, region, programme, fiscal_year
"""

AGAIN: Final = """
SELECT beneficiary AS beneficiary_code, batch AS batch_code, region AS region_code, programme AS programme_code,
       fiscal_year, sex, disabled
FROM (
    SELECT h.*, COUNT(*) OVER (PARTITION BY beneficiary) AS tallies
    FROM (SELECT DISTINCT beneficiary, batch, region, programme, fiscal_year, sex, disabled
          FROM ({heads}) heads WHERE counts = 1) h
) counted
WHERE tallies > 1
"""

OF_ALL: Final = HEADS.format(which="1 = 1")

REPLACED: Final = """
DELETE FROM again WHERE beneficiary_code IN (SELECT beneficiary FROM several);
INSERT INTO again {again};
DELETE FROM tally WHERE batch_code IN (SELECT batch FROM changed);
INSERT INTO tally {tallies};
DROP TABLE several
"""

ADDED: Final = """
INSERT INTO balance
SELECT envelope_code || '', account, SUM(amount) FROM journal WHERE id > {since} GROUP BY 1, account
ON CONFLICT (envelope_code, account) DO UPDATE SET amount = balance.amount + excluded.amount;
UPDATE carried SET history_id = (SELECT COALESCE(MAX(id), 0) FROM history),
                   journal_id = (SELECT COALESCE(MAX(id), 0) FROM journal)
"""
"""What was posted since is read by its numbers too, as it is not grouped as an index is."""

EMPTIED: Final = """
DELETE FROM again; DELETE FROM tally; DELETE FROM balance; DELETE FROM carried;
INSERT INTO carried (id, history_id, journal_id) VALUES (1, 0, 0)
"""

SEVERAL_TIMES: Final = """
SELECT * FROM everybody WHERE beneficiary IN (
    SELECT beneficiary FROM everybody WHERE counts = 1 GROUP BY beneficiary HAVING COUNT(*) > 1)
"""

ANEW: Final = {
    "tally": TALLIES.format(heads="SELECT * FROM everybody"),
    "again": AGAIN.format(heads=SEVERAL_TIMES),
    "balance": """
        SELECT envelope_code, account, SUM(amount) AS amount FROM journal
        WHERE +id <= (SELECT journal_id FROM carried) GROUP BY envelope_code, account""",
}
"""What each table must hold where it is current; ``everybody`` are the heads of all batches.

``+id``: SQLite is to go by the index on what is added up, not by the numbers, for then it would have to sort."""


def is_current(reader: Reader) -> bool:
    """Tell whether the tallies are of the ledger as ``reader`` sees it; never of a former one."""
    return bool(reader.value(IS_CURRENT))


def refresh(reader: Reader) -> None:
    """Bring what is carried up to date with what has changed since it last was."""
    (tallied, added, changed) = reader.rows(NUMBERS)[0].values()
    if changed < tallied:  # somebody cut the history short: it no longer tells what has changed
        make_anew(reader)
    elif changed > tallied:
        reader.dialect.refresh(reader, steps(reader.dialect, str(int(tallied)), str(int(added))))


def steps(dialect: Dialect, since_change: str, since_posting: str) -> Refreshing:
    """Give the statements that bring up to date what is carried, from the SQL of the numbers up to which it is."""
    added = ADDED.format(since=since_posting)
    return Refreshing(_apart(CHANGED.format(since=since_change)), _apart(*_counted(dialect)), _apart(added))


def _counted(dialect: Dialect) -> tuple[str, str]:
    """Give the scripts that count anew what the batches in ``changed`` say: they are asked for first, by an index."""
    of_changed = dialect.among("batch", "SELECT batch FROM changed")
    of_several = dialect.among("beneficiary", "SELECT beneficiary FROM several")
    tallies = TALLIES.format(heads=HEADS.format(which=of_changed))
    again = AGAIN.format(heads=HEADS.format(which=of_several))
    lines_of_changed = dialect.among("l.batch_code", "SELECT batch FROM changed")
    people = PEOPLE.format(of_changed=of_changed, lines_of_changed=lines_of_changed)
    return people, REPLACED.format(tallies=tallies, again=again)


def let_stand(reader: Reader) -> None:
    """Say that what is carried is of the last change there is: after one of which no figure is made."""
    reader.rows("UPDATE carried SET history_id = (SELECT COALESCE(MAX(id), 0) FROM history)")


def make_anew(reader: Reader) -> None:
    """Make all of it from the lines and the journal."""
    _run(reader, EMPTIED, ALL, *_counted(reader.dialect), "DROP TABLE changed", ADDED.format(since=0))


def drifted(reader: Reader) -> Iterator[str]:
    """Give the tables that do not hold what they would if they were made anew."""
    reader.rows(f"CREATE TEMP TABLE everybody AS {OF_ALL}")
    for table, anew in ANEW.items():
        if table != "balance" and not is_current(reader):
            continue
        columns = ", ".join(reader.dialect.shape(reader, table)[0])
        reader.rows(f"CREATE TEMP TABLE made_anew AS {anew}")
        here, there = (f"SELECT {columns} FROM {one}" for one in (table, "made_anew"))  # noqa: S608  (names are ours)
        if any(reader.rows(f"{one} EXCEPT {other} LIMIT 1") for one, other in ((here, there), (there, here))):
            yield table
        reader.rows("DROP TABLE made_anew")
    reader.rows("DROP TABLE everybody")


def _run(reader: Reader, *scripts: str) -> None:
    for statement in _apart(*scripts):
        reader.rows(statement)


def _apart(*scripts: str) -> list[str]:
    return ";".join(scripts).split(";")
