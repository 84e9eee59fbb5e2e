"""Who may do what with a ledger on a server: its roles, and what each is granted (docs/roles.md).

Roles are those of the whole server, so each bears the name of the database before its own. What is granted is named
table by table: a table that a later version adds is nobody's but the owner's until it is named here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.store import regional, server, views
from reinsert_cli.store.server import SCHEMA, Server

if TYPE_CHECKING:
    from reinsert_cli.store.reading import Reader

OWNER: Final = "owner"
READER: Final = "reader"
AUDITOR: Final = "auditor"
COORDINATOR: Final = "coordinator"
SCHEDULER: Final = "scheduler"
ROLES: Final = (OWNER, COORDINATOR, SCHEDULER, READER, AUDITOR)

NOT_ALLOWED: Final = "42501"
LONGEST_NAME: Final = 63
"""Bytes of a name on a server; what is longer it would cut off in silence."""

TERRITORIES: Final = ("region", "province", "sector", "centre")
FUNDING: Final = (
    "partner", "programme", "convention", "convention_partner", "convention_region", "envelope", "envelope_region",
    "requirement", "funder_ceiling", "assertion",
)  # fmt: skip
CODED: Final = (
    "beneficiary", "project", "project_member", "cost", "project_funding", "quotation", "document", "pathway_step",
    "followup", "batch", "batch_line", "line_share", "statement", "waiver",
)  # fmt: skip
"""What tells of people by their codes only."""
BOOKS: Final = ("journal", "overcommitment", "closed_month")
CARRIED: Final = ("tally", "again", "balance", "carried")
FOR_ALL: Final = ("alembic_version", "region_account")

IMPORTS: Final = ("import_run", "import_row", "profile")
PAST: Final = ("audit", "history")
NUMBERED: Final = (
    "known_as", "back_in_prison", "review", "cost", "quotation", "document", "followup", "pathway_step", "batch_line",
    "official", "statement", "import_row", "journal", "overcommitment", "waiver",
)  # fmt: skip
"""The tables that a coordinator writes whose rows the server numbers."""

OF_BOOKS: Final = ("v_posting", "v_delivery", "v_envelope", "v_change")

MAKE: Final = """
DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{text}') THEN CREATE ROLE {name} NOLOGIN; END IF;
END $do$"""

ADMINISTERED: Final = """
DO $do$ BEGIN
    IF NOT pg_has_role('{owner_text}', '{text}', 'MEMBER') THEN GRANT {name} TO {owner} WITH ADMIN OPTION; END IF;
END $do$"""
"""Whoever has the owner's role may give and take the others."""

OWNED: Final = f"""
DO $do$ DECLARE one text;
BEGIN
    FOR one IN
        SELECT rolname FROM pg_roles WHERE NOT pg_has_role(rolname, '{{text}}', 'MEMBER') AND (
            rolname = current_user OR oid = (SELECT nspowner FROM pg_namespace WHERE nspname = '{SCHEMA}'))
    LOOP EXECUTE 'GRANT {{name}} TO ' || quote_ident(one) || ' WITH ADMIN OPTION'; END LOOP;
    IF NOT has_database_privilege('{{text}}', current_database(), 'CREATE') THEN
        EXECUTE format('GRANT CREATE, CONNECT, TEMPORARY ON DATABASE %I TO {{name}}', current_database());
    END IF;
    FOR one IN
        SELECT format('ALTER SCHEMA %I OWNER TO ', nspname) FROM pg_namespace
        WHERE nspname = '{SCHEMA}' AND nspowner <> CAST('{{text}}' AS regrole)
        UNION ALL
        SELECT format('ALTER %s %s OWNER TO ', CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
                      CAST(oid AS regclass))
        FROM pg_class WHERE relnamespace = CAST('{SCHEMA}' AS regnamespace) AND relkind IN ('r', 'v')
                        AND relowner <> CAST('{{text}}' AS regrole)
        UNION ALL
        SELECT format('ALTER FUNCTION %s OWNER TO ', CAST(oid AS regprocedure))
        FROM pg_proc WHERE pronamespace = CAST('{SCHEMA}' AS regnamespace) AND proowner <> CAST('{{text}}' AS regrole)
    LOOP EXECUTE one || '{{name}}'; END LOOP;
END $do$"""  # noqa: S608  (constants)
"""The ledger belongs to the owner's role, which whoever made it has: its views and functions have no other rights."""

LET_IN: Final = """
DO $do$ BEGIN
    IF NOT has_database_privilege('{text}', current_database(), 'CONNECT, TEMPORARY') THEN
        EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO {name}', current_database());
    END IF;
END $do$"""


TIE: Final = "INSERT INTO region_account (login, region_code) VALUES (:login, :region) ON CONFLICT DO NOTHING"


def name_of(database: str, role: str) -> str:
    """Give the name, on the whole server, of a role of the ledger in a database."""
    start = database.encode()[: LONGEST_NAME - len(role) - 1].decode(errors="ignore")
    return f"{start}_{role}"


