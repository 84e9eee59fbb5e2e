"""The rows that wait for somebody to decide who they mean; side by side with those they may mean."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import _, listed, percent
from reinsert_cli.domain.likeness import likeness
from reinsert_cli.domain.spellings import spelling_key
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.reports.reviews_of_visits import Beside, visits_beside
from reinsert_cli.store.reading import Reader

WAITING: Final = """
SELECT v.id AS number, v.import_code AS import, i.file_name AS file, i.batch_code AS batch, v.row, v.fault,
       v.candidates, v.line, COALESCE(v.decision, 'waiting') AS state, v.person, v.decided_at, v.author
FROM review v JOIN import_run i ON i.code = v.import_code
WHERE COALESCE(v.decision, '') <> 'void' AND (:all = 1 OR v.decision IS NULL) ORDER BY v.id
"""
ONE: Final = """
SELECT v.*, i.batch_code AS batch, i.file_name AS file FROM review v JOIN import_run i ON i.code = v.import_code
WHERE v.id = :number AND COALESCE(v.decision, '') <> 'void'
"""
PERSON: Final = """
SELECT b.code, i.name_latin, i.name_arabic, i.cin, i.birth_date, i.file_number, i.phone,
       b.sex, b.province_code AS province, b.centre_code AS centre
FROM beneficiary b LEFT JOIN identity i ON i.beneficiary_code = b.code WHERE b.code = :code
"""
FIELDS: Final = ("cin", "birth_date", "file_number", "phone", "sex", "province", "centre")

WHY: Final = {
    "person.possible": "same_name",
    "person.likely": "alike_name",
    "person.conflict": "conflict",
    "person.contradiction": "contradiction",
    "line.possible": "possible_line",
    "cost.possible": "possible_line",
    "line.other_person": "other_persons_line",
    "line.moved_by_hand": "moved_line",
    "followup.which": "several_people",
    "followup.which_project": "several_projects",
    "followup.possible": "possible_visit",
}


def waiting(reader: Reader, *, everything: bool = False) -> Table:
    """List the rows that wait for a decision; with those decided where everything is wanted. No names."""
    rows = reader.rows(WAITING, all=int(everything))
    decided = (
        Column("state", _("State"), "term", rank=1),
        Column("person", _("Is"), "code"),
        Column("author", _("Author"), "text", rank=4),
    )
    return Table(
        report="reviews",
        title=_("Rows to decide on"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("number", _("No."), "count"),
            Column("import", _("Import"), "code", rank=3),
            Column("file", _("File"), "text", rank=2),
            Column("row", _("Row"), "count"),
            Column("batch", _("Batch"), "code", rank=1),
            Column("why", _("Why"), "term"),
            Column("candidates", _("May be"), "text"),
            *(decided if everything else ()),
        ),
        rows=tuple(
            {**row, "why": WHY[row["fault"]], "candidates": listed(json.loads(row["candidates"]))} for row in rows
        ),
    )


def side_by_side(reader: Reader, number: int, *, identified: bool) -> Table:
    """Give a row beside those whom it may mean: what agrees; who they are only where that was asked for.

    Of a visit whose person is known: beside their projects, or the visit that it may be.

    Raises Refusal ``review.unknown``.
    """
    review = reader.row(ONE, number=number)
    if review is None:
        raise refuse("review.unknown", number=str(number))
    beside = visits_beside(reader, review) or _people_beside(reader, review, identified=identified)
    return Table(
        report="review",
        title=_("Row {row} of {file}: what does it mean?").format(row=review["row"], file=review["file"]),
        as_of=reader.as_of,
        filters={},
        columns=beside.columns,
        rows=beside.rows,
        notes=(_("Why it waits: {why}.").format(why=label(WHY[review["fault"]])), _decide(review)),
    )


def _people_beside(reader: Reader, review: Mapping[str, Any], *, identified: bool) -> Beside:
    said = _said(json.loads(review["said"]))
    people = [person for code in json.loads(review["candidates"]) if (person := reader.row(PERSON, code=code))]
    told = [_identified(_("the row"), said), *(_identified(person["code"], person) for person in people)]
    compared = [_compared(person, said) for person in people]
    return Beside(
        columns=(
            Column("who", _("Who"), "code"),
            Column("name", _("Name"), "text"),
            Column("cin", _("National card"), "text"),
            Column("birth_date", _("Birth date"), "text"),
            Column("file_number", _("File number"), "text"),
            Column("phone", _("Telephone"), "text"),
            Column("sex", _("Sex"), "text"),
            Column("province", _("Province"), "text"),
            Column("centre", _("Centre"), "text"),
        ),
        rows=tuple(told if identified else compared),
    )


def _decide(review: Mapping[str, Any]) -> str:
    if review["decision"]:
        person = review["person"] or "—"
        return _("Decided: {state}, {person}.").format(state=label(review["decision"]), person=person)
    if review["fault"] == "followup.which_project":
        return _(
            "Decide with “reinsert review accept {n} --project P-…”, or “reject {n}” if it is none of them."
        ).format(n=review["id"])
    if review["fault"] == "followup.possible":
        return _(
            "Decide with “reinsert review accept {n}” if it is that visit, “reject {n}” if it is one more."
        ).format(n=review["id"])
    return _("Decide with “reinsert review accept {n}”, “reject {n}” or “merge {n}”.").format(n=review["id"])


def _said(said: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a row says of its person, under the keys that the ledger's people have."""
    values = said["values"]
    born = values.get("birth_date")
    parts = (values.get("family_name"), values.get("given_name"))
    return {
        **{key: values.get(key) for key in FIELDS},
        "name_latin": values.get("full_name") or " ".join(part for part in parts if part) or None,
        "name_arabic": values.get("name_arabic"),
        "birth_date": born["date"] if born else None,
        "centre": values.get("centre") or said["centre"],
    }


def _identified(who: str, facts: Mapping[str, Any]) -> Row:
    names = [facts[name] for name in ("name_latin", "name_arabic") if facts[name]]
    return {"who": who, "name": " · ".join(names) or None, **{key: facts[key] for key in FIELDS}}


def _compared(person: Mapping[str, Any], said: Mapping[str, Any]) -> Row:
    """Tell, fact by fact, whether a person agrees with a row; nothing where one of them says nothing."""
    return {
        "who": person["code"],
        "name": _names_compared(person, said),
        **{key: _agreement(person[key], said[key]) for key in FIELDS},
    }


def _names_compared(person: Mapping[str, Any], said: Mapping[str, Any]) -> str | None:
    names = [[one[key] for key in ("name_latin", "name_arabic") if one[key]] for one in (person, said)]
    if not all(names):
        return None
    if {spelling_key(name) for name in names[0]} & {spelling_key(name) for name in names[1]}:
        return label("same")
    score = max(likeness(one, other) for one in names[0] for other in names[1])
    return f"{label('alike')} {percent(round(score * 1000))}" if score > 0 else label("differs")


def _agreement(ours: str | None, theirs: str | None) -> str | None:
    if ours is None or theirs is None:
        return None
    return label("same" if ours == theirs else "differs")
