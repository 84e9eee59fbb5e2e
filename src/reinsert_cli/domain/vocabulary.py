"""The field's terms: codes that never change and the labels readers see (design §2)."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from typing import Final

from reinsert_cli.domain import language
from reinsert_cli.domain.language import N_, _

IMPORT_KINDS: Final = ("beneficiaries", "budgets", "distributions", "followups", "projects", "statements")
MEASURES: Final = ("amount", "beneficiaries", "women", "disabled", "special")
RECEIPTS: Final = ("present", "missing", "refused")
"""What a signed receipt can be, once somebody has looked."""

STEPS: Final = (
    "diagnosis", "behaviour", "social", "administrative", "judicial", "health",
    "training", "life_project", "feasibility", "committee",
)  # fmt: skip
"""The steps of a person's pathway, in their usual order (design §1)."""
OUTCOMES: Final = ("favourable", "unfavourable", "postponed", "abandoned")
"""How a step ended; only ``favourable`` puts it behind somebody."""
PROJECT_KINDS: Final = ("individual", "household", "cooperative")
PROJECT_STATES: Final = ("idea", "funded", "alive", "struggling", "closed")
"""Funded by a handover; then what the last visit found."""
VISIT_STATES: Final = ("alive", "struggling", "closed")
MILESTONES: Final = (3, 6, 12, 24)
"""Months after the handover at which a project is visited."""
CLOSINGS: Final = ("market", "money", "health", "moved", "employed", "equipment", "family", "prison", "other")
"""Why a project was closed."""
RETURNS: Final = ("arrest", "conviction", "prison")
"""What "back in prison" may mean: arrested again, convicted again, detained again. Figures of two are never added."""
RETENTIONS: Final = ("funded", "unfunded")
"""Whose identities are kept for a period: of those to whom something was handed over, or nothing."""
SUPPORTS: Final = ("equipment", "cash", "working_capital")
DOCUMENTS: Final = ("quotation", "order", "delivery_note", "invoice", "minutes", "receipt", "undertaking")
BEFORE_HANDOVER: Final = frozenset({"quotation", "order", "undertaking"})
"""The documents that exist before a handover; the others come of it."""

