"""Small tables to render, and a language that no test leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Column, Figure, Table


@pytest.fixture(autouse=True)
def french(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Write figures in French and sentences as they stand in the code, whatever the catalogues say by now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "LOCALE_DIR", tmp_path_factory.mktemp("no_catalogues"))
        language.use("fr")
        yield
    language.use("fr")


@pytest.fixture
def regions() -> Table:
    """Two regions: one with everything known, one that is nearly empty."""
    return Table(
        report="region",
        title="Remises par région",
        as_of="2026-11-21",
        filters={"region": "MA-09", "programme": "P-1"},
        columns=(
            Column("region", "Région", "code"),
            Column("region_name", "Nom de la région", "text", rank=1),
            Column("beneficiaries", "Bénéficiaires", "count"),
            Column("disabled", "Personnes en situation de handicap", "count", rank=4),
            Column("delivered", "Montant remis", "money"),
            Column("rate", "Taux d'abandon", "percent", rank=3),
            Column("held_on", "Tenu le", "date", rank=2),
            Column("basis", "Base", "term", rank=2),
        ),
        rows=(
            {
                "region": "MA-09",
                "region_name": "Souss-Massa, province de Chtouka-Aït Baha",
                "beneficiaries": 1234,
                "disabled": 0,
                "delivered": 26778801,
                "rate": 67,
                "held_on": "2017-09-28",
                "basis": "recorded",
            },
            {
                "region": "MA-03",
                "region_name": "Fès-Meknès",
                "beneficiaries": 7,
                "disabled": None,
                "delivered": -50,
                "rate": None,
                "held_on": "2017-09",
                "basis": "declared",
            },
        ),
        totals={"beneficiaries": 1241, "disabled": None, "delivered": 26778751},
        notes=("Un lot sans lignes compte sa déclaration retenue.",),
    )


@pytest.fixture
def regions_in_arabic() -> Table:
    return Table(
        report="region",
        title="التسليمات حسب الجهة",
        as_of="2026-11-21",
        filters={},
        columns=(
            Column("region", "الجهة", "code"),
            Column("region_name", "اسم الجهة", "text"),
            Column("delivered", "المبلغ المسلم", "money"),
        ),
        rows=(
            {"region": "MA-09", "region_name": "سوس ماسة", "delivered": 26778801},
            {"region": "MA-03", "region_name": "مُحَمَّد", "delivered": 700},
        ),
        totals={"delivered": 26779501},
    )


@pytest.fixture
def mixed() -> Table:
    """Statements: what an article declares, in dirhams or in people."""
    return Table(
        report="statements",
        title="Déclarations",
        as_of="2026-11-21",
        filters={},
        columns=(Column("measure", "Measure", "term"), Column("value", "Valeur", "figure")),
        rows=(
            {"measure": "amount", "value": Figure(50_000_000, "money")},
            {"measure": "women", "value": Figure(12, "count")},
            {"measure": "special", "value": None},
        ),
    )


HOSTILE = "\x1b]0;owned\x07\x1b[31m=1+1\u202e [bold]x[/bold] :smile:\x00\x9b2J"
"""A name that would colour the terminal, retitle its window, turn the line round and start a formula."""


@pytest.fixture
def hostile() -> Table:
    return Table(
        report="people",
        title="Personnes",
        as_of="2026-11-21",
        filters={"name": HOSTILE},
        columns=(Column("name", "Nom", "text"), Column("amount", "Montant", "money")),
        rows=(
            {"name": HOSTILE, "amount": -100},
            {"name": "a|b\nc <script> *d* `e` [f](g)", "amount": None},
        ),
    )


@pytest.fixture
def nobody(regions: Table) -> Table:
    return Table(regions.report, regions.title, regions.as_of, {}, regions.columns, rows=())
