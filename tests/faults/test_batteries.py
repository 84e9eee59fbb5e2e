"""The batteries of ``make faults``, each in its short form."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.faults import crowd, flips, full, kills, order, scene, warm

pytestmark = pytest.mark.file_only


ROOT = Path(__file__).parents[2]
KILLED = {"import": 2, "migrate 0001": 2, "export": 4, "rekey": 2, "backup": 2, "restore": 2}
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[scene.Stage]:
    """The folder of a coordinator, and a program that is warm."""
    with warm.program() as running:
        yield scene.set_stage(running, tmp_path_factory.mktemp("stage"))


@needs_strace
@pytest.mark.parametrize("name", KILLED)
def test_killed(stage: scene.Stage, name: str) -> None:
    """One half of the kills are as a system call begins: among them are those in the middle of a commit."""
    course = kills.course_of(stage, scene.ACTS[name])
    for number, fault in enumerate(kills.faults(course, KILLED[name], random.Random(name))):
        kills.killed(stage, course, fault, then_write=number % 4 > 1)


@needs_strace
@pytest.mark.parametrize("call", ["fdatasync", "pwrite64", "unlink"])
def test_killed_while_a_batch_is_locked(stage: scene.Stage, call: str) -> None:
    """At the last call of each kind that the commit makes."""
    course = kills.course_of(stage, scene.ACTS["lock"])
    which = course.calls.count(call)
    fault = {"trace": ("-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={which}")}
    assert kills.killed(stage, course, fault, then_write=True) == ("after" if call == "fdatasync" else "before")


@pytest.mark.parametrize(("ledger", "found"), [(flips.LEDGER, 2), (scene.ENCRYPTED, 6)])
def test_flipped(stage: scene.Stage, ledger: str, found: int) -> None:
    """Of an encrypted ledger every bit counts: its pages are signed."""
    stage.fresh()
    before = scene.dump(stage.folder / ledger)
    draw = random.Random(3)
    ends = [flips.flipped(stage, before, draw, ledger) for _number in range(6)]
    assert ends.count("found") >= found


@needs_strace
def test_the_order_on_the_disk(stage: scene.Stage) -> None:
    assert len(list(order.orders(stage))) == 12


def test_together(tmp_path: Path) -> None:
    counts, _longest = crowd.crowd(tmp_path, 2, 4)
    assert counts["written"] == 8


def test_disk_full() -> None:
    command = [sys.executable, "-m", "tools.faults.full", "1", "lock"]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode == full.SKIPPED:
        pytest.skip(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("read-only: refused 1") == 1
