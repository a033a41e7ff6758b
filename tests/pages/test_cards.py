"""
Facets become what templates show: cards in the language of the page, bodies with every place filled.
"""

from datetime import date

import pytest
from markupsafe import Markup

from plugins.library.facets import FilledPlace, Link
from plugins.pages.cards import card_view, card_views, fill_body, iso, maybe_card
from plugins.quilt.patch import draw_patch
from tests.make import make_library, make_story, make_words

STORY = make_story(slug="penally", title="Penally & friends", date="2026-11-01", principles=[3])
SHELF = make_library(STORY).channel("site")
CARD = SHELF.card(STORY).value
FULL = SHELF.full(STORY).value
WELSH = Link("/cy/stories/penally/", "", "cy", "cy", "ltr")
ENGLISH = Link("/stories/crop/?a=1&b=2#part-x", "", "en", "en-GB", "ltr")


@pytest.mark.parametrize(
    ("lang", "day"), [("en", "1 November 2026"), ("cy", "1 Tachwedd 2026"), ("ar", "1 نوفمبر 2026")]
)
def test_a_card_speaks_the_language_of_the_page_and_shows_that_of_the_text(lang, day):
    view = card_view(CARD, make_words(lang))

    assert (day, "2026-11-01") == (view.date, view.date_iso)
    assert ("en-GB", "ltr", "Penally & friends", "/stories/penally/") == (view.lang, view.dir, view.title, view.url)


def test_a_card_has_the_patch_of_its_text():
    assert draw_patch(STORY.id, 3) == card_view(CARD, make_words()).patch


def test_a_card_without_a_date_shows_none():
    view = card_view(CARD._replace(date=None), make_words())

    assert ("", "") == (view.date, view.date_iso)


def test_a_card_keeps_what_a_reader_should_know():
    view = card_view(CARD._replace(content_note="A war.", is_demonstration=True, byline="Amal"), make_words())

    assert ("A war.", True, "Amal", "story") == (view.content_note, view.is_demonstration, view.byline, view.type)


def test_the_words_of_a_card_are_plain_text():
    """
    The template escapes them; nothing here says that they are safe.
    """
    view = card_view(CARD._replace(summary="<b>", byline="<i>"), make_words())

    assert not any(isinstance(words, Markup) for words in (view.title, view.summary, view.byline, view.content_note))


def test_several_cards_keep_their_order_and_none_may_be_missing():
    other = CARD._replace(id="0123456789")

    assert [draw_patch(STORY.id, 3), draw_patch("0123456789", 3)] == [
        view.patch for view in card_views((CARD, other), make_words())
    ]
    assert None is maybe_card(None, make_words())
    assert card_view(CARD, make_words()) == maybe_card(CARD, make_words())


@pytest.mark.parametrize(("day", "written"), [(date(2026, 11, 1), "2026-11-01"), (None, "")])
def test_a_date_for_machines(day, written):
    assert written == iso(day)


@pytest.mark.parametrize(
    ("parts", "places", "html"),
    [
        (("<p>Words.</p>",), (), "<p>Words.</p>"),
        (("<p>", "</p>"), (FilledPlace("the <em>camp</em>", None),), "<p>the <em>camp</em></p>"),
        (("<p>", "</p>"), (FilledPlace("a", ENGLISH),), '<p><a href="/stories/crop/?a=1&amp;b=2#part-x">a</a></p>'),
        (("<p>", "</p>"), (FilledPlace("a", WELSH),), '<p><a href="/cy/stories/penally/" hreflang="cy">a</a></p>'),
        (
            ("", ", ", "."),
            (FilledPlace("a", None), FilledPlace("b", ENGLISH)),
            'a, <a href="/stories/crop/?a=1&amp;b=2#part-x">b</a>.',
        ),
        (
            ("<p>", "</p>"),
            (FilledPlace("a", ENGLISH._replace(url='/"><script>')),),
            '<p><a href="/&quot;&gt;&lt;script&gt;">a</a></p>',
        ),
    ],
)
def test_every_open_place_of_a_body_is_filled(parts, places, html):
    body = fill_body(FULL._replace(parts=parts, places=places), make_words())

    assert html == body
    assert isinstance(body, Markup)


def test_a_body_with_a_place_too_many_is_no_body():
    with pytest.raises(ValueError, match="zip"):
        fill_body(FULL._replace(parts=("a",), places=(FilledPlace("a", None),)), make_words())
