"""
What has left a channel, and since when, is told by the dates of consent records alone.
"""

from datetime import date, timedelta

import pytest

from plugins.library.departures import NOTICE_DAYS
from plugins.outputs import Channel
from tests.make import make_consent, make_library, make_testimony, make_translation

HER = make_testimony(slug="her", date="2026-10-05")


def left(channel="feed", *others, today=None, record=HER, **consent):
    changes = {"today": today} if today else {}
    library = make_library(record, *others, consents=[make_consent(record, *others, **consent)], **changes)
    return [(own.lang, own.left_on.isoformat(), own.address) for own in library.departures(channel)]


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize(
    ("consent", "day"),
    [
        ({"status": "paused", "paused_on": "2026-11-10"}, "2026-11-10"),
        ({"expires_on": "2026-11-22"}, "2026-11-23"),
        ({"status": "paused", "paused_on": "2026-11-24"}, None),
        ({"expires_on": "2026-11-23"}, None),
        ({"status": "paused", "paused_on": "2026-10-05"}, None),
        ({"released_on": "2026-11-24"}, None),
        ({"status": "paused", "paused_on": "2026-11-10", "approval": None}, None),
        ({}, None),
    ],
)
def test_each_channel_treats_alike_whatever_leaves_it(channel, consent, day):
    """
    What has not left yet, and what was never there, is told of nowhere.
    """
    assert ([("en", day, "/voices/her/")] if day else []) == left(channel, **consent)


def test_a_scope_that_was_taken_back_leaves_its_own_channel():
    consent = {"scopes": {"site": "yes"}, "taken_back": {"feed": "2026-11-10"}}

    assert [("en", "2026-11-10", "/voices/her/")] == left("feed", **consent)
    assert [] == left("site", **consent)
    assert [] == left("embed", **consent)


def test_what_is_on_no_list_any_more_keeps_its_address():
    consent = {"delisted_on": "2026-11-10"}

    assert [("en", "2026-11-10", "/voices/her/")] == left("feed", **consent)
    assert [] == left("site", **consent)


def test_a_translation_leaves_by_itself():
    arabic = make_testimony(slug="her", lang="ar", original_language="ar", date="2026-10-05")
    english = make_translation(arabic, "en")
    consent = {
        "scopes": {"site": "yes", "translate": []}, "taken_back": {"translate-en": "2026-11-10"}, "expires_on": "2028-10-01",
    }  # fmt: skip

    assert [("en", "2026-11-10", "/voices/her/")] == left("site", english, record=arabic, **consent)


@pytest.mark.parametrize("addresses", [["/voices/her/", "/ar/voices/her/", "/voices/old/"], []])
def test_of_a_withdrawn_text_the_record_alone_is_enough(addresses):
    """
    Its file is gone; the address is told only where it does not tell of the person.
    """
    consent = make_consent(
        HER, status="withdrawn",
        withdrawn={"on": "2026-11-10", "mode": "gone", "published": "2026-10-05", "languages": ["en", "ar"], "addresses": addresses},
    )  # fmt: skip
    library = make_library(consents=[consent])

    assert [("ar", False, ""), ("en", True, "")] == [
        (own.lang, own.is_original, own.address) for own in library.departures("feed")
    ]
    assert [
        own
        for own in (("ar", "/ar/voices/her/"), ("en", "/voices/her/"), ("en", "/voices/old/"))
        if own[1] in addresses
    ] == sorted((own.lang, own.address) for own in library.departures("site"))
    assert {date(2026, 10, 5)} == {own.published for own in library.departures("feed")}


def test_people_are_told_in_words_for_ninety_days():
    consent = make_consent(HER, status="paused", paused_on="2026-11-10")
    (departure,) = make_library(HER, consents=[consent]).departures("feed")
    last = date(2026, 11, 10) + timedelta(days=NOTICE_DAYS)

    assert 90 == NOTICE_DAYS
    assert [True, True, False] == [
        departure.is_notice(day) for day in (date(2026, 11, 10), last, last + timedelta(days=1))
    ]


def test_no_channel_carries_what_has_left_it():
    """
    In whatever order days and channels come.
    """
    for days in range(0, 900, 45):
        today = date(2026, 10, 1) + timedelta(days=days)
        library = make_library(
            HER, today=today,
            consents=[make_consent(HER, taken_back={"feed": "2027-06-01"}, scopes={"site": "yes", "card": "yes"}, delisted_on="2027-09-01")],
        )  # fmt: skip
        for channel in Channel:
            assert not (library.departures(channel) and library.channel(channel).holds(HER)), (today, channel)


ARABIC = make_testimony(slug="her", lang="ar", original_language="ar", date="2026-10-05", topics=["work"])
ENGLISH = make_translation(ARABIC, "en")


def telling(*records, **consent):
    """The series in which each language of a text is told of."""
    library = make_library(*records, consents=[make_consent(*(records or (ARABIC,)), **consent)])
    return {own.lang: {*own.series} for own in library.departures("feed")}


def test_only_the_language_that_a_series_held_is_told_of_there():
    """
    A series that holds a text once held it in the language of the site where it had it; a withdrawn one is told of alike.
    """
    once = {"type/testimony", "topic/work"}
    withdrawn = {
        "on": "2026-11-10", "mode": "gone", "published": "2026-10-05", "languages": ["ar", "en"],
        "series": ["topic/work", "audio"],
    }  # fmt: skip
    expected = {"en": {"all", *once, "language/en"}, "ar": {"all", "language/ar"}}

    assert expected == telling(ARABIC, ENGLISH, status="paused", paused_on="2026-11-10")
    assert {**expected, "ar": {"all", "language/ar", "audio"}} == telling(status="withdrawn", withdrawn=withdrawn)
    assert {"ar": {"all", *once, "language/ar"}} == telling(ARABIC, status="paused", paused_on="2026-11-10")


def test_an_original_that_outlived_its_translation_had_taken_its_place():
    consent = {
        "scopes": {"site": "yes", "feed": "yes", "translate": []}, "taken_back": {"translate-en": "2026-11-01"},
        "status": "paused", "paused_on": "2026-11-10",
    }  # fmt: skip

    assert all("topic/work" in series for series in telling(ARABIC, ENGLISH, **consent).values())
