"""Ask what is known against the packages of the lock: ``python tools/audit.py``.

One question to the database of open source vulnerabilities (osv.dev), which gathers those of PyPI and others; it
learns which packages we use, nothing else. Where it cannot be reached, that is told loudly and nothing is audited.
"""

from __future__ import annotations

import json
import sys
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from packages import pinned, version_of

DATABASE = "https://api.osv.dev/v1/querybatch"
SECONDS = 30
UNREACHABLE = """
*** NOT AUDITED: the database of vulnerabilities cannot be reached ({reason}).        ***
*** Nothing is known of the packages either way; ask again where there is a network.  ***
"""


Package = tuple[str, str]
"""Its name and its version."""


def known_against(packages: list[Package], database: str) -> dict[Package, list[str]]:
    """Give what is known against some packages; raises OSError, ValueError or KeyError where nobody answers."""
    queries = [{"package": {"ecosystem": "PyPI", "name": name}, "version": version} for name, version in packages]
    body = json.dumps({"queries": queries}).encode()
    question = urllib.request.Request(database, body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(question, timeout=SECONDS) as answer:  # noqa: S310  (our own address)
        results = json.load(answer)["results"]
    told = zip(packages, results, strict=True)
    return {package: [one["id"] for one in result["vulns"]] for package, result in told if result.get("vulns")}


def main(database: str = DATABASE) -> int:
    """Tell what is known, and give 1 where something is."""
    packages = [(one.name, version_of(one)) for one in pinned()]
    try:
        known = known_against(packages, database)
    except (OSError, ValueError, KeyError) as error:
        print(UNREACHABLE.format(reason=type(error).__name__), file=sys.stderr)
        return 0
    for package, numbers in known.items():
        print(f"{' '.join(package)}: {', '.join(numbers)}")
    if known:
        print("See https://osv.dev/vulnerability/NUMBER, then: make lock", file=sys.stderr)
        return 1
    print(f"{len(packages)} packages: nothing known against them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
