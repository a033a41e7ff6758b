"""
YAML as editors write it: strings with their places, and a refusal of all that is clever.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.records import document
from plugins.records.document import LONGEST, read_document, read_plain
from plugins.records.fields import INVISIBLE
from plugins.records.yaml_events import DEEPEST
from tests.make import lines_of


def values_of(text):
    document = read_document(text, "a.md")
    assert [] == lines_of(document.problems)
    return document.values


def refusals_of(text, **changes):
    return lines_of(read_document(text, "a.md", **changes).problems)


@pytest.mark.parametrize(
    "typed",
    [
        "no", "yes", "true", "off", "on", "y", "2026-11-23", "3", "1.50", "0x1F", "0o17", "1_000", "1e3", ".inf", "12:30:45",
        "null", "Null", "NULL", "~", "Norway", "قصة", "a # no comment? yes: c"[:1], "it's", "50%", "a:b", "a#b", "-x", "C-7F3K9Q",
    ],
)  # fmt: skip
def test_what_is_typed_is_a_string_and_nothing_else(typed):
    """
    YAML would make of these a false, a date, a number or nothing.
    """
    assert {"title": typed} == values_of(f"title: {typed}\n")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("'a: b'", "a: b"),
        ('"a: b"', "a: b"),
        ("'it''s'", "it's"),
        ('"say \\"yes\\""', 'say "yes"'),
        ('"# no comment"', "# no comment"),
        ("a # a comment", "a"),
        ("", ""),
        ("|\n  one\n  two", "one\ntwo\n"),
        (">\n  one\n  two", "one two\n"),
        ("one\n  two", "one two"),
        ("[]", []),
        ("[a, b]", ["a", "b"]),
        ("[a, [b, no]]", ["a", ["b", "no"]]),
        ("\n  - a\n  - b", ["a", "b"]),
        ("\n- a\n- b", ["a", "b"]),
        ("{}", {}),
        ("{role: editor, date: 2026-11-20}", {"role": "editor", "date": "2026-11-20"}),
        ("\n  role: editor", {"role": "editor"}),
        ("\n  - date: 2026-11-20\n    was: a", [{"date": "2026-11-20", "was": "a"}]),
        ("{en: A home, ar: بيت}", {"en": "A home", "ar": "بيت"}),
    ],
)
def test_lists_mappings_and_quotes_are_read(typed, value):
    assert {"field": value} == values_of(f"field: {typed}\n")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "   \n", "# a\n\n# b"])
def test_no_fields_are_no_values(text):
    assert {} == values_of(text)


def test_every_value_and_every_key_has_its_place():
    document = read_document("title: A\ntopics: [work, family]\nreviewed:\n  role: editor\n", "a.md", first_line=2)

    assert {
        ("\0key", "title"): (2, 1),
        ("title",): (2, 8),
        ("\0key", "topics"): (3, 1),
        ("topics",): (3, 9),
        ("topics", 0): (3, 10),
        ("topics", 1): (3, 16),
        ("\0key", "reviewed"): (4, 1),
        ("reviewed",): (5, 3),
        ("reviewed", "\0key", "role"): (5, 3),
        ("reviewed", "role"): (5, 9),
    } == document.marks


def test_columns_count_letters_and_not_bytes():
    document = read_document('{ tŷ: "ŵŷ", عنوان: بيت, c: 🧵, d: x }', "a.md")

    assert [(1, 7), (1, 20), (1, 28), (1, 34)] == [document.marks[name,] for name in ("tŷ", "عنوان", "c", "d")]


REFUSALS = {
    "a key twice": (
        "title: A\nsummary: B\ntitle: C\n",
        ["a.md:3:8: title: this field stands here twice, first in line 1. Keep one of the two."],
    ),
    "a key three times": (
        "title: A\ntitle: B\ntitle: C\n",
        [
            "a.md:2:8: title: this field stands here twice, first in line 1. Keep one of the two.",
            "a.md:3:8: title: this field stands here twice, first in line 1. Keep one of the two.",
        ],
    ),
    "two keys twice": (
        "a: 1\nb: 2\na: 3\nb: 4\n",
        [
            "a.md:3:4: a: this field stands here twice, first in line 1. Keep one of the two.",
            "a.md:4:4: b: this field stands here twice, first in line 2. Keep one of the two.",
        ],
    ),
    "a key twice in a part": (
        "reviewed:\n  role: A\n  role: B\n",
        ["a.md:3:9: role: this field stands here twice, first in line 2. Keep one of the two."],
    ),
    "an anchor": ("a: &name b\n", ['a.md:1:4: "&name" names a value for repeating. Write the value, or put it in quotes.']),
    "an anchor on a list": (
        "a: &all [b]\n", ['a.md:1:4: "&all" names a value for repeating. Write the value, or put it in quotes.'],
    ),
    "an alias": ("a: b\nc: *name\n", ['a.md:2:4: "*name" repeats another value. Write the value out, or put it in quotes.']),
    "an alias as a key": (
        "*name : b\n", ['a.md:1:1: "*name" repeats another value. Write the value out, or put it in quotes.'],
    ),
    "a merge": ("a: b\n<<: *a\n", ['a.md:2:5: "*a" repeats another value. Write the value out, or put it in quotes.']),
    "a tag": ("a: !!str b\n", ['a.md:1:4: "tag:yaml.org,2002:str" is a YAML tag. Write the value alone, or put it in quotes.']),
    "a tag of our own": ("a: !secret b\n", ['a.md:1:4: "!secret" is a YAML tag. Write the value alone, or put it in quotes.']),
    "a tag that would run": (
        "a: !!python/object/apply:os.system [ls]\n",
        [
            'a.md:1:4: "tag:yaml.org,2002:python/object/apply:os.system" is a YAML tag. '
            "Write the value alone, or put it in quotes."
        ],
    ),
    "a list instead of fields": (
        "- a\n- b\n", ['a.md:1:1: this is a list, not fields. Write each field as "name: value" on its own line.'],
    ),
    "words instead of fields": (
        "just words\n", ['a.md:1:1: this is no list of fields. Write each field as "name: value" on a line of its own.'],
    ),
    "a list as a key": ("[a]: b\n", ["a.md:1:1: a list cannot be the name of a field. Put the value in quotes."]),
    "a second document": (
        "a: b\n--- # again\nc: d\n", ["a.md:2:1: a second list of fields begins here. Remove this line: one file holds one list."],
    ),
    "a key of several lines": (
        '"a\\nb": c\n', ['a.md:1:1: the name of this field goes over several lines. Write it as "name: value".'],
    ),
    "an escaped NUL": ('a: "b\\0c"\n', ["a.md:1:4: the invisible character U+0000 stands here. Write the value without it."]),
    "an escaped escape": (
        'a: "\\e[31mred"\n', ["a.md:1:4: the invisible character U+001B stands here. Write the value without it."],
    ),
    "an escaped NUL in a key": (
        '"\\0key": c\n', ["a.md:1:1: the invisible character U+0000 stands here. Write the value without it."],
    ),
    "a character that no XML can hold": (
        'a: "b\\uffffc"\n', ["a.md:1:4: the invisible character U+FFFF stands here. Write the value without it."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_refused_is_refused_at_its_place(case):
    text, lines = REFUSALS[case]

    assert lines == refusals_of(text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("title: Sanctuary: a story\n", "a.md:1:17: this line cannot be read (mapping values are not allowed"),
        ("a: b\n  c: d\n", "a.md:2:4: this line cannot be read (mapping values are not allowed"),
        ("a: 'b\n", "a.md:2:1: this line cannot be read (found unexpected end of stream)"),
        ('a: "b" c\n', "a.md:1:8: this line cannot be read ("),
        ("a: [b\n", "a.md:2:1: this line cannot be read ("),
        ("a: b]\nc\n", "a.md:3:1: this line cannot be read ("),
        ("\ta: b\n", "a.md:1:1: this line cannot be read ("),
        ("a: @b\n", "a.md:1:4: this line cannot be read ("),
        ("a: `b`\n", "a.md:1:4: this line cannot be read ("),
        ("a: %b\n", "a.md:1:4: this line cannot be read ("),
        ("a: b\n...\nc: d\n", "a.md:3:1: this line cannot be read ("),
        ('a: "\\q"\n', "a.md:1:"),
        ('a: "\\ud800"\n', "a.md:1:"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_do(text, start):
    (line,) = refusals_of(text)

    assert line.startswith(start)
    assert line.endswith(
        'Put a value that holds ": ", "#" or a quotation mark into quotes, and begin each field at the edge.'
    )


def test_reading_goes_on_after_a_key_that_stands_twice():
    """
    Three mistakes are told in one go, not in three.
    """
    document = read_document("a: 1\na: 2\nb: 3\n", "a.md")

    assert {"a": "1", "b": "3"} == document.values
    assert document.is_whole


@pytest.mark.parametrize("text", ["a: &x b\n", "a: [\n", "- a\n", "a: !x b\n"])
def test_a_document_that_could_not_be_read_to_its_end_says_so(text):
    assert not read_document(text, "a.md").is_whole


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 100_000,
        "a: " + "{b: " * 3_000,
        "- " * 9_000,
        "a:\n" + "".join(f"{' ' * n}- \n" for n in range(1, 150)),
    ],
    ids=["brackets", "braces", "dashes", "steps"],
)
def test_no_depth_of_lists_is_too_deep_to_be_refused(text):
    (line,) = refusals_of(text, longest=1_000_000)

    assert "nested too deeply" in line or "this is a list, not fields" in line


def test_a_list_may_be_as_deep_as_any_field_needs_and_no_deeper():
    flat = "a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    deep = "a: " + "[" * DEEPEST + "]" * DEEPEST

    assert [] == refusals_of(flat)
    assert [f"a.md:1:{3 + DEEPEST}: these lists are nested too deeply. Write one plain list."] == refusals_of(deep)


def test_fields_that_fill_a_book_are_refused_unread():
    text = "title: " + "x" * LONGEST

    assert [
        "a.md:2:1: this is longer than 20,000 characters. Move the text below the second line of ---."
    ] == refusals_of(text, first_line=2)
    assert [] == refusals_of(text[:LONGEST])
    assert [] == refusals_of(text, longest=len(text))


SEEN = st.text(st.characters(codec="utf-8")).filter(lambda text: not INVISIBLE.search(text))
YAMLISH = st.lists(
    st.sampled_from(["a", "b:", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "'", '"', "#", "?", "é", "\ufeff",
                     "--- ", "...", "%", "\\", "<<: ", "🧵", "\t", "\\0", "\\n", "title: x\n", "title: [\n"]),
    max_size=25,
).map("".join)  # fmt: skip


@given(SEEN | YAMLISH)
def test_any_text_gives_values_or_problems_inside_it_and_never_an_exception(text):
    document = read_document(text, "a.md", first_line=2)
    last = 2 + text.count("\n")

    assert document.is_whole or document.problems
    assert all(2 <= problem.line <= last and problem.column >= 1 for problem in document.problems)
    assert all(2 <= line <= last and column >= 1 for line, column in document.marks.values())


@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
        )
    )
)
def test_whatever_stands_in_quotes_comes_back_as_it_was(value):
    quoted = value.replace("'", "''")

    assert {"a": value} == values_of(f"a: '{quoted}'\n")


NAMES = st.sampled_from(["title", "topics", "a_b", "no", "id", "Title", "a b", "7", "-", '"title"', ""])
WORDS = st.lists(
    st.sampled_from([
        "a", "Word", "no", "7", "2026-11-23", "it's", "O'Neil", "é", "قصة", "ك\u064e", "😀", "²", "50%", "(so)", "why?", "!", "-", "- ", "a/b", "+", ".", "...", "---", ",", ", ",
        "_", " ", "  ", ":", ": ", "#", " #", "&", "*", "[", "]", "{", "}", "|", ">", "@", "`", '"', "'", "\t", "\n", "\n ", "\u2028", "\x85", "\xa0", "~", "null", "\\",
    ]),
    min_size=1,
    max_size=6,
).map("".join)  # fmt: skip
LISTS = st.lists(WORDS, max_size=4).map(lambda words: f"[{', '.join(words)}]")
LINES = st.builds("{}{}{}".format, NAMES, st.sampled_from([": ", ": ", ": ", ":", ":  "]), WORDS | LISTS)


@settings(max_examples=500)
@given(st.lists(LINES, max_size=5), st.sampled_from(["\n", "", "\n\n", "\n...\n"]))
def test_what_most_fields_are_is_read_as_yaml_is(lines, end):
    """
    The quick way may pass a text by, but never reads another value or tells another place.
    """
    text = "\n".join(lines) + end
    plain = read_plain(text, 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "read_plain", lambda *_: None)
        whole = read_document(text, "a.md", 2)

    assert plain is None or plain == whole
    assert plain is None or list(plain.marks) == list(whole.marks)


def test_most_fields_are_read_the_quick_way():
    """
    Otherwise the test before would compare nothing.
    """
    assert read_plain("title: It's one (of two), isn't it?\ndate: 2026-11-23\ntopics: [work, home-life]\n", 2)
