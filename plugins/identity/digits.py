"""
Where the digits of a text stand: what needs one is looked for near them and nowhere else.

Most texts have a few numbers above the text and hardly any below, while there
are many patterns of numbers. One pass finds the digits for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Place = tuple[int, int]

CLOSE = 20
"""No pattern of a number reaches so far beyond its first and its last digit, not even "ARC / ABC" or "+"."""

FAR = 100
"""
Nor does any that begins or ends with words reach so far.

The longest way to a first digit is that of a day of arrival (7 letters, 40 characters, the name of a month), the
longest way from a last one that of a street whose name has three words (77). No match has a wider gap between digits.
"""

FEWEST = 6
"""So many digits have the shortest phone, passport, National Insurance, NHS and application numbers, or more."""

GROUP = re.compile(rf"\d(?:\D{{0,{2 * FAR}}}+\d)*")
"""Digits of any script, and what stands between those that are not far from each other."""

GROUP_OF_ZEROS = re.compile(rf"0(?:[^0]{{0,{2 * FAR}}}+0)*")
ALL = "0123456789"
ALL_ZEROS = str.maketrans(dict.fromkeys(ALL, "0"))
"""One digit in place of ten is found several times as fast, and only what is between the first and the last changes."""


def find_digits(text: str) -> list[Place]:
    """The groups of digits in a text, in their order and far from each other."""
    if not text.isascii():
        return [match.span() for match in GROUP.finditer(text)]
    last = max(map(text.rfind, ALL))
    if last < 0:
        return []
    first = min(at for at in map(text.find, ALL) if at >= 0)
    groups = GROUP_OF_ZEROS.finditer(text[first : last + 1].translate(ALL_ZEROS))
    return [(first + match.start(), first + match.end()) for match in groups]


def of_many(digits: Iterable[Place]) -> list[Place]:
    """Those of some groups of digits that are long enough for a phone number and the numbers of records."""
    return [(start, end) for start, end in digits if end - start >= FEWEST]


def digits_with(cue: re.Pattern[str], text: str, digits: Iterable[Place]) -> list[Place]:
    """Those of some groups of digits before which, and not far, a word stands that belongs to them."""
    return [(start, end) for start, end in digits if cue.search(text, max(0, start - FAR), end)]


def find_near(
    pattern: re.Pattern[str], text: str, digits: Iterable[Place], reach: int = CLOSE
) -> Iterator[re.Match[str]]:
    """All that a pattern finds in a text, of a pattern that needs a digit and has no more than this reach."""
    return (match for start, end in digits for match in pattern.finditer(text, max(0, start - reach), end + reach))
