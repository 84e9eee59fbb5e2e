"""Where the backups of a ledger are: a list beside it, for whoever erases somebody must know what still names them.

It is not in the ledger: a backup would then be a write that the backup itself does not hold.
"""

from __future__ import annotations

import glob
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.store import clock, drafts


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that holds what a ledger held; the moment it was made in universal time, where that is known."""

    path: Path
    made_at: str | None
    is_there: bool
    """Whether it is found now: a stick may only be unplugged."""


def remember(ledger: Path, backup: Path) -> None:
    """Put a backup on the list; where the list cannot be written, the backup stands all the same."""
    _write(ledger, {**_read(ledger), str(backup.resolve()): f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"})


def forget(ledger: Path, backups: Iterable[Path]) -> None:
    """Take backups that are gone off the list."""
    gone = {str(backup.resolve()) for backup in backups}
    if gone:
        _write(ledger, {path: made for path, made in _read(ledger).items() if path not in gone})


def listed(ledger: Path) -> set[Path]:
    """Give the backups that are on the list, found now or not."""
    return {Path(path) for path in _read(ledger)}


def kept(ledger: Path) -> list[Kept]:
    """Give the backups of a ledger, and the former ledgers that restoring one kept beside it."""
    known = [Kept(Path(path), made, Path(path).is_file()) for path, made in _read(ledger).items()]
    return [*known, *(Kept(path, None, is_there=True) for path in _former(ledger))]


def _former(ledger: Path) -> list[Path]:
    """Give the former ledgers, and their journals: pages of them may stand there alone."""
    start, end = f"{glob.escape(ledger.stem)}.before-", glob.escape(ledger.suffix)
    return sorted(ledger.parent.glob(f"{start}*{end}*" if end else f"{start}*"))


def _list_of(ledger: Path) -> Path:
    return ledger.with_name(f"{ledger.name}.backups")


def _read(ledger: Path) -> dict[str, str]:
    try:
        said = json.loads(_list_of(ledger).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(made) for path, made in said.items()} if isinstance(said, dict) else {}


def _write(ledger: Path, known: dict[str, str]) -> None:
    with suppress(OSError, Refusal), drafts.drafted(_list_of(ledger)) as draft:
        draft.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        drafts.put(draft, _list_of(ledger), over=True)
