"""Whatever stands in the ledger's texts, nothing that comes out of it is obeyed by whoever opens it.

Each payload is put in the place of each mark in turn: a run of the test shifts them all by one.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.hostile import looking
from tests.hostile.conftest import IS_LONG
from tests.hostile.payloads import PAYLOADS
from tests.hostile.planting import planted, replant
from tests.support import Begun, Run, opened, storable

from reinsert_cli.domain.table import Column, Table
from reinsert_cli.render.formats import FORMATS, text_of
from reinsert_cli.render.workbook import write_workbook
from reinsert_cli.reports import REPORTS

NAMES: Final = tuple(PAYLOADS)
SHIFTS: Final = range(len(NAMES)) if IS_LONG else (0, 17)
IDENTIFIED: Final = ("--identified", "--reason", "test")

FIELDS: Final = {
    "partner.name", "partner.name_ar", "programme.name", "programme.name_ar", "batch.venue", "batch.delivered_by",
    "journal.reason", "journal.author", "import_run.file_name", "import_run.sheet", "identity.name_latin",
    "identity.phone", "identity.file_number", "project.activity", "project.name", "cost.label", "cost.supplier",
    "cost.invoice", "cost.serial", "quotation.supplier", "quotation.reference", "quotation.reason",
    "document.reference", "document.supplier", "official.name", "official.role", "proxy.name", "batch_line.label",
    "statement.source", "statement.reason", "profile.settings", "review.said", "audit.author", "overcommitment.reason",
}  # fmt: skip
"""The texts that a coordinator or a centre can fill."""


@pytest.fixture(params=SHIFTS)
def hostile_ledger(sown: Path, begun: Begun, request: pytest.FixtureRequest) -> int:
    """The ledger with a payload in every text."""

    def replace() -> None:
        marks = sorted(planted(sown))
        replant(sown, lambda mark: PAYLOADS[NAMES[(marks.index(mark) + request.param) % len(NAMES)]])

    begun(f"hostile {request.param}", replace)
    return int(request.param)


def tables(ledger: Path) -> Iterator[tuple[str, ...]]:
    """Every command that shows a table."""
    with opened(ledger) as database:
        project = database.execute("SELECT code FROM project ORDER BY name IS NULL").fetchone()[0]
        person = database.execute("SELECT beneficiary_code FROM batch_line").fetchone()[0]
    yield from (("report", name) for name in REPORTS)
    for noun in ("batch", "statement", "budget", "convention", "programme", "project", "document", "partner",
                 "imports", "review", "log", "centre", "followup", "profile"):  # fmt: skip
        yield noun, "list"
    yield from (("beneficiary", "list"), ("report", "region", "--by", "batch"), ("followup", "due"))
    yield from (("programme", "show", "micro"), ("convention", "show", "conv"), ("project", "show", project))
    for shown in (("batch", "show", "b1"), ("beneficiary", "show", person), ("review", "show", "1")):
        yield from (shown, (*shown, *IDENTIFIED))
    yield from (("report", "region", "--public"), ("beneficiary", "export", person, "--reason", "test"))
    yield from (("imports", "show", "I-000001"), ("imports", "show", "I-000003"), ("profile", "show", "fes"))


def check(path: Path, fmt: str) -> None:
    if fmt == "xlsx":
        looking.check_workbook(path)
    else:
        looking.CHECKS[fmt](path.read_bytes().decode())


def test_every_text_holds_a_mark(sown: Path) -> None:
    """The texts of the schema that are somebody's words are all planted."""
    assert set().union(*planted(sown).values()) >= FIELDS


def test_tables_in_every_format(hostile_ledger: int, sown: Path, run: Run, tmp_path: Path) -> None:
    """In the short form each table takes one format a run, the next one in the next."""
    for place, command in enumerate(tables(sown)):
        for turn, fmt in enumerate(FORMATS):
            if not IS_LONG and turn != (place + hostile_ledger) % len(FORMATS):
                continue
            path = tmp_path / f"made.{fmt}"
            answer = run(*command, "--format", fmt, "-o", path, status=None)
            if "no option" in answer.err:
                answer = run(*command)
            elif path.exists():
                check(path, fmt)
            assert answer.status in (0, 1), (command, fmt, answer.err)
            looking.check_plain(answer.out + answer.err)
            path.unlink(missing_ok=True)


@pytest.mark.parametrize("fmt", FORMATS)
def test_each_payload_in_each_format(fmt: str, tmp_path: Path) -> None:
    """As title, note, heading, filter and cell."""
    for payload in PAYLOADS.values():
        columns = (Column("name", payload, "text"), Column("code", "Code", "code"), Column("on", "Le", "date"))
        rows = ({"name": payload, "code": payload, "on": payload}, {"name": "x", "code": payload, "on": payload})
        table = Table("r", payload, "2026-11-21", {"centre": payload}, columns, rows, notes=(payload,))
        path = tmp_path / f"made.{fmt}"
        if fmt == "xlsx":
            write_workbook([table], path)
        else:
            path.write_bytes(text_of([table], fmt).encode())
        check(path, fmt)


def test_what_is_stored_comes_back_as_stored(ledger: Path, run: Run) -> None:
    payloads = {name: storable(ledger, text) for name, text in PAYLOADS.items()}
    with opened(ledger) as database:
        database.executemany("INSERT INTO partner (code, name) VALUES (?, ?)", payloads.items())
    rows = run("partner", "list", "--format", "json").json["rows"]
    assert {row["code"]: row["name"] for row in rows} == payloads


def test_the_books(hostile_ledger: int, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "books.journal"
    run("export", "journal", "-o", path)
    looking.check_journal(path.read_text(encoding="utf-8"))
    if shutil.which("hledger"):
        told = subprocess.run(["hledger", "-f", path, "tags"], capture_output=True, text=True, check=True)
        assert set(told.stdout.split()) <= looking.TAGS


def test_grants(hostile_ledger: int, run: Run) -> None:
    looking.check_json(run("export", "grants").out)


def test_the_papers_of_a_handover(hostile_ledger: int, run: Run, tmp_path: Path) -> None:
    """Set as text, whatever looks like a command of the typesetter; no page links anywhere or acts."""
    answer = run("batch", "pack", "b1", "-o", tmp_path / "pack", *IDENTIFIED)
    looking.check_plain(answer.out + answer.err)
    looking.check_workbook(tmp_path / "pack" / "sign-off.xlsx")
    for paper in (tmp_path / "pack").glob("*.pdf"):
        looking.check_paper(paper.read_bytes())


def test_the_pack_of_a_month(hostile_ledger: int, run: Run, tmp_path: Path) -> None:
    run("export", "monthly", "--month", "2024-12", "-o", tmp_path / "pack")
    for path in (tmp_path / "pack").iterdir():
        if path.suffix == ".journal":
            looking.check_journal(path.read_text(encoding="utf-8"))
        else:
            check(path, path.suffix.removeprefix("."))


def test_the_sheet_of_a_centre(hostile_ledger: int, run: Run, tmp_path: Path) -> None:
    run("centre", "sheet", "fes", "-o", tmp_path / "suivi.xlsx", *IDENTIFIED)
    looking.check_workbook(tmp_path / "suivi.xlsx")
