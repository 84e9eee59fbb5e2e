"""Start-up times beside what they are measured against: pairs run in turn, medians and their ratio.

``make bench``: ``reinsert --help`` beside a bare Typer program, ``reinsert report region`` on the
demonstration ledger beside ``sqlite-utils tables`` on the same file, each tool in an environment of its own.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
REINSERT = str(Path(sys.executable).with_name("reinsert"))
RUNS = 15

BARE = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str): print(name)
@app.command()
def bye(name: str): print(name)
app()
"""


def main() -> None:
    """Measure both pairs and print them as a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ledger = folder / "demo.db"
        subprocess.run([REINSERT, "demo", "--keep", str(ledger)], check=True, capture_output=True)
        (folder / "bare.py").write_text(BARE)
        typer = _environment(folder / "typer", "typer>=0.28,<0.29")
        utils = _environment(folder / "utils", "sqlite-utils")
        print("| ours | theirs | ours, s | theirs, s | ratio |", "|---|---|---:|---:|---:|", sep="\n")
        _compare([REINSERT, "--help"], [str(typer / "python"), str(folder / "bare.py"), "--help"], "bare Typer --help")
        _compare(
            [REINSERT, "--ledger", str(ledger), "report", "region"],
            [str(utils / "sqlite-utils"), "tables", str(ledger)],
            "sqlite-utils tables",
        )


def _environment(folder: Path, requirement: str) -> Path:
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", requirement], check=True)
    return programs


def _compare(ours: list[str], theirs: list[str], name: str) -> None:
    """Run the two commands in turn and print their medians."""
    for command in (ours, theirs):
        _seconds(command)
    pairs = [(_seconds(ours), _seconds(theirs)) for _run in range(RUNS)]
    mine, other = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(one / two for one, two in pairs)
    shown = " ".join(["reinsert", *(word for word in ours[1:] if not word.startswith(("/", "--ledger")))])
    print(f"| {shown} | {name} | {mine:.3f} | {other:.3f} | {ratio:.2f} |", flush=True)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
