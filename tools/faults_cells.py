"""Look for cells and sheets that break the readers, for as long as asked: ``python tools/faults_cells.py 600``.

The same properties as the tests hold, with no bound on the number of examples; what fails is printed with the
smallest cells that show it, and kept in ``.hypothesis`` so that the tests try it first.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hypothesis import HealthCheck, settings

EXAMPLES = 2_000
"""How many are tried of one property before the next has its turn."""

settings.register_profile("long", max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("long")  # before the properties are defined, which take it over

from tests.importers.test_cells import test_nothing_breaks_a_reader, test_thousands_are_exact  # noqa: E402
from tests.importers.test_header import test_nothing_breaks_the_finder  # noqa: E402
from tests.importers.test_rows import test_no_amount_is_ever_lost  # noqa: E402

PROPERTIES: tuple[Callable[[], None], ...] = (
    test_nothing_breaks_a_reader,
    test_nothing_breaks_the_finder,
    test_no_amount_is_ever_lost,
    test_thousands_are_exact,
)


def main(seconds: float) -> None:
    """Try each property in turn, always with new examples, until the time is over."""
    until = time.monotonic() + seconds
    rounds = 0
    while time.monotonic() < until:
        for holds in PROPERTIES:
            holds()
        rounds += 1
    print(f"{rounds * EXAMPLES} examples of each of {len(PROPERTIES)} properties: nothing found")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
