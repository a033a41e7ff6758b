"""
Markdown becomes safe HTML with an open place for each link between texts.

The cases stand in fixtures/*.txt: a title, the Markdown, and what becomes of
it, each closed by a line with a single point. A new case needs no Python.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup.body import BodyRenderer, count_words, is_file_link
from plugins.records.record import LinkPlace
from tests.make import lines_of
from tests.markup.test_safe import assert_harmless

FIXTURES = Path(__file__).parent / "fixtures"
RENDER = BodyRenderer()


def read_cases(name):
    """Title, input and output of each case of a file."""
    parts = (FIXTURES / name).read_text("utf-8").replace("␠", " ").split("\n.\n")
    assert len(parts) % 3 == 1 and not parts[-1].strip()
    return [
        pytest.param(*parts[start + 1 : start + 3], id=parts[start].strip()) for start in range(0, len(parts) - 1, 3)
    ]


def render(text, lang="en", first_line=1):
    return RENDER(text, first_line, "a.md", lang)


def show(body):
    """A body with its open places in double brackets: target, words and line."""
    pieces = [body.parts[0]]
    for place, part in zip(body.places, body.parts[1:], strict=True):
        pieces += [f"[[{place.target} | {place.words} | line {place.line}]]", part]
    return "".join(pieces)


@pytest.mark.parametrize(("text", "html"), read_cases("bodies.txt"))
def test_markdown_becomes_html(text, html):
    body, problems = render(text)

    assert [] == lines_of(problems)
    assert html == show(body)


@pytest.mark.parametrize(("text", "html"), read_cases("links.txt"))
def test_a_link_to_another_text_becomes_an_open_place(text, html):
    body, problems = render(text)

    assert [] == lines_of(problems)
    assert html == show(body)


@pytest.mark.parametrize(("text", "lines"), read_cases("problems.txt"))
def test_what_an_editor_must_mend_is_told_at_its_line(text, lines):
    assert lines.splitlines() == [line.removeprefix("a.md:") for line in lines_of(render(text)[1])]


def test_lines_are_those_of_the_whole_file():
    body, _ = render("one\n\n[a](record:b)\n", first_line=12)
    _, problems = render("one\n\n![a](b)\n", first_line=12)

    assert (LinkPlace("b", "a", 14),) == body.places
    assert ['a.md:14:1: a picture stands in the text. Name it in the field "picture" instead.'] == lines_of(problems)


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", "<p>She said “yes” – it’s hers…</p>"),
        ("cy", "<p>She said “yes” – it’s hers…</p>"),
        ("ar", '<p>She said "yes" -- it\'s hers...</p>'),
        ("fa", '<p>She said "yes" -- it\'s hers...</p>'),
    ],
)
def test_quotation_marks_are_set_as_the_language_prints_them(lang, html):
    assert (html,) == render('She said "yes" -- it\'s hers...', lang)[0].parts


def test_one_text_leaves_nothing_behind_for_the_next():
    """
    Footnotes, abbreviations, references and heading ids belong to one text.
    """
    render("*[UK]: United Kingdom\n[ref]: https://example.org/\n\n## Same\n\nUK [ref]\n")

    assert '<h2 id="part-same">Same</h2>\n<p>UK [ref]</p>' == show(render("## Same\n\nUK [ref]\n")[0])


def test_the_same_text_gives_the_same_body_in_any_order():
    texts = ["## A\n\n[x](record:y)\n", "- a\n- b\n", '"q"\n']
    alone = [BodyRenderer()(text, 1, "a.md", "en") for text in texts]

    assert alone == [render(text) for text in texts]
    assert alone[::-1] == [render(text) for text in texts[::-1]]


@pytest.mark.parametrize(
    ("text", "words"),
    [("One two three.", 3), ("## Head\n\n- a\n- b\n", 3), ("[two words](record:x) more", 3), ("كلمة أخرى", 2), ("", 0)],
)
def test_the_words_that_are_read_are_counted(text, words):
    assert words == render(text)[0].words


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("penally.md", True),
        ("../stories/penally.cy.md", True),
        ("penally.md#part-a", True),
        ("/stories/penally.md", False),
        ("https://example.org/readme.md", False),
        ("record:penally.md", False),
        ("penally", False),
        ("#penally.md", False),
        ("penally.md?x", False),
    ],
)
def test_a_link_by_file_name_is_known(href, expected):
    assert expected == is_file_link(href)


def test_lists_that_are_nested_without_end_are_refused_and_nothing_crashes():
    body, problems = render("\n".join(f"{'    ' * depth}- a" for depth in range(300)), first_line=9)

    assert ["a.md:24:1: lists or quotations are nested too deeply. Write them flat."] == lines_of(problems)
    assert ("",) == body.parts


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "1. ", "> - "])
def test_one_line_cannot_nest_without_end_either(mark):
    assert ["a.md:1:1: lists or quotations are nested too deeply. Write them flat."] == lines_of(
        render(f"{mark * 900}a")[1]
    )
    assert [] == render(f"{mark * 3}a")[1]


def test_a_line_of_strokes_is_a_line():
    assert "<hr>" in "".join(render(f"a\n\n{'- ' * 30}")[0].parts)


PIECES = st.lists(
    st.sampled_from([
        "words ", "\n", "\n\n", "[a](", ")", "[", "]", "](", "record:x", "record:", "../a.md", "https://x.org", "javascript:alert(1)", "mailto:a@b",
        "<a href='", '<a href="', "'>", '">', "</a>", "<script>", "</script>", "<p onclick=x>", "<!--", "-->", "# ", "## ", "![", "> ", "- ", "1. ",
        "`", "```\n", "|", "|-|-|\n", "*", "_", "**", "\\", "&lt;", "&#60;", "[x]: record:y\n", "*[x]: y\n", ": ", "قصة", "\t", "    ", "<", ">", '"', "'",
    ]),
    max_size=20,
).map("".join)  # fmt: skip


@given(PIECES | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_whatever_is_written_the_body_is_harmless_and_its_problems_are_inside_it(text):
    body, problems = render(text)

    assert_harmless(show(body))
    assert all(1 <= place.line <= text.count("\n") + 1 for place in body.places)
    assert all(1 <= problem.line <= text.count("\n") + 1 and problem.column >= 1 for problem in problems)
    assert not any('href="record:' in part for part in body.parts)


@pytest.mark.parametrize(
    "text",
    ["> /// quote | a\n> x\n> ///\n/// quote | a\n- y", "- /// quote | a\n  x\n  ///", "1. /// chart | a", "    /// quote | a", "> ///"],
)  # fmt: skip
def test_a_block_in_a_list_or_a_quotation_is_refused(text):
    """
    The parser of blocks would never come to an end with some of them.
    """
    _, problems = RENDER(text, 5, "a.md", "en")

    assert ["a block begins or ends in a list, a quotation or code"] == [problem.what for problem in problems]


def test_options_that_are_none_are_told():
    _, problems = RENDER("Words.\n\n/// claim | c\n    1: x\n\nFact: a\n///", 5, "a.md", "en")

    assert [(7, "what stands indented below the first line of a block is none of its options")] == [
        (problem.line, problem.what) for problem in problems
    ]


def test_a_heading_may_be_of_anything():
    assert [] == RENDER("## Data quote\n\nWords.", 5, "a.md", "en")[1]


@given(st.text(st.sampled_from("ab1- \n\t\r\x0b\x0c\x1c\x1f\x00\x7f.é\xa0\u2003"), max_size=20))
def test_words_are_counted_as_they_would_be_split(text):
    assert len(text.split()) == count_words(text)
