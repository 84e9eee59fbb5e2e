"""Every fault as two sentences: what is wrong, what to do. The only place where faults become words.

Groups follow the codes: ``amount.*`` and ``date.*`` come from the domain, ``file.*``, ``sheet.*`` and
``row.*`` from the importers, ``batch.*``, ``envelope.*`` … from the ledger's rules, ``ledger.*`` from the
store, ``usage.*`` from the command line.
"""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import N_, _
from reinsert_cli.domain.text import clean

LONGEST_PARAM: Final = 400

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # amounts
    "amount.empty": (
        N_("The amount is missing."),
        N_("Write the amount in dirhams, for example 12500,00."),
    ),
    "amount.ambiguous": (
        N_("“{printed}” can be read as {first} DH or as {second} DH."),
        N_("Write it with two decimals, for example {example}."),
    ),
    "amount.unreadable": (
        N_("“{printed}” is not an amount."),
        N_("Write digits only, for example 12500,00."),
    ),
    "amount.irregular": (
        N_("The figures of “{printed}” are not grouped by thousands."),
        N_("Write the amount again without separators, for example 12500,00."),
    ),
    "amount.precision": (
        N_("“{printed}” is finer than a centime."),
        N_("Write the amount with two decimals at most."),
    ),
    "amount.currency": (
        N_("“{printed}” is not in dirhams."),
        N_("Write the amount in dirhams; the ledger keeps no other currency."),
    ),
    "amount.negative": (
        N_("“{printed}” is below zero."),
        N_("Write a positive amount; record a return or a correction with its own command."),
    ),
    "amount.too_large": (
        N_("“{printed}” is larger than any amount the ledger keeps."),
        N_("Check the amount and its unit: dirhams, thousands or millions."),
    ),
    # headcounts
    "count.unreadable": (
        N_("“{printed}” is not a number of people."),
        N_("Write one whole number in digits, for example 25."),
    ),
    # dates
    "date.empty": (
        N_("The date is missing."),
        N_("Write it day first, for example 28/09/2017; a month or a year alone is accepted."),
    ),
    "date.unreadable": (
        N_("“{printed}” is not a date."),
        N_("Write it day first, for example 28/09/2017."),
    ),
    "date.impossible": (
        N_("“{printed}” is a date that no calendar has."),
        N_("Check the day and the month."),
    ),
    "date.day_first": (
        N_("“{printed}” has its month before its day."),
        N_("Write the day first, or the year first: {suggestion}."),
    ),
    "date.two_digit_year": (
        N_("“{printed}” can be read as {first} or as {second}."),
        N_("Write the year with four digits."),
    ),
    "date.year_missing": (
        N_("“{printed}” has no year."),
        N_("Write the year too, for example 28/09/2017."),
    ),
    "date.year_range": (
        N_("The year of “{printed}” is before 1900 or after 2100."),
        N_("Check the year."),
    ),
    "date.weekday": (
        N_("“{printed}” does not agree with the calendar: {weekday} is printed, the date falls on {actual}."),
        N_("Correct the day of the week or the date."),
    ),
    # territories
    "territory.unknown": (
        N_("“{printed}” is not a region, prefecture or province of the list."),
        N_("Write its official name or its ISO code, for example {example}."),
    ),
    # cells of a spreadsheet
    "amount.not_a_number": (N_("This cell holds no amount."), N_("Write an amount in dirhams, for example 12500,00.")),
    "amount.qualified": (
        N_("A line needs its exact amount, not “more than” or “nearly”."),
        N_("Write the amount to the centime, or record the figure as a statement."),
    ),
    "amount.zero": (N_("The amount is zero."), N_("Write the amount, or leave it out where nothing was given.")),
    "cell.error": (
        N_("The spreadsheet shows an error here: {shown}."),
        N_("Correct the formula or write the value itself."),
    ),
    "cell.required": (N_("“{heading}” is empty."), N_("Fill this cell.")),
    "cin.unreadable": (
        N_("The national card number in this cell is not one or two letters followed by digits."),
        N_("Copy it again from the card."),
    ),
    "birth_date.unreadable": (
        N_("The birth date in this cell is not understood, or no calendar has it."),
        N_("Write it day first with four digits for the year; a year alone is accepted."),
    ),
    "cell.formula": (
        N_("The formula in this cell has no stored value."),
        N_("Open the file in a spreadsheet program, save it, and import it again."),
    ),
    "sex.unreadable": (N_("The sex in this cell is not understood."), N_("Write F or H (M), or leave it empty.")),
    "flag.unreadable": (N_("This cell is neither yes nor no."), N_("Write yes or no, or leave it empty: unknown.")),
    "kind.unreadable": (
        N_("The kind of support in this cell is not understood."),
        N_("Write equipment, cash or working capital."),
    ),
    "measure.unreadable": (
        N_("The measure in this cell is not understood."),
        N_("Write amount, beneficiaries, women, disabled or special category."),
    ),
    "sector.unknown": (
        N_("The sector in this cell is not one of the list."),
        N_("Choose commerce, industry, services, crafts, catering, agriculture or building."),
    ),
    "centre.unread": (
        N_("The centre in this cell is not one of the list."),
        N_("Write its city; “reinsert centre list” shows them."),
    ),
    "territory.unread": (
        N_("The territory in this cell is not one of the list."),
        N_("Write its official name or its ISO code; the nearest is {near}."),
    ),
    "year.unreadable": (N_("This cell holds no fiscal year."), N_("Write four digits, for example 2019.")),
    "count.not_a_number": (N_("This cell holds no whole number."), N_("Write digits, for example 25.")),
    # rows
    "person.missing": (
        N_("The row names nobody."),
        N_("Give a card number, a file number or a name; remove the row if it is a total."),
    ),
    "person.possible": (
        N_("The same name is already known under {codes}; it may be the same person."),
        N_("Give the card number or birth date that the ledger has; or --corrects if they are in this batch already."),
    ),
    "person.paid_twice": (
        N_("Another batch of the year gives the same support for the same project to: {codes}."),
        N_("Check before the handover; “reinsert check” keeps listing them."),
    ),
    "person.contradiction": (
        N_("The row contradicts another row of this file about the same person ({codes})."),
        N_("Make the two rows agree, or correct the card or file number that joins them."),
    ),
    "person.conflict": (
        N_("The row agrees with {codes} by one identifier and contradicts it by another."),
        N_("Check the card number, the file number and the birth date."),
    ),
    "envelope.missing": (N_("Nothing says which envelope pays this row."), N_("Add --envelope CODE, or the column.")),
    "envelope.unread": (N_("The envelope in this cell is unknown."), N_("The nearest known are: {near}.")),
    "envelope.not_of_batch": (
        N_("Envelope {envelope} belongs to another programme than batch {batch}."),
        N_("Name an envelope of the batch’s programme."),
    ),
    "budget.twice": (N_("This envelope stands in two rows of the file."), N_("Keep one row for each envelope.")),
    "statement.chosen_twice": (
        N_("Two rows of the file are retained for one subject and measure."),
        N_("Retain one of them."),
    ),
    "batch.other": (N_("This row belongs to another batch than {batch}."), N_("Import it into its own batch.")),
    "budget.nothing_named": (
        N_("The row names neither an envelope nor a convention."),
        N_("Give it a code, or remove the row if it is a total."),
    ),
    "budget.incomplete": (N_("An envelope needs this cell."), N_("Fill in fiscal year, funder and amount.")),
    "statement.one_subject": (
        N_("A statement speaks of one batch, or one envelope, one convention or one programme."),
        N_("Name exactly one of them; a fiscal year goes with a programme only."),
    ),
    # sheets
    "header.not_found": (
        N_("No row of headings is understood."),
        N_("Columns needed: {needed}. “reinsert template” makes a sheet that is understood."),
    ),
    "header.ambiguous": (N_("The headings fit several kinds: {kinds}."), N_("Say which with --as.")),
    "header.several": (N_("Several sheets hold a table: {sheets}."), N_("Keep one in the file, or hide the others.")),
    "header.twice": (
        N_("Two columns mean “{heading}”; the other is {cell}."),
        N_("Rename or remove one of them."),
    ),
    "header.unknown": (N_("This column is not understood and was left out."), N_("Nothing to do if it is not needed.")),
    "header.unknown_near": (
        N_("This column is not understood and was left out."),
        N_("If it is “{near}”, give it that heading."),
    ),
    "total.differs": (
        N_("The total says {printed} DH and the rows above it add up to {sum} DH."),
        N_("Look for a row that is missing, hidden or typed wrong."),
    ),
    "total.agrees": (
        N_("A total row, which agrees with the rows above it."),
        N_("Nothing to do."),
    ),
    "row.twice": (
        N_("This row stands twice in the file, word for word; both were taken."),
        N_("If it is one item, remove the second and import the file again."),
    ),
    "cell.too_long": (N_("This cell holds a text of unreasonable length."), N_("Shorten it.")),
    "line.possible": (
        N_("This person already has such an item in this batch, of {amount} DH: mended, or one more?"),
        N_("Import again with --corrects if it is the same, with --adds if it is one more."),
    ),
    "line.other_person": (
        N_("This is, to the centime, the line of {code}, who is no longer in the file."),
        N_("If it is the same person, put back the card or file number that joins them; else import with --adds."),
    ),
    "line.amount_changed": (
        N_("The amount went from {before} DH to {after} DH."),
        N_("Nothing to do if that is meant."),
    ),
    "lines.not_in_file": (
        N_("Lines that came from an earlier version of this file and are no longer in it: {count}."),
        N_("They stay in the batch; put them back in the file, or set their people down as absent."),
    ),
    "sheet.no_rows": (N_("There is no row under the headings."), N_("Fill the sheet and import it again.")),
    # files
    "file.missing": (N_("There is no file {file}."), N_("Check its name and its folder.")),
    "file.unopenable": (N_("The file {file} cannot be opened."), N_("Check that it is a file that you may read.")),
    "file.empty": (N_("The file {file} is empty."), N_("Ask the centre to send it again.")),
    "file.too_large": (
        N_("The file {file} is too large to be read safely."),
        N_("Split it, or save it again without pictures and empty rows."),
    ),
    "file.old_or_encrypted": (
        N_("The file {file} is an old .xls workbook or is protected by a password."),
        N_("Save it as .xlsx without a password."),
    ),
    "file.not_a_workbook": (
        N_("The file {file} is neither a workbook nor delimited text."),
        N_("Save it as .xlsx or .csv, and send it again if it was damaged on the way."),
    ),
    "import.batch_missing": (
        N_("Nothing says which batch these distributions belong to."),
        N_("Add --batch CODE (and --envelope CODE)."),
    ),
    # the ledger's rules
    "code.invalid": (
        N_("“{code}” cannot be a code."),
        N_("Use letters without accents, digits, dot, hyphen and underscore, 64 at most."),
    ),
    "code.taken": (N_("The code {code} is already in use."), N_("Choose another.")),
    "batch.unknown": (N_("There is no batch {code}."), N_("Known: {near}.")),
    "centre.unknown": (N_("There is no centre {code}."), N_("Known: {near}.")),
    "convention.unknown": (N_("There is no convention {code}."), N_("Known: {near}.")),
    "envelope.unknown": (N_("There is no envelope {code}."), N_("Known: {near}.")),
    "partner.unknown": (N_("There is no partner {code}."), N_("Known: {near}.")),
    "programme.unknown": (N_("There is no programme {code}."), N_("Known: {near}.")),
    "province.unknown": (N_("There is no prefecture or province {code}."), N_("Known: {near}.")),
    "region.unknown": (N_("There is no region {code}."), N_("Known: {near}.")),
    "statement.unknown": (N_("There is no statement no. {code}."), N_("“reinsert statement list” shows them.")),
    "batch.wrong_state": (
        N_("Batch {batch} is {state}: “{move}” is not open to it."),
        N_("Moves open now: {open}."),
    ),
    "batch.frozen": (
        N_("Batch {batch} is {state}: its list can no longer change."),
        N_("Plan another batch for what is missing."),
    ),
    "batch.not_in_list": (
        N_("Not expected in batch {batch}: {code}."),
        N_("“reinsert batch show {batch}” lists the people expected."),
    ),
    "batch.nothing_known": (
        N_("Batch {batch} has neither lines nor statements: there is nothing to reconcile."),
        N_("Record what was handed over, or what a source declares of it."),
    ),
    "batch.disagreements": (
        N_("Statements of {batch} that disagree while nobody has chosen: {count}."),
        N_("Choose with “reinsert statement choose NUMBER --reason TEXT”, then reconcile again."),
    ),
    "envelope.overcommitted": (
        N_("These envelopes lack what the batch asks for: {shortfalls}."),
        N_("Add money to them, plan less, or commit with --override --reason TEXT."),
    ),
    "convention.backwards": (N_("Convention {code} ends before it begins."), N_("Check its two dates.")),
    "name.missing": (N_("A name is missing."), N_("Add --name TEXT.")),
    "convention.differs": (
        N_("Convention {code} serves another programme."),
        N_("Give the new convention another code."),
    ),
    "envelope.differs": (
        N_("Envelope {code} has another programme, fiscal year or funder."),
        N_("Give the new envelope another code."),
    ),
    "envelope.below_committed": (
        N_("Envelope {code} has promised or handed over more than this amount."),
        N_("Check the amount, or cancel batches first."),
    ),
    "identified.reason_missing": (N_("--identified needs a reason."), N_("Add --reason TEXT.")),
    "envelope.short": (
        N_("Envelope {code} lacks {missing} DH for this transfer."),
        N_("Transfer less, or release what it has promised first."),
    ),
    "transfer.same": (N_("A transfer needs two envelopes."), N_("Name another envelope.")),
    "reason.missing": (N_("A reason is needed."), N_("Add --reason TEXT.")),
    "beneficiary.unknown": (N_("There is no beneficiary {code}."), N_("Known: {near}.")),
    "batch.receipts_unmarked": (
        N_("Receipts of {batch} that nobody has marked: {count}."),
        N_("Mark them, for example with “reinsert batch receipts {batch} --others present”."),
    ),
    "envelope.near_its_end": (
        N_("Envelope {code}: {used} used; attention was asked for from {threshold} on."),
        N_("See what remains with “reinsert budget list”."),
    ),
    "share.unreadable": (N_("“{part}” is no part of a payment."), N_("Write each envelope once: fund=60 indh=40.")),
    "proxy.unreadable": (
        N_("--proxy is not understood."),
        N_("Write --proxy B-CODE=WHO, once a person: another beneficiary’s code, or a name."),
    ),
    "proxy.absent": (
        N_("{code} is both absent and represented."),
        N_("Keep --absent, or --proxy if someone received for them."),
    ),
    "proxy.self": (N_("{code} cannot be their own proxy."), N_("Leave --proxy out: they received themselves.")),
    "proxy.delivers": (
        N_("Whoever hands over cannot receive for {code}."),
        N_("Name another proxy, or another person who handed over."),
    ),
    "roll.same": (N_("A batch cannot take over its own lines."), N_("Name another planned batch.")),
    "roll.other_programme": (
        N_("{batch} and {target} are of different programmes."),
        N_("Name a planned batch of the same programme."),
    ),
    "roll.nobody": (
        N_("Nobody of {batch} is left to be carried over."),
        N_("“reinsert batch show {batch}” tells who was absent and where they were carried over."),
    ),
    "line.unknown": (
        N_("There is no line {line} in {batch}."),
        N_("“reinsert batch show {batch}” lists its lines and their numbers."),
    ),
    "line.several": (N_("{line} has several lines in {batch}: {lines}."), N_("Name one by its number.")),
    "line.settled": (
        N_("Line {line} of {batch} is {state}: that cannot be corrected."),
        N_("An absent person who did come is corrected with --came; goods that came back stay so."),
    ),
    "line.rolled": (
        N_("Line {line} of {batch} was carried over to {later}."),
        N_("Correct it there, or cancel that batch first."),
    ),
    "line.not_delivered": (
        N_("Line {line} of {batch} is {state}: nothing of it can come back."),
        N_("Only what was handed over can be returned or replaced."),
    ),
    "correction.nothing": (N_("Line {line} of {batch} is so already."), N_("Say what is to change.")),
    "correction.same_day": (N_("Batch {batch} has that day already."), N_("Give the right day.")),
    "correction.of_what": (
        N_("A correction needs a line and what is right of it, or --on alone for the whole batch."),
        N_("For example: batch correct CODE LINE --amount 12500,00 --reason TEXT."),
    ),
    "return.before_handover": (
        N_("Nothing can come back on {day}, before it was handed over on {held}."),
        N_("Check the day."),
    ),
    "period.not_over": (N_("{month} is not over."), N_("Close it once its last day has passed.")),
    "period.closed": (N_("{month} is closed already."), N_("“reinsert period list” shows the closed months.")),
    "history.too_early": (
        N_("The ledger keeps its history since {since} only."),
        N_("Ask for that day or a later one."),
    ),
    "assertion.unknown": (N_("There is no assertion no. {code}."), N_("“reinsert assert list” shows them.")),
    "claim.unreadable": (
        N_("The assertion is not understood."),
        N_("Write for example: convention X has 1 000 000,00 on 2025-03-31 (or available, delivered, 25 people)."),
    ),
    "claim.not_exact": (N_("An assertion needs an exact figure."), N_("Leave out “more than” or “nearly”.")),
    "override.reason_missing": (N_("--override needs a reason."), N_("Add --reason TEXT.")),
    "statement.source_missing": (N_("A statement needs its source."), N_("Add --source TEXT.")),
    "statement.reason_missing": (N_("A choice needs a reason."), N_("Add --reason TEXT.")),
    # the ledger's file
    "ledger.missing": (
        N_("There is no ledger at {path}."),
        N_("Make one with “reinsert init”, or name it with --ledger."),
    ),
    "ledger.exists": (N_("Something stands already at {path}."), N_("Choose another place, or use the ledger there.")),
    "ledger.not_a_ledger": (N_("{path} is not a ledger of reinsert."), N_("Name the right file with --ledger.")),
    "ledger.newer": (
        N_("{path} was made by a newer version (schema {schema}; this one knows {known})."),
        N_("Install the newer version."),
    ),
    "ledger.older": (
        N_("{path} was made by an earlier version (schema {schema})."),
        N_("Run “reinsert migrate” once."),
    ),
    "ledger.locked": (
        N_("Another command has been writing to {path} for more than {seconds} seconds."),
        N_("Wait for it to end, then try again."),
    ),
    "ledger.corrupt": (N_("{path} is damaged."), N_("Restore the last backup.")),
    "ledger.read_only": (N_("{path} cannot be written."), N_("Check the rights on the file and its folder.")),
    "ledger.unopenable": (N_("{path} cannot be opened."), N_("Check that the folder exists and is yours.")),
    "ledger.disk_full": (
        N_("The disk that holds {path} is full; nothing was written."),
        N_("Free some room and try again."),
    ),
    "ledger.unusable": (N_("{path} cannot be used."), N_("Run “reinsert check”, or restore the last backup.")),
    "ledger.url": (N_("This version keeps its ledger in a file."), N_("Give --ledger the path of a file.")),
    # the audit
    "log.broken": (
        N_("These audit records do not carry the hash of what they say: {records}."),
        N_("Restore the last backup that “log verify” accepts, and find out who could write to the file."),
    ),
    "log.truncated": (
        N_("The record with that hash is not in the chain: it was cut short, or written anew."),
        N_("Restore the last backup that holds it."),
    ),
    # output
    "output.failed": (N_("The answer could not be written: {reason}."), N_("Check the room left where it goes.")),
    "output.unwritable": (N_("{file} cannot be written."), N_("Check the folder and the room left on the disk.")),
    "output.is_database": (N_("{file} is a database, perhaps the ledger itself."), N_("Choose another name with -o.")),
    "output.exists": (N_("{file} exists already."), N_("Choose another name with -o, or remove it.")),
    # the command line
    "usage.missing": (N_("{name} is missing."), N_("See “{command} --help”.")),
    "usage.global_option": (N_("{name} stands before the noun."), N_("For example: reinsert {name} … report region.")),
    "usage.no_such_option": (N_("There is no option {name}."), N_("See “{command} --help”.")),
    "usage.bad_value": (N_("The value given to {name} is not understood."), N_("See “{command} --help”.")),
    "usage.needs_value": (N_("{name} needs a value."), N_("See “{command} --help”.")),
    "usage.too_many": (N_("There is no {name} in “{command}”."), N_("See “{command} --help”.")),
    "usage.wrong": (N_("The command is not understood: {said}"), N_("See “{command} --help”.")),
    "usage.format": (N_("There is no format {name}."), N_("Choose one of: {known}.")),
    "usage.encoding": (
        N_("The command holds bytes that are no text."),
        N_("Type it again, in the terminal’s own encoding."),
    ),
    "usage.corrects_or_adds": (N_("--corrects and --adds exclude each other."), N_("Keep one of them.")),
    "usage.language": (N_("There is no language {name}."), N_("Choose one of: {known}.")),
    "usage.kind": (N_("There is no kind {name}."), N_("Choose one of: {known}.")),
    "usage.measure": (N_("There is no measure {name}."), N_("Choose one of: {known}.")),
    "usage.receipt": (N_("A receipt cannot be “{name}”."), N_("Choose one of: {known}.")),
    "usage.report": (N_("There is no report {name}."), N_("Choose one of: {known}.")),
    "usage.month": (N_("“{name}” is not a month."), N_("Write it as 2024-12.")),
    "usage.period_twice": (
        N_("The period is given in two ways."),
        N_("Use --month, or --year, or --from and --to."),
    ),
    "usage.period_backwards": (N_("The period ends before it begins."), N_("Exchange --from and --to.")),
    "usage.workbook_needs_file": (N_("A workbook cannot be printed."), N_("Name a file with -o FILE.xlsx.")),
    # the program itself
    "demo.keep_is_workbook": (
        N_("--keep names the ledger; the workbook goes beside it."),
        N_("Give it a name such as demo.db."),
    ),
    "demo.failed": (N_("The demonstration stopped at: {line}"), N_("Report it with the version you use.")),
    "program.failed": (
        N_("Something unforeseen happened ({error}); the ledger is as it was."),
        N_("Try again; if it comes back, report it, and run with REINSERT_DEBUG=1 to see more."),
    ),
}


def say(fault: Fault) -> tuple[str, str]:
    """Give the two sentences of ``fault`` in the reader's language: what is wrong, what to do."""
    what, remedy = SENTENCES[fault.code]
    params = {name: _brief(value) for name, value in fault.params.items()}
    return _(what).format(**params), _(remedy).format(**params)


def _brief(text: str) -> str:
    """Give what a sentence may repeat: one line that commands no terminal, and not a page long."""
    line = clean(text)
    return line if len(line) <= LONGEST_PARAM else f"{line[:LONGEST_PARAM]}…"
