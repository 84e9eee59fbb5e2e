"""Distribution rows against the ledger: people matched, lines new, updated or unchanged, doubts parked.

Nothing is written before every row has its outcome (see :mod:`write_distributions`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlmodel import select

from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.domain.text import nearest
from reinsert_cli.importers.earlier import earlier
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.fingerprint import fingerprints
from reinsert_cli.importers.known import Known, known
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.options import Options
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import Decision, File, IntoBatch, Plan, Planned, Wish
from reinsert_cli.importers.reissue import Reissue, recognise
from reinsert_cli.importers.said import Said
from reinsert_cli.importers.which_line import WhichLine
from reinsert_cli.importers.who import IDENTIFIERS, Who, expect
from reinsert_cli.importers.write_distributions import write
from reinsert_cli.ledger import batch as batches
from reinsert_cli.ledger import codes
from reinsert_cli.store.import_tables import ImportRun
from reinsert_cli.store.tables import Batch, Centre, Envelope
from reinsert_cli.store.work import Work


def target(work: Work, options: Options) -> IntoBatch:
    """Find where distributions go; refuse a batch that is no longer open, and codes that do not exist."""
    if options.batch is None:
        raise Refusal(ExitStatus.USAGE, "import.batch_missing")
    batch = codes.find(work.session, Batch, options.batch)
    for table, code in ((Envelope, options.envelope), (Centre, options.centre)):
        if code:
            codes.require(work.session, table, code)
    batches.require_open(batch)
    return IntoBatch(batch=batch, envelope=options.envelope, centre=options.centre, intent=options.intent)


def target_again(work: Work, run: ImportRun, said: Said, decisions: Mapping[str, Decision]) -> IntoBatch:
    """Find where a row goes that waited for a decision; refuse a batch that is no longer open."""
    batch = codes.find(work.session, Batch, run.batch_code or "")
    batches.require_open(batch)
    return IntoBatch(batch=batch, envelope=said.envelope, centre=said.centre, decisions=decisions)


def plan(work: Work, people: KnownPeople, rows: Sequence[Parsed], target: IntoBatch, file: File, step: Step) -> Planned:
    """Give the rows' outcomes, in their order, and what is to be written."""
    marks = fingerprints(rows, target.centre)
    imports = earlier(work, "distributions", target.batch.code, [mark for mark, _time in marks], int)
    same_bytes = [one for one in imports if one.sha256 == file.sha256]
    reissue = recognise(same_bytes if target.intent == "adds" else imports, [mark for mark, _time in marks], file.name)
    ledger = known(work, target.batch, reissue.rows.values())
    wanted = Plan()
    expect(people, rows, target.centre)
    taking = _Taking(work, people, ledger, target, reissue, wanted)
    results = [
        taking.take(row, mark, time) for row, (mark, time) in zip(counted(rows, "matching", step), marks, strict=True)
    ]
    WhichLine(ledger, target, reissue, wanted).settle(taking.wishes)
    wanted.keep_only({wish.person.code for wish in taking.wishes if wish.result.outcome != "parked"})
    gone = [Fault("lines.not_in_file", {"count": str(len(wanted.left_out))})] if wanted.left_out else []
    return Planned(results, wanted, partial(write, work, wanted, ledger, target.batch), tuple(gone))


class _Taking:
    """Takes the rows of one file in turn: what each wants, if it may want it, and for whom."""

    def __init__(
        self, work: Work, people: KnownPeople, ledger: Known, target: IntoBatch, reissue: Reissue[int], wanted: Plan
    ) -> None:
        self.wishes: list[Wish] = []
        self._ledger = ledger
        self._target = target
        self._reissue = reissue
        self._envelopes = {envelope.code: envelope for envelope in work.session.exec(select(Envelope)).all()}
        programme = target.batch.programme_code
        self._payers = {code for code, one in self._envelopes.items() if one.programme_code == programme}
        lines = ledger.lines.by_id
        meant = lines if target.intent == "corrects" else reissue.replaced
        self._who = Who(
            people,
            target,
            wanted,
            is_correction=target.intent == "corrects" or reissue.is_one,
            meant={lines[number].person for number in meant if number in lines},
        )

    def take(self, row: Parsed, mark: str, time: int) -> RowResult:
        """Give a row, the ``time``-th of equal ones, its person; whether its line is new is decided later."""
        values = row.values
        faults = () if self._is_placed(values) else tuple(self._faults(values))
        if faults:
            return RowResult(row.number, "invalid", fingerprint=mark, faults=faults)
        result = RowResult(row.number, "new", fingerprint=mark, amount=values["amount"].centimes)
        decision = self._target.decisions.get(mark)
        if self._is_by_hand(mark) and decision is None:
            return self._left_as_corrected(result)
        line = self._ledger.lines.by_id.get(self._reissue.rows.get(mark, 0))
        person = self._who.take(result, values, before=line.person if line else None)
        if person is None:
            return result
        if time > 1 and mark not in self._reissue.rows:
            result.faults = ((None, Fault("row.twice")),)
        self.wishes.append(Wish(result, person, self._line(person.code, values), decision))
        return result

    def _is_by_hand(self, mark: str) -> bool:
        """Tell whether a row says what it said before, of a line that somebody has corrected since."""
        return self._reissue.rows.get(mark) in self._ledger.by_hand

    def _left_as_corrected(self, result: RowResult) -> RowResult:
        """Leave a line, and whose it is now, to the person who corrected it."""
        lines = self._ledger.lines
        line = lines.claim(lines.by_id.get(self._reissue.rows[result.fingerprint]))
        result.outcome, result.faults = "unchanged", ((None, Fault("line.by_hand")),)
        result.subject = str(line.id) if line else None
        return result

    def _is_placed(self, values: Mapping[str, Any]) -> bool:
        """Tell at a glance that a row names somebody, and an envelope that pays for the batch."""
        return (
            bool(values.get("cin") or values.get("full_name") or values.get("family_name"))
            and (values.get("envelope") or self._target.envelope) in self._payers
            and values.get("batch") is None
        )

    def _faults(self, values: Mapping[str, Any]) -> Iterator[tuple[str | None, Fault]]:
        if not any(values.get(key) for key in IDENTIFIERS):
            yield None, Fault("person.missing")
        code, batch = values.get("envelope") or self._target.envelope, self._target.batch
        envelope = self._envelopes.get(code or "")
        if code is None:
            yield "envelope", Fault("envelope.missing")
        elif envelope is None:
            yield "envelope", Fault("envelope.unread", {"near": nearest(code, sorted(self._envelopes))})
        elif envelope.programme_code != batch.programme_code:
            yield "envelope", Fault("envelope.not_of_batch", {"envelope": envelope.code, "batch": batch.code})
        if values.get("batch") not in (None, batch.code):
            yield "batch", Fault("batch.other", {"batch": batch.code})

    def _line(self, person: str, values: Mapping[str, Any]) -> Line:
        return Line(
            person=person,
            kind=values.get("kind") or "equipment",
            label=values.get("label"),
            amount=values["amount"].centimes,
            envelope=values.get("envelope") or self._target.envelope or "",
            activity=values.get("activity"),
            sector=values.get("sector"),
        )
