"""
What a text is elsewhere stands alone: notes first, whole sentences, where it is from, all within what sites show.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.library.facets import Card, Link
from plugins.syndication.picture import SharedPicture
from plugins.syndication.piece import SHOWN_WORDS, description_of, first_sentences, full_html, summary_html
from plugins.syndication.whole import Whole
from tests.make import make_words

CARD = Card(
    link=Link("/welcome/stories/a/", "A", "en", "en-GB", "ltr"), id="7f3k9q2m5x", type="story", date=date(2026, 11, 1),
    summary="A camp, a village.", byline="", content_note="", is_demonstration=False, principle=1,
)  # fmt: skip
PICTURE = SharedPicture("https://example.org/a.jpg", "image/jpeg", 640, 480, "Two cups", "en-GB", "A. Maker")
LONG = " ".join(f"Sentence {number} has six whole words." for number in range(20))


def described(**changes):
    return description_of(CARD._replace(**changes), make_words(), "https://example.org", "A site")


@pytest.mark.parametrize("note", ["", "It tells of a war and of a long way on foot."])
@pytest.mark.parametrize("is_demonstration", [False, True])
def test_the_source_stands_within_the_words_that_sites_show(note, is_demonstration):
    """
    A long summary gives way by whole sentences; the address is never cut off.
    """
    said = described(summary=LONG, content_note=note, is_demonstration=is_demonstration)
    shown = " ".join(said.split()[:SHOWN_WORDS])

    assert shown == said
    assert said.endswith("https://example.org/welcome/stories/a/")
    assert note in said and "Sentence 0 has six whole words." in said


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("One two.", 9, "One two."),
        ("One two. Three four.", 3, "One two."),
        ("One two. Three four.", 4, "One two. Three four."),
        ("One two three. Four.", 1, "One two three."),
        ("No end at all", 1, "No end at all"),
        ("«Sí.» Dr. A came.", 1, "«Sí.» Dr."),
        ('He said "yes." Then left.', 3, 'He said "yes."'),
        ("قالت نعم؟ ثم مضت.", 2, "قالت نعم؟"),
    ],
)
def test_a_summary_is_cut_at_the_ends_of_sentences_alone(text, most, expected):
    assert expected == first_sentences(text, most)


@given(st.text(max_size=200), st.integers(0, 60))
def test_what_is_cut_is_always_a_beginning(text, most):
    assert text.startswith(first_sentences(text, most))


def test_notes_come_first_and_are_words():
    card = CARD._replace(content_note="It tells of a war.", is_demonstration=True)
    said = summary_html(card, make_words(), "https://example.org", "A site", PICTURE)
    order = [said.index(words) for words in ("no real person", "It tells of a war.", "<img", "A camp", "From A site")]

    assert order == sorted(order)
    assert "class=" not in said and 'lang="en-GB" dir="ltr"' in said
    assert f'<img src="{PICTURE.url}" alt="Two cups" width="640" height="480">' in said


def test_a_whole_text_says_where_it_is_from_before_and_after_and_what_holds_for_it():
    sources = (("UNHCR", "Global <Trends>", "https://unhcr.example/", "2025"),)
    whole = Whole(
        CARD._replace(byline="Amal"), ("<p>Words.</p>",), (), sources, ((date(2026, 11, 2), "Then.", "Now.", ""),)
    )
    said = full_html(whole, make_words(), "https://example.org", "A site", None)

    assert 2 == said.count("From A site: <a")
    assert said.index("By Amal") < said.index("<p>Words.</p>") < said.index("Global &lt;Trends&gt;")
    assert "2 November 2026: it said: Then. It now says: Now." in said
    assert "take it down" in said
