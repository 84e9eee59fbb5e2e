from __future__ import annotations

from datetime import date

import pytest

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Column, Table, Unit, Value
from reinsert_cli.render import cells
from reinsert_cli.render.cells import clean, complete_date, machine, preamble, shown


@pytest.mark.parametrize(
    ("unit", "value", "seen", "read"),
    [
        ("money", 26778801, "267\u00a0788,01", "267788.01"),
        ("money", 89994400, "899\u00a0944,00", "899944.00"),
        ("money", -5, "-0,05", "-0.05"),
        ("money", 0, "0,00", "0.00"),
        ("count", 1234, "1\u00a0234", 1234),
        ("year", 2019, "2019", 2019),
        ("percent", 67, "6,7\u00a0%", 6.7),
        ("percent", -1000, "-100,0\u00a0%", -100.0),
        ("date", "2017-09-28", "28/09/2017", "2017-09-28"),
        ("date", "2017-09", "09/2017", "2017-09"),
        ("date", "2019", "2019", "2019"),
        ("code", "MA-09", "MA-09", "MA-09"),
        ("text", "Aït Baha", "Aït Baha", "Aït Baha"),
        ("term", "unheard_of", "unheard_of", "unheard_of"),
        ("count", "…", "…", None),
        ("money", "…", "…", None),
    ],
)
def test_a_value_is_written_for_readers_and_for_machines(unit: Unit, value: Value, seen: str, read: Value) -> None:
    column = Column("key", "label", unit)
    assert shown(column, value) == seen
    assert machine(column, value) == read


@pytest.mark.parametrize("unit", ["text", "code", "term", "count", "year", "money", "percent", "date"])
def test_the_unknown_is_a_dash_and_never_zero(unit: Unit) -> None:
    column = Column("key", "label", unit)
    assert shown(column, None) == "—"
    assert machine(column, None) is None


def test_figures_follow_the_language() -> None:
    column = Column("amount", "Amount", "money")
    language.use("ar")
    assert shown(column, 123456789) == "1.234.567,89"
    language.use("en")
    assert shown(column, 123456789) == "1,234,567.89"
    assert machine(column, 123456789) == "1234567.89"


@pytest.mark.parametrize(
    ("dirty", "plain"),
    [
        ("\x1b[31mred", "[31mred"),
        ("\x9b2Jcleared", "2Jcleared"),
        ("a\u202eb\u2066c\u200fd\u061ce", "abcde"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("nul\x00bell\x07", "nulbell"),
        ("half \udcff \ufffe", "half \ufffd \ufffd"),
        ("مُحَمَّد", "مُحَمَّد"),
        ("zero\u200cwidth\u200djoiners", "zero\u200cwidth\u200djoiners"),
    ],
)
def test_cleaning_leaves_only_what_can_be_read(dirty: str, plain: str) -> None:
    assert clean(dirty) == plain


def test_only_a_whole_date_is_a_day() -> None:
    assert complete_date("2017-09-28") == date(2017, 9, 28)
    assert [complete_date(text) for text in ("2017-09", "2019", "2017-02-30", "soon", None)] == [None] * 5


def test_the_preamble_names_filters_as_the_columns_do_and_writes_their_dates() -> None:
    filters = {"region": "MA-09", "from": "2019-01-01", "fiscal_year": "2019"}
    table = Table("r", "T", "2026-11-21", filters, (Column("region", "Région", "code"),), ())
    assert list(preamble(table)) == ["As of 21/11/2026", "Région: MA-09", "from: 01/01/2019", "fiscal year: 2019"]


def test_what_a_report_is_grouped_by_is_said_in_the_readers_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "label", str.upper)
    table = Table("survival", "T", "", {"by": "centre", "programme": "centre"}, (), ())
    assert list(preamble(table)) == ["BY: CENTRE", "PROGRAMME: centre"]
