"""Copies of a ledger to keep elsewhere, and the way back: each is read back before it is believed."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.store import audit, backups_made, clock, content, drafts, keys, opening, place, states
from reinsert_cli.store.content import Record
from reinsert_cli.store.keys import Key
from reinsert_cli.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was made: where it stands, its last audit record, which older ones gave way."""

    path: Path
    last: Record
    removed: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the last audit record of the backup, how many writes are gone, where the former ledger is."""

    last: Record
    lost: int
    kept: Path | None
    schema: str


def back_up(path: Path, target: Path, *, force: bool = False) -> Taken:
    """Copy the ledger at ``path`` to ``target`` as it is at this moment, under its own key, and read the copy back.

    Others may go on writing; they wait while the pages are copied. Raises Refusal: exit 2 when ``target`` cannot be
    written, 3 when something stands there (unless ``force``), 5 when the ledger is damaged or the copy is not the same.
    """
    if target.exists() and not (target.is_file() and place.identity(target) != place.identity(path)):
        raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(target))
    if os.path.lexists(target) and not force:
        raise refuse("backup.exists", file=str(target))
    try:
        with closing(place.connect_read_only(path)) as source:
            taken = Taken(target, _copy_out(source, path, target, force=force))
    except FileExistsError as error:
        raise refuse("backup.exists", file=str(target)) from error
    except OSError as error:
        raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(target)) from error
    except opening.errors() as error:
        raise place.refusal_of(error, target if "full" in str(error) else path) from error
    backups_made.remember(path, target)
    return taken


def _copy_out(source: sqlite3.Connection, path: Path, target: Path, *, force: bool) -> Record:
    _begin(source)
    if not content.is_sound(source):
        raise Refusal(ExitStatus.LEDGER, "ledger.corrupt", path=str(path))
    key = keys.key_of(path) if opening.is_encrypted(path) else None
    last = content.records(source)[-1]
    drafts.make_private_folder(target.parent)
    with drafts.drafted(target) as draft:
        content.copy(source, draft, key, opening.header(path))
        wanted = content.digest(source)
        source.execute("COMMIT")  # who waits to write need wait no longer
        content.require_same(draft, key, wanted, target)
        drafts.put(draft, target, over=force)
    return last


def _begin(source: sqlite3.Connection) -> None:
    """Look at one state until the connection is closed."""
    source.isolation_level = None
    source.execute("PRAGMA temp_store = MEMORY")
    source.execute("BEGIN")


def back_up_into(path: Path, folder: Path, keep: int | None) -> Taken:
    """Make a dated backup in ``folder``; with ``keep``, remove all but the newest so many of this ledger's there."""
    taken = back_up(path, _free_name(path, folder))
    former = _former(path, taken.path) if keep else []
    removed = former[: max(len(former) - keep + 1, 0)] if keep else []
    for one in removed:
        with suppress(OSError):
            one.unlink()
    backups_made.forget(path, removed)
    return Taken(taken.path, taken.last, tuple(removed))


def _free_name(path: Path, folder: Path) -> Path:
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    number = 1
    while os.path.lexists(name := folder / f"{path.stem}-{stamp}-{number:02}.db"):
        number += 1
    return name


def _former(path: Path, taken: Path) -> list[Path]:
    """Give the dated backups of this very ledger beside the one that was just taken, the oldest first.

    The name does not tell: another ledger may have the same in its own folder, and its backups stand here too.
    """
    key = keys.key_of(path) if opening.is_encrypted(taken) else None
    known, listed = set(_chain(taken, key)), backups_made.listed(path)
    dated = [one for one in _dated(path, taken.parent) if one != taken]
    return [one for one in dated if _is_of(_chain(one, key), known, is_listed=one.resolve() in listed)]


