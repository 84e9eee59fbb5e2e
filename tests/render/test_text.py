# ruff: noqa: E501  (tables as wide as they come)
from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.render.formats import FORMATS, text_of
from reinsert_cli.render.text import as_csv, as_json, as_markdown, as_plain


def one_text(text: str) -> Table:
    return Table("r", "T", "2026-11-21", {}, (Column("name", "Nom", "text"),), ({"name": text},))


def test_plain_text_shows_every_column_on_lines_as_long_as_they_need(regions: Table) -> None:
    seen = as_plain(regions)
    assert (
        seen
        == """\
Remises par région
As of 21/11/2026
Région: MA-09
programme: P-1

Région  Nom de la région                           Bénéficiaires  Personnes en situation de handicap  Montant remis  Taux d'abandon  Tenu le     Base
------  -----------------------------------------  -------------  ----------------------------------  -------------  --------------  ----------  --------
MA-09   Souss-Massa, province de Chtouka-Aït Baha          1 234                                   0     267 788,01           6,7 %  28/09/2017  recorded
MA-03   Fès-Meknès                                             7                                   —          -0,50               —  09/2017     declared
------  -----------------------------------------  -------------  ----------------------------------  -------------  --------------  ----------  --------
Total                                                      1 241                                   —     267 787,51

Un lot sans lignes compte sa déclaration retenue.
"""
    )
    assert "\u00a0" not in seen


def test_plain_text_in_arabic_is_aligned_by_cells(regions_in_arabic: Table) -> None:
    language.use("ar")
    assert (
        as_plain(regions_in_arabic)
        == """\
التسليمات حسب الجهة
As of 21/11/2026

الجهة  اسم الجهة  المبلغ المسلم
-----  ---------  -------------
MA-09  سوس ماسة      267.788,01
MA-03  مُحَمَّد                7,00
-----  ---------  -------------
Total                267.795,01
"""
    )


def test_json_has_exactly_the_keys_of_its_contract(regions: Table) -> None:
    answer = json.loads(as_json(regions))
    assert list(answer) == ["report", "title", "as_of", "filters", "columns", "rows", "totals", "notes"]
    assert answer["columns"][4] == {"key": "delivered", "label": "Montant remis", "unit": "money"}
    assert answer["filters"] == {"region": "MA-09", "programme": "P-1"}
    assert answer["rows"][1] == {
        "region": "MA-03",
        "region_name": "Fès-Meknès",
        "beneficiaries": 7,
        "disabled": None,
        "delivered": "-0.50",
        "rate": None,
        "held_on": "2017-09",
        "basis": "declared",
    }
    assert answer["totals"] == {"beneficiaries": 1241, "disabled": None, "delivered": "267787.51"}
    assert answer["notes"] == ["Un lot sans lignes compte sa déclaration retenue."]


def test_json_is_readable_and_does_not_depend_on_the_language(regions: Table) -> None:
    text = as_json(regions)
    assert '  "title": "Remises par région",\n' in text
    assert '      "rate": 6.7,\n' in text
    assert text.endswith("}\n")
    language.use("ar")
    assert as_json(regions) == text


@pytest.mark.parametrize("name", ["regions", "hostile", "nobody", "mixed"])
def test_json_is_set_as_any_indented_json(request: pytest.FixtureRequest, name: str) -> None:
    text = as_json(request.getfixturevalue(name))
    plain = json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert text == plain or len(text) > len(plain)  # what a terminal would obey is written as an escape
    assert text.count("\n") == plain.count("\n")


def test_json_keeps_hostile_text_exact_but_harmless_to_look_at(hostile: Table) -> None:
    text = as_json(hostile)
    assert not any(mark in text for mark in "\x1b\x9b\x07\u202e\x00")
    assert json.loads(text)["rows"][0]["name"] == hostile.rows[0]["name"]


