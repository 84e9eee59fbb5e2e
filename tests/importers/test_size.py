"""Hostile sizes are refused quickly; long sheets stay linear."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from tests.support import Run, write_xlsx


@pytest.mark.parametrize(
    "cell", ['<row r="1048576"><c r="A1048576"><v>1</v></c></row>', '<row r="9"><c r="XFD9"><v>1</v></c></row>']
)
def test_a_tiny_file_that_claims_to_be_huge(planned: Path, run: Run, tmp_path: Path, cell: str) -> None:
    """One cell at the far end of a sheet: in seconds the table is read, and the cell is told."""
    plain = write_xlsx(tmp_path / "plain.xlsx", [("CIN", "Montant"), ("ZZ1", 1)])
    hostile = tmp_path / "hostile.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            content = source.read(entry).decode()
            if entry.startswith("xl/worksheets/"):
                content = content.replace("</sheetData>", cell + "</sheetData>")
            target.writestr(entry, content)
    started = time.monotonic()
    answer = run("import", hostile, "--batch", "b1", "--envelope", "env", "--format", "json", status=1).json["files"][0]
    assert answer["outcomes"]["new"] == 1
    assert [problem["code"] for problem in answer["problems"]] == ["file.far_cells"]
    assert time.monotonic() - started < 20


def test_twice_the_rows_take_about_twice_the_time(planned: Path, run: Run, tmp_path: Path) -> None:
    """Names only, all sent again with their amounts mended: the slowest path, and no quadratic one."""

    def seconds(rows: int, batch: str) -> float:
        run("batch", "plan", batch, "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
        path = tmp_path / "names.csv"
        target = ("--batch", batch, "--envelope", "env", "--centre", "fes", "--format", "json")
        head = "Nom et prénom;Désignation;Montant\n"
        path.write_text(head + "".join(f"{batch} n{n};a;{n + 1}\n" for n in range(rows)))
        run("import", path, *target)
        started = time.monotonic()
        path.write_text(head + "".join(f"{batch} n{n};a;{n + 1 + n % 3 // 2}\n" for n in range(rows)))
        outcomes = run("import", path, *target).json["files"][0]["outcomes"]
        assert outcomes["updated"] == sum(n % 3 == 2 for n in range(rows))
        return time.monotonic() - started

    small, large = seconds(1000, "small"), seconds(4000, "large")
    assert large < 12 * small
