"""The sentences of projects, of what they cost and who pays it, of their place in batches, of papers."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "project.unknown": (N_("There is no project {code}."), N_("Known: {near}.")),
    "project.kind_missing": (
        N_("Several people form a household or a cooperative."),
        N_("Say which with --kind household or --kind cooperative."),
    ),
    "project.individual": (
        N_("An individual project is one person’s, and {count} are named."),
        N_("Make it a household or a cooperative with --kind."),
    ),
    "project.not_of_batch": (
        N_("Project {project} is of another programme than batch {batch}."),
        N_("Name a batch of the project’s programme."),
    ),
    "sector.not_known": (N_("“{name}” is no sector."), N_("Known: {known}.")),
    "sector.not_suggested": (
        N_("No sector is usual for this activity."),
        N_("Name one with --sector: {known}."),
    ),
    "member.there": (
        N_("{code} is in project {project} already."),
        N_("“reinsert project show {project}” lists them."),
    ),
    "member.unknown": (N_("{code} is not in project {project}."), N_("Its people: {members}.")),
    "member.last": (
        N_("{code} is the last person of project {project}."),
        N_("Add another person first."),
    ),
    "member.has_line": (
        N_("Lines of project {project} stand in the name of {code}: {batches}."),
        N_(
            "Give those lines to another of its people first: “batch correct”, or “batch remove” and “batch add --for”."
        ),
    ),
    "edit.nothing": (N_("Nothing was said that could change."), N_("Give at least one option; --help lists them.")),
    "usage.term": (N_("“{name}” is not among the words expected."), N_("Choose one of: {known}.")),
    "cost.unknown": (N_("Project {project} has no cost no. {number}."), N_("Its costs: {known}.")),
    "cost.none": (
        N_("No cost of project {project} is recorded."),
        N_("Record them with “reinsert project cost add {project}”."),
    ),
    "cost.none_left": (
        N_("Every cost of project {project} stands in a batch already."),
        N_("“reinsert project show {project}” tells in which."),
    ),
    "cost.in_line": (
        N_("Cost no. {number} stands in line {line} of batch {batch}."),
        N_("Take that line out first, with “batch remove” while the batch is planned, or correct the line."),
    ),
    "cost.incomplete": (N_("A cost needs its kind and its unit price."), N_("Give --kind and --unit-price.")),
    "cost.beyond_share": (
        N_("The lines of {project} come to {amount} DH; without what its people bring it costs {asked} DH."),
        N_("Take out the lines that its people pay for themselves."),
    ),
    "funding.unknown": (N_("{funder} pays nothing of project {project}."), N_("Give the amount that it is to pay.")),
    "quotation.unknown": (N_("Project {project} has no quotation no. {number}."), N_("Its quotations: {known}.")),
    "quotation.reason_missing": (
        N_("Quotation no. {number} is not the cheapest."),
        N_("Say with --reason why it is taken."),
    ),
    "quotation.few": (
        N_("Quotations recorded for project {project}: {count}; three are usual."),
        N_("Record the others with “reinsert project quote add {project}”."),
    ),
    "ceiling.project": (
        N_("Project {project} would come to {amount} DH; programme {programme} gives a project {ceiling} DH at most."),
        N_("Lower the amount, or record what its people bring with “project edit --own-contribution”."),
    ),
    "ceiling.share": (
        N_(
            "{funder} would pay {amount} DH of project {project}: more than {share} of its cost, which is {allowed} DH."
        ),
        N_("Lower that part, or find another funder for the rest."),
    ),
    "ceiling.lines": (
        N_("These projects would be given more than their programme allows: {projects}."),
        N_("Take lines out, or lock with --override --reason TEXT."),
    ),
    "ceiling.uncompared": (
        N_("{funder} is held to {share} of what a project costs, and no cost of {project} is recorded."),
        N_("Record the costs with “reinsert project cost add {project}”."),
    ),
    "ceiling.of_what": (
        N_("It is not clear which ceiling is meant."),
        N_("Give --per-project AMOUNT, or --funder CODE with --share 70%, or one of them with --none."),
    ),
    "share.unreadable_percent": (
        N_("“{printed}” is no share."),
        N_("Write a percentage above 0 and up to 100, to a tenth: 70%."),
    ),
    "envelope.of_funder": (
        N_("{funder} funds the project; which of its envelopes pays for {batch} is not clear: {known}."),
        N_("Name one with --envelope, which then pays all; “reinsert batch share” shares it out."),
    ),
    "envelope.which": (
        N_("Which envelope pays for the lines of {batch} is not clear."),
        N_("Name it with --envelope: {known}."),
    ),
    "document.unknown": (N_("There is no paper no. {number}."), N_("“reinsert document list” shows them.")),
    "document.of_what": (
        N_("A paper is of one project or of one batch."),
        N_("Give --project P-… or --batch CODE, one of them."),
    ),
    "document.same_file": (
        N_("The same file is registered already, under no. {numbers}."),
        N_("Check that it is not the same paper twice; “reinsert document remove” takes one out."),
    ),
    "ice.unreadable": (
        N_("This is no common company identifier (ICE)."),
        N_("Write its 15 digits; spaces do not matter."),
    ),
    "ice.doubtful": (
        N_("The last two digits of this ICE do not go with the others."),
        N_("Compare it with the paper; it was kept as typed."),
    ),
    "usage.report_batch": (
        N_("Only the report “documents” is narrowed to a batch."),
        N_("“reinsert batch show {batch}” shows one batch whole."),
    ),
}
