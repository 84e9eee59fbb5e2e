"""Writes the files of sample_data/broken, the same bytes each time, from the table in broken_samples.py.

What an import says of them is in expected.json, which the tests compare and, asked to, write anew:
``REINSERT_TESTS=update pytest tests/test_broken_samples.py``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from broken_samples import FILES

FOLDER = Path(__file__).parents[1] / "sample_data" / "broken"


def write_all(folder: Path) -> None:
    """Write every file into ``folder``, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FILES.items():
        (folder / name).write_bytes(content)


def main() -> None:
    """Write the files where the command line says, else into ``sample_data/broken``."""
    parser = argparse.ArgumentParser(description="Write the broken sample files.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    write_all(parser.parse_args().folder)


if __name__ == "__main__":
    main()
