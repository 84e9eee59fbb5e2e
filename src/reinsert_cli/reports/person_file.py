"""All that the ledger holds on one person, for that person to read (law 09-08, article 7): who they are included.

Others are told of as little as can be: no fellow member, no proxy, nobody of the staff is named. A row of a file is
told in its words only once somebody found that it means this person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.ledger.traces import ALL_CODES, LINES, NAMED_BY, PROJECTS, SUBJECTS, THEIRS
from reinsert_cli.reports import person_card
from reinsert_cli.reports.log import told
from reinsert_cli.store.reading import Reader

FACTS: Final = """
SELECT b.code AS beneficiary, b.sex, b.province_code AS province, b.centre_code AS centre, b.registered_on,
       b.merged_into, s.disabled, s.special_category
FROM beneficiary b LEFT JOIN sensitive s ON s.beneficiary_code = b.code
WHERE b.code IN (SELECT value FROM json_each(:codes)) ORDER BY b.merged_into IS NOT NULL, b.code
"""
FORMER: Final = f"""
SELECT import_code AS import, name_latin AS name, name_arabic AS name_ar, cin, birth_date AS born, phone, file_number
FROM former_identity WHERE {THEIRS} ORDER BY import_code
"""  # noqa: S608  (constants)
RETURNS: Final = f"""
SELECT definition, is_back, known_on FROM back_in_prison WHERE {THEIRS} ORDER BY known_on, id
"""  # noqa: S608  (constants)
HANDOVERS: Final = f"""
SELECT DISTINCT l.batch_code AS batch, b.held_on,
       CASE WHEN p.batch_code IS NULL THEN 0 ELSE 1 END AS proxy, r.said AS remark
FROM batch_line l JOIN batch b ON b.code = l.batch_code
LEFT JOIN proxy p ON p.batch_code = l.batch_code AND p.beneficiary_code = l.beneficiary_code
LEFT JOIN remark r ON r.batch_code = l.batch_code AND r.beneficiary_code = l.beneficiary_code
WHERE l.{THEIRS} ORDER BY 2, 1
"""  # noqa: S608  (constants)
FOR_OTHERS: Final = """
SELECT batch_code AS batch FROM proxy WHERE proxy_code IN (SELECT value FROM json_each(:codes)) ORDER BY 1
"""
WAIVERS: Final = f"""
SELECT batch_code AS batch, kind AS step, written_at, reason FROM waiver WHERE {THEIRS} ORDER BY id
"""  # noqa: S608  (constants)
COSTS: Final = f"""
SELECT project_code AS project, kind, label, quantity, unit_price, supplier, invoice, serial
FROM cost WHERE project_code IN ({PROJECTS}) ORDER BY id
"""  # noqa: S608  (constants)
QUOTATIONS: Final = f"""
SELECT project_code AS project, supplier, amount, quoted_on, reference, chosen, reason
FROM quotation WHERE project_code IN ({PROJECTS}) ORDER BY id
"""  # noqa: S608  (constants)
DOCUMENTS: Final = f"""
SELECT project_code AS project, kind, reference, dated_on, state, supplier
FROM document WHERE project_code IN ({PROJECTS}) ORDER BY id
"""  # noqa: S608  (constants)
POSTINGS: Final = f"""
SELECT entry, kind, account, amount, batch_code AS batch, booked_on, reason
FROM journal WHERE line_id IN ({LINES}) ORDER BY entry, id
"""  # noqa: S608  (constants)
REVIEWS: Final = """
SELECT v.id AS number, v.import_code AS import, v.row, COALESCE(v.decision, 'waiting') AS state, v.decided_at,
       CASE WHEN v.person IN (SELECT value FROM json_each(:codes)) AND v.decision IS NOT NULL THEN v.said END AS said
FROM review v
WHERE v.person IN (SELECT value FROM json_each(:codes)) OR (v.decision IS NULL AND EXISTS (
      SELECT 1 FROM json_each(v.candidates) c WHERE c.value IN (SELECT value FROM json_each(:codes))))
