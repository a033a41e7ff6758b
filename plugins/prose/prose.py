"""
What of a file is our own prose, each word at its place: the body, and the fields that readers see.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from plugins.prose.masking import FILL, bare_text
from plugins.prose.quotations import cover_quotations
from plugins.prose.units import Kind, Sentence, Unit, split_sentences, split_units
from plugins.records.document import LONGEST
from plugins.records.reading import FENCE

FIELDS = ("title", "summary", "answer", "share")
"""The fields in which we speak to readers."""

QUOTED = r"\"(?:[^\"\\]|\\[^\n])*\"(?=[ \t]*+(?:#|\n|\Z))|'(?:[^']|'')*'(?=[ \t]*+(?:#|\n|\Z))"
BLOCK = r"[>|][-+\d]*+[ \t]*+(?:#[^\n]*+)?(?=\n)(?P<lines>(?:\n(?:[ \t][^\n]*+|(?=\n|\Z)))*)"
PLAIN = r"(?:[^\n#]|(?<![ \t])#)*(?:\n[ \t]+(?:[^\n#]|(?<![ \t])#)*)*"
VALUE = re.compile(
    rf"^([\"']?)(?P<name>{'|'.join(FIELDS)})\1[ \t]*:(?=\s)[ \t]*(?:(?P<quoted>{QUOTED})|{BLOCK}|(?P<plain>{PLAIN}))",
    re.MULTILINE,
)
APOSTROPHE = re.compile(r"(?<=[^\W_])''(?=[^\W_])")
NEWLINE = re.compile(r"\n")
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Prose:
    """
    A text without its markup, as long as the file.

    In `bare` stand all words that a reader takes for ours or quoted by us; in
    `own` the words in quotation marks are covered as well. `title` is the piece
    of the title, `body` the place where the text below the fields begins.
    """

    bare: str
    own: str
    units: tuple[Unit, ...]
    title: Unit | None
    body: int

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the fields and the body, in their order."""
        return tuple(one for unit in self.units for one in split_sentences(self.bare, unit))


def read_body(text: str) -> Prose:
    """The prose of a Markdown text without fields."""
    bare = bare_text(text)
    units = tuple(split_units(bare))
    return Prose(bare, cover_quotations(bare, units), units, None, 0)


def read_prose(text: str) -> Prose:
    """The prose of a whole file: of the fields above the text only what readers see."""
    body = end_of_fields(text)
    if not body:
        return read_body(text)
    header = text[:body]
    parts, units, place = [], [], 0
    title: Unit | None = None
    for match in VALUE.finditer(header) if body <= LONGEST else ():
        start, end, value = _value(match)
        parts += [LINE.sub(_fill, header[place:start]), bare_text(value)]
        place = end
        unit = Unit(start, end, Kind.FIELD)
        units.append(unit)
        title = unit if match["name"] == "title" and title is None else title
    parts += [LINE.sub(_fill, header[place:]), bare_text(text[body:])]
    bare = "".join(parts)
    every = (*units, *split_units(bare, body))
    return Prose(bare, cover_quotations(bare, every), every, title, body)


def end_of_fields(text: str) -> int:
    """Where the text below the fields begins; 0 where there are no fields."""
    if not text.startswith("---"):
        return 0
    fences = FENCE.finditer(text)
    next(fences, None)
    second = next(fences, None)
    return second.end() if second else 0


def _value(match: re.Match[str]) -> tuple[int, int, str]:
    """The place of a field's value and its words; the quotation marks of YAML are none of ours."""
    if match["lines"] is not None:
        return (*match.span("lines"), match["lines"])
    if match["quoted"] is None:
        return (*match.span("plain"), match["plain"])
    start, end = match.span("quoted")
    inner = match["quoted"][1:-1]
    if match["quoted"].startswith("'"):
        # Two marks stand for one: a place before an opening one and after a closing one stays empty.
        inner = APOSTROPHE.sub("’ʼ", inner)
        inner = re.sub(r"''(?=[^\W_])", " '", inner).replace("''", "' ")
    else:
        inner = re.sub(r"\\[nrt]", "  ", inner).replace("\\", " ")
    return start + 1, end - 1, inner


def _fill(match: re.Match[str]) -> str:
    return FILL * len(match[0])


def lines_and_columns(text: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Lines and columns of places in a text, counted from 1."""
    begins = [0, *(match.end() for match in NEWLINE.finditer(text))]
    for place in places:
        line = bisect_right(begins, place)
        yield line, place - begins[line - 1] + 1
