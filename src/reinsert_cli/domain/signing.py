"""The filled sign-off sheet: its headings, the words and marks of its drop-down, the key that ties a row to the list.

All constants, in French and Arabic at once and never translated by the catalogues: a sheet printed today must be
understood by next year's version, whatever the language of who reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, Literal

from reinsert_cli.domain.own_sheets import MAKER
from reinsert_cli.domain.text import fold

Presence = Literal["present", "absent", "proxy"]

HEADINGS: Final = {
    "number": ("N°", "رقم"),
    "code": ("Code", "الرمز"),
    "name": ("Nom", "الاسم"),
    "name_ar": ("Nom en arabe", "الاسم بالعربية"),
    "cin": ("CIN", "ب.ت.و"),
    "items": ("Articles", "المواد"),
    "amount": ("Montant (DH)", "المبلغ (درهم)"),
    "presence": ("Présence", "الحضور"),
    "proxy": ("Mandataire", "الوكيل"),
    "remark": ("Observations", "ملاحظات"),
    "key": (f"Clé ({MAKER})", "المفتاح"),
}
"""Each column: its heading in French and in Arabic, one above the other in one cell."""

DAY: Final = ("Date de la remise", "تاريخ التسليم")
"""What stands beside the cell of the day."""

CHOICES: Final[dict[Presence, str]] = {
    "present": "présent · حاضر",
    "absent": "absent · غائب",
    "proxy": "mandataire · وكيل",
}
"""The words of the drop-down."""

_WORDS: Final[dict[Presence, str]] = {
    "present": "présent présente présents p x oui o ok yes y vrai true 1 signé signée reçu venu venue here came "
    "حاضر حاضرة حضر حضرت ح نعم وقع وقعت تسلم تسلمت",
    "absent": "absent absente absents a abs non n no faux false 0 غائب غائبة غاب غابت غ لا تغيب تغيبت متغيب متغيبة",
    "proxy": "mandataire mandaté mandatée procuration proxy représenté représentée pouvoir "
    "وكيل وكيلة وكيله وكيلها وكالة بالوكالة بوكالة نيابة بالنيابة ناب نابت",
}
_SIGNS: Final[dict[str, Presence]] = {
    **dict.fromkeys("✓✔☑✅√", "present"),
    **dict.fromkeys("✗✘❌☐", "absent"),
}
_FILLERS: Final = frozenset(fold("e ة par une un le la une avec عن من بواسطة").split())
_BY_WORD: Final = {fold(word): mark for mark, words in _WORDS.items() for word in words.split()}


def heading(column: str) -> str:
    """Give what stands in the cell of a column's heading."""
    return "\n".join(HEADINGS[column])


def column_of(cell: str) -> str | None:
    """Give the column that a heading names: by its French word, its Arabic one, or both."""
    said = fold(cell)
    for column, (fr, ar) in HEADINGS.items():
        if said in {fold(fr), fold(ar), fold(f"{fr} {ar}")}:
            return column
    return None


def presence_of(cell: str) -> Presence | None:
    """Read a mark: ``présent · حاضر``, ``absente``, غائب(ة), ``x``, ``✓``; None where it is none, or two at once."""
    said = cell.strip().replace("\N{VARIATION SELECTOR-16}", "")
    if said in _SIGNS:
        return _SIGNS[said]
    words = [word for word in fold(said).split() if word not in _FILLERS]
    marks = {_BY_WORD.get(word) for word in words}
    return marks.pop() if len(marks) == 1 else None


def key(batch: str, person: str, lines: Iterable[tuple[int, int]]) -> str:
    """Give the key of a person's row: the batch, the person, and a digest of their lines and amounts (centimes)."""
    said = ";".join(f"{line}={amount}" for line, amount in sorted(lines))
    return f"{batch}|{person}|{hashlib.sha256(said.encode()).hexdigest()[:12]}"
