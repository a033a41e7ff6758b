"""
A file's name and bytes give a record, or everything that is wrong with them.
"""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.markup.body import BodyRenderer
from plugins.problems import Problem
from plugins.records.fields import INVISIBLE
from plugins.records.front import Story
from plugins.records.reading import Named, decode, is_translated, parse_record, read_name
from plugins.records.types import TYPES
from tests.make import lines_of

LANGUAGES = ("en", "cy", "ar")
RENDER = BodyRenderer()

STORY = """\
---
title: A story
summary: A summary.
date: 2026-11-01
status: published
id: 7f3k9q2m5x
scale: micro
made: told by
---

Words.
"""


def name_of(relative="stories/penally.md"):
    return read_name(relative, f"content/{relative}", LANGUAGES, "en")


def parse(text, relative="stories/penally.md"):
    raw = text if isinstance(text, bytes) else text.encode()
    return parse_record(raw, name_of(relative), RENDER)


def refusals_of(text, relative="stories/penally.md"):
    record, problems = parse(text, relative)
    assert record is None
    return [line.removeprefix(f"content/{relative}:") for line in lines_of(problems)]


def change(line, new):
    """The story with one of its lines changed."""
    assert line in STORY
    return STORY.replace(line, new)


@pytest.mark.parametrize(
    ("relative", "type_name", "slug", "lang"),
    [
        ("stories/penally.md", "story", "penally", "en"),
        ("stories/penally.en.md", "story", "penally", "en"),
        ("stories/penally.cy.md", "story", "penally", "cy"),
        ("testimonies/the-allotment.ar.md", "testimony", "the-allotment", "ar"),
        ("explainers/2020.md", "explainer", "2020", "en"),
        ("actions/join-a-group.md", "action", "join-a-group", "en"),
        ("groups/leeds.md", "group", "leeds", "en"),
        ("principles/friendship.md", "principle", "friendship", "en"),
        ("changes/safety.md", "change", "safety", "en"),
        ("pages/home.cy.md", "page", "home", "cy"),
    ],
)
def test_the_path_of_a_file_says_type_slug_and_language(relative, type_name, slug, lang):
    assert Named(f"content/{relative}", TYPES[type_name], slug, lang) == name_of(relative)


FOLDERS = (
    "Known here: actions, changes, explainers, glossary, groups, pages, principles, stories, techniques, testimonies."
)
RENAME = "Rename the file with lower-case letters a to z, digits and hyphens only."


