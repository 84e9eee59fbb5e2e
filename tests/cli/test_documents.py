"""The register of papers: what is there, missing, refused; what a programme asks for and nobody has."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.support import Run, bytes_of, opened

from reinsert_cli.documents.missing import missing_of
from reinsert_cli.domain.companies import has_right_key, read_ice
from reinsert_cli.domain.faults import Fault
from reinsert_cli.store.reading import reading

Row = dict[str, Any]
RIGHT_ICE = "000000001000070"
"""An invented number whose two last digits go with the others."""


@pytest.fixture
def projects(filled: Path, run: Run) -> list[str]:
    """The projects of the three people of ``b1``."""
    return [line["project"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]


def ask_for(ledger: Path, *kinds: str) -> None:
    """Let the programme ask for papers."""
    with opened(ledger) as database:
        database.executemany("INSERT INTO requirement VALUES ('micro', 'document', ?)", [(kind,) for kind in kinds])


def papers(run: Run, *options: str) -> list[Row]:
    found: list[Row] = run("document", "list", *options, "--format", "json").json["rows"]
    return found


def hold(run: Run) -> list[str]:
    """Hand ``b1`` over; give its people."""
    lines = run("batch", "show", "b1", "--format", "json").json["lines"]
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    return [line["beneficiary"] for line in lines]


def register(run: Run, subject: str, kind: str, *options: str) -> None:
    """Register a paper of a project or of a batch."""
    run("document", "add", "--project" if subject.startswith("P-") else "--batch", subject, "--kind", kind, *options)


def cards(ledger: Path, batch: str = "b1") -> set[tuple[str, str, str]]:
    """The place cards of a batch's pack, as :func:`lacking` gives the report's rows."""
    with reading(ledger) as reader:
        found = missing_of(reader, batch)
    return {(one.project or batch, one.kind, "refused" if one.is_refused else "missing") for one in found}


def lacking(run: Run, *options: str) -> set[tuple[str, str, str]]:
    rows = run("report", "documents", *options, "--format", "json").json["rows"]
    return {(row["subject"], row["kind"], row["state"]) for row in rows}


# ── registering ─────────────────────────────────────────────────────────────────────────────────


def test_papers_in_the_readers_words(projects: list[str], run: Run) -> None:
    """Kinds and states are read by code or by their words in three languages, dates in any printed form."""
    said = run("document", "add", "--project", projects[0], "--kind", "facture", "--reference", "F-12",
               "--dated", "3 mars 2024", "--supplier", "Sté Fictive", "--ice", "00 00 00 00 10 00 070")  # fmt: skip
    assert said.out == "Paper no. 1 is registered: invoice (present).\n"
    assert said.err == ""
    run("document", "add", "--batch", "b1", "--kind", "delivery note", "--state", "manquant")
    first, second = papers(run)
    assert (first["project"], first["kind"], first["dated_on"], first["ice"]) == (
        projects[0], "invoice", "2024-03-03", RIGHT_ICE,
    )  # fmt: skip
    assert (second["batch"], second["kind"], second["state"]) == ("b1", "delivery_note", "missing")
    assert papers(run, "--state", "missing") == [second]
    assert papers(run, "--project", projects[0].lower()) == [first]
    assert papers(run, "--kind", "invoice", "--programme", "micro") == [first]
    assert papers(run, "--kind", "فاتورة", "--state", "متوفرة") == [first]
    assert papers(run, "--kind", "bon de livraison", "--state", "manquante") == [second]


def test_changed_and_taken_out(projects: list[str], run: Run) -> None:
    run("document", "add", "--project", projects[0], "--kind", "quotation", "--reference", "D-1", "--state", "refused")
    run("document", "edit", "1", "--state", "present", "--reference", "")
    (paper,) = papers(run)
    assert (paper["state"], paper["reference"]) == ("present", None)
    assert "Nothing was said" in run("document", "edit", "1", status=2).err
    run("document", "remove", "1")
    assert papers(run) == []
    assert "There is no paper no. 1." in run("document", "remove", "1", status=3).err


def test_of_a_file_only_the_digest_is_kept(projects: list[str], filled: Path, tmp_path: Path, run: Run) -> None:
    """Neither its name nor its content is anywhere in the ledger; the same file twice is told."""
    scan = tmp_path / "benfictif-amina-devis.pdf"
    scan.write_bytes(b"%PDF-1.7 contenu tout a fait secret")
    run("document", "add", "--project", projects[0], "--kind", "quotation", "--file", scan)
    (paper,) = papers(run)
    assert paper["sha256"] == hashlib.sha256(scan.read_bytes()).hexdigest()
    content = bytes_of(filled)
    assert b"benfictif-amina-devis" not in content
    assert b"tout a fait secret" not in content
    again = run("document", "add", "--project", projects[1], "--kind", "quotation", "--file", scan).err
    assert "The same file is registered already, under no. 1." in again
    missing = run("document", "add", "--batch", "b1", "--kind", "order", "--file", tmp_path / "none.pdf", status=4).err
    assert "There is no file none.pdf." in missing
    assert "cannot be opened" in run("document", "add", "--batch", "b1", "--kind", "order", "--file", tmp_path,
                                     status=4).err  # fmt: skip


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (("--kind", "invoice"), 2, "one project or of one batch"),
        (("--kind", "invoice", "--batch", "b1", "--project", "P-1"), 2, "one project or of one batch"),
        (("--kind", "poem", "--batch", "b1"), 2, "quotation, purchase order, delivery note"),
        (("--kind", "invoice", "--batch", "b1", "--state", "lost"), 2, "present, missing, refused"),
        (("--kind", "invoice", "--batch", "nowhere"), 3, "There is no batch nowhere."),
        (("--kind", "invoice", "--project", "P-NOPE"), 3, "There is no project P-NOPE."),
        (("--kind", "invoice", "--batch", "b1", "--ice", "12345"), 2, "no common company identifier"),
        (("--batch", "b1"), 2, "--kind"),
    ],
)
def test_papers_that_cannot_be(filled: Path, run: Run, options: tuple[str, ...], status: int, told: str) -> None:
    before = bytes_of(filled)
    assert told in run("document", "add", *options, status=status).err
    assert bytes_of(filled) == before


def test_the_key_of_an_ice_is_only_doubted(filled: Path, run: Run) -> None:
    """Fifteen digits however spaced, in Arabic digits too. Nobody publishes the key: another one is told."""
    assert read_ice("ICE: 000-000-001-0000-70") == RIGHT_ICE
    assert read_ice("٠٠٠٠٠٠٠٠١٠٠٠٠٧٠") == RIGHT_ICE
    assert read_ice("00000000100002") == Fault("ice.unreadable")
    assert has_right_key(RIGHT_ICE)
    wrong = RIGHT_ICE[:-1] + "2"
    assert not has_right_key(wrong)
    assert (
        "do not go with the others" in run("document", "add", "--batch", "b1", "--kind", "invoice", "--ice", wrong).err
    )
    assert papers(run)[0]["ice"] == wrong


# ── what is missing where ───────────────────────────────────────────────────────────────────────


def test_what_is_asked_for_and_not_there(projects: list[str], filled: Path, run: Run) -> None:
    """A kind nobody registered is missing; one refused stays so until a good one is in; minutes are the batch's."""
    ask_for(filled, "invoice", "minutes")
    first, second, third = projects
    assert lacking(run) == {(code, "invoice", "missing") for code in projects} | {("b1", "minutes", "missing")}
    run("document", "add", "--project", first, "--kind", "invoice")
    run("document", "add", "--project", second, "--kind", "invoice", "--state", "refused")
    run("document", "add", "--batch", "b1", "--kind", "minutes")
    run("document", "add", "--project", first, "--kind", "undertaking", "--state", "missing")
    assert lacking(run) == {
        (second, "invoice", "refused"), (third, "invoice", "missing"), (first, "undertaking", "missing"),
    }  # fmt: skip
    answer = run("report", "documents", "--format", "json").json
    row = next(row for row in answer["rows"] if row["subject"] == second)
    assert (row["subject_kind"], row["batch"], row["programme"], row["required"], row["document"]) == (
        "project", "b1", "micro", True, 2,
    )  # fmt: skip
    assert "Of 4 papers asked for, there: 2." in run("report", "documents").out
    run("document", "edit", "2", "--state", "present")
    assert lacking(run) == {(third, "invoice", "missing"), (first, "undertaking", "missing")}


