"""Names for files that we write after somebody else's: any system can keep them, nothing in them misleads a reader."""

from __future__ import annotations

import re
from typing import Final

from reinsert_cli.domain.text import clean

LONGEST: Final = 200
"""Bytes of a name; systems allow 255, and something is still to be added."""

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def safe_stem(stem: str) -> str:
    """Give the beginning of a file name: no separator, control or direction mark, no device's name, not too long."""
    plain = _FORBIDDEN.sub("-", clean(stem)).encode("utf-8")[:LONGEST].decode("utf-8", "ignore").strip(" .")
    return _RESERVED.sub(lambda found: f"{found[0]}_", plain, count=1) if _RESERVED.match(plain) else plain or "-"
