"""List the licence of every package in ``docs/licences.md``: ``python tools/licences.py``.

They are read from what is installed. A licence that is not allowed, or cannot be told, is a failure.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import distribution
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from packages import asked_for, needed

PAGE = Path(__file__).parents[1] / "docs" / "licences.md"

ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "CC0-1.0",
        "ISC",
        "LGPL-3.0-only",  # psycopg, an extra: a library that is called as it is
        "MIT",
        "MIT-0",
        "MPL-2.0",
        "OFL-1.1",
        "PSF-2.0",
        "Zlib",
    }
)
"""Licences under which the program may be given away with, or made by means of, a package."""

NAMES = {
    "MIT License": "MIT",
    "MIT license": "MIT",
    "The MIT License (MIT)": "MIT",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD-2-Clause License": "BSD-2-Clause",
    "BSD-3-Clause License": "BSD-3-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""What packages write that came before one way of naming licences (SPDX)."""

INTRODUCTION = """# Licences

The program is under the MIT licence. These are the licences of the packages that it uses, as each package tells it;
`make licences` makes this page, and `make test` fails where it is stale or a licence is not on the list of
`tools/licences.py`. Outlines of the map: `render/page/morocco.LICENSE`.
"""


READ = {"sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0"}
"""What the files say of a package whose metadata says nothing: here its own licence, SQLCipher's and OpenSSL's."""


def licence_of(name: str) -> str:
    """Give the licence of an installed package, by its SPDX name where that can be told."""
    if name in READ:
        return READ[name]
    told = distribution(name).metadata
    if told.get("License-Expression"):
        return str(told["License-Expression"])
    classified = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier", []) if one.startswith("License :: ")]
    written = (told.get("License") or "").strip().partition("\n")[0]
    for said in (written, *classified):
        if said in ALLOWED or said in NAMES:
            return NAMES.get(said, said)
    return written or " ".join(classified)


def is_allowed(licence: str) -> bool:
    """Tell whether one of the licences to choose from, each part of it, is allowed."""
    choices = re.split(r"\s+OR\s+", licence.strip("()"))
    return any(all(part in ALLOWED for part in re.split(r"\s+AND\s+", one.strip("()"))) for one in choices)


def found() -> tuple[dict[str, str], dict[str, str]]:
    """Give the licence of each package that the program needs, and of those that only its development does."""
    program, development = asked_for()
    running = needed(program)
    making = needed(development) - running
    return {name: licence_of(name) for name in sorted(running)}, {name: licence_of(name) for name in sorted(making)}


def page() -> str:
    """Write the page."""
    running, making = found()
    parts = [INTRODUCTION, _table("To run it", running), _table("To develop it", making)]
    return "\n".join(parts)


def _table(title: str, licences: dict[str, str]) -> str:
    rows = "".join(f"| {name} | {licence} |\n" for name, licence in licences.items())
    return f"## {title}\n\n| package | licence |\n|---|---|\n{rows}"


def main() -> int:
    """Write the page; give 1 where a licence is not allowed."""
    refused = [name for some in found() for name, licence in some.items() if not is_allowed(licence)]
    for name in refused:
        print(f"{name}: {licence_of(name)!r} is not on the list of licences allowed", file=sys.stderr)
    PAGE.write_text(page(), encoding="utf-8")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
