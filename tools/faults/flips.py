"""Bits flipped in a ledger's file, plain and encrypted: ``python -m tools.faults.flips [COUNT [SEED]]``.

Each flip that changes anything the ledger says is found by ``check --deep``, or the file is refused; one that changes
nothing, as in the unused bytes of a page, is proved to: the logical dump is the same. No command ever ends in a
traceback on such a file: it answers, or ends with a status of its own and a sentence.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tools.faults.scene import ENCRYPTED, ERRORS, LATER, LOOK, Stage, dump, set_stage
from tools.faults.warm import Ended, program

LEDGER: Final = "ledger.db"
DEEP: Final = ("check", "--deep", "--format", "json")
FOUND: Final = frozenset({1, 5})

TRIED: Final[tuple[Sequence[str], ...]] = (
    ("report", "region"), ("report", "people"), ("report", "batch"), ("report", "journal"), ("report", "documents"),
    ("report", "region", "--as-of", "2026-01-15"), ("log",), ("log", "verify"), ("batch", "show", "filled"),
    ("beneficiary", "list"), ("imports", "list"), ("review", "list"), ("profile", "list"), ("check",), LOOK, LATER,
    ("batch", "lock", "filled"), ("import", "list.csv", "--batch", "empty", "--envelope", "env", "--accept-valid"),
    ("imports", "undo", "I-000002"), ("export", "journal", "-o", "out/journal"),
    ("export", "monthly", "--month", "2026-01", "-o", "out/next"), ("migrate",),
)  # fmt: skip
"""Commands of every sort; each flipped file is given to one of them."""


def flip(path: Path, draw: random.Random) -> str:
    """Flip one bit of a file, anywhere, or as often among the bytes that hold something; give which."""
    content = bytearray(path.read_bytes())
    places = range(len(content)) if draw.random() < 0.5 else [at for at, byte in enumerate(content) if byte]
    place, bit = draw.choice(places), draw.randrange(8)
    content[place] ^= 1 << bit
    path.write_bytes(content)
    return f"byte {place}, bit {bit}"


def flipped(stage: Stage, before: str, draw: random.Random, ledger: str = LEDGER) -> str:
    """Flip one bit, prove it and try a command on it; give ``found`` or ``without effect``.

    Raises AssertionError where it changed something and was not found, or a command ended otherwise than it may.
    """
    stage.fresh()
    which = flip(stage.folder / ledger, draw)
    proved = stage.play(DEEP, ledger)
    _require_sentences(proved, which)
    try:
        is_same = dump(stage.folder / ledger) == before
    except (*ERRORS, UnicodeDecodeError):
        is_same = False
    assert is_same or proved.status in FOUND, f"{which}: changed, and not found: {proved}"
    words = draw.choice(TRIED)
    _require_sentences(stage.play(words, ledger), f"{which}, {' '.join(words)}")
    return "found" if proved.status in FOUND else "without effect"


def _require_sentences(ended: Ended, which: str) -> None:
    """Require that a command answered, or ended with a status of its own and a sentence."""
    assert "Traceback" not in ended.out + ended.err, f"{which}: {ended}"
    assert ended.status in {0, 1, 2, 3, 5}, f"{which}: {ended}"
    assert ended.status in {0, 1} or ended.err.strip(), f"{which}: {ended}"


def main() -> None:
    """Flip so many bits, and print how many were found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory() as folder, program() as running:
        stage = set_stage(running, Path(folder))
        for ledger in (LEDGER, ENCRYPTED):
            ends = _ends(stage, ledger, count, draw)
            said = ", ".join(f"{end} {times}" for end, times in ends.most_common())
            print(f"bit flips, {ledger}: {count}: {said}", flush=True)


def _ends(stage: Stage, ledger: str, count: int, draw: random.Random) -> Counter[str]:
    """Flip so many bits of a ledger, and count how it ended."""
    stage.fresh()
    before = dump(stage.folder / ledger)
    assert stage.play(DEEP, ledger).status == 0, stage.play(DEEP, ledger)
    ends: Counter[str] = Counter()
    for _number in range(count):
        try:
            ends[flipped(stage, before, draw, ledger)] += 1
        except AssertionError as failure:
            if "--all" not in sys.argv:
                raise SystemExit(str(failure)) from failure
            print(failure, flush=True)
            ends["MISSED"] += 1
    return ends


if __name__ == "__main__":
    main()
