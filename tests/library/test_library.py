"""
What a channel may carry, and why a text may not go there.
"""

from datetime import date

import pytest

from plugins.library.library import join_translations
from plugins.outputs import Channel
from tests.make import (
    TODAY,
    make_action,
    make_consent,
    make_gathered,
    make_id,
    make_library,
    make_page,
    make_story,
    make_testimony,
    make_translation,
)

CHANNELS = list(Channel)


def reason(record, channel=Channel.SITE, *others, **changes):
    return make_library(record, *others, **changes).reason_against(record, channel)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"status": "draft"}, "drafts"),
        ({"status": "ready"}, "drafts"),
        ({"date": "2026-11-23"}, None),
        ({"date": "2026-11-24"}, "later"),
        ({"date": "2030-01-01", "status": "draft"}, "drafts"),
        ({"demonstration": "yes"}, None),
    ],
)
def test_a_story_waits_for_its_status_and_its_day(changes, expected, channel):
    assert expected == reason(make_story(**changes), channel)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "draft"}, None),
        ({"status": "ready"}, None),
        ({"date": "2030-01-01"}, None),
        ({"date": "2030-01-01", "status": "draft"}, None),
    ],
)
def test_the_editors_preview_shows_drafts_and_later_days(changes, expected):
    assert expected == reason(make_story(**changes), drafts=True)


@pytest.mark.parametrize("drafts", [False, True])
def test_demonstrations_are_left_out_where_they_are_not_wanted(drafts):
    story = make_story(demonstration="yes")

    assert "demonstrations" == reason(story, demonstrations=False, drafts=drafts)
    assert None is reason(make_story(), demonstrations=False, drafts=drafts)


@pytest.mark.parametrize(
    ("until", "expected"), [(None, None), ("2026-11-22", "ended"), ("2026-11-23", None), ("2026-11-24", None)]
)
def test_an_action_is_shown_until_its_last_day(until, expected):
    assert expected == reason(make_action(until=until))


def test_a_page_without_a_date_is_shown():
    assert None is reason(make_page())


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_testimony_without_a_consent_record_goes_nowhere(channel):
    assert "no_consent" == reason(make_testimony(), channel)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_testimony_goes_where_its_consent_allows(channel):
    testimony = make_testimony()

    assert None is reason(testimony, channel, consents=[make_consent(testimony)])


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": "paused"}, "paused"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"expires_on": "2026-11-22"}, "expired"),
        ({"released_on": "2026-11-24"}, "unreleased"),
        ({"scopes": {}}, "not_allowed"),
        ({"approval": None}, "not_approved"),
    ],
)
def test_a_testimony_goes_nowhere_where_its_consent_does_not_count(changes, expected, channel):
    """
    Missing, expired, paused, withdrawn, not approved: not one byte.
    """
    testimony = make_testimony()

    assert expected == reason(testimony, channel, consents=[make_consent(testimony, **changes)])


@pytest.mark.parametrize("open_", CHANNELS)
@pytest.mark.parametrize("asked", CHANNELS)
def test_a_testimony_reaches_no_channel_by_the_yes_to_another(open_, asked):
    testimony = make_testimony()
    consent = make_consent(testimony, scopes={"site": "yes", open_: "yes"})

    assert (asked in ("site", open_)) == (reason(testimony, asked, consents=[consent]) is None)


def test_a_consent_counts_on_its_last_day_and_not_after():
    testimony = make_testimony()
    consent = make_consent(testimony, expires_on="2027-01-01")
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]

    assert [None, None, "expired"] == [reason(testimony, consents=[consent], today=day) for day in days]


@pytest.mark.parametrize("drafts", [False, True])
def test_the_preview_shows_what_was_withdrawn_no_more_than_the_site(drafts):
    testimony = make_testimony()
    consent = make_consent(testimony, status="withdrawn")

    assert "withdrawn" == reason(testimony, consents=[consent], drafts=drafts)


def test_the_preview_shows_a_testimony_that_is_still_written():
    """
    Its speaker reads it back before there is any consent to publish.
    """
    assert None is reason(make_testimony(status="draft"), drafts=True)
    assert "drafts" == reason(make_testimony(status="draft"))