ORDER BY v.id
"""
RECORDS: Final = "SELECT id, written_at, command, changes FROM audit ORDER BY id"


def held(reader: Reader, code: str) -> dict[str, Table]:
    """Give every table of what is held on a person, by name; a table that holds nothing is there, empty."""
    codes = [row["code"] for row in reader.rows(ALL_CODES, codes=json.dumps([code]))]
    card = person_card.card(reader, code)
    return {
        "facts": _facts(reader, codes),
        "identity": person_card.identity(reader, code),
        "former_identities": _former(reader, codes),
        "steps": card.steps,
        "back_in_prison": _returns(reader, codes),
        "projects": card.projects,
        "costs": _costs(reader, codes),
        "quotations": _quotations(reader, codes),
        "documents": _documents(reader, codes),
        "lines": card.lines,
        "handovers": _handovers(reader, codes),
        "received_for_others": _for_others(reader, codes),
        "waivers": _waivers(reader, codes),
        "postings": _postings(reader, codes),
        "visits": card.visits,
        "files": _files(reader, codes),
        "decisions": _reviews(reader, codes),
        "log": _log(reader, codes),
    }


def _facts(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("sex", _("Sex"), "term", family="sex"),
        Column("province", _("Province code"), "code"),
        Column("centre", _("Centre"), "code"),
        Column("registered_on", _("Registered on"), "date"),
        Column("disabled", _("Disability"), "flag"),
        Column("special_category", _("Special category"), "flag"),
        Column("merged_into", _("Now known as"), "code"),
    )
    title = _("All that is held on {code}").format(code=codes[0] if len(codes) == 1 else " ".join(codes))
    why = (
        _("Why it is held: to help this person start a trade, and to account for the money given."),
        _("Who was shown their name, and why, stands at the end, among what was done."),
    )
    return replace(_table(reader, "facts", title, columns, FACTS, codes), notes=why)


def _former(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("import", _("Import"), "code"),
        Column("name", _("Name"), "text"),
        Column("name_ar", _("Name in Arabic"), "text"),
        Column("cin", _("National card"), "code"),
        Column("born", _("Birth date"), "date"),
        Column("phone", _("Telephone"), "text"),
        Column("file_number", _("File number"), "text"),
    )
    return _table(reader, "former_identities", _("Who they were said to be before a file"), columns, FORMER, codes)


def _returns(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("definition", _("Definition"), "term", family="return"),
        Column("is_back", _("Back in prison"), "flag"),
        Column("known_on", _("Known on"), "date"),
    )
    return _table(reader, "back_in_prison", _("Back in prison or not"), columns, RETURNS, codes)


def _costs(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("project", _("Project"), "code"),
        Column("kind", _("Kind of support"), "term"),
        Column("label", _("Item"), "text"),
        Column("quantity", _("Quantity"), "count"),
        Column("unit_price", _("Unit price (DH)"), "money", is_mean=True),
        Column("supplier", _("Supplier"), "text"),
        Column("invoice", _("Invoice"), "text"),
        Column("serial", _("Serial number"), "text"),
    )
    return _table(reader, "costs", _("Costs"), columns, COSTS, codes)


def _quotations(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("project", _("Project"), "code"),
        Column("supplier", _("Supplier"), "text"),
        Column("amount", _("Amount (DH)"), "money"),
        Column("quoted_on", _("Date"), "date"),
        Column("reference", _("Reference"), "text"),
        Column("chosen", _("Retained"), "flag"),
        Column("reason", _("Reason"), "text"),
    )
    return _table(reader, "quotations", _("Quotations"), columns, QUOTATIONS, codes)


def _documents(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("project", _("Project"), "code"),
        Column("kind", _("Kind"), "term", family="document"),
        Column("reference", _("Reference"), "text"),
        Column("dated_on", _("Date"), "date"),
        Column("state", _("State"), "term"),
        Column("supplier", _("Supplier"), "text"),
    )
    return _table(reader, "documents", _("Papers"), columns, DOCUMENTS, codes)


def _handovers(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("batch", _("Batch"), "code"),
        Column("held_on", _("Held on"), "date"),
        Column("proxy", _("Somebody else received"), "flag"),
        Column("remark", _("Remark"), "text"),
    )
    return _table(reader, "handovers", _("Handovers"), columns, HANDOVERS, codes)


def _for_others(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (Column("batch", _("Batch"), "code"),)
    return _table(reader, "received_for_others", _("Received for somebody else"), columns, FOR_OTHERS, codes)


def _waivers(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("batch", _("Batch"), "code"),
        Column("step", _("Step"), "term", family="step"),
        Column("written_at", _("When (UTC)"), "text"),
        Column("reason", _("Reason"), "text"),
    )
    return _table(reader, "waivers", _("Funded without these steps"), columns, WAIVERS, codes)


def _postings(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("entry", _("Entry"), "count"),
        Column("kind", _("Movement"), "term"),
        Column("account", _("Account"), "term"),
        Column("amount", _("Amount (DH)"), "money", is_mean=True),
        Column("batch", _("Batch"), "code"),
        Column("booked_on", _("Booked on"), "date"),
        Column("reason", _("Reason"), "text"),
    )
    return _table(reader, "postings", _("In the books"), columns, POSTINGS, codes)


def _files(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("import", _("Import"), "code"),
        Column("file", _("File"), "text"),
        Column("row", _("Row"), "count"),
        Column("outcome", _("Outcome"), "term"),
        Column("written_at", _("When (UTC)"), "text"),
    )
    rows = [{**row, "import": row["import_code"], "file": row["file_name"]} for row in _rows(reader, SUBJECTS, codes)]
    return _filled(reader, "files", _("Where it came from: rows of files"), columns, rows)


def _reviews(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("number", _("No."), "count"),
        Column("import", _("Import"), "code"),
        Column("row", _("Row"), "count"),
        Column("state", _("State"), "term"),
        Column("decided_at", _("When (UTC)"), "text"),
        Column("said", _("What the row said"), "text"),
    )
    rows = [{**row, "said": _said(row["said"])} for row in _rows(reader, REVIEWS, codes)]
    return _filled(reader, "decisions", _("Rows that somebody decided on"), columns, rows)


def _said(said: str | None) -> str | None:
    """Give what a row says as a line of text: each field and its value."""
    values = json.loads(said)["values"] if said else {}
    return "; ".join(f"{field}: {_plain(value)}" for field, value in values.items()) or None


def _plain(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    return str(value["amount"][2] if "amount" in value else next(iter(value.values())))


def _log(reader: Reader, codes: Sequence[str]) -> Table:
    columns = (
        Column("id", _("No."), "count"),
        Column("written_at", _("When (UTC)"), "text"),
        Column("command", _("Command"), "text"),
        Column("changes", _("What changed"), "text"),
    )
    named = {row["id"] for row in _rows(reader, NAMED_BY, codes)}
    rows = []
    for record in reader.stream(RECORDS):
        changes = json.loads(record["changes"])
        theirs = [one for one in changes if record["id"] in named or not set(codes).isdisjoint(_values(one))]
        if theirs:
            rows.append({**record, "changes": " · ".join(map(told, theirs))})
    return _filled(reader, "log", _("What was done"), columns, rows)


def _values(change: Mapping[str, Any]) -> list[str]:
    return [word for value in change.values() if isinstance(value, str) for word in value.split()]


def _rows(reader: Reader, query: str, codes: Sequence[str]) -> list[dict[str, Any]]:
    return reader.rows(query, codes=json.dumps(list(codes)))


def _table(
    reader: Reader, report: str, title: str, columns: tuple[Column, ...], query: str, codes: Sequence[str]
) -> Table:
    return _filled(reader, report, title, columns, _rows(reader, query, codes))


def _filled(
    reader: Reader, report: str, title: str, columns: tuple[Column, ...], rows: Sequence[Mapping[str, Any]]
) -> Table:
    kept = tuple({column.key: row[column.key] for column in columns} for row in rows)
    return Table(report=report, title=title, as_of=reader.as_of, filters={}, columns=columns, rows=kept)