def test_one_invoice_for_the_whole_batch(projects: list[str], filled: Path, run: Run) -> None:
    """A paper of the batch stands for every project in it, and for no other."""
    ask_for(filled, "invoice")
    person = run("batch", "show", "b1", "--format", "json").json["lines"][0]["beneficiary"]
    alone = run("project", "add", "--programme", "micro", "--beneficiary", person).out.split()[1]
    run("document", "add", "--batch", "b1", "--kind", "invoice")
    assert lacking(run) == {(alone, "invoice", "missing")}


def test_receipts_marked_are_papers_too(projects: list[str], filled: Path, run: Run) -> None:
    """What ``batch receipts`` marks need not be registered again: present, missing, refused.

    One registered as missing is there once those of all lines are marked so.
    """
    ask_for(filled, "receipt")
    first, second, third = projects
    register(run, first, "receipt", "--state", "missing")
    people = hold(run)
    run("batch", "receipts", "b1", "--present", people[0], "--refused", people[1])
    assert lacking(run) == cards(filled) == {(second, "receipt", "refused"), (third, "receipt", "missing")}
    with opened(filled) as database:
        database.execute("DELETE FROM requirement")
    assert lacking(run) == cards(filled) == set(), "nor where no programme asks for receipts"


# Of one project: what is registered one after the other, and what lacks in the end.
@pytest.mark.parametrize(
    ("registered", "lacks"),
    [
        (["refused"], ["refused"]),
        (["refused", "present"], []),
        (["present", "refused"], []),
        (["refused", "missing"], ["missing"]),
        (["refused D-1", "refused D-2"], ["refused"]),
        (["missing", "present F-12"], []),
        (["missing F-13", "present F-12"], ["missing"]),
        (["missing F-13", "present F-13"], []),
        (["missing F-13", "missing F-14"], ["missing", "missing"]),
        (["missing F-13", "refused F-13"], ["refused"]),
    ],
)
@pytest.mark.parametrize("is_asked", [True, False], ids=["asked for", "not asked for"])
def test_what_takes_the_place_of_a_paper(
    projects: list[str], filled: Path, run: Run, registered: list[str], lacks: list[str], is_asked: bool
) -> None:
    """Any good one that of a refused one; of one missing under a reference only that very one."""
    for said in registered:
        state, _space, reference = said.partition(" ")
        register(run, projects[0], "invoice", "--state", state, "--reference", reference)
    if is_asked:
        ask_for(filled, "invoice")
    report = run("report", "documents", "--format", "json").json["rows"]
    found = [row["state"] for row in report if row["subject"] == projects[0]]
    assert sorted(found) == sorted(lacks)
    with reading(filled) as reader:
        carded = [one for one in missing_of(reader, "b1") if one.project == projects[0]]
    assert ["refused" if one.is_refused else "missing" for one in carded] == found


