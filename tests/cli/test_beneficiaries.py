"""People registered by hand, found again, listed, mended: by codes, and by name only where that is the work."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.support import Begun, Run, opened

from reinsert_cli.cli import asking
from reinsert_cli.reports import people
from reinsert_cli.store.reading import Reader

AMINA = ("--name", "Mme Amina Benfictif", "--cin", "zz 100-001", "--born", "12 mars 1985", "--province", "Fès",
         "--centre", "Centre de Fès", "--file-number", "12/2020", "--phone", "612345678", "--not-disabled")  # fmt: skip


def add(run: Run, *options: str) -> str:
    return str(run("beneficiary", "add", *options, "--format", "json").json["beneficiary"])


def show(run: Run, who: str, *options: str) -> Any:
    return run("beneficiary", "show", who, *options, "--format", "json").json


def listed(run: Run, *options: str) -> list[str]:
    return [row["beneficiary"] for row in run("beneficiary", "list", *options, "--format", "json").json["rows"]]


def identity(run: Run, code: str) -> Any:
    return show(run, code, "--identified", "--reason", "test")["identity"]


def audit(path: Path) -> str:
    with opened(path) as database:
        return " ".join(row[0] for row in database.execute("SELECT command || changes FROM audit"))


# ── registered ──────────────────────────────────────────────────────────────────────────────────


def test_registered_from_printed_forms(ledger: Path, run: Run) -> None:
    """Dates, places and the card number as people write them; the title tells the sex; today is the day."""
    code = add(run, *AMINA)
    assert code.startswith("B-")
    card = show(run, code)
    assert {key: card[key] for key in ("sex", "centre", "province", "region", "registered_on", "disabled")} == {
        "sex": "F", "centre": "fes", "province": "MA-FES", "region": "MA-03",
        "registered_on": "2026-01-15", "disabled": False,
    }  # fmt: skip
    assert identity(run, code) == {
        "name": "Amina Benfictif", "name_ar": None, "cin": "ZZ100001", "born": "1985-03-12",
        "phone": "0612345678", "file_number": "12/2020",
    }  # fmt: skip
    run("check")


def test_what_is_left_out_is_unknown(ledger: Path, run: Run) -> None:
    """Not a "no", and nothing is asked where nobody sits; an Arabic name finds its place by itself."""
    code = add(run, "--name", "أمينة بنفكتيف", "--on", "2024")
    card = show(run, code)
    assert (card["disabled"], card["sex"], card["province"], card["registered_on"]) == (None, None, None, "2024")
    assert identity(run, code)["name"] is None
    assert identity(run, code)["name_ar"] == "أمينة بنفكتيف"


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        ((), 2, "Nothing says who this person is."),
        (("--phone", "0600000000"), 2, "Nothing says who this person is."),
        (("--file-number", "7"), 2, "Nothing says who this person is."),
        (("--name", "X", "--cin", "12345"), 2, "one or two letters"),
        (("--name", "X", "--born", "31/02/1985"), 2, "birth date is not understood"),
        (("--name", "X", "--born", "2030"), 2, "a day to come"),
        (("--name", "X", "--sex", "?"), 2, "sex is not understood"),
        (("--name", "Karim ZZ10002"), 2, "holds a card number"),
        (("--name", "X", "--province", "Fèsse"), 3, "not a region, prefecture or province"),
        (("--name", "X", "--centre", "Paris"), 3, "centre is not one of the list"),
        (("--name", "X", "--on", "hier"), 2, "date"),
    ],
)
def test_what_cannot_be_registered(ledger: Path, run: Run, options: tuple[str, ...], status: int, told: str) -> None:
    """Told by a sentence that repeats nothing of a person, and nothing is written."""
    answer = run("beneficiary", "add", *options, status=status)
    assert told in answer.err
    assert not any(said in answer.err for said in ("12345", "1985", "ZZ10002", "Karim"))
    assert listed(run) == []


@pytest.mark.parametrize(
    ("cin", "is_warned"), [("Z1234567", True), ("ZZ1", True), ("z 12345", False), ("ZZ123456", False)]
)
def test_unusual_card_numbers_are_warned_of(ledger: Path, run: Run, cin: str, is_warned: bool) -> None:
    """Five or six digits are usual; others are taken all the same."""
    answer = run("beneficiary", "add", "--cin", cin)
    assert ("neither five nor six digits" in answer.err) is is_warned
    assert cin not in answer.err


@pytest.mark.parametrize(
    "options",
    [
        ("--cin", "ZZ100001"),
        ("--name", "أمينة بنفكتيف", "--born", "1985-03-12"),
        ("--file-number", "12/2020", "--centre", "fes"),
        ("--name", "BENFICTIF Amina", "--cin", "ZZ100010", "--born", "12/03/1985"),  # a slip of the keys
    ],
)
def test_somebody_known_for_sure_is_refused(ledger: Path, run: Run, options: tuple[str, ...]) -> None:
    """As imports would find them; the code and the remedy are told, and --new does not help."""
    code = add(run, *AMINA)
    for more in ((), ("--new",)):
        answer = run("beneficiary", "add", *options, *more, status=None)
        if options[-1] == "12/03/1985":  # two card numbers: somebody has to decide
            assert answer.status == (0 if more else 1)
        else:
            assert answer.status == 3
            assert f"beneficiary edit {code}" in answer.err
    assert "Benfictif" not in answer.err


def test_somebody_likely_needs_a_word(ledger: Path, run: Run) -> None:
    """A namesake is told of, exit 1 and nothing written; --new registers one more."""
    first = add(run, *AMINA)
    answer = run("beneficiary", "add", "--name", "Benfictif Amina", status=1)
    assert f"somebody already known, {first}: the same name" in answer.err
    assert "amina" not in answer.err.lower()
    assert answer.out == ""
    assert listed(run) == [first]
    second = add(run, "--name", "Benfictif Amina", "--new")
    assert set(listed(run)) == {first, second}


def test_a_name_that_is_close_says_why(ledger: Path, run: Run) -> None:
    add(run, *AMINA)
    told = run("beneficiary", "add", "--name", "Amina Benfiktifi", "--born", "12/03/1985", status=1).err
    assert "a name that is close" in told
    assert "birth date" in told


def test_a_card_number_is_one_persons(ledger: Path, run: Run) -> None:
    """Under another name it is asked about; said to be somebody new, it is refused: a card has one holder."""
    code = add(run, *AMINA)
    run("beneficiary", "add", "--name", "Karim Inventani", "--cin", "ZZ100001", status=1)
    told = run("beneficiary", "add", "--name", "Karim Inventani", "--cin", "ZZ100001", "--new", status=3).err
    assert f"is that of {code}" in told


# ── asked at a terminal ─────────────────────────────────────────────────────────────────────────


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let somebody sit at the terminal and type these lines."""

    def type_(*lines: str) -> None:
        monkeypatch.setattr(asking, "can_answer", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return type_


def test_what_is_left_out_is_asked_for(ledger: Path, run: Run, typed: Any) -> None:
    """What is not understood is told and asked again; nothing typed is unknown. Only the answer is on stdout."""
    typed("", "zz 1000 02", "31/02/1990", "1er avril 1990", "H", "", "Fèsse", "préfecture de Fès", "", "", "oui")
    answer = run("beneficiary", "add", "--name", "Karim El Exemple", "--format", "json")
    code = json.loads(answer.out)["beneficiary"]
    assert "Name, in French letters" not in answer.err
    assert answer.err.count("Birth date (12/03/1990, or the year): ") == 2
    assert "The birth date is not understood" in answer.err
    assert answer.err.count("Prefecture or province of residence: ") == 2
    card = show(run, code, "--identified", "--reason", "test", "--with-disability")
    assert (card["sex"], card["province"], card["centre"], card["disabled"]) == ("M", "MA-FES", None, True)
    assert (card["identity"]["born"], card["identity"]["cin"]) == ("1990-04-01", "ZZ100002")


def test_questions_forgive_two_digits_for_a_year_and_refuse_a_telephone_without_digits(
    ledger: Path, run: Run, typed: Any
) -> None:
    """What an import reads of a birth date is read here too; a place typed one question early is not a telephone."""
    typed("", "zz 1000 03", "12/03/90", "H", "Sidi Bernoussi", "06 12 34 56 78", "Casa", "", "", "")
    answer = run("beneficiary", "add", "--name", "Karim El Exemple", "--format", "json")
    assert "This is no telephone number." in answer.err
    card = show(run, json.loads(answer.out)["beneficiary"], "--identified", "--reason", "test")
    assert card["identity"]["born"] == "1990-03-12"
    assert card["province"] == "MA-CAS"


def test_a_name_in_the_other_alphabet_is_kept_and_the_question_comes_again(ledger: Path, run: Run, typed: Any) -> None:
    typed("كريم المثال", "Karim El Exemple", *[""] * 8)
    answer = run("beneficiary", "add")
    assert answer.err.count("Name, in French letters: ") == 2
    assert "Kept as the name in the other alphabet." in answer.err
    assert "Name, in Arabic letters" not in answer.err
    assert "Next, the steps taken: “reinsert beneficiary step B-" in answer.err


def test_who_reads_arabic_is_asked_for_the_arabic_name_first(ledger: Path, run: Run, typed: Any) -> None:
    typed("كريم المثال", *[""] * 9)
    asked = run("--lang", "ar", "beneficiary", "add").err
    assert asked.index("الاسم بالحروف العربية: ") < asked.index("الاسم بالحروف اللاتينية: ")
    assert "تاريخ الازدياد (12/03/1990 أو السنة وحدها): " in asked


def test_no_input_asks_nothing(ledger: Path, run: Run, typed: Any) -> None:
    typed("should not be read")
    answer = run("beneficiary", "add", "--name", "Karim El Exemple", "--no-input")
    assert answer.err == ""


def test_a_title_saves_a_question(ledger: Path, run: Run, typed: Any) -> None:
    """Whoever is called Mme is not asked for her sex; an Arabic name is not asked for again."""
    typed("Mme Amina Benfictif", *[""] * 8)
    assert "Sex" not in run("beneficiary", "add").err
    typed("السيدة سارة إنفنتاني", *[""] * 8)
    told = run("beneficiary", "add").err
    assert "Arabic letters" not in told
    assert "Sex" not in told


@pytest.mark.parametrize(("answer", "status", "people"), [("oui", 0, 2), ("", 1, 1), ("n", 1, 1)])
def test_a_likely_match_is_asked_about(
    ledger: Path, run: Run, typed: Any, answer: str, status: int, people: int
) -> None:
    add(run, *AMINA)
    typed(*[""] * 9, answer)
    told = run("beneficiary", "add", "--name", "Amina Benfictif", status=status).err
    assert "Is it somebody else" in told
    assert len(listed(run)) == people


def test_answers_that_end_write_nothing(ledger: Path, run: Run, typed: Any) -> None:
    typed("Karim El Exemple", "")
    run("beneficiary", "add", status=130)
    assert listed(run) == []


# ── found and shown ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "who",
    ["zz100001", "ZZ 100 001", "Amina Benfictif", "benfictif", "BENFICTIF AMINA", "أمينة بنفكتيف", "أمينة", "12/2020"],
)
def test_found_by_number_or_name_in_either_alphabet(ledger: Path, run: Run, who: str) -> None:
    code = add(run, *AMINA)
    add(run, "--name", "Karim El Exemple", "--cin", "ZZ100002")
    assert show(run, who)["beneficiary"] == code
    assert show(run, code.lower())["beneficiary"] == code


