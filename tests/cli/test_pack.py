"""``batch pack``, ``batch official`` and ``batch hold --from``: the papers of the day, out and back."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.documents.papers import HOSTILE, codes_of, lines_of, plan_25, sheet_of, text_of
from tests.importers.reading.made import converted
from tests.support import Begun, Ledger, Run, bytes_of, opened, run_script

PDFS = ["sign-off.pdf", "packing.pdf", "receipts.pdf", "minutes.pdf"]


@pytest.fixture
def pack_of_25(programme: Path, begun: Begun, run: Run, tmp_path: Path) -> Path:
    """``b1`` planned for 25 people."""
    return begun("pack_of_25", lambda: plan_25(programme, run, tmp_path))


@pytest.fixture
def sheet(pack_of_25: Path, run: Run, tmp_path: Path) -> Path:
    """… locked, and its sign-off sheet to fill."""
    run("batch", "lock", "b1")
    run("batch", "pack", "b1", "-o", tmp_path / "pack")
    return tmp_path / "pack" / "sign-off.xlsx"


def edit(path: Path, change: Callable[[Worksheet, dict[str, int]], None], name: str = "rempli.xlsx") -> Path:
    """Fill a sheet and save it under another name."""
    page, places = sheet_of(path)
    change(page, places)
    target = path.with_name(name)
    assert page.parent is not None
    page.parent.save(target)  # type: ignore[union-attr]
    return target


def fill(page: Worksheet, places: dict[str, int]) -> None:
    """Two are absent, one sent a proxy, the others came; two remarks."""
    for row in range(6, 31):
        page.cell(row, places["Présence"]).value = ("présent · حاضر", "x", "✓", "حاضرة")[row % 4]
    page.cell(8, places["Présence"]).value = "absente"
    page.cell(14, places["Présence"]).value = "غائب(ة)"
    page.cell(10, places["Présence"]).value = "mandataire · وكيل"
    page.cell(10, places["Mandataire"]).value = "Zahra Parente"
    page.cell(8, places["Observations"]).value = "Malade"
    page.cell(10, places["Observations"]).value = "وكالة مصادق عليها"


def rows_of(page: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=6, max_row=30)]


# ── out ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_pack_is_made_and_told(pack_of_25: Path, run: Run, tmp_path: Path) -> None:
    """Five files nobody else can read, each with its pages and its SHA-256; no place cards where nothing is missing."""
    folder = tmp_path / "out" / "pack"
    answer = run("batch", "pack", "b1", "-o", folder, "--format", "json").json
    assert [one["file"] for one in answer["files"]] == [*PDFS, "sign-off.xlsx"]
    assert (answer["people"], answer["amount"], answer["identified"]) == (25, "284550.00", False)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for one in answer["files"]:
        path = Path(one["path"])
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert hashlib.sha256(path.read_bytes()).hexdigest() == one["sha256"]
    assert [one["pages"] for one in answer["files"]][2:] == [13, 2, None]
    told = run("batch", "pack", "b1", "-o", folder).out
    assert "25 people of b1" in told
    assert "No document is missing" in told


def test_the_same_ledger_and_day_give_the_same_bytes(
    pack_of_25: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("batch", "pack", "b1", "-o", tmp_path / "one", "--format", "json").json["files"]
    monkeypatch.setenv("REINSERT_NOW", "2026-01-15T11:30:00+00:00")
    again = run("batch", "pack", "b1", "-o", tmp_path / "two", "--format", "json").json["files"]
    assert [one["sha256"] for one in first] == [one["sha256"] for one in again]


def test_a_filled_workbook_is_never_replaced(sheet: Path, run: Run) -> None:
    """The papers are made anew; the workbook only where nobody wrote in it."""
    filled = edit(sheet, fill, "sign-off.xlsx").read_bytes()
    made = run("batch", "pack", "b1", "-o", sheet.parent, "--format", "json").json["files"]
    assert made[-1]["file"] == "sign-off-2.xlsx"
    assert sheet.read_bytes() == filled
    again = run("batch", "pack", "b1", "-o", sheet.parent, "--format", "json").json["files"]
    assert again[-1]["file"] == "sign-off-2.xlsx"


def test_nobody_is_named_unless_a_reason_is_given(pack_of_25: Path, run: Run, tmp_path: Path) -> None:
    """The audit keeps that names were asked for, why, and none of them."""
    run("batch", "pack", "b1", "-o", tmp_path / "a", "--identified", status=2)
    assert not (tmp_path / "a").exists()
    run("batch", "pack", "b1", "-o", tmp_path / "a")
    run("batch", "pack", "b1", "-o", tmp_path / "b", "--identified", "--reason", "Cérémonie")
    page, places = sheet_of(tmp_path / "b" / "sign-off.xlsx")
    assert page.cell(6, places["Nom"]).value == "Personne00 Benfictif"
    assert page.cell(15, places["Nom"]).value == HOSTILE
    assert "Nom" not in sheet_of(tmp_path / "a" / "sign-off.xlsx")[1]
    with opened(pack_of_25) as database:
        told = str(database.execute("SELECT command, changes FROM audit ORDER BY id DESC LIMIT 1").fetchall())
    assert "batch pack" in told
    assert "Cérémonie" in told
    assert "Benfictif" not in told
    codes = codes_of(run)
    for name in PDFS:
        coded, named = text_of(tmp_path / "a" / name), text_of(tmp_path / "b" / name)
        assert "Benfictif" not in coded
        assert "ZZ50" not in coded
        if name != "minutes.pdf":
            assert all(code in coded for code in codes)
            assert "Personne00 Benfictif" in named


def test_nothing_to_print(planned: Path, run: Run, tmp_path: Path) -> None:
    assert "There is no batch b2." in run("batch", "pack", "b2", "-o", tmp_path / "p", status=3).err
    assert "Batch b1 has no line" in run("batch", "pack", "b1", "-o", tmp_path / "p", status=3).err
    run("batch", "cancel", "b1")
    assert "Batch b1 is cancelled" in run("batch", "pack", "b1", "-o", tmp_path / "p", status=3).err
    assert not (tmp_path / "p").exists()


def test_a_folder_that_is_a_file(pack_of_25: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "p").write_text("")
    assert "p" in run("batch", "pack", "b1", "-o", tmp_path / "p", status=2).err


def test_place_cards_for_what_is_missing(pack_of_25: Path, run: Run, tmp_path: Path) -> None:
    """What the programme requires and nobody has, what is known to be missing or refused: a card each."""
    project = lines_of(run)[0]["project"]
    with opened(pack_of_25) as database:
        run_script(
            database,
            f"""
            INSERT INTO requirement VALUES ('micro', 'document', 'invoice'), ('micro', 'document', 'minutes');
            INSERT INTO document (project_code, kind, state) VALUES ('{project}', 'invoice', 'present');
            INSERT INTO document (project_code, kind, state, reference)
            VALUES ('{project}', 'quotation', 'refused', 'D 17');
            INSERT INTO document (batch_code, kind, state) VALUES ('b1', 'delivery_note', 'missing');
            """,
        )
    answer = run("batch", "pack", "b1", "-o", tmp_path / "p", "--format", "json").json
    assert answer["missing_documents"] == 27  # minutes and note of the batch, one refused, 24 invoices
    assert [one["pages"] for one in answer["files"] if one["file"] == "placeholders.pdf"] == [4]
    text = text_of(tmp_path / "p" / "placeholders.pdf")
    assert text.count("facture") == 24
    assert "Pièce refusée" in text
    assert "D 17" in text


# ── officials ───────────────────────────────────────────────────────────────────────────────────


def test_officials(pack_of_25: Path, run: Run, tmp_path: Path) -> None:
    """Numbered as they were noted; whoever presided stands first in the minutes."""
    run("batch", "official", "add", "b1", "--name", "M. Second Fictif")
    run("batch", "official", "add", "b1", "--name", "Mme Première Fictive", "--role", "Gouverneure", "--presided")
    run("batch", "official", "add", "b1", "--name", "Erreur")
    run("batch", "official", "remove", "b1", "3")
    assert "no official no. 3" in run("batch", "official", "remove", "b1", "3", status=3).err
    assert run("batch", "show", "b1", "--format", "json").json["officials"] == [
        {"number": 1, "name": "M. Second Fictif", "role": None, "presided": False},
        {"number": 2, "name": "Mme Première Fictive", "role": "Gouverneure", "presided": True},
    ]
    assert "Gouverneure" in run("batch", "show", "b1").out
    run("batch", "pack", "b1", "-o", tmp_path / "p")
    text = text_of(tmp_path / "p" / "minutes.pdf")
    assert 0 < text.index("Mme Première Fictive") < text.index("M. Second Fictif")
    assert "Fictif" not in run("log", "list").out
    run("batch", "official", "add", "b1", "--name", "  ", status=2)
    run("batch", "official", "add", "nowhere", "--name", "X", status=3)


# ── back ────────────────────────────────────────────────────────────────────────────────────────


def how_it_went(run: Run) -> dict[str, Any]:
    """Who was absent, who came by proxy, and, as asked for with a reason, the proxies and remarks that were written."""
    shown = run("batch", "show", "b1", "--identified", "--reason", "Contrôle", "--format", "json").json["lines"]
    return {
        "absent": {line["beneficiary"] for line in shown if line["status"] == "absent"},
        "by proxy": {line["beneficiary"] for line in shown if line["received_by"] == "proxy"},
        "written": {
            line["beneficiary"]: (line["proxy"], line["remark"]) for line in shown if line["proxy"] or line["remark"]
        },
    }


def as_filled(codes: list[str]) -> dict[str, Any]:
    """What :func:`fill` says."""
    return {
        "absent": {codes[2], codes[8]},
        "by proxy": {codes[4]},
        "written": {codes[2]: (None, "Malade"), codes[4]: ("Zahra Parente", "وكالة مصادق عليها")},
    }


def test_the_filled_sheet_comes_back(sheet: Path, run: Run) -> None:
    """The day stands in the sheet; what was understood is said before anything is written."""
    codes = codes_of(run)
    filled = edit(sheet, fill)
    before = run("batch", "show", "b1", "--format", "json").out
    dry = run("batch", "hold", "b1", "--from", filled, "--dry-run").out
    assert "Checked only" in dry
    assert run("batch", "show", "b1", "--format", "json").out == before
    said = run("batch", "hold", "b1", "--from", filled).out
    assert "understood for 2024-12-06" in said
    assert f"absent: 2 ({codes[2]}, {codes[8]})" in said
    assert f"by proxy: 1 ({codes[4]})" in said
    assert "Parente" not in said
    assert "Malade" not in said + run("log", "list").out
    assert how_it_went(run) == as_filled(codes)


def test_the_books_hold(filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the sheet says is recorded as what is typed."""
    monkeypatch.setenv("REINSERT_NOW", "2024-12-06T18:00:00+00:00")
    run("batch", "lock", "b1")
    run("batch", "pack", "b1", "-o", tmp_path / "p")

    def fill_three(page: Worksheet, places: dict[str, int]) -> None:
        for row, mark in zip((6, 7, 8), ("x", "ح", "غ"), strict=True):
            page.cell(row, places["Présence"]).value = mark

    path = edit(tmp_path / "p" / "sign-off.xlsx", fill_three)
    run("batch", "hold", "b1", "--from", path, "--on", "06/12/2024", "--delivered-by", "Agent Fictif")
    assert [line["status"] for line in lines_of(run)] == ["delivered", "delivered", "absent"]
    run("check")


