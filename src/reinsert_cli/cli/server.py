"""``reinsert server``: who may do what with a ledger on a server."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import command_of, ledger_of, writing
from reinsert_cli.cli.options import a_region
from reinsert_cli.cli.show import say
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.store.roles import COORDINATOR, ROLES
from reinsert_cli.store.server import Server

app = typer.Typer(add_completion=False, no_args_is_help=True)


def a_role(printed: str) -> str:
    """Read the name of a role."""
    role = printed.strip().lower()
    if role not in ROLES:
        raise Refusal(ExitStatus.USAGE, "server.no_such_role", printed=printed, known=", ".join(ROLES))
    return role


RoleArgument = Annotated[
    str, typer.Argument(parser=a_role, metavar="ROLE", help=_("One of {roles}.").format(roles=", ".join(ROLES)))
]
LoginArgument = Annotated[
    str, typer.Argument(metavar="LOGIN", help=_("The account’s name on the server, which exists already."))
]
CoordinatedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--region", parser=a_region, metavar="MA-09", help=_("Region of a coordinator, code or name; may be repeated.")
    ),
]


@app.callback(help=_("A ledger on a server: who may do what with it."))
def server() -> None:
    """Hold the verbs of servers."""


@app.command(help=_("Make the roles of the ledger, and let each do what it may in this version."))
def roles(
    ctx: typer.Context,
    sql: Annotated[
        bool, typer.Option("--sql", help=_("Only print the SQL, for whoever looks after the server to run."))
    ] = False,
) -> None:
    """Make the roles, or print the SQL that makes them."""
    from reinsert_cli.store import roles as store  # noqa: PLC0415

    ledger = _server_of(ctx)
    if sql:
        typer.echo(store.script(ledger), nl=False)
    elif store.keep(ledger):
        say(_("The roles of {path} are ready.").format(path=ledger))
    else:
        raise Refusal(ExitStatus.LEDGER, "server.roles_left", path=str(ledger))


@app.command(help=_("Give an account a role of the ledger."))
def grant(ctx: typer.Context, role: RoleArgument, login: LoginArgument, region: CoordinatedOption = None) -> None:
    """Give an account a role."""
    from reinsert_cli.store import roles as store  # noqa: PLC0415

    _server_of(ctx)
    if bool(region) != (role == COORDINATOR):
        raise Refusal(ExitStatus.USAGE, "server.regions")
    with writing(ctx) as work:
        store.give(work.reader(), role, login, region or ())
        work.record("server.grant", role=role, login=login, regions=",".join(region or ()) or None)
    say(_("{login} has the role {role}.").format(login=login, role=role))


@app.command(help=_("Take a role of the ledger from an account."))
def revoke(ctx: typer.Context, role: RoleArgument, login: LoginArgument) -> None:
    """Take a role from an account."""
    from reinsert_cli.store import roles as store  # noqa: PLC0415

    _server_of(ctx)
    with writing(ctx) as work:
        store.take(work.reader(), role, login)
        work.record("server.revoke", role=role, login=login)
    say(_("{login} no longer has the role {role}.").format(login=login, role=role))


def _server_of(ctx: typer.Context) -> Server:
    """Give the server that the ledger is on. Raises Refusal (exit 2) where it is a file."""
    ledger = ledger_of(ctx)
    if isinstance(ledger, Server):
        return ledger
    raise Refusal(ExitStatus.USAGE, "server.only", path=str(ledger), command=command_of(ctx))
