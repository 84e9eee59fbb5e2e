"""The sentences of the ledger's rules, of its file, of its audit, of the command line."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
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
        N_("Give it {least} DH at least, or cancel locked batches first."),
    ),
    "identified.reason_missing": (N_("--identified needs a reason."), N_("Add --reason TEXT.")),
    "envelope.short": (
        N_("Envelope {code} lacks {missing} DH for this transfer."),
        N_("Transfer less, or cancel a locked batch that it pays for first."),
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
    "share.not_hundred": (N_("The percentages make {sum}, not 100."), N_("Write percentages that make 100.")),
    "share.no_line": (
        N_("Batch {batch} has no line to share."),
        N_("Import its list first; shares are of the lines that stand there."),
    ),
    "day.to_come": (N_("{day} is still to come."), N_("Put the day right with “batch correct” if it was mistyped.")),
    "proxy.unreadable": (
        N_("--proxy is not understood."),
        N_("Write --proxy B-CODE=WHO, once a person: another beneficiary’s code, or a name."),
    ),
    "proxy.absent": (
        N_("{code} or their proxy is named absent."),
        N_("Keep --absent or --proxy, or name another proxy."),
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
        N_("Someone who did come, or goods that never came back, are put right with --came."),
    ),
    "line.still_expected": (
        N_("Line {line} of {batch} is {state}: who came is not known yet."),
        N_("Say it at the handover, with “reinsert batch hold {batch} --absent B-CODE”."),
    ),
    "line.replaced": (
        N_("Line {line} of {batch} was replaced by line {by}."),
        N_("Correct that one, or record its return first."),
    ),
    "receipt.sealed": (
        N_("Batch {batch} is closed: a receipt that is in can no longer change."),
        N_("Only what was missing or not looked at may still come in."),
    ),
    "handover.receives": (
        N_("Whoever hands over is in the list of those who receive."),
        N_("Name another person with --delivered-by."),
    ),
    "return.to_come": (N_("{day} is still to come."), N_("Record the return once it has happened.")),
    "line.rolled": (
        N_("Line {line} of {batch} was carried over to {later}."),
        N_("Correct it there, or cancel that batch first."),
    ),
    "line.not_delivered": (
        N_("Line {line} of {batch} is {state}: nothing of it can come back."),
        N_("Only what was handed over can be returned or replaced."),
    ),
    "correction.nothing": (N_("Line {line} of {batch} is so already."), N_("Say what is to change.")),
    "correction.same_day": (N_("Batch {batch} has that day already."), N_("Nothing to do if it is the right one.")),
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
    "ledger.waiting": (
        N_("Another command is using {path}, or the disk is slow: waiting."),
        N_("Nothing to do: it goes on by itself, or gives up after {seconds} seconds."),
    ),
    "ledger.symlink": (N_("{path} is a symbolic link."), N_("Name the file that it points to.")),
    "ledger.corrupt": (N_("{path} is damaged."), N_("Restore the last backup.")),
    "ledger.read_only": (N_("{path} cannot be written."), N_("Check the rights on the file and its folder.")),
    "ledger.unopenable": (N_("{path} cannot be opened."), N_("Check that the folder exists and is yours.")),
    "ledger.disk_full": (
        N_("The disk that holds {path} is full; nothing was written."),
        N_("Free some room and try again."),
    ),
    "ledger.unusable": (N_("{path} cannot be used."), N_("Run “reinsert check”, or restore the last backup.")),
    "ledger.url": (
        N_("A ledger is a file, or a database of a PostgreSQL server."),
        N_("Give --ledger the path of a file, or an address that begins with postgresql+psycopg://."),
    ),
    "ledger.no_home": (
        N_("The home folder that {path} begins with is not known."),
        N_("Name the ledger by its whole path, with --ledger or REINSERT_LEDGER."),
    ),
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
    "output.symlink": (N_("{file} is a symbolic link."), N_("Name the file that it points to, or another.")),
    "output.is_database": (N_("{file} is a database, perhaps the ledger itself."), N_("Choose another name with -o.")),
    "output.exists": (N_("{file} exists already."), N_("Choose another name with -o, or remove it.")),
    "pack.exists": (N_("A pack stands in {folder} already."), N_("Choose another folder with -o, or add --force.")),
    "pack.not_ours": (
        N_("{folder} holds something else than a pack."),
        N_("Choose another folder with -o: nothing there is touched."),
    ),
    "pack.not_a_folder": (N_("{folder} is no folder."), N_("Choose another name with -o.")),
    "pack.no_manifest": (
        N_("{folder} is no pack: its MANIFEST.json is missing or cannot be read."),
        N_("Name the folder that “reinsert export monthly” wrote."),
    ),
    "pack.of_another": (
        N_("The pack in {folder} was not made from this ledger, or the ledger was changed behind its audit."),
        N_("Check which ledger is open, and run “reinsert log verify”."),
    ),
    "pack.other_version": (
        N_("Version {version} of the program made this pack: it was not made again to compare."),
        N_("Its files are what its manifest says, and the ledger holds the state that it was made from."),
    ),
    "pack.file_missing": (N_("{file} is missing from the pack."), N_("Ask its sender for the whole folder.")),
    "pack.file_changed": (N_("{file} is not as the pack was made."), N_("Do not rely on it: ask for the pack again.")),
    "pack.file_unknown": (N_("{file} does not belong to the pack."), N_("Move it elsewhere.")),
    "pack.differs": (
        N_("{file} does not say what the ledger said then."),
        N_("Do not rely on it, and run “reinsert check”."),
    ),
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
    "usage.too_large": (
        N_("A number is larger than any that a ledger holds."),
        N_("Give the number as a list shows it."),
    ),
    "usage.corrects_or_adds": (N_("--corrects and --adds exclude each other."), N_("Keep one of them.")),
    "usage.no_centre_column": (
        N_("A sheet of this kind has no column for the centre."),
        N_("Leave --centre out."),
    ),
    "usage.language": (N_("There is no language {name}."), N_("Choose one of: {known}.")),
    "usage.moment": (
        N_("“{said}” in REINSERT_NOW is not a moment."),
        N_("Write it as 2025-01-31T09:00:00+01:00, or take REINSERT_NOW away."),
    ),
    "usage.no_encoding": (
        N_("There is no encoding {name}."),
        N_("Write utf-8, utf-16, cp1252 or cp1256, for example."),
    ),
    "usage.report": (N_("There is no report {name}."), N_("Choose one of: {known}.")),
    "usage.public": (
        N_("The report “{name}” goes into single cases: it has no public edition."),
        N_("Publish a summary: reinsert report region --public."),
    ),
    "usage.public_since": (
        N_("A public pack tells of no change since another pack."),
        N_("Leave out --since or --public."),
    ),
    "usage.by_twice": (N_("--by names the same thing twice."), N_("Name each once.")),
    "usage.by_elsewhere": (
        N_("This report cannot be grouped further."),
        N_("Leave --by out, or ask for one of: {known}."),
    ),
    "usage.by_one": (N_("This report is grouped by one thing at a time."), N_("Give --by one name.")),
    "usage.compare_elsewhere": (
        N_("This report cannot be compared with an earlier period."),
        N_("Leave --compare out, or ask for one of: {known}."),
    ),
    "usage.compare_no_period": (
        N_("There is no period to compare with the one before."),
        N_("Add --year, --month, or --from and --to; for a comparison of fiscal years, --fiscal-year."),
    ),
    "usage.compare_overlaps": (
        N_("The period reaches into the one that it would be compared with."),
        N_("Choose a shorter period, or compare with the year before."),
    ),
    "usage.sort": (N_("This report has no column “{name}”."), N_("Choose one of: {known}.")),
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