def test_the_report_and_the_place_cards_agree(projects: list[str], filled: Path, run: Run) -> None:
    """A paper of another batch stands for its projects there too; who receives nothing lacks nothing."""
    ask_for(filled, "invoice", "minutes")
    first, second, third = projects
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("project", "cost", "add", first, "--kind", "equipment", "--label", "Surjeteuse", "--unit-price", "500")
    run("batch", "add", "b2", "--project", first, "--envelope", "env")
    register(run, "b2", "invoice")
    register(run, second, "undertaking", "--state", "missing")
    register(run, "b2", "undertaking")
    expected = {("b1", "minutes", "missing"), (second, "invoice", "missing"), (third, "invoice", "missing")}
    expected |= {(second, "undertaking", "missing")}
    assert cards(filled) == lacking(run, "--batch", "b1") == expected
    assert cards(filled, "b2") == lacking(run, "--batch", "b2") == {("b2", "minutes", "missing")}
    (absent,) = [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]
                 if line["project"] == third]  # fmt: skip
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", absent)
    expected.remove((third, "invoice", "missing"))
    assert cards(filled) == lacking(run, "--batch", "b1") == expected


def test_a_quotation_recorded_is_one_that_is_there(projects: list[str], filled: Path, run: Run) -> None:
    ask_for(filled, "quotation")
    run("project", "quote", "add", projects[0], "--supplier", "Fournisseur fictif", "--amount", "3 500,00")
    told = {row["subject"] for row in run("report", "documents", "--format", "json").json["rows"]}
    assert told == set(projects[1:])