def test_sorted_renamed_and_without_its_hidden_column(sheet: Path, run: Run) -> None:
    """Rows in another order, columns in another order, other languages of headings: it is the same sheet."""
    codes = codes_of(run)

    def shuffle(page: Worksheet, places: dict[str, int]) -> None:
        fill(page, places)
        rows = rows_of(page)
        for number, row in enumerate(sorted(rows, key=lambda row: str(row[1])), 6):
            for place, value in enumerate(row, 1):
                page.cell(number, place).value = value
        page.delete_cols(places["Clé (reinsert)"])
        page.insert_rows(1, 2)
        page.cell(7, places["Présence"]).value = "الحضور"
        page.move_range("H7:H32", cols=8)

    run("batch", "hold", "b1", "--from", edit(sheet, shuffle, "copie (2).xlsx"), "--on", "07/12/2024")
    assert how_it_went(run) == as_filled(codes)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_saved_by_libreoffice(sheet: Path, run: Run, suffix: str) -> None:
    codes = codes_of(run)
    path = converted(edit(sheet, fill), suffix)
    run("batch", "hold", "b1", "--from", path)
    assert how_it_went(run) == as_filled(codes)


def test_a_sheet_with_names_comes_back_too(sheet: Path, run: Run, tmp_path: Path) -> None:
    run("batch", "pack", "b1", "-o", tmp_path / "named", "--identified", "--reason", "Cérémonie")
    codes = codes_of(run)
    run("batch", "hold", "b1", "--from", edit(tmp_path / "named" / "sign-off.xlsx", fill))
    assert how_it_went(run) == as_filled(codes)


