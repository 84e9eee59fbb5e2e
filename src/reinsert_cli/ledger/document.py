"""The register of papers: of a project or of a batch; what is kept of a file is its SHA-256 and nothing else."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlmodel import select

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.ledger import codes
from reinsert_cli.ledger.project import find as find_project
from reinsert_cli.store.project_tables import Document
from reinsert_cli.store.tables import Batch
from reinsert_cli.store.work import Work


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a paper, as its columns name it; ``None`` says nothing."""

    kind: str | None = None
    reference: str | None = None
    dated_on: str | None = None
    state: str | None = None
    supplier: str | None = None
    ice: str | None = None
    sha256: str | None = None

    def said(self) -> dict[str, str]:
        """Give what it says by column; an empty text takes back what was known."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def add(work: Work, project_code: str | None, batch_code: str | None, details: Details) -> Document:
    """Register a paper of a project or of a batch, one of the two.

    Raises Refusal: ``document.of_what`` (exit 2), ``project.unknown``, ``batch.unknown``.
    """
    if (project_code is None) == (batch_code is None):
        raise Refusal(ExitStatus.USAGE, "document.of_what")
    paper = Document(
        project_code=find_project(work, project_code).code if project_code else None,
        batch_code=codes.find(work.session, Batch, batch_code).code if batch_code else None,
        kind="",
    )
    _write(paper, details)
    work.session.add(paper)
    work.session.flush()
    work.record("document.add", document=paper.id, kind=paper.kind, state=paper.state, **_subject(paper))
    return paper


def edit(work: Work, number: int, details: Details) -> Document:
    """Bring a paper to what is said of it. Raises Refusal: ``document.unknown``, ``edit.nothing`` (exit 2)."""
    paper = _find(work, number)
    if not details.said():
        raise Refusal(ExitStatus.USAGE, "edit.nothing")
    _write(paper, details)
    work.session.flush()
    work.record("document.edit", document=number, kind=paper.kind, state=paper.state, **_subject(paper))
    return paper


def remove(work: Work, number: int) -> None:
    """Take a paper out of the register. Raises Refusal ``document.unknown``."""
    paper = _find(work, number)
    work.session.delete(paper)
    work.session.flush()
    work.record("document.remove", document=number, kind=paper.kind, **_subject(paper))


def same_file(work: Work, paper: Document) -> list[int]:
    """Give the numbers of the other papers whose file is the same to the byte."""
    if paper.sha256 is None:
        return []
    wanted = select(Document.id).where(Document.sha256 == paper.sha256, Document.id != paper.id)
    return sorted(number for number in work.session.exec(wanted).all() if number)


def _write(paper: Document, details: Details) -> None:
    for column, value in details.said().items():
        setattr(paper, column, value or None)


def _find(work: Work, number: int) -> Document:
    paper = work.session.get(Document, number)
    if paper is None:
        raise refuse("document.unknown", number=str(number))
    return paper


def _subject(paper: Document) -> dict[str, str | None]:
    return {"project": paper.project_code} if paper.project_code else {"batch": paper.batch_code}
