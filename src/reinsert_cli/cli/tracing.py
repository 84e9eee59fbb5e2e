"""Where in the program something failed, for whoever mends it: places and kinds of errors, never what an error says.

What an error says may be a cell, a name, a row of the ledger; so may what a variable holds. Neither is ever written.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator


def trace(error: BaseException) -> None:
    """Write on standard error where ``error`` came from, and what it came of."""
    for line in _lines(error):
        print(line, file=sys.stderr)


def _lines(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _lines(before)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def unheard(failure: sys.UnraisableHookArgs) -> None:
    """Tell of what failed while it was thrown away only what kind of failure it was."""
    print(f"  ({failure.exc_type.__module__}.{failure.exc_type.__qualname__})", file=sys.stderr)
