"""Distribution rows against the ledger: people matched, lines new, updated or unchanged, doubts parked.

Nothing is written before every row has its outcome (see :mod:`write_distributions`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.fingerprint import fingerprints
from reinsert_cli.importers.known import Known
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import File, Plan, Target
from reinsert_cli.importers.reissue import recognise
from reinsert_cli.importers.which_line import WhichLine
from reinsert_cli.importers.who import Who
from reinsert_cli.store.tables import Envelope


def plan(
    rows: Sequence[Parsed], known: Known, target: Target, envelopes: dict[str, Envelope], file: File, step: Step
) -> tuple[list[RowResult], Plan]:
    """Give the rows' outcomes, in their order, and what is to be written."""
    marks = fingerprints(rows, target.centre)
    same_bytes = [one for one in known.imports if one.sha256 == file.sha256]
    earlier = same_bytes if target.intent == "adds" else known.imports
    reissue = recognise(earlier, [mark for mark, _time in marks], file.name)
    wanted = Plan()
    who = Who(known, target, envelopes, reissue, wanted)
    results = [
        who.take(row, mark, time) for row, (mark, time) in zip(counted(rows, "matching", step), marks, strict=True)
    ]
    WhichLine(known, target, reissue, wanted).settle(who.wishes)
    who.keep_only({wish.person.code for wish in who.wishes if wish.result.outcome != "parked"})
    return results, wanted
