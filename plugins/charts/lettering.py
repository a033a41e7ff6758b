"""
Letters without a browser: how wide words are, how they wrap, and which way they run.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

SIZE = 14
"""The height of letters in the units of a drawing: 12.6 pixels on the narrowest phone."""

LINE = 18
BOLD = 1.06
"""How much wider heavy letters are."""

NARROW = frozenset("iljtfrI.,:;'’|!()[]-/ ")
BROAD = frozenset("mwMW%@—…")
JOINER = "\u200d"


def width_of(text: str, scale: float = 1) -> float:
    """About how wide a text is, and rather a little wider."""
    return round(sum(map(_width, text)) * SIZE * scale, 2)


def _width(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1
    if unicodedata.bidirectional(letter) == "AL":
        return 0.52
    if letter in NARROW:
        return 0.36
    if letter in BROAD:
        return 0.92
    return 0.7 if letter.isupper() else 0.62


def wrap(text: str, room: float, scale: float = 1) -> tuple[str, ...]:
    """A text in lines that fit the room; a word that is longer than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, room, scale):
            longer = f"{line} {piece}" if line else piece
            if line and width_of(longer, scale) > room:
                lines.append(line)
                longer = piece
            line = longer
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, room: float, scale: float) -> Iterator[str]:
    """A word, or the pieces of one that is too long; marks stay with their letter."""
    piece = ""
    for letter in word:
        belongs = unicodedata.combining(letter) or letter == JOINER or piece.endswith(JOINER)
        if piece and not belongs and width_of(piece + letter, scale) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((own in ("R", "AL") for own in directions if own in ("L", "R", "AL")), False)
