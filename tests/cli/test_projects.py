"""Projects: registered, costed, funded, quoted, held against ceilings, put on the list of a batch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support import Run, bytes_of, opened

from reinsert_cli.domain.activities import usual_sector
from reinsert_cli.domain.vocabulary import PROJECT_STATES

Card = dict[str, Any]


@pytest.fixture
def three(filled: Path, run: Run) -> list[str]:
    """The codes of the three people of ``b1``, a woman of Fès and two men of Meknès and Tanger."""
    return [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]


@pytest.fixture
def trade(three: list[str], run: Run) -> str:
    """A project of the first of them: sewing, 30 000 DH of costs, to which she brings 5 000."""
    code = registered(run, three[0], "--activity", "Atelier de couture", "--own-contribution", "5 000,00")
    cost(run, code, "--kind", "équipement", "--label", "Machine", "--quantity", 2, "--unit-price", "10 000,00")
    cost(run, code, "--kind", "working_capital", "--label", "Tissus", "--unit-price", "10 000,00")
    return code


def registered(run: Run, *people_and_options: str) -> str:
    """Register a project of the people named first; give its code."""
    people = [word for word in people_and_options if word.startswith("B-")]
    options = [word for word in people_and_options if not word.startswith("B-")]
    named = [word for person in people for word in ("--beneficiary", person)]
    said = run("project", "add", "--programme", "micro", *named, *options).out
    return said.split()[1]


def cost(run: Run, code: str, *options: str | int) -> str:
    return run("project", "cost", "add", code, *map(str, options)).out


def card(run: Run, code: str) -> Card:
    found: Card = run("project", "show", code, "--format", "json").json
    return found


def listed(run: Run, *options: str) -> set[str]:
    return {row["project"] for row in run("project", "list", *options, "--format", "json").json["rows"]}


# ── registering ─────────────────────────────────────────────────────────────────────────────────


def test_a_sector_is_suggested_never_taken_silently(three: list[str], run: Run) -> None:
    """The usual sector is told with the command that takes it; ``--sector auto`` takes it and says so."""
    said = run("project", "add", "--programme", "micro", "--beneficiary", three[0], "--activity", "ورشة الخياطة").out
    code = said.split()[1]
    assert f"Take it: “reinsert project edit {code} --sector auto”" in said
    assert card(run, code)["sector"] is None
    assert "Sector, as the activity suggests: Artisanat." in run("project", "edit", code, "--sector", "auto").out
    assert (card(run, code)["sector"], card(run, code)["sector_name"]) == ("artisanat", "Artisanat")


def test_the_ledgers_own_projects_suggest_first(three: list[str], run: Run) -> None:
    """What the foundation itself calls sewing stands above the list; a tie suggests nothing."""
    registered(run, three[0], "--activity", "Couture", "--sector", "الخدمات")
    said = run("project", "add", "--programme", "micro", "--beneficiary", three[1], "--activity", "COUTURE").out
    assert "usual for this activity: Services" in said
    registered(run, three[1], "--activity", "couture", "--sector", "crafts")
    tied = run("project", "add", "--programme", "micro", "--beneficiary", three[2], "--activity", "Couture",
               "--sector", "auto", status=3)  # fmt: skip
    assert "No sector is usual for this activity." in tied.err


@pytest.mark.parametrize(
    ("activity", "sector"),
    [
        ("Couture", "artisanat"),
        ("محل الحلاقة", "services"),
        ("لحام", "batiment"),
        ("Épicerie", "commerce"),
        ("تربية المواشي", "agriculture"),
        ("menuiserie aluminium", "batiment"),
        ("Menuiserie", "industrie"),
        ("Élevage de moutons", "agriculture"),
        ("Snack ambulant", "restauration"),
        ("quelque chose", None),
    ],
)
def test_activities_and_their_usual_sectors(activity: str, sector: str | None) -> None:
    assert usual_sector(activity) == sector


def test_several_people_are_a_group(three: list[str], run: Run) -> None:
    """Two people need --kind; an individual project takes nobody in; the last person and one with a line stay."""
    two = ("--beneficiary", three[0], "--beneficiary", three[1])
    asked = run("project", "add", "--programme", "micro", *two, "--activity", "Élevage", status=2).err
    assert "Several people form a household or a cooperative." in asked
    assert "one person" in run("project", "add", "--programme", "micro", *two, "--kind", "individual", status=3).err
    code = registered(run, three[0], three[1], "--kind", "household", "--name", "Foyer fictif")
    assert {one["beneficiary"] for one in card(run, code)["members"]} == {three[0], three[1]}
    assert "is in project" in run("project", "member", code, "add", three[1], status=3).err
    run("project", "member", code, "add", three[2])
    run("project", "member", code, "remove", three[1])
    run("project", "member", code, "remove", three[2])
    assert "is the last person" in run("project", "member", code, "remove", three[0], status=3).err
    run("project", "edit", code, "--kind", "individual", "--name", "")
    assert (card(run, code)["kind"], card(run, code)["name"]) == ("individual", None)
    assert "one person" in run("project", "member", code, "add", three[1], status=3).err


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (("--programme", "nowhere", "--beneficiary", "{0}"), 3, "There is no programme nowhere."),
        (("--programme", "micro", "--beneficiary", "B-NOBODY"), 3, "There is no beneficiary B-NOBODY."),
        (("--programme", "micro", "--beneficiary", "{0}", "--sector", "magie"), 3, "“magie” is no sector."),
        (("--programme", "micro", "--beneficiary", "{0}", "--kind", "club"), 2, "individual, household, cooperative"),
        (("--programme", "micro"), 2, "--beneficiary"),
    ],
)
def test_projects_that_cannot_be(three: list[str], run: Run, options: tuple[str, ...], status: int, told: str) -> None:
    assert told in run("project", "add", *(word.format(*three) for word in options), status=status).err


def test_listed_by_what_is_asked(three: list[str], trade: str, run: Run) -> None:
    """By programme, state, sector, centre and form; imports' own projects are there too."""
    run("project", "edit", trade, "--sector", "artisanat")
    assert len(listed(run)) == 4
    assert listed(run, "--sector", "crafts") == {trade}
    assert listed(run, "--kind", "cooperative") == set()
    assert len(listed(run, "--state", "idea")) == 4
    assert listed(run, "--centre", "fes") == set()
    assert "There is no centre nowhere." in run("project", "list", "--centre", "nowhere", status=3).err
    assert "There is no project P-NOPE." in run("project", "show", "p-nope", status=3).err


