"""
Traces of words: what tells in finished bytes whose words they hold, however they were dressed up.

Words are folded (case, accents and punctuation do not count) and taken six at
a time. Six words in a row are rarely said twice by chance.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

LENGTH = 6
"""Words in a sequence."""

WORD = re.compile(r"[^\W_]+")
JOINERS = re.compile("['\u2019\u02bc\u00ad\u0640\u200b-\u200f\u2060\ufeff]")
"""What may stand within a word and does not count: apostrophes, soft hyphens, marks of direction."""

PLAIN: dict[int, str | None] = {
    **{code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)},
    ord("'"): None,
}
"""What becomes of each letter of ASCII, so that spaces alone stand between words: a tenth of the work of WORD."""

OTHER = re.compile(r"[^\x00-\x7f]+")
"""What is not ASCII. Each letter is folded for itself, so that nothing else need be looked at."""


@cache
def accents() -> re.Pattern[str]:
    """Accents, vowel signs and all else that only stands on or under a letter. To find them takes a moment."""
    found = (chr(code) for code in range(0x300, 0x10000) if unicodedata.combining(chr(code)))
    return re.compile(f"[{''.join(found)}]")


@lru_cache(maxsize=10_000)
def plain(letters: str) -> str:
    """Letters that are not ASCII, without case and accents; a space for each that is no letter."""
    folded = accents().sub("", unicodedata.normalize("NFKD", JOINERS.sub("", letters))).casefold()
    return "".join(letter if letter.isalnum() else " " for letter in folded)


@cache
def signs() -> dict[str, str]:
    """Signs that stand in most texts, often as all that is not ASCII there: each by itself is replaced faster."""
    common = "\u2019\u2018\u201c\u201d\u2013\u2014\u2026\u00b7\u00a0\u00a3\u20ac\u00d7\u2192\u200e\u200f"
    return {sign: plain(sign) for sign in common}


def fold(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation."""
    if not text.isascii():
        for sign, letters in signs().items():
            text = text.replace(sign, letters)
        if not text.isascii():
            text = OTHER.sub(lambda match: plain(match[0]), text)
        if not text.isascii():
            return WORD.findall(text.lower().replace("'", ""))
    return text.translate(PLAIN).split()


def folded(text: str) -> str:
    """
    A text without case and accents; what stands between its words is left, also what only becomes an apostrophe when
    it is folded.
    """
    if text.isascii():
        return text.lower().replace("'", "")
    return accents().sub("", unicodedata.normalize("NFKD", JOINERS.sub("", text))).casefold().lower()


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


CHECK = "a wrong key tells nothing"
"""What is hashed to know a key again."""

SEVERAL = 3
"""Sequences in a row that make a find of a text of which only hashes are left."""


def keyed(sequence: str, key: bytes) -> str:
    """The keyed hash of a sequence, 64 bits as hexadecimal digits; without the key nothing can be guessed from it."""
    return hmac.new(key, sequence.encode(), "sha256").hexdigest()[:16]


def write_traces(found: Iterable[str], key: bytes) -> str:
    """The file of traces: a check that tells a wrong key, then the hashes, sorted."""
    return "".join(f"{own}\n" for own in (f"check {keyed(CHECK, key)}", *sorted(keyed(own, key) for own in found)))


def read_traces(text: str, key: bytes) -> frozenset[str] | None:
    """The hashes in a file of traces; None where they were made with another key."""
    check, *hashes = text.splitlines() or [""]
    return frozenset(hashes) if check == f"check {keyed(CHECK, key)}" else None


def count_runs(words: list[str], hashes: frozenset[str], key: bytes) -> int:
    """How often at least three sequences in a row are among the hashes of a withdrawn text."""
    runs, length = 0, 0
    for sequence in sequences(words):
        length = length + 1 if keyed(sequence, key) in hashes else 0
        runs += length == SEVERAL
    return runs