@pytest.mark.parametrize(
    ("others", "here", "gone"), [("present", 39, 1), ("absent", 0, 40)]
)  # fmt: skip
def test_others(sheet: Path, run: Run, others: str, here: int, gone: int) -> None:
    """Unmarked people are asked about, unless it is said what they are; nobody is held meanwhile."""
    codes = codes_of(run)

    def mark_one(page: Worksheet, places: dict[str, int]) -> None:
        page.cell(7, places["Présence"]).value = "A"

    path = edit(sheet, mark_one)
    asked = run("batch", "hold", "b1", "--from", path, status=1).out
    assert "Nothing says whether these people came" in asked
    assert codes[0] in asked
    assert codes[1] not in asked
    assert f"lines delivered: {here}; released: {gone}" in run(
        "batch", "hold", "b1", "--from", path, "--others", others
    ).out  # fmt: skip


def put(heading: str, value: Any, row: int = 7) -> Callable[[Worksheet, dict[str, int]], None]:
    """Write one cell of a filled sheet."""

    def change(page: Worksheet, places: dict[str, int]) -> None:
        fill(page, places)
        page.cell(row, places[heading]).value = value

    return change


def shift_codes(page: Worksheet, places: dict[str, int]) -> None:
    """Sort the codes alone: they come to stand in other people's rows."""
    fill(page, places)
    codes = sorted(str(page.cell(row, places["Code"]).value) for row in range(6, 31))
    for row, code in enumerate(codes, 6):
        page.cell(row, places["Code"]).value = code


