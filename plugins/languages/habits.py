"""
How a language writes what pages are full of: days, small numbers, and the words beside them.

Babel knows all of it and takes longer to load than a page to draw. So what it says is kept as plain values, as far as
they hold it whole; for whatever else there is, Babel is asked.
"""

from __future__ import annotations

import re
from datetime import date as Day
from typing import NamedTuple

from plugins.languages.language import locale_of

TOKEN = r"d(?!d)|MMMM|y(?!y)|'[^']*'|[^A-Za-z'{}]"
"""What a pattern of dates may hold to be kept: the day, the name of the month, the year, and signs and words."""

FEW = 100
"""Below this the form of a number is kept."""

PLAIN_BELOW = 1000
"""Below this, numbers have no separators."""


class Habits(NamedTuple):
    """
    What is kept of one language. Empty where it would not be all.
    """

    date: str = ""
    """A date, with {0} for the day, {1} for the month and {2} for the year."""
    months: tuple[str, ...] = ()
    """The names of the months as they stand in dates."""
    forms: tuple[str, ...] = ()
    """The plural form of each number from 0."""
    has_plain_numbers: bool = False
    """Whether numbers below `PLAIN_BELOW` are written with the digits 0 to 9 alone."""

    def write_date(self, day: Day) -> str:
        """A date written out; empty where Babel has to be asked, and so below."""
        return self.date.format(day.day, self.months[day.month - 1], day.year) if self.date else ""

    def write_month(self, day: Day) -> str:
        """The month and year of a date."""
        return f"{self.months[day.month - 1]} {day.year}" if self.months else ""

    def write_number(self, number: int | float) -> str:
        """A small whole number."""
        return str(number) if self.has_plain_numbers and type(number) is int and 0 <= number < PLAIN_BELOW else ""

    def form_of(self, number: int) -> str:
        """The plural form of a small number."""
        return self.forms[number] if 0 <= number < len(self.forms) else ""


NOT_KNOWN = Habits()
"""The habits of which nothing is kept."""


def make_habits(tag: str) -> Habits:
    """What Babel says of a language."""
    from babel.numbers import format_decimal

    locale = locale_of(tag)
    numbers = (*range(FEW), PLAIN_BELOW - 1)
    return Habits(
        date=kept_pattern(locale.date_formats["long"].pattern),
        months=tuple(locale.months["format"]["wide"][number] for number in range(1, 13)),
        forms=tuple(locale.plural_form(number) for number in range(FEW)),
        has_plain_numbers=all(format_decimal(number, locale=locale) == str(number) for number in numbers),
    )


def kept_pattern(pattern: str) -> str:
    """A pattern of CLDR as one for `format`; empty where it holds more than can be kept."""
    places = {"d": "{0}", "MMMM": "{1}", "y": "{2}"}
    if not re.fullmatch(f"(?:{TOKEN})+", pattern):
        return ""
    return "".join(places.get(token, token.strip("'")) for token in re.findall(TOKEN, pattern))
