from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

import pytest
from rich.cells import cell_len
from rich.console import Console

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.render.terminal import broken, folded, print_table
from reinsert_cli.render.text import as_plain

LRM = "\N{LEFT-TO-RIGHT MARK}"


def on_screen(table: Table, width: int, *, colour: bool = False) -> str:
    """Give what a terminal of ``width`` cells shows, without the spaces at the ends of its lines."""
    system: Literal["truecolor"] | None = "truecolor" if colour else None
    console = Console(width=width, height=50, force_terminal=True, color_system=system, _environ={})
    with console.capture() as capture:
        print_table(table, console)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def test_at_120_columns_everything_is_shown(regions: Table) -> None:
    assert (
        on_screen(regions, 120)
        == """\
Remises par région
As of 21/11/2026
Région: MA-09
programme: P-1

                                                                  Personnes
                                                                         en
                                                                  situation
                                                                         de     Montant       Taux
Région  Nom de la région                           Bénéficiaires   handicap       remis  d'abandon  Tenu le     Base
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
MA-09   Souss-Massa, province de Chtouka-Aït Baha          1 234          0  267 788,01      6,7 %  28/09/2017  recorded
MA-03   Fès-Meknès                                             7          —       -0,50          —  09/2017     declared
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Total                                                      1 241          —  267 787,51

Un lot sans lignes compte sa déclaration retenue.
"""
    )


def test_at_80_columns_the_highest_rank_is_left_out_and_named(regions: Table) -> None:
    assert (
        on_screen(regions, 80)
        == """\
Remises par région
As of 21/11/2026
Région: MA-09
programme: P-1

        Nom de la                       Montant       Taux
Région  région        Bénéficiaires       remis  d'abandon  Tenu le     Base
────────────────────────────────────────────────────────────────────────────────
MA-09   Souss-Massa,          1 234  267 788,01      6,7 %  28/09/2017  recorded
        province de
        Chtouka-Aït
        Baha
MA-03   Fès-Meknès                7       -0,50          —  09/2017     declared
────────────────────────────────────────────────────────────────────────────────
Total                         1 241  267 787,51
Not shown here: Personnes en situation de handicap. Widen the window, or use
--format csv.

Un lot sans lignes compte sa déclaration retenue.
"""
    )


def test_at_60_columns_more_is_left_out_and_figures_stay_whole(regions: Table) -> None:
    assert (
        on_screen(regions, 60)
        == """\
Remises par région
As of 21/11/2026
Région: MA-09
programme: P-1

        Nom de la                        Montant
Région  région         Bénéficiaires       remis  Tenu le
────────────────────────────────────────────────────────────
MA-09   Souss-Massa,           1 234  267 788,01  28/09/2017
        province de
        Chtouka-Aït
        Baha
MA-03   Fès-Meknès                 7       -0,50  09/2017
────────────────────────────────────────────────────────────
Total                          1 241  267 787,51
Not shown here: Personnes en situation de handicap, Taux
d'abandon, Base. Widen the window, or use --format csv.

Un lot sans lignes compte sa déclaration retenue.
"""
    )


def test_at_30_columns_each_row_is_a_block_and_nothing_is_left_out(regions: Table) -> None:
    assert (
        on_screen(regions, 30)
        == """\
Remises par région
As of 21/11/2026
Région: MA-09
programme: P-1

Région           MA-09
Nom de la        Souss-Massa,
région           province de
                 Chtouka-Aït
                 Baha
Bénéficiaires    1 234
Personnes en     0
situation de
handicap
Montant remis    267 788,01
Taux d'abandon   6,7 %
Tenu le          28/09/2017
Base             recorded

Région           MA-03
Nom de la        Fès-Meknès
région
Bénéficiaires    7
Personnes en     —
situation de
handicap
Montant remis    -0,50
Taux d'abandon   —
Tenu le          09/2017
Base             declared

Région           Total
Bénéficiaires    1 241
Personnes en     —
situation de
handicap
Montant remis    267 787,51

Un lot sans lignes compte sa
déclaration retenue.
"""
    )


def test_piped_there_is_no_box_no_colour_and_no_cut(regions: Table) -> None:
    console = Console(width=20, force_terminal=False, _environ={})
    with console.capture() as capture:
        print_table(regions, console)
    assert capture.get() == as_plain(regions)


def test_in_arabic_text_stays_in_logical_order_and_marks_take_no_room(regions_in_arabic: Table) -> None:
    language.use("ar")
    seen = on_screen(regions_in_arabic, 60)
    assert (
        seen.replace(LRM, "")
        == """\
التسليمات حسب الجهة
As of 21/11/2026

الجهة  اسم الجهة  المبلغ المسلم
───────────────────────────────
MA-09  سوس ماسة      267.788,01
MA-03  مُحَمَّد                7,00
───────────────────────────────
Total                267.795,01
"""
    )
    assert {cell_len(line) for line in seen.splitlines()[3:]} == {31}


