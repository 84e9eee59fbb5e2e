"""Lists of invented people and projects, brought in by their headings alone, and what the ledger then holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support import Rows, Run, opened, write_xlsx

TABLES = (
    "beneficiary", "identity", "sensitive", "known_as", "pathway_step", "project", "project_member", "cost",
    "batch_line", "line_share", "statement", "envelope", "envelope_region", "convention", "convention_partner",
    "convention_region", "journal",
)  # fmt: skip


def bring_in(run: Run, folder: Path, rows: Rows, *options: str, name: str = "liste.xlsx") -> Any:
    """Import rows as a file of that name, their kind told by the headings; give the one file's answer."""
    answer = run("import", write_xlsx(folder / name, rows), *options, "--format", "json", status=None)
    (file,) = answer.json["files"]
    return file


def asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    with opened(path) as database:
        return list(database.execute(query))


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that the ledger says, but for its memory of who did what."""
    return {table: sorted(asked(path, f"SELECT * FROM {table}"), key=repr) for table in TABLES}


def codes(file: Any) -> list[str]:
    """What was said of a file's rows."""
    return [problem["code"] for problem in file["problems"]]
