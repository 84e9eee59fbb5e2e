"""What a project is made of, and who is to pay for it: cost lines, funding shares, quotations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass

from sqlmodel import col, select

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.language import listed, money
from reinsert_cli.domain.money import LARGEST
from reinsert_cli.ledger import ceiling, codes
from reinsert_cli.ledger.project import LIVE, find
from reinsert_cli.store.project_tables import Cost, Funding, Quotation
from reinsert_cli.store.tables import BatchLine, Partner
from reinsert_cli.store.work import Work

ENOUGH_QUOTATIONS = 3


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a cost, as its columns name it; ``None`` says nothing. Money in centimes."""

    kind: str | None = None
    label: str | None = None
    quantity: int | None = None
    unit_price: int | None = None
    supplier: str | None = None
    invoice: str | None = None
    serial: str | None = None

    def said(self) -> dict[str, str | int]:
        """Give what it says by column; an empty text takes back what was known."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def add(work: Work, project_code: str, details: Details) -> Cost:
    """Add a cost to a project. Raises Refusal: ``project.unknown``, ``ceiling.project``."""
    project = find(work, project_code)
    cost = Cost(project_code=project.code, kind=details.kind or "", unit_price=details.unit_price or 0)
    _write(cost, details)
    work.session.add(cost)
    work.session.flush()
    ceiling.require_asked(work, project.code)
    work.record("cost.add", code=project.code, cost=cost.id, centimes=cost.quantity * cost.unit_price)
    return cost


def edit(work: Work, project_code: str, number: int, details: Details) -> Cost:
    """Bring a cost to what is said of it.

    Raises Refusal: ``cost.unknown``, ``cost.in_line`` where a line gives it already and its kind or amount would
    change, ``ceiling.project``, ``ceiling.share``.
    """
    cost, said = _find(work, project_code, number), details.said()
    if not said:
        raise Refusal(ExitStatus.USAGE, "edit.nothing")
    before = cost.quantity * cost.unit_price
    if {"kind", "quantity", "unit_price"} & set(said):
        require_free(work, cost)
    _write(cost, details)
    work.session.flush()
    _require_ceilings(work, cost.project_code, before, cost.quantity * cost.unit_price)
    work.record("cost.edit", code=cost.project_code, cost=cost.id, centimes=cost.quantity * cost.unit_price)
    return cost


def _write(cost: Cost, details: Details) -> None:
    for column, value in details.said().items():
        setattr(cost, column, None if value == "" else value)
    if cost.quantity * cost.unit_price > LARGEST:
        raise Refusal(ExitStatus.USAGE, "amount.too_large", printed=money(cost.quantity * cost.unit_price))


def remove(work: Work, project_code: str, number: int) -> None:
    """Take a cost out of a project. Raises Refusal: ``cost.unknown``, ``cost.in_line``, ``ceiling.share``."""
    cost = _find(work, project_code, number)
    require_free(work, cost, ever=True)
    before = cost.quantity * cost.unit_price
    work.session.delete(cost)
    work.session.flush()
    _require_ceilings(work, cost.project_code, before, 0)
    work.record("cost.remove", code=cost.project_code, cost=number, centimes=before)


def _require_ceilings(work: Work, project_code: str, before: int, after: int) -> None:
    """Hold a project against the ceilings that a change of its cost can exceed: what it asks for, or shares of it."""
    if after > before:
        ceiling.require_asked(work, project_code)
    elif after < before:
        ceiling.require_shares(work, project_code)


def _find(work: Work, project_code: str, number: int) -> Cost:
    project = find(work, project_code)
    cost = work.session.get(Cost, number)
    if cost is None or cost.project_code != project.code:
        raise refuse("cost.unknown", number=str(number), project=project.code, known=_numbers(work, project.code))
    return cost


def _numbers(work: Work, project_code: str) -> str:
    return listed(str(cost.id) for cost in of_project(work, project_code)) or "—"


def of_project(work: Work, project_code: str) -> list[Cost]:
    """Give the costs of a project, in the order they were entered."""
    wanted = select(Cost).where(Cost.project_code == project_code).order_by(col(Cost.id))
    return list(work.session.exec(wanted).all())


def require_free(work: Work, cost: Cost, *, ever: bool = False, but: Collection[int] = ()) -> None:
    """Refuse (``cost.in_line``) a cost that a line gives, or is to; with ``ever``, that any line has named."""
    lines = select(BatchLine).where(BatchLine.cost_id == cost.id, col(BatchLine.id).not_in(but))
    taken = [line for line in work.session.exec(lines).all() if ever or line.status in LIVE]
    if taken:
        raise refuse("cost.in_line", number=str(cost.id), line=str(taken[0].id), batch=taken[0].batch_code)


def require_untaken(work: Work, line: BatchLine) -> None:
    """Refuse (``cost.in_line``) to bring a line back whose cost another line has taken over."""
    if line.cost_id:
        require_free(work, work.session.get_one(Cost, line.cost_id), but={line.id or 0})


def fund(work: Work, project_code: str, funder_code: str, amount: int) -> None:
    """Set what a funder is to pay of a project, in centimes; nothing takes the funder out.

    Raises Refusal: ``project.unknown``, ``partner.unknown``, ``ceiling.project``, ``ceiling.share``.
    """
    project = find(work, project_code)
    codes.require(work.session, Partner, funder_code)
    known = work.session.get(Funding, (project.code, funder_code))
    if not amount and known is None:
        raise refuse("funding.unknown", funder=funder_code, project=project.code)
    if known and not amount:
        work.session.delete(known)
    elif known:
        known.amount = amount
    else:
        work.session.add(Funding(project_code=project.code, funder_code=funder_code, amount=amount))
    work.session.flush()
    if amount:
        ceiling.require_funded(work, project.code)
    work.record("project.fund", code=project.code, funder=funder_code, centimes=amount)


def funding_of(work: Work, project_code: str) -> list[Funding]:
    """Give what each funder is to pay of a project, the largest first."""
    wanted = select(Funding).where(Funding.project_code == project_code)
    return list(work.session.exec(wanted.order_by(col(Funding.amount).desc(), col(Funding.funder_code))).all())


def quote(work: Work, project_code: str, supplier: str, amount: int, day: str | None, reference: str | None) -> int:
    """Record what a supplier asked for, in centimes; give the quotation's number."""
    project = find(work, project_code)
    quotation = Quotation(
        project_code=project.code, supplier=supplier, amount=amount, quoted_on=day, reference=reference
    )
    work.session.add(quotation)
    work.session.flush()
    work.record("quotation.add", code=project.code, quotation=quotation.id, centimes=amount)
    return quotation.id or 0


