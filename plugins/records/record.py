"""
Record: one valid text in one language, and the places in it that are still open.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import RLock
from typing import Any, NamedTuple

from plugins.outputs import digest_of
from plugins.problems import Problem, Severity
from plugins.records.document import Mark, Path


class LinkPlace(NamedTuple):
    """
    A link to another text, whose address is known only to the library.

    `target` is as written ("penally", "story/penally" or a file name); `words`
    is the safe HTML between the tags; `line` is where it stands in the file.
    """

    target: str
    words: str
    """Empty where the title of the text is to stand there."""
    line: int


class QuotePlace(NamedTuple):
    """
    Words of a testimony in another text: shown only while that testimony may be.

    `target` names the testimony ("testimony/the-allotment"), `words` is safe HTML.
    """

    target: str
    words: str
    line: int


class FactPlace(NamedTuple):
    """A figure of the book of facts; `target` is as written, F-numbers-005 or F-numbers-005/3."""

    target: str
    line: int


class ChartPlace(NamedTuple):
    """A chart, by its name in content/charts."""

    target: str
    line: int


class WordPlace(NamedTuple):
    """A word of the interface, by its key, in the language of the page."""

    key: str


Place = LinkPlace | QuotePlace | FactPlace | ChartPlace | WordPlace


class Claim(NamedTuple):
    """A myth that a text answers: its words are in the block of the body and nowhere else."""

    technique: str
    said: str
    """The kind of source that says it, never a person."""
    reach: str
    myth: str
    fact: str
    """Plain words, with marks of figures in them."""
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    """
    Safe HTML with open places: `parts` has one piece more than `places`.
    """

    parts: Sequence[str]
    places: tuple[Place, ...] = ()
    words: int = 0
    """How many words a reader reads."""
    claims: tuple[Claim, ...] = ()
    known: str = field(default="", compare=False)
    """Its digest, where that was made before."""

    def __post_init__(self) -> None:
        assert len(self.parts) == len(self.places) + 1

    @property
    def digest(self) -> str:
        """Changes with anything in it."""
        return self.known or digest_of("body", repr((tuple(self.parts), self.places, self.words, self.claims)))

    def become(self, other: Body) -> None:
        """
        Take over all of another body. Nothing else changes a body once it was read: it is for previews, where one
        text is read again and all that was found out about the others stays.
        """
        for name in self.__slots__:
            object.__setattr__(self, name, getattr(other, name))

    @property
    def links(self) -> Iterator[LinkPlace | QuotePlace]:
        """The places that lead to other texts."""
        return (place for place in self.places if isinstance(place, LinkPlace | QuotePlace))

    @property
    def facts(self) -> Iterator[FactPlace]:
        """The places of figures."""
        return (place for place in self.places if isinstance(place, FactPlace))

    @property
    def charts(self) -> Iterator[ChartPlace]:
        """The places of charts."""
        return (place for place in self.places if isinstance(place, ChartPlace))


class Known(NamedTuple):
    """What is known of a text before anything that stands in it is looked at; empty where it is not known."""

    id: str = ""
    front: str = ""
    """The digest of its front matter."""
    body: str = ""
    """The digest of its body."""
    may_link: bool = True
    """False where it is known that it has no links to other texts and no quotes; so the others."""
    may_state: bool = True
    """Figures or charts."""
    may_claim: bool = True
    """Answers to myths."""


NOT_KNOWN = Known()
"""What is known of a text that nobody kept."""

Loaded = tuple[Any, "Body", Mapping[Path, Mark]]
"""Front matter, body, and where fields stand."""


put = object.__setattr__

LOADING = RLock()
"""Held while a text is loaded: the preview shows pages in several threads."""

if hasattr(os, "register_at_fork"):
    # A process made by fork has none of the other threads, and would wait for them without end.
    os.register_at_fork(before=LOADING.acquire, after_in_parent=LOADING.release, after_in_child=LOADING.release)


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
    known: Known = field(default=NOT_KNOWN, compare=False)
    load: Callable[[], Loaded] | None = field(default=None, compare=False, repr=False)
    """Gives what stands in it, until somebody asks for that: most builds show few of all texts."""

    @classmethod
    def later(
        cls, type: str, slug: str, lang: str, path: str, is_translation: bool, known: Known, load: Callable[[], Loaded]
    ) -> Record:
        """A text of which all that stands in it is given by `load` when somebody first asks for it."""
        record = cls.__new__(cls)
        # Thousands are made so: a loop over names would take twice the time.
        put(record, "type", type)
        put(record, "slug", slug)
        put(record, "lang", lang)
        put(record, "path", path)
        put(record, "is_translation", is_translation)
        put(record, "known", known)
        put(record, "load", load)
        return record

    def __getattr__(self, name: str) -> Any:
        # Called for what has no value yet.
        if name not in ("front", "body", "marks"):
            raise AttributeError(name)
        with LOADING:
            # Another thread may have been first.
            if self.load is not None:
                front, body, marks = self.load()
                for own, value in (("front", front), ("body", body), ("marks", marks), ("load", None)):
                    put(self, own, value)
        return object.__getattribute__(self, name)

    @property
    def front_digest(self) -> str:
        """Changes with anything in its front matter."""
        return self.known.front or digest_of("front", self.type, repr(self.front))

    @property
    def body_digest(self) -> str:
        """Changes with anything in its body."""
        return (self.known.body if self.load else "") or self.body.digest

    @property
    def id(self) -> str:
        """The opaque id, shared by all translations of the text."""
        return self.known.id or str(self.front.id)

    @property
    def name(self) -> tuple[str, str]:
        """What all translations of one text have in common: type and slug."""
        return (self.type, self.slug)

    def own(self, field: str, default: Any = None) -> Any:
        """A field that only some types have."""
        return self.front.__dict__.get(field, default)

    def at(self, *path: str | int) -> Mark:
        """Where a field stands; the first line of the file where it does not."""
        return self.marks.get(path, (1, 1))

    def problem(self, path: Path, what: str, todo: str, severity: Severity = Severity.ERROR) -> Problem:
        """A problem with one of the fields."""
        line, column = self.at(*path)
        field = f"{path[0]}: " if path else ""
        return Problem(self.path, line, column, field + what, todo, severity)

    def with_front(self, make: Callable[[Any], Any], *made_of: str) -> Record:
        """
        The same text with the front matter that `make` makes of its own, when somebody asks for it; `made_of` are the
        digests of all that it is made of besides.
        """
        digest = digest_of("with", self.known.front, *made_of) if self.known.front else ""
        known = self.known._replace(front=digest, may_state=True)
        return Record.later(
            self.type, self.slug, self.lang, self.path, self.is_translation, known,
            lambda: (make(self.front), self.body, self.marks),
        )  # fmt: skip
