"""
A text as it is searched: digits, spaces and dashes in one form, with the way back to the text as it was typed.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import NamedTuple

ZEROS = (0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)
"""The zero of each script whose digits are read: Arabic, Persian, N'Ko, Devanagari, Bengali, Gurmukhi, wide, bold."""

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"

ONE_FORM: dict[int, str] = (
    {zero + value: str(value) for zero in ZEROS for value in range(10)}
    | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if not 0xFF10 <= code <= 0xFF19}
    | dict.fromkeys(map(ord, SPACES), " ")
    | dict.fromkeys(map(ord, DASHES), "-")
    | {ord("\u2019"): "'", ord("\u02bc"): "'", ord("\u0130"): "I"}
)
"""Each character that has a plainer form of the same length; U+0130 is the one that lower() makes two of."""

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
"""Characters that nobody sees, as they stand between the brackets of a pattern."""

UNSEEN = re.compile(
    f"[{INVISIBLE}]|\\\\(?=[!-/:-@\\[-`{{-~])|&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]{{2,8}});"
)
"""What a reader of the page does not see as it is typed: invisible characters, escapes and named characters."""

ONLY_INVISIBLE = re.compile(f"[{INVISIBLE}]")


class Folded(NamedTuple):
    """
    A text in one form; `cuts` are the places in it after which more was typed than stands there.
    """

    text: str
    cuts: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in the text as it was typed."""
        return self._typed(start), self._typed(end - 1) + 1 if end > start else self._typed(start)

    def _typed(self, index: int) -> int:
        return index + bisect_right(self.cuts, index)


def fold(text: str) -> Folded:
    """The text in one form."""
    if text.isascii() and "&" not in text and "\\" not in text:
        return Folded(text)
    pieces: list[str] = []
    cuts: list[int] = []
    last = length = 0
    for match in UNSEEN.finditer(text):
        plain = _plain(match[0])
        pieces += (text[last : match.start()], plain)
        length += match.start() - last + len(plain)
        cuts += [length] * (len(match[0]) - len(plain))
        last = match.end()
    pieces.append(text[last:])
    return Folded("".join(pieces).translate(ONE_FORM), tuple(cuts))


def _plain(typed: str) -> str:
    """What a reader sees of an invisible character, an escape or a named character."""
    if len(typed) == 1:
        return ""
    seen = html.unescape(typed)
    if len(seen) != 1:
        return typed
    return "" if ONLY_INVISIBLE.match(seen) else seen
