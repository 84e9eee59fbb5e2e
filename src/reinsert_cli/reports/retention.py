"""How long identities are kept, and of whom the period is over: by codes only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.ledger.retention import Due, periods
from reinsert_cli.store.reading import Reader


def in_force(reader: Reader) -> Table:
    """List the periods, one row a kind of people."""
    return Table(
        report="retention",
        title=_("How long identities are kept"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("kind", _("Whose"), "term", family="retention"),
            Column("years", _("Years after the last act"), "count"),
        ),
        rows=tuple({"kind": kind, "years": years} for kind, years in periods(reader).items()),
        notes=(_("Where no period is set, identities are kept until somebody erases them."),),
    )


def over(reader: Reader, found: Iterable[Due], hindered: Mapping[str, str | None]) -> Table:
    """List those whose period is over, with what hinders erasing them."""
    return Table(
        report="retention_due",
        title=_("Identities kept long enough"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("kind", _("Whose"), "term", family="retention", rank=2),
            Column("last_act", _("Last act"), "date"),
            Column("since", _("Over since"), "date"),
            Column("hindrance", _("Waits for"), "term", family="erase"),
        ),
        rows=tuple(
            {
                "beneficiary": one.code,
                "kind": one.kind,
                "last_act": one.last_act,
                "since": one.since,
                "hindrance": hindered.get(one.code),
            }
            for one in found
        ),
    )
