"""What a parked row says, kept as text until somebody decides on it: its values, and what the command said for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.money import Amount
from reinsert_cli.importers.step_cells import StepSaid


@dataclass(frozen=True, slots=True)
class Said:
    """The values of a row by field, and the envelope and centre that hold for rows which name none."""

    values: Mapping[str, Any]
    envelope: str | None = None
    centre: str | None = None

    def text(self) -> str:
        """Write it down as JSON. It is identity data."""
        values = {key: _written(value) for key, value in self.values.items() if value is not None}
        return json.dumps({"values": values, "envelope": self.envelope, "centre": self.centre}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Said:
        """Read what :meth:`text` wrote."""
        said = json.loads(text)
        values = {key: _read(value) for key, value in said["values"].items()}
        return cls(values, said["envelope"], said["centre"])


def _written(value: Any) -> Any:
    if isinstance(value, Amount):
        return {"amount": [value.centimes, value.qualifier, value.printed]}
    if isinstance(value, StepSaid):
        return {"step": str(value)}
    return {"date": value.iso} if isinstance(value, PartialDate) else value


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "step" in value:
        return StepSaid.read(value["step"])
    return Amount(*value["amount"]) if "amount" in value else PartialDate.from_iso(value["date"])
