"""The public edition of a table: what :mod:`reinsert_cli.domain.suppression` hides of its rows, and of their sums.

What a hidden subtotal sums up is hidden with it, so that no sum but its own tells anything of a count: what holds in
every star holds in the table. Where the people of a row are hidden, so are its other figures: amounts and means tell of
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.suppression import LEAST, Part, Places, hidden_parts, taken_for_sum
from reinsert_cli.domain.table import Heads, Open, Row, Table

HIDDEN: Final = "…"

FLOWS: Final = ("planned", "delivered", "amount")
"""Amounts that are somebody's, even in a row that counts nobody: a return takes back what was counted before."""

FIGURES: Final = frozenset({"count", "money", "percent", "figure"})
BEFORE: Final = "_before"
CHANGE: Final = "_change"
PERIODS: Final = ("", BEFORE)
"""How the keys of figures end, where two periods stand side by side: as they are, and of the earlier one."""

_ROW: Final = 99
"""The level of a row that sums nothing up."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table's rows with, last, its totals, and the stars in them, the outermost first: a sum, the rows it covers."""

    rows: tuple[Row, ...]
    stars: tuple[tuple[int, tuple[int, ...]], ...]

    @classmethod
    def of(cls, table: Table) -> _Sheet:
        """Find the stars: a subtotal sums up the rows and the subtotals of deeper levels that stand before it."""
        stars: list[tuple[int, tuple[int, ...]]] = []
        open_: list[tuple[int, int]] = []  # rows that no subtotal has summed up yet, each with its level
        for place in range(len(table.rows)):
            level = table.subtotals.get(place, _ROW)
            first = len(open_)
            while first and open_[first - 1][1] > level:
                first -= 1
            if open_[first:]:
                stars.append((place, tuple(below for below, _level in open_[first:])))
            open_[first:] = [(place, level)]
        stars.append((len(table.rows), tuple(place for place, _level in open_)))
        return cls((*table.rows, table.totals), tuple(reversed(stars)))

    def count(self, place: int, key: str) -> int:
        """Give a count, nothing where it is unknown."""
        value = self.rows[place].get(key)
        return value if isinstance(value, int) else 0

    def total(self, place: int, key: str, covered: Iterable[int]) -> int | None:
        """Give the sum of a star; None where it is not told. Totals that leave people out tell amounts all the same."""
        row = self.rows[place]
        if row and key not in row:
            return sum(self.count(below, key) for below in covered)
        return self.count(place, key) if row.get(key) is not None else None


Found = dict[str, Places]
"""By column, the rows of which a figure is hidden."""


def heads_of(table: Table) -> Heads:
    """Give whom the figures of a table are of.

    Raises ValueError for a table of single people, and for one that was not asked for its public edition.
    """
    if table.heads is None or "public" not in table.filters:
        raise ValueError(f"{table.report} has no public edition, or was not asked for it")
    return table.heads


def hidden(table: Table, also: Mapping[str, Collection[int]] = {}) -> Found:
    """Give, by column, the rows of which a figure must be hidden; ``also`` names some that are in any case.

    The totals count as a row after the last. Two periods that stand side by side are told apart; a difference is hidden
    where either of its figures is. Raises ValueError as :func:`heads_of` does.
    """
    sheet, heads = _Sheet.of(table), heads_of(table)
    found: Found = {}
    for period in PERIODS:
        found |= _of_period(sheet, heads, period, also)
    for column in table.columns:
        ending = next(end for end in (CHANGE, BEFORE, "") if column.key.endswith(end))
        figure = column.key.removesuffix(ending)
        if column.unit in FIGURES and figure not in heads.open:
            for period in PERIODS if ending == CHANGE else (ending,):
                _add(found, column.key, found.get(figure + period, set()) | found[heads.of + period])
        if figure in heads.untold:
            _add(found, column.key, range(len(sheet.rows)))
    return found


def _add(found: Found, key: str, places: Iterable[int]) -> None:
    found[key] = found.get(key, set()) | set(places)


def _of_period(sheet: _Sheet, heads: Heads, period: str, also: Mapping[str, Collection[int]]) -> Found:
    flows = [key + period for key in FLOWS if key not in heads.open]
    found: Found = {heads.of + period: _people(sheet, heads.of + period, flows, set(also.get(heads.of, ())))}
    for some, whole in heads.some.items():
        key = some + period
        found[key] = _some(sheet, key, whole + period, found, set(also.get(some, ())), some in heads.intimate)
    _follow(heads, period, found)
    for whole, parts in heads.splits.items():
        _split(sheet, whole + period, [part + period for part in parts], found)
    _follow(heads, period, found)
    return found


