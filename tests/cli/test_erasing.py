"""Somebody is erased: nothing in the files says who they were, and the books stand as they stood."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.cli.after import handed_over
from tests.support import Begun, Ledger, Rows, Run, bytes_of, opened, write_xlsx

from reinsert_cli.cli import asking

HEAD = ("N° dossier", "Nom", "الاسم بالعربية", "CIN", "Date de naissance", "Téléphone", "Sexe", "Centre", "Province",
        "Activité", "Handicap", "Montant")  # fmt: skip
MARKED = ("D-77123", "Zorglubine Quastafi", "زرغلوبين قسطافي", "QX778899", "17/04/1983", "0677889911", "F", "Fès",
          "Fès", "Couture Quastafi", "oui", 12000)  # fmt: skip
OTHER = ("D-2", "Omar Inventani", "عمر إنفنتاني", "ZZ2002", "01/02/1980", "0600000002", "H", "Fès", "Fès", "Snack",
         "non", 8000)  # fmt: skip
SECRETS = (
    "Zorglubine", "ZORGLUBINE", "zorglubine", "Quastafi", "quastafi", "زرغلوبين", "قسطافي", "QX778899", "qx778899",
    "1983-04-17", "17/04/1983", "0677889911", "677889911", "D-77123", "murmure",
)  # fmt: skip
"""What says who the marked person is, in any form that the ledger may have kept."""


def asked(ledger: Path, query: str, *params: Any) -> list[tuple[Any, ...]]:
    with opened(ledger) as database:
        return list(database.execute(query, params))


def code_of(ledger: Path, cin: str = "QX778899") -> str:
    return str(asked(ledger, "SELECT beneficiary_code FROM identity WHERE cin = ?", cin)[0][0])


def told_in(folder: Path, ledger: Ledger) -> set[tuple[str, str]]:
    """Which secrets stand in the ledger and in a folder's files, in any encoding; not in the tests' own workbooks."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".xlsx"]
    texts = {"the ledger": bytes_of(ledger), **{path.name: path.read_bytes() for path in files}}
    return {
        (name, secret)
        for name, text in texts.items()
        for secret in SECRETS
        if any(secret.encode(encoding) in text for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
    }


@pytest.fixture
def known(programme: Path, begun: Begun, run: Run, tmp_path: Path) -> Path:
    """A ledger in which the marked person stands wherever somebody can stand."""

    def write() -> None:
        run("batch", "plan", "b1", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
        path = write_xlsx(tmp_path / "liste Quastafi.xlsx", [HEAD, MARKED, OTHER])
        run("import", path, "--as", "distributions", "--batch", "b1", "--envelope", "env")
        code = code_of(programme)
        run("beneficiary", "edit", code, "--name", "Zorglubina Quastafi")  # the former one becomes a known_as
        run("beneficiary", "step", code, "judicial", "--on", "2023-05-04")
        run("batch", "lock", "b1")
        run("batch", "hold", "b1", "--on", "2024-12-06", "--proxy", f"{code}=Soeur Quastafi")
        with opened(programme) as database:
            database.execute("INSERT INTO remark VALUES ('b1', ?, 'murmure de Zorglubine')", (code,))
            other = code_of(programme, "ZZ2002")
            database.execute("INSERT INTO remark VALUES ('b1', ?, 'parti avec Zorglubine Quastafi')", (other,))
        project = asked(programme, "SELECT project_code FROM batch_line WHERE beneficiary_code = ?", code)[0][0]
        run("followup", "add", project, "--on", "2025-03-01", "--state", "closed", "--reason", "prison")
        run("followup", "back", code, "--definition", "prison", "--on", "2025-03-01", "--back")
        run("beneficiary", "show", code, "--identified", "--reason", "test")
        again = [("Nom", "Téléphone", "Province"), ("Zorglubine Quastafi", "0677889911", "Fès")]
        run("import", write_xlsx(tmp_path / "autre.xlsx", again), "--as", "beneficiaries", status=1)
        ((number,),) = asked(programme, "SELECT id FROM review WHERE decision IS NULL")
        run("review", "accept", str(number))

    return begun("told of", write)


def test_nothing_says_who_they_were(known: Path, run: Run, tmp_path: Path) -> None:
    """Not in the ledger's pages, in any encoding, nor in any file left beside it; and the proofs hold."""
    code = code_of(known)
    assert {name for name, _secret in told_in(tmp_path, known)} <= {"the ledger", "ledger.db"}
    run("check", status=None)
    wrong_before = {
        one["code"] for one in run("check", "--format", "json", status=None).json["checks"] if not one["ok"]
    }
    answer = run("beneficiary", "erase", code, "--reason", "à sa demande")
    assert told_in(tmp_path, known) == set()
    assert not any(secret in answer.out + answer.err for secret in SECRETS)
    checks = run("check", "--format", "json", status=None).json["checks"]
    assert {one["code"] for one in checks if not one["ok"]} == wrong_before
    assert "none changed" in run("log", "verify").out


def test_the_books_stand_as_they_stood(known: Path, run: Run) -> None:
    """Every figure of today and of an earlier day, every line and posting, under the same code."""
    code = code_of(known)
    reports = (("region",), ("programme",), ("batch",), ("budget",), ("sector",), ("region", "--as-of", "2026-01-15"))
    before = [run("report", *report, "--format", "json").json for report in reports]
    lines, journal = (
        asked(known, "SELECT id, amount, status, beneficiary_code FROM batch_line"),
        "SELECT * FROM journal",
    )
    postings = asked(known, journal)
    run("beneficiary", "erase", code, "--reason", "test")
    assert [run("report", *report, "--format", "json").json for report in reports] == before
    assert asked(known, "SELECT id, amount, status, beneficiary_code FROM batch_line") == lines
    assert asked(known, journal) == postings
    card = run("beneficiary", "show", code, "--format", "json").json
    assert (card["sex"], card["steps"], len(card["lines"])) == ("F", [], 1)


def test_a_pack_sent_before_is_still_proven(known: Path, run: Run, tmp_path: Path) -> None:
    """The month can be made again from the ledger as it was, to the byte."""
    run("export", "monthly", "--month", "2024-12", "-o", tmp_path / "pack")
    run("beneficiary", "erase", code_of(known), "--reason", "test")
    run("export", "verify", tmp_path / "pack")


def test_what_the_law_protects_most_goes_from_the_past_too(known: Path, run: Run) -> None:
    code = code_of(known)
    with opened(known) as database:
        database.execute("UPDATE sensitive SET special_category = TRUE WHERE beneficiary_code = ?", (code,))
        database.execute("UPDATE sensitive SET special_category = FALSE WHERE beneficiary_code = ?", (code,))
    run("beneficiary", "erase", code, "--reason", "test")
    past = asked(known, "SELECT old FROM history WHERE old IS NOT NULL AND table_name IN ('sensitive', 'followup')")
    assert not any("prison" in old or '"special_category":1' in old for (old,) in past)
    assert asked(known, "SELECT * FROM history WHERE table_name IN ('pathway_step', 'back_in_prison')") == []
    assert asked(known, "SELECT reason FROM followup") == [(None,)]


def test_where_they_may_still_stand_is_told(known: Path, run: Run) -> None:
    """The files they came with, the lists that named them, the backups: what no program erases."""
    answer = run("beneficiary", "erase", code_of(known), "--reason", "test", "--format", "json").json
    assert [(one["import"], one["row"]) for one in answer["files"]] == [("I-000001", 2), ("I-000002", 2)]
    assert len(answer["outputs"]) == 1
    assert answer["texts"] == []


@pytest.mark.file_only
def test_backups_are_named(known: Path, run: Run, tmp_path: Path) -> None:
    """Those that the ledger's list holds, found now or not; not one that gave way to newer ones."""
    run("backup", tmp_path / "a.db")
    for _time in range(2):
        run("backup", tmp_path / "many", "--keep", "1")
    (tmp_path / "a.db").rename(tmp_path / "elsewhere.db")
    (dated,) = (tmp_path / "many").iterdir()
    answer = run("beneficiary", "erase", code_of(known), "--reason", "test", "--format", "json").json
    assert [(one["file"], one["is_there"]) for one in answer["backups"]] == [
        (str(tmp_path / "a.db"), False), (str(dated), True),
    ]  # fmt: skip
    (other,) = asked(known, "SELECT MIN(beneficiary_code) FROM identity")
    assert str(dated) in run("beneficiary", "erase", other[0], "--reason", "test").out
    assert known.with_name("ledger.db.backups").stat().st_mode & 0o777 == 0o600


def test_said_in_words(known: Path, run: Run) -> None:
    said = run("beneficiary", "erase", code_of(known), "--reason", "test").out
    assert "I-000001" in said
    assert "Every backup and copy made before still says who they were" in said


def test_an_erased_person_is_left_alone(known: Path, run: Run, tmp_path: Path) -> None:
    """No list to act upon has them; nothing is told of them by name, nor written about them."""
    code = code_of(known)
    run("beneficiary", "erase", code, "--reason", "test")
    assert code not in run("beneficiary", "list").out
    assert code not in run("followup", "due", "--by", "2030").out
    for command in (
        ("beneficiary", "edit", code, "--name", "X Y"),
        ("beneficiary", "step", code, "training", "--on", "2024"),
        ("beneficiary", "show", code, "--identified", "--reason", "test"),
        ("beneficiary", "export", code, "--reason", "test"),
    ):
        assert "was erased" in run(*command, status=3).err
    named = run("batch", "show", "b1", "--identified", "--reason", "test", "--format", "json").json["lines"]
    assert sorted(str(line["name"]) for line in named) == ["None", "Omar Inventani"]
    run("batch", "pack", "b1", "-o", tmp_path / "pack", "--identified", "--reason", "test")
    assert "swept again" in run("beneficiary", "erase", code, "--reason", "test").out


def test_the_same_list_again_makes_somebody_new(known: Path, run: Run, tmp_path: Path) -> None:
    """The ledger cannot know them again: a list of those erased would say who they are."""
    code = code_of(known)
    run("beneficiary", "erase", code, "--reason", "test")
    rows: Rows = [HEAD[:9], MARKED[:9], OTHER[:9]]
    files = run("import", write_xlsx(tmp_path / "l.xlsx", rows), "--as", "beneficiaries", "--format", "json").json[
        "files"
    ]
    assert (files[0]["outcomes"]["new"], files[0]["outcomes"]["invalid"]) == (1, 0)
    assert code_of(known) != code
    by_code = [("N° dossier", "Nom"), (code, "Zorglubine Quastafi")]
    told = run(
        "import", write_xlsx(tmp_path / "c.xlsx", by_code), "--as", "beneficiaries", "--format", "json", status=1
    )
    assert [problem["code"] for problem in told.json["files"][0]["problems"]] == ["person.erased"]


def test_nor_do_texts_about_anybody(known: Path, run: Run, tmp_path: Path) -> None:
    """Who handed over to others, whom the minutes name, what a source is called: then, and in the history."""
    code, other = code_of(known), code_of(known, "ZZ2002")
    run("beneficiary", "edit", other, "--sex", "H")
    with opened(known) as database:
        database.execute("UPDATE batch SET delivered_by = 'Zorglubine Quastafi'")
        database.execute("UPDATE batch SET delivered_by = 'Quelqu’un'")
        database.execute("UPDATE batch SET delivered_by = 'Mme Zorglubine Quastafi'")
    run("batch", "official", "add", "b1", "--name", "Zorglubine Quastafi", "--role", "Témoin")
    for _time in range(2):
        run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "20 000 DH",
            "--source", "Récit de Zorglubine Quastafi")  # fmt: skip
    run("statement", "choose", "1", "--reason", "Version de ZorglubineQuastafi")
    run("statement", "choose", "2", "--reason", "Écrit le premier")
    run("beneficiary", "erase", code, "--reason", "à sa demande")
    assert told_in(tmp_path, known) == set()
    assert asked(known, "SELECT DISTINCT source FROM statement") == [("Récit de … …",)]
    assert "none changed" in run("log", "verify").out


def test_not_while_something_is_promised(programme: Path, run: Run, tmp_path: Path) -> None:
    run("batch", "plan", "b1", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    path = write_xlsx(tmp_path / "l.xlsx", [HEAD, MARKED, OTHER])
    run("import", path, "--as", "distributions", "--batch", "b1", "--envelope", "env")
    code = code_of(programme)
    assert "still to be handed over" in run("beneficiary", "erase", code, "--reason", "test", status=3).err
    run("batch", "cancel", "b1")
    run("beneficiary", "erase", code, "--reason", "test")
    assert "were erased since" in run("imports", "undo", "I-000001", status=3).err


def test_not_while_a_row_may_mean_them(known: Path, run: Run, tmp_path: Path) -> None:
    code = code_of(known)
    rows = [("Nom", "Province"), ("Zorglubina Quastafi", "Fès")]
    run("import", write_xlsx(tmp_path / "n.xlsx", rows), "--as", "beneficiaries", status=None)
    assert "wait for a decision" in run("beneficiary", "erase", code, "--reason", "test", status=3).err


def test_of_somebody_never_helped_nothing_stays(ledger: Path, run: Run) -> None:
    code = run("beneficiary", "add", "--name", "Zorglubine Quastafi", "--sex", "F", "--province", "Fès", "--disabled",
               "--format", "json").json["beneficiary"]  # fmt: skip
    run("beneficiary", "edit", code, "--province", "Meknès")
    run("beneficiary", "erase", code, "--reason", "test")
    assert asked(ledger, "SELECT * FROM beneficiary") == [(code, None, None, None, None, None)]
    assert asked(ledger, "SELECT * FROM sensitive") == []
    assert not any("MA-" in str(old) for (old,) in asked(ledger, "SELECT old FROM history"))
    assert run("check").out == ""


def test_tampering_is_found_after_an_erasure_too(known: Path, run: Run) -> None:
    """What was redone is proven anew; what nobody redid still contradicts the audit."""
    run("beneficiary", "erase", code_of(known), "--reason", "test")
    with opened(known) as database:
        database.execute("UPDATE history SET old = replace(old, 'MA-FES', 'MA-RAB') WHERE old LIKE '%MA-FES%'")
        database.execute("UPDATE project SET activity = 'Autre' WHERE activity = 'Snack'")
    wrong = [one["code"] for one in run("check", "--format", "json", status=1).json["checks"] if not one["ok"]]
    assert "audit.state" in wrong


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM identity WHERE cin = 'ZZ2002'",
        "INSERT INTO known_as (beneficiary_code, name_latin, audit_id) VALUES (:code, 'X', 1)",
    ],
)
def test_check_knows_who_was_erased(known: Path, run: Run, statement: str) -> None:
    """An identity gone without an erasure, or back after one, is a finding."""
    code = code_of(known)
    run("beneficiary", "erase", code, "--reason", "test")
    with opened(known) as database:
        database.execute(statement, {"code": code} if ":code" in statement else {})
    found = {one["code"]: one["count"] for one in run("check", "--format", "json", status=1).json["checks"]}
    assert found["person.erased"] == 1


