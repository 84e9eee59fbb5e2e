"""Whoever is sought by hand is found among a few, as they would be among everybody."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.support import Run, write_xlsx

from reinsert_cli.domain.found_by import found_by
from reinsert_cli.importers.known_people import known_people, people_like
from reinsert_cli.importers.match import FIELDS, Doubt, Person
from reinsert_cli.store.work import writing

KNOWN = (
    ("--name", "Karim Fictif", "--cin", "AB1001", "--born", "06/12/1984", "--centre", "fes", "--file-number", "7"),
    ("--name", "Karim Fictif", "--born", "1984"),
    ("--name", "Karim Fictife", "--phone", "0612345678"),
    ("--name-ar", "كريم فيكتيف", "--born", "01/02/1990"),
    ("--name", "Samira Exemple", "--cin", "AB1002", "--born", "1984-12-06", "--province", "MA-FES"),
    ("--name", "Samira Exempla", "--centre", "fes"),
    ("--cin", "AB1003", "--centre", "meknes", "--file-number", "7"),
)
DAYS = ("1984-12-06", "1984-12-07", "1990-02-01", "1984", None)


@pytest.fixture
def crowd(ledger: Path, run: Run) -> Path:
    """People alike, one of them under two codes that became one."""
    codes = [run("beneficiary", "add", *said, "--no-input", "--new", "--format", "json").json for said in KNOWN]
    run("beneficiary", "merge", codes[4]["beneficiary"], codes[6]["beneficiary"], "--reason", "a test")
    return ledger


def told(found: Person | Doubt | None) -> object:
    return found.code if isinstance(found, Person) else found


def test_they_are_found_as_among_everybody(crowd: Path) -> None:
    said: list[dict[str, Any]] = [
        dict.fromkeys(FIELDS)
        | dict(zip(("name_latin", "cin", "birth_date", "file_number", "centre_code"), one, strict=True))
        for one in product(
            ("Karim Fictif", "Fictive Karim", "Samira Exemple", None),
            ("AB1001", "AB1011", "AB1003", None),
            ("1984-12-06", "1984", "1990-02-01", None),
            ("7", None),
            ("fes", "meknes", None),
        )
    ]
    with writing(crowd, "test", rehearse=True) as work:
        everybody = known_people(work).people
        answers = [told(everybody.find(one)) for one in said]
        assert [told(people_like(work, one).find(one)) for one in said] == answers
        assert len(people_like(work, said[0]).by_code) < len(everybody.by_code)
        few = (said[:5], said[40:60], said[-3:])  # less rows than people are known, or everybody is read
        for some in few:
            known = known_people(work)
            known.expect(1, some)
            assert [told(known.people.find(one)) for one in some] == [told(everybody.find(one)) for one in some]
            assert {code for code in everybody.by_code if code in known.people.by_code} == {*everybody.by_code}
            assert "B-NOBODY" not in known.people.by_code
    assert {type(one) for one in answers} == {str, Doubt, type(None)}


def test_a_part_of_a_name_that_many_share_tells_nothing(crowd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of everybody, though not everybody is read: here two are many."""
    monkeypatch.setattr("reinsert_cli.importers.match.MANY", 1)
    said: list[dict[str, Any]] = [
        dict.fromkeys(FIELDS) | {"name_latin": name, "birth_date": born, "cin": cin, "phone": "0612345678"}
        for name, born, cin in product(("Karim Fictive", "Samira Exempl", "Karin Fictif"), DAYS, ("AB9999", None))
    ]
    with writing(crowd, "test", rehearse=True) as work:
        everybody = known_people(work).people
        answers = [told(everybody.find(one)) for one in said]
        assert [told(people_like(work, one).find(one)) for one in said] == answers


def test_every_write_keeps_by_what_they_are_found(crowd: Path, run: Run, tmp_path: Path) -> None:
    """Registered, edited, merged, brought in by a list, told more of by another, and that one undone."""
    head = ("Nom et prénom", "CIN", "Date de naissance")
    first = write_xlsx(tmp_path / "first.xlsx", [head, ("Omar Exemplaire", "AB2001", "01/02/1980"), ("Ali Autre",)])
    second = write_xlsx(tmp_path / "second.xlsx", [head, ("عمر إكسمبلير", "AB2001", "01/02/1980")])
    run("import", first, "--as", "beneficiaries")
    assert_kept(crowd, 8)
    run("import", second, "--as", "beneficiaries")
    assert_kept(crowd, 8)
    run("imports", "undo", "I-000002")
    assert_kept(crowd, 8)
    (code,) = [row["beneficiary"] for row in run("beneficiary", "list", "--format", "json").json["rows"]][:1]
    run("beneficiary", "edit", code, "--born", "07/12/1984")
    assert_kept(crowd, 8)


def assert_kept(ledger: Path, count: int) -> None:
    kept = "SELECT name_latin, name_arabic, cin, birth_date, latin_key, arabic_key, parts FROM identity"
    with writing(ledger, "test", rehearse=True) as work:
        rows = list(work.reader().tuples(kept))
        assert len(rows) == count
        assert all(tuple(row[4:]) == tuple(found_by(*row[:4])) for row in rows)
