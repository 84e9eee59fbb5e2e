"""Each problem that an import can tell has a small file that raises it, and the import says what it said before."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support import Answer, Run, kept, put

from reinsert_cli.domain import sentences_of_input, sentences_of_lists

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "sample_data" / "broken"
GOLDEN = FOLDER / "expected.json"
TOOL = ROOT / "tools" / "make_broken_samples.py"
UPDATES = os.environ.get("REINSERT_TESTS") == "update"

sys.path.insert(0, str(ROOT / "tools"))

from broken_samples import FILES, SAMPLES, WITHOUT, Sample  # noqa: E402

SENTENCES = {**sentences_of_input.SENTENCES, **sentences_of_lists.SENTENCES}
PERSON = re.compile(r"B-[0-9A-Z]{9}")


made: list[Any] = []


@pytest.fixture
def ready(ledger: Path, request: pytest.FixtureRequest) -> Path:
    """The ledger of ``planned``, its commands typed once and not for each of a hundred files."""
    if made:
        put(ledger, made[0])
    else:
        request.getfixturevalue("planned")
        made.append(kept(ledger))
    return ledger


def expected() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8")) if GOLDEN.exists() else {}
    return read


def typed(sample: Sample, folder: Path, run: Run) -> Answer:
    """Type what comes before, then the import."""
    for step in sample.before:
        if step[0] == "import":
            run("import", folder / step[1], *(step[2:] or ("--batch", "b1", "--envelope", "env")))
        else:
            run(*(_with_person(word, run) for word in step))
    return run("import", folder / sample.file, *sample.options, "--format", "json", status=None)


def _with_person(word: str, run: Run) -> str:
    number = re.fullmatch(r"\{(\d)\}", word)
    if not number:
        return word
    lines = run("batch", "show", "b1", "--format", "json").json["lines"]
    return str(lines[int(number[1]) - 1]["beneficiary"])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.code)
def test_the_import_says_what_is_expected(sample: Sample, ready: Path, run: Run) -> None:
    """Code, severity, place, words and exit status; people's codes, which are random, are left out."""
    answer = typed(sample, FOLDER, run)
    (file,) = answer.json["files"]
    said = json.loads(PERSON.sub("B-…", json.dumps(file["problems"], ensure_ascii=False)))
    told = next((one for one in said if one["code"] == sample.code), None)
    assert told, [one["code"] for one in said]
    assert (told["severity"], told["cell"] or str(told["row"] or "")) == (sample.severity, sample.place)
    options = " ".join(f'"{word}"' if " " in word else word for word in sample.options)
    was = {"file": sample.file, "options": options, "status": answer.status, "problems": said}
    if UPDATES:
        order = [one.code for one in SAMPLES]
        everything = sorted((expected() | {sample.code: was}).items(), key=lambda item: order.index(item[0]))
        GOLDEN.write_text(json.dumps(dict(everything), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert was == expected()[sample.code]


def test_every_problem_has_a_file_or_a_reason() -> None:
    """In the order of the sentences nothing is left out, and nothing is said of what is not there."""
    having = [sample.code for sample in SAMPLES]
    assert len(having) == len(set(having))
    assert not set(having) & WITHOUT.keys()
    assert {*having, *WITHOUT} == SENTENCES.keys()
    assert expected().keys() == set(having)


def test_the_files_are_those_that_the_generator_writes(tmp_path: Path) -> None:
    """To the byte, and none too many; none is larger than 20 KB."""
    subprocess.run([sys.executable, TOOL, tmp_path], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.name not in {"README.md", GOLDEN.name}}
    assert made == kept == FILES
    assert max(map(len, kept.values())) <= 20_000


def test_the_list_brought_in_before_has_no_fault(ready: Path, run: Run) -> None:
    """Else what the others say might be its doing."""
    answer = run("import", FOLDER / "first.csv", "--batch", "b1", "--envelope", "env", "--format", "json")
    assert answer.json["files"][0]["problems"] == []


def test_a_file_gives_the_same_under_another_name(ready: Path, tmp_path: Path, run: Run) -> None:
    """The samples are named for their problems; the names play no part."""
    renamed = shutil.copy(FOLDER / "file.web_page.xls", tmp_path / "liste.xlsx")
    (file,) = run("import", renamed, "--batch", "b1", "--format", "json", status=4).json["files"]
    assert [one["code"] for one in file["problems"]] == ["file.web_page"]
