"""Each role of a ledger on a server, logged in: what it may, and what the server refuses whatever the program asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests import databases
from tests.server.roled import Shared, shared_ledger, typed
from tests.support import Run

from reinsert_cli.store import roles
from reinsert_cli.store.server import Server

NAMING = ("identity", "known_as", "former_identity", "proxy", "remark", "review")
HEALTH = ("sensitive", "back_in_prison")
REPORTS = (
    "region", "programme", "budget", "batch", "people", "journal", "statements", "centre", "sector", "convention",
    "documents", "survival", "followups", "convention", "partner",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(server: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """The ledger with an account for each role."""
    with shared_ledger(tmp_path_factory.mktemp("shared")) as shared:
        for role in roles.ROLES:
            shared.make_login(role)
            regions = ("--region", "MA-03") if role == roles.COORDINATOR else ()
            typed(shared.server.url, "server", "grant", role, shared.login(role), *regions)
        shared.make_login("nobody")
        yield shared


def test_who_has_no_role_reads_nothing(shared: Shared, run: Run) -> None:
    said = run("--ledger", shared.by("nobody"), "report", "region", status=5).err
    assert "Your account may not do that" in said
    assert shared.refuses("nobody", "SELECT * FROM main.region")


@pytest.mark.parametrize("table", [*NAMING, *HEALTH, "audit", "official", "import_run"])
def test_a_reader_does_not_see_who_people_are(shared: Shared, table: str) -> None:
    assert shared.refuses("reader", f"SELECT 1 FROM {table}")


@pytest.mark.parametrize("report", REPORTS)
def test_a_reader_has_the_reports(shared: Shared, run: Run, report: str) -> None:
    """The same figures as whoever owns the ledger: the views have the rights of the owner."""
    mine = run("--ledger", shared.by("reader"), "report", report, "--format", "json").out
    assert mine == run("--ledger", shared.server.url, "report", report, "--format", "json").out


def test_a_reader_writes_nothing(shared: Shared, run: Run) -> None:
    words = ("partner", "add", "other", "--name", "Autre")
    assert "Your account may not do that" in run("--ledger", shared.by("reader"), *words, status=5).err
    for sql in ("DELETE FROM journal", "UPDATE batch SET venue = 'x'", "INSERT INTO partner VALUES ('x', 'X')",
                "DROP VIEW v_line", "CREATE TABLE main.mine (x int)", "UPDATE tally SET people = 0"):  # fmt: skip
        assert shared.refuses("reader", sql), sql


def test_a_reader_is_not_told_who_somebody_is(shared: Shared, run: Run) -> None:
    (code,) = shared.ask("owner", "SELECT MIN(code) FROM beneficiary")[0]
    ended = run("--ledger", shared.by("reader"), "beneficiary", "show", code, "--identified", "--reason", "x", status=5)
    assert "Your account may not do that" in ended.err


def test_an_auditor_reads_the_books_and_the_audit(shared: Shared, run: Run, tmp_path: Path) -> None:
    run("--ledger", shared.by("auditor"), "log", "verify")
    mine = run("--ledger", shared.by("auditor"), "log", "--format", "json").out
    assert mine == run("--ledger", shared.server.url, "log", "--format", "json").out
    run("--ledger", shared.by("auditor"), "export", "journal", "-o", tmp_path / "books.journal")


@pytest.mark.parametrize("table", [*NAMING, *HEALTH, "beneficiary", "project", "batch_line", "v_beneficiary", "v_line"])
def test_an_auditor_sees_nothing_else_of_people(shared: Shared, table: str) -> None:
    assert shared.refuses("auditor", f"SELECT 1 FROM {table}")


def test_an_auditor_changes_nothing(shared: Shared) -> None:
    for sql in ("INSERT INTO audit SELECT * FROM audit", "DELETE FROM history", "UPDATE journal SET amount = 0"):
        assert shared.refuses("auditor", sql), sql


def test_an_owner_does_everything(shared: Shared, run: Run) -> None:
    """Another account than the one that made the ledger: what it owns belongs to the role."""
    ledger = shared.by("owner")
    run("--ledger", ledger, "partner", "add", "another", "--name", "Autre")
    run("--ledger", ledger, "check", status=None)
    (code,) = shared.ask("owner", "SELECT MIN(beneficiary_code) FROM identity")[0]
    run("--ledger", ledger, "beneficiary", "show", code, "--identified", "--reason", "demande")
    run("--ledger", ledger, "server", "roles")


def test_a_role_is_taken_back(shared: Shared, run: Run) -> None:
    shared.make_login("passing")
    run("--ledger", shared.by("owner"), "server", "grant", "reader", shared.login("passing"))
    run("--ledger", shared.by("passing"), "report", "region")
    run("--ledger", shared.by("owner"), "server", "revoke", "reader", shared.login("passing"))
    run("--ledger", shared.by("passing"), "report", "region", status=5)
    commands = [row["command"] for row in run("--ledger", shared.server.url, "log", "--format", "json").json["rows"]]
    assert commands[-2:] == ["server grant", "server revoke"]


def test_only_the_owner_gives_roles(shared: Shared, run: Run) -> None:
    run("--ledger", shared.by("reader"), "server", "grant", "owner", shared.login("reader"), status=5)
    assert shared.refuses("reader", f"GRANT {databases.name_of(shared.server)}_owner TO CURRENT_USER")


def test_an_account_that_is_not_there(shared: Shared, run: Run) -> None:
    said = run("--ledger", shared.server.url, "server", "grant", "reader", "personne", status=3).err
    assert "no account “personne”" in said
    assert "Roles are owner" in run("--ledger", shared.server.url, "server", "grant", "king", "x", status=2).err


def test_roles_are_for_servers(ledger: Path, tmp_path: Path, run: Run) -> None:
    run("--ledger", str(tmp_path / "file.db"), "init", "--no-encrypt")
    assert "is for ledgers on a server" in run("--ledger", str(tmp_path / "file.db"), "server", "roles", status=2).err


def test_a_name_that_is_too_long_for_a_role() -> None:
    """The server would cut it off, and the roles of two ledgers would be one."""
    assert roles.name_of("d" * 63, "reader") == "d" * 56 + "_reader"


def made_by(database: Server, may: str) -> tuple[str, str]:
    """Let an account that may so much own an empty database; give its name, and the address by which it comes in."""
    login = f"{databases.name_of(database)}_maker"
    with psycopg.connect(database.conninfo, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {login} LOGIN {may}")  # type: ignore[call-overload]
        connection.execute(f"ALTER DATABASE {databases.name_of(database)} OWNER TO {login}")  # type: ignore[call-overload]
    return login, database.url.replace("user=owner", f"user={login}")


def test_an_account_that_may_not_make_roles(database: Server, run: Run) -> None:
    """It is told whom to ask; what is printed does it, and whoever made the ledger still owns it."""
    login, ledger = made_by(database, "")
    said = run("--ledger", ledger, "init", "--no-encrypt").err
    assert "reinsert server roles --sql" in said
    assert "reinsert server roles --sql" in run("--ledger", ledger, "server", "roles", status=5).err
    assert "not made yet" in run("--ledger", ledger, "server", "grant", "reader", login, status=3).err
    script = run("--ledger", ledger, "server", "roles", "--sql").out
    with psycopg.connect(database.conninfo) as connection:
        connection.execute(script)  # type: ignore[call-overload]
    run("--ledger", ledger, "partner", "add", "fund", "--name", "Bailleur")
    run("--ledger", ledger, "server", "grant", "reader", login)
    run("--ledger", ledger, "server", "roles")
    run("--ledger", ledger, "check")


def test_an_account_that_may_make_roles_and_no_more(database: Server, run: Run) -> None:
    _login, ledger = made_by(database, "CREATEROLE")
    assert not run("--ledger", ledger, "init", "--no-encrypt").err
    run("--ledger", ledger, "partner", "add", "fund", "--name", "Bailleur")
    run("--ledger", ledger, "check")
