"""
What one person agreed to: on which channel, in which language, by which name, from when until when.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plugins.consent.record import NEEDS_SITE, ConsentRecord, Scopes, months_after
from plugins.outputs import Channel
from tests.make import make_consent

FIRST, LAST = date(2026, 10, 1), date(2028, 10, 1)
BETWEEN = date(2027, 1, 1)
A_DAY = timedelta(days=1)

ALONE = {Channel.SITE, Channel.PRINT, Channel.AUDIO, Channel.ARCHIVE}


def yes_to(*channels):
    return dict.fromkeys(channels, "yes")


def test_the_channels_that_reach_further_than_the_site_are_known():
    assert set(Channel) - ALONE == NEEDS_SITE


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("asked", Channel)
def test_a_yes_to_one_channel_is_a_yes_to_no_other(channel, asked):
    """
    With the site open, each channel is open by its own yes alone.
    """
    consent = make_consent(scopes=yes_to(Channel.SITE, channel))

    assert (asked in (Channel.SITE, channel)) == consent.allows(asked, BETWEEN)


@pytest.mark.parametrize("channel", Channel)
def test_a_channel_that_reaches_further_than_the_site_is_closed_where_the_site_is(channel):
    consent = make_consent(scopes=yes_to(*set(Channel) - {Channel.SITE}))

    assert (channel in ALONE - {Channel.SITE}) == consent.allows(channel, BETWEEN)


@pytest.mark.parametrize("channel", Channel)
def test_what_is_not_said_is_no(channel):
    assert not make_consent(scopes={}).allows(channel, BETWEEN)
    assert not make_consent(scopes=dict.fromkeys(Channel, "no")).allows(channel, BETWEEN)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("status", ["paused", "withdrawn"])
def test_what_is_paused_or_withdrawn_goes_nowhere(channel, status):
    assert not make_consent(status=status).allows(channel, BETWEEN)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date.min, False),
        (FIRST - A_DAY, False),
        (FIRST, True),
        (BETWEEN, True),
        (LAST, True),
        (LAST + A_DAY, False),
        (date.max, False),
    ],
)
def test_it_counts_from_the_first_day_to_the_last_both_included(channel, day, expected):
    assert expected == make_consent().allows(channel, day)


def test_a_consent_of_one_day_counts_on_that_day():
    consent = make_consent(released_on="2027-01-01", expires_on="2027-01-01")

    assert [False, True, False] == [consent.allows(Channel.SITE, BETWEEN + A_DAY * days) for days in (-1, 0, 1)]


SCOPES = st.dictionaries(st.sampled_from([*Channel, "ai"]), st.sampled_from(["yes", "no"]))
DAYS = st.dates(FIRST - 3 * A_DAY, LAST + 3 * A_DAY)


@given(SCOPES, st.sampled_from(["live", "paused", "withdrawn"]), DAYS, st.sampled_from(list(Channel)))
def test_nothing_goes_anywhere_without_a_yes_of_its_own_on_that_day(scopes, status, day, channel):
    """
    No scope, no bytes.
    """
    consent = make_consent(scopes=scopes, status=status)
    may = (
        status == "live"
        and FIRST <= day <= LAST
        and scopes.get(channel) == "yes"
        and (channel in ALONE or scopes.get(Channel.SITE) == "yes")
    )

    assert may is consent.allows(channel, day)


@pytest.mark.parametrize(
    ("translate", "lang", "expected"),
    [([], "en", False), (["en"], "en", True), (["en"], "cy", False), (["en", "cy"], "cy", True)],
)
def test_each_language_of_translation_needs_its_own_yes(translate, lang, expected):
    assert expected == make_consent(scopes={"translate": translate}).allows_language(lang)


@pytest.mark.parametrize(
    ("public_name", "lang", "name"),
    [
        ("Amal", "en", "Amal"),
        ("Amal", "ar", "Amal"),
        ({"en": "Amal", "ar": "أمل"}, "ar", "أمل"),
        ({"en": "Amal", "ar": "أمل"}, "en", "Amal"),
        ({"en": "Amal", "ar": "أمل"}, "cy", None),
    ],
)
def test_the_name_is_the_one_for_the_language_and_never_another(public_name, lang, name):
    assert name == make_consent(public_name=public_name).name_in(lang)


def test_there_is_a_scope_for_every_channel():
    assert set(Channel) <= set(Scopes.model_fields)


def test_the_record_has_room_for_nothing_that_must_not_be_public():
    """
    Age, claim, contact, real name and signed form stay outside for ever (CON rules; design.md section 5).
    """
    assert {
        "id", "story", "public_name", "name_kind", "scopes", "released_on", "expires_on", "status", "checks_passed", "approval",
        "paused_on", "delisted_on", "taken_back", "withdrawn",
    } == set(ConsentRecord.model_fields)  # fmt: skip


def test_a_consent_cannot_end_before_it_begins():
    with pytest.raises(ValidationError, match="the consent ends before it begins"):
        make_consent(expires_on="2026-09-30")


@pytest.mark.parametrize(
    ("changes", "channel", "expected"),
    [
        ({}, "site", "2028-10-02"),
        ({"expires_on": None}, "site", "2028-10-02"),
        ({"status": "paused"}, "feed", "2026-10-02"),
        ({"status": "withdrawn"}, "embed", "2026-10-02"),
        ({"scopes": {"site": "yes"}}, "feed", None),
        ({"scopes": {"site": "yes"}, "taken_back": {"feed": "2026-11-20"}}, "feed", "2026-11-20"),
        ({"scopes": {"site": "yes"}, "taken_back": {"feed": "2026-11-20"}}, "site", "2028-10-02"),
        ({"scopes": {"feed": "yes"}, "taken_back": {"site": "2026-11-20"}}, "feed", "2026-11-20"),
        ({"scopes": {"feed": "yes"}}, "feed", None),
        ({"delisted_on": "2026-11-20"}, "feed", "2026-11-20"),
        ({"delisted_on": "2026-11-20"}, "site", "2028-10-02"),
        ({"status": "paused", "paused_on": "2026-10-01"}, "site", None),
    ],
)
def test_the_day_on_which_words_left_a_channel_is_told_by_the_dates_alone(changes, channel, expected):
    """
    Whatever the cause; and words that never were on a channel never left it.
    """
    left = make_consent(**changes).left_on(Channel(channel))

    assert expected == (left.isoformat() if left else None)


@given(
    st.sampled_from(["live", "paused", "withdrawn"]),
    SCOPES,
    st.dictionaries(st.sampled_from([*Channel]), DAYS.map(str)),
    st.none() | DAYS.map(str),
    DAYS,
    st.sampled_from(list(Channel)),
)
def test_words_are_on_a_channel_or_have_left_it_and_never_both(status, scopes, taken_back, delisted_on, day, channel):
    taken_back = {name: own for name, own in taken_back.items() if scopes.get(name) != "yes"}
    consent = make_consent(status=status, scopes=scopes, taken_back=taken_back, delisted_on=delisted_on)
    left = consent.left_on(channel)

    assert not (consent.allows(channel, day) and left and left <= day)
    assert not consent.allows(channel, day) or consent.left_on(channel)


def test_a_consent_without_a_last_day_counts_for_two_years():
    assert date(2028, 10, 1) == make_consent(expires_on=None).ends_on
    assert date(2030, 2, 28) == months_after(date(2028, 2, 29), 24)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"paused_on": "2026-11-01"}, "status and paused_on disagree"),
        ({"status": "paused", "paused_on": None}, "status and paused_on disagree"),
        ({"withdrawn": {"on": "2026-11-01", "mode": "gone"}}, "withdrawn stands in a record of another status"),
        ({"taken_back": {"fed": "2026-11-01"}}, '"fed" is no scope'),
        ({"taken_back": {"feed": "2026-11-01"}}, '"feed" is still allowed in scopes'),
        ({"taken_back": {"translate-cy": "2026-11-01"}}, '"translate-cy" is still allowed in scopes'),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(changes, expected):
    with pytest.raises(ValidationError, match=expected):
        make_consent(**changes)


def test_of_a_withdrawn_record_neither_name_nor_checks_are_left():
    consent = make_consent(status="withdrawn", public_name=None, checks_passed=None, approval=None)

    assert ("withdrawn", None, None) == (consent.state_on(BETWEEN), consent.name_in("en"), consent.checks_passed)