def _is_of(chain: list[str], known: set[str], *, is_listed: bool) -> bool:
    """Tell whether a backup with this chain is of the ledger that knows the records ``known``.

    It is where the ledger holds all that it does. Where writes were lost since, by a restore, or where it cannot be
    read (it may be under a former key), it is if the ledger's own list has it.
    """
    if not chain:
        return is_listed
    return chain[-1] in known or (is_listed and chain[0] in known)


def _chain(backup: Path, key: Key | None) -> list[str]:
    """Give the hashes of a backup's audit records; none where ``key`` does not open it, or it is damaged."""
    is_locked = opening.is_encrypted(backup)
    if is_locked and key is None:
        return []
    try:
        with closing(opening.connect(backup, 0, read_only=True, key=key if is_locked else None)) as opened:
            return [record.hash for record in content.records(opened)]
    except opening.errors():
        return []


def _dated(path: Path, folder: Path) -> list[Path]:
    """Give the dated backups of ledgers that have this one's name, the oldest first."""
    named = re.compile(re.escape(path.stem) + r"-\d{8}T\d{6}Z-\d{2,}\.db")
    return sorted(
        one for one in folder.iterdir() if named.fullmatch(one.name) and one.is_file() and not one.is_symlink()
    )


@dataclass(frozen=True, slots=True)
class Bound:
    """What a backup must at least be as new as: a day (ISO), or a record of the audit by its hash."""

    day: str | None = None
    head: str | None = None


def restore(file: Path, path: Path, bound: Bound, *, force: bool = False) -> Restored:
    """Let the backup ``file`` be the ledger at ``path``; what stood there is kept beside it under another name.

    An encrypted backup opens with the key of the ledger at ``path``; one in clear that replaces an encrypted ledger is
    encrypted by it. Everything is proven before anything is replaced. Raises Refusal: exit 3 when the backup is older
    than ``bound`` or, unless ``force``, lacks writes of the ledger that it would replace; 5 when it cannot be a ledger.
    """
    path = path.resolve()
    if path.exists() and place.identity(path) == place.identity(file):
        raise refuse("restore.itself", file=str(file))
    if path.exists() and not path.is_file():
        raise Refusal(ExitStatus.LEDGER, "ledger.unopenable", path=str(path))
    is_locked = opening.is_encrypted(file)
    key = keys.key_of(path) if is_locked or opening.is_encrypted(path) else None
    try:
        with closing(place.open_read_only(file, key=key if is_locked else None, with_cipher=bool(key))) as backup:
            records = _proven(backup, file, force=force)
            _require_new_enough(records, bound, file)
            return _put_back(backup, file, path, records, key, force=force)
    except OSError as error:
        raise place.unwritable(error, path) from error
    except opening.errors() as error:
        raise place.refusal_of(error, file) from error


def _proven(backup: sqlite3.Connection, file: Path, *, force: bool) -> list[Record]:
    """Give the audit records of a backup. Refuse what is damaged, no ledger, or of a newer schema (exit 5).

    So too, unless ``force``, what its own audit contradicts: a ledger in clear may hold another letter and be whole.
    """
    _begin(backup)
    schema = place.schema_of(backup)
    if not schema or schema > place.SCHEMA:
        place.check_schema(schema, file)
    try:
        records = content.records(backup)
        is_sound = bool(records) and content.is_sound(backup)
        is_proven = force or schema < place.SCHEMA or not _contradicted(Reader(backup, file))
    except opening.errors() as error:
        raise Refusal(ExitStatus.LEDGER, "backup.damaged", file=str(file)) from error
    if not is_sound:
        raise Refusal(ExitStatus.LEDGER, "backup.damaged", file=str(file))
    if not is_proven:
        raise Refusal(ExitStatus.LEDGER, "backup.contradicted", file=str(file))
    return records


def _contradicted(reader: Reader) -> bool:
    records = reader.rows("SELECT * FROM audit ORDER BY id")
    return bool(audit.broken_links(records) or states.contradicted(reader, records))


