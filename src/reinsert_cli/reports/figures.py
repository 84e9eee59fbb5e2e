"""The figures that the summaries share: who was helped, with how much, and how we know (design §3, rules 5 to 8).

Recorded lines count; a batch without lines counts what its chosen statements declare. People are counted
once however many lines they have, so a total is asked anew, never added up from its rows. In a period, what was
handed over is what the journal says of it: returns on their day, corrections on the day they were booked or,
restated, on that of what they mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reinsert_cli.domain.language import _, listed, money, plural
from reinsert_cli.domain.table import Column, Heads, Open, Row, Value
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.keys import BASE, KEYS
from reinsert_cli.store import carried
from reinsert_cli.store.reading import Reader

RECORDED: Final = """
SELECT {keys}
    COUNT(DISTINCT CASE WHEN p.counts = 1 THEN p.batch END)                              AS batches,
    COUNT(DISTINCT CASE WHEN p.counts = 1 THEN p.beneficiary END)                        AS beneficiaries,
    COUNT(DISTINCT CASE WHEN p.counts = 1 AND p.sex = 'F' THEN p.beneficiary END)        AS women,
    COUNT(DISTINCT CASE WHEN p.counts = 1 AND p.sex IS NULL THEN p.beneficiary END)      AS sex_unknown,
    COUNT(DISTINCT CASE WHEN p.counts = 1 AND p.disabled THEN p.beneficiary END)         AS disabled,
    COUNT(DISTINCT CASE WHEN p.counts = 1 AND p.disabled IS NULL THEN p.beneficiary END) AS disability_unknown,
    {behind}
    COALESCE(SUM(p.planned), 0)                                                          AS planned,
    COALESCE(SUM(p.delivered), 0)                                                        AS delivered,
    COALESCE(SUM(CASE WHEN p.counts = 1 THEN p.planned + p.delivered END), 0)            AS support
FROM ({source}) p
{group}
"""

BEHIND: Final = """
    COUNT(DISTINCT CASE WHEN p.counts = 1 AND p.planned > 0 THEN p.beneficiary END)      AS awaiting,
    COUNT(DISTINCT CASE WHEN p.counts = 1 AND p.delivered > 0 THEN p.beneficiary END)    AS served,
"""
"""The people behind what is planned, and behind what was delivered; asked for public editions only."""

OF_ALL_TIME: Final = """
SELECT {line_keys}, l.sex, l.disabled, l.planned, l.delivered, l.counts
FROM {heads} l JOIN v_batch b ON b.batch = l.batch {joins}
WHERE {where}
"""

EXPECTED: Final = """
SELECT {line_keys}, l.sex, l.disabled, {planned} AS planned, 0 AS delivered, 1 AS counts
FROM {heads} l JOIN v_batch b ON b.batch = l.batch {joins}
WHERE l.status = 'expected' AND {where}
"""

OF_BOOKS: Final = """
SELECT {moved_keys}, l.sex, l.disabled,
       0, SUM(CASE WHEN {here} THEN d.amount * {own} ELSE 0 END),
       CASE WHEN SUM(CASE WHEN {here} THEN d.amount ELSE 0 END) > 0
             AND SUM(CASE WHEN {before} THEN d.amount ELSE 0 END) <= 0 THEN 1 ELSE 0 END
FROM v_delivery d JOIN {heads} l ON l.line = d.line JOIN v_batch b ON b.batch = d.batch {moved_joins}
WHERE {anytime}
GROUP BY {moved_groups}, l.sex, l.disabled
"""
"""What the journal hands over in a period, beside the lines still expected in it.

