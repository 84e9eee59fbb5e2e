"""What changed since an earlier look at the ledger, and why: late movements, and the figures that they moved.

Both are told of the days before a given one, so that whoever keeps an earlier pack knows what of it is no longer so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.table import Column, Figure, Row, Table
from reinsert_cli.reports import figures
from reinsert_cli.reports.figures import Figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import Reader

LATE: Final = """
SELECT p.entry, p.kind, SUM(p.amount) AS amount, p.account, p.batch, p.envelope, p.region, p.line,
       p.event_on AS happened_on, p.booked_on, p.mends, p.author, p.written_at, p.reason
FROM v_posting p JOIN journal j ON j.id = p.posting
WHERE COALESCE(j.audit_id, 0) > :since AND p.event_first < :day
  AND p.account = CASE
      WHEN p.kind IN ('allocate', 'transfer') THEN 'available'
      WHEN p.kind IN ('commit', 'release') THEN 'committed'
      ELSE 'delivered' END
  AND (CAST(:region AS TEXT) IS NULL OR p.region = :region)
  AND (CAST(:programme AS TEXT) IS NULL OR p.programme = :programme)
GROUP BY p.entry, p.kind, p.account, p.batch, p.envelope, p.region, p.line,
         p.event_on, p.booked_on, p.mends, p.author, p.written_at, p.reason
ORDER BY p.entry, MIN(p.posting)
"""


def late(reader: Reader, filters: Filters, since: int | None, day: date) -> Table:
    """List the movements written since write ``since`` of what happened before ``day``; none where it is not known."""
    rows = () if since is None else reader.rows(LATE, since=since, day=day.isoformat(), **_only(filters))
    return Table(
        report="late",
        title=_("Written late: movements of the months before"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("entry", _("Entry"), "count"),
            Column("kind", _("Movement"), "term"),
            Column("amount", _("Amount (DH)"), "money"),
            Column("account", _("Account"), "term", rank=6),
            Column("batch", _("Batch"), "code"),
            Column("envelope", _("Envelope"), "code", rank=3),
            Column("region", _("Region"), "code", rank=5),
            Column("line", _("Line"), "count", rank=2),
            Column("happened_on", _("Happened on"), "date"),
            Column("booked_on", _("Booked on"), "date", rank=1),
            Column("mends", _("Mends entry"), "count", rank=4),
            Column("author", _("Author"), "text", rank=7),
            Column("written_at", _("When (UTC)"), "text", rank=8),
            Column("reason", _("Reason"), "text"),
        ),
        rows=tuple(rows),
        notes=(_since_note(since, len(rows)),),
    )


def _only(filters: Filters) -> dict[str, str | None]:
    return {"region": filters.region, "programme": filters.programme}


def _since_note(since: int | None, found: int) -> str:
    if since is None:
        return _("There is no earlier pack to compare with.")
    told = plural(
        "{n} movement written since the earlier pack is about the months before.",
        "{n} movements written since the earlier pack are about the months before.",
        found,
    )
    return told.format(n=found)


def moved(before: Reader | None, now: Reader, filters: Filters, day: date) -> Table:
    """Set the figures of the time before ``day`` side by side: as the earlier pack knew them, and as known now.

    Each correction is counted on the day of what it mends; figures that did not move are left out.
    """
    rows: list[Row] = []
    if before:
        for span, asked in _spans(filters, day):
            rows += _differences(span, figures.total(before, asked), figures.total(now, asked))
    unmoved = before and not rows
    return Table(
        report="moved",
        title=_("Figures of earlier months that moved since"),
        as_of=now.as_of,
        filters=filters.named(),
        columns=(
            Column("span", _("Period"), "text"),
            Column("measure", _("Figure"), "text"),
            Column("then", _("In the earlier pack"), "figure"),
            Column("now", _("Known now"), "figure"),
            Column("difference", _("Difference"), "figure"),
        ),
        rows=tuple(rows),
        notes=(_("No figure of the months before has moved since the earlier pack."),) if unmoved else (),
    )


def _spans(filters: Filters, day: date) -> tuple[tuple[str, Filters], ...]:
    """Give the month before ``day``, and all the time before it."""
    last = day - timedelta(days=1)
    asked = {"region": filters.region, "programme": filters.programme, "restated": True}
    month = Filters(first=last.replace(day=1), last=last, **asked)  # type: ignore[arg-type]
    always = Filters(last=last, **asked)  # type: ignore[arg-type]
    until = _("until {day}").format(day=language.date(last.isoformat()))
    return (_("the month before"), month), (until, always)


def _differences(span: str, then: Figures, now: Figures) -> Iterator[Row]:
    for column in figures.columns():
        old, new = getattr(then, column.key), getattr(now, column.key)
        if old == new or column.unit not in {"money", "count"} or column.is_mean:
            continue
        unit: Literal["money", "count"] = "money" if column.unit == "money" else "count"
        yield {
            "span": span,
            "measure": column.label,
            "then": None if old is None else Figure(old, unit),
            "now": None if new is None else Figure(new, unit),
            "difference": None if None in {old, new} else Figure(new - old, unit),
        }