# ── costs, funding, quotations ──────────────────────────────────────────────────────────────────


def test_cost_is_own_contribution_and_funding_and_what_lacks(trade: str, run: Run) -> None:
    """30 000,00 = 5 000,00 + 20 000,00 + 5 000,00; 0 takes a funder out, and figures are strings of dirhams."""
    said = run("project", "fund", trade, "--funder", "fund", "--amount", "20 000,00").out
    assert "Cost 30,000.00 DH = own contribution 5,000.00 DH + funding 20,000.00 DH + lacking 5,000.00 DH." in said
    found = card(run, trade)
    assert (found["cost"], found["own_contribution"], found["planned_funding"], found["lacking"]) == (
        "30000.00", "5000.00", "20000.00", "5000.00",
    )  # fmt: skip
    assert [(one["label"], one["quantity"], one["unit_price"], one["amount"]) for one in found["costs"]] == [
        ("Machine", 2, "10000.00", "20000.00"),
        ("Tissus", 1, "10000.00", "10000.00"),
    ]
    assert [(one["funder"], one["amount"], one["share"]) for one in found["funding"]] == [("fund", "20000.00", 66.7)]
    too_much = run("project", "fund", trade, "--funder", "fund", "--amount", "26 000,00").out
    assert "too much 1,000.00 DH" in too_much
    run("project", "fund", trade, "--funder", "fund", "--amount", "0")
    assert card(run, trade)["funding"] == []
    assert "pays nothing" in run("project", "fund", trade, "--funder", "fund", "--amount", "0", status=3).err
    assert "no partner nobody" in run("project", "fund", trade, "--funder", "nobody", "--amount", "1 DH", status=3).err


def test_costs_are_changed_and_taken_out(trade: str, run: Run) -> None:
    first, second = [one["cost"] for one in card(run, trade)["costs"]]
    run("project", "cost", "edit", trade, str(first), "--quantity", "3", "--supplier", "Sté Fictive", "--serial", "S1")
    run("project", "cost", "remove", trade, str(second))
    (left,) = card(run, trade)["costs"]
    assert (left["amount"], left["supplier"], left["serial"]) == ("30000.00", "Sté Fictive", "S1")
    assert "has no cost no. 99" in run("project", "cost", "remove", trade, "99", status=3).err
    assert "Nothing was said" in run("project", "cost", "edit", trade, str(first), status=2).err
    huge = ("--kind", "cash", "--quantity", "1000000", "--unit-price", "99 000 000 000,00")
    assert "larger than any amount" in run("project", "cost", "add", trade, *huge, status=2).err
    assert "A cost needs its kind" in run("project", "cost", "add", trade, "--label", "x", status=2).err