@pytest.mark.parametrize(
    ("relative", "sentence"),
    [
        ("storys/a.md", 'the folder "storys" holds no texts. Move it. Did you mean "stories"?'),
        ("blog/a.md", f'the folder "blog" holds no texts. Move it. {FOLDERS}'),
        ("stories/2026/a.md", 'the folder "stories/2026" holds no texts. Move it. Did you mean "stories"?'),
        ("stories/../a.md", 'the folder "stories/.." holds no texts. Move it. Did you mean "stories"?'),
        ("Stories/a.md", 'the folder "Stories" holds no texts. Move it. Did you mean "stories"?'),
        ("a.md", f"a text stands outside the folders of texts. Move it. {FOLDERS}"),
        ("stories/Penally.md", f'"Penally" cannot be part of an address. {RENAME}'),
        ("stories/two words.md", f'"two words" cannot be part of an address. {RENAME}'),
        ("stories/under_score.md", f'"under_score" cannot be part of an address. {RENAME}'),
        ("stories/tŷ.md", f'"tŷ" cannot be part of an address. {RENAME}'),
        ("stories/قصة.md", f'"قصة" cannot be part of an address. {RENAME}'),
        ("stories/-a.md", f'"-a" cannot be part of an address. {RENAME}'),
        ("stories/a--b.md", f'"a--b" cannot be part of an address. {RENAME}'),
        ("stories/.md", f'"" cannot be part of an address. {RENAME}'),
        ("stories/a%2f.md", f'"a%2f" cannot be part of an address. {RENAME}'),
        ("stories/a.fr.md", '"fr" is no language of this site. Known here: ar, cy, en.'),
        ("stories/a.de.md", '"de" is no language of this site. Known here: ar, cy, en.'),
        ("stories/a.CY.md", '"CY" is no language of this site. Known here: ar, cy, en.'),
        ("stories/a.cy.draft.md", '"cy.draft" is no language of this site. Known here: ar, cy, en.'),
        ("stories/a..md", '"" is no language of this site. Known here: ar, cy, en.'),
    ],
)
def test_a_path_that_says_nothing_is_refused(relative, sentence):
    assert f"content/{relative}:1:1: {sentence}" == str(name_of(relative))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        ("Tŷ, بيت, 🧵".encode(), "Tŷ, بيت, 🧵"),
        (b"\xef\xbb\xbfafter a mark", "after a mark"),
        (b"one\r\ntwo\r\n", "one\ntwo\n"),
        (b"one\rtwo", "one\ntwo"),
        (b"tab\tand newline\n", "tab\tand newline\n"),
        (
            "zero\u200cwidth \u200fmarks \u2067of direction\u2069".encode(),
            "zero\u200cwidth \u200fmarks \u2067of direction\u2069",
        ),
    ],
)
def test_utf_8_is_read_whatever_made_it(raw, text):
    assert text == decode(raw, "a.md")


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\xff", "a.md:1:1: byte 0 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."),
        (b"ab\n\xe9t\xe9", "a.md:2:1: byte 3 of the file (0xe9) is not UTF-8. Save the file again with the encoding UTF-8."),
        (b"a\nb\nc \xc3", "a.md:3:3: byte 6 of the file (0xc3) is not UTF-8. Save the file again with the encoding UTF-8."),
        (b"\xef\xbb\xbfa\xff", "a.md:1:5: byte 4 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."),
        ("a\ud800".encode("utf-8", "surrogatepass"),
         "a.md:1:2: byte 1 of the file (0xed) is not UTF-8. Save the file again with the encoding UTF-8."),
        ("Ein Haus".encode("utf-16"), "a.md:1:1: byte 0 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."),
        (b"a\x00b", "a.md:1:2: a NUL byte stands here. Delete it."),
        (b"one\r\ntwo\r\nab\x00", "a.md:3:3: a NUL byte stands here. Delete it."),
        ("tŷ\x07".encode(), "a.md:1:3: the invisible character U+0007 stands here. Delete it."),
        ("a\x85b".encode(), "a.md:1:2: the invisible character U+0085 stands here. Delete it."),
        ("a\n\u2028b".encode(), "a.md:2:1: the invisible character U+2028 stands here. Delete it."),
        ("a\u202eb\ufffeb".encode(), "a.md:1:4: the invisible character U+FFFE stands here. Delete it."),
        ("a\uffffb".encode(), "a.md:1:2: the invisible character U+FFFF stands here. Delete it."),
    ],
)  # fmt: skip
def test_bytes_that_no_page_can_hold_are_refused_at_their_place(raw, line):
    assert line == str(decode(raw, "a.md"))


def test_what_is_invisible_is_not_printable():
    """
    A text that is printable as a whole is not searched for what is invisible.
    """
    assert [] == [code for code in range(0x110000) if INVISIBLE.match(chr(code)) and chr(code).isprintable()]


def test_a_whole_file_gives_a_record():
    record, problems = parse(STORY)

    assert [] == problems
    assert ("story", "penally", "en", "content/stories/penally.md", False) == (
        record.type, record.slug, record.lang, record.path, record.is_translation,
    )  # fmt: skip
    assert ("A story", "7f3k9q2m5x", "told by") == (record.front.title, record.id, record.front.made)
    assert ("<p>Words.</p>",) == record.body.parts
    assert (4, 7) == record.at("date")