def drop_row(page: Worksheet, places: dict[str, int]) -> None:
    fill(page, places)
    page.delete_rows(7)


def repeat_row(page: Worksheet, places: dict[str, int]) -> None:
    fill(page, places)
    page.append(rows_of(page)[0])


def stranger(page: Worksheet, places: dict[str, int]) -> None:
    fill(page, places)
    page.cell(31, places["Code"]).value = "Inconnu Fictif"
    page.cell(32, places["Présence"]).value = "x"


@pytest.mark.parametrize(
    ("change", "cell", "told"),
    [
        (put("Montant (DH)", 12), "D7", "The amount of {1} is not that of the ledger, 10,100.50 DH."),
        (put("Montant (DH)", None), "D7", "The amount of {1}"),
        (put("Présence", "peut-être"), "E7", "Whether {1} came cannot be read."),
        (put("Présence", "présent / absent"), "E7", "Whether {1} came cannot be read."),
        (put("Présence", "mandataire"), "F7", "{1} is marked as received by a proxy, who is not named."),
        (put("Mandataire", "Zahra Parente"), "E7", "A proxy is named beside {1}"),
        (put("Clé (reinsert)", "b1|{1}|0"), "B7", "stands in another person’s row"),
        (shift_codes, "B", "stands in another person’s row"),
        (drop_row, "", "People of the batch who are not in the sheet: {1}."),
        (repeat_row, "B31", "{0} stands there a second time."),
        (stranger, "B31", "Nobody of batch b1 has this code."),
        (stranger, "B32", "This row has no code."),
    ],
)
def test_findings(
    sheet: Path, pack_of_25: Ledger, run: Run, change: Callable[[Worksheet, dict[str, int]], None], cell: str, told: str
) -> None:
    """Each by its cell, nothing is held, and no word of the sheet is repeated."""
    codes = codes_of(run)
    before = bytes_of(pack_of_25)
    answer = run("batch", "hold", "b1", "--from", edit(sheet, change), status=1)
    assert told.format(*codes) in answer.out
    assert cell in answer.out
    assert "nothing is recorded" in answer.out
    assert "Parente" not in answer.out + answer.err
    assert "Inconnu" not in answer.out + answer.err
    assert bytes_of(pack_of_25) == before


