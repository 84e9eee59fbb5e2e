"""French and Arabic say everything that English says, with nothing left over, each by its own typography."""

import gettext
import importlib.util
import re
import unicodedata
from pathlib import Path

import pytest
from babel import Locale

from reinsert_cli.cli.help import METAVARS

ROOT = Path(__file__).parents[1]
NBSP = "\N{NO-BREAK SPACE}"
LRM = "\N{LEFT-TO-RIGHT MARK}"

SPEC = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
tool = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tool)

SOURCE = tool.messages()
ORDER = {"fr": ("one", "other"), "ar": ("zero", "one", "two", "few", "many", "other")}
LEFT_TO_RIGHT = re.compile(r"[\u0600-\u06ff][^\S\n](?:-{1,2}[a-z]|\.[a-z]|\{(?:path|file|name)\})")

both = pytest.mark.parametrize("language", ["fr", "ar"])


def entries(language):
    """The messages of a catalogue, without its header."""
    return [message for message in tool.read(language) if message.id]


def translations(language):
    """Every translated form, beside its English sentence (the plural, where there are two)."""
    for message in entries(language):
        english = message.id if isinstance(message.id, str) else message.id[1]
        for form in tool.forms(message):
            yield english, form


def translate(language, english, translation):
    """Write a translation into a catalogue, as a translator would."""
    path = tool.path_of(language)
    written = path.read_text("utf-8").replace(f'"{english}"\nmsgstr ""', f'"{english}"\nmsgstr "{translation}"')
    path.write_text(written, "utf-8")


def prose(form):
    """A sentence without its placeholders and its markup."""
    return re.sub(r"\{[^}]*\}", "x", re.sub(r"\[/?(?:blue)?\]", "", form))


@both
def test_every_message_of_the_source_is_translated(language):
    """A sentence that the program may say has a translation, in all its plural forms."""
    translated = {message.id for message in entries(language) if all(tool.forms(message))}
    assert [message for message in SOURCE if message not in translated] == []


@both
def test_no_translation_is_left_of_a_sentence_that_is_gone(language):
    """A catalogue holds what the source says and nothing else, and nothing in it is a guess."""
    assert [message.id for message in entries(language) if message.id not in SOURCE or message.fuzzy] == []


@both
def test_placeholders_are_those_of_the_source(language):
    """What is filled in is the same in each form; a form for one number only may say that number in words."""
    assert [form for message in entries(language) if not tool.agree(language, message) for form in message.string] == []


@both
def test_a_catalogue_is_as_the_tool_writes_it(language):
    """`python tools/messages.py --check` has nothing to say."""
    assert list(tool.problems(language, SOURCE)) == []


@both
def test_plural_forms_follow_the_language(language):
    """The header's formula gives, for each number, the form that the Unicode CLDR gives."""
    formula = re.search(r"plural=(.*);", tool.PLURALS[language])[1]
    form_of, rule = gettext.c2py(formula), Locale(language).plural_form
    assert {n: ORDER[language][form_of(n)] for n in range(1000)} == {n: rule(n) for n in range(1000)}
    assert all(
        len(message.string) == len(ORDER[language]) for message in entries(language) if not isinstance(message.id, str)
    )


@both
def test_a_form_that_leaves_its_number_out_serves_that_number_only(language):
    """Where ``{n}`` may be left out, one number alone is meant, so nothing is lost."""
    form_of = gettext.c2py(re.search(r"plural=(.*);", tool.PLURALS[language])[1])
    served = [form_of(n) for n in range(1000)]
    assert all(served.count(form) == 1 for form in tool.says_its_number(language))


@both
def test_spaces_at_both_ends_are_those_of_the_source(language):
    """Sentences are joined to others by the spaces they begin and end with."""

    def ends(sentence):
        return re.match(r"\s*", sentence)[0], re.search(r"\s*$", sentence)[0]

    assert [form for english, form in translations(language) if ends(english) != ends(form)] == []


def test_marks_stand_after_the_space_before_latin():
    """Before it, the mark would carry the space over to the other side of the word."""
    assert [form for _english, form in translations("ar") if re.search(r"\u200e [-{A-Za-z`/.]", form)] == []