def test_several_are_listed_to_choose_from(ledger: Path, run: Run) -> None:
    """Codes with the centre and the year of birth, no names."""
    one = add(run, *AMINA)
    other = add(run, "--name", "Amina El Exemple", "--centre", "meknes", "--born", "1990")
    answer = run("beneficiary", "show", "amina", "--format", "json").json
    assert answer["report"] == "namesakes"
    rows = {row["beneficiary"]: (row["centre"], row["born"]) for row in answer["rows"]}
    assert rows == {one: ("fes", 1985), other: ("meknes", 1990)}
    assert "Exemple" not in json.dumps(answer)


def test_nobody_is_found(ledger: Path, run: Run) -> None:
    code = add(run, *AMINA)
    for who in ("Zineb Personne", "XX99999"):
        told = run("beneficiary", "show", who, status=3).err
        assert "Nobody is known" in told
        assert who not in told
    assert code in run("beneficiary", "show", "B-AAAAAAAAA", status=3).err


def test_who_it_is_needs_a_reason_that_is_kept(ledger: Path, run: Run) -> None:
    """The card shows codes; the identity only with a reason, which the audit keeps, without the name."""
    code = add(run, *AMINA)
    plain = run("beneficiary", "show", code).out
    assert not any(said in plain for said in ("Benfictif", "ZZ100001", "1985", "0612345678"))
    run("beneficiary", "show", code, "--identified", status=2)
    told = run("beneficiary", "show", code, "--identified", "--reason", "appel téléphonique").out
    assert "Amina Benfictif" in told
    assert "appel téléphonique" in audit(ledger)
    assert not any(said in audit(ledger) for said in ("Benfictif", "100001", "1985", "12345678", "12/2020"))


