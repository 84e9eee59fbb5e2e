"""Install what the lock names, each file by its hash, then this program: what ``make`` begins with.

An index that has not what the lock names is told so, and what ``pyproject.toml`` allows is taken from it. A file of
another hash ends everything: it is not the one that was tried.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-dev.lock"

MISMATCH = "DO NOT MATCH THE HASHES"
TAMPERED = "A package is not the file that requirements-dev.lock names: nothing more is installed. See SECURITY.md."
UNLOCKED = """
*** This index has not all that requirements-dev.lock names: installing what pyproject.toml allows instead. ***
*** The packages are then not those that the tests were last passed with, and their hashes are unchecked.   ***
"""


def pip(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this environment's pip; give what it said on standard error."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)


def main() -> int:
    """Install, and give the exit status."""
    locked = pip("--require-hashes", "--requirement", str(LOCK))
    if locked.returncode == 0:
        done = pip("--no-deps", "--no-build-isolation", "--editable", ".")
    elif MISMATCH in locked.stderr:
        print(locked.stderr, TAMPERED, sep="\n", file=sys.stderr)
        return 1
    else:
        print(locked.stderr, UNLOCKED, sep="\n", file=sys.stderr)
        newest = pip("--upgrade", "pip>=25.1")  # the first that knows groups
        done = newest if newest.returncode else pip("--editable", ".", "--group", "dev")
    print(done.stderr, end="", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
