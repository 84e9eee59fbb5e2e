"""The reading process from outside: started, fed, listened to, and ended, whatever it does.

Nothing that it does reaches the user but one refusal: it may hang, crash, run out of memory or answer nonsense.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from reinsert_cli.importers.reading.limits import MAX_ANSWER, WALL_SECONDS, Unreadable
from reinsert_cli.importers.reading.wire import Garbled, message, unpacked
from reinsert_cli.importers.sheet import Cells, Sheet

_START: Final = (
    "import sys; sys.path += [one for one in sys.argv[3:] if one not in sys.path]; "
    "from reinsert_cli.importers.reading.child import main; main()"
)
"""Isolated (``-I``), Python knows the environment's packages; ``sys.path`` is for those installed otherwise."""

_PIECE: Final = 1 << 20


@dataclass(slots=True)
class Answer:
    """What the reading process said of a file."""

    sheets: list[Sheet] = field(default_factory=list)
    encoding: str | None = None
    notices: tuple[str, ...] = ()


class _Crashed(Exception):  # noqa: N818  (never leaves this module)
    """The process ended before its answer did."""


def read_apart(content: bytes, encoding: str | None = None) -> Answer:
    """Read a file's bytes in a process of their own: quickly, and once more with care if that breaks down.

    Raises Unreadable with the code of the fault.
    """
    deadline = time.monotonic() + WALL_SECONDS
    for way in ("quick", "careful"):
        with contextlib.suppress(_Crashed):
            return _ask(content, way, encoding, deadline)
    raise Unreadable("file.broken")


def _ask(content: bytes, way: str, encoding: str | None, deadline: float) -> Answer:
    with _started(way, encoding) as process:
        feeding = threading.Thread(target=_feed, args=(process, content), daemon=True)
        feeding.start()
        try:
            return _listened(process, deadline)
        finally:
            _end(process)
            feeding.join(1)


def _started(way: str, encoding: str | None) -> subprocess.Popen[bytes]:
    paths = [path for path in sys.path if Path(path).is_absolute()]
    return subprocess.Popen(  # noqa: S603  (this very interpreter)
        [sys.executable, "-I", "-c", _START, way, encoding or "", *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        cwd="/",
        env={"LC_ALL": "C.UTF-8"},  # and nothing else: no key, no path of a ledger
        start_new_session=True,
    )


def _feed(process: subprocess.Popen[bytes], content: bytes) -> None:
    """Hand over the file; the process may end before it has read it all."""
    assert process.stdin is not None  # noqa: S101  (asked for above)
    with contextlib.suppress(OSError, ValueError), process.stdin as pipe:
        remaining = memoryview(content)
        while remaining:
            remaining = remaining[os.write(pipe.fileno(), remaining[:_PIECE]) :]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _listened(process: subprocess.Popen[bytes], deadline: float) -> Answer:
    """Gather the answer. Raises Unreadable, or _Crashed where another way to read may do better."""
    answer = _Gathering()
    was_collecting = gc.isenabled()
    gc.disable()  # half a million new tuples, none of them garbage
    try:
        for said in _messages(process, deadline):
            if answer.take(said):
                return answer.answer()
    except (Garbled, LookupError, TypeError, ValueError, OverflowError) as error:
        raise _Crashed from error
    finally:
        if was_collecting:
            gc.enable()
    with contextlib.suppress(subprocess.TimeoutExpired):
        if process.wait(1) == -signal.SIGXCPU:
            raise Unreadable("file.hung")
    raise _Crashed


def _messages(process: subprocess.Popen[bytes], deadline: float) -> Iterator[tuple[Any, ...]]:
    """Give the messages that arrive in time, until the process closes its end."""
    assert process.stdout is not None  # noqa: S101  (asked for above)
    pipe = process.stdout.fileno()
    buffer, total = bytearray(), 0
    while True:
        remaining = deadline - time.monotonic()
        if remaining <= 0 or not select.select([pipe], [], [], remaining)[0]:
            raise Unreadable("file.hung")
        piece = os.read(pipe, _PIECE)
        if not piece:
            return
        buffer += piece
        total += len(piece)
        if total > MAX_ANSWER:
            raise Unreadable("file.too_large")
        while len(buffer) >= 4 and len(buffer) >= (wanted := 4 + int.from_bytes(buffer[:4], "big")):  # noqa: PLR2004
            yield message(bytes(buffer[4:wanted]))
            del buffer[:wanted]


@dataclass(slots=True)
class _Gathering:
    """The sheets as they arrive."""

    _sheets: dict[int, Sheet] = field(default_factory=dict)
    _number: int = 0
    _title: str = ""
    _is_hidden: bool = False
    _rows: list[Cells] = field(default_factory=list)
    _last: Answer | None = None

    def take(self, said: tuple[Any, ...]) -> bool:
        """Take a message in; true at the last. Raises Unreadable when it is a refusal, Garbled when it is none."""
        match said:
            case ("sheet", int(number), str(title), bool(is_hidden)):
                self._number, self._title, self._is_hidden, self._rows = number, title, is_hidden, []
            case ("rows", int(count), list(columns)):
                self._rows += unpacked((count, columns))
            case ("end", tuple(hidden), tuple(merged), tuple(left_out)):
                self._end_sheet(hidden, merged, left_out)
            case ("done", str() | None as encoding, tuple(notices)):
                self._last = Answer([], encoding, notices)
                return True
            case ("refused", str(code), tuple(params)):
                raise Unreadable(code, **dict(params))
            case _:
                raise Garbled
        return False

    def _end_sheet(self, hidden: tuple[int, ...], merged: tuple[Any, ...], left_out: tuple[str, ...]) -> None:
        rows = self._rows
        while rows and all(cell is None for cell in rows[-1]):
            rows.pop()
        sheet = Sheet(self._title, tuple(rows), self._is_hidden, frozenset(hidden), merged, left_out)
        self._sheets[self._number] = sheet

    def answer(self) -> Answer:
        """Give what has arrived."""
        last = self._last or Answer()
        sheets = [self._sheets[number] for number in sorted(self._sheets)]
        far = ("file.far_cells",) if any(sheet.left_out for sheet in sheets) else ()
        return Answer(sheets, last.encoding, (*last.notices, *far))
