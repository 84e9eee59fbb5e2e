"""Workbooks are archives of files; a member's time must not make two workbooks of the same content differ."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Final, Literal
from zipfile import ZipFile, ZipInfo

_STILL: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time an archive can carry


@contextmanager
def sheets_in_memory() -> Iterator[None]:
    """Let openpyxl keep in memory the sheets that it writes meanwhile, all of them into a :class:`StillArchive`.

    By itself it sets each aside in the whole machine's folder for such things, where a killed run leaves it: names,
    card numbers.
    """
    from openpyxl.worksheet import _writer  # noqa: PLC0415  (only workbooks need it)

    inside: Any = _writer
    before = inside.create_temporary_file, inside.WorksheetWriter.cleanup
    inside.create_temporary_file, inside.WorksheetWriter.cleanup = io.BytesIO, _leave
    try:
        yield
    finally:
        inside.create_temporary_file, inside.WorksheetWriter.cleanup = before


def _leave(_writer: object) -> None:
    """There is no file to be removed."""


class StillArchive(ZipFile):
    """An archive whose members all carry the same time, so that it depends on nothing but their content."""

    def write(self, filename: Any, arcname: Any = None, *options: Any, **more: Any) -> None:
        """Add a file as :meth:`ZipFile.write` does, or what stands in memory."""
        if isinstance(filename, io.BytesIO):
            self.writestr(arcname, filename.getvalue())
        else:
            super().write(filename, arcname, *options, **more)

    def open(
        self,
        name: str | ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        """Open a member as :meth:`ZipFile.open` does; one that is written carries the earliest time there is."""
        if isinstance(name, ZipInfo) and mode == "w":
            name.date_time = _STILL
        return super().open(name, mode, pwd, force_zip64=force_zip64)
