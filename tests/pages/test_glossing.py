"""
A word of the glossary is explained where it first stands, and nothing else of the text changes.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.library.facets import Link
from plugins.pages.glossing import mark_terms
from tests.make import make_words

LINK = Link("/glossary/appeal/", "Appeal", "en", "en-GB", "ltr")
TERMS = (
    ("appeal", ("appeals", "appeal"), 'Asking a <court> & "judge".', LINK),
    ("move-on", ("move-on period",), "Some weeks.", LINK),
    ("period", ("period",), "A time.", LINK),
)
BUTTON = re.compile(r'<button type="button" class="term" popovertarget="term-([a-z-]+)">(.*?)</button>')
ADDED = re.compile(
    r'(?:<span class="term__whole">([^<]*))?<button [^>]*>(.*?)</button>(?:([^<]*)</span>)?<span class="term__meaning".*?</span>'
)


def marked(html, terms=TERMS):
    return str(mark_terms(Markup(html), terms, make_words()))


def test_a_word_is_marked_once_where_it_first_stands():
    html = marked("<p>Appeals came. One appeal.</p>")

    assert [("appeal", "Appeals")] == BUTTON.findall(html)
    assert "Asking a &lt;court&gt; &amp; &#34;judge&#34;." in html
    assert '<a href="/glossary/appeal/">' in html
    assert html.endswith(" One appeal.</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>An appeal</h2>", '<p><a href="/x/">an appeal</a></p>', "<blockquote><p>An <em>appeal</em></p></blockquote>",
        "<p><q>An appeal</q></p>", "<p>appealing, reappeal, appeal-court</p>", '<p title="appeal">x</p>', "<code>appeal</code>",
        "<p>An appea<b>l</b></p>",
    ],
)  # fmt: skip
def test_headings_links_quotations_and_parts_of_words_are_left_alone(html):
    assert html == marked(html)


def test_what_is_left_alone_ends_where_it_ends():
    assert ["appeal"] == [slug for slug, _ in BUTTON.findall(marked("<h2>An appeal</h2><p>An <br>appeal</p>"))]


def test_the_longest_of_two_words_at_one_place_wins():
    assert [("move-on", "move-on period"), ("period", "period")] == BUTTON.findall(
        marked("<p>The move-on period and another period.</p>")
    )


@pytest.mark.parametrize(
    "text",
    [
        "We thank Together With Appeals for it.", "Appeal Week is in June.", "It was Appeal Week.", "Cities of Appeal met.",
        "See: Appeal Court.", "It is called “Appeal Week”.",
    ],
)  # fmt: skip
def test_a_name_is_left_alone(text):
    """
    A capital that begins no sentence makes a name, and so does a second one after it.
    """
    assert f"<p>{text}</p>" == marked(f"<p>{text}</p>")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Appeals take time.", "Appeals"),
        ("It ended. Appeals take time.", "Appeals"),
        ("“Appeals take time.”", "Appeals"),
        ("Appeal Week is about an appeal.", "appeal"),
        ("The Big Appeal is an appeal.", "appeal"),
    ],
)
def test_a_word_that_begins_a_sentence_is_no_name(text, word):
    assert [("appeal", word)] == BUTTON.findall(marked(f"<p>{text}</p>"))


def test_a_word_that_is_written_with_capitals_is_found_in_them():
    terms = (("convention", ("Appeal Convention",), "A treaty.", LINK),)

    assert ["convention"] == [
        slug for slug, _ in BUTTON.findall(marked("<p>The 1951 Appeal Convention Text.</p>", terms))
    ]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("an “appeal”, they say", "“", "”,"),
        ("an appeal.", "", "."),
        ("an &quot;appeal&quot; it is", "&quot;", "&quot;"),
        ("(appeal) or not", "(", ")"),
    ],
)
def test_a_word_stays_on_the_line_of_its_quotation_marks(text, before, after):
    """
    Browsers break lines on either side of a button; what stands around the word is held with it.
    """
    whole = f'<span class="term__whole">{before}<button'

    assert whole in marked(f"<p>{text}</p>") and f"</button>{after}</span>" in marked(f"<p>{text}</p>")
    assert "term__whole" not in marked("<p>an appeal it is</p>")


def test_without_words_nothing_is_done():
    assert "<p>An appeal.</p>" == marked("<p>An appeal.</p>", ())


@given(
    st.lists(
        st.sampled_from(
            [
                "appeal",
                "Appeal",
                "“appeal”.",
                "period",
                "move-on period",
                "<p>",
                "</p>",
                "<h2>",
                "</h2>",
                "&amp;",
                " x ",
                "ß",
            ]
        )
    )
)
def test_taking_the_marks_out_gives_the_text_back(pieces):
    html = " ".join(pieces)
    found = BUTTON.findall(marked(html))

    assert html == ADDED.sub(r"\1\2\3", marked(html))
    assert len(found) == len({slug for slug, _ in found})
