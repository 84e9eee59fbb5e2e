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
}
"""What a column means, by its key."""
