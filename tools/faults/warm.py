"""The program, started once and forked for each command: a command then takes milliseconds, and can be killed as any.

``python -m tools.faults.warm`` is the far side: a line of JSON in, a command forked, a line of JSON out.
"""

from __future__ import annotations

import ctypes
import io
import json
import os
import random
import resource
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PR_SET_PTRACER = 0x59616D61
NOW = "2026-01-15T09:00:00+00:00"
ATTACHED = b"TracerPid:\t0\n"
LONGEST = 120.0
"""Seconds after which a command hangs."""


@dataclass(frozen=True)
class Command:
    """A command line in a folder, and what befalls it.

    ``kill_after`` seconds it is killed; ``trace`` are strace's own options, which may kill it at a system call or let
    one fail; ``largest`` is the size in bytes that no file of its may pass.
    """

    arguments: Sequence[str]
    folder: str
    environment: Mapping[str, str] = field(default_factory=dict)
    kill_after: float | None = None
    trace: Sequence[str] = ()
    largest: int | None = None


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status (``None`` where it was killed), what it said, its seconds."""

    status: int | None
    out: str
    err: str
    seconds: float


class Program:
    """The near side: runs commands one after the other on a program that is warm."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, command: Command) -> Ended:
        """Run a command to its end, whatever ends it."""
        assert self._process.stdin, self._process.stdout
        print(json.dumps(asdict(command)), file=self._process.stdin, flush=True)
        assert self._process.stdout
        return Ended(**json.loads(self._process.stdout.readline()))


@contextmanager
def program() -> Iterator[Program]:
    """Start the program, and stop it at the end."""
    command = [sys.executable, "-m", "tools.faults.warm"]
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:
        try:
            yield Program(process)
        finally:
            assert process.stdin
            process.stdin.close()


def main() -> None:
    """Run the commands that come, until none comes any more."""
    _warm_up()
    while line := sys.stdin.readline():
        print(json.dumps(asdict(_run(Command(**json.loads(line))))), flush=True)


def _warm_up() -> None:
    """Import what commands import, so that forks need not."""
    os.environ |= {"REINSERT_LANG": "en", "REINSERT_USER": "tester", "REINSERT_NOW": NOW, "NO_COLOR": "1"}
    from reinsert_cli.cli import main as door  # noqa: PLC0415
    from reinsert_cli.store import resources  # noqa: PLC0415

    sheet = resources.folder("sample_data") / "budgets.xlsx"
    unheard = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(unheard), redirect_stderr(unheard):
        for words in ("init", "check", f"import {sheet} --dry-run", f"report region -o {folder}/r.xlsx",
                      f"export monthly --month 2025-06 -o {folder}/pack"):  # fmt: skip
            door.run(["--ledger", f"{folder}/warm.db", *words.split()])


def _run(command: Command) -> Ended:
    started = time.monotonic()
    said = [tempfile.TemporaryFile() for _stream in range(2)]  # noqa: SIM115  (read below)
    go, ready = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(ready)
        _become(command, go, [file.fileno() for file in said])
    os.close(go)
    tracer = _trace(pid, command.trace) if command.trace else None
    os.close(ready)  # the command begins
    status = _wait(pid, command.kill_after)
    if tracer:
        tracer.wait()
    for file in said:
        file.seek(0)
    out, err = (file.read().decode(errors="replace") for file in said)
    return Ended(status, out, err, time.monotonic() - started)


def _become(command: Command, go: int, said: list[int]) -> None:
    """Be the command, in a process of its own, once ``go`` is closed at its other end."""
    for stream, file in zip((1, 2), said, strict=True):
        os.dup2(file, stream)
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1))
    os.chdir(command.folder)
    os.environ |= command.environment
    tempfile.tempdir = None
    sys.stdin = open(os.devnull)  # noqa: PTH123, SIM115
    secrets.token_bytes = random.Random(str(command.arguments)).randbytes  # type: ignore[assignment]
    if command.largest is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (command.largest, command.largest))
    os.read(go, 1)
    status = 70
    try:
        from reinsert_cli.cli import main as door  # noqa: PLC0415

        status = door.run(list(command.arguments))
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _trace(pid: int, options: Sequence[str]) -> subprocess.Popen[bytes]:
    """Let strace hold a process, and wait until it does."""
    tracer = subprocess.Popen(["strace", "-qq", *options, "-p", str(pid)], stderr=subprocess.DEVNULL)  # noqa: S607
    until = time.monotonic() + LONGEST
    while ATTACHED in Path(f"/proc/{pid}/status").read_bytes() and time.monotonic() < until:
        time.sleep(0.001)
    return tracer


def _wait(pid: int, kill_after: float | None) -> int | None:
    """Wait for a process, and kill it when its time is over; give its exit status, None where it was killed."""
    until = time.monotonic() + (LONGEST if kill_after is None else kill_after)
    while True:
        done, how = os.waitpid(pid, os.WNOHANG)
        if done:
            ended = os.waitstatus_to_exitcode(how)
            return ended if ended >= 0 else None
        if time.monotonic() > until:
            os.kill(pid, signal.SIGKILL)
            until += LONGEST
        time.sleep(0.0003)


if __name__ == "__main__":
    main()