def test_two_codes_of_one_person_go_together(programme: Path, run: Run, tmp_path: Path) -> None:
    codes = [
        run("beneficiary", "add", "--name", name, "--new", "--format", "json").json["beneficiary"]
        for name in ("Zorglubine Quastafi", "Quastafi Zorglubine")
    ]
    run("beneficiary", "merge", *codes, "--reason", "test")
    run("beneficiary", "erase", codes[0], "--reason", "test")
    assert told_in(tmp_path, programme) == set()
    assert codes[0] in run("beneficiary", "show", codes[1], status=3).err


def test_others_keep_their_words(programme: Path, run: Run, tmp_path: Path) -> None:
    """Somebody of the same first name, elsewhere, keeps the words of their own project."""
    people = [
        ("D-1", "Karim Quastafi", "QX778899", "H", "Fès", "Fès", "Atelier Karim", "Artisanat", 5000),
        ("D-2", "Omar Inventani", "ZZ2002", "H", "Fès", "Fès", "Chez Karim", "Artisanat", 5000),
    ]
    handed_over(run, tmp_path, "b1", "2024-12-06", people)
    run("beneficiary", "erase", code_of(programme), "--reason", "test")
    assert sorted(asked(programme, "SELECT activity FROM project")) == [("Atelier …",), ("Chez Karim",)]


