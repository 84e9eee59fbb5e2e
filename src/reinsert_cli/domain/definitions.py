"""What the columns of reports mean, for whoever reads a workbook without knowing this program (design §2 and §3)."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

RULES: Final = (
    (N_("Recorded and declared"), N_("Recorded figures come from lists of people; declared ones are what a source "
        "(press, minutes, convention) says of a batch without a list. “Basis” says which; they are never mixed up.")),
    (N_("People"), N_("Distinct people: each counts once, however many lines, batches or regions they have. "
        "That is why people are never added up from the rows.")),
    (N_("Unknown"), N_("An empty cell is unknown or not applicable. Unknown is neither zero nor “no”.")),
    (N_("Amounts"), N_("In Moroccan dirhams, exact to the centime.")),
    (N_("Dates"), N_("A date known to the month or the year is written so; it counts in a period only if it lies "
        "wholly inside it.")),
)  # fmt: skip
"""What holds for every column: a word, and what it means."""

COMPARED: Final = (
    ("_before", N_("… before"), N_("The same figure for the period that this one is compared with.")),
    ("_change", N_("… change"), N_("This figure less the earlier one; empty where either is not known.")),
)
"""What stands beside a figure that is compared: how its key ends, a word for all of them, and what they mean."""

HIDING: Final = N_(
    "Hidden: a count of 1 to 4 people or one that leaves 1 to 4 of those it is of, what these people received, and "
    "other figures by which that could be worked out. Zero is told."
)
"""What the mark of a public edition means."""

MEANINGS: Final = {
    "region": N_("Region of the person's province, else of their centre, else of the batch; not that of the ceremony."),
    "batches": N_("Handovers with something counted here; one that serves two regions counts in both, once in all."),
    "beneficiaries": N_("Distinct people to whom something was, or is to be, handed over."),
    "women": N_("Of these people, those recorded as women; whose sex is not recorded is not among them."),
    "disabled": N_("Of these people, those recorded as having a disability; overlaps with the other groups."),
    "planned": N_("Amount still to be handed over: lines planned or locked, not yet held."),
    "delivered": N_("Amount handed over, less what was returned."),
    "mean_support": N_("Planned and delivered together, divided by the people counted; a mean, never added up."),
    "basis": N_("How the figure is known: recorded, declared, or a mix of both."),
    "allocated": N_("Money put into the envelope: available, committed and delivered together."),
    "committed": N_("Money promised to a locked batch and not yet handed over."),
    "available": N_("Money neither committed nor delivered."),
    "target_beneficiaries": N_("People that the envelope is meant for, as agreed."),
    "share_of_allocated": N_("Committed and delivered, as a share of what was allocated."),
    "share_of_target": N_("People counted, as a share of the target."),
    "used": N_("Committed and delivered, as a share of what was allocated."),
    "overridden": N_("Commitment beyond what was available, allowed by somebody who gave a reason."),
    "unallocated": N_("Agreed, and in no envelope yet."),
    "qualifier": N_("What the source says of its figure: exact, more than, nearly, less than."),
    "tranche": N_("Number of the handover within its programme."),
    "status": N_("Planned, locked (funds committed), held (delivered), reconciled, closed, or cancelled."),
    "held_on": N_("Day of the handover."),
    "fiscal_year": N_("Budget year of the money, which may differ from the year of the handover."),
    "happened_on": N_("Day on which it happened."),
    "booked_on": N_("Day on which it counts in the books: a closed month takes nothing more."),
    "mends": N_("Entry that this one corrects; nothing in the journal is ever changed or removed."),
    "survival.months": N_("Months after the handover at which the projects are looked at."),
    "survival.funded": N_("Projects of which something was handed over."),
    "survival.due": N_(
        "Of these, projects handed over so long ago; only they can be alive, closed or unknown by then."
    ),
    "survival.known": N_("Projects known to be alive or closed by then: alive and closed together."),
    "survival.alive": N_("Projects that a visit then or later found open, or that closed later."),
    "survival.closed": N_("Projects closed by then."),
    "survival.unknown": N_("Projects that nobody visited late enough to know; unknown is not closed."),
    "survival.share": N_("Alive, as a share of those known."),
    "survival.share_low": N_("The share alive, if all the unknown were closed."),
    "survival.share_high": N_("The share alive, if all the unknown were alive."),
    "survival.km": N_("Share that survives, estimated from all the projects, each for as long as it is known."),
    "survival.alive_now": N_("Projects that the last visit found open, whenever that was."),
    "survival.cost_per_alive": N_("All that was handed over, divided by the projects that the last visit found open."),
    "followups.projects": N_("Projects visited for this milestone; one visited twice counts as last seen."),
    "followups.struggling": N_("Projects found open, and in difficulty."),
    "followups.incomes": N_("Visits that recorded an income."),
    "followups.income_median": N_("Income a month in the middle of those recorded: as many have more as have less."),
    "followups.jobs_known": N_("Visits that recorded how many people work."),
    "followups.jobs": N_("People who work in these projects; where nobody recorded it, nobody is counted."),
    "prison.people": N_("Distinct people of the projects of which something was handed over."),
    "prison.asked": N_("People of whom it is known, by this definition, whether they went back."),
    "prison.back": N_("People who went back, at least once, by this definition."),
    "prison.definition": N_("What is called being back in prison; figures of two definitions are never added."),
    "partner.share_of_delivered": N_("What was delivered, as a share of what all the partners paid for."),
    "partner.conventions": N_("Agreements that the partner signed; one that several signed counts once in the total."),
    "partner.envelopes": N_("Envelopes that the partner funds."),
    "funder": N_("Partner whose money it is."),
    "batch.amount": N_("Planned and delivered together; of a batch without lines, what its source declares."),
    "convention.amount": N_("What the agreement promises; empty where no source gives it."),
    "journal.amount": N_("What the movement adds to the account, or takes away from it, below zero."),
    "budget.threshold": N_("Percent committed and delivered from which the envelope asks for attention."),
    "regions": N_("Regions served; empty for the whole country."),
    "batch.province": N_("Prefecture or province where the handover takes place."),
    "batch.province_name": N_("Prefecture or province where the handover takes place."),
    "region_name": N_(
        "Region of the person's province, else of their centre, else of the batch; not that of the ceremony."
    ),
    "centre": N_("Centre that follows the person."),
    "centre_name": N_("Centre that follows the person."),
    "sector": N_("Sector of the project."),
    "sector_name": N_("Sector of the project."),
    "province": N_("Prefecture or province of the person, else of their centre, else of the batch."),
    "province_name": N_("Prefecture or province of the person, else of their centre, else of the batch."),
    "month": N_("Month in which it counts in the books; a handover known to its year stands after that year's months."),
    "batch.planned_on": N_("Day for which the handover was planned."),
    "beneficiary": N_("The person's code; names are shown for a stated reason only, which the audit keeps."),
    "people.state": N_("What the last visit found: alive, in difficulty, closed; before any visit, funded or an idea."),
    "documents.state": N_("Whether the paper is there, missing, or refused."),
    "documents.required": N_("Whether the programme asks for this paper."),
    "documents.dated_on": N_("Date that the paper bears."),
    "statements.subject": N_("The batch, the fiscal year or the convention of which the source speaks."),
    "documents.subject": N_("The project or the batch whose paper it is."),
    "statements.measure": N_("What the source counts: money, people, women …"),
    "printed": N_("The source's own words."),
    "statements.counted_value": N_("The figure that reports count."),
    "statements.counted_basis": N_("Whether that figure comes from lists of people or from a source."),
    "statements.gap": N_(
        "By how much the source and that figure disagree, at least: “more than 100” may be any figure above."
    ),
    "journal.kind": N_("What the movement does: allocate, transfer, commit, release, deliver, return, correct."),
    "documents.kind": N_("What paper it is."),
    "journal.entry": N_("Number of the entry; its movements add up to zero."),
    "journal.account": N_("Where the money is: with the funder, available, committed, delivered."),
    "author": N_("Who wrote it."),
    "written_at": N_("When it was written, in universal time."),
    "prison.unknown": N_("People of whom it is not known; unknown is not “no”."),
    "prison.share": N_("People back, as a share of those of whom it is known."),
    "followups.months": N_("The milestone of the visits, in months after the handover; none for other visits."),
    "followups.alive": N_("Projects that the visit found open and well."),
    "followups.closed": N_("Projects that the visit found closed."),
}
"""What a column means, by its key; where a report means something else by it, by the report and the key."""

PLAIN: Final = frozenset({
    "batch", "batch_codes", "code", "convention", "document", "ends_on", "envelope", "group", "group_name", "line",
    "partner", "partner_name", "partners", "programme", "programme_name", "project", "reason", "reference", "source",
    "starts_on", "statement", "subject_kind", "supplier", "venue",
})  # fmt: skip
"""Columns whose heading says it all: names, codes, numbers and texts as they were given."""


def meaning(report: str, key: str) -> str | None:
    """Give what the column ``key`` of a report means, in English; None where its heading says it all."""
    return MEANINGS.get(f"{report}.{key}") or MEANINGS.get(key)
