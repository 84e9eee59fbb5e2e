"""Finding people by what somebody types: their code, their card or file number, their name in either alphabet."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.likeness import LIKELY, likeness
from reinsert_cli.domain.people import read_cin
from reinsert_cli.domain.spellings import parts
from reinsert_cli.domain.text import fold, nearest
from reinsert_cli.store.erased import ERASED
from reinsert_cli.store.reading import Reader

CODES: Final = "SELECT code FROM beneficiary ORDER BY code"
LIVING: Final = "SELECT code, merged_into FROM beneficiary WHERE code = :code"
BY_CARD: Final = """
SELECT beneficiary_code AS code FROM identity WHERE cin = :cin
UNION SELECT beneficiary_code FROM known_as WHERE cin = :cin ORDER BY 1
"""
BY_FILE: Final = """
SELECT beneficiary_code AS code FROM identity WHERE UPPER(file_number) = UPPER(:said)
UNION SELECT beneficiary_code FROM known_as WHERE UPPER(file_number) = UPPER(:said) ORDER BY 1
"""
NAMES: Final = """
SELECT i.beneficiary_code AS code, i.name_latin, i.name_arabic FROM identity i
UNION ALL SELECT k.beneficiary_code, k.name_latin, k.name_arabic FROM known_as k ORDER BY 1
"""
PREFIX: Final = "B-"


def found(reader: Reader, said: str) -> list[str]:
    """Give the codes of those whom ``said`` may mean.

    Raises Refusal: ``beneficiary.unknown`` and ``beneficiary.merged`` for a code, ``beneficiary.not_found`` for what
    else nobody goes by.
    """
    wanted = " ".join(said.split())
    if wanted.upper().startswith(PREFIX):
        return [living(reader, wanted)]
    cin = read_cin(wanted)
    people = [row["code"] for row in reader.rows(BY_CARD, cin=cin)] if isinstance(cin, str) else []
    people = people or [row["code"] for row in reader.rows(BY_FILE, said=wanted)] or called(reader, wanted)
    if not people:
        raise refuse("beneficiary.not_found")
    return people


def living(reader: Reader, said: str) -> str:
    """Give a code as the ledger writes it; refuse one that is unknown, or that another stands for now."""
    code = said.upper()
    known = reader.row(LIVING, code=code)
    if known is None:
        raise refuse("beneficiary.unknown", code=code, near=nearest(code, list(reader.column(CODES))))
    if known["merged_into"]:
        raise refuse("beneficiary.merged", code=code, into=known["merged_into"])
    return code


def erased_people(reader: Reader) -> set[str]:
    """Give the codes of those whose identity was erased."""
    return set(reader.column(ERASED))


def called(reader: Reader, said: str) -> list[str]:
    """Give the codes of those of whose name ``said`` is a part, however spelled; else of those whose name is close."""
    rows = reader.rows(NAMES)
    names = [(row["code"], name) for row in rows for name in (row["name_latin"], row["name_arabic"]) if name]
    wanted, keys = fold(said), {part.key for part in parts(said)}
    if not wanted:
        return []
    exact = [code for code, name in names if _has(name, wanted, keys)]
    return list(dict.fromkeys(exact or [code for code, name in names if likeness(said, name) >= LIKELY]))


def _has(name: str, wanted: str, keys: set[str]) -> bool:
    """Tell whether words stand in a name, begun at least, or all their parts agree with parts of it."""
    if f" {wanted}" in f" {fold(name)}":
        return True
    return bool(keys) and keys <= {part.key for part in parts(name)}
