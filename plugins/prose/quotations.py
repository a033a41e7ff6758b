"""
Words in quotation marks are somebody else's: they are covered, one piece of a text at a time.

An apostrophe is no quotation mark. Where an inner "s'" could be either, the
quotation goes on to the next mark that can only end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.once import regex
from plugins.prose.masking import FILL, NOT_NEWLINE, fill
from plugins.prose.units import Unit

DOUBLE = regex(
    r"“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|‹[^‹›]*›|(?<![^\W_])\"(?=\S)[^\"]*\"(?![^\W_])"
)  # fmt: skip
SINGLE = regex(
    r"(?P<open>(?<![^\W_])(?:‘|'(?=\S)(?!\d0s\b|(?:tis|twas|em|til|n)\b(?!')))(?!\s))"
    r"|(?P<close>(?<=[^\s(\[])['’](?![^\W_]))",
    re.IGNORECASE,
)
MARKS = regex(r"[\"'“„«‹‘]")
DOUBLE_MARKS = regex(r"[\"“„«‹]")
SINGLE_MARKS = regex(r"(?<![^\W_])['‘]")
POSSESSIVE = "sS"


def cover_quotations(text: str, units: Iterable[Unit]) -> str:
    """The same text with what stands in quotation marks covered, marks and all."""
    if not MARKS.search(text):
        return text
    parts, place = [], 0
    for unit in units:
        if MARKS.search(text, unit.start, unit.end):
            piece = text[unit.start : unit.end]
            if DOUBLE_MARKS.search(piece):
                piece = DOUBLE.sub(fill, DOUBLE.sub(fill, piece))
            parts += [text[place : unit.start], _cover_single(piece) if SINGLE_MARKS.search(piece) else piece]
            place = unit.end
    return "".join([*parts, text[place:]])


def _cover_single(piece: str) -> str:
    """A piece with what stands in single marks covered."""
    parts, place = [], 0
    opened = -1
    doubtful: int | None = None
    for match in SINGLE.finditer(piece):
        if match["open"] and opened < 0:
            opened, doubtful = match.start(), None
        elif match["open"] and doubtful is not None:
            parts += [piece[place:opened], _filled(piece[opened:doubtful])]
            place, opened, doubtful = doubtful, match.start(), None
        elif match["close"] and opened >= 0:
            if piece[match.start() - 1] not in POSSESSIVE:
                parts += [piece[place:opened], _filled(piece[opened : match.end()])]
                place, opened, doubtful = match.end(), -1, None
            elif doubtful is None:
                doubtful = match.end()
    if opened >= 0 and doubtful is not None:
        parts += [piece[place:opened], _filled(piece[opened:doubtful])]
        place = doubtful
    return "".join([*parts, piece[place:]])


def _filled(words: str) -> str:
    return NOT_NEWLINE.sub(FILL, words)
