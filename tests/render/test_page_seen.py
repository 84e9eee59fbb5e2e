"""The page as its readers see it: in Chromium, on a phone and on a desk, by day and by night, and on paper."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.render.browser import CHROMIUM, Browser, browsing

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Chart, Table
from reinsert_cli.render.page import page_of

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium")

PHONE, DESK = 390, 1280
AA = 4.5
"""The least contrast of text that WCAG 2.2 asks for (1.4.3)."""

CHARTS = (
    Chart("Remises par région", ("region_name",), ("delivered",), region="region"),
    Chart("Personnes par région", ("region_name",), ("beneficiaries",), region="region"),
)

CONTRASTS = """
(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
  };
  const found = {};
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.textContent.trim() || element.closest("svg, script")) continue;
    const [one, other] = [getComputedStyle(element).color, behind(element)].map(light).sort((a, b) => b - a);
    found[`${element.tagName}.${element.className}`] = (one + 0.05) / (other + 0.05);
  }
  return found;
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("profile")) as found:
        yield found


def written(path: Path, *tables: Table) -> Path:
    path.write_text(page_of(tables), encoding="utf-8")
    return path


def column(browser: Browser, place: int) -> Any:
    return browser.tell(f"[...document.querySelectorAll('tbody tr')].map((row) => row.cells[{place}].innerText)")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("spoken", ["fr", "ar"])
