"""What the tests share: a fresh ledger, the command line run in this process, small spreadsheets.

A test writes a readable ledger by the very commands a coordinator types, and looks at what they answer.
Messages are asked in English, whose sentences are the catalogues' own keys.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from tests import databases
from tests.databases import Stage
from tests.support import PEOPLE, Answer, Begun, Ledger, Run, kept, put, write_xlsx

from reinsert_cli.cli import app, main
from reinsert_cli.cli.app import load
from reinsert_cli.domain import language
from reinsert_cli.store import engine, migrate

ROOT = Path(__file__).parents[1]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Where every tool must be there (REINSERT_TESTS=all), a skipped test has failed."""
    report = yield
    if report.skipped and os.environ.get("REINSERT_TESTS") == "all":
        report.outcome = "failed"
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server, play what speaks of a ledger; leave out what is about a file, or a server, by its nature.

    Those flip its bits, encrypt it, back it up, look at its mode, count SQLite's steps: a server's ledger has nothing
    of that, so that there is nothing to skip either. These have a server of their own wherever the others play.
    """
    if databases.PLACE:
        left_out = [item for item in items if not _is_for_a_server(item)]
        items[:] = [item for item in items if _is_for_a_server(item)]
        config.hook.pytest_deselected(items=left_out)


def _is_for_a_server(item: pytest.Item) -> bool:
    asked = getattr(item, "fixturenames", ())
    return "ledger" in asked and "server" not in asked and not item.get_closest_marker("file_only")


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Fix what would make answers differ from one machine to the next."""
    for name in [name for name in os.environ if name.startswith("REINSERT_") and not name.startswith("REINSERT_TESTS")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("REINSERT_LANG", "en")
    monkeypatch.setenv("REINSERT_USER", "tester")
    monkeypatch.setenv("REINSERT_NOW", "2026-01-15T09:00:00+00:00")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    yield
    language.use("fr")


@pytest.fixture(scope="session")
def blank_ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A new ledger, made once."""
    if databases.PLACE:
        server = databases.make(databases.name())
        migrate.create(server)
        return server
    path = tmp_path_factory.mktemp("blank") / "ledger.db"
    migrate.create(path)
    return path


@pytest.fixture(scope="session", autouse=True)
def commands() -> Iterator[None]:
    """Keep the commands of each noun once made: reading their signatures takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        made = cache(lambda noun, _language: load(noun))
        patch.setattr(app, "load", lambda noun: made(noun, language.current()))
        yield


@pytest.fixture(scope="session", autouse=True)
def unwaited() -> Iterator[None]:
    """Wait for no disk. The batteries of faults run the program itself, which waits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(scope="session")
def stages() -> list[Stage]:
    """The ledger on a server that the tests of this process share, once there is one."""
    return []


@pytest.fixture(scope="session")
def ledgers() -> dict[str, tuple[str, Any]]:
    """The ledgers that several tests begin with, by name, each written by its commands once."""
    return {}


@pytest.fixture
def begun(ledger: Ledger, ledgers: dict[str, tuple[str, Any]]) -> Begun:
    """Let the test's ledger be as ``write`` makes it: ``begun("planned", write)`` writes the first time only."""

    def begin(name: str, write: Callable[[], object]) -> Ledger:
        if name in ledgers:
            writer, content = ledgers[name]
            assert writer == write.__module__, f"two modules name different ledgers {name}"
            put(ledger, content)
        else:
            write()
            ledgers[name] = write.__module__, kept(ledger)
        return ledger

    return begin


@pytest.fixture
def ledger(blank_ledger: Ledger, stages: list[Stage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A new ledger of the test's own, the one that commands speak of: a file, or on the server that is named."""
    if isinstance(blank_ledger, Path):
        path = Path(shutil.copy(blank_ledger, tmp_path / "ledger.db"))
        monkeypatch.setenv("REINSERT_LEDGER", str(path))
        return path
    if not stages:
        stages.append(Stage.like(blank_ledger))
    server = stages[0].cleared()
    monkeypatch.setenv("REINSERT_LEDGER", server.url)
    return server


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Type a command line: ``run("batch", "lock", "b1")``; ``status=`` is what it must end with, 0 unless said."""

    def type_(*arguments: str | Path, status: int | None = 0) -> Answer:
        capfd.readouterr()
        ended = main.run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        answer = Answer(ended, out, err)
        assert "Traceback" not in out + err
        if status is not None:
            assert ended == status, f"{arguments} ended with {ended}: {out}{err}"
        return answer

    return type_


@pytest.fixture
def programme(begun: Begun, run: Run) -> Ledger:
    """A ledger with a funder, a programme and an envelope of 100 000 DH for 2024."""

    def write() -> None:
        run("partner", "add", "fund", "--name", "Bailleur")
        run("programme", "add", "micro", "--name", "Micro-projets", "--name-ar", "المشاريع الصغرى")
        run("budget", "add", "env", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund",
            "--amount", "100 000,00", "--target", "10")  # fmt: skip

    return begun("programme", write)


@pytest.fixture
def planned(programme: Ledger, begun: Begun, run: Run) -> Ledger:
    """… and a batch ``b1`` planned at Fès."""
    plan = ("batch", "plan", "b1", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    return begun("planned", partial(run, *plan))


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """The sheet of :data:`PEOPLE`."""
    return write_xlsx(tmp_path / "people.xlsx", PEOPLE)


@pytest.fixture
def filled(planned: Ledger, people: Path, begun: Begun, run: Run) -> Ledger:
    """… and the three people brought into ``b1``."""
    bring = ("import", people, "--as", "distributions", "--batch", "b1", "--envelope", "env")
    return begun("filled", partial(run, *bring))
