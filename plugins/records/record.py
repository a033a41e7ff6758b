"""
Record: one valid text in one language, and the places in it that are still open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from plugins.problems import Problem, Severity
from plugins.records.document import Mark, Path


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """
    A link to another text, whose address is known only to the library.

    `target` is as written ("penally", "story/penally" or a file name); `words`
    is the safe HTML between the tags; `line` is where it stands in the file.
    """

    target: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """
    Words of a testimony in another text: shown only while that testimony may be.

    `target` names the testimony ("testimony/the-allotment"), `words` is safe HTML.
    """

    target: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """
    Safe HTML with open places: `parts` has one piece more than `places`.
    """

    parts: tuple[str, ...]
    places: tuple[LinkPlace | QuotePlace, ...] = ()
    words: int = 0
    """How many words a reader reads."""

    def __post_init__(self) -> None:
        assert len(self.parts) == len(self.places) + 1


@dataclass(frozen=True, slots=True)
class Record:
    """
    One valid text in one language, made from the bytes of its file alone.

    `front` is the type's model; that of a translation becomes whole when the
    library joins it with its original.
    """

    type: str
    slug: str
    lang: str
    path: str
    front: Any
    body: Body
    marks: Mapping[Path, Mark]
    is_translation: bool = False

    @property
    def id(self) -> str:
        """The opaque id, shared by all translations of the text."""
        return str(self.front.id)

    @property
    def name(self) -> tuple[str, str]:
        """What all translations of one text have in common: type and slug."""
        return (self.type, self.slug)

    def at(self, *path: str | int) -> Mark:
        """Where a field stands; the first line of the file where it does not."""
        return self.marks.get(path, (1, 1))

    def problem(self, path: Path, what: str, todo: str, severity: Severity = Severity.ERROR) -> Problem:
        """A problem with one of the fields."""
        line, column = self.at(*path)
        field = f"{path[0]}: " if path else ""
        return Problem(self.path, line, column, field + what, todo, severity)

    def with_front(self, front: Any) -> Record:
        """The same text with other front matter."""
        return replace(self, front=front)