def test_it_fits_and_can_be_read(
    browser: Browser, regions: Table, tmp_path: Path, spoken: str, width: int, dark: bool
) -> None:
    """Nothing runs off the screen but the table, in a box of its own; every word stands out from what is behind it."""
    with language.speaking(spoken):
        page = written(tmp_path / "page.html", replace(regions, charts=CHARTS))
    browser.open(page, width, dark=dark)
    assert browser.tell("document.documentElement.scrollWidth") == width
    for box in (".key div", ".picture", ".map svg", ".bars svg", ".scroll", "h1"):
        left, right = browser.tell(
            f"(() => {{ const box = document.querySelector('{box}').getBoundingClientRect();"
            " return [box.left, box.right]; })()"
        )
        assert 0 <= left < right <= width, box
    faint = {name: contrast for name, contrast in browser.tell(CONTRASTS).items() if contrast < AA}
    assert not faint
    browser.picture(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000
    assert not browser.complaints()


def test_day_and_night_differ(browser: Browser, regions: Table, tmp_path: Path) -> None:
    page = written(tmp_path / "page.html", regions)
    grounds = []
    for dark in (False, True):
        browser.open(page, DESK, dark=dark)
        grounds.append(browser.tell("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(244, 242, 236)", "rgb(16, 22, 26)"]


@pytest.mark.parametrize(("spoken", "side"), [("fr", "left"), ("ar", "right")])
def test_bars_begin_where_reading_does(
    browser: Browser, regions: Table, tmp_path: Path, spoken: str, side: str
) -> None:
    """All from one line, the longest to the end, whatever the figure beside it."""
    with language.speaking(spoken):
        page = written(tmp_path / "page.html", replace(regions, charts=CHARTS[1:]))
    browser.open(page, DESK)
    ends = browser.tell(
        f"[...document.querySelectorAll('.bars rect')].map((bar) => Math.round(bar.getBoundingClientRect().{side}))"
    )
    lengths = browser.tell(
        "[...document.querySelectorAll('.bars rect')].map((bar) => bar.getBoundingClientRect().width)"
    )
    assert len(ends) == 2
    assert len(set(ends)) == 1
    assert lengths[0] > 20 * lengths[1]


def test_rows_are_sorted_by_a_click_or_a_key(browser: Browser, regions: Table, tmp_path: Path) -> None:
    """Figures first from the largest, by their value and not their letters; what is unknown stays last."""
    rows = [
        {"region": code, "delivered": amount, "held_on": day}
        for code, amount, day in (("b", 900, "2017-09"), ("a", 10_000, None), ("c", None, "2016"), ("d", -5, "2017-10"))
    ]
    browser.open(written(tmp_path / "page.html", replace(regions, rows=tuple(rows))), DESK)
    place = [column.key for column in regions.columns].index("delivered")
    heading = f"document.querySelectorAll('thead th')[{place}]"
    browser.tell(f"{heading}.click()")
    assert column(browser, 0) == ["a", "b", "d", "c"]
    assert browser.tell(f"{heading}.ariaSort") == "descending"
    browser.tell(f"{heading}.querySelector('button').click()")
    assert column(browser, 0) == ["d", "b", "a", "c"]
    browser.tell("document.querySelectorAll('thead th')[0].querySelector('button').focus()")
    for kind in ("keyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r", windowsVirtualKeyCode=13)
    assert column(browser, 0) == ["a", "b", "c", "d"]
    assert browser.tell(f"{heading}.ariaSort") is None
    browser.tell("document.querySelectorAll('thead th')[6].click()")
    assert column(browser, 0) == ["c", "b", "d", "a"]
    assert column(browser, 6) == ["2016", "09/2017", "10/2017", "—"]
    assert browser.tell("document.querySelector('tfoot').innerText").startswith("Total")
    assert browser.tell("document.querySelector('thead button').ariaLabel") == "Sort by this column (Région)"


def test_it_says_the_same_without_its_script(browser: Browser, regions: Table, tmp_path: Path) -> None:
    page = written(tmp_path / "page.html", replace(regions, charts=CHARTS))
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page, DESK)
        assert column(browser, 0) == ["MA-09", "MA-03"]
        assert browser.tell("document.querySelectorAll('button').length") == 0
    finally:
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_a_stranger_s_words_do_nothing(browser: Browser, regions: Table, tmp_path: Path) -> None:
    words = "</script></style><img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    row = {**regions.rows[0], "region_name": words + 80 * "x", "delivered": 10**16}
    table = replace(regions, rows=(row, row), totals=row, title="Titre", notes=(words,), charts=CHARTS)
    browser.open(written(tmp_path / "page.html", table), PHONE)
    assert browser.tell("document.title") == "Titre"
    assert browser.tell("document.querySelectorAll('img').length") == 0
    assert browser.tell("document.documentElement.scrollWidth") == PHONE
    assert column(browser, 1) == 2 * [row["region_name"]]


def test_what_others_would_slip_in_is_refused(browser: Browser, regions: Table, tmp_path: Path) -> None:
    """Even where somebody alters the file by a script of their own, the page's policy does not run it."""
    page = tmp_path / "page.html"
    page.write_text(page_of([regions]).replace("</body>", "<script>document.title='owned'</script></body>"), "utf-8")
    browser.open(page, DESK)
    assert browser.tell("document.title") == regions.title
    assert any("Content Security Policy" in complaint for complaint in browser.complaints())


def test_on_paper(browser: Browser, regions: Table, tmp_path: Path) -> None:
    """A4 across, pages numbered, headings again on each of them, none of the buttons."""
    rows = tuple({**regions.rows[0], "region": f"R-{number}"} for number in range(80))
    browser.open(written(tmp_path / "page.html", replace(regions, rows=rows, charts=CHARTS[:0])), DESK, dark=True)
    (tmp_path / "page.pdf").write_bytes(browser.printed())
    told = subprocess.run(["pdfinfo", tmp_path / "page.pdf"], capture_output=True, text=True, check=True).stdout
    pages = int(told.partition("Pages:")[2].split()[0])
    assert pages > 1
    assert "841.92 x 594.96" in told or "A4" in told
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    for number, sheet in enumerate(text.split("\f")[:pages], 1):
        assert f"{number}/{pages}" in sheet.replace(" ", "")
        assert ("Nom de la région" in sheet) == ("R-" in sheet)
        assert "↕" not in sheet
    assert all(f"R-{number} " in text for number in range(80))