def test_the_quotation_taken_and_why(trade: str, run: Run) -> None:
    """The cheapest needs no reason, another does; fewer than three are told."""
    for supplier, amount in (("Sté Fictive", "21 000,00"), ("Sté Inventée", "20 000,00")):
        run("project", "quote", "add", trade, "--supplier", supplier, "--amount", amount, "--on", "3/2/2024")
    first, second = [one["quotation"] for one in card(run, trade)["quotations"]]
    assert "is not the cheapest" in run("project", "quote", "choose", trade, str(first), status=3).err
    chosen = run("project", "quote", "choose", trade, str(first), "--reason", "Livraison comprise")
    assert "Quotations recorded for project" in chosen.err
    run("project", "quote", "add", trade, "--supplier", "Sté Modèle", "--amount", "22 000,00")
    assert run("project", "quote", "choose", trade, str(second)).err == ""
    told = [(one["supplier"], one["quoted_on"], one["chosen"]) for one in card(run, trade)["quotations"]]
    assert told == [
        ("Sté Fictive", "2024-02-03", False), ("Sté Inventée", "2024-02-03", True), ("Sté Modèle", None, False),
    ]  # fmt: skip
    run("project", "quote", "remove", trade, str(first))
    assert len(card(run, trade)["quotations"]) == 2


# ── ceilings ────────────────────────────────────────────────────────────────────────────────────


def test_a_ceiling_holds_costs_and_funding(trade: str, run: Run) -> None:
    """25 000 asked for of at most 26 000: no more cost, no more funding; lifted, they pass."""
    shown = run("programme", "ceiling", "micro", "--per-project", "26 000,00", "--format", "json").json
    assert shown["rows"] == [{"funder": None, "per_project": "26000.00", "share": None}]
    refused = run("project", "cost", "add", trade, "--kind", "cash", "--unit-price", "1 000,01", status=3).err
    assert "would come to 26,000.01 DH; programme micro gives a project 26,000.00 DH at most." in refused
    assert len(card(run, trade)["costs"]) == 2
    cost(run, trade, "--kind", "cash", "--unit-price", "1 000,00")
    assert "26,000.00" in run("project", "edit", trade, "--own-contribution", "0", status=3).err
    assert "27,000.00" in run("project", "fund", trade, "--funder", "fund", "--amount", "27 000", status=3).err
    run("programme", "ceiling", "micro", "--none")
    run("project", "fund", trade, "--funder", "fund", "--amount", "27 000")


def test_a_funders_share_is_held_to_the_cost(three: list[str], trade: str, run: Run) -> None:
    """70 % of 30 000 is 21 000: to the centime; costs may grow, not shrink below what is promised."""
    run("programme", "ceiling", "micro", "--funder", "fund", "--share", "70 %")
    refused = run("project", "fund", trade, "--funder", "fund", "--amount", "21 000,01", status=3).err
    assert "more than 70.0% of its cost, which is 21,000.00 DH" in refused
    run("project", "fund", trade, "--funder", "fund", "--amount", "21 000,00")
    second = card(run, trade)["costs"][1]["cost"]
    assert "more than 70.0%" in run("project", "cost", "remove", trade, str(second), status=3).err
    cost(run, trade, "--kind", "cash", "--unit-price", "100")
    bare = registered(run, three[1])
    assert "no cost of" in run("project", "fund", bare, "--funder", "fund", "--amount", "5 000,00").err
    run("programme", "ceiling", "micro", "--funder", "fund", "--none")
    assert run("programme", "ceiling", "micro", "--format", "json").json["rows"] == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--funder", "fund"), "which ceiling"),
        (("--share", "70%"), "which ceiling"),
        (("--none", "--per-project", "5 DH"), "which ceiling"),
        (("--funder", "fund", "--share", "101%"), "no share"),
        (("--funder", "fund", "--share", "12,34%"), "no share"),
        (("--funder", "fund", "--share", "0"), "zero"),
    ],
)
def test_ceilings_that_cannot_be(programme: Path, run: Run, options: tuple[str, ...], told: str) -> None:
    assert told in run("programme", "ceiling", "micro", *options, status=2).err


