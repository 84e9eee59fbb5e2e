"""How the kinds go in whose rows name people: where to, how a waiting row goes on, what becomes of each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from reinsert_cli.domain.progress import Step
from reinsert_cli.importers import plan_beneficiaries, plan_distributions, plan_followups, plan_projects
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.options import Options
from reinsert_cli.importers.plan import Decision, File, Planned, Target
from reinsert_cli.importers.said import Said
from reinsert_cli.ledger import codes
from reinsert_cli.store.import_tables import ImportRun
from reinsert_cli.store.tables import Centre
from reinsert_cli.store.work import Work

Where = TypeVar("Where", bound=Target)


@dataclass(frozen=True, slots=True)
class Way(Generic[Where]):
    """``target`` finds where the rows of a file go, ``target_again`` where one goes that waited for a decision."""

    target: Callable[[Work, Options], Where]
    target_again: Callable[[Work, ImportRun, Said, Mapping[str, Decision]], Where]
    plan: Callable[[Work, KnownPeople, Sequence[Parsed], Where, File, Step], Planned]


def of_a_list(work: Work, options: Options) -> Target:
    """Find whose list it is. Raises Refusal ``centre.unknown``."""
    if options.centre:
        codes.require(work.session, Centre, options.centre)
    return Target(centre=options.centre, intent=options.intent)


def of_a_list_again(_work: Work, _run: ImportRun, said: Said, decisions: Mapping[str, Decision]) -> Target:
    """Give the same for a row that waited for a decision."""
    return Target(centre=said.centre, decisions=decisions)


WAYS: Final[dict[str, Way[Any]]] = {
    "beneficiaries": Way(of_a_list, of_a_list_again, plan_beneficiaries.plan),
    "distributions": Way(plan_distributions.target, plan_distributions.target_again, plan_distributions.plan),
    "followups": Way(of_a_list, of_a_list_again, plan_followups.plan),
    "projects": Way(of_a_list, of_a_list_again, plan_projects.plan),
}
