"""The house of design §7: who may import whom. Read from the sources, so that nothing is loaded to know it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "reinsert_cli"

ROOMS = {
    "domain": set(),
    "store": {"domain"},
    "ledger": {"domain", "store"},
    "importers": {"domain", "store", "ledger"},
    "reports": {"domain", "store", "ledger"},
    "documents": {"domain", "store", "ledger"},
    "render": {"domain"},
    "cli": {"domain", "store", "ledger", "importers", "reports", "documents", "render"},
}
"""Each room, and the other rooms it may look into."""

MODULES = sorted(PACKAGE.rglob("*.py"))

OF_FILES = {
    "store/sqlite.py": "what SQLite says otherwise than PostgreSQL",
    "store/opening.py": "opens files, and deciphers them",
    "store/place.py": "knows a ledger's file when it sees one",
    "store/engine.py": "how transactions begin on a file",
    "store/migrate.py": "compares the definitions that stand in a file with those of one in memory",
    "store/seals.py": "seals the tables of a file; a server has checksums",
    "store/content.py": "copies files, and compares them",
    "store/backups.py": "backups are files",
    "store/redaction.py": "takes a file out of a write-ahead log before it is swept",
    "store/rewriting.py": "ciphers a file, and takes the cipher away",
    "migrations/versions/0001_first_schema.py": "a comment says what SQLite's INSERT OR REPLACE does",
}
"""The modules that may speak as SQLite only does, with the reason: those about a ledger that is a file."""

OF_SQLITE = re.compile(
    r"\bPRAGMA\b|\bpragma_\w+|\bsqlite_(?:master|schema|sequence)\b|\browid\b|\bWITHOUT ROWID\b"
    r"|\bINSERT OR\b|\bGLOB\b|\bIFNULL\b|\btypeof\(|\bgroup_concat\(|\bjulianday\(|\bstrftime\('"
    r"|\bjson_(?:patch|set|object|quote|group_\w+)\b|\bimport sqlite3\b"
)
"""SQL, and a driver, that PostgreSQL knows nothing of."""


def imports_of(path: Path) -> Iterator[str]:
    """Give every module of this package that ``path`` imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("reinsert_cli"):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("reinsert_cli"))


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_looks_only_where_it_may(path: Path) -> None:
    """``importers``, ``reports``, ``documents``, ``render`` never see each other; nothing below looks up at ``cli``."""
    room = path.relative_to(PACKAGE).parts[0]
    if room not in ROOMS:
        return
    looked = {seen for module in imports_of(path) if (seen := room_of(module))}
    assert looked <= {room} | ROOMS[room]


def test_no_cycles_among_modules() -> None:
    """Imports at the top of modules form no circle."""
    names = {path: ".".join(("reinsert_cli", *path.relative_to(PACKAGE).with_suffix("").parts)) for path in MODULES}
    known = {name.removesuffix(".__init__") for name in names.values()}
    graph = {
        name.removesuffix(".__init__"): {module for module in imports_of(path) if module in known}
        for path, name in names.items()
    }

    def reach(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for other in graph[name] - {name}:
                reach(other, (*trail, name))
            done.add(name)

    done: set[str] = set()
    for name in graph:
        reach(name, ())


def test_reports_import_no_model() -> None:
    """Reads are SQL over the views: no table class, no engine, no SQLAlchemy."""
    heavy = {"reinsert_cli.store.tables", "reinsert_cli.store.engine", "reinsert_cli.store.work"}
    for path in (PACKAGE / "reports").glob("*.py"):
        assert not heavy & set(imports_of(path)), path
        assert "sqlalchemy" not in path.read_text(encoding="utf-8"), path
        assert "sqlmodel" not in path.read_text(encoding="utf-8"), path


def test_documents_write_nothing() -> None:
    """Papers are read from the views and given as bytes: no model, no unit of work, no file opened for writing."""
    heavy = {"reinsert_cli.store.tables", "reinsert_cli.store.engine", "reinsert_cli.store.work"}
    for path in (PACKAGE / "documents").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not heavy & set(imports_of(path)), path
        assert "sqlalchemy" not in text, path
        assert not any(word in text for word in ("write_bytes", "write_text", ".save(")), path


def test_only_one_module_sets_pages() -> None:
    """The typesetting library and its font are imported by one module, inside the function that needs them."""
    for path in MODULES:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "import" in line]
        found = [line for line in lines if "typst" in line or "fontpkg" in line]
        assert bool(found) == (path.name == "typeset.py"), path
        assert all(line.startswith("    ") for line in found), path


def test_only_the_command_line_commits() -> None:
    """``commit`` is called by the unit of work alone, which only ``cli`` opens; nobody else ends a transaction."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        room = path.relative_to(PACKAGE).parts[0]
        if room in {"ledger", "importers", "reports", "documents", "render", "domain"}:
            assert ".commit(" not in text, path
        if room not in {"cli", "store"}:
            assert "store.work import writing" not in text, path


def test_sql_is_that_of_both_engines() -> None:
    """What one engine alone understands stands in the modules about files, each of which has its reason to be so."""
    root = PACKAGE.parents[1]
    written = [*MODULES, *PACKAGE.rglob("*.sql"), *(root / "migrations").rglob("*.py")]
    names = {path: str(path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else root)) for path in written}
    found = {names[path] for path in written if OF_SQLITE.search(path.read_text(encoding="utf-8"))}
    assert found == set(OF_FILES)
