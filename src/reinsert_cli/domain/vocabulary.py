"""The field's terms: codes that never change and the labels readers see (design §2)."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_, _

IMPORT_KINDS: Final = ("budgets", "distributions", "statements")
MEASURES: Final = ("amount", "beneficiaries", "women", "disabled", "special")
RECEIPTS: Final = ("present", "missing", "refused")
"""What a signed receipt can be, once somebody has looked."""

TERMS: Final = {
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
    "centre": N_("centre"),
    "fiscal_year": N_("fiscal year"),
    "batch": N_("batch"),
    "envelope": N_("envelope"),
    "convention": N_("convention"),
    "restated": N_("restated"),
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
    "same": N_("same"),
    "alike": N_("alike"),
    "differs": N_("differs"),
}


def label(term: str) -> str:
    """Give the reader's word for ``term``; a code without one stays as it is."""
    return _(TERMS[term]) if term in TERMS else term
