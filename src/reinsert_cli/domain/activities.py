"""Activities and the sector that each usually is of: a suggestion for whoever registers a project, never a rule."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from reinsert_cli.domain.text import fold

ARTICLE = "ال"


def usual_sector(activity: str) -> str | None:
    """Give the code of the sector that an activity usually is of: ``Atelier de couture`` is ``artisanat``.

    The longest of the listed words that stand in it decides; nothing where none does, or two as long disagree.
    """
    words = _words(activity)
    found = {term: sector for term, sector in _listed().items() if _holds(words, term)}
    longest = max((len(term) for term in found), default=0)
    sectors = {sector for term, sector in found.items() if len(term) == longest}
    return sectors.pop() if len(sectors) == 1 else None


def _holds(words: tuple[str, ...], term: tuple[str, ...]) -> bool:
    return any(words[start : start + len(term)] == term for start in range(len(words) - len(term) + 1))


@cache
def _listed() -> dict[tuple[str, ...], str]:
    """Give the sector of each listed activity, by its folded words."""
    text = files("reinsert_cli.domain").joinpath("data", "activities.csv").read_text(encoding="utf-8")
    rows = (line.split(",", 1) for line in text.splitlines()[1:])
    return {_words(activity): sector for sector, activities in rows for activity in activities.split("|")}


def _words(activity: str) -> tuple[str, ...]:
    """Give folded words without the Arabic article or a French plural: ``الحلاقة`` and ``حلاقة`` are one."""
    return tuple(_singular(word.removeprefix(ARTICLE) or word) for word in fold(activity).split())


def _singular(word: str) -> str:
    return word.removesuffix("s") if word.isascii() and len(word) > 3 else word  # noqa: PLR2004  (not of "bus")
