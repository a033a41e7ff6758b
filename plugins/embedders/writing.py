"""
Writes answers into the register, and leaves every other line as somebody wrote it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from plugins.embedders.reading import LONGEST
from plugins.records.document import Document, read_document


class CannotWrite(Exception):
    """An entry is written in a way in which only a person can add a line to it."""


def add_answer(text: str, name: str, subject: str, day: date, answer: str) -> str:
    """
    A register with one more answer of one embedder, after those there are.

    KeyError where nobody has this id; CannotWrite, with the line to add by hand, where nothing else may change.
    """
    before = read_document(text, "", longest=LONGEST)
    item = f"- {{for: {subject}, on: {day}, answer: {answer}}}"
    start = before.marks["\0key", name][0]
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines[start - 1].endswith("\r\n") else "\n"
    at, added = place_of(before, lines, name, start)
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += ending
    made = "".join([*lines[:at], *(own + ending for own in [*added[:-1], added[-1] + item]), *lines[at:]])
    wanted = with_answer(before, name, {"for": subject, "on": str(day), "answer": answer})
    if read_document(made, "", longest=LONGEST).values != wanted:
        raise CannotWrite(item)
    return made


def place_of(before: Document, lines: list[str], name: str, start: int) -> tuple[int, list[str]]:
    """After how many lines an answer is written, and what comes before it; an empty list in brackets is opened."""
    field = before.marks.get((name, "\0key", "answers"))
    places = [(place, mark) for place, mark in before.marks.items() if place[:1] == (name,)]
    if field is None:
        last = max((mark[0] for _, mark in places), default=start)
        indent = " " * (min((mark[1] for place, mark in places if place[1:2] == ("\0key",)), default=3) - 1)
        return last, [f"{indent}answers:", f"{indent}  "]
    answers = [(place, mark) for place, mark in places if place[1:2] == ("answers",) and len(place) > 2]
    if not answers:
        lines[field[0] - 1] = re.sub(r"(answers:)[ ]*\[[ ]*\]", r"\1", lines[field[0] - 1], count=1)
        return field[0], [" " * (field[1] + 1)]
    first = next(mark for place, mark in answers if place == (name, "answers", 0))
    return max(mark[0] for _, mark in answers), [" " * max(first[1] - 3, 0)]


def with_answer(before: Document, name: str, answer: dict[str, str]) -> dict[str, Any]:
    """What must be read in the register afterwards."""
    entry = before.values[name]
    entry = entry if isinstance(entry, dict) else {}
    return before.values | {name: entry | {"answers": [*(entry.get("answers") or ()), answer]}}
