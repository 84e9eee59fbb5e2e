"""The costs half of a list of projects: which rows are costs that a project has already, and which are new."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import money
from reinsert_cli.importers.costs import Cost
from reinsert_cli.importers.known_projects import KnownProjects
from reinsert_cli.importers.match import Doubt
from reinsert_cli.importers.options import Intent
from reinsert_cli.importers.which_project import Wish


class WhichCost:
    """Gives each wish of one file its cost: one that stands, once; or none, and it is new.

    ``replaced`` are the numbers of the costs that came with the file which this one replaces.
    """

    def __init__(self, known: KnownProjects, intent: Intent, replaced: Collection[int]) -> None:
        self._known = known
        self._intent = intent
        self._replaced = replaced
        self._claimed: set[int] = set()

    def settle(self, wishes: Sequence[Wish]) -> dict[int, Cost]:
        """Decide which wishes are costs already there, and give those by the place of their wish."""
        found: dict[int, Cost] = {}
        steps = [self._decided, self._same_row]
        if self._intent != "adds":
            is_correction = self._intent == "corrects" or bool(self._replaced)
            steps += [self._same_item, self._mended, self._several] if is_correction else [self._like]
        rest = [(place, wish) for place, wish in enumerate(wishes) if wish.cost and wish.project and wish.project.costs]
        for step in steps:
            for place, wish in rest:
                cost = step(wish)
                if cost and cost.id:
                    self._claimed.add(cost.id)
                    found[place] = cost
            rest = [(place, wish) for place, wish in rest if place not in found and wish.is_in]
        return found

    def _decided(self, wish: Wish) -> Cost | None:
        number = wish.decision.line if wish.decision else None
        return self._free(wish, (self._known.by_cost[number][1],)) if number in self._known.by_cost else None

    def _same_row(self, wish: Wish) -> Cost | None:
        cost = self._known.of_subject(wish.before)[1]
        return self._free(wish, (cost,)) if cost else None

    def _same_item(self, wish: Wish) -> Cost | None:
        """Claim, in a file sent again, a cost of the same item, of the same content before any other."""
        wanted = wish.cost
        alike = [one for one in self._mendable(wish) if wanted and one.item == wanted.item]
        return min(alike, key=lambda one: bool(wanted and one.content != wanted.content), default=None)

    def _mended(self, wish: Wish) -> Cost | None:
        """Claim, in a file sent again, the one cost that its project has left: its row was mended."""
        left = self._mendable(wish)
        return left[0] if len(left) == 1 else None

    def _several(self, wish: Wish) -> Cost | None:
        _ask(wish, self._mendable(wish))
        return None

    def _like(self, wish: Wish) -> Cost | None:
        """In a file of its own, a cost that is there already is that cost; one that only resembles it is parked."""
        wanted = wish.cost
        theirs = self._left(wish)
        alike = [one for one in theirs if wanted and (one.item == wanted.item or _costs_the_same(one, wanted))]
        same = next((one for one in alike if wanted and one.content == wanted.content and one.label), None)
        if same is None and not _is_one_more(wish):
            _ask(wish, alike)
        return same

    def _mendable(self, wish: Wish) -> list[Cost]:
        """Give the free costs of the project that the file may mend: those of the files it replaces, if known."""
        if _is_one_more(wish):
            return []
        left = self._left(wish)
        return [one for one in left if one.id in self._replaced] if self._replaced else left

    def _left(self, wish: Wish) -> list[Cost]:
        return [one for one in wish.project.costs if one.id not in self._claimed] if wish.project else []

    def _free(self, wish: Wish, costs: Sequence[Cost]) -> Cost | None:
        left = self._left(wish)
        return next((one for one in costs if one in left), None)


def _ask(wish: Wish, alike: Sequence[Cost]) -> None:
    """Park a row that could be any of some costs."""
    if alike:
        fault = Fault("cost.possible", {"amount": money(alike[0].amount)})
        wish.result.park(Doubt(fault, (wish.person.code,), alike[0].id))


def _is_one_more(wish: Wish) -> bool:
    return bool(wish.decision and wish.decision.is_new_line)


def _costs_the_same(one: Cost, other: Cost) -> bool:
    """Tell whether two costs are of one kind and one amount: in another language, they may be one item."""
    return (one.kind, one.amount) == (other.kind, other.amount)