TERMS: Final = {
    "step.diagnosis": N_("joint diagnosis"),
    "step.behaviour": N_("behavioural support"),
    "step.social": N_("social support"),
    "step.administrative": N_("administrative support"),
    "step.judicial": N_("judicial support"),
    "step.health": N_("health support"),
    "step.training": N_("training"),
    "step.life_project": N_("life project"),
    "step.feasibility": N_("feasibility study"),
    "step.committee": N_("committee decision"),
    "outcome.favourable": N_("favourable"),
    "outcome.unfavourable": N_("unfavourable"),
    "outcome.postponed": N_("postponed"),
    "outcome.abandoned": N_("abandoned"),
    "project.individual": N_("individual"),
    "project.household": N_("household"),
    "project.cooperative": N_("cooperative"),
    "project.idea": N_("idea"),
    "project.funded": N_("funded"),
    "project.alive": N_("alive"),
    "project.struggling": N_("struggling"),
    "project.closed": N_("closed down"),
    "closing.market": N_("no market"),
    "closing.money": N_("working capital used up"),
    "closing.health": N_("illness"),
    "closing.moved": N_("moved away"),
    "closing.employed": N_("found a job"),
    "closing.equipment": N_("equipment lost, broken or sold"),
    "closing.family": N_("family reasons"),
    "closing.prison": N_("back in prison"),
    "closing.other": N_("other reason"),
    "return.arrest": N_("arrested again"),
    "return.conviction": N_("convicted again"),
    "return.prison": N_("detained again"),
    "document.quotation": N_("quotation"),
    "document.order": N_("purchase order"),
    "document.delivery_note": N_("delivery note"),
    "document.invoice": N_("invoice"),
    "document.minutes": N_("minutes of handover"),
    "document.receipt": N_("receipt"),
    "document.undertaking": N_("undertaking"),
    "kind.beneficiaries": N_("list of people"),
    "kind.budgets": N_("envelopes and conventions"),
    "kind.distributions": N_("distribution list"),
    "kind.followups": N_("visits and steps"),
    "kind.projects": N_("list of projects"),
    "kind.statements": N_("what sources declare"),
    "equipment": N_("equipment"),
    "cash": N_("cash"),
    "working_capital": N_("working capital"),
    "planned": N_("planned"),
    "locked": N_("locked"),
    "held": N_("held"),
    "reconciled": N_("reconciled"),
    "closed": N_("closed"),
    "cancelled": N_("cancelled"),
    "expected": N_("expected"),
    "delivered": N_("delivered"),
    "absent": N_("absent"),
    "returned": N_("returned"),
    "present": N_("present"),
    "missing": N_("missing"),
    "refused": N_("refused"),
    "self": N_("the person"),
    "proxy": N_("a proxy"),
    "allocate": N_("allocate"),
    "transfer": N_("transfer"),
    "commit": N_("commit"),
    "release": N_("release"),
    "deliver": N_("deliver"),
    "return": N_("return"),
    "correct": N_("correct"),
    "funder": N_("funder"),
    "available": N_("available"),
    "committed": N_("committed"),
    "allocated": N_("allocated"),
    "recorded": N_("recorded"),
    "declared": N_("declared"),
    "mixed": N_("mixed"),
    "amount": N_("amount"),
    "beneficiaries": N_("beneficiaries"),
    "women": N_("women"),
    "disabled": N_("people with a disability"),
    "special": N_("special category"),
    "exact": N_("exact"),
    "over": N_("over"),
    "nearly": N_("nearly"),
    "under": N_("under"),
    "yes": N_("yes"),
    "no": N_("no"),
    "from": N_("from"),
    "to": N_("to"),
    "region": N_("region"),
    "programme": N_("programme"),
    "sector": N_("sector"),
    "sex": N_("sex"),
    "sex.F": N_("woman"),
    "sex.M": N_("man"),
    "centre": N_("centre"),
    "fiscal_year": N_("fiscal year"),
    "batch": N_("batch"),
    "project": N_("project"),
    "envelope": N_("envelope"),
    "convention": N_("convention"),
    "restated": N_("restated"),
    "public": N_("public edition"),
    "by": N_("grouped by"),
    "compare": N_("compared with"),
    "compare.year": N_("the year before"),
    "compare.month": N_("the month before"),
    "province": N_("province"),
    "month": N_("month"),
    "same_birth_date": N_("birth date"),
    "same_phone": N_("telephone"),
    "same_centre": N_("centre"),
    "same_province": N_("province"),
    "new": N_("new"),
    "updated": N_("updated"),
    "unchanged": N_("unchanged"),
    "parked": N_("parked"),
    "invalid": N_("invalid"),
    "undone": N_("undone"),
    "waiting": N_("waiting"),
    "accepted": N_("accepted"),
    "rejected": N_("rejected"),
    "merged": N_("merged"),
    "same_name": N_("the same name"),
    "alike_name": N_("a name that is close"),
    "conflict": N_("numbers that point two ways"),
    "contradiction": N_("two rows that contradict each other"),
    "possible_line": N_("such an item is there already"),
    "other_persons_line": N_("the line of somebody gone from the file"),
    "moved_line": N_("a line given to somebody else by hand"),
    "several_people": N_("several people it may be"),
    "several_projects": N_("several projects of the person"),
    "possible_visit": N_("a visit of about that day is there already"),
    "same": N_("same"),
    "alike": N_("alike"),
    "differs": N_("differs"),
    "retention.funded": N_("people to whom something was handed over"),
    "retention.unfunded": N_("people to whom nothing was"),
    "erase.promised": N_("a handover"),
    "erase.waiting": N_("a decision on a row"),
}


def label(term: str) -> str:
    """Give the reader's word for ``term``; a code without one stays as it is."""
    return _(TERMS[term]) if term in TERMS else term


def labels_of(term: str) -> Iterator[str]:
    """Give the label of a term in every language that there is a catalogue of."""
    yield TERMS[term]
    for one in language.LANGUAGES:
        catalogue = gettext.translation(language.DOMAIN, language.LOCALE_DIR, [one], fallback=True)
        yield catalogue.gettext(TERMS[term])