def test_csv_is_keys_then_machine_values_without_totals(regions: Table) -> None:
    assert (
        as_csv(regions)
        == """\
region,region_name,beneficiaries,disabled,delivered,rate,held_on,basis
MA-09,"Souss-Massa, province de Chtouka-Aït Baha",1234,0,267788.01,6.7,2017-09-28,recorded
MA-03,Fès-Meknès,7,,-0.50,,2017-09,declared
"""
    )


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("=1+1", "'=1+1"),
        ("+212", "'+212"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("\x00=1+1", "'=1+1"),
        ("\u202e=1+1", "'=1+1"),
        ("\tx", "'\tx"),
        ("\rx", "'\nx"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\t=1", "'\t'=1"),
        ("＝1+1", "'＝1+1"),
        ("a;=1+1", "a;'=1+1"),
        ("a\n=1+1", "a\n'=1+1"),
        ('"quoted", and comma', '"quoted", and comma'),
        ("a=b", "a=b"),
        ("Aït-Baha", "Aït-Baha"),
        ("", ""),
    ],
)
def test_csv_text_never_begins_a_formula(text: str, field: str) -> None:
    assert list(csv.reader(io.StringIO(as_csv(one_text(text)), newline="")))[1] == [field]


def test_csv_figures_are_never_given_an_apostrophe(hostile: Table) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(hostile), newline="")))
    assert [row["amount"] for row in rows] == ["-1.00", ""]


def test_csv_takes_a_very_long_hostile_text_in_its_stride() -> None:
    assert len(as_csv(one_text("\t " * 200_000))) > 400_000


def test_markdown_is_a_table_with_aligned_figures_and_bold_totals(regions: Table) -> None:
    assert (
        as_markdown(regions).replace("\u00a0", " ")
        == """\
# Remises par région

- As of 21/11/2026
- Région: MA-09
- programme: P-1

| Région | Nom de la région | Bénéficiaires | Personnes en situation de handicap | Montant remis | Taux d'abandon | Tenu le | Base |
| :--- | :--- | ---: | ---: | ---: | ---: | :--- | :--- |
| MA-09 | Souss-Massa, province de Chtouka-Aït Baha | 1 234 | 0 | 267 788,01 | 6,7 % | 28/09/2017 | recorded |
| MA-03 | Fès-Meknès | 7 | — | -0,50 | — | 09/2017 | declared |
| **Total** |  | **1 241** | **—** | **267 787,51** |  |  |  |

- Un lot sans lignes compte sa déclaration retenue.
"""
    )


def test_markdown_shows_hostile_text_as_it_is(hostile: Table) -> None:
    lines = as_markdown(hostile).splitlines()
    assert lines[-1] == r"| a\|b c &lt;script&gt; \*d\* \`e\` \[f\](g) | — |"
    assert lines[-2] == r"| \]0;owned\[31m=1+1 \[bold\]x\[/bold\] :smile:2J | -1,00 |"


def test_empty_tables_say_so(nobody: Table) -> None:
    assert as_plain(nobody).endswith("\n\nNothing to show for these filters.\n")
    assert as_markdown(nobody) == "# Remises par région\n\n- As of 21/11/2026\n\nNothing to show for these filters.\n"
    assert as_csv(nobody) == "region,region_name,beneficiaries,disabled,delivered,rate,held_on,basis\n"
    assert json.loads(as_json(nobody))["rows"] == []


def test_a_masked_count_is_null_to_machines_and_dots_to_readers(regions: Table) -> None:
    masked = replace(regions, rows=({**regions.rows[1], "beneficiaries": "…"},), totals={})
    assert json.loads(as_json(masked))["rows"][0]["beneficiaries"] is None
    assert "MA-03,Fès-Meknès,…,," in as_csv(masked)
    assert "| Fès-Meknès | … |" in as_markdown(masked)


def test_a_column_may_mix_amounts_and_headcounts(mixed: Table) -> None:
    assert [row["value"] for row in json.loads(as_json(mixed))["rows"]] == ["500000.00", 12, None]
    assert as_csv(mixed) == "measure,value\namount,500000.00\nwomen,12\nspecial,\n"
    assert (
        as_plain(mixed)
        == """\
Déclarations
As of 21/11/2026

Measure               Valeur
----------------  ----------
amount            500 000,00
women                     12
special category           —
"""
    )


@pytest.mark.parametrize("fmt", [fmt for fmt in FORMATS if fmt != "xlsx"])
def test_every_text_format_has_its_writer(regions: Table, fmt: str) -> None:
    assert "MA-09" in text_of([regions], fmt)
