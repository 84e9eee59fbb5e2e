"""A shared ledger with roles: two regions, their people, and an account for each role."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests import databases
from tests.support import write_xlsx

from reinsert_cli.cli import main
from reinsert_cli.store.server import Server

HEADER = ("Nom", "CIN", "Né le", "Sexe", "Province", "Handicap", "Activité", "Désignation", "Montant (DH)")
FES = (
    HEADER,
    ("BENFICTIF Amina", "ZZ100001", "12/05/1984", "F", "Fès", "non", "Couture", "Machine", "12 500,00"),
    ("EL EXEMPLE Karim", "ZZ100002", "03/11/1979", "H", "Meknès", "oui", "Soudure", "Poste", "7 000,00"),
)
TANGIER = (
    HEADER,
    ("INVENTANI Omar", "ZZ100003", "01/02/1990", "H", "Tanger", "non", "Snack", "Kit", "9 000,00"),
    ("MODELE Khadija", "ZZ100004", "21/09/1988", "F", "Tanger", "oui", "Coiffure", "Kit", "11 250,00"),
)


def typed(ledger: str, *words: str | Path) -> None:
    """Type a command line that must end well."""
    assert main.run(["--ledger", ledger, *map(str, words)]) == 0, words


def fill(ledger: str, folder: Path) -> None:
    """Write the ledger: a batch at Fès, another at Tangier, each with its list."""
    typed(ledger, "init", "--no-encrypt")
    typed(ledger, "partner", "add", "fund", "--name", "Bailleur")
    typed(ledger, "programme", "add", "micro", "--name", "Micro-projets", "--name-ar", "المشاريع الصغرى")
    typed(ledger, "budget", "add", "env", "--programme", "micro", "--fiscal-year", "2026", "--funder", "fund",
          "--amount", "100 000,00")  # fmt: skip
    for batch, province, rows in (("fes", "MA-FES", FES), ("tanger", "MA-TNG", TANGIER)):
        typed(ledger, "batch", "plan", batch, "--programme", "micro", "--fiscal-year", "2026", "--province", province)
        sheet = write_xlsx(folder / f"{batch}.xlsx", rows)
        typed(ledger, "import", sheet, "--as", "distributions", "--batch", batch, "--envelope", "env")


class Shared:
    """The ledger, by the account that made it; and by each account that has a role."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._content: databases.Kept | None = None

    def login(self, role: str) -> str:
        """Give the name of the account that has a role."""
        return f"{databases.name_of(self.server)}_{role}_login"

    def by(self, role: str) -> str:
        """Give the address by which the account of a role comes in."""
        return self.server.url.replace("user=owner", f"user={self.login(role)}")

    def make_login(self, role: str) -> None:
        """Make an account on the server."""
        self.ask("owner", f"CREATE ROLE {self.login(role)} LOGIN")

    def ask(self, role: str, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Ask the server itself, by the account of a role; what is changed stays."""
        url = self.server.url if role == "owner" else self.by(role)
        with psycopg.connect(Server.of(url).conninfo) as connection:
            connection.execute("SET search_path = main")
            answer = connection.execute(sql, params)  # type: ignore[call-overload]
            return list(answer) if answer.description else []

    def put_back(self) -> None:
        """Let every row be as it was when this was asked first."""
        if self._content is None:
            self._content = databases.kept(self.server)
        databases.put(self.server, self._content)

    def refuses(self, role: str, sql: str) -> bool:
        """Tell whether the server refuses that to the account of a role."""
        try:
            self.ask(role, sql)
        except psycopg.errors.InsufficientPrivilege:
            return True
        return False


@contextmanager
def shared_ledger(folder: Path) -> Iterator[Shared]:
    """Make the ledger, and drop it at the end with its roles."""
    with databases.made("template0") as server, pytest.MonkeyPatch.context() as patch:
        for name, value in (("REINSERT_NOW", "2026-01-15T09:00:00+00:00"), ("REINSERT_LANG", "en")):
            patch.setenv(name, os.environ.get(name, value))
        fill(server.url, folder)
        yield Shared(server)