def test_a_mark_before_each_cell_keeps_it_in_its_column_where_a_terminal_turns_arabic_round(
    regions: Table, regions_in_arabic: Table
) -> None:
    """Headings in Arabic are one run of letters otherwise, shown from right to left over columns that are not."""
    language.use("ar")
    lines = on_screen(regions_in_arabic, 60).splitlines()
    assert lines[3] == f"{LRM}الجهة  {LRM}اسم الجهة  {LRM}المبلغ المسلم"
    assert lines[5] == f"{LRM}MA-09  {LRM}سوس ماسة   {LRM}   267.788,01"
    assert lines[8] == "Total                267.795,01"
    blocks = on_screen(regions_in_arabic, 24).splitlines()
    assert f"{LRM}اسم الجهة     {LRM}سوس ماسة" in blocks
    language.use("fr")
    assert LRM not in on_screen(regions, 80)


def test_a_row_that_stands_alone_hides_nothing(regions: Table) -> None:
    """Whoever asks for one thing sees all of it, and no total that repeats it."""
    one = replace(regions, rows=regions.rows[:1], totals={"beneficiaries": 1234})
    seen = on_screen(one, 80)
    assert "Not shown here" not in seen
    assert "Personnes en situation de handicap  0\n" in seen
    assert "Total" not in seen
    assert seen.count("1 234") == 1
    assert "Total" in on_screen(one, 140)


def test_title_and_totals_are_bold_the_rest_of_the_frame_is_dim(regions: Table) -> None:
    seen = on_screen(regions, 140, colour=True)
    assert "\x1b[1mRemises par région\x1b[0m" in seen
    assert "\x1b[2mRégion: MA-09\x1b[0m" in seen
    assert "\x1b[1mTotal" in seen


def test_what_strangers_wrote_commands_nothing(hostile: Table) -> None:
    seen = on_screen(hostile, 80)
    assert (
        seen
        == """\
Personnes
As of 21/11/2026
Nom: ]0;owned[31m=1+1 [bold]x[/bold] :smile:2J

Nom                                        Montant
──────────────────────────────────────────────────
]0;owned[31m=1+1 [bold]x[/bold] :smile:2J    -1,00
a|b c <script> *d* `e` [f](g)                    —
"""
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", seen)


def test_an_empty_table_is_a_title_and_one_sentence(nobody: Table) -> None:
    assert (
        on_screen(nobody, 80)
        == """\
Remises par région
As of 21/11/2026

Nothing to show for these filters.
"""
    )


@pytest.mark.parametrize("width", range(16, 200, 7))
def test_figures_are_whole_and_lines_fit_at_any_width(regions: Table, width: int) -> None:
    seen = on_screen(regions, width)
    assert max(map(cell_len, seen.splitlines())) <= width
    if width >= 30:
        assert "267 788,01" in seen
        assert "1 234" in seen


def test_the_last_of_equal_ranks_goes_first() -> None:
    columns = tuple(Column(name, name * 10, "code", rank) for name, rank in (("a", 0), ("b", 1), ("c", 1)))
    table = Table("r", "T", "2026-11-21", {}, columns, ({"a": "a", "b": "b", "c": "c"},) * 2)
    assert "Not shown here: cccccccccc." in on_screen(table, 25).replace("\n", " ")
    assert "Not shown here: bbbbbbbbbb, cccccccccc." in on_screen(table, 21).replace("\n", " ")


def test_a_word_longer_than_its_column_is_folded_not_cut(regions: Table) -> None:
    word = "X" * 50
    table = replace(regions, columns=regions.columns[:3], rows=({"region": "MA-09", "region_name": word},))
    seen = on_screen(table, 60)
    assert seen.count("X") == 50


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Souss-Massa, province", 12, ["Souss-Massa,", "province"]),
        ("préfecture", 4, ["préf", "ectu", "re"]),
        ("a  b", 4, ["a  b"]),
        ("", 5, [""]),
        ("267\u00a0788,01 DH", 10, ["267\u00a0788,01", "DH"]),
    ],
)
def test_text_breaks_between_words_where_it_can(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width) == lines


def test_a_sentence_breaks_between_words_and_leaves_a_command_whole() -> None:
    """An amount or a command cut in two by the edge of the window can be neither read nor copied."""
    sentence = "Marquez-les, par exemple avec « reinsert batch receipts D1 --others present »."
    assert broken(sentence, 60).splitlines() == [
        "Marquez-les, par exemple avec",
        "« reinsert batch receipts D1 --others present ».",
    ]
    assert broken("  présents : 22", 60) == "  présents : 22"
    assert broken("il reste 545\N{NO-BREAK SPACE}381,93 DH", 20).splitlines() == ["il reste", "545 381,93 DH"]
    assert broken("  G12 — Le montant est en deux devises.", 22).splitlines() == [
        "  G12 — Le montant", "    est en deux", "    devises.",
    ]  # fmt: skip
    assert broken("importé — 36 lignes, 545\N{NO-BREAK SPACE}381,93 DH", 26).splitlines()[-1] == "545 381,93 DH"
