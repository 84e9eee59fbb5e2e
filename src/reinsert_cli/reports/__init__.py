"""Reports: each takes a reader and filters and returns the neutral table; SQL over the views, no model.

``REPORTS`` is the whole list: a name here is a ``reinsert report`` command.
"""

from __future__ import annotations

from typing import Final

REPORTS: Final = ("region", "programme", "batch", "budget", "convention", "statements", "documents", "journal")
