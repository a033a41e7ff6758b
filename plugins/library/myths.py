"""
The quarantine of myths: what a text answers is said in its block, once, and nowhere else on the site.

Four words in a row of a myth are taken for the myth (rule CLM002).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from plugins.consent.traces import fold, folded
from plugins.outputs import fingerprint
from plugins.problems import Problem
from plugins.prose.glance import FEW, pattern_of
from plugins.records.reading import Named
from plugins.records.record import Record

LENGTH = 4

OWN_BLOCK = re.compile(r"(?m)^Myth:(?:.|\n(?![ \t]*\n))*")
"""The paragraph in which a myth may stand."""

HEADING = re.compile(r"(?m)^(#[^\n]*)\n")
END_OF_HEADING = "\x1f"

BORDER = re.compile(rf"{END_OF_HEADING}|\n[ \t]*\n|\n(?=[-*#>|]|[a-z_]+:|\d+\. )|\n---\n")
"""Between two paragraphs, lines of a list or fields: no sequence reaches over it."""

ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+|\{fact:[^}]*\}|id: (?<=^id: ).*$", re.MULTILINE)
"""What no reader reads. Each of the choices begins with a letter or a mark, so that the next place is found fast."""
NEXT = r"[\W_]++(?:(?:"
"""What stands between two words of a sequence, up to the second."""

SPACE = re.compile(r"\S+")


def myth_sequences(records: Iterable[Record]) -> dict[str, str]:
    """Four folded words in a row of each myth that the texts answer, or all of a shorter one, with the myth."""
    found: dict[str, str] = {}
    for record in records:
        for claim in record.body.claims if record.known.may_claim else ():
            for sequence in sequences(fold(claim.myth)):
                found.setdefault(sequence, claim.myth)
    return found


def sequences(words: list[str]) -> Iterator[str]:
    """All sequences of four words, or the whole of a shorter text."""
    for start in range(max(1, len(words) - LENGTH + 1)):
        if words:
            yield " ".join(words[start : start + LENGTH])


@dataclass(frozen=True)
class Myths:
    """
    What the texts of a site answer: the `sequences` of all myths, each with its myth.
    """

    sequences: Mapping[str, str]

    @cached_property
    def digest(self) -> str:
        """Changes whenever another myth may be found, or is shown in another way."""
        return fingerprint(*(part for own in sorted(self.sequences.items()) for part in own))

    def may_stand_in(self, text: str) -> bool:
        """
        Whether the words of some sequence stand in a row, in one paragraph or not. Where not, none is said: no border
        parts a word, and to fold a text is to fold its words. To make the pattern ready takes longer than to look at
        the first few texts without it.
        """
        return next(self._asked) < FEW or self._pattern.search(f"\n{folded(text)}") is not None

    @cached_property
    def _asked(self) -> Iterator[int]:
        return count()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return pattern_of([sequence.split() for sequence in self.sequences], NEXT)


def check_file(named: Named, text: str, myths: Myths) -> list[Problem]:
    """Where one file says four words of a myth outside its block; testimonies say what they say."""
    return [] if named.type.name == "testimony" else list(_check_text(named.path, text, myths))


def _check_text(path: str, text: str, myths: Myths) -> Iterator[Problem]:
    searched = ADDRESS.sub(_blank, OWN_BLOCK.sub(_blank, text) if "Myth:" in text else text)
    if not myths.may_stand_in(searched):
        return
    searched = HEADING.sub(rf"\1{END_OF_HEADING}", searched)
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    start = 0
    told: set[str] = set()
    for end in [*(match.start() for match in BORDER.finditer(searched)), len(searched)]:
        for place, words in _runs(searched, start, end):
            myth = myths.sequences.get(words)
            if myth and myth not in told:
                told.add(myth)
                line = bisect_right(begins, place)
                what = f'"{words}" are words of a myth that is answered on this site: "{myth}"'
                todo = "Say it in other words: a myth stands in its block, after the warning, and nowhere else."
                yield Problem(path, line, place - begins[line - 1] + 1, what, todo)
        start = end


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each four folded words in a row between two places, with the place where they begin."""
    words = [(match.start(), word) for match in SPACE.finditer(text, start, end) for word in fold(match[0])]
    for at in range(len(words)):
        for length in {LENGTH, *range(1, LENGTH)} if at + LENGTH >= len(words) else {LENGTH}:
            yield words[at][0], " ".join(word for _, word in words[at : at + length])


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
