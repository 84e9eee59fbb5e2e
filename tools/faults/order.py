"""In which order a command puts what it writes on the disk: ``python -m tools.faults.order``; it needs strace.

A file is on the disk before it takes its name, and its name before the command ends; a write of the ledger has its
journal on the disk before the ledger changes, and the journal's end before it is told as done. So a power cut leaves
the old or the new, and never takes back what was told.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tools.faults.scene import ACTS, ENCRYPTED, Act, Stage, set_stage
from tools.faults.warm import program

CALLS: Final = "pwrite64,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat"
NAMING: Final = ("rename", "link")
MADE: Final = {
    "init": "new.db", "encrypt": "ledger.db", "rekey": ENCRYPTED, "backup": "out/backup.db", "restore": "ledger.db",
    "export": "out/people.xlsx",
}  # fmt: skip
"""The file that a command makes whole beside its place, by the act."""

_CALL: Final = re.compile(r"^(\w+)\((.*)$", re.MULTILINE)
_PATHS: Final = re.compile(r'<(/[^>]*)>|"([^"]+)"')

Call = tuple[str, tuple[str, ...]]


def calls_of(stage: Stage, act: Act) -> list[Call]:
    """Play an act and give its system calls, each with the paths that it names, from the stage's folder on."""
    stage.fresh()
    log = stage.folder.parent / "calls"
    ended = stage.act(act, trace=("-y", "-s", "0", "-o", str(log), "-e", f"trace={CALLS}"))
    assert ended.status in {0, 1}, ended
    text = re.sub(r"AT_FDCWD<[^>]*>", "", log.read_text(encoding="utf-8", errors="replace"))
    return [(name, tuple(_paths(stage, rest))) for name, rest in _CALL.findall(text)]


def _paths(stage: Stage, said: str) -> Iterator[str]:
    for opened, named in _PATHS.findall(said):
        path = stage.folder / (opened or named)
        if path.is_relative_to(stage.folder):
            yield str(path.relative_to(stage.folder))


def place_of(calls: Sequence[Call], names: str, *paths: str, after: int = -1) -> int:
    """Give where the first call of ``names`` stands after a place whose last paths are these."""
    for place, (name, found) in enumerate(calls):
        if place > after and name in names.split() and found[-len(paths) :] == paths:
            return place
    raise AssertionError(f"no {names} of {paths} after call {after}")


def require_ledger_order(calls: Sequence[Call], ledger: str) -> None:
    """Require that the journal is synced, then the ledger; then the journal ends, and the folder knows it."""
    kept = place_of(calls, "fsync fdatasync", f"{ledger}-journal")
    changed = place_of(calls, "pwrite64", ledger)
    written = place_of(calls, "fsync fdatasync", ledger, after=changed)
    ended = place_of(calls, "unlink", f"{ledger}-journal", after=written)
    place_of(calls, "fsync fdatasync", ".", after=ended)
    assert kept < changed, "the ledger changed before its journal was on the disk"
    assert not _writes(calls[written + 1 : ended], ledger), "the ledger changed after it was synced"
    if _writes(calls[ended + 1 :], ledger):
        require_ledger_order(calls[ended + 1 :], ledger)


def _writes(calls: Sequence[Call], ledger: str) -> bool:
    return any(name == "pwrite64" and paths[-1:] == (ledger,) for name, paths in calls)


def require_file_order(calls: Sequence[Call], target: str) -> None:
    """Require that the draft is synced once it is whole, then takes its name, by a link or anew; then the folder is."""
    folder = str(Path(target).parent)
    named = next(
        place for place, (name, paths) in enumerate(calls) if name.startswith(NAMING) and paths[-1:] == (target,)
    )
    draft = calls[named][1][0]
    synced = place_of(calls[:named], "fsync fdatasync", draft)
    assert not any(name.endswith("write") and paths[:1] == (draft,) for name, paths in calls[synced + 1 :])
    place_of(calls, "fsync fdatasync", folder, after=named)


def require_folder_order(calls: Sequence[Call], target: str) -> None:
    """Require that each file of a pack is synced, and its folder, before that takes its name; then the folder above."""
    named = next(place for place, (name, paths) in enumerate(calls) if name == "renameat2" and target in paths)
    draft = calls[named][1][0]
    inside = {paths[-1] for name, paths in calls[:named] if name in {"fsync", "fdatasync"}}
    written = {paths[0] for name, paths in calls[:named] if name.endswith("write") and paths[0].startswith(f"{draft}/")}
    lasting = {path for path in written if not Path(path).name.startswith(".")}
    assert draft in inside, f"{draft} was not synced"
    assert lasting <= inside, f"not synced: {lasting - inside}"
    place_of(calls, "fsync fdatasync", str(Path(target).parent), after=named)


def orders(stage: Stage) -> Iterator[str]:
    """Require the order of each kind of write; give what was looked at."""
    for name in ("lock", "import", "erase", "migrate 0001"):
        calls = calls_of(stage, ACTS[name])
        require_ledger_order(calls, ACTS[name].ledger)
        yield f"{name}: the ledger"
    require_file_order(calls_of(stage, ACTS["import"]), "returned/list.retour.xlsx")
    yield "import: a copy for its sender"
    for name, target in MADE.items():
        require_file_order(calls_of(stage, ACTS[name]), target)
        yield f"{name}: {target}"
    require_folder_order(calls_of(stage, ACTS["monthly"]), "out/2026-01")
    yield "monthly: a pack"


def main() -> None:
    """Look at each kind of write."""
    with tempfile.TemporaryDirectory() as folder, program() as running:
        looked_at = list(orders(set_stage(running, Path(folder))))
    print(f"order on the disk: {len(looked_at)} kinds of writes: {'; '.join(looked_at)}")


if __name__ == "__main__":
    main()
