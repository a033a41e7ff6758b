"""
An entry stands alone on another site, and is the same entry for ever.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from plugins.feeds.entries import EntryFacet, FeedSite, make_entry
from plugins.library.facets import Card, Link
from plugins.outputs import fingerprint
from tests.make import make_words

LINK = Link("/welcome/stories/penally/", "Penally", "en", "en-GB", "ltr")
CARD = Card(
    link=LINK, id="7f3k9q2m5x", type="story", date=date(2026, 11, 1), summary="A camp, a village.", byline="", content_note="",
    is_demonstration=False, principle=1,
)  # fmt: skip
FACET = EntryFacet("", CARD, None, (("type", "Story"),), False)
SITE = FeedSite("example.org,2026", "https://example.org", "/welcome", "A site")
SOURCE = "From A site: https://example.org/welcome/stories/penally/"


def entry_of(facet=FACET, lang="en", **card):
    facet = replace(facet, card=facet.card._replace(**card))
    digest = fingerprint(repr((facet.card, facet.updated, facet.categories, facet.is_translation)))
    return make_entry(replace(facet, digest=digest), make_words(lang), SITE)


def test_an_entry_is_known_by_the_opaque_id_alone():
    """
    Not by title, date or address: a text that is renamed is an update and no second entry.
    """
    renamed = entry_of(
        link=LINK._replace(url="/elsewhere/", title="Another"), date=date(2027, 1, 1), summary="Other.", byline="Amal"
    )

    assert "tag:example.org,2026:7f3k9q2m5x" == entry_of().id == renamed.id


def test_a_translation_is_an_entry_of_its_own():
    arabic = replace(FACET, is_translation=True)

    assert (
        "tag:example.org,2026:7f3k9q2m5x:ar" == entry_of(arabic, link=LINK._replace(lang="ar", tag="ar", dir="rtl")).id
    )


def test_an_original_in_another_language_needs_no_language_in_its_id():
    assert "tag:example.org,2026:7f3k9q2m5x" == entry_of(link=LINK._replace(lang="ar")).id


def test_the_address_is_absolute():
    assert "https://example.org/welcome/stories/penally/" == entry_of().url


DEMONSTRATION = make_words()("feed.demonstration")


@pytest.mark.parametrize(
    ("card", "summary"),
    [
        ({}, f"A camp, a village. {SOURCE}"),
        ({"content_note": "It tells of a war."}, f"It tells of a war. A camp, a village. {SOURCE}"),
        ({"is_demonstration": True}, f"{DEMONSTRATION} A camp, a village. {SOURCE}"),
        (
            {"is_demonstration": True, "content_note": "It tells of a war."},
            f"{DEMONSTRATION} It tells of a war. A camp, a village. {SOURCE}",
        ),
    ],
)
def test_what_one_should_know_beforehand_comes_first_and_where_it_is_from_last(card, summary):
    """
    Most sites show the first words of a description and nothing else.
    """
    assert summary == entry_of(**card).summary


def test_a_demonstration_says_that_nobody_said_it():
    assert DEMONSTRATION
    assert entry_of(is_demonstration=True).summary.startswith(DEMONSTRATION)


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        (date(2026, 11, 1), None, date(2026, 11, 1)),
        (date(2026, 11, 1), date(2026, 11, 5), date(2026, 11, 5)),
        (date(2026, 11, 1), date(2026, 10, 5), date(2026, 11, 1)),
    ],
)
def test_an_entry_was_never_changed_before_it_was_published(published, updated, expected):
    entry = entry_of(replace(FACET, updated=updated), date=published)

    assert datetime(published.year, published.month, published.day, tzinfo=UTC) == entry.published
    assert datetime(expected.year, expected.month, expected.day, tzinfo=UTC) == entry.updated


def test_an_entry_keeps_title_name_language_direction_and_categories():
    entry = entry_of(link=LINK._replace(lang="ar", tag="ar", dir="rtl", title="بينالي"), byline="أمل")

    assert ("بينالي", "أمل", "ar", "rtl", (("type", "Story"),)) == (
        entry.title,
        entry.author,
        entry.lang,
        entry.dir,
        entry.categories,
    )
