"""
Traces of words: what tells in finished bytes whose words they hold, however they were dressed up.

Words are folded (case, accents and punctuation do not count) and taken six at
a time. Six words in a row are rarely said twice by chance.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

LENGTH = 6
"""Words in a sequence."""

WORD = re.compile(r"[^\W_]+")
JOINERS = re.compile("['\u2019\u02bc\u00ad\u0640\u200b-\u200f\u2060\ufeff]")
"""What may stand within a word and does not count: apostrophes, soft hyphens, marks of direction."""


def fold(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", JOINERS.sub("", text))
        text = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    return WORD.findall(text.lower().replace("'", ""))


def sequences(words: list[str]) -> Iterator[str]:
    """All sequences of six words, or the whole of a shorter text."""
    if 0 < len(words) <= LENGTH:
        yield " ".join(words)
        return
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def sequences_of(parts: Iterable[str]) -> frozenset[str]:
    """The sequences of each part of a text; parts of fewer than six words have none."""
    found: set[str] = set()
    for part in parts:
        words = fold(part)
        if len(words) >= LENGTH:
            found.update(sequences(words))
    return frozenset(found)
