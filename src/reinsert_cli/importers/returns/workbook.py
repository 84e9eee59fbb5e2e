"""Makes the workbook that goes back: the sender's own where that can be taken up, else one that says the same."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reinsert_cli.domain.language import current, speaking
from reinsert_cli.domain.progress import silent
from reinsert_cli.importers import columns
from reinsert_cli.importers.fields import Kind
from reinsert_cli.importers.returns.marked import Marked, marked
from reinsert_cli.importers.returns.remarks import language_of, remarks
from reinsert_cli.importers.run import Prepared

if TYPE_CHECKING:
    from reinsert_cli.importers.returns.summary import Story

WORKBOOKS: Final = (".xlsx", ".xlsm")


def returned(prepared: Prepared, content: bytes, kinds: Sequence[Kind], today: str) -> bytes:
    """Give the marked workbook of a file whose end is known, as the bytes of an .xlsx.

    ``content`` is the file's own bytes: where they are an .xlsx or .xlsm that can be taken up as it is, the workbook
    is the sender's, else one that says the same. ``kinds`` are those that were looked for, ``today`` an ISO date.
    """
    from reinsert_cli.importers.returns.summary import Story  # noqa: PLC0415  (openpyxl)

    found, result = prepared.found, prepared.result
    language = language_of(prepared.source, found)
    is_other = language != current()
    with speaking(language):
        again = columns.parse(found, silent) if found and is_other else ()
        told = remarks(found, result, kinds, again)
        marks = marked(found, result, told, language) if found else None
        story = Story(result, told, len(prepared.rows), today, found.sheet.title if found else None)
        return _own(prepared, content, marks, story, language) or _equivalent(prepared, marks, story, language)


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
    from dataclasses import replace  # noqa: PLC0415

    from reinsert_cli.importers.returns.equivalent import equivalent, titles  # noqa: PLC0415

    sheet = titles(prepared.source)[story.sheet] if story.sheet else None
    return equivalent(prepared.source, marks, replace(story, sheet=sheet), language)