def unquote(work: Work, project_code: str, number: int) -> None:
    """Take a quotation out. Raises Refusal ``quotation.unknown``."""
    chosen = _quotation(work, project_code, number)
    work.session.delete(chosen)
    work.session.flush()
    work.record("quotation.remove", code=chosen.project_code, quotation=number)


def choose(work: Work, project_code: str, number: int, reason: str | None) -> tuple[Quotation, int]:
    """Take one of a project's quotations; give it, and how many are recorded.

    Raises Refusal: ``quotation.unknown``, ``quotation.reason_missing`` where another asks for less and no reason says
    why it was not taken.
    """
    chosen = _quotation(work, project_code, number)
    quotations = _quotations(work, chosen.project_code)
    if chosen.amount > min(one.amount for one in quotations) and not reason:
        raise refuse("quotation.reason_missing", number=str(number))
    for one in quotations:
        one.chosen, one.reason = one is chosen, reason if one is chosen else None
    work.session.flush()
    work.record("quotation.choose", code=chosen.project_code, quotation=number, of=len(quotations))
    return chosen, len(quotations)


def _quotation(work: Work, project_code: str, number: int) -> Quotation:
    project = find(work, project_code)
    found = {one.id: one for one in _quotations(work, project.code)}
    if number not in found:
        known = listed(map(str, found)) or "—"
        raise refuse("quotation.unknown", number=str(number), project=project.code, known=known)
    return found[number]


def _quotations(work: Work, project_code: str) -> list[Quotation]:
    wanted = select(Quotation).where(Quotation.project_code == project_code).order_by(col(Quotation.id))
    return list(work.session.exec(wanted).all())