def test_the_card_of_somebody_funded(filled: Path, run: Run) -> None:
    """Projects and lines of what came with a list, in JSON under keys of their own."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2025-03-31")
    card = show(run, "ZZ1001")
    assert [(line["batch"], line["amount"], line["status"]) for line in card["lines"]] == [
        ("b1", "12500.00", "delivered")
    ]
    assert [(one["programme"], one["activity"], one["people"]) for one in card["projects"]] == [("micro", "Couture", 1)]
    assert card["funded"] is True
    assert [(one["milestone"], one["due_on"], one["is_due"]) for one in card["due"]] == [
        (3, "2025-06-30", True), (6, "2025-09-30", True), (12, "2026-03-31", False), (24, "2027-03-31", False),
    ]  # fmt: skip
    assert card["due_on"] == "2025-06-30"
    assert (card["steps"], card["visits"]) == ([], [])


# ── listed ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def some(filled: Path, begun: Begun, run: Run) -> dict[str, str]:
    """The three of b1, handed over but for Omar's; and Sara, of the centre of Fès, who has no project."""

    def write() -> None:
        run("batch", "lock", "b1")
        run("batch", "hold", "b1", "--on", "2025-12-06", "--absent", show(run, "ZZ1003")["beneficiary"])
        add(run, "--name", "Sara Inventani", "--centre", "fes", "--sex", "F", "--cin", "ZZ1004")

    begun("some", write)
    cards = (("amina", "ZZ1001"), ("karim", "ZZ1002"), ("omar", "ZZ1003"), ("sara", "ZZ1004"))
    return {name: show(run, cin)["beneficiary"] for name, cin in cards}


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ((), "amina karim omar sara"),
        (("--centre", "fès"), "sara"),
        (("--province", "Meknès"), "karim"),
        (("--region", "MA-03"), "amina karim sara"),
        (("--programme", "micro"), "amina karim omar"),
        (("--funded",), "amina karim"),
        (("--not-funded",), "omar sara"),
        (("--name", "inventani"), "omar sara"),
        (("--name", "سارة"), "sara"),
        (("--name", "nobody"), ""),
        (("--missing", "formation"), "karim omar sara"),
        (("--missing", "formation", "--funded"), "karim"),
        (("--due",), ""),
    ],
)
def test_lists(some: dict[str, str], run: Run, options: tuple[str, ...], names: str) -> None:
    run("beneficiary", "step", some["amina"], "training", "--on", "2025")
    run("beneficiary", "step", some["karim"], "training", "--on", "2025", "--outcome", "abandoned")
    assert set(listed(run, *options)) == {some[name] for name in names.split()}


