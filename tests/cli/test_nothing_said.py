"""No name, number or telephone of anybody reaches a screen, a log or a file that is not made to hold it.

Marked people are planted in a ledger and in spreadsheets, good and broken; commands end well, are refused, and fail
where nobody foresaw it; then everything that was said and every file that was left is searched.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from tests.support import Begun, Run, opened, write_xlsx

HEAD = (
    "N° dossier", "Nom", "الاسم بالعربية", "CIN", "Date de naissance", "Téléphone", "Sexe", "Province", "Activité",
    "Montant",
)  # fmt: skip
MARKED = (
    "D-77123", "Zorglubine Quastafi", "زرغلوبين قسطافي", "QX778899", "17/04/1983", "0677889911", "F", "Fès", "Tri", 900,
)  # fmt: skip
BROKEN = (
    "D-77124", "Vertigaux Plimouste", "فرتيغو بليموست", "QX77889Z", "31/02/1984", "06778899", "Plimouste", "Vertigaux",
    "Quastafi", "Zorglubine",
)  # fmt: skip
SECRETS = (
    "zorglubine", "quastafi", "زرغلوبين", "قسطافي", "qx778899", "17/04/1983", "1983-04-17", "677889911", "d-77123",
    "vertigaux", "plimouste", "فرتيغو", "بليموست", "qx77889z", "31/02/1984", "d-77124",
)  # fmt: skip

Deed = tuple[str, ...]
DEEDS: tuple[Deed, ...] = (
    ("beneficiary", "list"),
    ("beneficiary", "show", "QX778899"),
    ("beneficiary", "show", "Zorglubine"),
    ("beneficiary", "show", "Personne"),
    ("beneficiary", "show", "QX000000"),
    ("beneficiary", "add", "--name", "Zorglubine Quastafi"),
    ("beneficiary", "add", "--cin", "QX778899"),
    ("beneficiary", "add", "--name", "QX 778899"),
    ("beneficiary", "add", "--name", "Vertigaux", "--born", "31/02/1984"),
    ("beneficiary", "add", "--name", "Vertigaux", "--sex", "Plimouste"),
    ("beneficiary", "add", "--name", "Vertigaux", "--phone", "06778899x"),
    ("batch", "show", "b1"),
    ("batch", "lock", "b1"),
    ("report", "people"),
    ("report", "journal"),
    ("imports", "show", "I-000001"),
    ("review", "list"),
    ("review", "show", "1"),
    ("check",),
    ("log",),
    ("export", "journal"),
    ("retention", "due"),
    ("imports", "undo", "I-000001"),
)


@pytest.fixture
def planted(planned: Path, begun: Begun, run: Run, tmp_path: Path) -> Path:
    """The marked person in a planned batch, and a row that may be theirs."""

    def write() -> None:
        path = write_xlsx(tmp_path / "bonne.xlsx", [HEAD, MARKED])
        run("import", path, "--as", "distributions", "--batch", "b1", "--envelope", "env")
        rows = [("Nom", "Province"), ("Zorglubine Quastafi", "Fès")]
        run("import", write_xlsx(tmp_path / "douteuse.xlsx", rows), "--as", "beneficiaries", status=1)

    return begun("planted", write)


def secrets_in(text: str) -> set[str]:
    return {secret for secret in SECRETS if secret in text.casefold()}


def left_behind(folder: Path, *but: Path) -> set[tuple[str, str]]:
    """What files of a folder say that they should not; the ledger and workbooks of centres hold it by design."""
    found = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in but and path.suffix != ".xlsx":
            content = path.read_bytes()
            texts = (content.decode(encoding, "ignore") for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
            found |= {(path.name, secret) for text in texts for secret in secrets_in(text)}
    return found


@pytest.mark.parametrize("debug", ["", "1"])
def test_whatever_is_asked(
    planted: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, debug: str
) -> None:
    """Answers, refusals and the audit: not even what was typed is repeated."""
    monkeypatch.setenv("REINSERT_DEBUG", debug)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for deed in DEEDS:
        answer = run(*deed, status=None)
        assert secrets_in(answer.out + answer.err) == set(), deed
    assert left_behind(tmp_path, planted) == set()


@pytest.mark.parametrize("name", ["cassée.xlsx", "Vertigaux.csv"])
def test_broken_spreadsheets(planted: Path, run: Run, tmp_path: Path, name: str) -> None:
    """Each cell that cannot be read is named by its place, not by what it says."""
    path = tmp_path / name
    if name.endswith("csv"):
        path.write_text("\n".join(";".join(map(str, row)) for row in (HEAD, BROKEN)), encoding="utf-8")
    else:
        write_xlsx(path, [HEAD, BROKEN])
    options = ("--as", "distributions", "--batch", "b1", "--envelope", "env", "--returns", str(tmp_path / "retours"))
    for fmt in ("table", "json"):
        answer = run("import", path, *options, "--format", fmt, status=1)
        said = answer.out + answer.err
        assert secrets_in(said.replace(path.name, "").replace(path.stem, "")) == set(), said
    assert left_behind(tmp_path, planted, path) == set()


def failing(kind: type[BaseException]) -> Callable[..., Any]:
    def fail(*arguments: Any, **_named: Any) -> Any:
        secret = f"{MARKED} {BROKEN} {arguments}"
        try:
            int(secret)
        except ValueError as error:
            raise kind(secret) from error

    return fail


@pytest.mark.parametrize("debug", ["", "1"])
@pytest.mark.parametrize(
    ("place", "deed"),
    [
        ("reinsert_cli.importers.run.sift", ("import", "bonne.xlsx", "--as", "distributions", "--batch", "b1")),
        ("reinsert_cli.importers.match.People.find", ("beneficiary", "add", "--name", "Zorglubine Quastafi")),
        ("reinsert_cli.store.work.seal", ("beneficiary", "edit", "QX778899", "--name", "Vertigaux")),
        ("reinsert_cli.store.states.of_write", ("batch", "lock", "b1")),
        ("reinsert_cli.reports.people.report", ("beneficiary", "list")),
        ("reinsert_cli.reports.person_card.card", ("beneficiary", "show", "QX778899")),
        ("reinsert_cli.documents.pack.pack", ("batch", "pack", "b1", "-o", "papiers", "--identified", "--reason", "x")),
        ("reinsert_cli.render.formats.text_of", ("batch", "show", "b1", "--identified", "--reason", "test")),
        ("reinsert_cli.ledger.traces.marks", ("beneficiary", "erase", "", "--reason", "test")),
    ],
)
def test_what_nobody_foresaw(
    planted: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, deed: Deed, debug: str
) -> None:
    """An error that carries names is told by its kind, and traced by its place; nothing of it stays in any file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REINSERT_DEBUG", debug)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    write_xlsx(tmp_path / "bonne.xlsx", [HEAD, MARKED])
    code = run("beneficiary", "show", "QX778899", "--format", "json").json["beneficiary"]
    monkeypatch.setattr(place, failing(RuntimeError))
    answer = run(*(code if word in {"", "QX778899"} else word for word in deed), status=None)
    assert answer.status != 0
    assert secrets_in(answer.out + answer.err) == set()
    assert ("RuntimeError" in answer.err) is (answer.status == 5)
    assert left_behind(tmp_path, planted) == set()


def test_a_database_that_refuses_says_nothing_of_the_row(
    planted: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLAlchemy's errors carry the statement with its values unless told not to."""

    def fail(*_arguments: Any) -> Any:
        raise IntegrityError("INSERT INTO identity VALUES (?)", ("Zorglubine",), Exception("UNIQUE: QX778899"))

    monkeypatch.setenv("REINSERT_DEBUG", "1")
    monkeypatch.setattr("reinsert_cli.store.work.seal", fail)
    answer = run("beneficiary", "add", "--name", "Autre Personne", status=5)
    assert "IntegrityError" in answer.err
    assert secrets_in(answer.err) == set()


def test_nothing_in_the_audit_or_the_history(planted: Path, run: Run) -> None:
    """What stays for good holds no identity, whatever was done."""
    for deed in DEEDS:
        run(*deed, status=None)
    with opened(planted) as database:
        for table in ("audit", "history", "journal", "waiver", "overcommitment"):
            rows = database.execute(f"SELECT * FROM {table}").fetchall()
            assert secrets_in(repr(rows)) == set(), table
