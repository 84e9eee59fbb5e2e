"""How centres write that a step of somebody's pathway was taken: a date, « oui », « favorable le 12/05/2024 »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from reinsert_cli.domain.dates import PartialDate, date_of_cell, read_date
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Convention
from reinsert_cli.domain.pathways import outcome_of
from reinsert_cli.domain.text import fold
from reinsert_cli.importers.cells import FIRST_YEAR, LAST_YEAR, is_blank, text
from reinsert_cli.importers.sheet import Cell
from reinsert_cli.store import clock

State = Literal["done", "favourable", "unfavourable", "postponed", "abandoned", "open", "no"]
"""How a cell says that a step ended; done without a word on how, still open, or not done."""

ENDED: Final = frozenset({"done", "favourable", "unfavourable", "postponed", "abandoned"})

_STATES: Final[dict[str, State]] = {state: state for state in get_args(State)}
_SAID: Final[dict[State, str]] = {
    "done": "oui · o · yes · y · x · 1 · vrai · true · ok · fait · faite · faits · réalisé · réalisée · effectué · "
            "effectuée · terminé · terminée · achevé · achevée · accompli · accomplie · clôturé · clôturée · done · "
            "completed · finished · نعم · تم · تمت · أنجز · أنجزت · منجز · منجزة · انتهى · انتهت · مكتمل · مكتملة",
    "open": "en cours · prévu · prévue · programmé · programmée · planifié · planifiée · en attente · à faire · "
            "in progress · planned · scheduled · pending · under way · "
            "جارية · جار · في طور الإنجاز · مبرمج · مبرمجة · في الانتظار · قيد الإنجاز · قيد الدراسة",
    "no": "non · n · no · 0 · faux · false · non fait · non faite · pas encore · aucun · aucune · not yet · "
          "لا · كلا · لم يتم · لم تتم · ليس بعد · لم ينجز",
}  # fmt: skip
_OWN_WORDS: Final = {fold(word): state for state, words in _SAID.items() for word in words.split(" · ")}
_MARKS: Final[dict[str, State]] = {
    **dict.fromkeys("✓✔☑✅√", "done"),
    **dict.fromkeys("✗✘❌☐✕", "no"),
}
_BETWEEN: Final = re.compile(r"[\s():،,;]+|\s[-–—]\s|(?<=[^\W\d_])[-–—](?=\d)")
_LONGEST: Final = 100
_YEARS_BACK: Final = 50
"""How far back two digits of a year may mean."""


class StepSaid(NamedTuple):
    """What a cell says of a step: how it ended, and when."""

    state: State
    on: PartialDate | None = None

    def __str__(self) -> str:
        """Give it as fingerprints hold it."""
        return f"{self.state} {self.on.iso if self.on else ''}".strip()

    @classmethod
    def read(cls, said: str) -> StepSaid:
        """Read what ``str`` gave."""
        state, _space, day = said.partition(" ")
        return cls(_STATES[state], PartialDate.from_iso(day) if day else None)


def a_step(cell: Cell, _convention: Convention | None = None) -> StepSaid | Fault | None:
    """Read what a cell says of a step; an empty cell or a dash says nothing. No fault repeats the cell."""
    if isinstance(cell, date):
        is_possible = FIRST_YEAR <= cell.year <= LAST_YEAR
        return StepSaid("done", date_of_cell(cell)) if is_possible else Fault("pathway.unreadable")
    if isinstance(cell, bool):
        return StepSaid("done" if cell else "no")
    said = text(cell)
    if is_blank(said):
        return None
    if len(said) > _LONGEST:
        return Fault("pathway.unreadable")
    state = _state(said)
    if state:
        return StepSaid(state)
    day = _day(said)
    return StepSaid("done", day) if isinstance(day, PartialDate) else _both(said) or Fault("pathway.unreadable")


def _both(said: str) -> StepSaid | None:
    """Read an outcome and a day, whichever stands first."""
    for one, other in _halves(said):
        state, day = _state(one), _day(other)
        if state and isinstance(day, PartialDate):
            return StepSaid(state, day)
    return None


def _halves(said: str) -> Iterator[tuple[str, str]]:
    """Give each way of cutting a text in two, the part that may be the outcome first."""
    words = [word for word in _BETWEEN.split(said) if word]
    for place in range(1, len(words)):
        first, last = " ".join(words[:place]), " ".join(words[place:])
        yield first, last
        yield last, first


def _state(said: str) -> State | None:
    """Give how a step ended, as words say it: those of a cell first, some of which say less than they do elsewhere."""
    own = _OWN_WORDS.get(fold(said)) or _MARKS.get(said.strip("()[] ").replace("\N{VARIATION SELECTOR-16}", ""))
    return own or _STATES.get(outcome_of(said) or "")


def _day(said: str) -> PartialDate | Fault:
    this_year = int(clock.today()[:4])
    return read_date(said, range(this_year - _YEARS_BACK, this_year + _YEARS_BACK // 2))