def statements(database: str) -> Iterator[str]:
    """Give the SQL that makes the roles where they are missing, and grants each what it has in this version."""
    owner = name_of(database, OWNER)
    for role in ROLES:
        yield _filled(MAKE, database, role)
    for role in ROLES:
        if role != OWNER:
            yield _filled(ADMINISTERED, database, role).replace("{owner}", _quoted(owner))
    yield _filled(OWNED, database, OWNER)
    for role in ROLES:
        if role != OWNER:
            name = _quoted(name_of(database, role))
            yield _filled(LET_IN, database, role)
            yield f"GRANT USAGE ON SCHEMA {SCHEMA} TO {name}"
            yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {SCHEMA} FROM {name}"
            for privileges, tables in granted(role):
                yield f"GRANT {privileges} ON {_listed(tables)} TO {name}"
            yield from _more(role, name)


def granted(role: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what a role may do, and with which tables and views."""
    told = (*FOR_ALL, *TERRITORIES, *FUNDING, *CODED, *BOOKS, *CARRIED, *views.names())
    if role == READER:
        yield "SELECT", told
    elif role == AUDITOR:
        yield "SELECT", (*FOR_ALL, *TERRITORIES, *FUNDING, *BOOKS, *OF_BOOKS, *PAST)
    elif role == SCHEDULER:
        yield "SELECT", (*told, *regional.HEALTH, *IMPORTS, *PAST, "seal")
        yield "INSERT", ("audit",)
    elif role == COORDINATOR:
        yield "SELECT", (*told, *regional.SEEN, *IMPORTS, *PAST, "official", "seal")
        yield "INSERT, UPDATE, DELETE", (*regional.SEEN, *regional.WRITTEN, "profile")
        yield "INSERT", (*regional.ADDED, "audit")


def _more(role: str, name: str) -> Iterator[str]:
    """Give what else a role is granted: to number rows, to have summaries kept; to see all the rows of a table."""
    if role == COORDINATOR:
        yield f"GRANT USAGE, UPDATE ON SEQUENCE {_listed(f'{table}_id_seq' for table in NUMBERED)} TO {name}"
        yield f"GRANT EXECUTE ON FUNCTION {SCHEMA}.refresh_carried() TO {name}"
    elif role == SCHEDULER:
        for table in (*regional.HEALTH, "history"):
            yield f"DROP POLICY IF EXISTS whole ON {SCHEMA}.{table}"
            yield f"CREATE POLICY whole ON {SCHEMA}.{table} FOR SELECT TO {name} USING (true)"


def keep(ledger: Server) -> bool:
    """Make the roles of a ledger, and grant what they have; tell whether the account may do that."""
    import psycopg  # noqa: PLC0415  (only for servers)

    with closing(server.connect(ledger)) as connection:
        try:
            with connection.transaction():
                for statement in statements(_database(connection)):
                    connection.execute(statement)
        except psycopg.Error as error:
            if error.sqlstate == NOT_ALLOWED:
                return False
            raise server.refusal_of(error, ledger) from error
    return True


def script(ledger: Server) -> str:
    """Give what :func:`keep` runs, for whoever looks after the server to run."""
    with closing(server.connect(ledger)) as connection:
        return "".join(f"{statement.strip()};\n" for statement in statements(_database(connection)))


def give(reader: Reader, role: str, login: str, regions: Iterable[str] = ()) -> None:
    """Give an account a role of the ledger, inside the transaction of ``reader``, and tie it to these regions too."""
    reader.rows(f"GRANT {_quoted(_role(reader, role))} TO {_quoted(_known(reader, login))}")
    for region in regions:
        reader.rows(TIE, login=login, region=region)


def take(reader: Reader, role: str, login: str) -> None:
    """Take a role from an account, inside the transaction of ``reader``."""
    reader.rows(f"REVOKE {_quoted(_role(reader, role))} FROM {_quoted(_known(reader, login))}")
    if role == COORDINATOR:
        reader.rows("DELETE FROM region_account WHERE login = :login", login=login)


def _role(reader: Reader, role: str) -> str:
    name = name_of(str(reader.value("SELECT current_database()")), role)
    if not reader.row("SELECT 1 FROM pg_roles WHERE rolname = :name", name=name):
        raise Refusal(ExitStatus.RULE, "server.no_roles")
    return name


def _known(reader: Reader, login: str) -> str:
    if not reader.row("SELECT 1 FROM pg_roles WHERE rolname = :login AND rolcanlogin", login=login):
        raise Refusal(ExitStatus.RULE, "server.no_login", login=login)
    return login


def _database(connection: Any) -> str:
    return str(connection.execute("SELECT current_database()").fetchone()[0])


def _filled(statement: str, database: str, role: str) -> str:
    """Put the names of a role, and of the owner's, into a statement: as names, and as texts."""
    name, owner = name_of(database, role), name_of(database, OWNER)
    said = {"{name}": _quoted(name), "{text}": _text(name), "{owner}": _quoted(owner), "{owner_text}": _text(owner)}
    for mark, value in said.items():
        statement = statement.replace(mark, value)
    return statement


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(name: str) -> str:
    return name.replace("'", "''")


def _listed(tables: Iterable[str]) -> str:
    return ", ".join(f"{SCHEMA}.{table}" for table in tables)