def test_locking_holds_lines_against_ceilings(trade: str, run: Run, programme: Path) -> None:
    """What all batches give a project counts; an override is audited with its reason, and check goes on naming it."""
    run("batch", "remove", "b1", "1")
    run("programme", "ceiling", "micro", "--per-project", "26 000,00")
    run("programme", "ceiling", "micro", "--funder", "fund", "--share", "60%")
    first, second = [str(one["cost"]) for one in card(run, trade)["costs"]]
    run("batch", "add", "b1", "--project", trade, "--cost", first)
    refused = run("batch", "lock", "b1", status=3).err
    assert f"{trade} (fund: 20,000.00 DH of 18,000.00 DH)" in refused
    run("programme", "ceiling", "micro", "--funder", "fund", "--share", "100%")
    run("batch", "lock", "b1")
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("batch", "add", "b2", "--project", trade, "--cost", second)
    assert f"{trade} (30,000.00 DH of 26,000.00 DH)" in run("batch", "lock", "b2", status=3).err
    found = {one["code"]: one for one in run("check", "--format", "json", status=1).json["checks"]}
    assert trade in found["project.ceiling"]["detail"]
    run("batch", "lock", "b2", "--override", "--reason", "Accord du comité")
    with opened(programme) as database:
        (changes,) = database.execute("SELECT changes FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    override = next(change for change in json.loads(changes) if change["what"] == "ceiling.override")
    assert (override["code"], override["centimes"], override["reason"]) == (trade, 400_000, "Accord du comité")


# ── from project to batch ───────────────────────────────────────────────────────────────────────


def test_one_line_a_cost(trade: str, three: list[str], run: Run) -> None:
    """The only envelope pays; the first member receives; lines beyond what she does not pay herself are told."""
    said = run("batch", "add", "b1", "--project", trade)
    assert "2 lines added to b1" in said.out
    assert "come to 30,000.00 DH; without what its people bring it costs 25,000.00 DH" in said.err
    lines = [line for line in run("batch", "show", "b1", "--format", "json").json["lines"] if line["project"] == trade]
    assert [(one["beneficiary"], one["kind"], one["label"], one["amount"], one["envelope"]) for one in lines] == [
        (three[0], "equipment", "Machine", "20000.00", "env"),
        (three[0], "working_capital", "Tissus", "10000.00", "env"),
    ]
    assert {one["batch"] for one in card(run, trade)["costs"]} == {"b1"}
    assert "stands in a batch already" in run("batch", "add", "b1", "--project", trade, status=3).err
    number = str(card(run, trade)["costs"][0]["cost"])
    assert (
        "stands in line 4 of batch b1" in run("batch", "add", "b1", "--project", trade, "--cost", number, status=3).err
    )
    assert "stands in line 4" in run("project", "cost", "edit", trade, number, "--quantity", "1", status=3).err
    run("project", "cost", "edit", trade, number, "--invoice", "F-1")
    assert "off the list (20,000.00 DH)" in run("batch", "remove", "b1", "4").out
    assert "1 line added" in run("batch", "add", "b1", "--project", trade, "--cost", number).out


def test_funders_share_the_lines(trade: str, run: Run, programme: Path) -> None:
    """Each funder's envelope pays by what it is to pay of the project, to the centime; one that is named pays all."""
    run("partner", "add", "indh", "--name", "INDH")
    run("project", "fund", trade, "--funder", "fund", "--amount", "10 000,00")
    run("project", "fund", trade, "--funder", "indh", "--amount", "20 000,00")
    add = ("batch", "add", "b1", "--project", trade)
    refused = run(*add, status=3).err
    assert "indh funds the project" in refused
    assert "--envelope" in refused
    run("budget", "add", "social", "--programme", "micro", "--fiscal-year", "2024", "--funder", "indh",
        "--amount", "50 000 DH")  # fmt: skip
    said = run(*add)
    assert "Envelope env pays 10,000.00 DH of it." in said.out
    assert "Envelope social pays 20,000.00 DH of it." in said.out
    shares = run("batch", "show", "b1", "--format", "json").json["shares"]
    assert [(one["line"], one["envelope"], one["amount"]) for one in shares] == [
        (4, "env", "6666.67"), (4, "social", "13333.33"), (5, "env", "3333.33"), (5, "social", "6666.67"),
    ]  # fmt: skip
    run("batch", "remove", "b1", "5")
    number = str(card(run, trade)["costs"][1]["cost"])
    assert "Envelope env pays 10,000.00 DH of it." in run(*add, "--cost", number, "--envelope", "env").out
    run("batch", "lock", "b1")
    run("check")


def test_lists_are_open_while_planned_only(trade: str, three: list[str], run: Run) -> None:
    run("programme", "add", "other", "--name", "Autre")
    run("batch", "plan", "b9", "--programme", "other", "--fiscal-year", "2024", "--province", "MA-FES")
    assert "another programme" in run("batch", "add", "b9", "--project", trade, status=3).err
    assert "is not in project" in run("batch", "add", "b1", "--project", trade, "--for", three[1], status=3).err
    assert "has no cost no. 99" in run("batch", "add", "b1", "--project", trade, "--cost", "99", status=3).err
    bare = registered(run, three[1])
    assert "No cost of project" in run("batch", "add", "b1", "--project", bare, status=3).err
    run("budget", "add", "env2", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund",
        "--amount", "1 DH")  # fmt: skip
    assert "Name it with --envelope: env, env2." in run("batch", "add", "b1", "--project", trade, status=3).err
    assert "elsewhere" in run("batch", "add", "b1", "--project", trade, "--envelope", "elsewhere", status=3).err
    run("batch", "add", "b1", "--project", trade, "--envelope", "env")
    run("batch", "lock", "b1")
    assert "“add” is not open to it" in run("batch", "add", "b1", "--project", trade, status=3).err
    assert "“remove” is not open to it" in run("batch", "remove", "b1", "4", status=3).err


def test_a_line_taken_off_is_forgotten_by_imports(filled: Path, people: Path, run: Run, trade: str) -> None:
    """Its number may be another's later: the same file brings its own row back, and touches no other line."""
    run("batch", "remove", "b1", "3")
    run("batch", "add", "b1", "--project", trade)
    again = run("import", people, "--batch", "b1", "--envelope", "env", "--format", "json").json
    assert again["files"][0]["outcomes"] == {"new": 1, "updated": 0, "unchanged": 2, "parked": 0, "invalid": 0}
    lines = run("batch", "show", "b1", "--format", "json").json["lines"]
    assert [line["amount"] for line in lines] == ["12500.00", "17000.50", "20000.00", "10000.00", "8000.00"]
    assert [line["line"] for line in lines[:2]] == [1, 2]


def test_absent_people_keep_their_costs(trade: str, three: list[str], run: Run) -> None:
    """A line carried over still pays for its cost; once another line does, neither roll nor --came brings it back."""
    run("batch", "add", "b1", "--project", trade)
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", three[0])
    for code in ("b2", "b3"):
        run("batch", "plan", code, "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    number = str(card(run, trade)["costs"][0]["cost"])
    run("batch", "add", "b2", "--project", trade, "--cost", number)
    assert f"Cost no. {number} stands in line" in run("batch", "roll", "b1", "--to", "b3", status=3).err
    assert "stands in line" in run("batch", "correct", "b1", "4", "--came", "--reason", "erreur", status=3).err
    run("batch", "remove", "b2", three[0])
    assert "Carried over to b3: 3." in run("batch", "roll", "b1", "--to", "b3").out
    assert {one["batch"] for one in card(run, trade)["costs"]} == {"b3"}


# ── how far it has come ─────────────────────────────────────────────────────────────────────────


def test_the_state_is_derived(trade: str, filled: Path, run: Run) -> None:
    """An idea, funded by its first line delivered, then what the last visit found, whatever was written first."""
    states = [card(run, trade)["state"]]
    run("batch", "add", "b1", "--project", trade)
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    found = card(run, trade)
    states.append(found["state"])
    assert (found["funded_on"], found["delivered"], found["lines"][0]["status"]) == (
        "2024-12-06", "30000.00", "delivered",
    )  # fmt: skip
    visits = [("2025-03-06", "alive"), ("2026-01-06", "closed"), ("2025-12-06", "struggling")]
    for day, state in visits:
        with opened(filled) as database:
            database.execute(
                "INSERT INTO followup (project_code, visited_on, state) VALUES (?, ?, ?)", (trade, day, state)
            )
        states.append(card(run, trade)["state"])
    assert states == ["idea", "funded", "alive", "closed", "closed"]
    assert set(states) < set(PROJECT_STATES)
    assert [one["visited_on"] for one in card(run, trade)["visits"]] == ["2025-03-06", "2025-12-06", "2026-01-06"]
    assert listed(run, "--state", "closed") == {trade}


def test_a_file_whose_projects_grew_is_not_undone(filled: Path, three: list[str], run: Run) -> None:
    """Costs, papers and members lean on what an import created: it is refused, with the rows, and nothing is lost."""
    grown = next(iter(listed(run)))
    cost(run, grown, "--kind", "cash", "--unit-price", "100")
    before = bytes_of(filled)
    assert "later work depends on its rows" in run("imports", "undo", "I-000001", status=3).err
    assert bytes_of(filled) == before
