from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reinsert_cli.render.files import draft_of, replacing, temporaries_beside, write_text


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_a_file_is_its_owners_only_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    write_text(path, "région\n")
    assert path.read_bytes() == b"r\xc3\xa9gion\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("open_umask")
def test_a_readable_file_that_is_replaced_becomes_its_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    path.write_text("old")
    path.chmod(0o644)
    write_text(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_an_interrupted_write_leaves_the_previous_file_whole(tmp_path: Path, failure: type[BaseException]) -> None:
    path = tmp_path / "report.csv"
    write_text(path, "what stood before")

    def interrupted() -> None:
        with replacing(path) as stream:
            stream.write(b"half of the ne")
            raise failure

    with pytest.raises(failure):
        interrupted()
    assert path.read_text() == "what stood before"
    assert list(tmp_path.iterdir()) == [path]


def test_the_draft_is_its_owners_only_from_the_first_byte(tmp_path: Path) -> None:
    with replacing(tmp_path / "report.csv") as stream:
        assert stat.S_IMODE(os.fstat(stream.fileno()).st_mode) == 0o600
        assert not (tmp_path / "report.csv").exists()


def test_a_link_is_refused_and_what_it_points_to_is_untouched(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("not yours")
    link.symlink_to(target)
    with pytest.raises(OSError, match="symbolic links"):
        write_text(link, "mine")
    assert target.read_text() == "not yours"
    assert link.readlink() == target


def test_a_folder_or_a_pipe_is_refused_and_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(FileExistsError):
            write_text(path, "text")
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_text(tmp_path / "nowhere" / "report.csv", "text")


KILLED = """
import os, signal, sys
from pathlib import Path
from reinsert_cli.domain.table import Column, Streamed, Table
from reinsert_cli.render.workbook import MOST_IN_MEMORY, write_workbook

def rows():
    for number in range(MOST_IN_MEMORY * 2):
        yield {"name": "x"}
    os.kill(os.getpid(), signal.SIGKILL)

write_workbook([Table("r", "T", "", {}, (Column("name", "N", "text"),), Streamed(rows))], Path(sys.argv[1]))
"""


@pytest.mark.parametrize("name", ["report.xlsx", "a[b]*.xlsx", "é" * 120 + ".xlsx"])
def test_what_a_killed_export_left_is_swept_by_the_next_of_the_same_file(tmp_path: Path, name: str) -> None:
    path, other = tmp_path / name, tmp_path / "other.xlsx"
    killed = subprocess.run([sys.executable, "-c", KILLED, path], check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert sorted(left.is_dir() for left in tmp_path.iterdir()) == [False, True]
    write_text(other, "not that file's")
    assert len(list(tmp_path.iterdir())) == 3
    write_text(path, "whole")
    assert set(tmp_path.iterdir()) == {path, other}


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    with replacing(path) as stream:
        stream.write(b"the first")
        write_text(path, "the second")
        assert path.read_text() == "the second"
    assert path.read_text() == "the first"
    assert list(tmp_path.iterdir()) == [path]


def test_what_libraries_set_aside_is_beside_the_file_and_swept(tmp_path: Path) -> None:
    """openpyxl writes each sheet into a temporary file first: never where the whole machine keeps such things."""
    path = tmp_path / "list.xlsx"
    left = draft_of(path)
    left.mkdir()
    (left / "of a killed run").write_text("somebody's name")
    before = tempfile.gettempdir()
    with temporaries_beside(path) as folder, tempfile.NamedTemporaryFile() as aside:
        assert Path(aside.name).parent == folder
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert tempfile.gettempdir() == before
    assert not list(tmp_path.iterdir())