def test_rows_that_nobody_is_asked_about_any_more(programme: Path, run: Run, tmp_path: Path) -> None:
    """What a row said goes when its file is undone, and when the row comes again: it serves nothing more."""
    run("beneficiary", "add", "--name", "Zorglubine Quastafi", "--cin", "QX778899")
    for number, other in enumerate(("Salima Inventée", "Driss Supposé"), 1):
        rows = [("Nom", "Province"), ("Zorglubine Quastafi", "Fès"), (other, "Fès")]
        run("import", write_xlsx(tmp_path / f"n{number}.xlsx", rows), "--as", "beneficiaries", status=1)
    said = [row[0] for row in asked(programme, "SELECT said FROM review ORDER BY id")]
    assert ["Zorglubine" in one for one in said] == [False, True]
    run("imports", "undo", "I-000002")
    assert not any("Zorglubine" in one for (one,) in asked(programme, "SELECT said || facts FROM review"))


def test_a_row_set_aside_is_emptied(programme: Path, run: Run, tmp_path: Path) -> None:
    """It was nobody's when it was decided; it names them all the same."""
    person = ("D-1", "Zorglubine Quastafi", "QX778899", "F", "Fès", "Fès", "Tri", "Artisanat", 900)
    handed_over(run, tmp_path, "b1", "2024-12-06", [person])
    code = code_of(programme)
    said = '{"values": {"full_name": "Zorglubine Quastafi"}, "envelope": null, "centre": null}'
    with opened(programme) as database:
        database.execute(
            "INSERT INTO review (import_code, row, fingerprint, facts, fault, candidates, said, decision)"
            " VALUES ('I-000001', 9, 'x', 'y', 'followup.which', '[]', ?, 'rejected')",
            (said,),
        )
    run("beneficiary", "erase", code, "--reason", "test")
    assert told_in(tmp_path, programme) == set()


