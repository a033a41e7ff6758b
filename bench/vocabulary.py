"""
The words of which corpora are made: those of the repository's own texts, without those that our checks look for.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.identity import numbers, patterns
from plugins.prose.terms import read_prose_terms

LITERAL = re.compile(r"[a-z]{3,}")

MARKS = frozenset({"data", "record", "fact"})
"""Words that name marks of our Markdown: the address of a heading "Data quote" looks like one."""


class Vocabulary:
    """
    The words of a content folder. No text made of `common` can be refused or warned of for what it says.

    `kept_back` are words of the same kind that never stand in `common`: four of them are found nowhere else.
    """

    def __init__(self, content: Path) -> None:
        prose = " ".join(path.read_text("utf-8") for path in sorted((content / "explainers").glob("*.md")))
        terms, _ = read_prose_terms(content / "terms.yml", "terms.yml")
        words = sorted(set(re.findall(r"\b[a-z]{2,12}\b", prose)) - terms.keys.keys() - set(cues()) - MARKS)
        self.kept_back = words[::10]
        self.common = [word for word in words if word not in set(self.kept_back)]


def cues() -> Iterator[str]:
    """The words of which the patterns for personal data are made, with and without an ending that may be missing."""
    for module in (patterns, numbers):
        for pattern in compiled_in(vars(module).values()):
            for word in LITERAL.findall(pattern.pattern.lower()):
                yield from (word, word[:-1])


def compiled_in(values: Iterable[Any]) -> Iterator[re.Pattern[str]]:
    """The patterns among some values, and in lists of them."""
    for value in values:
        if hasattr(value, "pattern"):
            yield value
        elif isinstance(value, tuple | list):
            yield from compiled_in(value)


class Shuffler:
    """
    Makes prose of words, the same for the same seed on any machine. It is nobody's writing.
    """

    def __init__(self, words: list[str], seed: int) -> None:
        self.words = words
        self.random = random.Random(seed)

    def chance(self, share: float) -> bool:
        """Whether something happens that happens so often in one."""
        return self.random.random() < share

    def some(self, count: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(self.words, k=count))

    def line(self, count: int) -> str:
        """So many words as a sentence, without any mark in it."""
        return f"{self.some(count).capitalize()}."

    def sentence(self) -> str:
        """A sentence of 6 to 18 words, one of which may be emphasised."""
        words = self.random.choices(self.words, k=self.random.randint(6, 18))
        if self.chance(0.15):
            words[2] = f"*{words[2]}*"
        return " ".join(words).capitalize() + "."

    def paragraph(self) -> str:
        """Three to six sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 6)))

    def items(self) -> str:
        """A list of four items."""
        return "\n".join(f"- {self.some(6)}" for _ in range(4))
