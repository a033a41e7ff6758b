"""
Large numbers that stand alone: every number of people sounds large until it is set beside another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from plugins.once import regex
from plugins.problems import Problem, Severity
from plugins.prose.masking import FIGURE
from plugins.prose.prose import Prose, lines_and_columns
from plugins.prose.units import Kind, Sentence, Unit, words_of

LONGEST_OF_SERIES = 15
"""An item of a list with one sentence of up to so many words is one of a series of figures."""

FIRST_YEAR, LAST_YEAR = 1500, 2199

COUNT = "a|one|two|three|four|five|six|seven|eight|nine|ten|several|many|half[ -]a"
AFTER = r"(?![\w/%-]|[.,]\d)(?!\s*(?:%|(?i:pounds?|euros?|dollars?|pence|sterling)\b))"
IN_DIGITS = regex(
    r"\d(?<![\w.,/£$€¥-]\d)(?:[\d,]*(?:\.\d+)?\s+(?i:million|billion|thousand)\b"
    rf"|\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?|\d{{3,}}){AFTER}"
)
IN_WORDS = regex(rf"(?<![\w£$€-])(?:(?:{COUNT})[ -][mb]illion\b|millions\b){AFTER}", re.IGNORECASE)
NAMED = regex(
    r"\b(?:answer|article|bill|case|chapter|form|line|no|number|page|part|paragraph|regulation|section|statement)s?"
    r"\.?[^\S\n]+\Z",
    re.IGNORECASE,
)
"""Before a number that counts nothing."""

COMPARISONS = "|".join(
    (
        r"out of|per|per ?cent|percentage|every|each|share|average|most of|of the|of (?:all|them|those|these|that)",
        r"half|(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?|one (?:in|of)|in (?:ten|a hundred|a thousand)",
        r"compared|against|as (?:many|much|few|high|low)|times as|twice|double|up from|down from|below|above",
        r"than (?:in|a|the|at|any|ever|before|for)|(?:fewer|less|more|higher|lower|larger|smaller) than (?!\w* ?[£\d])",
        r"the (?:year|month) before|(?:a|one|two|three|five|ten) years? (?:before|earlier|ago)",
        r"peak|highest|lowest|record|rose|risen|fell|fallen|grew|doubled|halved|target|promised|limit",
    )
)
COMPARED = regex(rf"%|\b(?:{COMPARISONS})(?![^\W_])|\bfrom [\d,.]+(?: million)? to [\d,.]+\d", re.IGNORECASE)
"""What sets a number beside another one."""

GOES_ON = regex(
    r"\W*(?:(?:that|this|it|they|these|those)\b|(?:a|one|two) years? (?:before|earlier)\b|in \d{4} (?:it|there)\b)"
    r"|.*\bof (?:them|these|those|that)\b",
    re.IGNORECASE | re.DOTALL,
)
"""With this the next sentence still speaks of the number before it."""

PROPOSAL = (
    "Say what it is part of, such as “out of …”, “per 10,000 residents” or “of all who …”, "
    "or set it beside another year."
)


def check_numbers(path: str, text: str, prose: Prose) -> Iterator[Problem]:
    """The sentences of an explainer that give a large number and nothing to measure it by."""
    found = [number.span() for number in bare_numbers(prose)]
    places = lines_and_columns(text, [start for start, _ in found]) if found else ()
    for (start, end), (line, column) in zip(found, places, strict=True):
        shown = " ".join(text[start:end].split())
        yield Problem(path, line, column, f"{shown} stands here without a comparison", PROPOSAL, Severity.WARNING)


def bare_numbers(prose: Prose) -> Iterator[re.Match[str]]:
    """
    The large numbers that have nothing beside them, one for a paragraph at most.

    A later number of a paragraph has the first one beside it. So has a number of which the next
    sentence goes on with "That was …", "Half of them …" or the like, and compares.
    """
    seen: Unit | None = None
    for number in large_numbers(prose.own):
        at = bisect_right(prose.sentences, number.start(), key=lambda one: one.start) - 1
        sentence = prose.sentences[at] if at >= 0 else None
        if sentence is None or number.end() > sentence.end or sentence.unit == seen:
            continue
        seen = sentence.unit
        following = prose.sentences[at + 1] if at + 1 < len(prose.sentences) else None
        if is_meant(prose, sentence, number) and not is_compared(prose, sentence, following):
            yield number


def large_numbers(text: str) -> list[re.Match[str]]:
    """The numbers of a thousand or more in a text, by place, without years and what is only numbered."""
    found = [number for number in IN_DIGITS.finditer(text) if _is_large(number)]
    if "illion" in text:
        found = sorted([*found, *IN_WORDS.finditer(text)], key=lambda number: number.start())
    return found


def is_meant(prose: Prose, sentence: Sentence, number: re.Match[str]) -> bool:
    """Whether a number of a sentence wants a comparison: not in a title, a table or a series of figures."""
    unit = sentence.unit
    if unit.kind in (Kind.HEADING, Kind.ROW) or unit == prose.title:
        return False
    if unit.kind is Kind.ITEM and len(words_of(prose.bare[unit.start : unit.end])) <= LONGEST_OF_SERIES:
        return False
    return FIGURE not in prose.own[sentence.start : number.start()]


def is_compared(prose: Prose, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether a sentence, or the next one that still speaks of the same number, sets something beside it."""
    if COMPARED.search(prose.own, sentence.start, sentence.end):
        return True
    if following is None or following.unit != sentence.unit:
        return False
    place = (following.start, following.end)
    if not GOES_ON.match(prose.own, *place):
        return False
    return COMPARED.search(prose.own, *place) is not None or bool(large_numbers(prose.own[slice(*place)]))


def _is_large(match: re.Match[str]) -> bool:
    """Whether digits count a thousand or more, and are neither a year nor the name of something."""
    digits = match[0]
    if digits.isdigit() and digits.isascii():
        if digits.startswith("0") or (len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR):
            return False
        return NAMED.search(match.string, max(0, match.start() - 20), match.start()) is None
    return not digits.startswith("0,")
