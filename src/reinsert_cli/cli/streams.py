"""The standard streams as the program needs them: there, and able to take whatever it says."""

from __future__ import annotations

import codecs
import os
import sys
from io import TextIOWrapper


def prepare() -> None:
    """Let streams that are closed lead nowhere, and let no letter end a command.

    A file opened later would take the place of a closed stream. Where the system knows ASCII only, UTF-8 is written, as
    Python itself does; in other encodings, letters that they lack are written as their numbers.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _leading_nowhere(number))
        elif number and isinstance(stream, TextIOWrapper):
            is_poor = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding="utf-8" if is_poor else None, errors="backslashreplace")


def _leading_nowhere(number: int) -> TextIOWrapper:
    handle = os.open(os.devnull, os.O_RDWR)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)
    return open(number, "w" if number else "r", encoding="utf-8", closefd=False)
