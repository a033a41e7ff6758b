"""
Personal data in a text: what was found, where, and what to write in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.identity import patterns
from plugins.identity.digits import FAR, Place, digits_with, find_digits, find_near, of_many
from plugins.identity.folding import fold
from plugins.identity.kinds import Kind, shorten, words_of
from plugins.identity.numbers import NOT_DIGITS, find_phones, is_health_number

BEGINNINGS = (
    "A An And Any Asylum At Budget By Each Every For From Her His Home I If In It Its My No Of Office On One Or Our "
    "Refugee Some The Their Then This That To Two We When Which While Why With Your"
)
NO_NAMES = frozenset(BEGINNINGS.split())
"""Words that a sentence may begin with, and that name no house."""

MONTHS = "January February March April May June July August September October November December"
NO_STREETS = frozenset({"High Court", "Supreme Court", "Crown Court", "County Court", "10 Downing Street"})
MONTH_NAMES = frozenset(MONTHS.split())
YEAR = re.compile(r"(?:19|20)\d\d\Z")
DIGIT = re.compile(r"\d")
"""A digit of any script."""

WORD = re.compile(r"\S+")


class Finding(NamedTuple):
    """
    One piece of personal data: `what` says why it endangers, `todo` what to write in its place.
    """

    start: int
    end: int
    kind: Kind
    what: str
    todo: str


def find_personal(text: str, *, narrowing: bool = True) -> list[Finding]:
    """
    All personal data of a text, by place; what two kinds claim goes to the graver one.

    Without `narrowing` the kinds are left out that only matter in a person's own words.
    """
    folded = fold(text)
    taken = bytearray()
    found: list[Finding] = []
    for kind, (start, end) in _find(folded.text, narrowing):
        taken = taken or bytearray(len(folded.text))
        if taken.find(1, start, end) >= 0:
            continue
        taken[start:end] = b"\1" * (end - start)
        what, todo = words_of(kind, shorten(kind, folded.text[start:end]))
        found.append(Finding(*folded.place(start, end), kind, what, todo))
    return sorted(found, key=lambda finding: finding.start)


def _find(whole: str, narrowing: bool) -> Iterator[tuple[Kind, Place]]:
    """Every kind with its places, gravest first; places may overlap."""
    text = _without_links(whole)
    lower = text.lower()
    yield from _each(Kind.EMAIL, _emails(whole))
    if DIGIT.search(whole):
        digits = find_digits(text)
        many = of_many(digits)
        yield from _each(Kind.CASE, _cases(text, lower, digits, many))
        yield from _each(Kind.INSURANCE, _insurance(text, many))
        yield from _each(Kind.BIRTH, _births(lower, digits))
        yield from _each(Kind.PHONE, find_phones(text, lower, whole, many))
        yield from _each(Kind.HEALTH, _health(text, lower, many))
        yield from _each(Kind.POSTCODE, _postcodes(text, lower, digits))
        yield from _each(Kind.PLATE, _spans(find_near(patterns.PLATE, text, digits)))
        if narrowing:
            yield from _each(Kind.ARRIVAL, _spans(find_near(patterns.ARRIVAL, lower, digits, FAR)))
        yield from _each(Kind.STREET, _streets(text, digits))
    yield from _each(Kind.STREET, _flats(text))
    yield from _each(Kind.HOTEL, _hotels(text))
    if narrowing:
        yield from _each(Kind.NAMED, _named(patterns.NAMED, text))
        yield from _each(Kind.AGE, _ages(lower))
        if _has(patterns.CHILDREN_CUES, lower):
            yield from _each(Kind.CHILDREN, _after(patterns.CHILDREN, patterns.BEFORE_CHILDREN, lower))


def _each(kind: Kind, places: Iterable[Place]) -> Iterator[tuple[Kind, Place]]:
    return ((kind, place) for place in places)


def _has(cues: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(cue.search(text) for cue in cues)


def _spans(matches: Iterable[re.Match[str]]) -> Iterator[Place]:
    return (match.span() for match in matches)


def _after(pattern: re.Pattern[str], before: re.Pattern[str], text: str) -> Iterator[Place]:
    """Where a word stands that follows a number."""
    for match in pattern.finditer(text):
        number = before.search(text, max(0, match.start() - 30), match.start())
        if number:
            yield number.start() + (not number[0][0].isalnum()), match.end()


def _without_links(text: str) -> str:
    """The text with web addresses and the ids of facts, sources and consents struck out."""
    for pattern in patterns.LINKS:
        text = pattern.sub(_strike, text)
    if patterns.ID_CUE.search(text):
        text = patterns.ID.sub(_strike, text)
    return text


def _strike(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _emails(text: str) -> Iterator[Place]:
    found = (patterns.EMAIL_AT,) if "@" in text else ()
    for pattern in (*found, patterns.SPELLED_AT) if _has(patterns.SPELLED_CUES, text) else found:
        for match in pattern.finditer(text):
            before = patterns.BEFORE_AT.search(text, max(0, match.start() - 65), match.start())
            if before and (match[0][0] != "@" or not before[0][-1].isspace()):
                yield before.start(), match.end()


def _cases(text: str, lower: str, digits: list[Place], many: list[Place]) -> Iterator[Place]:
    yield from _spans(find_near(patterns.CASES, text, digits))
    yield from _spans(find_near(patterns.APPLICATION, text, many))
    yield from (match.span(1) for match in find_near(patterns.PASSPORT, lower, many, FAR))


def _births(lower: str, digits: list[Place]) -> Iterator[Place]:
    return _spans(find_near(patterns.BIRTH, lower, digits_with(patterns.BIRTH_CUE, lower, digits), FAR))


def _postcodes(text: str, lower: str, digits: list[Place]) -> Iterator[Place]:
    for match in find_near(patterns.POSTCODE, lower, digits):
        area = patterns.AREA.search(lower, max(0, match.start() - 3), match.start())
        if not area:
            continue
        start, end = area.start(1), match.end()
        typed = text[start:end]
        is_small = typed.upper() != typed
        if is_small and (patterns.ORDINAL.search(typed) or patterns.SMALL_AND_SHORT.match(typed)):
            continue
        yield start, end


def _insurance(text: str, many: list[Place]) -> Iterator[Place]:
    for match in find_near(patterns.INSURANCE, text, many):
        letters = patterns.BEFORE_INSURANCE.search(text, max(0, match.start() - 4), match.start())
        if not letters:
            continue
        start, end = letters.start(1), match.end()
        typed = text[start:end]
        if typed == typed.upper() or (typed.count(" ") in (0, 4) and not patterns.NO_INSURANCE.match(typed.lower())):
            yield start, end


def _health(text: str, lower: str, many: list[Place]) -> Iterator[Place]:
    for match in find_near(patterns.TEN_NEAR_NHS, lower, digits_with(patterns.NHS_CUE, lower, many), FAR):
        if is_health_number(NOT_DIGITS.sub("", match[1])):
            yield match.span(1)
    for match in find_near(patterns.GROUPED_TEN, text, many):
        if is_health_number(NOT_DIGITS.sub("", match[0])):
            yield match.span()


def _streets(text: str, digits: list[Place]) -> Iterator[Place]:
    for match in find_near(patterns.STREET, text, digits, FAR):
        words = match[2].split()
        if YEAR.match(match[1]) or words[0] in MONTH_NAMES or words[0] in NO_NAMES:
            continue
        if not {f"{words[-1]} {match[3]}", " ".join(match[0].split())} & NO_STREETS:
            yield match.span()


def _flats(text: str) -> Iterator[Place]:
    """A flat has a number or a letter."""
    if _has(patterns.FLAT_CUES, text):
        yield from _spans(patterns.FLAT.finditer(text))


def _hotels(text: str) -> Iterator[Place]:
    if _has(patterns.HOTEL_CUES, text):
        yield from _named(patterns.HOTEL, text)
        yield from _spans(patterns.HOTEL_OF.finditer(text))


def _ages(lower: str) -> Iterator[Place]:
    for pattern in patterns.AGED:
        yield from _spans(pattern.finditer(lower))
    yield from _after(patterns.YEARS_OLD, patterns.BEFORE_OLD, lower)


def _named(pattern: re.Pattern[str], text: str) -> Iterator[Place]:
    """Names before a word such as Hotel; the words that a sentence begins with are no name."""
    for match in pattern.finditer(text):
        name = patterns.NAME_BEFORE.search(text, max(0, match.start() - patterns.LONGEST_NAME), match.start())
        words = WORD.finditer(text, *name.span()) if name else ()
        first = next((word for word in words if word[0] not in NO_NAMES), None)
        if first and name and not (match[0] == "Inn" and name[0].endswith("'s ")):
            yield first.start(), match.end()
