"""
Phone numbers, whatever their spelling, among the dates, sums and statistics of a text.

The library phonenumbers judges those with a country code. British ones are
found by their form, so that made-up numbers of the ranges kept for films
(07700 900xxx, 01632 960xxx), which the library calls invalid, are found too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.identity.digits import FAR, Place, digits_with, find_near
from plugins.once import regex

GAP = r"(?:[ \t]?\n[ \t]{0,4}|[ \t().*_/-]{0,3})"
"""What people write between the digits of one number."""

NO_DATE = r"(?!(?:\d?[-./ ]\d\d?[-./ ]|\d[-./])(?:19|20)\d\d(?!\d))"
NO_ISO_DATE = r"(?![ ]?(?:19|20)\d\d-\d\d-\d\d(?!\d))"
NATIONAL = regex(rf"0(?<![A-Za-z0-9]0)(?<!\d[.,/-]0)(?!\.){NO_DATE}(?:{GAP}[1-9])(?:{GAP}\d){{8,9}}(?!\d)", re.ASCII)
WORLDWIDE = regex(
    rf"(?:\+|00(?<![A-Za-z0-9]00)(?<!\d[.,]00)){NO_ISO_DATE}{GAP}[1-9](?:{GAP}\d){{7,14}}(?!\d)", re.ASCII
)
BARE_MOBILE = regex(r"7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)", re.ASCII)
LINKED = regex(r"(?:wa\.me/|[?&]phone=|//t\.me/\+)\+?\d{8,15}", re.ASCII)
TOLD_CUE = regex("tel|phone|mobile|whatsapp|fax|ffôn|هاتف|جوال|واتساب")
TOLD = regex(
    r"(?:tel|telephone|phone|mobile|whatsapp|fax|ffôn|هاتف|جوال|واتساب)(?: number| no)?[:. ]{1,3}"
    rf"([1-9](?:{GAP}\d){{5,14}}(?!\d))",
    re.ASCII,
)
BEFORE_MOBILE = regex(r"(?:\A|[^A-Za-z0-9+])(?:44[ -]?)?(?<!\d[.,])\Z", re.ASCII)
NOT_DIGITS = regex(r"\D+", re.ASCII)

FEWEST = 8
"""So many digits has the shortest number with its country code."""


def find_phones(text: str, lower: str, links: str, many: list[Place]) -> Iterator[Place]:
    """
    Where phone numbers stand: in a text without links, the same in small letters, and one with its links.

    `many` are the groups of many digits in the first two.
    """
    for match in find_near(WORLDWIDE, text, many):
        end = _possible(text, *match.span())
        if end:
            yield match.start(), end
    for match in find_near(NATIONAL, text, many):
        if match[0].count("\n") < 2:
            yield match.span()
    for match in find_near(BARE_MOBILE, text, many):
        if BEFORE_MOBILE.search(text[max(0, match.start() - 5) : match.start()]):
            yield match.span()
    if ".me/" in links or ("=" in links and "phone=" in links):
        yield from (match.span() for match in LINKED.finditer(links))
    yield from (match.span(1) for match in find_near(TOLD, lower, digits_with(TOLD_CUE, lower, many), FAR))


def _possible(text: str, start: int, end: int) -> int:
    """
    Where a number with a country code ends, or 0: groups that follow it may belong to the sentence.
    """
    import phonenumbers  # A text without such a number should not wait for it.

    number = "+" + NOT_DIGITS.sub(" ", text[start:end]).strip().removeprefix("00").strip()
    ends = [match.start() for match in NOT_DIGITS.finditer(text, start + 1, end)]
    while sum(map(str.isdigit, number)) >= FEWEST:
        try:
            if phonenumbers.is_possible_number(phonenumbers.parse(number)):
                return end
        except phonenumbers.NumberParseException:
            pass
        number, _, cut = number.rpartition(" ")
        if not cut or not ends or not number:
            return 0
        end = ends.pop()
    return 0


def same_number(text: str) -> str:
    """A British number in one form, with or without its country code."""
    digits = NOT_DIGITS.sub("", text)
    return re.sub(r"\A(?:0044|44)0?", "0", digits)


def is_health_number(digits: str) -> bool:
    """Whether ten digits can be an NHS number: the last is made from the others."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return len(digits) == 10 and rest != 10 and int(digits[9]) == rest % 11
