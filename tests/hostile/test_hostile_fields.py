"""Whatever is typed, wherever: kept as it was typed, or refused in a sentence; nothing unforeseen."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Final

import pytest
from tests.hostile.conftest import IS_LONG
from tests.hostile.doors import DOORS, ODD
from tests.hostile.looking import check_plain
from tests.hostile.payloads import PAYLOADS
from tests.support import Answer, Run, kept, opened, put, write_xlsx

TYPED: Final = {name: text.replace("\x00", "") for name, text in chain(PAYLOADS.items(), ODD.items())}
EVERYWHERE: Final = ("format_string", "superscript") if IS_LONG else ()
PARTS: Final = 4
"""Into how many tests the doors are parted, for several processes."""
EACH: Final = len(TYPED) if IS_LONG else 1
"""How many texts are typed at each door; the next door goes on with the next."""

COLUMNS: Final = ("N° dossier", "Nom", "Prénom", "الاسم الكامل بالعربية", "Téléphone", "Activité", "Article",
                  "Fournisseur", "Facture", "N° série")  # fmt: skip


@pytest.fixture
def places(filled: Path, run: Run, people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What stands for the words in braces."""
    monkeypatch.chdir(tmp_path)
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "500 DH", "--source", "x")
    text = tmp_path / "l.csv"
    text.write_text("Nom;CIN;Montant\nA B;ZZ1;5\n", encoding="utf-8")
    for name in ("ledgers", "made", "packs", "papers", "backups", "returns"):
        (tmp_path / name).mkdir()
    project = run("batch", "show", "b1", "--format", "json").json["lines"][0]["project"]
    return {"{project}": project, "{folder}": str(tmp_path), "{list}": str(people), "{text}": str(text)}


def said(word: str, places: dict[str, str], text: str) -> str:
    for name, place in places.items():
        word = word.replace(name, place)
    return word.replace("{}", text)


def check(door: str, answer: Answer) -> None:
    """A status that is foreseen, a sentence or two, and nothing that commands a terminal."""
    assert answer.status in ((0, 1, 2, 3, 4, 5) if door == "ledger" else (0, 1, 2, 3, 4)), answer.err
    assert "unforeseen" not in answer.err
    check_plain(answer.out + answer.err)
    if answer.status > 1:
        assert "Usage" in answer.out or 1 <= len(answer.err.strip().split("\n")) <= 4, answer.err


def is_kept(ledger: Path, place: str, text: str) -> bool:
    """Tell whether the ledger has a text, but for how its words are spaced; a name, in whatever alphabet it is."""
    table, column = place.split(".")
    if column.startswith("name_") and table == "identity":
        column = "coalesce(name_latin, name_arabic)"
    with opened(ledger) as database:
        kept = [str(one) for (one,) in database.execute(f"SELECT {column} FROM {table}")]
    return " ".join(text.split()) in {" ".join(one.split()) for one in kept}


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_is_typed(filled: Path, run: Run, places: dict[str, str], part: int) -> None:
    before, names = kept(filled), list(TYPED)
    for number, (door, command) in enumerate(DOORS.items()):
        if number % PARTS != part:
            continue
        for name in dict.fromkeys([names[(number * 7 + turn) % len(names)] for turn in range(EACH)] + list(EVERYWHERE)):
            answer = run(*(said(word, places, TYPED[name]) for word in command), status=None)
            check(door, answer)
            if answer.status == 0 and "." in door and TYPED[name].strip():
                assert is_kept(filled, door, TYPED[name]), (door, name)
            if kept(filled) != before:
                put(filled, before)


def test_whatever_a_centre_types(planned: Path, run: Run, tmp_path: Path) -> None:
    """Each text in every column that takes one: its row is taken or refused, what is taken stands there."""
    texts = [text for name, text in PAYLOADS.items() if not set(text) & set("\x00\x1b\x07\x08\x0b\x0c\x1c\ufffe\uffff")]
    rows = [(*COLUMNS, "CIN", "Nature de l'appui", "Montant (DH)")]
    rows += [
        (*([text[:5000]] * len(COLUMNS)), f"ZZ{7000 + number}", "équipement", "5") for number, text in enumerate(texts)
    ]
    path = write_xlsx(tmp_path / "liste.xlsx", rows)
    answer = run("import", path, "--as", "distributions", "--batch", "b1", "--envelope", "env", "--accept-valid",
                 "--format", "json", "--returns", tmp_path / "out", status=None)  # fmt: skip
    check("file", answer)
    (file,) = answer.json["files"]
    assert sum(file["outcomes"].values()) == len(texts)
    assert file["outcomes"]["new"] >= len(texts) // 2
    for place in ("project.activity", "batch_line.label", "identity.file_number"):
        assert all(is_kept(planned, place, PAYLOADS[name]) for name in ("formula_at", "sql", "html", "path", "percent"))
