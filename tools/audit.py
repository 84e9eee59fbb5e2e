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

from packages import locked

DATABASE = "https://api.osv.dev/v1/querybatch"
SECONDS = 30
UNREACHABLE = """
*** NOT AUDITED: the database of vulnerabilities cannot be reached ({reason}).        ***
*** Nothing is known of the packages either way; ask again where there is a network.  ***
"""


def known_against(versions: dict[str, str], database: str) -> dict[str, list[str]]:
    """Give what is known against each package, by its name; raises OSError or ValueError where nobody answers."""
    queries = [
        {"package": {"ecosystem": "PyPI", "name": name}, "version": version} for name, version in versions.items()
    ]
    body = json.dumps({"queries": queries}).encode()
    question = urllib.request.Request(database, body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(question, timeout=SECONDS) as answer:  # noqa: S310  (our own address)
        results = json.load(answer)["results"]
    told = zip(versions, results, strict=True)
    return {name: [one["id"] for one in result.get("vulns", ())] for name, result in told if result.get("vulns")}


def main(database: str = DATABASE) -> int:
    """Tell what is known, and give 1 where something is."""
    versions = {name: str(version) for name, version in locked().items()}
    try:
        known = known_against(versions, database)
    except (OSError, ValueError, KeyError) as error:
        print(UNREACHABLE.format(reason=type(error).__name__), file=sys.stderr)
        return 0
    for name, numbers in known.items():
        print(f"{name} {versions[name]}: {', '.join(numbers)}")
    if known:
        print("See https://osv.dev/vulnerability/NUMBER, then: make lock", file=sys.stderr)
        return 1
    print(f"{len(versions)} packages: nothing known against them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
