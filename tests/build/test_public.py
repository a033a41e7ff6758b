"""
The public site is not built for a day that has passed, unless that is wanted in words.
"""

from datetime import date

import pytest

from plugins.build.public import PAST_WORDS, Public
from plugins.problems import SettingsError

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 24), date(2030, 1, 1)])
@pytest.mark.parametrize("past", ["", PAST_WORDS, "yes"])
def test_today_and_later_days_need_no_words(day, past):
    Public(TODAY, past).refuse_past(day)


@pytest.mark.parametrize("past", ["", "yes", "1", PAST_WORDS.upper(), PAST_WORDS + " "])
def test_an_earlier_day_is_refused(past):
    with pytest.raises(SettingsError) as caught:
        Public(TODAY, past).refuse_past(date(2026, 11, 22))

    assert (
        "the site would be built for 2026-11-22, but by this machine it is 2026-11-23: texts that have ended since would come back. "
        'Unset SOURCE_DATE_EPOCH or, if you mean it, set WELCOME_PAST="bring back what has ended"'
    ) == str(caught.value)


def test_an_earlier_day_is_built_where_it_is_meant():
    Public(TODAY, PAST_WORDS).refuse_past(date(2020, 1, 1))
