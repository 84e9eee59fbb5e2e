"""Pages as PDF. What people wrote crosses as JSON and is only ever text there: nothing of it is read as markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final

PAGES: Final = Path(__file__).with_name("pages")


@dataclass(frozen=True, slots=True)
class Paper:
    """One PDF and how many pages it has."""

    content: bytes
    pages: int


def typeset(page: str, data: Mapping[str, Any], day: str) -> Paper:
    """Set one of the papers of ``pages/``, dated ``day`` (ISO): the same data and day give the same bytes."""
    import fontpkg_ibm_plex_sans_arabic as font  # noqa: PLC0415  (only the papers need it)
    import typst  # noqa: PLC0415  (80 MB of library)

    made = datetime.combine(date.fromisoformat(day), time(), UTC)
    compiler = typst.Compiler(
        PAGES / f"{page}.typ",
        root=PAGES,
        font_paths=[font.ROOT / "files"],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    content = compiler.compile(format="pdf", timestamp=made)
    assert isinstance(content, bytes)  # noqa: S101  (a PDF is one file; pictures would be a list)
    count = json.loads(compiler.query("<pages>", field="value", one=True))
    return Paper(content, int(count))