def _require_new_enough(records: list[Record], bound: Bound, file: Path) -> None:
    last = datetime.fromisoformat(records[-1].written_at).astimezone().date().isoformat()
    if bound.day is not None and last < bound.day:
        raise refuse("backup.older", file=str(file), day=language.date(last))
    if bound.head is not None and bound.head not in {one.hash for one in records}:
        raise refuse("backup.lacks_head", file=str(file), day=language.date(last))


def _put_back(
    backup: sqlite3.Connection, file: Path, path: Path, records: list[Record], key: Key | None, *, force: bool
) -> Restored:
    schema = place.schema_of(backup)
    drafts.make_private_folder(path.parent)
    with drafts.drafted(path) as draft, _held(path, force=force) as former:
        lost = _lost(records, former or [], force=force)
        _copy_in(backup, file, draft, key)
        if lost or former is None:
            _sign(draft, key, records[-1], former, lost)
        kept = _set_aside(path)
        drafts.put(draft, path, over=True)
    return Restored(records[-1], lost, kept, schema)


@contextmanager
def _held(path: Path, *, force: bool) -> Iterator[list[Record] | None]:
    """Give the audit records of the ledger that stands at ``path``, where nobody can write meanwhile.

    Nothing stands there: none. What stands there cannot be read: None, and only with ``force``.
    """
    if not os.path.lexists(path):
        yield []
        return
    try:
        former = opening.connect(path, place.BUSY_SECONDS)
    except Refusal:  # there is no key for it
        if not force:
            raise
        yield None
        return
    with closing(former):
        yield _records_of(former, path, force=force)


def _records_of(former: sqlite3.Connection, path: Path, *, force: bool) -> list[Record] | None:
    """Lock the ledger that stands at ``path`` and give its audit records; None where it cannot be read."""
    try:
        former.isolation_level = None
        former.execute("PRAGMA journal_mode = DELETE").fetchall()  # somebody may have set another
        former.execute("BEGIN EXCLUSIVE")
        return content.records(former)
    except opening.errors() as error:
        if "locked" in str(error):
            raise place.refusal_of(error, path) from error
        if not force:
            raise refuse("restore.unread", path=str(path)) from error
        return None


def _lost(records: list[Record], former: list[Record], *, force: bool) -> int:
    """Count the writes of the former ledger that the backup does not know of; refuse them to be lost without leave."""
    known = {one.hash for one in records}
    lost = [one for one in former if one.hash not in known]
    if lost and not force:
        code = "restore.of_another" if len(lost) == len(former) else "restore.behind"
        raise refuse(code, count=str(len(lost)), day=language.date(lost[-1].written_at[:10]))
    return len(lost)


def _copy_in(backup: sqlite3.Connection, file: Path, draft: Path, key: Key | None) -> None:
    wanted = content.digest(backup)
    if key and not opening.is_encrypted(file):
        backup.execute("COMMIT")
        content.copy_across(backup, draft, key)
    else:
        content.copy(backup, draft, key, opening.header(file))
    content.require_same(draft, key, wanted, file)


def _sign(draft: Path, key: Key | None, last: Record, former: list[Record] | None, lost: int) -> None:
    """Let the chain tell that writes were taken out of it, and which was the last of them."""
    facts: dict[str, str | int] = {"backup": last.number}
    if former:
        facts |= {"lost": lost, "former": former[-1].number, "head": former[-1].hash}
    content.sign(draft, key, "restore", **facts)


def _set_aside(path: Path) -> Path | None:
    """Keep what stands at ``path`` under another name, and the journals that nobody is to apply to what comes after."""
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    names = (path.with_name(f"{path.stem}.before-{stamp}-{number:02}{path.suffix}") for number in count(1))
    kept = next(name for name in names if not os.path.lexists(name))
    for end in drafts.JOURNALS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + end).rename(kept.with_name(kept.name + end))
    if not path.exists():
        return None
    try:
        os.link(path, kept)
    except OSError:  # a stick, which knows no links
        path.rename(kept)
    return kept
