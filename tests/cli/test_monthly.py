"""The monthly pack: the same ledger gives the same bytes; whole or not at all; nothing replaced without leave."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support import Begun, Run, opened

MONTH = ("export", "monthly", "--month", "2024-12")


@pytest.fixture
def handed(filled: Path, begun: Begun, run: Run) -> Path:
    """``b1`` handed over on 6 December 2024, one of its three people absent."""

    def write() -> None:
        people = [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]
        run("batch", "lock", "b1")
        run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", people[1])

    return begun("handed", write)


def made(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def manifest(folder: Path) -> Any:
    return json.loads((folder / "MANIFEST.json").read_text("utf-8"))


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text("utf-8"))["rows"]
    return found


def test_a_pack_has_every_view_and_says_what_it_is(handed: Path, run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "2024-12"
    answer = run(*MONTH, "-o", pack)
    assert (answer.out, answer.err) == ("", "")
    said = manifest(pack)
    listed = {file["name"]: file["sha256"] for file in said["files"]}
    content = made(pack)
    assert set(listed) | {"MANIFEST.json"} == set(content)
    assert all(hashlib.sha256(content[name]).hexdigest() == sha256 for name, sha256 in listed.items())
    assert {"month.xlsx", "month.html", "books.journal", "region.csv", "region.json", "changes.json"} <= set(listed)
    assert (said["month"], said["filters"], said["since"]) == ("2024-12", {}, None)
    assert said["ledger"]["head"] == run("log", "head").out.split()[-1]
    assert {row["region"]: row["delivered"] for row in rows(pack, "region")} == {
        "MA-01": "8000.00", "MA-03": "12500.00"
    }  # fmt: skip
    assert pack.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in pack.iterdir()} == {0o600}


def test_names_stay_out_of_it(handed: Path, run: Run, tmp_path: Path) -> None:
    run(*MONTH, "-o", tmp_path / "pack")
    for name, content in made(tmp_path / "pack").items():
        assert not any(word.encode() in content for word in ("Benfictif", "Amina", "ZZ1001")), name


def test_the_same_ledger_gives_the_same_bytes(
    handed: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*MONTH, "-o", tmp_path / "one")
    monkeypatch.setenv("REINSERT_NOW", "2026-07-01T00:00:00+00:00")
    run(*MONTH, "-o", tmp_path / "elsewhere" / "two")
    assert made(tmp_path / "one") == made(tmp_path / "elsewhere" / "two")


def test_nothing_is_replaced_without_leave(handed: Path, run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    run(*MONTH, "-o", pack)
    before = made(pack)
    refused = run("export", "monthly", "--month", "2024-11", "-o", pack, status=3)
    assert refused.err.count("\n") == 1
    assert "--force" in refused.err
    assert made(pack) == before
    run("export", "monthly", "--month", "2024-11", "-o", pack, "--force")
    assert manifest(pack)["month"] == "2024-11"


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_is_no_pack_is_never_touched(handed: Path, run: Run, tmp_path: Path, force: tuple[str, ...]) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("a letter")
    run(*MONTH, "-o", mine, *force, status=3)
    run(*MONTH, "-o", mine / "letter.txt", *force, status=3)
    (tmp_path / "link").symlink_to(mine)
    run(*MONTH, "-o", tmp_path / "link", *force, status=3)
    assert [file.name for file in mine.iterdir()] == ["letter.txt"]


def test_a_late_correction_is_named_with_its_reason(handed: Path, run: Run, tmp_path: Path) -> None:
    december, january = tmp_path / "2024-12", tmp_path / "2025-01"
    run(*MONTH, "-o", december)
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", "--reason", "Facture relue")
    run("export", "monthly", "--month", "2025-01", "-o", january)
    assert manifest(january)["since"]["month"] == "2024-12"
    (late,) = rows(january, "changes-late")
    assert (late["kind"], late["amount"], late["reason"]) == ("correct", "-500.00", "Facture relue")
    moved = {row["span"]: (row["then"], row["now"], row["difference"]) for row in rows(january, "changes")}
    assert moved["the month before"] == ("20500.00", "20000.00", "-500.00")
    run("export", "verify", january)
    run("export", "verify", december)


def test_the_pack_before_can_be_named(handed: Path, run: Run, tmp_path: Path) -> None:
    run(*MONTH, "-o", tmp_path / "far" / "december")
    run("export", "monthly", "--month", "2025-01", "-o", tmp_path / "alone" / "january")
    assert manifest(tmp_path / "alone" / "january")["since"] is None
    run("export", "monthly", "--month", "2025-01", "-o", tmp_path / "named", "--since", tmp_path / "far" / "december")
    assert manifest(tmp_path / "named")["since"]["month"] == "2024-12"
    run("export", "monthly", "--month", "2025-01", "-o", tmp_path / "x", "--since", tmp_path, status=4)


def test_a_closed_month_stays_as_it_was_closed(handed: Path, run: Run, tmp_path: Path) -> None:
    run("period", "close", "2024-12")
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", "--reason", "Facture relue")
    run(*MONTH, "-o", tmp_path / "pack")
    assert sum(float(row["delivered"]) for row in rows(tmp_path / "pack", "region")) == 20_500.0
    run("partner", "add", "later", "--name", "Autre bailleur")
    run("export", "verify", tmp_path / "pack")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda pack: (pack / "region.csv").write_text("x"), "region.csv is not as the pack was made"),
        (lambda pack: (pack / "region.csv").unlink(), "region.csv is missing"),
        (lambda pack: (pack / "more.csv").write_text("x"), "more.csv does not belong"),
    ],
)
def test_a_pack_changed_since_is_found(handed: Path, run: Run, tmp_path: Path, harm: Any, told: str) -> None:
    pack = tmp_path / "pack"
    run(*MONTH, "-o", pack)
    assert "whole" in run("export", "verify", pack).out
    harm(pack)
    assert told in run("export", "verify", pack, status=1).err


def test_a_pack_that_agrees_with_itself_alone_is_found(handed: Path, run: Run, tmp_path: Path) -> None:
    """Who changes a figure and its digest in the manifest is contradicted by the ledger."""
    pack = tmp_path / "pack"
    run(*MONTH, "-o", pack)
    said = manifest(pack)
    file = pack / "region.csv"
    file.write_text(file.read_text("utf-8").replace("12500.00", "99500.00"), "utf-8")
    for one in said["files"]:
        if one["name"] == "region.csv":
            one["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    (pack / "MANIFEST.json").write_text(json.dumps(said), "utf-8")
    assert "region.csv does not say what the ledger said" in run("export", "verify", pack, status=1).err


def test_a_pack_of_another_ledger_is_found(handed: Path, run: Run, tmp_path: Path) -> None:
    run(*MONTH, "-o", tmp_path / "pack")
    run("--ledger", tmp_path / "other.db", "init")
    answer = run("--ledger", tmp_path / "other.db", "export", "verify", tmp_path / "pack", status=1)
    assert "not made from this ledger" in answer.err
    run("export", "verify", tmp_path, status=4)


@pytest.mark.parametrize(
    "change",
    [
        lambda said: said.pop("since"),
        lambda said: said.update(pack="other"),
        lambda said: said.update(month="2024-13"),
        lambda said: said.update(language="de"),
        lambda said: said.update(filters={"author": "x"}),
        lambda said: said["files"].append({"name": "../letter.txt", "sha256": ""}),
        lambda said: said.update(files=[1]),
        lambda said: said.update(ledger={"number": "many", "head": ""}),
    ],
)
def test_a_manifest_that_is_none_is_refused(handed: Path, run: Run, tmp_path: Path, change: Any) -> None:
    pack = tmp_path / "pack"
    run(*MONTH, "-o", pack)
    said = manifest(pack)
    change(said)
    (pack / "MANIFEST.json").write_text(json.dumps(said), "utf-8")
    assert "is no pack" in run("export", "verify", pack, status=4).err
    run(*MONTH, "-o", pack, "--force", status=3)


def test_a_run_that_is_killed_leaves_the_last_pack_whole(handed: Path, run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "month"
    run(*MONTH, "-o", pack)
    before = made(pack)
    script = (
        "import os, signal, reinsert_cli.cli.month_files as files\n"
        "from reinsert_cli.cli import main\n"
        "files.write_workbook = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"main.run({['export', 'monthly', '--month', '2024-12', '-o', str(pack), '--force']!r})\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], env=os.environ, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert made(pack) == before
    assert len(list(pack.parent.iterdir())) == 2
    run(*MONTH, "-o", pack, "--force")
    assert made(pack) == before
    assert [one.name for one in pack.parent.iterdir()] == ["month"]


def test_one_line_on_failure(handed: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for status, arguments in (
        (2, (*MONTH, "-o", tmp_path / "file" / "pack")),
        (3, (*MONTH, "-o", tmp_path / "pack", "--programme", "nobody")),
    ):
        answer = run(*arguments, status=status)
        assert (answer.out, answer.err.count("\n")) == ("", 1)
    with opened(handed) as ledger:
        ledger.execute("SELECT 1")
