"""The ledger's file: its schema, its locks, its transactions, its modes, its audit chain."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel
from tests.support import bytes_of, opened, reader_of

from reinsert_cli.domain import catalogue, territories
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.ledger import partner
from reinsert_cli.store import audit, migrate, opening, place
from reinsert_cli.store.engine import engine_for
from reinsert_cli.store.reading import reading
from reinsert_cli.store.tables import Partner, Province
from reinsert_cli.store.views import definitions, names
from reinsert_cli.store.work import writing


def test_the_migrated_schema_equals_the_models(ledger: Path) -> None:
    """What the migrations make is what the models say, to the last index."""
    engine = engine_for(ledger)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_the_program_knows_the_newest_migration(ledger: Path) -> None:
    """One line of migrations, whose head is the schema that this version declares."""
    engine = engine_for(ledger)
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(migrate.alembic_config(connection))
        assert script.get_heads() == [place.SCHEMA]
    engine.dispose()


def test_reference_data(ledger: Path) -> None:
    """12 regions, 75 prefectures and provinces, the sectors and the centres."""
    with reading(ledger) as reader:
        counts = {t: reader.value(f"SELECT count(*) FROM {t}") for t in ("region", "province", "sector", "centre")}
    assert counts == {"region": 12, "province": 75, "sector": len(catalogue.sectors()), "centre": 16}
    assert len(territories.provinces()) == 75


def test_every_view_can_be_read(ledger: Path) -> None:
    """The documented views answer on an empty ledger, and none of them knows an identity."""
    with reading(ledger) as reader, opened(ledger) as database:
        assert set(reader.dialect.views(reader)) == {
            "v_line", "v_share", "v_posting", "v_delivery", "v_batch", "v_statement", "v_declared", "v_envelope",
            "v_convention", "v_funded", "v_visit", "v_due", "v_beneficiary", "v_participation", "v_step", "v_lacking",
            "v_fellow", "v_head", "v_project", "v_document", "v_required_document", "v_item",
            "v_balance", "v_tally", "v_again", "v_identified", "v_trace", "v_change",
        }  # fmt: skip
        columns, key = reader.dialect.shape(reader, "identity")
        naming = set(columns) - set(key)
        for name, sql in zip(names(), definitions(), strict=True):
            told = {column[0] for column in database.execute(f"SELECT * FROM {name}").description}
            assert not told & naming
            assert "identity" not in sql.partition("CREATE")[2] or told <= {"beneficiary", "place"}


@pytest.mark.parametrize("table", ["journal", "audit", "overcommitment"])
@pytest.mark.parametrize("change", ["UPDATE {} SET author = 'someone else'", "DELETE FROM {}"])
def test_the_books_are_append_only(filled: Path, run: object, table: str, change: str) -> None:
    """Whoever opens the file with another tool is refused by the database itself."""
    with opened(filled) as database:
        if table == "overcommitment":
            values = "('env', 'b1', 1, 'now', 'me', 'why')"
            columns = "(envelope_code, batch_code, missing, written_at, author, reason)"
            database.execute(f"INSERT INTO overcommitment {columns} VALUES {values}")
        with pytest.raises(opening.errors(), match="append-only"):
            database.execute(change.format(table))


@pytest.mark.file_only
@pytest.mark.parametrize("table", ["journal", "audit"])
def test_the_books_are_not_replaced_either(filled: Path, table: str) -> None:
    """INSERT OR REPLACE would delete without a delete trigger; it is refused too."""
    with opened(filled) as database, pytest.raises(opening.errors(), match="append-only"):
        database.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.file_only
def test_a_new_ledger_is_its_owners_alone(tmp_path: Path) -> None:
    """Mode 0600 in folders of mode 0700 at any umask, and nothing else left beside it."""
    path = tmp_path / "deep" / "deeper" / "ledger.db"
    before = os.umask(0)
    try:
        migrate.create(path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent.parent)] == [0o700, 0o700]
    assert [entry.name for entry in path.parent.iterdir()] == ["ledger.db"]


@pytest.mark.file_only
@pytest.mark.parametrize("name", ["what?.db", "a#b.db", "50%.db", "é ü.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """What a URL would split stays one name."""
    migrate.create(tmp_path / name)
    with writing(tmp_path / name, "test") as work:
        partner.add(work, "p1", "P")
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.file_only
def test_a_stick_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT knows no hard links: the finished draft is copied, and still replaces nothing."""
    monkeypatch.setattr("os.link", lambda *_names: (_ for _ in ()).throw(PermissionError()))
    migrate.create(tmp_path / "ledger.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["ledger.db"]
    with reading(tmp_path / "ledger.db") as reader:
        assert reader.value("SELECT count(*) FROM region") == 12


@pytest.mark.file_only
def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole or not at all: an error half-way through leaves no file."""
    monkeypatch.setattr("reinsert_cli.store.reference.fill", lambda _session: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate.create(tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []


def test_migrating_is_one_transaction(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error after the schema changed takes the schema back too."""
    with opened(ledger) as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
        reader = reader_of(database, ledger)
        reader.dialect.drop_view(reader, "v_line")
    before = bytes_of(ledger)
    monkeypatch.setattr("reinsert_cli.store.migrate.command.upgrade", lambda *_arguments: None)
    monkeypatch.setattr("reinsert_cli.store.reference.fill", lambda _session: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate.migrate(ledger)
    assert bytes_of(ledger) == before


def test_foreign_keys_are_on(ledger: Path) -> None:
    with pytest.raises(IntegrityError), writing(ledger, "test") as work:  # noqa: PT012
        work.session.add(Province(code="MA-XXX", region_code="MA-99", kind="province", name_fr="X", name_ar="X"))
        work.session.flush()


def test_an_exception_rolls_everything_back(ledger: Path) -> None:
    with pytest.raises(RuntimeError), writing(ledger, "test") as work:  # noqa: PT012
        partner.add(work, "p1", "P")
        raise RuntimeError
    with writing(ledger, "test") as work:
        assert work.session.get(Partner, "p1") is None


def test_every_write_takes_the_lock_at_once(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second writer waits at the door, and is told when it waits too long."""
    monkeypatch.setattr("reinsert_cli.store.place.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("reinsert_cli.store.server._SESSION", "SET search_path = main; SET lock_timeout = '50ms'")
    with writing(ledger, "first"), pytest.raises(Refusal) as refused, writing(ledger, "second"):
        pass
    assert (refused.value.status, refused.value.fault.code) == (ExitStatus.LEDGER, "ledger.locked")


def test_no_concurrent_write_is_lost(ledger: Path) -> None:
    """Eight writers of ten partners each: eighty partners, eighty audit records, one unbroken chain."""

    def write(writer: int) -> None:
        for number in range(10):
            with writing(ledger, "test") as work:
                partner.add(work, f"p{writer}-{number}", "P")

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(ledger) as reader:
        assert reader.value("SELECT count(*) FROM partner") == 80
        records = reader.rows("SELECT * FROM audit ORDER BY id")
    assert len(records) == 81
    assert audit.broken_links(records) == []


def test_the_audit_chain_finds_tampering(ledger: Path) -> None:
    """A record changed behind the triggers' back, or one taken out, breaks the chain where it happened."""
    for number in range(3):
        with writing(ledger, "test") as work:
            partner.add(work, f"p{number}", "P")
    with reading(ledger) as reader:
        records = reader.rows("SELECT * FROM audit ORDER BY id")
    assert audit.broken_links(records) == []
    forged = [{**record, "author": "nobody"} if record["id"] == 2 else record for record in records]
    assert audit.broken_links(forged) == [2]
    assert audit.broken_links([record for record in records if record["id"] != 2]) == [3]