@pytest.mark.parametrize(
    "raw",
    [
        STORY.replace("\n", "\r\n").encode(),
        STORY.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + STORY.encode(),
        STORY.replace("---\n", "---  \t\n").encode(),
        (STORY + "\n\n\n").encode(),
        STORY.removesuffix("\n").encode(),
    ],
    ids=[
        "windows",
        "old mac",
        "byte order mark",
        "blanks after the fences",
        "blank lines at the end",
        "no last newline",
    ],
)
def test_the_same_text_from_another_editor_is_the_same_record(raw):
    assert parse(STORY) == parse(raw)


def test_a_line_of_dashes_in_the_text_is_a_line_across_the_page():
    record, problems = parse(STORY + "\n---\n\nMore: words.\n")

    assert [] == problems
    assert "<p>Words.</p>\n<hr>\n<p>More: words.</p>" == record.body.parts[0]


NO_FIELDS = [
    "1:1: the fields above the text are missing. Begin the file with a line ---, then the fields, then a line --- again."
]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "Words.\n", "title: A\n", "---", "---\n", "---\ntitle: A\n", "\n" + STORY, " " + STORY, "----\n" + STORY, "--- a\n" + STORY,
     "+++\ntitle = 'A'\n+++\nWords.\n", "\ufeff\ufeff" + STORY],
)  # fmt: skip
def test_a_file_without_fields_says_how_to_begin(text):
    assert NO_FIELDS == refusals_of(text)


def test_only_fences_are_every_missing_field_and_a_missing_text_at_once():
    lines = [re.sub(r"id: \w{10}$", "id: …", line) for line in refusals_of("---\n---\n")]

    assert [
        "1:1: title: this field is missing. Add it: The heading of the text: a plain statement of up to 90 characters.",
        "1:1: summary: this field is missing. "
        "Add it: One or two plain sentences that can stand alone on another site, up to 240 characters.",
        "1:1: date: this field is missing. "
        "Add it: The day it is first published here; in the future: not before that day.",
        "1:1: id: this field is missing. Add the line: id: …",
        "1:1: scale: this field is missing. "
        "Add it: micro (friendship and local welcome) or macro (partners, campaigns, policy).",
        "1:1: made: this field is missing. "
        "Add it: told by (in their words), told with (written together) or about (written from public sources).",
        "2:1: there is no text below the fields. Write it.",
    ] == lines


