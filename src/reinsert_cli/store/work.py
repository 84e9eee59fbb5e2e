"""One unit of work: a command's whole change to the ledger, with its audit record, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import event, func
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session, col, select

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.store import (
    audit,
    carried,
    clock,
    identified,  # noqa: F401  (whoever writes who somebody is keeps by what they are found)
    opening,
    patience,
    place,
    project_tables,  # noqa: F401  (a line refers to the costs of a project: the metadata must know of them)
    reasons,
    seals,
    server,
    states,
)
from reinsert_cli.store.engine import engine_for
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.server import Server
from reinsert_cli.store.tables import Audit


@dataclass
class Work:
    """A change under way: its session, who makes it and when, and what the audit will say of it."""

    session: Session
    path: Path | Server
    command: str
    author: str = field(default_factory=clock.author)
    written_at: str = field(default_factory=clock.timestamp)
    changes: list[dict[str, Any]] = field(default_factory=list)
    last_change: int = 0
    """The last change that the history knew of when this work began."""
    rehearsal: bool = False
    """Set it to have everything rolled back at the end: a dry run, a file kept out."""

    day: str = field(default_factory=clock.today)
    """The local day of the act, as the journal dates what has no day of its own."""

    @cached_property
    def number(self) -> int:
        """Give the number of the audit record that this work will leave, as history's triggers count it."""
        return (self.session.exec(select(func.max(col(Audit.id)))).one() or 0) + 1

    def record(self, what: str, **facts: str | int | None) -> None:
        """Note one change for the audit, in codes and figures only: ``record("batch.lock", code="fes-2019")``."""
        self.changes.append({"what": what, **facts})

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Try something whole or not at all: an exception undoes it, and what the audit was to say of it."""
        noted = len(self.changes)
        try:
            with self.session.begin_nested():
                yield
        except BaseException:
            del self.changes[noted:]
            raise

    def reader(self) -> Reader:
        """Give the reports' view of the ledger as this unit of work has it so far."""
        return Reader(self.driver, self.path)

    @property
    def driver(self) -> Any:
        """Give the database driver's own connection."""
        return self.session.connection().connection.driver_connection


@contextmanager
def writing(
    path: Path | Server, command: str, *, rehearse: bool = False, tell: Callable[[], None] | None = None
) -> Iterator[Work]:
    """Open a unit of work on the ledger at ``path``; commit it at the end, or roll it back when it is a rehearsal.

    ``tell`` is called when it has to wait long for others. Raises Refusal (exit 5) when the ledger cannot be used. Any
    exception rolls everything back.
    """
    opened = place.identity(path)
    with patience.told(tell if isinstance(path, Path) else None):
        place.connect_read_only(path).close()
    engine = engine_for(path)
    if isinstance(path, Path):
        event.listen(engine, "connect", lambda driver, _record: seals.watch(Reader(driver, path), driver))
    try:
        with Session(engine) as session:
            with place.told_if_replaced(path, opened), patience.told(tell):
                session.connection()
            place.require_same(path, opened)
            work = Work(session, path, command, rehearsal=rehearse)
            work.last_change = states.last_change(work.reader())
            yield work
            if work.rehearsal:
                session.rollback()
                return
            seal(work)
            with patience.told(tell):
                session.commit()
    except IntegrityError as error:
        if server.is_elsewhere(error.orig):
            raise _refusal_of(error, path) from error
        raise  # ours to prevent, not the user's to mend
    except DBAPIError as error:
        raise _refusal_of(error, path) from error
    finally:
        engine.dispose()


def seal(work: Work) -> None:
    """Write the audit record of ``work``, if it changed anything; it covers what the rows it changed became.

    What summaries add up is brought up to date with it. Raises Refusal ``reason.personal`` (exit 2)
    where a reason says who somebody is.
    """
    if not work.changes:
        return
    work.session.flush()
    _require_impersonal_reasons(work)
    carried.refresh(work.reader())
    became = states.of_write(work.reader(), work.number, work.last_change)
    if became:
        work.changes.append(became)
    last = work.session.exec(select(Audit.hash).order_by(col(Audit.id).desc()).limit(1)).first()
    record = Audit(
        id=work.number,
        written_at=work.written_at,
        author=work.author,
        command=work.command,
        changes=audit.changes_text(work.changes),
        previous=last or audit.GENESIS,
        hash="",
    )
    record.hash = audit.digest(record.model_dump())
    work.session.add(record)


def _require_impersonal_reasons(work: Work) -> None:
    said = set(reasons.written(work.reader(), work.number, work.changes))
    if any(reasons.says_who(work.reader(), one) for one in said):
        raise Refusal(ExitStatus.USAGE, "reason.personal")


def _refusal_of(error: DBAPIError, path: Path | Server) -> Exception:
    return place.refusal_of(error.orig, path) if isinstance(error.orig, opening.errors()) else error
