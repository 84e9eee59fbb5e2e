"""Ten years of national activity, typed in as it would be: lists, handovers, visits. Every person is invented.

Once the real size is some 500 projects a year. Each year the funders' credits are entered and the batches planned; each
batch's list is imported, locked and held; and the list of visits to the projects of the year before is imported.
"""

from __future__ import annotations

import csv
import os
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Final

from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import batch, budget, handover, partner, programme
from reinsert_cli.store.reading import Reader, reading
from reinsert_cli.store.server import Server
from reinsert_cli.store.work import writing

YEARS: Final = range(2016, 2026)
A_YEAR: Final = 500
"""Projects of one year, at the real size."""

EACH, MOST = 40, 2_000
"""Projects of one batch at the real size, and how large batches become before there are more of them."""

AGAIN: Final = 0.05
"""How many are helped who were helped before."""

WITH_CARD: Final = 0.9
ABSENT: Final = 0.03
VISITS: Final = ((6, 0.9), (12, 0.75))
"""Visits: so many months after the handover, so many of the projects still active."""

PROGRAMMES: Final = ("micro-projets", "auto-emploi")
CREDIT: Final = Amount(10**14, "exact", "1 000 000 000 000")

GIVEN: Final = ("Amina", "Karim", "Omar", "Mohamed", "Youssef", "Khadija", "Hassan", "Said", "Naima", "Rachid", "Ilham")
SYLLABLES: Final = ("ba", "di", "fa", "ki", "la", "mou", "na", "ri", "sa", "ta", "wi", "za", "chou", "ber", "rou")
FAMILIES: Final = tuple(f"El Fictif {''.join(parts).capitalize()}" for parts in product(SYLLABLES, repeat=4))
ACTIVITIES: Final = ("Couture", "Soudure", "Snack", "Coiffure", "Menuiserie", "Élevage avicole", "Épicerie")
LISTED: Final = (
    "N° dossier", "Nom", "Prénom", "CIN", "Date de naissance", "Sexe", "Province", "Activité", "Nature de l'appui",
    "Désignation", "Montant (DH)",
)  # fmt: skip
VISITED: Final = ("Code bénéficiaire", "Code projet", "À faire", "Fait le", "Résultat")

Row = tuple[str, ...]


@dataclass
class Country:
    """The country as invented so far: its size, and everybody who was helped."""

    size: int
    draw: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311  (sample rows)
    people: list[Row] = field(default_factory=list)

    def listed(self, province: str, count: int) -> Iterator[Row]:
        """Give the rows of a batch's list: one project each, a few of somebody who had one before."""
        for _row in range(count):
            activity = self.draw.choice(ACTIVITIES)
            amount = str(self.draw.randint(5_000, 30_000))
            yield (*self._person(province), activity, "équipement", f"Équipement de {activity.lower()}", amount)

    def _person(self, province: str) -> Row:
        draw, number = self.draw, len(self.people)
        if number and draw.random() < AGAIN:
            return draw.choice(self.people)
        card = f"ZZ{number:07d}" if draw.random() < WITH_CARD else ""
        born = date(1960, 1, 1) + timedelta(days=draw.randrange(44 * 365))
        family = FAMILIES[number * 7_919 % len(FAMILIES)]
        sex = draw.choices("FM", (15, 85))[0]
        person = (f"{number:07d}", family, draw.choice(GIVEN), card, born.strftime("%d/%m/%Y"), sex, province)
        self.people.append(person)
        return person

    def visited(self, rows: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
        """Give the rows of a list of visits, of who has which project since when."""
        for person, project, held in rows:
            for months, active in VISITS:
                day = date.fromisoformat(held) + timedelta(days=months * 30)
                found = "actif" if self.draw.random() < active else "en difficulté"
                yield person, project, f"visite {months} mois", day.strftime("%d/%m/%Y"), found


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of the country: its code, programme and envelope, where and when it is held, how many are on its list."""

    code: str
    programme: str
    envelope: str
    province: str
    province_name: str
    day: str
    count: int


def batches_of(reader: Reader, year: int, size: int) -> list[Batch]:
    """Give the batches of a year: in one province after the other, over ten months."""
    homes = reader.rows("SELECT code, name_fr FROM province ORDER BY code")
    total, each = size * A_YEAR, min(MOST, EACH * size)
    count = -(-total // each)
    return [_batch(year, number, homes, count, min(each, total - number * each)) for number in range(count)]


def _batch(year: int, number: int, homes: Sequence[Mapping[str, object]], batches: int, count: int) -> Batch:
    home = homes[(year + number * 7) % len(homes)]
    programme_code = PROGRAMMES[number % len(PROGRAMMES)]
    day = date(year, 2, 1) + timedelta(days=300 * number // batches)
    return Batch(
        f"lot-{year}-{number:04d}", programme_code, f"{programme_code}-{year}",
        str(home["code"]), str(home["name_fr"]), day.isoformat(), count,
    )  # fmt: skip


def at(year: int) -> None:
    """Let it be the end of a year: also for the commands that are run."""
    os.environ["REINSERT_NOW"] = f"{year}-12-31T12:00:00+00:00"


def begin(ledger: Path | Server) -> None:
    """Enter the funder and the programmes."""
    with writing(ledger, "begin") as work:
        partner.add(work, "fondation", "La fondation")
        for code in PROGRAMMES:
            programme.add(work, code, code.capitalize())


def plan(ledger: Path | Server, year: int, batches: Iterable[Batch]) -> None:
    """Enter a year's credits, and plan its batches."""
    with writing(ledger, "batch plan") as work:
        for code in PROGRAMMES:
            budget.add(work, f"{code}-{year}", (code, year, "fondation"), budget.Terms(CREDIT))
        for one in batches:
            batch.plan(work, one.code, one.programme, year, one.province, planned_on=one.day)


def write_list(country: Country, one: Batch, path: Path) -> None:
    """Write the list of a batch, to be imported."""
    _write(path, LISTED, country.listed(one.province_name, one.count))


def hand_over(ledger: Path | Server, country: Country, one: Batch) -> None:
    """Lock a batch and hold it; a few people do not come."""
    with writing(ledger, "batch hold") as work:
        listed = work.reader().column("SELECT beneficiary_code FROM batch_line WHERE batch_code = :code", code=one.code)
        absent = {str(person) for person in listed if country.draw.random() < ABSENT}
        batch.lock(work, one.code)
        handover.hold(work, one.code, handover.Handover(one.day, absent))


def write_visits(ledger: Path | Server, country: Country, year: int, path: Path) -> None:
    """Write the list of the visits to the projects that were first funded in a year."""
    with reading(ledger) as reader:
        funded = reader.rows(
            "SELECT l.beneficiary_code AS person, l.project_code AS project, MIN(b.held_on) AS held FROM batch_line l"
            " JOIN batch b ON b.code = l.batch_code WHERE l.status = 'delivered'"
            " GROUP BY l.beneficiary_code, l.project_code HAVING MIN(b.fiscal_year) = :year ORDER BY MIN(l.id)",
            year=year,
        )
    rows = [(str(row["person"]), str(row["project"]), str(row["held"])) for row in funded]
    _write(path, VISITED, country.visited(rows))


def _write(path: Path, headings: Row, rows: Iterable[Row]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headings)
        writer.writerows(rows)
