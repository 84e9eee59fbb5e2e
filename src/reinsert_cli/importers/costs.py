"""What a row says of one cost of a project, and whether its figures agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import count, money
from reinsert_cli.domain.text import fold

SPEAKS: Final = ("kind", "label", "quantity", "supplier", "invoice", "serial")
"""The columns that make a row one of a cost, though no price stands in it."""


@dataclass(slots=True, eq=False)
class Cost:
    """A cost as it stands, or as a row wants it; ``id`` and ``project`` are None until it has them.

    ``unit_price`` is in centimes.
    """

    kind: str
    label: str | None
    quantity: int
    unit_price: int
    supplier: str | None = None
    invoice: str | None = None
    serial: str | None = None
    project: str | None = None
    id: int | None = None

    @property
    def amount(self) -> int:
        """Give what it comes to, in centimes."""
        return self.quantity * self.unit_price

    @property
    def item(self) -> tuple[str, str]:
        """Give what it is of, folded."""
        return self.kind, fold(self.label or "")

    @property
    def content(self) -> tuple[object, ...]:
        """Give all that a row can say of it."""
        said = (self.supplier, self.invoice, self.serial)
        return *self.item, self.quantity, self.unit_price, *(fold(one or "") for one in said)

    def said_again(self, other: Cost) -> bool:
        """Take over what another says of the same cost, keeping what it leaves out; tell whether anything is new."""
        before = self.content
        self.kind, self.quantity, self.unit_price = other.kind, other.quantity, other.unit_price
        for name in ("label", "supplier", "invoice", "serial"):
            setattr(self, name, getattr(other, name) or getattr(self, name))
        return self.content != before


def cost_of(values: Mapping[str, Any]) -> Cost | tuple[str | None, Fault] | None:
    """Give the cost that a row tells of, None where it tells of none; or what is wrong, with the key of the column.

    The amount is the quantity times the unit price; each of them follows from the two others, the quantity being one
    unless it is said.
    """
    quantity, price, amount = values.get("quantity"), values.get("unit_price"), values.get("amount")
    if quantity == 0:
        return "quantity", Fault("cost.no_quantity")
    if price is None and amount is None:
        return ("unit_price", Fault("cost.unpriced")) if any(values.get(key) for key in SPEAKS) else None
    unit_price = _unit_price(quantity or 1, price and price.centimes, amount and amount.centimes)
    if isinstance(unit_price, Fault):
        return "amount", unit_price
    return Cost(
        values.get("kind") or "equipment",
        values.get("label"),
        quantity or 1,
        unit_price,
        *(values.get(key) for key in ("supplier", "invoice", "serial")),
    )


def _unit_price(quantity: int, price: int | None, amount: int | None) -> int | Fault:
    said = {"quantity": count(quantity), "said": money(amount or 0)}
    if price is None:
        each, rest = divmod(amount or 0, quantity)
        return Fault("cost.indivisible", said) if rest else each
    if amount not in {None, quantity * price}:
        return Fault("cost.amount_differs", {**said, "price": money(price), "expected": money(quantity * price)})
    return price