def _people(sheet: _Sheet, key: str, flows: Collection[str], also: Places) -> Places:
    """Give the rows whose people, and so whose figures, are hidden; those of nobody too, where an amount moved."""
    parts = [
        Part(sheet.count(place, key), is_exposed=row.get(key) == 0 and any(row.get(one) for one in flows))
        for place, row in enumerate(sheet.rows)
    ]
    found = also | ({len(parts) - 1} if parts[-1].is_at_risk else set())
    for place, covered in sheet.stars:
        if place in found:
            found |= set(covered)
            continue
        already = [position for position, below in enumerate(covered) if below in found]
        chosen = hidden_parts(sheet.total(place, key, covered), [parts[below] for below in covered], already)
        found |= {covered[position] for position in chosen}
    return found


def _some(sheet: _Sheet, key: str, whole: str, found: Found, also: Places, is_intimate: bool) -> Places:
    """Give the rows in which it is hidden how many of the people are women, or have a disability.

    The rows whose people are hidden are taken together: of them only the sum is known, of these people as of all.
    """
    unknown = found.get(whole, set())

    def part(place: int) -> Part:
        of = sheet.rows[place].get(whole) if place not in unknown else None
        return Part(sheet.count(place, key), of if isinstance(of, int) else None, is_intimate=is_intimate)

    top = len(sheet.rows) - 1
    hidden_here = also | unknown | ({top} if part(top).is_at_risk else set())
    for place, covered in sheet.stars:
        if place in hidden_here:
            hidden_here |= set(covered)
            continue
        told = [below for below in covered if below not in unknown]
        parts = [part(below) for below in told]
        already = [position for position, below in enumerate(told) if below in hidden_here]
        if len(told) < len(covered):
            together = _together(sheet, key, whole, (place, covered, told))
            parts.append(replace(together, is_intimate=is_intimate))
            already.append(len(told))
        chosen = hidden_parts(sheet.total(place, key, covered), parts, already)
        hidden_here |= {told[position] for position in chosen if position < len(told)}
    return {place for place in hidden_here if place in unknown or sheet.rows[place].get(whole) != 0}


def _together(sheet: _Sheet, key: str, whole: str, star: tuple[int, Sequence[int], Sequence[int]]) -> Part:
    """Give the rows of a star whose people are hidden as one part of it."""
    place, covered, told = star
    total, of = sheet.total(place, whole, covered), None
    if total is not None:
        known = taken_for_sum(total, [sheet.count(below, whole) for below in covered])
        of = max(0, known - sum(sheet.count(below, whole) for below in told))
    counts = [sheet.count(below, key) for below in covered if below not in told]
    return Part(sum(counts), of, is_exposed=any(0 < count < LEAST for count in counts))


def _split(sheet: _Sheet, whole: str, parts: Sequence[str], found: Found) -> None:
    """Hide, row by row, what would give away one of the counts that a whole is split into."""
    for place, row in enumerate(sheet.rows):
        if whole in row:
            counts = [Part(sheet.count(place, part)) for part in parts]
            is_untold = place in found.get(whole, set())
            chosen = range(len(parts)) if is_untold else hidden_parts(sheet.count(place, whole), counts)
            for position in chosen:
                _add(found, parts[position], {place})


def _follow(heads: Heads, period: str, found: Found) -> None:
    for key, sources in heads.follows.items():
        for source in sources:
            _add(found, key + period, found.get(source + period, set()))


def masked(table: Table, found: Mapping[str, Collection[int]]) -> Table:
    """Give a table with :data:`HIDDEN` in place of the figures found, and without the notes that tell figures."""
    keys = [column.key for column in table.columns if column.key in found]
    rows = tuple(_masked(row, [key for key in keys if place in found[key]]) for place, row in enumerate(table.rows))
    top = len(rows)
    totals = _masked(table.totals, [key for key in keys if top in found[key] and key in table.totals])
    is_masked = any(place <= top for key in keys for place in found[key])
    notes = tuple(note for note in table.notes if isinstance(note, Open))
    return replace(
        table,
        rows=rows,
        totals=totals,
        notes=(*((_note(),) if is_masked else ()), *notes),
    )


def _masked(row: Row, keys: Iterable[str]) -> Row:
    """Hide figures; what is not told of a row anyway stays so."""
    return {**row, **{key: HIDDEN for key in keys if key in row}}


def _note() -> Open:
    return Open(_("…: hidden, for it counts 1 to 4 people, is of them, or would give such a figure away."))


def public_edition(table: Table) -> Table:
    """Give the public edition of a table of counts."""
    return masked(table, hidden(table))
