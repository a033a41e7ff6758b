"""
Names in one spelling: without capitals, accents and points, and for other scripts as they sound in Latin letters.

The sound is a rough one, made of a small table of our own: it lets the Arabic
and the Latin spelling of most names with written vowels meet. Whoever keeps
the names writes those that do not meet in both scripts.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from plugins.identity.folding import INVISIBLE, ONE_FORM
from plugins.once import regex

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
"""Accents and vowel signs, as they stand between the brackets of a pattern."""

WORD = regex(rf"[^\W_](?:[^\W_]|[{MARKS}{INVISIBLE}'\u2019\u02bc](?=[^\W_{MARKS}]|[{MARKS}]))*[{MARKS}]*")
POSSESSIVE = regex(r"['\u2019\u02bc]s\Z", re.IGNORECASE)
NO_LETTERS = regex(rf"[{INVISIBLE}'\u2019\u02bc\u0640\u0621]")

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "a"}
    | {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۀ": "ه"}
)
"""Letters that stay when accents are taken away, each with the one it is written as."""

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ"
ARABIC_SOUNDS = "a b t th j h kh d dh r z s sh s d t z a gh f k k l m n h u i p ch zh g"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщъыьэюяієґ"
CYRILLIC_SOUNDS = "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch - i - e iu ia i e g"
SOUNDS = str.maketrans(
    dict(zip(ARABIC, ARABIC_SOUNDS.split(), strict=True))
    | dict(zip(CYRILLIC, CYRILLIC_SOUNDS.replace("-", "").split(" "), strict=True))
)
ALIKE = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("y", "i"), ("w", "u"), ("q", "k"), ("x", "ks"))
DOUBLED = regex(r"(.)\1+")

ARTICLES = frozenset({"al", "el", "ال"})
"""They are written apart, joined or not at all: Al-Testname, Altestname, Testname."""

PREFIXES = "وفبلك"
"""Letters that Arabic joins to a word: and, then, by, for, like."""


class Spelling(NamedTuple):
    """
    One way to take a word: as it is written most plainly, and about how it sounds.
    """

    plain: str
    sound: str


class Word(NamedTuple):
    """
    One word of a text: where it stands, and its `spellings`, the likeliest first.
    """

    start: int
    end: int
    spellings: tuple[Spelling, ...]

    @property
    def first(self) -> Spelling:
        """The likeliest spelling."""
        return self.spellings[0]


class Speller:
    """
    Takes texts apart into words, and remembers the spellings of those it met.
    """

    def __init__(self) -> None:
        self._met: dict[str, tuple[Spelling, ...]] = {}

    def words_in(self, text: str) -> list[Word]:
        """The words of a text, in order, apart from articles."""
        words = (Word(*match.span(), self._spell(match[0])) for match in WORD.finditer(text))
        return [word for word in words if word.spellings and word.first.plain not in ARTICLES]

    def _spell(self, word: str) -> tuple[Spelling, ...]:
        known = self._met.get(word)
        if known is None:
            spellings = filter(None, spellings_of(word))
            known = self._met[word] = tuple(Spelling(plain, sound_of(plain)) for plain in spellings)
        return known


def spellings_of(word: str) -> tuple[str, ...]:
    """A word without capitals, accents and endings, and where it is Arabic also without letters joined to it."""
    if word.isascii() and word.isalpha():
        return (word.lower(),)
    plain = unicodedata.normalize("NFKD", NO_LETTERS.sub("", POSSESSIVE.sub("", word)).translate(ONE_FORM))
    plain = "".join(char for char in plain.casefold() if not unicodedata.combining(char))
    plain = NO_LETTERS.sub("", plain.translate(LETTERS))
    if not is_arabic(plain):
        return (plain,)
    bare = _without_article(plain)
    joined = plain[1:] if plain[0] in PREFIXES and len(plain) > 3 else ""
    return (bare, _without_article(joined)) if joined else (bare,)


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic letters."""
    return bool(word) and "\u0600" <= word[0] <= "\u06ff"


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters or digits."""
    return bool(word) and word[0] < "\u0250"


def sound_of(spelling: str) -> str:
    """About how a spelling sounds, in Latin letters; the same for the scripts that the table knows."""
    if is_arabic(spelling) and spelling.endswith("ه"):
        spelling = spelling[:-1] + "ا"
    sound = spelling.translate(SOUNDS)
    for written, heard in ALIKE:
        sound = sound.replace(written, heard)
    return DOUBLED.sub(r"\1", sound)