REFUSALS = {
    "a misspelt field": (
        "title: A story", "titel: A story",
        ['2:1: titel: there is no such field. Did you mean "title"?',
         "1:1: title: this field is missing. Add it: The heading of the text: a plain statement of up to 90 characters."],
    ),
    "a field of another type": (
        "made: told by", "made: told by\nanswer: Yes.",
        [f"9:1: answer: there is no such field. {len(Story.model_fields)} are known here, and none is like it."],
    ),
    "a date as the British write it": (
        "date: 2026-11-01", "date: 01/11/2026", ['4:7: date: "01/11/2026" is no date. Write year, month and day as 2026-11-23.'],
    ),
    "a day that is not": (
        "date: 2026-11-01", "date: 2026-11-31", ["4:7: date: there is no day 2026-11-31. Look at the month and the day again."],
    ),
    "an unknown status": (
        "status: published", "status: publish", ['5:9: status: "publish" is unknown here. Did you mean "published"?'],
    ),
    "an unknown scale": ("scale: micro", "scale: mikro", ['7:8: scale: "mikro" is unknown here. Did you mean "micro"?']),
    "an unknown principle": (
        "made: told by", "made: told by\nprinciples: [1, 7]",
        ['9:17: principles: "7" is not one of them. Write a whole number from 1 to 6.'],
    ),
    "an unknown change": (
        "made: told by", "made: told by\nchanges:\n- 1\n- 5",
        ['11:3: changes: "5" is not one of them. Write a whole number from 1 to 4.'],
    ),
    "one topic without brackets": (
        "made: told by", "made: told by\ntopics: work",
        ['9:9: topics: "work" is one value where a list is wanted. Write it in brackets: [work].'],
    ),
    "an id in capitals": (
        "id: 7f3k9q2m5x", "id: 7F3K9Q2M5X",
        ['6:5: id: "7F3K9Q2M5X" is no id. Write it like 7f3k9q2m5x (ten small letters and digits).'],
    ),
    "a title too long": (
        "title: A story", "title: " + "x" * 91, ["2:8: title: these are 91 characters. Use at most 90."],
    ),
    "an empty title": ("title: A story", "title:", ["2:7: title: this field is empty. Fill it in: The heading of the text: a plain statement of up to 90 characters."]),
    "a field twice": (
        "scale: micro", "scale: micro\ntitle: Another",
        ["8:8: title: this field stands here twice, first in line 2. Keep one of the two."],
    ),
    "an anchor": (
        "title: A story", "title: &t A story",
        ['2:8: "&t" names a value for repeating. Write the value, or put it in quotes.'],
    ),
    "an alias": (
        "summary: A summary.", "summary: *t", ['3:10: "*t" repeats another value. Write the value out, or put it in quotes.'],
    ),
    "a colon in a title": (
        "title: A story", "title: Penally: a story",
        ['2:15: this line cannot be read (mapping values are not allowed in this context). '
         'Put a value that holds ": ", "#" or a quotation mark into quotes, and begin each field at the edge.'],
    ),
    "a field of a group": (
        "made: told by", "made: told by\nlatitude: 51.68",
        ['9:1: latitude: there is no such field. Did you mean "title"?'],
    ),
    "a former address outside": (
        "made: told by", "made: told by\nformer: [https://a.org/]",
        ['9:10: former: "https://a.org/" is no address of this site. Write it like /stories/old-name/.'],
    ),
    "no text": ("\nWords.\n", "\n", ["9:1: there is no text below the fields. Write it."]),
    "a heading of the first level": (
        "\nWords.\n", "\nWords.\n\n# Again\n",
        ["13:1: a heading of the first level stands in the text. Begin it with ##: the title is the only heading above."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
def test_each_mistake_has_its_line_its_column_and_its_cure(case):
    line, new, expected = REFUSALS[case]

    assert sorted(expected) == sorted(refusals_of(change(line, new)))


def test_all_mistakes_of_a_file_are_told_at_once():
    """
    In the fields and in the text, an editor mends them in one go.
    """
    text = (
        STORY.replace("date: 2026-11-01", "date: soon")
        .replace("id: 7f3k9q2m5x", "id: x")
        .replace("Words.", "[a](mailto:a@b.org)\n\n![b](c.jpg)")
    )

    assert [
        '4:7: date: "soon" is no date. Write year, month and day as 2026-11-23.',
        '6:5: id: "x" is no id. Write it like 7f3k9q2m5x (ten small letters and digits).',
        '13:1: a picture stands in the text. Name it in the field "picture" instead.',
        '11:5: a link to "mailto:a@b.org" cannot be published. Link to a page by its https address.',
    ] == refusals_of(text)


def test_a_missing_id_comes_with_a_fresh_one_to_paste():
    (line,) = refusals_of(change("id: 7f3k9q2m5x\n", ""))
    offered = re.fullmatch(r"1:1: id: this field is missing\. Add the line: (id: [0-9a-z]{10})", line)

    assert offered
    record, problems = parse(change("id: 7f3k9q2m5x", offered[1]))
    assert [] == problems
    assert record.id == offered[1].removeprefix("id: ")


def test_the_default_status_is_draft():
    record, _ = parse(change("status: published\n", ""))

    assert "draft" == record.front.status


TRANSLATION = """\
---
title: Stori
summary: Crynodeb.
id: 7f3k9q2m5x
status: published
original_language: en
translator: Siân
---
Geiriau.
"""


def test_a_translation_needs_only_the_fields_of_its_language():
    record, problems = parse(TRANSLATION, "stories/penally.cy.md")

    assert [] == problems
    assert record.is_translation
    assert ("Stori", "Siân", "en") == (record.front.title, record.front.translator, record.front.original_language)


@pytest.mark.parametrize(
    "field", ["date: 2026-11-01", "topics: [work]", "scale: micro", "principles: [1]", "demonstration: yes"]
)
def test_what_is_not_language_is_refused_in_a_translation(field):
    name = field.partition(":")[0]
    lines = refusals_of(TRANSLATION.replace("title: Stori", f"title: Stori\n{field}"), "stories/penally.cy.md")

    assert [
        f"3:1: {name}: in a translation this field is not wanted. Remove it: it stands in the original only."
    ] == lines


def test_a_misspelt_field_in_a_translation_is_compared_with_its_own_fields():
    lines = refusals_of(TRANSLATION.replace("translator:", "translater:"), "stories/penally.cy.md")

    assert ['7:1: translater: there is no such field. Did you mean "translator"?'] == lines


@pytest.mark.parametrize(
    ("values", "lang", "expected"),
    [
        ({}, "en", False),
        ({}, "ar", False),
        ({"original_language": "ar"}, "ar", False),
        ({"original_language": "ar"}, "en", True),
        ({"original_language": " ar "}, "ar", False),
        ({"original_language": ["ar"]}, "ar", True),
    ],
)
def test_a_text_is_a_translation_where_its_original_is_in_another_language(values, lang, expected):
    assert expected == is_translated(values, lang)


ANY_FIELDS = st.lists(
    st.tuples(
        st.sampled_from(["title", "summary", "date", "id", "status", "scale", "made", "topics", "principles", "former", "reviewed",
                         "original_language", "nonsense", "voice", "demonstration", ""]),
        st.sampled_from(["A", "2026-01-02", "7f3k9q2m5x", "micro", "about", "[a]", "[1, x]", "{a: b}", "[[a]]", "yes", "", "'", "&a", "en",
                         "[{a: b}]", "[", "null", "|", "\x00", "\u2028", "é" * 100]),
    ),
    max_size=8,
).map(lambda pairs: "".join(f"{name}: {value}\n" for name, value in pairs))  # fmt: skip
ANY_BODY = st.lists(
    st.sampled_from(["words ", "\n\n", "[a](", "record:x", ")", "<a href='", "'>", "<script>", "</p>", "# ", "![", "> ", "- ", "`", "|", "*",
                     "&lt;", "\\", "1. ", "\t", "&#0;", "[x]: y\n", "<!--", "]]>", "قصة"]),
    max_size=15,
).map("".join)  # fmt: skip
ANY_FILE = st.tuples(ANY_FIELDS, ANY_BODY).map(lambda pair: f"---\n{pair[0]}---\n{pair[1]}".encode())


@given(st.binary() | ANY_FILE | st.text(st.characters(codec="utf-8")).map(str.encode))
@example(b"---\n---")
@example(b"---\n{\n---\n")
@example(b"---\r---\r\xff")
@example("---\na: '\u2028\u2028'\nb: c\n---\n".encode())
def test_any_bytes_give_a_record_or_problems_inside_the_file_and_never_an_exception(raw):
    record, problems = parse(raw)
    lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1

    assert (record is None) == bool(problems)
    for problem in problems:
        assert isinstance(problem, Problem)
        assert 1 <= problem.line <= lines and problem.column >= 1
        assert 1 == len(str(problem).splitlines())


@given(st.binary(max_size=40) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_text_without_what_no_page_can_hold_or_a_problem(raw):
    text = decode(raw, "a.md")

    assert isinstance(text, Problem) or not (INVISIBLE.search(text) or "\r" in text)
