"""Commands killed at random moments and at random system calls: ``python -m tools.faults.kills [COUNT [ACT…]]``.

After each: the ledger is as before the command or as after it, never between; what ended well is there; the next
command, a read or a write, needs no unlocking; old exports are as they were, to the byte, until the new ones stand
whole in their place; the folder for temporary files is empty; and the same command once more leaves nothing of the
killed one behind.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.faults.scene import ACTS, ERASED_NAME, LATER, LOOK, Act, Stage, set_stage
from tools.faults.warm import Ended, program

CALLS: Final = (
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "link", "linkat", "unlink", "unlinkat", "rename",
    "renameat", "renameat2", "mkdir", "mkdirat", "fchmod", "chmod",
)  # fmt: skip
"""The system calls by which a command leaves something behind."""


UNUSABLE: Final = 5


@dataclass(frozen=True)
class Course:
    """An act that nothing befalls: its states before and after, also with a write that follows, and its calls."""

    act: Act
    ended: Ended
    before: tuple[str, str]
    after: tuple[str, str]
    files_before: dict[str, str]
    files_after: dict[str, str]
    calls: tuple[str, ...]


def course_of(stage: Stage, act: Act) -> Course:
    """Play an act undisturbed, and see what it does."""
    stage.fresh()
    files_before, before = stage.files(act), stage.dump(act)
    stage.play(LATER, act.ledger)
    before_later = stage.dump(act)
    stage.fresh()
    ended = stage.act(act)
    after, files_after = stage.dump(act), stage.files(act)
    stage.play(LATER, act.ledger)
    after_later = stage.dump(act)
    return Course(
        act, ended, (before, before_later), (after, after_later), files_before, files_after, _calls(stage, act)
    )


def _calls(stage: Stage, act: Act) -> tuple[str, ...]:
    """Give the system calls of an act, in order; none where strace is not there."""
    if not shutil.which("strace"):
        return ()
    stage.fresh()
    log = stage.folder / "calls"
    stage.act(act, trace=("-o", str(log), "-e", f"trace={','.join(CALLS)}"))
    return tuple(re.findall(r"^(\w+)\(", log.read_text(encoding="utf-8", errors="replace"), re.MULTILINE))


def faults(course: Course, count: int, draw: random.Random) -> Iterator[dict[str, object]]:
    """Give kills: one half at random moments, the other as one of the system calls begins."""
    for number in range(count):
        if number % 2 and course.calls:
            place = draw.randrange(len(course.calls))
            call = course.calls[place]
            which = course.calls[: place + 1].count(call)
            yield {"trace": ("-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={which}")}
        else:
            yield {"kill_after": draw.uniform(0, course.ended.seconds)}


def killed(stage: Stage, course: Course, fault: dict[str, object], *, then_write: bool) -> str:
    """Kill an act, look at what is left, and go on; give what came of it: ``before``, ``after`` or ``done``.

    Raises AssertionError where something is not as it must be.
    """
    act = course.act
    stage.fresh()
    ended = stage.act(act, **fault)
    assert ended.status in {None, course.ended.status}, ended
    files = stage.files(act)
    assert not any(stage.temporary.iterdir()), list(stage.temporary.iterdir())
    for name, digest in course.files_before.items():
        assert files.get(name) in {digest, course.files_after.get(name)}, f"{name} is neither the old nor the new"
    state = _state(stage, course, then_write=then_write and act.writes)
    if ended.status is not None:
        assert state in {"after", "same"}, f"{ended} was acknowledged, and is lost"
    _once_more(stage, course, state, is_clean=not (then_write and act.writes))
    return "ended before" if ended.status is not None else state


def _state(stage: Stage, course: Course, *, then_write: bool) -> str:
    """Let the next command go on as if nothing had happened, and give which state it found."""
    act = course.act
    if not (stage.folder / act.ledger).exists():
        assert not course.before[0]
        return "before"
    following = stage.play(LATER if then_write else LOOK, act.ledger)
    is_old = act.name.startswith("migrate") and following.status == UNUSABLE and "reinsert migrate" in following.err
    assert following.status == 0 or is_old, following
    dump = stage.dump(act)
    before, after = course.before[then_write], course.after[then_write]
    assert dump in {before, after}, "half applied"
    return "same" if before == after else "before" if dump == before else "after"


def _once_more(stage: Stage, course: Course, state: str, *, is_clean: bool) -> None:
    """Run the command again: whatever the killed one left is gone, and what it did not do is done."""
    act = course.act
    again = stage.act(act)
    files = stage.files(act)
    left = [name for name in files if "/." in f"/{name}" or name.endswith("-journal")]
    assert not left, f"left behind: {left}"
    if act.name == "erase":
        assert ERASED_NAME.lower().encode() not in (stage.folder / act.ledger).read_bytes().lower(), (
            "still said after erasing"
        )
    if state in {"before", "same"} and is_clean:
        assert again.status == course.ended.status, again
        assert stage.dump(act) == course.after[0]
        assert files == course.files_after


def main() -> None:
    """Kill each act so many times, and print how they ended."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    wanted = [ACTS[name] for name in sys.argv[2:]] or list(ACTS.values())
    draw = random.Random(1)
    with tempfile.TemporaryDirectory() as folder, program() as running:
        stage = set_stage(running, Path(folder))
        for act in wanted:
            course = course_of(stage, act)
            ends: Counter[str] = Counter()
            for number, fault in enumerate(faults(course, count, draw)):
                try:
                    ends[killed(stage, course, fault, then_write=number % 4 > 1)] += 1
                except AssertionError as failure:
                    raise SystemExit(f"{act.name}, kill {number} {fault}: {failure}") from failure
            said = ", ".join(f"{end} {times}" for end, times in ends.most_common())
            where = f"{len(course.calls)} calls" if course.calls else "NO STRACE: random moments only"
            print(f"kill -9, {act.name}: {count} times ({where}): {said}", flush=True)


if __name__ == "__main__":
    main()
