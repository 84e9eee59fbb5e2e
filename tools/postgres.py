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
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

SKIPPED: Final = 77
NOBODY: Final = 65534
INSTALLED: Final = Path("/usr/lib/postgresql")
DATA: Final = "data"
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
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    _run("initdb", "--pgdata", folder / DATA, "--username=owner", "--auth=trust", "--encoding=UTF8", "--locale=C", "-N")
    start(folder, settings)
    try:
        yield f"postgresql+psycopg:///{{}}?host={folder}&user=owner"
    finally:
        stop(folder)


def start(folder: Path, settings: Sequence[str] = FAST) -> None:
    """Start the server of a folder, and wait until it serves: also after it was killed."""
    options = " ".join(f"-c {setting}" for setting in settings)
    _run(
        "pg_ctl", "--pgdata", folder / DATA, "--wait", "--log", folder / "log", "-o", f"-k {folder} {options}", "start"
    )


def start_again(folder: Path, settings: Sequence[str] = FAST, tries: int = 60) -> None:
    """Start a server that was killed: once those that served its clients have noticed."""
    for _try in range(tries):
        with suppress(subprocess.CalledProcessError):
            start(folder, settings)
            return
        time.sleep(0.5)
    raise TimeoutError(folder)


def make(address: str, database: str) -> str:
    """Make an empty database on the server of an address, and give the database's own."""
    import psycopg  # noqa: PLC0415  (only where there is a server)

    there = address.format("postgres").replace("+psycopg", "")
    with psycopg.connect(there, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {database}")  # type: ignore[call-overload]
    return address.format(database)


def stop(folder: Path) -> None:
    """Stop the server of a folder at once."""
    _run("pg_ctl", "--pgdata", folder / DATA, "--mode=immediate", "stop")


def follow(conninfo: str, folder: Path) -> None:
    """Start, in ``folder``, a server that holds what another does and follows it: it is only read."""
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    _run("pg_basebackup", "--dbname", conninfo, "--pgdata", folder / DATA, "--write-recovery-conf", "--checkpoint=fast")
    start(folder, FAST)


def process_of(folder: Path) -> int:
    """Give the number of the server's process."""
    return int((folder / DATA / "postmaster.pid").read_text().split()[0])


def _run(program: str, *options: str | Path) -> None:
    found = programs()
    if found is None:
        raise FileNotFoundError("PostgreSQL is not installed: apt-get install postgresql")
    who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    command = [str(found / program), *map(str, options)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", **who)


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
