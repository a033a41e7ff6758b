"""
How easily a text is read: the length of its sentences and words, in two well-known measures.

The Automated Readability Index (Senter and Smith 1967) gives a school year; the
reading age is five more. LIX (Björnsson 1968) does without either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from plugins.problems import Problem, Severity
from plugins.prose.masking import FIGURE
from plugins.prose.prose import Prose, lines_and_columns
from plugins.prose.units import Sentence, words_of

MOST_WORDS = 25
MIDDLE_WORDS = 17
OLDEST = 12
"""The highest reading age of an explainer; we aim at one year less."""

FEWEST_SENTENCES = 5
"""Of fewer sentences nothing can be said."""

LONG_WORD = 6
YOUNGEST = 5
"""The age before the first year of school."""

NO_LETTER = re.compile(r"[\W_]+")
FIGURE_LETTERS = 5
"""A figure that is put in later counts as a word of so many letters and digits."""

SHOWN = 3
SHOWN_WORDS = 8


class Measure(NamedTuple):
    """What is counted: letters and digits, words, sentences."""

    letters: int
    words: int
    sentences: int


def measure(sentences: Sequence[str]) -> Measure:
    """Count some sentences of bare text."""
    words = words_of(" ".join(sentences))
    joined = "".join(words)
    figures = sum(FIGURE in word for word in words) if FIGURE in joined else 0
    return Measure(letters_of(joined) + FIGURE_LETTERS * figures, len(words), len(sentences))


def letters_of(word: str) -> int:
    """How many letters and digits are written in a word."""
    return len(NO_LETTER.sub("", word))


def ari(sentences: Sequence[str]) -> float:
    """The Automated Readability Index of some sentences; 0 where there are no words."""
    counts = measure(sentences)
    if not counts.words:
        return 0.0
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def lix(sentences: Sequence[str]) -> float:
    """The index of Björnsson: up to 40 is plain; 0 where there are no words."""
    words = words_of(" ".join(sentences))
    if not words:
        return 0.0
    long = [word for word in words if letters_of(word) > LONG_WORD]
    return len(words) / len(sentences) + 100 * len(long) / len(words)


def reading_age(sentences: Sequence[str]) -> int:
    """The age at which some sentences can be read, from their Automated Readability Index."""
    return max(YOUNGEST, ceil(ari(sentences)) + YOUNGEST)


def check_readability(path: str, text: str, prose: Prose) -> list[Problem]:
    """
    The sentences of a body that are too long, and whether the body as a whole asks too much.

    Headings and items of lists without a full stop are no sentences: only their
    length is looked at.
    """
    every = [one for one in prose.sentences if one.start >= prose.body]
    long = [one for one in every if one.words > MOST_WORDS]
    places = lines_and_columns(text, [one.start for one in long])
    problems = [
        Problem(
            path, line, column, f"this sentence has {one.words} words",
            f"Make two of it: {MOST_WORDS} words are enough.", Severity.WARNING,
        )
        for one, (line, column) in zip(long, places, strict=True)
    ]  # fmt: skip
    whole = [one for one in every if one.is_whole]
    return [*problems, *_of_the_whole(path, text, prose, whole)] if len(whole) >= FEWEST_SENTENCES else problems


def _of_the_whole(path: str, text: str, prose: Prose, whole: list[Sentence]) -> Iterator[Problem]:
    """What is said of a body as a whole, at its first line."""
    from statistics import median

    ((line, column),) = lines_and_columns(text, [whole[0].start])
    pieces = [prose.bare[one.start : one.end] for one in whole]
    middle = median(one.words for one in whole)
    if middle > MIDDLE_WORDS:
        what = f"half of the sentences have {middle:g} words or more"
        todo = f"Shorten some, until the middle one has {MIDDLE_WORDS} words or fewer."
        yield Problem(path, line, column, what, todo, Severity.WARNING)
    age = reading_age(pieces)
    if age > OLDEST:
        what = f"one must be about {age} years old to read this text with ease, and we want {OLDEST} at most"
        todo = f"Use shorter sentences and shorter words, first here: {_worst(text, whole, pieces)}."
        yield Problem(path, line, column, what, todo, Severity.WARNING)


def _worst(text: str, whole: list[Sentence], pieces: list[str]) -> str:
    """The sentences that are hardest to read, each with its line and its first words."""
    hard = sorted(range(len(whole)), key=lambda at: (-ari([pieces[at]]), at))[:SHOWN]
    lines = [line for line, _ in lines_and_columns(text, [whole[at].start for at in hard])]
    return "; ".join(f"line {line}, “{beginning(pieces[at])}”" for at, line in zip(hard, lines, strict=True))


def beginning(piece: str) -> str:
    """The first words of a sentence, for a message."""
    words = ["[figure]" if FIGURE in word else word for word in words_of(piece)]
    return " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")
