"""
The quarantine of myths: what a text answers is said in its block, once, and nowhere else on the site.

Four words in a row of a myth are taken for the myth (rule CLM002).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from plugins.consent.traces import fold
from plugins.problems import Problem
from plugins.records.record import Record

LENGTH = 4

OWN_BLOCK = re.compile(r"(?m)^Myth:(?:.|\n(?![ \t]*\n))*")
"""The paragraph in which a myth may stand."""

HEADING = re.compile(r"(?m)^(#[^\n]*)\n")
END_OF_HEADING = "\x1f"

BORDER = re.compile(rf"{END_OF_HEADING}|\n[ \t]*\n|\n(?=[-*#>|]|[a-z_]+:|\d+\. )|\n---\n")
"""Between two paragraphs, lines of a list or fields: no sequence reaches over it."""

ADDRESS = re.compile(r"\]\([^)\s]*\)|https?://\S+|\{fact:[^}]*\}|^id: .*$", re.MULTILINE)
SPACE = re.compile(r"\S+")


def myth_sequences(records: Iterable[Record]) -> dict[str, str]:
    """Four folded words in a row of each myth that the texts answer, or all of a shorter one, with the myth."""
    found: dict[str, str] = {}
    for record in records:
        for claim in record.body.claims:
            for sequence in sequences(fold(claim.myth)):
                found.setdefault(sequence, claim.myth)
    return found


def sequences(words: list[str]) -> Iterator[str]:
    """All sequences of four words, or the whole of a shorter text."""
    for start in range(max(1, len(words) - LENGTH + 1)):
        if words:
            yield " ".join(words[start : start + LENGTH])


def check_text(path: str, text: str, found: Mapping[str, str]) -> Iterator[Problem]:
    """
    Every place outside its block at which a text says four words of a myth; `found` is from `myth_sequences`.
    """
    searched = HEADING.sub(rf"\1{END_OF_HEADING}", ADDRESS.sub(_blank, OWN_BLOCK.sub(_blank, text)))
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    start = 0
    told: set[str] = set()
    for end in [*(match.start() for match in BORDER.finditer(searched)), len(searched)]:
        for place, words in _runs(searched, start, end):
            myth = found.get(words)
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