def test_due_for_a_visit(some: dict[str, str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three months after 6 December the two funded projects are due, from that very day on."""
    monkeypatch.setenv("REINSERT_NOW", "2026-03-05T12:00:00+00:00")
    assert listed(run, "--due") == []
    monkeypatch.setenv("REINSERT_NOW", "2026-03-06T12:00:00+00:00")
    assert set(listed(run, "--due")) == {some["amina"], some["karim"]}


def test_who_is_due_is_read_once(some: dict[str, str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are counted by their codes; what is behind them and what lacks is only read to be shown."""
    monkeypatch.setenv("REINSERT_NOW", "2026-03-06T12:00:00+00:00")
    asked: list[str] = []
    stream = Reader.stream
    monkeypatch.setattr(Reader, "stream", lambda self, sql, **named: (asked.append(sql), stream(self, sql, **named))[1])
    monkeypatch.setattr(people, "FEW", 1)
    assert set(listed(run, "--due")) == {some["amina"], some["karim"]}
    assert [sum(view in sql for sql in asked) for view in ("FROM v_lacking", "step FROM v_step")] == [1, 1]


def test_a_list_has_limits_and_forms(some: dict[str, str], run: Run, tmp_path: Path) -> None:
    """No names in any form, no sums of people's traits; a limit says that it cut."""
    answer = run("beneficiary", "list", "--limit", "2", "--format", "json").json
    assert (len(answer["rows"]), answer["notes"]) == (2, ["The first 2 of 4."])
    assert answer["totals"] == {}
    for form in ("table", "csv", "md"):
        told = run("beneficiary", "list", "--name", "sara", "--format", form).out
        assert some["sara"] in told
        assert "sara" not in told.lower()
    run("beneficiary", "list", "-o", tmp_path / "people.xlsx")
    assert (tmp_path / "people.xlsx").stat().st_mode & 0o777 == 0o600
    run("beneficiary", "list", "--centre", "nowhere", status=3)
    assert "micro" in run("beneficiary", "list", "--programme", "micros", status=3).err


# ── mended ──────────────────────────────────────────────────────────────────────────────────────


def test_only_what_is_said_changes(ledger: Path, run: Run) -> None:
    """An empty text removes; what is not said stays; the audit names the fields, never what they say."""
    code = add(run, *AMINA)
    said = run("beneficiary", "edit", code, "--phone", "", "--province", "Meknès", "--disabled").out
    assert all(word in said for word in ("Telephone", "province", "disability"))
    card = show(run, code, "--identified", "--reason", "test", "--with-disability")
    assert (card["province"], card["disabled"], card["centre"]) == ("MA-MEK", True, "fes")
    assert (card["identity"]["phone"], card["identity"]["cin"]) == (None, "ZZ100001")
    assert '"fields":"disabled phone province_code"' in audit(ledger).replace(": ", ":")
    assert "nothing is changed" in run("beneficiary", "edit", code, "--province", "Meknès").out
    run("beneficiary", "edit", code, status=2)
    run("check")


def test_a_former_name_and_card_still_find_them(ledger: Path, run: Run) -> None:
    code = add(run, *AMINA)
    run("beneficiary", "edit", code, "--name", "Samira Inventani", "--cin", "ZZ200002")
    for who in ("ZZ100001", "ZZ200002", "Amina Benfictif", "Samira"):
        assert show(run, who)["beneficiary"] == code
    (former,) = show(run, code, "--identified", "--reason", "test")["known_as"]
    assert (former["name"], former["cin"]) == ("Amina Benfictif", "ZZ100001")
    run("beneficiary", "add", "--cin", "ZZ100001", status=3)


def test_anothers_numbers_are_refused(ledger: Path, run: Run) -> None:
    """Whose they are is told by code; a number that somebody was only met under by mistake is free again."""
    amina = add(run, *AMINA)
    karim = add(run, "--name", "Karim El Exemple", "--cin", "ZZ100002", "--centre", "fes")
    for option, value in (("--cin", "ZZ100001"), ("--file-number", "12/2020")):
        assert f"is that of {amina}" in run("beneficiary", "edit", karim, option, value, status=3).err
    run("beneficiary", "edit", amina, "--cin", "ZZ100003")
    run("beneficiary", "edit", karim, "--cin", "ZZ100001")
    assert show(run, karim, "--identified", "--reason", "test")["identity"]["cin"] == "ZZ100001"
    again = run("beneficiary", "add", "--name", "Karim El Exemple", "--cin", "ZZ100001", status=3)
    assert karim in again.err  # the number is his who holds it, not hers who was once met under it


def test_nobody_is_left_without_a_trace(ledger: Path, run: Run) -> None:
    code = add(run, "--name", "Karim El Exemple")
    run("beneficiary", "edit", code, "--name", "", status=2)
    assert identity(run, code)["name"] == "Karim El Exemple"
    run("beneficiary", "edit", "B-NOBODY", "--sex", "F", status=3)


def test_a_file_whose_people_were_mended_is_not_undone(filled: Path, run: Run) -> None:
    """What somebody typed since would be lost with it."""
    code = show(run, "ZZ1001")["beneficiary"]
    run("beneficiary", "edit", code, "--phone", "0600000000")
    assert "later work depends on its rows" in run("imports", "undo", "I-000001", status=3).err


def test_merged_people_have_both_pathways(filled: Path, run: Run) -> None:
    one, other = show(run, "ZZ1001")["beneficiary"], show(run, "ZZ1002")["beneficiary"]
    run("beneficiary", "step", one, "training", "--on", "2025-01-10")
    run("beneficiary", "step", other, "training", "--on", "2025-01-10", "--outcome", "abandoned")
    run("beneficiary", "step", other, "committee", "--on", "2025-02")
    run("beneficiary", "merge", one, other, "--reason", "même personne")
    steps = [(row["step"], row["outcome"]) for row in show(run, one)["steps"]]
    assert steps == [("training", "favourable"), ("committee", "favourable")]
    assert one in run("beneficiary", "show", other, status=3).err
    run("check")


def test_the_list_and_the_card_say_the_sex_in_words(ledger: Path, run: Run) -> None:
    code = add(run, "--name", "Samira Exemple", "--sex", "F")
    for command in (("list", "--format", "md"), ("show", code, "--format", "md")):
        assert "| woman |" in run("beneficiary", *command).out
