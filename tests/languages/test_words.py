"""
Every word, date, number and list is in the language of its page, and nothing falls back.
"""

from dataclasses import replace
from datetime import date

import pytest

from plugins.languages.settings import Languages
from plugins.languages.words import Words, flatten, make_language, read_strings, read_words, string_keys
from plugins.problems import SettingsError
from tests.make import make_files, make_words

STRINGS = {
    "skip.main": "Skip to the text",
    "feed.source": "From {site}: {url}",
    "brace": "Write {braces}",
    "texts.zero": "zero: {n}",
    "texts.one": "one: {n}",
    "texts.two": "two: {n}",
    "texts.few": "few: {n}",
    "texts.many": "many: {n}",
    "texts.other": "other: {n}",
    "only.other": "{n} of {thing}",
}


def speak(lang):
    return Words(make_language(lang), STRINGS)


def test_a_string_is_found_by_its_key():
    assert "Skip to the text" == speak("en")("skip.main")


def test_names_in_braces_are_filled_and_only_where_values_are_given():
    assert "From Us: https://a.org" == speak("en")("feed.source", site="Us", url="https://a.org")
    assert "Write {braces}" == speak("en")("brace")


def test_a_value_may_hold_braces_of_its_own():
    assert "From {site}: {0.x}" == speak("en")("feed.source", site="{site}", url="{0.x}")


@pytest.mark.parametrize("arguments", [{}, {"n": 3}, {"site": "x"}])
def test_a_missing_string_is_an_error_and_never_another_language(arguments):
    with pytest.raises(KeyError):
        speak("ar")("no.such.key", **arguments)


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other", 11: "other"}),
        ("cy", {0: "zero", 1: "one", 2: "two", 3: "few", 4: "other", 6: "many", 7: "other", 11: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 103: "few"}),
    ],
)
def test_a_number_takes_the_form_its_language_asks_for(lang, forms):
    words = speak(lang)

    assert forms == {number: words("texts", n=number).partition(":")[0] for number in forms}


def test_a_language_needs_no_more_forms_than_it_has():
    assert ["1 of it", "2 of it"] == [speak("en")("only", n=number, thing="it") for number in (1, 2)]


@pytest.mark.parametrize(
    ("lang", "written"), [("en", "23 November 2026"), ("cy", "23 Tachwedd 2026"), ("ar", "23 نوفمبر 2026")]
)
def test_a_date_is_written_out_in_its_language(lang, written):
    words = Words(make_language(lang, "en-GB" if lang == "en" else None), STRINGS)

    assert written == words.date(date(2026, 11, 23))


@pytest.mark.parametrize(("lang", "written"), [("en", "November 2026"), ("cy", "Tachwedd 2026"), ("ar", "نوفمبر 2026")])
def test_a_month_is_written_out_in_its_language(lang, written):
    assert written == make_words(lang).month(date(2026, 11, 23))


@pytest.mark.parametrize(("lang", "written"), [("en", "20,319"), ("cy", "20,319"), ("ar", "20,319"), ("de", "20.319")])
def test_a_number_is_written_as_its_readers_write_it(lang, written):
    assert written == make_words(lang).number(20319)


@pytest.mark.parametrize(
    ("lang", "items", "phrase"),
    [
        ("en", [], ""),
        ("en", ["a"], "a"),
        ("en", ["a", "b"], "a and b"),
        ("en", ("a", "b", "c"), "a, b and c"),
        ("cy", ["a", "b", "c"], "a, b, a(c) c"),
        ("ar", ["أ", "ب", "ج"], "أ وب وج"),
    ],
)
def test_several_things_are_one_phrase(lang, items, phrase):
    words = Words(make_language(lang, "en-GB" if lang == "en" else None), STRINGS)

    assert phrase == words.list(items)


@pytest.mark.parametrize(
    ("lang", "code", "name"),
    [
        ("en", "ar", "Arabic"),
        ("en", "cy", "Welsh"),
        ("cy", "en", "Saesneg"),
        ("ar", "en", "الإنجليزية"),
        ("ar", "cy", "الويلزية"),
    ],
)
def test_another_language_has_its_name_in_this_one(lang, code, name):
    assert name == make_words(lang).name_of(code)


def test_tables_become_dotted_keys_in_one_order():
    """
    The order of lines in the file is no reason to write any page anew.
    """
    one = flatten({"a": {"c": "1", "b": {"d": "2"}}, "e": "3"})
    other = flatten({"e": "3", "a": {"b": {"d": "2"}, "c": "1"}})

    assert {"a.c": "1", "a.b.d": "2", "e": "3"} == one
    assert list(one.items()) == list(other.items())