def test_asked_at_a_terminal(ledger: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be taken back: without a yes nothing happens; --yes asks nothing."""
    code = run("beneficiary", "add", "--cin", "QX778899", "--format", "json").json["beneficiary"]
    monkeypatch.setattr(asking, "can_answer", lambda: True)
    monkeypatch.setattr(asking, "confirm", lambda _question: False)
    run("beneficiary", "erase", code, "--reason", "test", status=1)
    assert code_of(ledger) == code
    run("beneficiary", "erase", code, "--reason", "test", "--yes")
    assert told_in(tmp_path, ledger) == set()


@pytest.mark.file_only
def test_a_file_that_cannot_be_swept_is_told(ledger: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The identity is gone, its traces perhaps not: the same command once more sweeps them."""

    def fail(_path: Path) -> None:
        raise sqlite3.OperationalError("database is locked")

    code = run("beneficiary", "add", "--cin", "QX778899", "--format", "json").json["beneficiary"]
    with monkeypatch.context() as patch:
        patch.setattr("reinsert_cli.store.redaction.sweep", fail)
        answer = run("beneficiary", "erase", code, "--reason", "test", status=5)
    assert f"beneficiary erase {code}" in answer.err
    assert "make a new backup" in answer.out
    assert asked(ledger, "SELECT * FROM identity") == []
    assert "swept again" in run("beneficiary", "erase", code, "--reason", "test").out
