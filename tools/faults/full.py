"""Commands without room: ``python -m tools.faults.full [SIZES]``.

Each command runs on a small disk of its own, with so many sizes of room left on it; on one where no file more can have
a name; and on one that cannot be written. A command without room ends with a status and sentences of its own; the
ledger is whole and as it was, and so is every old export; once there is room, the same command goes well.
Disks are mounted in a namespace of the battery's own. Where that is not allowed, it says so and ends with status 77.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tools.faults.kills import Course, course_of
from tools.faults.scene import ACTS, LOOK, Act, Stage, set_stage
from tools.faults.warm import Ended, program

SKIPPED: Final = 77
APART: Final = ("unshare", "--mount", "--map-root-user")
INSIDE: Final = "REINSERT_FAULTS_INSIDE"
LARGE: Final = 64 << 20
MOST: Final = 1 << 20
"""Bytes, of which every command has enough."""

TOLD: Final = {
    2: ("cannot be written", "could not be written"),
    5: ("is full", "cannot be written", "cannot be opened"),
}
"""What a command without room ends with, and how its first sentence may end."""

UNSWEPT: Final = "may still hold traces"
"""What is said where somebody is erased, and there was no room to write the file anew: to be done again."""


def go_apart() -> None:
    """Go on in a namespace where disks may be mounted; where there is none, say so and end."""
    if os.environ.get(INSIDE):
        return
    if subprocess.run([*APART, "mount", "-t", "tmpfs", "none", "/mnt"], check=False, capture_output=True).returncode:
        print("SKIPPED: no disk can be mounted here", flush=True)
        raise SystemExit(SKIPPED)
    os.environ[INSIDE] = "1"
    os.execvp(APART[0], [*APART, sys.executable, "-m", "tools.faults.full", *sys.argv[1:]])  # noqa: S606


@contextmanager
def disk(stage: Stage) -> Iterator[None]:
    """Let the stage stand on a disk of its own, put back as it was."""
    _mount("-t", "tmpfs", "-o", f"size={LARGE},mode=700", "none", str(stage.folder))
    try:
        stage.fresh()
        yield
    finally:
        subprocess.run(["umount", str(stage.folder)], check=True)  # noqa: S607


def _mount(*options: str) -> None:
    subprocess.run(["mount", *options], check=True)  # noqa: S607


def again(stage: Stage, how: str) -> None:
    """Change the disk that the stage stands on: ``size=…``, ``nr_inodes=…``, ``ro``."""
    _mount("-o", f"remount,{how}", str(stage.folder))


def room(stage: Stage, left: int) -> str:
    """Give the option that leaves so many bytes free."""
    found = os.statvfs(stage.folder)
    return f"size={(found.f_blocks - found.f_bfree) * found.f_frsize + left}"


def names(stage: Stage, count: int) -> str:
    """Give the option that leaves so many names of files free."""
    found = os.statvfs(stage.folder)
    return f"nr_inodes={found.f_files - found.f_ffree + count}"


def tried(stage: Stage, course: Course, how: str, back: str) -> str:
    """Run an act on a disk changed so, look, change it back and go on; give ``refused`` or ``went well``."""
    act = course.act
    again(stage, how)
    ended = stage.act(act)
    went_well = ended.status == course.ended.status
    if not went_well:
        _require_told(ended)
    files = stage.files(act)
    assert not any(stage.temporary.iterdir()), list(stage.temporary.iterdir())
    for name, digest in course.files_before.items():
        assert files.get(name) in {digest, course.files_after.get(name)}, f"{name} is neither the old nor the new"
    assert stage.dump(act) == (course.after[0] if went_well or UNSWEPT in ended.err else course.before[0])
    again(stage, back)
    _require_room_helps(stage, course, went_well=went_well)
    return "went well" if went_well else "refused"


def _require_told(ended: Ended) -> None:
    first = (ended.err.splitlines() or [""])[0]
    assert any(words in first for words in (*TOLD.get(ended.status or 0, ()), UNSWEPT)), ended
    assert len(ended.err.splitlines()) <= 2, ended


def _require_room_helps(stage: Stage, course: Course, *, went_well: bool) -> None:
    act: Act = course.act
    if not went_well:
        once_more = stage.act(act)
        assert once_more.status == course.ended.status, once_more
        assert stage.dump(act) == course.after[0]
        assert stage.files(act) == course.files_after
    look = stage.play(LOOK, act.ledger)
    assert look.status == 0, look


def main() -> None:
    """Try each act with so many sizes of room, without names, and without leave to write."""
    go_apart()
    sizes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    wanted = [ACTS[name] for name in sys.argv[2:]] or list(ACTS.values())
    draw = random.Random(1)
    with tempfile.TemporaryDirectory() as folder, program() as running:
        stage = set_stage(running, Path(folder))
        for act in wanted:
            course = course_of(stage, act)
            ends: Counter[str] = Counter()
            for number in range(sizes):
                with disk(stage):
                    left = int(MOST * ((number + draw.random()) / sizes) ** 2)  # the smaller, the closer together
                    ends[tried(stage, course, room(stage, left), f"size={LARGE}")] += 1
            for number in range(3):
                with disk(stage):
                    ends["no name: " + tried(stage, course, names(stage, number), "nr_inodes=100000")] += 1
            with disk(stage):
                ends["read-only: " + tried(stage, course, "ro", "rw")] += 1
            said = ", ".join(f"{end} {times}" for end, times in ends.most_common())
            print(f"disk full, {act.name}: {sizes} sizes: {said}", flush=True)


if __name__ == "__main__":
    main()
