"""Breaks the bytes of good files at random, and reads each: it must give sheets or one clear refusal, in bounded time.

``make faults``, or ``tools/faults_reading.py COUNT [SEED]``. The files broken are the samples; each is read as the
program reads it, in a process of its own. Counts of what came of them are printed; a fault ends with status 1.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.importers import reader

SAMPLES = Path(__file__).parents[1] / "sample_data"
SLOWEST = 20.0
"""Seconds that no file may take longer than."""


def main() -> int:
    """Read as many broken files as asked for; give the exit status."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)  # noqa: PLR2004, S311  (a choice of bytes)
    files = [path for path in sorted(SAMPLES.rglob("*")) if path.is_file() and path.suffix not in {".md", ".json"}]
    ends: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for _number in range(count):
            source = draw.choice(files)
            broken = Path(folder) / f"broken{source.suffix}"
            broken.write_bytes(mutated(source.read_bytes(), draw))
            started = time.monotonic()
            ends[_end_of(broken)] += 1
            slowest = max(slowest, time.monotonic() - started)
    for end, times in ends.most_common():
        print(f"{times:6} {end}")
    print(f"slowest: {slowest:.1f} s")
    return int(slowest > SLOWEST or any(end.startswith("FAULT") for end in ends))


def mutated(content: bytes, draw: random.Random) -> bytes:
    """Change, take out, repeat or cut off bytes."""
    broken = bytearray(content)
    for _time in range(draw.choice((1, 1, 2, 5, 20))):
        place = draw.randrange(len(broken) or 1)
        way = draw.randrange(4)
        if way == 0 and broken:
            broken[place] = draw.randrange(256)
        elif way == 1:
            del broken[place : place + draw.randrange(1, 50)]
        elif way == 2:  # noqa: PLR2004  (the third way)
            broken[place:place] = broken[place : place + draw.randrange(1, 50)]
        elif draw.random() < 0.2:  # noqa: PLR2004  (seldom: little is left to read)
            del broken[place:]
    return bytes(broken)


def _end_of(path: Path) -> str:
    try:
        source = reader.read(path)
    except Refusal as refusal:
        return refusal.fault.code if refusal.status == ExitStatus.UNREADABLE else f"FAULT status {refusal.status}"
    except Exception as error:  # noqa: BLE001  (what is looked for)
        return f"FAULT {type(error).__name__}"
    return "read" if source.sheets else "FAULT no sheet"


if __name__ == "__main__":
    raise SystemExit(main())
