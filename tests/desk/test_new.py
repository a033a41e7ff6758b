"""
A new text is made from the schema: each field explained, nothing else wrong with it than what is still empty.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.blanks import consent_text, fill, new_consent_id, quoted
from plugins.desk.new import Original, Wish, find_original, fresh, slug_of, translation
from plugins.languages.settings import Languages
from plugins.markup.body import BodyRenderer
from plugins.problems import SettingsError
from plugins.records.document import read_document
from plugins.records.fields import CONSENT_ID, RECORD_ID, SLUG
from plugins.records.reading import parse_record, read_name
from plugins.records.types import TYPES
from tests.make import OWN, lines_of, make_files

LANGUAGES = Languages(strings=Path("strings"), codes=("en", "cy", "ar"))
NASTY = [
    "A plain title", "Penally: a story", 'She said "yes"', "It's ours", "# not a comment", "- a list", "[brackets]", "{braces}", "& anchor", "*alias",
    "!tag", "| pipe", "> fold", "% percent", "@ at", "`tick`", "yes", "no", "null", "Null", "~", "2026-11-23", "3", "1.50", "---", "...", "\\", "\\n",
    'back\\slash and "quotes"', "trailing:", ": leading", "tab\there", "قصص الترحيب", "Tŷ’r “croeso” – ŵ", "🧵 quilt", "?", "<<", "a #b", "'", '"', "=",
]  # fmt: skip


def values_of(text):
    header = text.split("---\n")[1]
    document = read_document(header, "a.md")
    assert [] == lines_of(document.problems)
    return document.values


@pytest.mark.parametrize("title", NASTY)
def test_any_title_comes_back_as_it_was_typed(title):
    path, text, _ = fresh(Wish("story", title, slug="a"))

    assert " ".join(title.split()) == values_of(text)["title"]
    assert "stories/a.md" == path


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff")
    )
)
def test_whatever_is_quoted_is_read_back(value):
    document = read_document(f"title: {quoted(value)}", "a.md")

    assert [] == lines_of(document.problems)
    assert {"title": " ".join(value.split())} == document.values


@pytest.mark.parametrize("type_name", TYPES)
def test_a_new_text_has_every_field_of_its_type_explained(type_name):
    _, text, _ = fresh(Wish(type_name, "A title", slug="a"))
    fields = {
        name: info
        for name, info in TYPES[type_name].model.model_fields.items()
        if name not in ("original_language", "translator")
    }

    for name, info in fields.items():
        assert re.search(rf"^# {re.escape(info.description)}\n#?{name}: ", text, re.MULTILINE), name
    assert len(fields) == len(re.findall(r"^#?[a-z_]+: ?", text, re.MULTILINE))


@pytest.mark.parametrize("type_name", TYPES)
def test_only_what_is_still_to_be_filled_in_is_wrong_with_it(type_name):
    path, text, _ = fresh(Wish(type_name, "A title", slug="a"))
    named = read_name(path, f"content/{path}", LANGUAGES.codes, "en")
    _, problems = parse_record(text.encode(), named, BodyRenderer())
    required = {name for name, info in TYPES[type_name].model.model_fields.items() if info.is_required()}

    assert required - {"title", "id", "consent"} == {problem.what.partition(":")[0] for problem in problems}
    assert {"this field is empty"} == {problem.what.partition(": ")[2] for problem in problems}


@pytest.mark.parametrize("type_name", TYPES)
def test_once_it_is_filled_in_it_is_a_draft(type_name):
    path, text, _ = fresh(Wish(type_name, "A title", slug="a"))
    own = {"summary": "A summary.", **{name: value for name, value in OWN[type_name].items() if name != "consent"}}
    for name, value in own.items():
        text = text.replace(f"\n{name}: \n", f"\n{name}: {value}\n")
    record, problems = parse_record(text.encode(), read_name(path, path, LANGUAGES.codes, "en"), BodyRenderer())

    assert [] == lines_of(problems)
    assert ("draft", "A title") == (record.front.status, record.front.title)


def test_every_new_text_has_an_id_of_its_own():
    ids = {values_of(fresh(Wish("story", "A title"))[1])["id"] for _ in range(20)}

    assert 20 == len(ids)
    assert all(RECORD_ID.match(own) for own in ids)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A plain title", "a-plain-title"),
        ("  It's OUR  street! ", "its-our-street"),
        ("Penally: 2020–2021", "penally-20202021"),
        ("Café Noé", "cafe-noe"),
        ("Tŷ a gŵyl", "ty-a-gwyl"),
        ("50 % more", "50-more"),
        ("a/b\\c.md", "a-b-c-md"),
        ("../../etc/passwd", "etc-passwd"),
        ("---", ""),
        ("قصص", ""),
        ("", ""),
        ("x" * 80, "x" * 60),
        ("x" * 59 + " y", "x" * 59),
    ],
)
def test_an_address_is_made_of_a_title_in_latin_letters(title, slug):
    assert slug == slug_of(title)


@given(st.text())
def test_an_address_made_of_any_title_is_one_or_is_empty(title):
    slug = slug_of(title)

    assert slug == "" or SLUG.match(slug)
    assert len(slug) <= 60


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (Wish("", "A title"), "^say what to write, as in make new TYPE=story"),
        (Wish("storey", "A title"), '^"storey" is no type of text. Did you mean "story"?'),
        (Wish("story", "  "), "^the title is missing"),
        (Wish("story", "قصة"), '^no address can be made of "قصة"'),
        (Wish("story", "A title", slug="Bad Slug"), '^no address can be made of "Bad Slug"'),
        (Wish("story", "A title", slug="../x"), '^no address can be made of "../x"'),
    ],
)
def test_a_wish_that_cannot_be_fulfilled_is_told(wish, sentence):
    with pytest.raises(SettingsError, match=sentence):
        fresh(wish)


STORY = Original(TYPES["story"], "penally", "en", "7f3k9q2m5x")


def test_a_translation_has_the_id_of_its_original_and_the_fields_of_its_language():
    path, text = translation(STORY, Wish("", "Stori: y gwersyll", into="cy"), LANGUAGES)
    values = values_of(text)

    assert "stories/penally.cy.md" == path
    assert ("Stori: y gwersyll", "7f3k9q2m5x", "draft", "en") == tuple(
        values[name] for name in ("title", "id", "status", "original_language")
    )
    assert set(TYPES["story"].language_fields) == set(re.findall(r"^#?([a-z_]+): ?", text, re.MULTILINE))


def test_a_translation_into_the_default_language_needs_no_ending():
    path, _ = translation(Original(TYPES["testimony"], "post", "ar", "7f3k9q2m5x"), Wish("", "", into="en"), LANGUAGES)

    assert "testimonies/post.md" == path


def test_a_translation_without_a_title_leaves_it_to_be_filled_in():
    _, text = translation(STORY, Wish("", "", into="cy"), LANGUAGES)

    assert "" == values_of(text)["title"]


@pytest.mark.parametrize("into", ["en", "", "fr", "CY"])
def test_a_text_is_not_translated_into_its_own_language_nor_into_one_that_is_not_spoken_here(into):
    with pytest.raises(SettingsError, match="is no language to translate into"):
        translation(STORY, Wish("", "", into=into), LANGUAGES)


TEXT = "---\ntitle: A\nid: 7f3k9q2m5x\n---\nWords.\n"


@pytest.mark.parametrize("asked", ["content/stories/penally.md", "./content/stories/penally.md", "stories/penally.md"])
def test_the_text_to_translate_is_found_by_its_path(tmp_path, asked):
    make_files(tmp_path, {"stories/penally.md": TEXT})

    assert STORY == find_original(tmp_path, "content", asked, LANGUAGES)


@pytest.mark.parametrize(
    ("files", "asked", "sentence"),
    [
        ({}, "stories/penally.md", "^there is no file content/stories/penally.md: give its path"),
        ({"stories/a.md": "---\ntitle: A\n---\n"}, "stories/a.md", "^stories/a.md has no id yet"),
        ({"stories/a.md": "words"}, "stories/a.md", "^stories/a.md has no id yet"),
        ({"stories/a.md": b"\xff"}, "stories/a.md", "is not UTF-8"),
        ({"blog/a.md": TEXT}, "blog/a.md", "holds no texts"),
    ],
)
def test_what_cannot_be_translated_is_told(tmp_path, files, asked, sentence):
    make_files(tmp_path, files)

    with pytest.raises(SettingsError, match=sentence):
        find_original(tmp_path, "content", asked, LANGUAGES)


def test_a_new_testimony_has_a_consent_that_is_closed():
    """
    Every channel is shut until the person opens it, and there is no day of release and no yes to the words.
    """
    _, text, consent = fresh(Wish("testimony", "A title"))
    record_id = values_of(text)["id"]
    document = read_document(consent_text(consent, record_id), "c.yml")

    assert [] == lines_of(document.problems)
    assert consent == values_of(text)["consent"] == document.values["id"]
    assert (record_id, "", False) == (
        document.values["story"],
        document.values["released_on"],
        "approval" in document.values,
    )
    assert {"no"} == {value for name, value in document.values["scopes"].items() if name != "translate"}
    assert [] == document.values["scopes"]["translate"]


def test_other_texts_have_no_consent():
    assert "" == fresh(Wish("story", "A title"))[2]


def test_every_new_consent_has_an_id_of_its_own():
    ids = {new_consent_id() for _ in range(50)}

    assert 50 == len(ids)
    assert all(CONSENT_ID.match(own) for own in ids)


def test_a_form_says_what_may_stay_away():
    assert "# What follows may stay away. To use a field, remove the # before its name." in fill(
        TYPES["page"].model.model_fields, {}
    )
