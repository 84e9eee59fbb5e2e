"""The lines half of a distribution sheet: which rows are lines that the batch has already, and which are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import money
from reinsert_cli.importers.known import Known
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import Doubt
from reinsert_cli.importers.plan import IntoBatch, Plan, Wish
from reinsert_cli.importers.reissue import Reissue


class WhichLine:
    """Gives each wish of one file its line, and notes in the plan what is new, changed and left out."""

    def __init__(self, known: Known, target: IntoBatch, reissue: Reissue[int], plan: Plan) -> None:
        self._plan = plan
        self._known = known
        self._target = target
        self._reissue = reissue
        self._is_correction = target.intent == "corrects" or reissue.is_one
        self._moved: dict[str, list[Line]] = defaultdict(list)
        for number, people in known.by_hand.items():
            line = known.lines.by_id.get(number)
            for person in people if line else ():
                if line and line.person != person:
                    self._moved[person].append(line)

    def settle(self, wishes: list[Wish]) -> None:
        """Decide which wishes are lines already there: those decided, the same rows, then the same items."""
        steps = [self._decided, self._same_row, self._moved_by_hand]
        if self._target.intent != "adds":
            mending = [self._same_item, self._corrected, self._several_mended]
            steps += mending if self._is_correction else [self._like_item]
        rest = wishes
        for step in steps if self._known.lines.by_id or self._target.decisions else ():
            rest = [wish for wish in rest if not step(wish)]
        self._plan.left_out = [line for line in self._known.lines.free() if line.id in self._reissue.replaced]
        gone = {line.content: line for line in self._plan.left_out}
        self._plan.new_lines += [wish for wish in rest if not self._another_persons(wish, gone)] if gone else rest
        for wish in self._plan.new_lines:
            wish.result.outcome = "new"

    def _decided(self, wish: Wish) -> bool:
        """Do as somebody decided: the line they named, or a new one."""
        if wish.decision is None:
            return False
        if wish.decision.is_new_line:
            self._plan.new_lines.append(wish)
            return True
        return self._met(wish, self._known.lines.by_id.get(wish.decision.line))

    def _same_row(self, wish: Wish) -> bool:
        line = self._known.lines.by_id.get(self._reissue.rows.get(wish.result.fingerprint))
        return self._met(wish, line)

    def _moved_by_hand(self, wish: Wish) -> bool:
        """Park what a file says anew of a line that somebody has given to another person since."""
        moved = next((line for line in self._moved.get(wish.person.code, ()) if self._known.lines.is_free(line)), None)
        if moved is None or self._target.intent == "adds":
            return False
        people = (moved.person, wish.person.code)
        wish.result.park(Doubt(Fault("line.moved_by_hand", {"code": moved.person}), people, moved.id))
        return True

    def _same_item(self, wish: Wish) -> bool:
        """Claim, in a file sent again, the same item, of the same amount before any other."""
        alike = [line for line in self._mendable(wish) if line.item == wish.line.item]
        return self._met(wish, min(alike, key=lambda line: line.amount != wish.line.amount, default=None))

    def _corrected(self, wish: Wish) -> bool:
        """Claim, in a file sent again, the one line that this person has left: its row was mended."""
        left = self._mendable(wish)
        same_kind = [line for line in left if line.kind == wish.line.kind]
        only = next((lines[0] for lines in (same_kind, left) if len(lines) == 1), None)
        return self._met(wish, only)

    def _mendable(self, wish: Wish) -> list[Line]:
        """Give the unclaimed lines that a file sent again may mend: those of the files it replaces, if known.

        Whoever says that the file corrects means all that its people have in the batch.
        """
        left = self._known.lines.of_person(wish.person.code)
        if self._target.intent == "corrects" or not self._reissue.is_one:
            return left
        return [line for line in left if line.id in self._reissue.replaced]

    def _several_mended(self, wish: Wish) -> bool:
        """Park, in a file sent again, a row that could be any of several lines that its person has left."""
        return _is_possible(wish, self._mendable(wish))

    def _like_item(self, wish: Wish) -> bool:
        """In a file of its own, an item that is there already is that item; one that only resembles it is parked."""
        theirs = self._known.lines.of_person(wish.person.code)
        alike = [line for line in theirs if line.item == wish.line.item or _costs_the_same(line, wish.line)]
        same = [line for line in alike if line.content == wish.line.content and line.is_described]
        if same:
            return self._met(wish, same[0])
        return _is_possible(wish, alike)

    def _another_persons(self, wish: Wish, gone: Mapping[tuple[object, ...], Line]) -> bool:
        """Park a new person's line that is, to the centime, one which the replaced file gave to someone now gone.

        ``gone`` gives that line by its content.
        """
        line = gone.get(wish.line.content) if wish.person.is_new else None
        if line:
            wish.result.park(Doubt(Fault("line.other_person", {"code": line.person}), (line.person,), line.id))
        return line is not None

    def _met(self, wish: Wish, line: Line | None) -> bool:
        claimed = self._known.lines.claim(line)
        if claimed is None:
            return False
        wish.line.id, wish.line.project = claimed.id, claimed.project
        wish.result.subject = str(claimed.id)
        has_new_sector = wish.line.sector not in (None, claimed.sector)
        if claimed.content != wish.line.content or has_new_sector:
            self._plan.changed_lines.append(wish.line)
            wish.result.outcome = "updated"
            if claimed.amount != wish.line.amount:
                told = {"before": money(claimed.amount), "after": money(wish.line.amount)}
                wish.result.faults += (("amount", Fault("line.amount_changed", told)),)
        elif wish.result.outcome == "new":
            wish.result.outcome = "unchanged"
        return True


def _costs_the_same(line: Line, other: Line) -> bool:
    """Tell whether two items are of one kind and one amount: in another language, they may be one item."""
    return (line.kind, line.amount) == (other.kind, other.amount)


def _is_possible(wish: Wish, lines: Sequence[Line]) -> bool:
    """Park a row that could be one of ``lines``; tell whether there are any."""
    if lines:
        fault = Fault("line.possible", {"amount": money(lines[0].amount)})
        wish.result.park(Doubt(fault, (wish.person.code,), lines[0].id))
    return bool(lines)
