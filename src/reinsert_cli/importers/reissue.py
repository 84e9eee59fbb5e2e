"""Whether a file is an earlier one sent again, corrected; the difference between mending a line and adding one.

Decided by what the file repeats: more than half the rows of an earlier import, or half of them under the same
file name. A name alone proves nothing, for centres use the same one every month.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from reinsert_cli.importers.known import Earlier


@dataclass(frozen=True, slots=True)
class Reissue:
    """What the file repeats of earlier ones: each row's line by fingerprint, and the lines of the files it replaces."""

    rows: dict[str, int] = field(default_factory=dict)
    replaced: frozenset[int] = frozenset()

    @property
    def is_one(self) -> bool:
        """Tell whether the file replaces an earlier one."""
        return bool(self.replaced)


def recognise(earlier: Collection[Earlier], fingerprints: Collection[str], file_name: str) -> Reissue:
    """Compare a file's rows with those of the earlier imports into its batch, the newest last."""
    present = set(fingerprints)
    rows: dict[str, int] = {}
    replaced: set[int] = set()
    for one in earlier:
        rows |= one.rows
        same = len(present & one.rows.keys())
        if 2 * same > len(one.rows) or (2 * same == len(one.rows) and one.file_name == file_name):
            replaced |= set(one.rows.values())
    return Reissue(rows, frozenset(replaced))
