"""Makes the workbook that goes back: the sender's own where that can be taken up, else one that says the same."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.language import current, speaking
from reinsert_cli.domain.progress import silent
from reinsert_cli.importers.options import Options
from reinsert_cli.importers.reader import read
from reinsert_cli.importers.returns.marked import Marked, marked
from reinsert_cli.importers.returns.remarks import Said, faults_of, language_of, remarks
from reinsert_cli.importers.run import Prepared, prepare

if TYPE_CHECKING:
    from reinsert_cli.importers.returns.summary import Story

WORKBOOKS: Final = (".xlsx", ".xlsm")


def returned(prepared: Prepared, path: Path, options: Options, today: str) -> bytes:
    """Give the marked workbook of the file at ``path``, whose end is known, as the bytes of an .xlsx.

    Where the file is an .xlsx or .xlsm that can be taken up as it is, the workbook is the sender's, else one that
    says the same. ``today`` is an ISO date. Raises OSError when the file cannot be read any more.
    """
    from reinsert_cli.importers.returns.summary import Story  # noqa: PLC0415  (openpyxl)

    content = path.read_bytes()
    found, result = prepared.found, prepared.result
    language = language_of(prepared.source, found)
    is_other = language != current()
    with speaking(language):
        told = remarks(found, result, _said_again(prepared, path, options) if is_other else {})
        marks = marked(found, result, told, language) if found else None
        story = Story(result, told, len(prepared.rows), today, found.sheet.title if found else None)
        return _own(prepared, content, marks, story, language) or _equivalent(prepared, marks, story, language)


def _said_again(prepared: Prepared, path: Path, options: Options) -> Said:
    """Give the file's faults as the language in use says them: amounts, names of places and of columns."""
    try:
        again = prepare(read(path, encoding=options.encoding), options, silent)
    except Refusal:
        return {}
    return faults_of(again) if again.source.sha256 == prepared.source.sha256 else {}


def _own(prepared: Prepared, content: bytes, marks: Marked | None, story: Story, language: str) -> bytes | None:
    """Give the sender's own workbook, None where it cannot be taken up as it is."""
    from reinsert_cli.importers.returns.own import own_workbook  # noqa: PLC0415

    source = prepared.source
    is_same = hashlib.sha256(content).hexdigest() == source.sha256
    if not is_same or not source.name.lower().endswith(WORKBOOKS):
        return None
    try:
        return own_workbook(content, source, marks, story, language)
    except Exception:  # noqa: BLE001  (openpyxl raises whatever its parsers meet; then the equivalent is made)
        return None


def _equivalent(prepared: Prepared, marks: Marked | None, story: Story, language: str) -> bytes:
    from reinsert_cli.importers.returns.equivalent import equivalent, titles  # noqa: PLC0415

    sheet = titles(prepared.source)[story.sheet] if story.sheet else None
    return equivalent(prepared.source, marks, replace(story, sheet=sheet), language)
