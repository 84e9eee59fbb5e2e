"""The programmes, and what each asks for before it funds."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.pathways import in_order
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.names import grouped, require
from reinsert_cli.store.reading import Reader

PROGRAMMES: Final = "SELECT code, name, name_ar, ceiling FROM programme ORDER BY code"
ASKED: Final = "SELECT programme_code AS programme, kind FROM requirement WHERE subject = :subject ORDER BY 1, 2"


def every(reader: Reader) -> Table:
    """List the programmes."""
    steps = grouped(reader.rows(ASKED, subject="step"), "programme", "kind")
    documents = grouped(reader.rows(ASKED, subject="document"), "programme", "kind")
    return Table(
        report="programmes",
        title=_("Programmes"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("code", _("Code"), "code"),
            Column("name", _("Name"), "text"),
            Column("name_ar", _("Name in Arabic"), "text", rank=2),
            Column("ceiling", _("Ceiling of a project (DH)"), "money", rank=3),
            Column("steps", _("Steps asked for"), "term", family="step"),
            Column("documents", _("Documents asked for"), "term", rank=1, family="document"),
        ),
        rows=tuple(
            {
                **row,
                "steps": ", ".join(in_order(steps.get(row["code"], ()))) or None,
                "documents": ", ".join(documents.get(row["code"], ())) or None,
            }
            for row in reader.rows(PROGRAMMES)
        ),
    )


def one(reader: Reader, code: str) -> Table:
    """Give one programme. Raises Refusal ``programme.unknown``."""
    require(reader, "programme", code)
    table = every(reader)
    alone = tuple(row for row in table.rows if row["code"] == code)
    return replace(table, report="programme", title=_("Programme {code}").format(code=code), rows=alone)