def test_narrowed_to_what_is_asked(projects: list[str], filled: Path, run: Run) -> None:
    """By batch, region, programme and period; a project that stands in no batch shows where none is asked for."""
    ask_for(filled, "order", "minutes")
    run(
        "batch",
        "plan",
        "b2",
        "--programme",
        "micro",
        "--fiscal-year",
        "2025",
        "--province",
        "MA-FES",
        "--on",
        "2025-03",
    )
    assert lacking(run, "--batch", "b2") == {("b2", "minutes", "missing")}
    assert lacking(run, "--month", "2025-03") == {("b2", "minutes", "missing")}
    assert lacking(run, "--region", "MA-01") == {(projects[2], "order", "missing"), ("b1", "minutes", "missing")}
    assert len(lacking(run, "--programme", "micro")) == 5
    assert "There is no batch nowhere." in run("report", "documents", "--batch", "nowhere", status=3).err
    assert "Only the report “documents”" in run("report", "region", "--batch", "b1", status=2).err
    run("batch", "cancel", "b2")
    assert lacking(run, "--batch", "b2") == set()


@pytest.mark.parametrize("fmt", ["table", "csv", "md", "json"])
def test_in_every_format(projects: list[str], filled: Path, run: Run, fmt: str) -> None:
    ask_for(filled, "order")
    said = run("report", "documents", "--format", fmt).out
    assert all(code in said for code in projects)


def test_as_a_workbook(projects: list[str], filled: Path, tmp_path: Path, run: Run) -> None:
    ask_for(filled, "order")
    run("report", "documents", "-o", tmp_path / "papers.xlsx")
    cells = {cell.value for row in load_workbook(tmp_path / "papers.xlsx").active.iter_rows() for cell in row}
    assert {*projects, "purchase order", "missing"} <= cells


def test_as_it_stood(projects: list[str], filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register remembers what it said on an earlier day."""
    run("document", "add", "--project", projects[0], "--kind", "order", "--state", "missing")
    monkeypatch.setenv("REINSERT_NOW", "2026-02-20T09:00:00+00:00")
    run("document", "edit", "1", "--state", "present")
    assert lacking(run) == set()
    assert lacking(run, "--as-of", "2026-01-31") == {(projects[0], "order", "missing")}


def test_papers_are_told_when_they_are_due(projects: list[str], filled: Path, run: Run) -> None:
    """Locking tells of those that come before a handover, closing of all; neither is refused for them."""
    ask_for(filled, "quotation", "invoice", "minutes")
    run("document", "add", "--project", projects[0], "--kind", "quotation")
    assert "lack: 2." in run("batch", "lock", "b1").err
    run("batch", "hold", "b1", "--on", "2024-12-06")
    run("batch", "receipts", "b1", "--others", "present")
    run("batch", "reconcile", "b1")
    run("document", "add", "--batch", "b1", "--kind", "invoice")
    told = run("batch", "close", "b1").err
    assert "lack: 3." in told
    assert "report documents --batch b1" in told


def test_nothing_is_told_where_nothing_lacks(projects: list[str], filled: Path, run: Run) -> None:
    ask_for(filled, "invoice")
    assert "lack" not in run("batch", "lock", "b1").err