def test_a_translation_needs_a_yes_for_its_language():
    testimony = make_testimony(lang="ar", original_language="ar")
    english, welsh = make_translation(testimony, "en"), make_translation(testimony, "cy")
    consent = make_consent(testimony, scopes={"site": "yes", "translate": ["en"]})
    shelf = make_library(testimony, english, welsh, consents=[consent]).channel("site")

    assert ["ar", "en"] == [record.lang for record in shelf.records]


def test_a_translation_waits_for_its_original():
    """
    Whatever keeps the original back keeps its translations back.
    """
    for changes in ({"status": "draft"}, {"date": "2030-01-01"}):
        story = make_story(**changes)
        assert () == make_library(story, make_translation(story, "cy", status="published")).channel("site").records
    story = make_story(demonstration="yes")
    library = make_library(story, make_translation(story, "cy"), demonstrations=False)
    assert () == library.channel("site").records


def test_a_translation_has_a_status_of_its_own():
    story = make_story()
    shelf = make_library(story, make_translation(story, "cy", status="draft")).channel("site")

    assert ["en"] == [record.lang for record in shelf.records]


def test_a_shelf_is_made_once_and_asked_for_by_name():
    library = make_library(make_story())

    assert library.channel("feed") is library.channel(Channel.FEED)
    with pytest.raises(ValueError, match="newspaper"):
        library.channel("newspaper")


def test_each_channel_holds_only_its_own():
    testimony = make_testimony()
    consent = make_consent(testimony, scopes={"site": "yes", "print": "yes"})
    library = make_library(make_story(), testimony, consents=[consent])

    assert {"site": 2, "print": 2} | {name: 1 for name in CHANNELS if name not in ("site", "print")} == {
        name: len(library.channel(name).records) for name in CHANNELS
    }


def test_what_is_left_out_is_counted_by_reason():
    gone = make_testimony(slug="gone", consent="C-000002")
    library = make_library(
        make_story(slug="a", status="draft"),
        make_story(slug="b", status="ready"),
        make_story(slug="c", date="2027-01-01"),
        make_action(until="2026-01-01"),
        make_story(slug="d", demonstration="yes"),
        make_testimony(),
        gone,
        make_story(slug="shown"),
        consents=[make_consent(gone, status="withdrawn")],
        demonstrations=False,
    )

    assert {
        "drafts": [make_id("story a"), make_id("story b")],
        "later": [make_id("story c")],
        "ended": [make_id("action a-action")],
        "no_consent": ["C-000001"],
        "withdrawn": ["C-000002"],
        "demonstrations": [make_id("story d")],
    } == library.left_out


def test_only_testimonies_have_a_consent_record():
    testimony = make_testimony()
    consent = make_consent(testimony)
    gathered = make_gathered(testimony, make_story(), consents=[consent])

    assert consent is gathered.consent_of(testimony)
    assert None is gathered.consent_of(make_story())
    assert None is gathered.consent_of(make_testimony(consent="C-000009"))


def test_a_translation_takes_from_its_original_what_is_not_language():
    story = make_story(topics=["work"], scale="macro", action="join", share="One line.", updated="2026-11-02")
    welsh = make_translation(story, "cy", title="Stori", share=None, updated="2026-11-20")
    _, joined = join_translations([story, welsh])

    assert (("work",), "macro", "join", date(2026, 11, 1)) == (
        joined.front.topics, joined.front.scale, joined.front.action, joined.front.date,
    )  # fmt: skip
    assert ("Stori", None, date(2026, 11, 20), "en") == (
        joined.front.title, joined.front.share, joined.front.updated, joined.front.original_language,
    )  # fmt: skip
    assert ("cy", True, welsh.body) == (joined.lang, joined.is_translation, joined.body)


def test_an_original_stays_as_it_is_and_so_does_the_order():
    story, other = make_story(), make_story(slug="other")
    welsh = make_translation(story, "cy")

    assert [other, story] == [
        record for record in join_translations([other, welsh, story]) if not record.is_translation
    ]
    assert [other.name, story.name, story.name] == [record.name for record in join_translations([other, welsh, story])]


def test_a_translation_without_an_original_is_no_text():
    assert [] == join_translations([make_translation(make_story(), "cy")])


def test_the_day_of_the_build_is_the_only_day():
    """
    The same library for another day is another library; nothing looks at the clock.
    """
    story = make_story(date="2031-05-05")

    assert "later" == reason(story, today=TODAY)
    assert None is reason(story, today=date(2031, 5, 5))
