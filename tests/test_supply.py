"""What the program is made of: few packages, each asked for within bounds, locked, under a licence that allows it."""

from __future__ import annotations

import http.server
import json
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import audit  # noqa: E402
import install  # noqa: E402
import licences  # noqa: E402
from packages import asked_for, locked, needed, pinned, version_of  # noqa: E402

MOST = 16
"""How many packages the program itself asks for, at most: another one is a decision."""


def test_few_packages_each_within_bounds() -> None:
    program, _development = asked_for()
    assert len(program) <= MOST
    for one in program:
        assert {"<"} & {part.operator for part in one.specifier}, one.name
        assert {">="} & {part.operator for part in one.specifier}, one.name


def test_the_lock_holds_all_that_is_asked_for() -> None:
    """``make lock`` makes it anew."""
    program, development = asked_for()
    versions = locked()
    for one in (*program, *development):
        assert one.name.lower() in versions, f"{one.name} is not locked: make lock"
        assert one.specifier.contains(versions[one.name.lower()]), f"{one.name} is locked out of its bounds: make lock"
    assert needed((*program, *development)) <= versions.keys()


def test_the_lock_checks_every_file_and_names_no_place() -> None:
    text = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    lines = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    assert len(lines) == len(pinned())
    assert all("--hash=sha256:" in one for one in lines)
    assert not re.search(r"https?:|file:|--(?:extra-)?index|--find-links|/(?:home|tmp|root|opt)/", text)


def test_licences_are_listed_and_allowed() -> None:
    """``make licences`` makes the page anew; no version stands in it, so another environment has the same."""
    running, making = licences.found()
    page = licences.PAGE.read_text(encoding="utf-8")
    for name, licence in {**running, **making}.items():
        assert licences.is_allowed(licence), f"{name}: {licence}"
        told = licence if name in running else ""  # what it is made with may be another version elsewhere
        assert f"| {name} | {told}" in page, f"{name} is not listed: make licences"
    listed = set(re.findall(r"(?m)^\| ([a-z0-9-]+) \| (?!licence)", page))
    assert listed <= locked().keys()


@pytest.mark.parametrize(
    ("licence", "is_allowed"),
    [("MIT", True), ("Apache-2.0 OR GPL-3.0-only", True), ("MIT AND GPL-3.0-only", False), ("AGPL-3.0-only", False),
     ("", False)],
)  # fmt: skip
def test_which_licences_are_allowed(licence: str, is_allowed: bool) -> None:
    assert licences.is_allowed(licence) is is_allowed


class _Answers(http.server.BaseHTTPRequestHandler):
    """A database that knows of one weakness, of the first package asked about."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        weak = {"vulns": [{"id": "OSV-TEST-1"}]}
        answer = json.dumps(
            {"results": [weak if self.path == "/weak" and not place else {} for place in range(len(asked))]}
        )
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture
def database() -> Iterator[str]:
    with http.server.HTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class TestAudit:
    """``make audit``: nothing known, something known, and no database to ask."""

    def test_nothing_is_known(self, database: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert audit.main(f"{database}/sound") == 0
        assert f"{len(pinned())} packages: nothing known against them" in capsys.readouterr().out

    def test_something_is_known(self, database: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert audit.main(f"{database}/weak") == 1
        first = pinned()[0]
        assert f"{first.name} {version_of(first)}: OSV-TEST-1" in capsys.readouterr().out

    def test_no_database(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It is loud, and is no failure: a machine without a network can still make everything."""
        assert audit.main("http://127.0.0.1:9/nothing") == 0
        assert "NOT AUDITED" in capsys.readouterr().err


class TestInstalling:
    """What ``make`` does where the index has what the lock names, has not, or has something else under that name."""

    @pytest.fixture
    def pip(self, monkeypatch: pytest.MonkeyPatch) -> Any:
        def answering(status: int, said: str) -> list[tuple[str, ...]]:
            typed: list[tuple[str, ...]] = []

            def run(*arguments: str) -> Any:
                typed.append(arguments)
                first = len(typed) == 1
                return install.subprocess.CompletedProcess([], status if first else 0, "", said if first else "")

            monkeypatch.setattr(install, "pip", run)
            return typed

        return answering

    def test_from_the_lock(self, pip: Any) -> None:
        typed = pip(0, "")
        assert install.main() == 0
        assert [arguments[0] for arguments in typed] == ["--require-hashes", "--no-deps"]

    def test_another_file_ends_it(self, pip: Any, capsys: pytest.CaptureFixture[str]) -> None:
        typed = pip(1, "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.")
        assert (install.main(), len(typed)) == (1, 1)
        assert "not the file" in capsys.readouterr().err

    def test_an_index_that_lacks_it(self, pip: Any, capsys: pytest.CaptureFixture[str]) -> None:
        typed = pip(1, "ERROR: No matching distribution found for ruff==0.0.1")
        assert (install.main(), typed[-1]) == (0, ("--editable", ".", "--group", "dev"))
        assert "unchecked" in capsys.readouterr().err
