"""The sentences of what is read: amounts, dates, territories, cells, rows, sheets, files."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

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
    "amount.unit_twice": (
        N_("“{printed}” names a unit, and so does the heading of its column."),
        N_("Keep the one unit or the other."),
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
    "date.hijri": (
        N_("“{printed}” is a date of the Hijri calendar."),
        N_("Write the Gregorian date, day first, for example 28/09/2017."),
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
    "birth_date.hijri": (
        N_("The birth date in this cell is of the Hijri calendar."),
        N_("Write the Gregorian date, day first; a year alone is accepted."),
    ),
    "birth_date.two_digit_year": (
        N_("The year of the birth date in this cell has two digits only."),
        N_("Write the year with four digits."),
    ),
    "birth_date.day_first": (
        N_("The birth date in this cell has its month before its day."),
        N_("Write the day first, or the year first."),
    ),
    "name.holds_number": (
        N_("This cell of names holds a card number, a telephone or another number."),
        N_("Put the number into its own column and leave the name here."),
    ),
    "name.not_text": (N_("This cell of names holds a number or a date."), N_("Write the name of the person.")),
    "file_number.date": (
        N_("The spreadsheet has turned this file number into a date."),
        N_("Format the column as text and type the number again."),
    ),
    "cell.formula": (
        N_("The formula in this cell has no stored value."),
        N_("Open the file in a spreadsheet program, save it, and import it again."),
    ),
    "sex.both": (N_("Both columns of sex are marked in this row."), N_("Leave the mark in one of them.")),
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
        N_("Decide with “reinsert review”, or give the card number or birth date that the ledger has."),
    ),
    "person.likely": (
        N_("The name is close to that of {codes} ({score}), and they have in common: {reasons}."),
        N_("Decide with “reinsert review”: accept if it is the same person, reject if not."),
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
    "header.incomplete": (
        N_("Row {row} of sheet “{sheet}” looks like headings, but this is missing: {missing}."),
        N_("Add the column, or say which it is with --map “Heading=field”."),
    ),
    "header.amount_asked": (
        N_("Row {row} of sheet “{sheet}” has amounts asked for, proposed or left over ({cells}), and none given."),
        N_("Add the amount that was given, or say which it is with --map “Heading=amount”."),
    ),
    "header.several": (
        N_("Several sheets hold a table: {sheets}."),
        N_("Import them one by one with --sheet TITLE, or hide those that are no list."),
    ),
    "header.currency": (
        N_("The heading of this column says another currency than the dirham."),
        N_("Write the amounts in dirhams; the ledger keeps no other currency."),
    ),
    "header.blank": (
        N_("This column has cells but no heading, and was left out."),
        N_("Give it a heading if it is needed."),
    ),
    "header.not_kept": (
        N_("The ledger does not keep these columns; they were left out: {cells}."),
        N_("Nothing to do; if one is needed, say which it is with --map “Heading=field”."),
    ),
    "unit.scaled": (
        N_("The amounts of this column were multiplied by {factor}, as the sheet says."),
        N_("Nothing to do if that is so; else correct the heading or the note above the table."),
    ),
    "unit.contradiction": (
        N_("The unit of this heading is not that of the note in {cell}."),
        N_("Make the two agree, or remove the note."),
    ),
    "map.form": (
        N_("“{text}” does not say which field a column is."),
        N_("Write --map “Heading=field”; “Heading=-” leaves the column out."),
    ),
    "map.field": (N_("There is no field {fields} in such a sheet."), N_("The fields are: {known}.")),
    "map.missing": (
        N_("The heading “{heading}” of the mapping is not among those of row {row}."),
        N_("Check the mapping; a column may be named by its letters too."),
    ),
    "sheet.missing": (
        N_("There is no sheet “{sheet}”."),
        N_("The file has: {near}."),
    ),
    "sheet.hidden_only": (
        N_("The only table stands on a hidden sheet: {sheets}."),
        N_("Name it with --sheet if it is the list, or unhide it."),
    ),
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
    "total.empty": (
        N_("A total row, which says no amount."),
        N_("Nothing to do."),
    ),
    "total.unchecked": (
        N_("A total row, which cannot be compared as long as amounts above it are not understood."),
        N_("Correct those amounts first."),
    ),
    "total.unreadable": (
        N_("The amount of this total is not understood, and it could not be compared with the rows above it."),
        N_("Correct the formula or write the value itself."),
    ),
    "total.heads_differ": (
        N_("The total says {printed} people and {rows} rows stand above it."),
        N_("Look for a row that is missing or stands twice."),
    ),
    "rows.hidden": (
        N_("Hidden rows were read like the others: {count}."),
        N_("Nothing to do; remove them from the sheet if they are not meant."),
    ),
    "rows.headings": (
        N_("Rows that repeat the headings or number the columns were passed over: {count}."),
        N_("Nothing to do."),
    ),
    "rows.place": (
        N_("Rows that only name a place head the rows below them: {count}."),
        N_("The place was taken over where the sheet has no column for it; check that it is meant so."),
    ),
    "rows.footer": (
        N_("Rows of text that stand under the list or between its pages were passed over: {count}."),
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
    "line.by_hand": (
        N_("This row says what it said before; its line was corrected by hand since, and is left so."),
        N_("Correct the file too, or the line with “reinsert batch correct”."),
    ),
    "line.moved_by_hand": (
        N_("The line that this person had here was given by hand to {code}."),
        N_("Correct that line with “reinsert batch correct”, or import with --adds if this is one more."),
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
    "file.bomb": (
        N_("The file {file} unpacks to far more than any list holds."),
        N_("Do not open it; ask the centre to type the list again."),
    ),
    "file.entities": (
        N_("The file {file} declares XML entities, which no spreadsheet program writes; it may be an attack."),
        N_("Do not open it; ask the centre to send the list again."),
    ),
    "file.encrypted": (
        N_("The file {file} is protected by a password."),
        N_("Open it with the password, and save it without one."),
    ),
    "file.web_page": (
        N_("The file {file} is a web page that bears the name of a spreadsheet."),
        N_("Open it in a spreadsheet program and save it as .xlsx."),
    ),
    "file.xml_table": (
        N_("The file {file} is an XML document, not a workbook."),
        N_("Open it in a spreadsheet program and save it as .xlsx."),
    ),
    "file.document": (
        N_("The file {file} is a text document, a presentation or a message, not a workbook."),
        N_("Copy its table into a spreadsheet and save it as .xlsx."),
    ),
    "file.pdf": (
        N_("The file {file} is a PDF, whose tables cannot be read reliably."),
        N_("Ask the centre for the spreadsheet that it was printed from."),
    ),
    "file.picture": (
        N_("The file {file} is a picture."),
        N_("Ask the centre for the spreadsheet, or type the list from the picture."),
    ),
    "file.numbers": (
        N_("The file {file} was made by Numbers."),
        N_("Export it from Numbers as an Excel workbook (.xlsx)."),
    ),
    "file.archive": (
        N_("The file {file} is an archive that holds no workbook of its own."),
        N_("Unpack it and import the files that are in it."),
    ),
    "file.not_a_workbook": (
        N_("The file {file} is neither a workbook nor delimited text."),
        N_("Save it as .xlsx or .csv, and send it again if it was damaged on the way."),
    ),
    "return.unmade": (
        N_("The marked copy of {file} could not be made."),
        N_("What is said of the import itself stands; send the centre the list of findings instead."),
    ),
    "file.no_sheet": (
        N_("The workbook {file} has no sheet of cells."),
        N_("Ask the centre to send it again."),
    ),
    "file.broken": (
        N_("The file {file} cannot be read, because it is damaged or not written as its format requires."),
        N_("Open it in a spreadsheet program, save it as .xlsx, and import that."),
    ),
    "file.hung": (
        N_("The file {file} cannot be read, because reading it takes too long."),
        N_("Split it, or copy its table into a new workbook."),
    ),
    "file.memory": (
        N_("The file {file} cannot be read, because reading it takes too much memory."),
        N_("Split it, or copy its table into a new workbook."),
    ),
    "file.encoding": (
        N_("The text of {file} is not all written in the encoding {encoding}."),
        N_("Save it again as UTF-8, or say how it is written: --encoding cp1256, for example."),
    ),
    "file.one_column": (
        N_("The text of {file} has one column only: no semicolon, comma, tab or bar divides its lines."),
        N_("Save it as .xlsx, or as .csv with semicolons."),
    ),
    "file.bare_commas": (
        N_("In {file}, commas divide the columns and also stand inside amounts."),
        N_("Save it as .xlsx, or as .csv with semicolons."),
    ),
    "file.open_quote": (
        N_("In {file}, a quotation mark is opened and never closed: the lines after it run together."),
        N_("Remove it, or save the list as .xlsx."),
    ),
    "file.macros": (
        N_("The workbook holds macros; they were not run."),
        N_("Nothing to do if its cells show what they should."),
    ),
    "file.external_links": (
        N_("The workbook takes values from other files; those it stored last were read."),
        N_("Check that they were up to date when it was saved."),
    ),
    "file.far_cells": (
        N_("Cells very far from the table were left out."),
        N_("Look at the end of the sheet (Ctrl+End), and move what belongs to the list into it."),
    ),
    "file.sheet_missing": (
        N_("The workbook lists a sheet that is not in it."),
        N_("Check that no list is missing; ask the centre to send it again if one is."),
    ),
    "import.batch_missing": (
        N_("Nothing says which batch these distributions belong to."),
        N_("Add --batch CODE (and --envelope CODE)."),
    ),
}