@both
def test_the_compiled_catalogue_is_the_written_one(language):
    """The program reads the .mo, which is made from the .po when the project is installed."""
    compiled = tool.path_of(language).with_suffix(".mo")
    assert compiled.exists(), f"{compiled} is not there: run make"
    with compiled.open("rb") as stream:
        catalogue = gettext.GNUTranslations(stream)
    form_of = gettext.c2py(re.search(r"plural=(.*);", tool.PLURALS[language])[1])
    stale = []
    for message in entries(language):
        if isinstance(message.id, str):
            stale += [message.id] * (catalogue.gettext(message.id) != message.string)
        else:
            said = [catalogue.ngettext(*message.id, n) for n in range(200)]
            stale += [message.id] * (said != [message.string[form_of(n)] for n in range(200)])
    assert stale == [], f"{compiled} is older than its .po: run make"


def test_french_has_its_apostrophes_and_its_spaces():
    """An apostrophe is ’; a no-break space stands before ; : ! ? and inside « »; no other quotation marks."""
    wrong = re.compile(rf"[^\W\d_]'[^\W\d_]|[^{NBSP}][;!?»]|[^{NBSP}]:(?=\s|$)|«[^{NBSP}]|[“”\"]")
    assert [form for _english, form in translations("fr") if wrong.search(prose(form))] == []


def test_arabic_sentences_begin_in_arabic():
    """The first word decides the direction of the whole line, so it is never an option or a Latin code.

    What stands for a value in a help stays as it is: between two columns of Arabic it would change places with one.
    """
    strong = {"L", "R", "AL"}
    directions = [
        (form, [unicodedata.bidirectional(sign) for sign in re.sub(r"\{[^}]*\}", "", form)])
        for _english, form in translations("ar")
    ]
    latin = [form for form, signs in directions if next((sign for sign in signs if sign in strong), "AL") == "L"]
    assert [form for form in latin if "[blue]" not in form and form not in METAVARS] == []


def test_arabic_keeps_options_and_paths_left_to_right():
    """What begins with a dash, a dot or a slash takes a mark before it, else its first sign would go to its end."""
    assert [form for _english, form in translations("ar") if LEFT_TO_RIGHT.search(form)] == []
    assert any(LRM in form for _english, form in translations("ar"))


def test_arabic_has_western_digits_and_its_own_punctuation():
    """Digits as Morocco writes them; a comma or a semicolon after an Arabic word is the Arabic one."""
    wrong = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]|[\u0600-\u06ff][,;?]")
    assert [form for _english, form in translations("ar") if wrong.search(form)] == []


def test_updating_keeps_what_still_stands_and_drops_the_rest(tmp_path, monkeypatch):
    """A sentence that changed is asked again, never guessed from the one it resembles."""
    monkeypatch.setattr(tool, "LOCALE", tmp_path)
    tool.update("fr", {"The lot is ready.": ["a.py"], "Bye.": ["a.py"]})
    translate("fr", "Bye.", "Au revoir.")

    source = {"The lot is now ready.": ["a.py"], "Bye.": ["b.py"]}
    assert list(tool.problems("fr", source)) == [
        "fr: missing: The lot is now ready.",
        "fr: stale: The lot is ready.",
        "fr: reinsert.po is not as tools/messages.py writes it",
    ]
    tool.update("fr", source)
    assert [(message.id, message.string) for message in entries("fr")] == [
        ("The lot is now ready.", ""),
        ("Bye.", "Au revoir."),
    ]
    assert list(tool.problems("fr", source)) == ["fr: missing: The lot is now ready."]


def test_a_placeholder_that_is_not_the_same_is_found(tmp_path, monkeypatch):
    """A translation that names a value otherwise would fail only when it is said."""
    monkeypatch.setattr(tool, "LOCALE", tmp_path)
    source = {"There is no lot {code}.": ["a.py"]}
    tool.update("fr", source)
    translate("fr", "There is no lot {code}.", "Pas de lot {cod}.")
    assert list(tool.problems("fr", source)) == ["fr: placeholders differ: There is no lot {code}."]