def test_what_changed_since_the_sheet_was_made(pack_of_25: Path, run: Run, tmp_path: Path) -> None:
    """A sheet printed before an amount was corrected speaks of something else than the ledger."""
    run("batch", "pack", "b1", "-o", tmp_path / "p")
    run("batch", "correct", "b1", "1", "--amount", "10 001", "--reason", "faute de frappe")
    run("batch", "lock", "b1")
    answer = run("batch", "hold", "b1", "--from", edit(tmp_path / "p" / "sign-off.xlsx", fill), status=1).out
    assert f"What {codes_of(run)[0]} is to receive has changed since the sheet was made." in answer


def test_another_files(sheet: Path, run: Run, tmp_path: Path, people: Path) -> None:
    """A list of another batch, no sign-off sheet at all, nothing, and a batch that is held already."""
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("import", people, "--as", "distributions", "--batch", "b2", "--envelope", "env")
    run("batch", "lock", "b2")
    filled = edit(sheet, fill)
    other = run("batch", "hold", "b2", "--from", filled, "--on", "2024-12-06", status=3).err
    assert "is the sign-off sheet of batch b1, not of b2" in other
    assert "is no sign-off sheet" in run("batch", "hold", "b1", "--from", people, status=4).err
    run("batch", "hold", "b1", "--from", tmp_path / "none.xlsx", status=4)
    run("batch", "hold", "b1", "--from", filled)
    assert "is held" in run("batch", "hold", "b1", "--from", filled, status=3).err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--from", "{file}", "--absent", "B-X"], "--absent and --proxy cannot be given beside it"),
        (["--from", "{file}", "--proxy", "B-X=Y"], "--absent and --proxy cannot be given beside it"),
        (["--others", "present", "--on", "2024-12-06"], "--others goes with --from only"),
        (["--from", "{file}", "--others", "gone"], "“gone” is no presence."),
        ([], "--on"),
    ],
)
def test_options_that_do_not_go_together(sheet: Path, run: Run, options: list[str], told: str) -> None:
    options = [option.format(file=sheet) for option in options]
    assert told in run("batch", "hold", "b1", *options, status=2).err


def test_a_sheet_without_a_day(sheet: Path, run: Run) -> None:
    def no_day(page: Worksheet, places: dict[str, int]) -> None:
        fill(page, places)
        page.cell(3, 4).value = None

    path = edit(sheet, no_day)
    assert "The day of the handover is missing." in run("batch", "hold", "b1", "--from", path, status=2).err
    run("batch", "hold", "b1", "--from", path, "--on", "06/12/2024")


def test_the_papers_after_the_day(sheet: Path, run: Run, tmp_path: Path) -> None:
    """Once held, the papers are filled: who came, who did not, by proxy, and what was handed over in words."""
    run("batch", "hold", "b1", "--from", edit(sheet, fill))
    run("batch", "pack", "b1", "-o", tmp_path / "after", "--identified", "--reason", "Archives")
    text = text_of(tmp_path / "after" / "minutes.pdf")
    assert "vendredi 6 décembre 2024" in text
    assert "vingt-trois bénéficiaires" in text
    assert "Zahra Parente" in text
    assert "Malade" in text
    signed = text_of(tmp_path / "after" / "sign-off.pdf")
    assert signed.count("Absent(e)") == 2
    assert signed.count("Par mandataire") == 1
    page, places = sheet_of(tmp_path / "after" / "sign-off.xlsx")
    assert page.cell(10, places["Mandataire"]).value == "Zahra Parente"
    assert page.cell(8, places["Présence"]).value == "absent · غائب"


def test_merged_people_keep_their_remarks(sheet: Path, run: Run) -> None:
    codes = codes_of(run)
    run("batch", "hold", "b1", "--from", edit(sheet, fill))
    run("beneficiary", "merge", codes[2], codes[4], "--reason", "Même personne")
    shown = run("batch", "show", "b1", "--identified", "--reason", "Contrôle", "--format", "json").json["lines"]
    assert {line["remark"] for line in shown if line["beneficiary"] == codes[2]} == {"Malade — وكالة مصادق عليها"}
