"""
Words of a testimony in another text, as editors write them.
"""

import pytest

from plugins.markup.body import BodyRenderer
from plugins.records.record import LinkPlace, QuotePlace
from tests.make import lines_of

RENDER = BodyRenderer()


def render(text):
    return RENDER(text, 1, "a.md", "en")


def test_a_quote_becomes_a_place_with_its_words_and_its_line():
    body, problems = render(
        "Before.\n\n/// quote | the-allotment\nThe *key* is small.\n///\n\nAfter [x](record:penally)."
    )

    assert [] == problems
    assert (
        QuotePlace("testimony/the-allotment", "\n<p>The <em>key</em> is small.</p>\n", 3), LinkPlace("penally", "x", 7),
    ) == body.places  # fmt: skip
    assert "The" not in "".join(body.parts)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("/// quote | The Allotment\nWords.\n///", 'a.md:1:5: "The Allotment" is no name of a testimony. Write: /// quote | its-file-name.'),
        ("/// quote | a\nSee [x](record:b).\n///", "a.md:1:5: a quote holds more than words. Take links and other quotes out of it."),
        ("/// quote | a\n> Words.\n///", "a.md:1:5: a quote holds more than words. Take links and other quotes out of it."),
        ('<blockquote lang="ar" data-quote="a">Words.</blockquote>', "a.md:1:23: a quote is written as HTML. Write /// quote | its-file-name, the words, then ///."),
        ("A\n\n/// quoet | a\nWords.\n///", 'a.md:3:1: "/// quoet | a" begins or ends no block. A block is /// quote | testimony, /// claim | technique or /// chart | name, its words, and /// at the end.'),
    ],
)  # fmt: skip
def test_a_quote_that_is_no_quote_is_told(text, line):
    assert line in lines_of(render(text)[1])


def test_an_ordinary_quotation_stays_one():
    body, problems = render("> Words of somebody.")

    assert ((), []) == (body.places, problems)
    assert "<blockquote>" in body.parts[0]
