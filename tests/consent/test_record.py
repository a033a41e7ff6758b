"""
What one person agreed to: on which channel, in which language, by which name, from when until when.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plugins.consent.record import NEEDS_SITE, ConsentRecord, Scopes
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
    } == set(ConsentRecord.model_fields)  # fmt: skip


def test_a_consent_cannot_end_before_it_begins():
    with pytest.raises(ValidationError, match="the consent ends before it begins"):
        make_consent(expires_on="2026-09-30")
