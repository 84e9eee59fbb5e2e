"""What a list of people or of projects repeats of those that came before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Final

from sqlalchemy import text

from reinsert_cli.importers.earlier import earlier
from reinsert_cli.importers.plan import File, Target
from reinsert_cli.importers.reissue import Reissue, recognise
from reinsert_cli.store.work import Work

LAST: Final = """
    SELECT r.subject, MAX(r.import_code)
    FROM json_each(:subjects) s CROSS JOIN import_row r CROSS JOIN import_run i
    WHERE r.subject = s.value AND i.code = r.import_code AND i.kind = :kind AND i.undone_at IS NULL GROUP BY r.subject
"""
"""The last list that spoke of each of some people, costs or projects."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the file repeats: whether it replaces earlier lists, and the rows that came last time as they are now.

    Such a row says nothing new: what was corrected by hand since stays. One that somebody decides on is none.
    """

    reissue: Reissue[str]
    as_before: Collection[str]
    is_correction: bool


def before(work: Work, kind: str, marks: Sequence[str], target: Target, file: File) -> Before:
    """Compare the rows of a file, by their fingerprints, with the lists of its kind."""
    imports = earlier(work, kind, None, marks, str)
    same_bytes = [one for one in imports if one.sha256 == file.sha256]
    reissue = recognise(same_bytes if target.intent == "adds" else imports, marks, file.name)
    subjects = sorted({subject for one in imports for subject in one.rows.values()})
    last = {
        row.subject: row[1] for row in work.session.execute(text(LAST), {"kind": kind, "subjects": dumps(subjects)})
    }
    told = {mark for one in imports for mark, subject in one.rows.items() if last.get(subject) == one.code}
    return Before(reissue, told - target.decisions.keys(), target.intent == "corrects" or reissue.is_one)
