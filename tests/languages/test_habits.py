"""
What is kept of a language says what Babel says, or nothing.
"""

from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal

from plugins.languages.habits import make_habits
from tests.make import LANGUAGES

EVERY = sorted({name.replace("_", "-") for name in locale_identifiers() if "_" not in name and name != "root"})
DAYS = [date(year, month, day) for year, day in ((1987, 1), (2026, 28)) for month in range(1, 13)]
NUMBERS = (0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 21, 42, 99, 100, 101, 999, 1000, -1, 2.5)


@pytest.mark.parametrize("tag", EVERY)
def test_it_says_what_babel_says_or_nothing(tag):
    habits, locale = make_habits(tag), Locale.parse(tag, sep="-")
    for day in DAYS:
        assert habits.write_date(day) in ("", format_date(day, "long", locale))
        assert habits.write_month(day) in ("", format_date(day, "MMMM y", locale))
    for number in NUMBERS:
        assert habits.write_number(number) in ("", format_decimal(number, locale=locale))
        assert type(number) is float or habits.form_of(number) in ("", locale.plural_form(number))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_in_the_languages_of_the_site_pages_need_no_more(tag):
    habits = make_habits(tag)

    assert all((habits.write_date(DAYS[0]), habits.write_month(DAYS[0]), habits.write_number(5), habits.form_of(5)))