@pytest.mark.parametrize("value", [3, True, ["a"], 1.5, date(2026, 1, 2)])
def test_what_is_not_words_is_refused_by_its_key(value):
    with pytest.raises(SettingsError, match=r"strings: a\.b must be text in quotes"):
        flatten({"a": {"b": value}})


def test_plural_forms_count_as_one_key():
    assert {"texts", "title"} == string_keys({"texts.one": "", "texts.other": "", "title": ""})
    assert string_keys({"texts.few": "", "texts.other": ""}) == string_keys({"texts.one": "", "texts.other": ""})


def make_languages(folder, codes=("en", "cy"), **files):
    make_files(folder, {f"{code}.toml": text for code, text in files.items()})
    return Languages(strings=folder, codes=codes)


def test_the_words_of_every_language_are_read(tmp_path):
    words = read_words(make_languages(tmp_path, en='a = "one"', cy='a = "un"'))

    assert {"en": "one", "cy": "un"} == {code: own("a") for code, own in words.items()}
    assert ["en-GB", "cy"] == [own.language.tag for own in words.values()]


def test_words_that_are_remembered_are_those_that_were_read(tmp_path):
    """
    For the same bytes and the same settings, and for no others.
    """
    kept = {}

    def remember(digest, make):
        return kept.setdefault(digest, make())

    settings = make_languages(tmp_path, en='b = "{n}"\na = "one"', cy='b = "{n}"\na = "un"')
    first = read_words(settings)
    for _ in range(2):
        again = read_words(settings, remember)
        assert first == again
        assert [list(own.strings.items()) for own in first.values()] == [
            list(own.strings.items()) for own in again.values()
        ]
    assert 1 == len(kept)

    (tmp_path / "cy.toml").write_text('b = "{n}"\na = "dau"')
    assert "dau" == read_words(settings, remember)["cy"]("a")
    assert "en" == read_words(replace(settings, tags={}), remember)["en"].language.tag
    assert 3 == len(kept)


@pytest.mark.parametrize(
    ("welsh", "sentence"),
    [
        ('[a]\nb = "x"', "cy.toml: missing strings: a.c, d; not in en.toml: none"),
        ('[a]\nb = "x"\nc = "y"\n[e]\nf = "z"', "cy.toml: missing strings: d; not in en.toml: e.f"),
        ('d = "x"\n[a]\nb = "x"\nc = "y"\nextra = "z"', "cy.toml: missing strings: none; not in en.toml: a.extra"),
        ("", "cy.toml: missing strings: a.b, a.c, d; not in en.toml: none"),
    ],
)
def test_a_string_that_a_language_lacks_stops_the_run_by_name(tmp_path, welsh, sentence):
    settings = make_languages(tmp_path, en='d = "x"\n[a]\nb = "x"\nc = "y"', cy=welsh)

    with pytest.raises(SettingsError) as caught:
        read_words(settings)
    assert sentence == str(caught.value)


def test_a_language_without_a_file_stops_the_run(tmp_path):
    with pytest.raises(SettingsError, match=r"^cy\.toml: the interface words of this language are missing in "):
        read_words(make_languages(tmp_path, en='a = "x"'))


@pytest.mark.parametrize("text", ["a = x", "[a", 'a = "x"\na = "y"', b"a = '\xff'"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, text):
    make_files(tmp_path, {"en.toml": text})

    with pytest.raises(SettingsError, match=r"^en\.toml: these interface words cannot be read"):
        read_strings(tmp_path / "en.toml")


def test_a_language_must_have_every_plural_form_it_asks_for(tmp_path):
    """
    Else an Arabic page would say a number in the wrong form, and nobody here would see it.
    """
    settings = make_languages(
        tmp_path, codes=("en", "ar"), en='[n]\none = "{n} text"\nother = "{n} texts"', ar='[n]\nother = "{n}"'
    )

    with pytest.raises(SettingsError, match=r"^ar\.toml: missing strings: n\.few, n\.many, n\.one, n\.two, n\.zero"):
        read_words(settings)


@pytest.mark.parametrize("welsh", ['a = "{nme}"', 'a = "{name"', 'a = "{name} {other}"', 'a = "name}"', 'a = "{}"'])
def test_a_string_has_no_names_in_braces_but_those_of_the_default_language(tmp_path, welsh):
    """
    Else the build would break off in the middle of a Welsh page.
    """
    with pytest.raises(SettingsError, match=r"^cy\.toml: a"):
        read_words(make_languages(tmp_path, en='a = "{name}"', cy=welsh))
