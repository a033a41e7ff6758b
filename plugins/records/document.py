"""
YAML as our editors write it: plain strings, lists and mappings, each with its place.

No implicit types (`no` is a word, not false), no anchors, no tags, no key twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from plugins.problems import Problem

Path = tuple[str | int, ...]
Mark = tuple[int, int]

FIELD = re.compile(
    r"([a-z][a-z_]{0,60}): (?:([^\W_](?:[\w .,;()/'!?%+-]*[\w.,;()/'!?%+-])?)|\[([^\W_][\w-]*(?:, [^\W_][\w-]*)*)\])"
)
"""
A line as most fields are written: a name, and words or a list of names. None of these characters has a meaning of its
own in YAML where it stands here.
"""

LONGEST = 20_000


@dataclass
class Document:
    """
    The values of a YAML text, the place of each, and what is wrong with it.
    """

    values: dict[str, Any] = field(default_factory=dict)
    marks: dict[Path, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    """False where reading stopped before the end."""


def read_document(text: str, path: str, first_line: int = 1, longest: int = LONGEST) -> Document:
    """
    Read one YAML mapping, whose first line is line `first_line` of the file at `path`.

    What is longer than `longest` characters is refused unread.
    """
    if len(text) > longest:
        what, todo = f"this is longer than {longest:,} characters", "Move the text below the second line of ---."
        return Document(problems=[Problem(path, first_line, 1, what, todo)], is_whole=False)
    if plain := read_plain(text, first_line):
        return plain
    # Most fields need no more than that, and libyaml is not loaded for them.
    from plugins.records.yaml_events import read_events

    document = Document()
    read_events(text, path, first_line, document)
    return document


def read_plain(text: str, first_line: int) -> Document | None:
    """What `read_document` makes of lines that all are fields as most are written; None for any other text."""
    document = Document()
    values, marks = document.values, document.marks
    for line, typed in enumerate(text.removesuffix("\n").split("\n"), first_line):
        field = FIELD.fullmatch(typed)
        if field is None or field[1] in values:
            return None
        name, value, names = field.groups()
        column = len(name) + 3
        marks["\0key", name] = (line, 1)
        marks[(name,)] = (line, column)
        if names is None:
            values[name] = value
            continue
        values[name] = names.split(", ")
        column += 1
        for number, own in enumerate(values[name]):
            marks[name, number] = (line, column)
            column += len(own) + 2
    return document