A person counts, for a batch, in the period that first put something in their hands and left it there; a later
correction or return takes nothing from it.
"""

OF_MONTHS: Final = """
SELECT {names}, sex, disabled, 0, delivered, CASE WHEN here > 0 AND COALESCE(before, 0) <= 0 THEN 1 ELSE 0 END
FROM (
    SELECT m.*, SUM(m.here) OVER (
        PARTITION BY {others}, sex, disabled ORDER BY CASE LENGTH(month) WHEN 4 THEN month || '-13' ELSE month END
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS before
    FROM (
        SELECT {moved_keys}, l.sex, l.disabled, SUM(d.amount * {own}) AS delivered, SUM(d.amount) AS here
        FROM v_delivery d JOIN {heads} l ON l.line = d.line JOIN v_batch b ON b.batch = d.batch {moved_joins}
        WHERE {anytime} AND ({here} OR {before})
        GROUP BY {moved_groups}, l.sex, l.disabled
    ) m
) counted WHERE month <> ''
"""
"""The same, month by month: what came before a period stands under no month, first; a year alone, after its months."""

HEADS: Final = (
    {"heads": "v_line", "own": "1", "region": "d.region"},
    {"heads": "v_fellow", "own": "0", "region": "l.region"},
)
"""Who counts for a line: its own person, with its money and the region in the books; the others of a group, with none.

``v_head`` is the two together; asked one after the other they take half the time.
"""

STRAYS: Final = """
SELECT COALESCE(SUM(CASE WHEN {booked} AND NOT ({held}) THEN d.amount END), 0) AS of_others,
       COALESCE(SUM(CASE WHEN {held} AND NOT ({booked}) THEN d.amount END), 0) AS of_ours
FROM v_delivery d JOIN v_line l ON l.line = d.line JOIN v_batch b ON b.batch = d.batch
WHERE {where}
"""

DECLARED: Final = """
SELECT {keys}
    COUNT(*)             AS batches,
    COUNT(d.amount)      AS amounts,
    COUNT(b.basis)       AS told,
    COUNT(*) - COUNT(d.beneficiaries) AS heads_unknown,
    COUNT(*) - COUNT(d.women)         AS women_unknown,
    SUM(d.beneficiaries) AS beneficiaries,
    SUM(d.women)         AS women,
    SUM(d.disabled)      AS disabled,
    COALESCE(SUM(CASE WHEN d.status IN ('planned', 'locked') THEN d.beneficiaries END), 0)     AS awaiting,
    COALESCE(SUM(CASE WHEN d.status NOT IN ('planned', 'locked') THEN d.beneficiaries END), 0) AS served,
    COALESCE(SUM(CASE WHEN d.status IN ('planned', 'locked') THEN d.amount END), 0)     AS planned,
    COALESCE(SUM(CASE WHEN d.status NOT IN ('planned', 'locked') THEN d.amount END), 0) AS delivered
FROM v_declared d JOIN v_batch b ON b.batch = d.batch
WHERE {where}
{group}
"""


TALLIED: Final = ("region", "programme", "fiscal_year", "batch")
"""The keys by which tallies can be added up."""

HEADCOUNTS: Final = ("beneficiaries", "women", "sex_unknown", "disabled", "disability_unknown")

OF_TALLIES: Final = """
SELECT {keys}
    COUNT(DISTINCT CASE WHEN b.people > 0 THEN b.batch END) AS batches,
    SUM(b.people)                       AS beneficiaries,
    SUM(b.women)                        AS women,
    SUM(b.sex_unknown)                  AS sex_unknown,
    SUM(b.disabled)                     AS disabled,
    SUM(b.disability_unknown)           AS disability_unknown,
    SUM(b.planned)                      AS planned,
    SUM(b.delivered)                    AS delivered,
    SUM(b.planned + b.delivered)        AS support
FROM v_tally b
WHERE {where}
{group}
"""
"""What is recorded of all time, as :data:`RECORDED` tells it, but that somebody counts in each of their tallies."""

COUNTED_AGAIN: Final = """
SELECT {keys}
    SUM(more)                                              AS beneficiaries,
    SUM(CASE WHEN sex = 'F' THEN more ELSE 0 END)          AS women,
    SUM(CASE WHEN sex IS NULL THEN more ELSE 0 END)        AS sex_unknown,
    SUM(CASE WHEN disabled = 1 THEN more ELSE 0 END)       AS disabled,
    SUM(CASE WHEN disabled IS NULL THEN more ELSE 0 END)   AS disability_unknown,
    COUNT(*)                                               AS batches
FROM (
    SELECT {names} MIN(b.sex) AS sex, MIN(CAST(b.disabled AS INTEGER)) AS disabled, COUNT(*) - 1 AS more
    FROM v_again b
    WHERE {where}
    GROUP BY {names} b.beneficiary
    HAVING COUNT(*) > 1
) b
{group}
"""
"""How many times too many that is."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One row's figures: people as distinct heads, money in centimes, None where nobody knows."""

    batches: int = 0
    beneficiaries: int | None = 0
    women: int | None = 0
    disabled: int | None = 0
    planned: int = 0
    delivered: int = 0
    support: int = 0
    """What the people counted were given or are to be given: in a period, not what is mended of others."""
    sex_unknown: int = 0
    disability_unknown: int = 0
    amounts_unknown: int = 0
    heads_unknown: int = 0
    women_unknown: int = 0
    awaiting: int = 0
    """People behind what is planned; ``served``, behind what was delivered."""
    served: int = 0
    basis: str | None = None

    @property
    def amount(self) -> int | None:
        """Give the centimes planned and delivered together; None where no batch's amount is known."""
        is_known = self.batches > self.amounts_unknown or not self.batches
        return self.planned + self.delivered if is_known else None

    @property
    def mean_support(self) -> int | None:
        """Give the centimes a person, planned and delivered together, rounded half up; None where a part is unknown."""
        if self.amounts_unknown or self.heads_unknown:
            return None
        return ratio(self.support, self.beneficiaries)

    def values(self) -> Row:
        """Give the figures under the keys of :func:`columns`, and the counts that no column tells."""
        return {
            "batches": self.batches,
            "beneficiaries": self.beneficiaries,
            "women": self.women,
            "disabled": self.disabled,
            "planned": self.planned,
            "delivered": self.delivered,
            "mean_support": self.mean_support,
            "basis": self.basis,
            "awaiting": self.awaiting,
            "served": self.served,
        }


def columns() -> tuple[Column, ...]:
    """Give the columns that every summary has, in order."""
    return (
        Column("batches", _("Batches"), "count", rank=4),
        Column("beneficiaries", _("Beneficiaries"), "count"),
        Column("women", _("Women"), "count", rank=2),
        Column("disabled", _("With a disability"), "count", rank=5),
        Column("planned", _("Planned (DH)"), "money", rank=1),
        Column("delivered", _("Delivered (DH)"), "money"),
        Column("mean_support", _("Mean support (DH)"), "money", rank=3, is_mean=True),
        Column("basis", _("Basis"), "term", rank=6),
    )


def heads(*open_: str, amounts: Sequence[str] = ("planned", "delivered"), untold: Sequence[str] = ()) -> Heads:
    """Tell of whom the figures of a summary are: those ``open_`` are of nobody, those ``untold`` of other people.

    ``amounts`` are those by which what is planned and what is delivered could be told apart.
    """
    return Heads(
        of="beneficiaries",
        some={"women": "beneficiaries", "disabled": "beneficiaries", "awaiting": "", "served": ""},
        intimate=frozenset({"disabled"}),
        follows=dict.fromkeys(amounts, ("awaiting", "served")),
        open=frozenset(open_),
        untold=frozenset(untold),
    )


def by(reader: Reader, filters: Filters, keys: Sequence[str]) -> dict[tuple[Value, ...], Figures]:
    """Give the figures by group: ``keys`` are some of :data:`~reinsert_cli.reports.keys.KEYS`.

    No key gives the one total, under ``()``. By ``partner`` nothing is planned: what a line expects of several is split
    between them only when it is committed.
    """
    recorded = (
        of_tallies(reader, filters, keys) if _is_tallied(reader, filters, keys) else of_lines(reader, filters, keys)
    )
    where = filters.where(region="d.region", centre=None)
    told = [_in(KEYS[key].declared, filters) for key in keys]
    declared = _grouped(reader, DECLARED, told, filters, where=where)
    groups = sorted({*recorded, *declared}, key=in_order)
    return {group: _merged(recorded.get(group), declared.get(group)) for group in groups}


def of_lines(reader: Reader, filters: Filters, keys: Sequence[str]) -> Groups:
    """Give what is recorded by group, from every line or movement."""
    parts = {"source": _source(filters, keys), "behind": BEHIND if filters.public else ""}
    return _grouped(reader, RECORDED, [f"p.{key}" for key in keys], filters, **parts)


def _is_tallied(reader: Reader, filters: Filters, keys: Sequence[str]) -> bool:
    """Tell whether the tallies know enough, and are of the last change."""
    of_all_time = not (filters.has_period or filters.centre)
    return of_all_time and not filters.public and set(keys) <= set(TALLIED) and carried.is_current(reader)


def of_tallies(reader: Reader, filters: Filters, keys: Sequence[str]) -> Groups:
    """Give the same from the tallies of batches: added up, less those whom several tallies of a group count."""
    columns = [f"b.{key}" for key in keys]
    where = filters.where(region="b.region", centre=None, cancelled=True)
    rows = _grouped(reader, OF_TALLIES, columns, filters, where=where)
    names = "".join(f"{column}, " for column in columns)
    more = _grouped(reader, COUNTED_AGAIN, columns, filters, where=where, names=names)
    return {group: _less(row, more.get(group, {})) for group, row in rows.items()}


def _less(row: Mapping[str, Any], more: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value - more.get(name, 0) if name in HEADCOUNTS else value for name, value in row.items()}


def total(reader: Reader, filters: Filters) -> Figures:
    """Give the figures of everything that the filters keep, each person once."""
    return by(reader, filters, ()).get((), Figures())


Groups = dict[tuple[Value, ...], Mapping[str, Any]]


def in_order(group: Sequence[Value]) -> tuple[tuple[bool, str], ...]:
    """Give what groups are put in order by: their codes, what is not known last, a year alone after its months."""
    return tuple((part is None, f"{part}~" if _is_year(part) else str(part)) for part in group)


def _is_year(part: Value) -> bool:
    return str(part).isdigit() and len(str(part)) == len("2024")


def _source(filters: Filters, keys: Sequence[str]) -> str:
    """Give the query of what is recorded, of all time, in a period, or in each month."""
    by_books = filters.has_period or "month" in keys or "partner" in keys
    queries = (EXPECTED, OF_MONTHS if "month" in keys else OF_BOOKS) if by_books else (OF_ALL_TIME,)
    return "UNION ALL".join(_query(query, filters, keys, heads) for heads in HEADS for query in queries)


def _query(sql: str, filters: Filters, keys: Sequence[str], heads: Mapping[str, str]) -> str:
    """Write one of the queries above: the keys asked for beside those that it always has."""
    always = replace(filters, first=None, last=None)
    wanted = [*BASE, *(key for key in keys if key not in BASE)]
    here = filters.inside(f"d.{filters.day}")
    lines = {key: _in(KEYS[key].line, filters) for key in wanted}
    moved = {key: _in(KEYS[key].of_movement(), filters, heads["region"]) for key in wanted}
    if "month" in moved:
        moved["month"] = f"CASE WHEN {here} THEN {moved['month']} ELSE '' END"
    return sql.format(
        line_keys=", ".join(f"{column} AS {key}" for key, column in lines.items()),
        moved_keys=", ".join(f"{column} AS {key}" for key, column in moved.items()),
        moved_groups=", ".join(moved.values()),
        names=", ".join(wanted),
        others=", ".join(key for key in wanted if key != "month"),
        planned="0" if "partner" in keys else "l.planned",
        joins="".join(KEYS[key].joins for key in wanted),
        moved_joins="".join(KEYS[key].joins_of_movement() for key in wanted),
        where=filters.where(region="l.region", centre="l.centre"),
        anytime=always.where(region=heads["region"], centre="l.centre"),
        here=here,
        before=f"d.{filters.day}_last < :first",
        **heads,
    )


def _in(column: str, filters: Filters, region: str = "l.region") -> str:
    """Give the SQL of a key for the day that these filters are about and the region of the row at hand."""
    return column.format(region=region, day=filters.day)


def _grouped(reader: Reader, sql: str, keys: Sequence[str], filters: Filters, **parts: str) -> Groups:
    named = [f"{column} AS key{position}" for position, column in enumerate(keys)]
    columns = "".join(f"{name}, " for name in named)
    query = sql.format(keys=columns, group=f"GROUP BY {', '.join(keys)}" if keys else "", **parts)
    rows = reader.rows(query, **filters.params())
    return {tuple(row[f"key{n}"] for n in range(len(keys))): row for row in rows if _says_something(row)}


def _says_something(row: Mapping[str, Any]) -> bool:
    return bool(row.get("batches") or row.get("delivered"))


def _merged(recorded: Mapping[str, Any] | None, declared: Mapping[str, Any] | None) -> Figures:
    """Add recorded and declared figures; what neither knows stays unknown."""
    lines, words = recorded or {}, declared or {}
    told = bool(words.get("told"))
    basis = "mixed" if recorded and told else "recorded" if recorded else "declared" if told else None
    heads = lines.get("beneficiaries", 0)
    return Figures(
        batches=lines.get("batches", 0) + words.get("batches", 0),
        beneficiaries=_known(lines.get("beneficiaries"), words.get("beneficiaries")),
        women=_known(lines.get("women") if lines.get("sex_unknown", 0) < heads else None, words.get("women")),
        disabled=_known(
            lines.get("disabled") if lines.get("disability_unknown", 0) < heads else None, words.get("disabled")
        ),
        planned=lines.get("planned", 0) + words.get("planned", 0),
        delivered=lines.get("delivered", 0) + words.get("delivered", 0),
        support=lines.get("support", 0) + words.get("planned", 0) + words.get("delivered", 0),
        sex_unknown=lines.get("sex_unknown", 0),
        disability_unknown=lines.get("disability_unknown", 0),
        amounts_unknown=words.get("batches", 0) - words.get("amounts", 0),
        heads_unknown=words.get("heads_unknown", 0),
        women_unknown=words.get("women_unknown", 0),
        awaiting=lines.get("awaiting", 0) + words.get("awaiting", 0),
        served=lines.get("served", 0) + words.get("served", 0),
        basis=basis,
    )


def _known(*figures: int | None) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def ratio(part: int, whole: int | None) -> int | None:
    """Give ``part / whole`` rounded half up; None where there is nothing to divide by."""
    return (2 * part + whole) // (2 * whole) if whole else None


def notes(reader: Reader, filters: Filters, figures: Figures) -> tuple[str, ...]:
    """Give what the reader must know beside the figures: who is unknown, what is undated, what is only declared."""
    found = [
        (figures.sex_unknown, plural("The sex of {n} person is not recorded; unknown is not “no”.",
                                     "The sex of {n} people is not recorded; unknown is not “no”.",
                                     figures.sex_unknown)),
        (figures.disability_unknown, plural("It is not recorded whether {n} person has a disability.",
                                            "It is not recorded whether {n} people have a disability.",
                                            figures.disability_unknown)),
        (figures.amounts_unknown, plural("The amount of {n} batch is not known and not counted.",
                                         "The amounts of {n} batches are not known and not counted.",
                                         figures.amounts_unknown)),
        (figures.heads_unknown, plural("The number of people of {n} batch is not known and not counted.",
                                       "The numbers of people of {n} batches are not known and not counted.",
                                       figures.heads_unknown)),
        (figures.women_unknown, plural("How many women {n} declared batch had is not known.",
                                       "How many women {n} declared batches had is not known.",
                                       figures.women_unknown)),
    ]  # fmt: skip
    told = [sentence.format(n=number) for number, sentence in found if number]
    return (*told, *_strays_note(reader, filters), *undated_note(reader, filters))


def _strays_note(reader: Reader, filters: Filters) -> Iterator[str]:
    """Tell what the period counts of other handovers, and what was booked elsewhere of its own."""
    if not filters.has_period or filters.restated:
        return
    everywhere = replace(filters, first=None, last=None)
    sql = STRAYS.format(
        booked=filters.inside("d.booked"),
        held=filters.inside("b.booked"),
        where=everywhere.where(region="d.region", centre="l.centre"),
    )
    strays = reader.row(sql, **filters.params()) or {}
    of_others = _("Corrections and returns of handovers of another period count here: {amount} DH.")
    of_ours = _("Corrections and returns of handovers of this period count in another: {amount} DH.")
    for sentence, amount in ((of_others, strays["of_others"]), (of_ours, strays["of_ours"])):
        if amount:
            yield sentence.format(amount=money(amount))


def undated_note(reader: Reader, filters: Filters) -> tuple[str, ...]:
    """Give the note that names the batches whose date is not precise enough for the period (design §3, rule 8)."""
    left_out = undated(reader, filters)
    if not left_out:
        return ()
    sentence = _("Not counted, for their date is not precise enough for this period: {batches}.")
    return (Open(sentence.format(batches=listed(left_out))),)


def undated(reader: Reader, filters: Filters) -> list[str]:
    """Give the batches that may fall in the period but whose date, as known, does not lie wholly inside it."""
    if not filters.has_period:
        return []
    day = filters.day
    others = Filters(programme=filters.programme, fiscal_year=filters.fiscal_year)
    sql = f"""
        SELECT b.batch FROM v_batch b
        WHERE {others.where(region="b.region", centre=None)}
          AND (CAST(:region AS TEXT) IS NULL OR b.region = :region
               OR EXISTS (SELECT 1 FROM v_head l WHERE l.batch = b.batch AND l.region = :region))
          AND (CAST(:centre AS TEXT) IS NULL
               OR EXISTS (SELECT 1 FROM v_head l WHERE l.batch = b.batch AND l.centre = :centre))
          AND (b.{day}_on IS NULL
               OR (b.{day}_first <= :last AND b.{day}_last >= :first
                   AND (b.{day}_first < :first OR b.{day}_last > :last)))
        ORDER BY b.batch
    """  # noqa: S608  (conditions are ours; values are parameters)
    return [row["batch"] for row in reader.rows(sql, **filters.params())]
