"""What became of each row, and of the file as a whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final, Literal

from reinsert_cli.domain.faults import Fault, Problem, Refusal, Severity
from reinsert_cli.domain.text import HIDDEN
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.match import Doubt
from reinsert_cli.importers.sheet import address

Outcome = Literal["new", "updated", "unchanged", "parked", "invalid"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("new", "updated", "unchanged", "parked", "invalid")


@dataclass(slots=True)
class RowResult:
    """One row's end: its number in the sheet, its outcome, what it became in the ledger, its amount in centimes."""

    number: int
    outcome: Outcome
    subject: str | None = None
    fingerprint: str = ""
    amount: int = 0
    faults: tuple[tuple[str | None, Fault], ...] = ()
    """Each fault with the key of the field it is about, or None for the row as a whole."""
    person: str | None = None
    """The code of whom it speaks of, where it is known."""
    doubt: Doubt | None = None
    """What a person has to decide, of a parked row."""

    def park(self, doubt: Doubt) -> RowResult:
        """Leave the row to a person."""
        self.outcome, self.faults, self.doubt = "parked", ((None, doubt.fault),), doubt
        return self


@dataclass(slots=True)
class FileResult:
    """One file's end, in the terms of the machine contract (design §4)."""

    file: str
    sha256: str = ""
    kind: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    encoding: str | None = None
    """Of a text file: what it was read in."""
    rows: list[RowResult] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    applied: bool = False
    code: str | None = None
    refusal: Refusal | None = None
    """Why nothing of the file was even looked at: it cannot be read, or the ledger's rules refuse it whole."""
    returned: str | None = None
    """Where the marked copy for its sender was written."""

    @property
    def counts(self) -> dict[Outcome, int]:
        """Give the number of rows by outcome, zeros included."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    @property
    def amount(self) -> int:
        """Give, in centimes, what the rows that stand in the ledger (or would) carry."""
        return sum(row.amount for row in self.rows if row.outcome in ("new", "updated", "unchanged"))

    @property
    def has_errors(self) -> bool:
        """Tell whether something keeps the file out: an invalid row, or an error about the sheet itself."""
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def has_findings(self) -> bool:
        """Tell whether a person has something to look at."""
        return any(problem.severity in ("error", "warning") for problem in self.problems)


def invalid(header: Header, parsed: Parsed) -> RowResult:
    """Give the end of a row whose cells could not be read."""
    keys = {column: found.key for column, found in header.columns.items()}
    faults = tuple((keys.get(column) if column is not None else None, fault) for column, fault in parsed.faults)
    return RowResult(parsed.number, "invalid", faults=faults)


WARNINGS: Final = frozenset({"row.twice"})
"""What a person should look at although the row went in."""


def _severity(row: RowResult, fault: Fault) -> Severity:
    if row.outcome == "invalid":
        return "error"
    return "warning" if row.outcome == "parked" or fault.code in WARNINGS else "notice"


def problems_of(header: Header, row: RowResult) -> list[Problem]:
    """Give a row's faults as problems with the cell they stand in."""
    if not row.faults:
        return []
    columns = {found.key: column for column, found in header.columns.items()}
    return [
        Problem(
            fault,
            _severity(row, fault),
            header.sheet.title,
            address(row.number, columns[key]) if key in columns else None,
            row.number,
        )
        for key, fault in row.faults
    ]


def masked(fault: Fault) -> Fault:
    """Give a refusal's fault without the code that the cell held: in the wrong column, it may be a name."""
    return Fault(fault.code, {**fault.params, "code": HIDDEN}) if "code" in fault.params else fault
