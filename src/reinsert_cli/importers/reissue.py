"""Whether a file is an earlier one sent again, corrected; the difference between mending a line and adding one.

Decided by what the file repeats: more than half the rows of an earlier import, or half of them under the same
file name. A name alone proves nothing, for centres use the same one every month.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Generic

from reinsert_cli.importers.earlier import Earlier, Subject


@dataclass(frozen=True, slots=True)
class Reissue(Generic[Subject]):
    """What the file repeats of earlier ones: what each row became by fingerprint, and what it replaces of them.

    ``writes`` are the audit records of the imports that it replaces.
    """

    rows: dict[str, Subject] = field(default_factory=dict)
    replaced: frozenset[Subject] = frozenset()
    writes: frozenset[int] = frozenset()

    @property
    def is_one(self) -> bool:
        """Tell whether the file replaces an earlier one."""
        return bool(self.replaced)


def recognise(earlier: Collection[Earlier[Subject]], fingerprints: Collection[str], file_name: str) -> Reissue[Subject]:
    """Compare a file's rows with those of the earlier imports that may be it, the newest last."""
    present = set(fingerprints)
    rows: dict[str, Subject] = {}
    replaced: set[Subject] = set()
    writes: set[int] = set()
    for one in earlier:
        rows |= one.rows
        same = len(present & one.rows.keys())
        if 2 * same > len(one.rows) or (2 * same == len(one.rows) and one.file_name == file_name):
            replaced |= set(one.rows.values())
            writes |= {one.audit_id} if one.audit_id else set()
    return Reissue(rows, frozenset(replaced), frozenset(writes))
