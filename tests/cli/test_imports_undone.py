"""``imports undo``: whole or refused, with the rows that later work depends on."""

from __future__ import annotations

from pathlib import Path

from tests.cli.lists import contents
from tests.support import PEOPLE, Run, write_xlsx

from reinsert_cli.store import bulk
from reinsert_cli.store.reading import reading
from reinsert_cli.store.work import writing


def bring_in(run: Run, path: Path, *more: str) -> str:
    answer = run(
        "import", path, "--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json", *more
    )
    return str(answer.json["import"])


def test_what_a_file_created_goes(planned: Path, people: Path, run: Run) -> None:
    """The ledger is what it was; the file can come again; every proof still holds."""
    before = contents(planned)
    code = bring_in(run, people)
    assert contents(planned) != before
    assert f"Import {code} (people.xlsx) is undone." in run("imports", "undo", code).out
    assert contents(planned) == before
    assert "undone" in run("imports", "list").out
    assert "undone already" in run("imports", "undo", code, status=3).err
    assert (
        run("import", people, "--batch", "b1", "--envelope", "env", "--format", "json").json["files"][0]["outcomes"][
            "new"
        ]
        == 3
    )
    run("check")


def test_what_a_file_changed_is_as_before(filled: Path, run: Run, tmp_path: Path) -> None:
    """A corrected list that changed an amount, a sex, a telephone and a card number, and added a person."""
    before = contents(filled)
    head, first, *others = PEOPLE
    mended = write_xlsx(
        tmp_path / "people.xlsx",
        [(*head, "Téléphone"), (*first[:3], "H", *first[4:7], 13000, "0600000001"), *others,
         ("Nouveau", "Fictif", "ZZ1004", "F", "Fès", "Snack", "numéraire", 500, None)],
    )  # fmt: skip
    code = bring_in(run, mended)
    changed = contents(filled)
    assert changed["identity"] != before["identity"]
    assert changed["batch_line"] != before["batch_line"]
    run("imports", "undo", code)
    assert contents(filled) == before
    run("check")


def test_money_in_the_books_stays(filled: Path, run: Run) -> None:
    """Once the batch is locked, its lines are committed and the journal never forgets: the rows are named."""
    run("batch", "lock", "b1")
    assert "rows 2, 3, 4 stand in the books" in run("imports", "undo", "I-000001", status=3).err


def test_later_files_first(filled: Path, people: Path, run: Run) -> None:
    """The same file came again and spoke of the same lines: that import is undone first, then this one."""
    second = bring_in(run, people)
    assert second in run("imports", "undo", "I-000001", status=3).err
    run("imports", "undo", second)
    run("imports", "undo", "I-000001")


def test_people_whom_another_batch_needs_stay(filled: Path, run: Run, tmp_path: Path) -> None:
    """Amina stands in another batch too, by her card number: the row that brought her in is named."""
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    other = write_xlsx(tmp_path / "other.xlsx", [PEOPLE[0], (*PEOPLE[1][:7], 400)])
    run("import", other, "--batch", "b2", "--envelope", "env")
    assert "depends on its rows 2." in run("imports", "undo", "I-000001", status=3).err


def test_a_line_mended_by_hand_keeps_the_file(filled: Path, run: Run) -> None:
    run("batch", "correct", "b1", "2", "--amount", "1 000,00", "--reason", "faute de frappe")
    assert "depends on its rows 3." in run("imports", "undo", "I-000001", status=3).err


def test_allocated_money_stays(programme: Path, run: Run, tmp_path: Path) -> None:
    """A budget sheet gave an envelope its money: the books keep that."""
    rows = [("Enveloppe", "Programme", "Exercice", "Bailleur", "Montant"), ("e2", "micro", 2024, "fund", 1000)]
    run("import", write_xlsx(tmp_path / "b.xlsx", rows))
    assert "gave an envelope its money" in run("imports", "undo", "I-000001", status=3).err


def test_statements_are_taken_back(planned: Path, run: Run, tmp_path: Path) -> None:
    rows = [("Lot", "Mesure", "Valeur", "Source"), ("b1", "montant", "plus de 500.000 DH", "presse")]
    before = contents(planned)
    run("import", write_xlsx(tmp_path / "s.xlsx", rows))
    run("imports", "undo", "I-000001")
    assert contents(planned) == before


def test_unknown(planned: Path, run: Run) -> None:
    assert "There is no import I-9." in run("imports", "undo", "I-9", status=3).err
    assert "There is no import I-9." in run("imports", "show", "I-9", status=3).err


def test_listed_and_shown(filled: Path, run: Run) -> None:
    """What each row became, by codes."""
    row = run("imports", "list", "--format", "json").json["rows"][0]
    assert (row["import"], row["file"], row["batch"], row["rows"], row["new"]) == (
        "I-000001",
        "people.xlsx",
        "b1",
        3,
        3,
    )
    card = run("imports", "show", "I-000001", "--format", "json").json
    assert [line["row"] for line in card["lines"]] == [2, 3, 4]
    assert all(line["beneficiary"].startswith("B-") for line in card["lines"])


def test_a_file_undone_leans_on_nothing(filled: Path, run: Run, tmp_path: Path) -> None:
    """A second file that changed people is undone: the first can be undone too."""
    before = contents(filled)
    second = write_xlsx(tmp_path / "people.xlsx", [PEOPLE[0], (*PEOPLE[1][:4], "Meknès", *PEOPLE[1][5:]), *PEOPLE[2:]])
    code = bring_in(run, second)
    run("imports", "undo", code)
    assert contents(filled) == before
    run("imports", "undo", "I-000001")
    assert contents(filled)["beneficiary"] == []
    run("check")


def test_nothing_that_was_made_for_the_while_stays(planned: Path, people: Path, run: Run) -> None:
    """What may refer to a row that goes is indexed, so that not everybody is read for each; then no more."""

    def made() -> tuple[object, ...]:
        with reading(planned) as reader:
            names = sorted(reader.dialect.tables(reader))
            return names, [reader.dialect.indexes(reader, name) for name in names], reader.dialect.made(reader)

    before = made()
    run("imports", "undo", bring_in(run, people))
    assert made() == before
    with writing(planned, "test", rehearse=True) as work:
        reader = work.reader()
        assert reader.dialect.unindexed(reader, "beneficiary")
        with bulk.references_indexed(work, "beneficiary"):
            assert not reader.dialect.unindexed(reader, "beneficiary")
