"""
The pieces a text is made of: headings, paragraphs and items of lists, and the sentences in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from plugins.once import regex
from plugins.prose.masking import FIGURE, FILL


class Kind(StrEnum):
    """What a piece is: it says which rules are for it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    FIELD = "field"


class Unit(NamedTuple):
    """One piece of a text, from `start` to `end`: no sentence and no quotation reaches beyond it."""

    start: int
    end: int
    kind: Kind


class Sentence(NamedTuple):
    """
    One sentence, with the number of its words.

    `is_whole` is false for a heading and for an item of a list without a full stop.
    """

    start: int
    end: int
    unit: Unit
    words: int
    is_whole: bool


LINE = regex(r"[^\n]+")
BORDER = regex(rf"[ \t{FILL}]*\Z|[ \t]*(?:=+|-{{2,}})[ \t]*\Z")
UNDERLINE = regex(r"[ \t]{0,3}(?:=+|-{2,})[ \t]*\Z")
HEADING = regex(r"[ \t]{0,3}#{1,6}[ \t]*")
FENCE = regex(r"[ \t]*/{3,}[ \t]*(\w*)")
OPTION = regex(r"(?: {4}|\t)[ \t]*[\w-]+[ \t]*:")
ITEM = regex(r"[ \t]*(?:[-*+]|(\d{1,3})[.)])[ \t]+")
ROW = regex(r"[ \t]*\|")
LABEL = regex(r"[ \t]*(?:Fact again|Fact|Warning|Myth|Why)[ \t]*:[ \t]*")

END = regex(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[\"'”’»)]*+(?=\s)(?!\s+[a-zà-ÿ])")
WHOLE = regex(rf"[.!?…:][\"'”’»){FILL}\s]*\Z")
LAST_WORD = regex(r"[\w.-]*\Z")
SHORT = (
    "approx apr aug cf dec dept dr e.g eds eg esp est feb gov hon i.e ibid ie incl jan jr jul jun ltd mr mrs ms mt "
    "nov oct prof rev sep sept sr st viz vs"
)
ABBREVIATIONS = frozenset(SHORT.split())
"""What stands before a full stop that ends no sentence."""

SHORT_BEFORE_NUMBERS = "art arts c ca ch fig figs no nos p par para paras pp ref s sec sect ss vol"
BEFORE_NUMBERS = frozenset(SHORT_BEFORE_NUMBERS.split())
"""What does so only where a number follows: 'no. 5', but 'The answer was no.'"""

NUMBER_NEXT = regex(r"\s+[\d§]")
INITIAL = regex(r"(?:[A-Z]\.)*[A-HJ-Z]\Z")
LETTER = regex(rf"[^\W_]|{FIGURE}")
APART = str.maketrans({FILL: " ", "—": " "})
"""What stands between words, besides spaces."""


def split_units(text: str, start: int = 0) -> Iterator[Unit]:
    """The pieces of a bare text from a place on; lines of markup are no pieces."""
    begun: Unit | None = None
    previous, in_claim, in_options = -1, False, False
    for match in LINE.finditer(text, start):
        line, here, end = match[0], match.start(), match.end()
        if begun and here > previous + 1:
            yield begun
            begun = None
        previous = end
        in_options = in_options and OPTION.match(line) is not None
        fence = FENCE.match(line)
        if fence:
            in_claim, in_options = fence[1] == "claim", bool(fence[1])
        kind, skipped = kind_of(line, begun)
        if fence or in_options or kind is None:
            if begun:
                yield Unit(begun.start, begun.end, Kind.HEADING) if UNDERLINE.match(line) else begun
            begun = None
        elif kind is Kind.PARAGRAPH and begun:
            begun = Unit(begun.start, end, begun.kind)
        else:
            if begun:
                yield begun
            label = LABEL.match(line) if in_claim and kind is Kind.PARAGRAPH else None
            begun = Unit(here + (label.end() if label else skipped), end, kind)
            if kind in (Kind.HEADING, Kind.ROW):
                yield begun
                begun = None
    if begun:
        yield begun


def kind_of(line: str, begun: Unit | None) -> tuple[Kind | None, int]:
    """What begins with a line, and how many of its characters are marks; no kind for a border."""
    if BORDER.match(line):
        return None, 0
    heading = HEADING.match(line)
    if heading:
        return Kind.HEADING, heading.end()
    item = ITEM.match(line)
    if item and not (item[1] and begun and begun.kind is Kind.PARAGRAPH):
        return Kind.ITEM, item.end()
    return (Kind.ROW if ROW.match(line) else Kind.PARAGRAPH), 0


def split_sentences(text: str, unit: Unit) -> Iterator[Sentence]:
    """The sentences of one piece; what holds no word is none."""
    start = unit.start
    ends = [match.end() for match in END.finditer(text, unit.start, unit.end) if not _is_short(text, match, start)]
    for end in [*ends, unit.end]:
        while start < end and text[start].isspace():
            start += 1
        piece = text[start:end]
        words = len(words_of(piece))
        if words:
            is_whole = unit.kind in (Kind.PARAGRAPH, Kind.FIELD) or (
                unit.kind is Kind.ITEM and WHOLE.search(piece) is not None
            )
            yield Sentence(start, end, unit, words, is_whole)
        start = end


def _is_short(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a full stop belongs to an abbreviation or to the first letter of a name."""
    if not match[0].startswith(".") or match[0].startswith(".."):
        return False
    before = LAST_WORD.search(text, max(start, match.start() - 20), match.start())
    word = before[0] if before else ""
    if word.lower() in BEFORE_NUMBERS:
        return NUMBER_NEXT.match(text, match.end()) is not None
    return word.lower() in ABBREVIATIONS or INITIAL.match(word) is not None


def words_of(text: str) -> list[str]:
    """The words of a piece of bare text, with the marks that touch them: each has a letter, a digit or a figure."""
    if FILL in text or "—" in text:
        text = text.translate(APART)
    return [word for word in text.split() if word[0].isalnum() or LETTER.search(word)]
