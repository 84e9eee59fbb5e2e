"""A coordinator of a ledger that regions share: all of their own region, of the others what tells of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.server.roled import HEADER, Shared, shared_ledger, typed
from tests.support import Run, write_xlsx

from reinsert_cli.store.server import Server

OTHERS = "batch_code = 'tanger'"


@pytest.fixture(scope="module")
def made(server: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """The ledger, a coordinator of Fès-Meknès and one of Tanger-Tétouan-Al Hoceïma; the scheduler."""
    with shared_ledger(tmp_path_factory.mktemp("shared")) as shared:
        for name, region in (("fes", "MA-03"), ("tanger", "MA-01")):
            shared.make_login(name)
            typed(shared.server.url, "server", "grant", "coordinator", shared.login(name), "--region", region)
        shared.make_login("scheduler")
        typed(shared.server.url, "server", "grant", "scheduler", shared.login("scheduler"))
        yield shared


def code_of(shared: Shared, cin: str) -> str:
    """Give the code of the person with a card number."""
    return str(shared.ask("owner", "SELECT beneficiary_code FROM identity WHERE cin = %s", (cin,))[0][0])


@pytest.mark.parametrize("table", ["identity", "sensitive"])
def test_who_people_are_is_seen_of_ones_own_region(shared: Shared, table: str) -> None:
    seen = {row[0] for row in shared.ask("fes", f"SELECT beneficiary_code FROM {table}")}
    theirs = {row[0] for row in shared.ask("owner", "SELECT beneficiary_code FROM batch_line WHERE batch_code = 'fes'")}
    assert seen == theirs


def test_who_is_tied_to_no_region_sees_nobody(shared: Shared) -> None:
    """The role alone opens nothing: it asks for a region."""
    shared.make_login("tied_to_none")
    role = shared.login("x").removesuffix("_x_login") + "_coordinator"
    shared.ask("owner", f'GRANT "{role}" TO {shared.login("tied_to_none")}')
    assert shared.ask("tied_to_none", "SELECT COUNT(*) FROM identity") == [(0,)]
    assert shared.refuses("tied_to_none", "UPDATE batch SET venue = 'x'")


def test_the_past_of_health_is_hidden(shared: Shared) -> None:
    seen = shared.ask("fes", "SELECT DISTINCT json_extract(key, '$[0]') FROM history WHERE table_name = 'sensitive'")
    assert {row[0] for row in seen} == {code_of(shared, "ZZ100001"), code_of(shared, "ZZ100002")}


@pytest.mark.parametrize("report", ["region", "programme", "budget", "batch", "people", "statements", "survival"])
def test_the_country_without_identities(shared: Shared, run: Run, report: str) -> None:
    mine = run("--ledger", shared.by("fes"), "report", report, "--format", "json").out
    assert mine == run("--ledger", shared.server.url, "report", report, "--format", "json").out


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE batch SET venue = 'x' WHERE code = 'tanger'",
        "UPDATE batch SET province_code = 'MA-TNG' WHERE code = 'fes'",
        "DELETE FROM batch WHERE code = 'tanger'",
        ("INSERT INTO batch (code, programme_code, fiscal_year, province_code, status)"
        " VALUES ('x', 'micro', 2026, 'MA-TNG', 'planned')"),
        f"UPDATE batch_line SET amount = 1 WHERE {OTHERS}",
        f"DELETE FROM batch_line WHERE {OTHERS}",
        "UPDATE batch_line SET batch_code = 'fes' WHERE batch_code = 'tanger'",
        "UPDATE batch_line SET batch_code = 'tanger' WHERE batch_code = 'fes'",
        ("INSERT INTO batch_line (batch_code, project_code, beneficiary_code, kind, amount, envelope_code, status)"
        " SELECT 'fes', project_code, beneficiary_code, kind, amount, envelope_code, status"
        f" FROM batch_line WHERE {OTHERS}"),
        "UPDATE beneficiary SET province_code = 'MA-FES' WHERE province_code = 'MA-TNG'",
        "UPDATE beneficiary SET province_code = 'MA-TNG' WHERE province_code = 'MA-FES'",
        ("INSERT INTO project_member SELECT o.project_code, m.beneficiary_code FROM batch_line o, batch_line m"
        " WHERE o.batch_code = 'tanger' AND m.batch_code = 'fes'"),
        "UPDATE project SET name = 'x'",
        ("INSERT INTO journal (entry, kind, account, amount, envelope_code, funder_code, programme_code, fiscal_year,"
        " written_at, author) VALUES (99, 'allocate', 'available', 5, 'env', 'fund', 'micro', 2026, 'now', 'me')"),
        ("INSERT INTO statement (programme_code, measure, value, qualifier, printed, source, chosen)"
        " VALUES ('micro', 'amount', 1, 'exact', '1', 'x', false)"),
        "INSERT INTO region_account VALUES (current_user, 'MA-01')",
        "UPDATE audit SET author = 'x'", "DELETE FROM history", "UPDATE tally SET people = 9", "DELETE FROM carried",
        "INSERT INTO history (audit_id, table_name, key) VALUES (1, 'batch', '[]')",
        "UPDATE envelope SET threshold = 1", "INSERT INTO partner VALUES ('x', 'X')",
        "ALTER TABLE identity DISABLE ROW LEVEL SECURITY", "DROP TRIGGER regional_batch ON batch",
        "CREATE FUNCTION main.my_batch(x int) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    ],
)  # fmt: skip
def test_what_the_server_refuses(shared: Shared, sql: str) -> None:
    assert shared.refuses("fes", sql)


def test_no_table_of_ones_own_stands_before_the_ledgers(shared: Shared) -> None:
    """A temporary table called as the one that a rule asks does not answer for it."""
    cheat = (
        "CREATE TEMP TABLE region_account AS SELECT session_user AS login, code AS region_code FROM main.region;"
        "SELECT COUNT(*) FROM main.identity"
    )
    with psycopg.connect(Server.of(shared.by("fes")).conninfo) as connection:
        answer = connection.execute(cheat)  # type: ignore[call-overload]
        answer.nextset()
        assert answer.fetchone() == (2,)


def test_a_batch_of_ones_own_from_plan_to_close(shared: Shared, run: Run, tmp_path: Path) -> None:
    """Everything that a coordinator does in a month, and the books hold after it."""
    mine = ("--ledger", shared.by("fes"))
    run(*mine, "batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2026", "--province", "MA-MEK")
    rows = [
        HEADER,
        ("NOUVELLE Salma", "ZZ100011", "12/05/1991", "F", "Meknès", "oui", "Couture", "Machine", "4 000,00"),
        ("ANCIEN Driss", "ZZ100012", "03/11/1971", "H", "Fès", "", "Soudure", "Poste", "5 000,00"),
    ]
    sheet = write_xlsx(tmp_path / "list.xlsx", rows)
    run(*mine, "import", sheet, "--as", "distributions", "--batch", "b2", "--envelope", "env")
    run(*mine, "batch", "lock", "b2")
    absent = code_of(shared, "ZZ100012")
    run(*mine, "batch", "hold", "b2", "--on", "2026-01-10", "--absent", absent)
    run(*mine, "batch", "receipts", "b2", "--others", "present")
    line = shared.ask("owner", "SELECT id FROM batch_line WHERE batch_code = 'b2' AND status = 'delivered'")[0][0]
    run(*mine, "batch", "correct", "b2", str(line), "--amount", "3 900,00", "--reason", "erreur")
    run(*mine, "batch", "reconcile", "b2")
    run(*mine, "batch", "close", "b2")
    run(*mine, "beneficiary", "show", absent, "--identified", "--reason", "demande")
    run(*mine, "beneficiary", "rectify", absent, "--phone", "0600000000", "--reason", "erreur")
    found = run("--ledger", shared.server.url, "check", "--format", "json", status=None).json["checks"]
    assert {one["code"] for one in found if not one["ok"]} == set()
    rows = run(*mine, "report", "region", "--format", "json").json["rows"]
    assert next(row["delivered"] for row in rows if row["region"] == "MA-03") == "3900.00"


def test_what_else_a_coordinator_does(shared: Shared, run: Run, tmp_path: Path) -> None:
    """People, projects, papers, visits, lists taken out again, rows to decide on; and the books hold after it."""
    mine = ("--ledger", shared.by("fes"))
    code, project = shared.ask(
        "owner", "SELECT beneficiary_code, project_code FROM batch_line WHERE batch_code = 'fes'"
    )[0]
    run(
        *mine,
        "beneficiary",
        "add",
        "--name",
        "Nadia Inventani",
        "--cin",
        "ZZ100031",
        "--sex",
        "F",
        "--province",
        "MA-FES",
    )
    run(*mine, "beneficiary", "step", code, "training", "--on", "2025-01-15", "--outcome", "done")
    run(*mine, "project", "cost", "add", project, "--kind", "equipment", "--label", "Fil", "--quantity", "1",
        "--unit-price", "100,00", "--supplier", "Fournisseur fictif")  # fmt: skip
    run(*mine, "project", "quote", "add", project, "--supplier", "Fournisseur fictif", "--amount", "100,00")
    run(*mine, "document", "add", "--kind", "invoice", "--project", project, "--reference", "F-1")
    run(*mine, "batch", "official", "add", "fes", "--name", "Invente Officiel", "--role", "Gouverneur")
    run(*mine, "statement", "add", "--batch", "fes", "--measure", "amount", "--value", "20 000", "--source", "presse")
    run(*mine, "profile", "save", "fes", "--map", "Montant (DH)=amount", "--envelope", "env")
    rows = [HEADER, ("BENFICTIF Amina", "", "", "F", "Fès", "", "Couture", "Fil", "500,00"),
            ("PASSANTE Rita", "ZZ100041", "12/05/1991", "F", "Fès", "oui", "Couture", "Fil", "600,00")]  # fmt: skip
    words = ("import", write_xlsx(tmp_path / "list.xlsx", rows), "--as", "distributions", "--batch", "fes")
    run(*mine, *words, "--envelope", "env", "--accept-valid", status=None)
    ((waiting,),) = shared.ask("fes", "SELECT id FROM review WHERE decision IS NULL")
    run(*mine, "review", "accept", str(waiting))
    ((last,),) = shared.ask("fes", "SELECT MAX(code) FROM import_run")
    run(*mine, "imports", "undo", last)
    assert not shared.ask("owner", "SELECT 1 FROM identity WHERE cin = 'ZZ100041'")
    assert not shared.ask("tanger", "SELECT 1 FROM review")
    found = run("--ledger", shared.server.url, "check", "--format", "json", status=None).json["checks"]
    assert {one["code"] for one in found if not one["ok"]} <= {"statements.agree"}


def test_a_batch_of_another_region(shared: Shared, run: Run) -> None:
    for words in (("batch", "lock", "tanger"), ("batch", "cancel", "tanger")):
        assert "Your account may not do that" in run("--ledger", shared.by("fes"), *words, status=5).err
    plan = ("batch", "plan", "b9", "--programme", "micro", "--fiscal-year", "2026", "--province", "MA-TNG")
    assert "Your account may not do that" in run("--ledger", shared.by("fes"), *plan, status=5).err


def test_a_list_for_another_region(shared: Shared, run: Run, tmp_path: Path) -> None:
    row = ("INVENTE Said", "ZZ100021", "12/05/1991", "H", "Fès", "non", "Couture", "Machine", "4 000,00")
    sheet = write_xlsx(tmp_path / "list.xlsx", [HEADER, row])
    words = ("import", sheet, "--as", "distributions", "--batch", "tanger", "--envelope", "env")
    assert "Your account may not do that" in run("--ledger", shared.by("fes"), *words, status=5).err


def test_somebody_whom_another_region_knows(shared: Shared, run: Run) -> None:
    words = (
        "beneficiary",
        "add",
        "--name",
        "Omar Inventani",
        "--cin",
        "ZZ100003",
        "--province",
        "MA-FES",
        "--sex",
        "M",
    )
    said = run("--ledger", shared.by("fes"), *words, status=3).err
    assert "known already, in a region that your account does not see" in said


def test_what_asks_for_the_whole_ledger(shared: Shared, run: Run) -> None:
    for words in (("check",), ("report", "region", "--as-of", "2026-01-15")):
        assert "its own regions only" in run("--ledger", shared.by("fes"), *words, status=5).err


def test_a_scheduler_has_the_monthly_pack_and_the_check(shared: Shared, run: Run, tmp_path: Path) -> None:
    theirs = ("--ledger", shared.by("scheduler"))
    run(*theirs, "check", status=None)
    run(*theirs, "check", "--deep", status=None)
    run(*theirs, "report", "region", "--as-of", "2026-01-15")
    run(*theirs, "export", "monthly", "--month", "2026-01", "-o", tmp_path / "pack")
    run(*theirs, "export", "journal", "-o", tmp_path / "books.journal")
    run(*theirs, "log", "verify")


@pytest.mark.parametrize("table", ["identity", "known_as", "former_identity", "proxy", "remark", "review"])
def test_a_scheduler_does_not_see_who_people_are(shared: Shared, table: str) -> None:
    assert shared.refuses("scheduler", f"SELECT 1 FROM {table}")


def test_a_scheduler_changes_nothing(shared: Shared, run: Run) -> None:
    for sql in ("UPDATE batch SET venue = 'x'", "DELETE FROM audit", "INSERT INTO journal SELECT * FROM journal"):
        assert shared.refuses("scheduler", sql), sql
    run("--ledger", shared.by("scheduler"), "batch", "cancel", "fes", status=5)


def test_regions_are_a_coordinators(shared: Shared, run: Run) -> None:
    for words in (("coordinator", "x"), ("reader", "x", "--region", "MA-03")):
        assert "with --region" in run("--ledger", shared.server.url, "server", "grant", *words, status=2).err


@pytest.mark.parametrize(
    ("done", "undone"),
    [
        ("ALTER TABLE identity DISABLE ROW LEVEL SECURITY", "ALTER TABLE identity ENABLE ROW LEVEL SECURITY"),
        ("ALTER TABLE batch DISABLE TRIGGER regional_batch", "ALTER TABLE batch ENABLE TRIGGER regional_batch"),
    ],
)
def test_a_rule_that_was_switched_off_is_found(shared: Shared, run: Run, done: str, undone: str) -> None:
    shared.ask("owner", done)
    found = run("--ledger", shared.server.url, "check", "--format", "json", status=1).json["checks"]
    shared.ask("owner", undone)
    assert not next(one["ok"] for one in found if one["code"] == "file.triggers")
