"""The page as it is written: all that the table says, nothing that a stranger could make of it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import pytest
from tests.render.markup import Element, parsed

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Chart, Column, Row, Table
from reinsert_cli.domain.territories import regions as known_regions
from reinsert_cli.render.cells import shown
from reinsert_cli.render.page import page_of
from reinsert_cli.render.page.morocco import map_of
from reinsert_cli.render.page.pictures import FULL, MOST_BARS, Picture, pictures

MONEY = Column("amount", "Montant", "money")
CHART = Chart("Montants", ("name",), ("amount",))
ON_MAP = Chart("Remises", ("region_name",), ("delivered",), region="region")
NASTY = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "<!-- ]]> &lt;",
)


def table_of(*rows: Row, columns: tuple[Column, ...] = (MONEY,), chart: Chart = CHART) -> Table:
    return Table("r", "Titre", "2026-11-21", {}, (Column("name", "Nom", "text"), *columns), rows, charts=(chart,))


def picture_of(table: Table) -> Picture:
    (picture,) = pictures(table)
    return picture


def cells(page: Element) -> list[list[str]]:
    return [[cell.text for cell in row.children] for row in page.all("tr")]


def test_every_word_and_figure_of_the_table(regions: Table) -> None:
    page = parsed(page_of([regions]))
    heading, *rows, foot = cells(page)
    assert heading == [column.label for column in regions.columns]
    assert rows == [[shown(column, row[column.key]) for column in regions.columns] for row in regions.rows]
    assert foot == ["Total", "", "1\u00a0241", "—", "267\u00a0787,51", "", "", ""]
    for words in (regions.title, "As of 21/11/2026", "Région: MA-09", *regions.notes):
        assert words in page.text


def test_what_the_columns_mean_is_there_for_whoever_asks(regions: Table) -> None:
    page = parsed(page_of([regions]))
    (folded,) = page.all("details")
    assert "open" not in folded.attributes
    words = [element.text for element in folded.all("dt")]
    assert len(words) == len(folded.all("dd"))
    assert {"People", "Montant remis"} <= set(words)
    assert not parsed(page_of([table_of()])).all("details")


def test_figures_and_dates_carry_what_a_program_reads(regions: Table) -> None:
    page = parsed(page_of([regions]))
    marks = [element.attributes["value"] for element in page.all("data")]
    assert marks == ["1234", "0", "267788.01", "6.7", "7", "-0.50"]
    assert [element.attributes["datetime"] for element in page.all("time")] == ["2017-09-28", "2017-09"]


def test_nothing_stands_before_the_page(regions: Table) -> None:
    """A browser that finds anything before the doctype lays the page out by the rules of 1998."""
    assert page_of([regions]).startswith("<!doctype html>\n<html")


def test_it_can_be_read_by_ear_and_by_keyboard(regions: Table) -> None:
    """One title, a caption, every heading's scope, a link past the pictures, and no name that leads nowhere."""
    page = parsed(page_of([regions, replace(regions, title="Encore")]))
    everything = page.every()
    names = [element.attributes["id"] for element in everything if "id" in element.attributes]
    assert len(names) == len(set(names))
    for element in everything:
        assert (element.attributes.get("aria-labelledby") or names[0]) in names
        assert (element.attributes.get("href") or f"#{names[0]}").removeprefix("#") in names
    assert [element.text for element in page.all("h1")] == [regions.title]
    assert [element.text for element in page.all("h2")] == ["Encore"]
    assert [element.text for element in page.all("caption")] == [f"{regions.title} · 2 rows", "Encore · 2 rows"]
    assert len(page.all("th", scope="col")) == 2 * len(regions.columns)
    assert [element.text for element in page.all("th", scope="row")] == 2 * ["MA-09", "MA-03"]
    assert [element.attributes["href"] for element in page.all("a")] == ["#table-1"]
    (html,) = page.all("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == ("fr", "ltr")


def test_arabic_runs_from_the_right(regions_in_arabic: Table) -> None:
    with language.speaking("ar"):
        page = parsed(page_of([regions_in_arabic]))
    (html,) = page.all("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == ("ar", "rtl")
    assert "267.788,01" in page.text


def test_nothing_runs_or_loads_but_the_page_itself(regions: Table) -> None:
    """The policy names the one style and the one script by what is in them; no attribute fetches, styles or acts."""
    page = parsed(page_of([replace(regions, charts=(ON_MAP,))]))
    (policy,) = page.all("meta", content="default-src")
    (style,), (script,) = page.all("style"), page.all("script")
    hashes = [f"'sha256-{b64encode(sha256(one.text.encode()).digest()).decode()}'" for one in (style, script)]
    assert policy.attributes["content"] == (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src {hashes[0]}; script-src {hashes[1]}"
    )
    assert not re.findall(r"https?:|//\w|@import|url\((?!#)", page_of([regions]))
    for element in page.every():
        assert not [name for name in element.attributes if name.startswith("on") or name in {"src", "style", "srcset"}]
        assert (element.attributes.get("href") or "#").startswith("#")


@pytest.mark.parametrize("words", NASTY)
def test_words_stay_words(words: str) -> None:
    """In a cell, a heading, a title, a filter, a note, a bar: shown to the letter, obeyed nowhere."""
    row = {"name": words, "amount": 100}
    table = replace(
        table_of(row, row, columns=(replace(MONEY, label=words),), chart=replace(CHART, title=words)),
        title=words, notes=(words,), filters={"name": words},
    )  # fmt: skip
    page = parsed(page_of([table]))
    tame = parsed(page_of([table_of({"name": "a", "amount": 100}, {"name": "b", "amount": 100})]))
    assert page.text.count(words) >= 10
    assert {element.tag for element in page.every()} <= {element.tag for element in tame.every()} | {"ul", "li"}
    assert len(page.all("script")) == 1


def test_marks_that_turn_the_line_round_are_gone(hostile: Table) -> None:
    page = page_of([hostile])
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert "=1+1 [bold]x[/bold]" in page


def test_the_same_tables_give_the_same_page(regions: Table, mixed: Table) -> None:
    assert page_of([regions, mixed]) == page_of([regions, mixed])


def test_nothing_to_show(nobody: Table) -> None:
    page = parsed(page_of([nobody]))
    assert "Nothing to show for these filters." in page.text
    assert not page.all("table")
    assert not page.all("a")


def test_totals_that_matter_most_stand_first(regions: Table) -> None:
    """Known figures alone, those a narrow terminal keeps first."""
    key = parsed(page_of([regions])).all("dl")[0]
    assert [element.text for element in key.all("div")] == ["Bénéficiaires1\u00a0241", "Montant remis267\u00a0787,51"]


def test_bars_are_as_long_as_their_figures() -> None:
    columns = (MONEY, Column("rest", "Reste", "money"))
    chart = replace(CHART, of=("amount", "rest"))
    rows = ({"name": "a", "amount": 3000, "rest": 1000}, {"name": "b", "amount": 2000, "rest": None})
    first, second = picture_of(table_of(*rows, columns=columns, chart=chart)).bars
    assert [(part.start, part.length, part.text) for part in first.parts] == [
        (0, 750, "Montant 30,00"),
        (750, 250, "Reste 10,00"),
    ]
    assert [(part.start, part.length) for part in second.parts] == [(0, 500)]
    assert (first.text, second.text) == ("40,00", "20,00")


def test_a_figure_keeps_its_colour_where_another_is_left_out() -> None:
    columns = (MONEY, Column("rest", "Reste", "money"))
    rows = ({"name": "a", "amount": 0, "rest": 1}, {"name": "b", "amount": None, "rest": 2})
    picture = picture_of(table_of(*rows, columns=columns, chart=replace(CHART, of=("amount", "rest"))))
    assert picture.figures == {1: "Reste"}
    assert {part.figure for bar in picture.bars for part in bar.parts} == {1}


@pytest.mark.parametrize(("value", "text"), [("…", "…"), (None, "—"), (-500, "-5,00"), (0, "0,00")])
def test_what_is_masked_unknown_or_below_zero_has_no_bar(value: str | int | None, text: str) -> None:
    _known, other = picture_of(table_of({"name": "a", "amount": 900}, {"name": "b", "amount": value})).bars
    assert (other.parts, other.text) == ((), text)


def test_a_mask_is_not_given_away_by_the_other_parts() -> None:
    columns = (MONEY, Column("rest", "Reste", "money"))
    rows = ({"name": "a", "amount": 1, "rest": "…"}, {"name": "b", "amount": 9, "rest": 9})
    first, _second = picture_of(table_of(*rows, columns=columns, chart=replace(CHART, of=("amount", "rest")))).bars
    assert (first.parts, first.text) == ((), "…")


def test_the_smallest_figure_can_be_seen() -> None:
    _first, second = picture_of(table_of({"name": "a", "amount": 10**9}, {"name": "b", "amount": 1})).bars
    assert 0 < second.parts[0].length < FULL // 100


def test_too_many_rows_for_bars() -> None:
    """The largest are drawn, in the table's order, and the page says so."""
    table = table_of(*({"name": str(number), "amount": number} for number in range(1, MOST_BARS + 3)))
    assert [bar.name for bar in picture_of(table).bars] == [str(number) for number in range(3, MOST_BARS + 3)]
    assert "Only the largest are drawn" in parsed(page_of([table])).text


@pytest.mark.parametrize("rows", [(), ({"name": "a", "amount": 5},), ({"name": "a"}, {"name": "b", "amount": 0})])
def test_nothing_to_compare_no_picture(rows: tuple[Row, ...]) -> None:
    assert pictures(table_of(*rows)) == ()


def test_the_map(regions: Table) -> None:
    """Twelve regions, each by its number; a shade and its meaning where there is a figure, hatched where there is none.

    The names and figures stand as text beside it.
    """
    page = parsed(page_of([replace(regions, charts=(ON_MAP,))]))
    drawn = {element.attributes["href"]: element for element in page.all("use")}
    assert list(drawn) == [f"#{region.code}" for region in known_regions()]
    assert drawn["#MA-09"].text == "9 Souss-Massa · 267\u00a0788,01"
    assert "shade-3" in (drawn["#MA-09"].attributes["class"] or "")
    assert "bare" in (drawn["#MA-12"].attributes["class"] or "")
    assert [element.text for element in page.all("text")] == [str(number) for number in range(1, 13)]
    (legend,) = page.all("div", class_="map")[0].all("ul")
    assert legend.text.split("\n")[1:-1] == [
        "up to 80\u00a0000", "up to 160\u00a0000", "up to 240\u00a0000", "up to 320\u00a0000", "no figure",
    ]  # fmt: skip
    absent = page.all("ul", class_="places")[0]
    assert len(absent.all("li")) == 10
    assert "12Dakhla-Oued Ed-Dahab" in absent.text
    assert "© 2020 AndamAmine" in page.all("footer")[0].text


def test_regions_that_are_on_no_map(regions: Table) -> None:
    rows = ({**regions.rows[0], "region": None}, {**regions.rows[1], "region": "ailleurs", "delivered": 500})
    page = parsed(page_of([replace(regions, rows=rows, charts=(ON_MAP,))]))
    assert len(page.all("ul", class_="places")[0].all("li")) == 12


@pytest.mark.parametrize(
    ("unit", "largest", "bounds"),
    [
        ("count", 0, ["1"]),
        ("count", 3, ["1", "2", "3"]),
        ("count", 57, ["20", "40", "60"]),
        ("count", 100, ["30", "60", "90", "120"]),
        ("money", 40, ["1"]),
        ("money", 106_246_265, ["300\u00a0000", "600\u00a0000", "900\u00a0000", "1\u00a0200\u00a0000"]),
    ],
)
def test_what_each_shade_means(unit: str, largest: int, bounds: list[str]) -> None:
    """At most four round steps; the largest figure has the last shade."""
    shaded = map_of({"MA-01": largest, "MA-02": 0, "MA-03": "…"}, Column("n", "N", unit))  # type: ignore[arg-type]
    assert [text.removeprefix("up to ") for text in shaded.shades] == bounds
    assert [place.shade for place in shaded.places[:3]] == [len(bounds) - 1, 0, None]


def test_outlines_are_small_and_of_every_region() -> None:
    text = files("reinsert_cli.render.page").joinpath("morocco.csv").read_text("utf-8")
    assert len(text) < 40_000
    codes = [line.partition(",")[0] for line in text.splitlines()[1:]]
    assert codes == [region.code for region in known_regions()]


def _light(colour: str) -> float:
    """Give the relative luminance of ``#rgb`` or ``#rrggbb``, as WCAG defines it."""
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "paper"])
def test_bars_and_outlines_stand_out_from_what_is_behind_them(scheme: int) -> None:
    """At least 3 to 1 (WCAG 2.2, 1.4.11); each shade of the map is told from the next."""
    style = files("reinsert_cli.render.page").joinpath("page.css").read_text("utf-8")
    schemes = [dict(re.findall(r"--([\w-]+): #(\w+);", root)) for root in re.findall(r":root \{(.*?)\}", style, re.S)]
    lights = {name: _light(colour) for name, colour in schemes[scheme].items()}

    def contrast(one: str, other: str) -> float:
        least, most = sorted((lights[one], lights[other]))
        return (most + 0.05) / (least + 0.05)

    for drawn in ("part-0", "part-1", "part-2", "part-3", "edge"):
        assert contrast(drawn, "paper") >= 3, drawn
    for shade in range(3):
        assert contrast(f"shade-{shade}", f"shade-{shade + 1}") >= 1.4, shade
