"""Workbooks are archives of files; a member's time must not make two workbooks of the same content differ."""

from __future__ import annotations

from typing import IO, Final, Literal
from zipfile import ZipFile, ZipInfo

_STILL: Final = (1980, 1, 1, 0, 0, 0)  # the earliest time an archive can carry


class StillArchive(ZipFile):
    """An archive whose members all carry the same time, so that it depends on nothing but their content."""

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
