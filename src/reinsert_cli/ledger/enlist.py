"""A project enters the list of a planned batch: one line a cost; and lines leave that list again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import text
from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.ledger import cost as costs
from reinsert_cli.ledger import project as projects
from reinsert_cli.ledger.batch import require_move
from reinsert_cli.ledger.line import find, require_payer, share
from reinsert_cli.store.project_tables import Cost
from reinsert_cli.store.tables import Batch, BatchLine, Envelope, Project
from reinsert_cli.store.work import Work

FORGET = (
    """UPDATE import_row SET subject = NULL WHERE subject = :line AND import_code IN (
        SELECT code FROM import_run WHERE kind = 'distributions' AND batch_code = :batch)""",
    "UPDATE review SET line = NULL WHERE line = :number AND decision IS NULL",
)
"""What an import remembers of a line that is gone: another one may take its number."""


def add(
    work: Work,
    batch_code: str,
    project_code: str,
    envelope_code: str | None = None,
    numbers: Collection[int] = (),
    person: str | None = None,
) -> list[BatchLine]:
    """Let a planned batch give a project its costs, or those numbered: one line each, for its first member or another.

    The envelope named pays; else those of the project's funders, each by what it is to pay of the project; else, where
    nobody funds it yet, the only one there is. Raises Refusal: ``batch.wrong_state``, ``project.not_of_batch``,
    ``cost.unknown``, ``cost.none_left``, ``cost.in_line``, ``member.unknown``, ``envelope.which`` and
    ``envelope.of_funder`` where several could pay, or none.
    """
    batch, project = require_move(work, batch_code, "add"), projects.find(work, project_code)
    if project.programme_code != batch.programme_code:
        raise refuse("project.not_of_batch", project=project.code, batch=batch_code)
    who, weights = _receiver(work, project, person), _payers(work, batch, project, envelope_code)
    lines = [
        BatchLine(
            batch_code=batch_code,
            project_code=project.code,
            beneficiary_code=who,
            kind=cost.kind,
            label=cost.label,
            amount=cost.quantity * cost.unit_price,
            envelope_code=next(iter(weights)),
            cost_id=cost.id,
        )
        for cost in _wanted(work, project, numbers)
    ]
    work.session.add_all(lines)
    work.session.flush()
    share(work, lines, weights)
    work.record("batch.add", code=batch_code, project=project.code, lines=len(lines), envelope=" ".join(weights))
    return lines


def remove(work: Work, batch_code: str, which: str) -> BatchLine:
    """Take a line out of the list of a planned batch.

    Raises Refusal: ``batch.wrong_state``, ``line.unknown``, ``line.several``.
    """
    batch = require_move(work, batch_code, "remove")
    line = find(work, batch.code, which)
    share(work, [line], {line.envelope_code: 1})
    for statement in FORGET:
        values = {"line": str(line.id), "number": line.id, "batch": batch.code}
        work.session.execute(text(statement), {name: values[name] for name in values if f":{name}" in statement})
    work.session.delete(line)
    work.session.flush()
    work.record("batch.remove", code=batch_code, line=line.id, project=line.project_code, centimes=line.amount)
    return line


def _receiver(work: Work, project: Project, person: str | None) -> str:
    members = projects.members_of(work, project.code)
    who = person.upper() if person else next(iter(members), None)
    if who not in members:
        raise refuse("member.unknown", code=who or "—", project=project.code, members=listed(members) or "—")
    return str(who)


def _payers(work: Work, batch: Batch, project: Project, envelope_code: str | None) -> dict[str, int]:
    """Give the weight of each envelope that pays: the one named, else those of the funders, else the only one."""
    if envelope_code:
        require_payer(work, batch, envelope_code)
        return {envelope_code: 1}
    wanted = select(Envelope).where(
        Envelope.programme_code == batch.programme_code, Envelope.fiscal_year == batch.fiscal_year
    )
    envelopes = work.session.exec(wanted.order_by(col(Envelope.code))).all()
    funding = costs.funding_of(work, project.code)
    if funding:
        return {_envelope_of(batch, envelopes, one.funder_code): one.amount for one in funding}
    if len(envelopes) != 1:
        raise refuse("envelope.which", batch=batch.code, known=listed(one.code for one in envelopes) or "—")
    return {envelopes[0].code: 1}


def _envelope_of(batch: Batch, envelopes: Iterable[Envelope], funder: str) -> str:
    """Give the only envelope of a funder for the batch's programme and fiscal year."""
    theirs = [one.code for one in envelopes if one.funder_code == funder]
    if len(theirs) != 1:
        raise refuse("envelope.of_funder", funder=funder, batch=batch.code, known=listed(theirs) or "—")
    return theirs[0]


def _wanted(work: Work, project: Project, numbers: Collection[int]) -> Sequence[Cost]:
    """Give the costs named, which no line may give yet; or all those that none gives."""
    all_costs = costs.of_project(work, project.code)
    if not all_costs:
        raise refuse("cost.none", project=project.code)
    known = {cost.id: cost for cost in all_costs}
    for number in numbers:
        if number not in known:
            raise refuse("cost.unknown", number=str(number), project=project.code, known=listed(map(str, known)))
        costs.require_free(work, known[number])
    if numbers:
        return [known[number] for number in dict.fromkeys(numbers)]
    live = select(BatchLine.cost_id).where(
        BatchLine.project_code == project.code, col(BatchLine.status).in_(projects.LIVE)
    )
    taken = set(work.session.exec(live).all())
    left = [cost for cost in all_costs if cost.id not in taken]
    if not left:
        raise refuse("cost.none_left", project=project.code)
    return left
