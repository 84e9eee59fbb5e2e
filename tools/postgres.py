"""A private PostgreSQL server for as long as a command runs: ``python tools/postgres.py COMMAND…``.

The command finds it under ``REINSERT_TESTS_SERVER``, an address with ``{}`` for the name of a database. The server
keeps nothing, listens on a socket in a folder of its own, and runs as anybody but root. Where PostgreSQL is not
installed, that is said, and the status is 77.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SKIPPED: Final = 77
NOBODY: Final = 65534
INSTALLED: Final = Path("/usr/lib/postgresql")
FAST: Final = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=80", "listen_addresses=")
"""What a server is told whose data nobody will miss."""


def programs() -> Path | None:
    """Give the folder of the server's programs, the newest where there are several; None where there is none."""
    found = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    here = shutil.which("initdb")
    return found[-1].parent if found else Path(here).resolve().parent if here else None


@contextmanager
def server(folder: Path, settings: Sequence[str] = FAST) -> Iterator[str]:
    """Run a server whose data stands in ``folder``; give its address. Raises FileNotFoundError where there is none."""
    found = programs()
    if found is None:
        raise FileNotFoundError("PostgreSQL is not installed: apt-get install postgresql")
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    data, options = folder / "data", " ".join(f"-c {setting}" for setting in settings)
    _run(found / "initdb", "--pgdata", data, "--username=owner", "--auth=trust", "--encoding=UTF8", "--locale=C", "-N")
    _run(found / "pg_ctl", "--pgdata", data, "--wait", "--log", folder / "log", "-o", f"-k {folder} {options}", "start")
    try:
        yield f"postgresql+psycopg:///{{}}?host={folder}&user=owner"
    finally:
        _run(found / "pg_ctl", "--pgdata", data, "--mode=immediate", "stop")


def _run(*command: str | Path) -> None:
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/", **who)  # type: ignore[call-overload]


def main() -> int:
    """Run a command beside a server, and give its status."""
    if programs() is None:
        print("SKIPPED: PostgreSQL is not installed (apt-get install postgresql)", file=sys.stderr)
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="reinsert-pg-") as folder, server(Path(folder)) as address:
        surroundings = {**os.environ, "REINSERT_TESTS_SERVER": address}
        return subprocess.run(sys.argv[1:], check=False, env=surroundings).returncode


if __name__ == "__main__":
    sys.exit(main())
