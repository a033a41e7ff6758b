"""
A record as plain values, and back: what a build keeps of a text for the next one.

Plain values are strings, numbers, None and tuples of these. They hold a record whole; the pieces of its body and the
places of its fields are apart from the rest, since most builds need neither.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from plugins.outputs import STEADY, fingerprint
from plugins.problems import Problem, Severity
from plugins.records.document import Mark, Path
from plugins.records.freezing import freeze, thaw
from plugins.records.front import Correction, Review
from plugins.records.part import Part, declared_in, once_for_each
from plugins.records.reading import Named
from plugins.records.record import Body, ChartPlace, Claim, FactPlace, Known, LinkPlace, QuotePlace, Record, WordPlace
from plugins.records.types import ContentType

PLACES: tuple[type[Any], ...] = (LinkPlace, QuotePlace, FactPlace, ChartPlace, WordPlace)
"""The kinds of places; each is kept by its number here."""

PARTS: tuple[type[Part], ...] = (Review, Correction)
"""What front matter holds besides plain values and dates; each is kept by its number here."""


FIGURE = "{fact:"
"""How the mark of a figure begins."""


Head = tuple[tuple[Any, ...], bool, str]
"""
What every build asks of a text: the values of a `Known`, whether it is a translation, and its basis. This changes with
all of the record that other texts and lists may show or hang on: everything but the words of its body and the lines on
which things stand there. Words of a testimony are other texts' matter too: they are quoted, and compared with what was
approved.
"""

BASIS: Final = 2
"""Where in a head its basis stands."""

Inner = tuple[tuple[Any, ...], int, tuple[Any, ...], int, tuple[Any, ...]]
"""What most builds ask of few texts: front matter, and of the body its number of pieces, places, words and claims."""

Rest = tuple[tuple[str, ...], tuple[Any, ...]]
"""The pieces of a body, and the places of the fields in their file."""


def dump_record(record: Record) -> tuple[Head, Inner, Rest]:
    """A record as plain values."""
    body = record.body
    front = dump_front(record.front)
    places: tuple[Any, ...] = tuple((PLACES.index(type(place)), *place) for place in body.places)
    claims: tuple[Any, ...] = tuple(map(tuple, body.claims))
    pieces = tuple(body.parts)
    front_digest = fingerprint("front", record.type, marshal.dumps(front, STEADY))
    body_digest = fingerprint("body", marshal.dumps((pieces, places, body.words, claims), STEADY))
    shown = (record.is_translation, tuple(map(lineless, body.places)), tuple(map(lineless, body.claims)))
    known = Known(
        id=record.id,
        front=front_digest,
        body=body_digest,
        may_link=any(True for _ in body.links),
        may_state=bool(record.own("facts") or any(body.facts) or any(body.charts) or FIGURE in repr(front)),
        may_claim=bool(claims),
    )
    basis = fingerprint(
        "basis", front_digest, marshal.dumps(shown, STEADY), body_digest if record.type == "testimony" else ""
    )
    inner = (front, len(pieces), places, body.words, claims)
    return (tuple(known), record.is_translation, basis), inner, (pieces, tuple(record.marks.items()))


def lineless(value: Any) -> tuple[Any, ...]:
    """The values of a place or a claim, without the line on which it stands."""
    return (type(value).__name__, *(own for name, own in zip(value._fields, value, strict=True) if name != "line"))


def dump_front(front: Part) -> tuple[Any, ...]:
    """The values of front matter; dates and parts stand apart, each with the number of its field."""
    plain: list[Any] = []
    dates, parts = [], []
    for number, name in enumerate(names_of(type(front))):
        value = getattr(front, name)
        if value is None or type(value) is str:
            plain.append(value)
        elif isinstance(value, date):
            dates.append((number, value.toordinal()))
            plain.append(None)
        elif holds_parts(value):
            parts.append((number, freeze(value, PARTS)))
            plain.append(None)
        else:
            plain.append(value)
    return tuple(plain), tuple(dates), tuple(parts)


def holds_parts(value: Any) -> bool:
    """Whether a value is a part of front matter, or several."""
    return isinstance(value, Part) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Part))


@once_for_each
def names_of(model: type[Part]) -> tuple[str, ...]:
    """The fields of a model, in their order."""
    return tuple(declared_in(model))


INNER: Final = 0
REST: Final = 1
"""What lies apart of a record, by number."""

Fetch = Callable[[int], Any]
"""Gives what lies apart of a record: an `Inner` or a `Rest`, by its number."""


def load_record(head: Head, named: Named, fetch: Fetch) -> Record:
    """A record of plain values; what lies apart from its head is fetched only when somebody needs it."""
    path, content_type, slug, lang = named
    known, is_translation, _ = head
    load = partial(load_parts, head, content_type, fetch)
    return Record.later(content_type.name, slug, lang, path, is_translation, new(Known, known), load)


new = tuple.__new__


def load_parts(head: Head, content_type: ContentType, fetch: Fetch) -> tuple[Any, Body, Marks]:
    """What stands in a text."""
    known, is_translation, _ = head
    model = content_type.translation_model if is_translation else content_type.model
    front, pieces, places, words, claims = fetch(INNER)
    rest = partial(fetch, REST)
    body = Body(
        Pieces(rest, pieces),
        tuple(PLACES[kind](*values) for kind, *values in places),
        words,
        tuple(Claim(*values) for values in claims),
        Known(*known).body,
    )
    return load_front(model, front), body, Marks(rest)


def load_front(model: type[Part], values: tuple[Any, ...]) -> Any:
    """Front matter of plain values: they were valid when they were kept, and are not asked again."""
    plain, dates, parts = values
    names = names_of(model)
    own = dict(zip(names, plain, strict=True))
    for number, day in dates:
        own[names[number]] = date.fromordinal(day)
    for number, part in parts:
        own[names[number]] = thaw(part, PARTS)
    return model.of(own)


class Pieces(Sequence[str]):
    """The pieces of a body, fetched each time somebody needs them: all of them are more than memory should hold."""

    __slots__ = ("_fetch", "_length")

    def __init__(self, fetch: Callable[[], Rest], length: int) -> None:
        self._fetch = fetch
        self._length = length

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: Any) -> Any:
        return self._fetch()[0][index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fetch()[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self._fetch()[0])

    def __repr__(self) -> str:
        return repr(self._fetch()[0])


class Marks(Mapping[Path, Mark]):
    """Where fields stand in their file, fetched when somebody needs it."""

    __slots__ = ("_fetch",)

    def __init__(self, fetch: Callable[[], Rest]) -> None:
        self._fetch = fetch

    def __getitem__(self, path: Path) -> Mark:
        found: dict[Path, Mark] = dict(self._fetch()[1])
        return found[path]

    def items(self) -> ItemsView[Path, Mark]:
        """All of them, fetched at once."""
        return dict(self._fetch()[1]).items()

    def __iter__(self) -> Iterator[Path]:
        return (path for path, _ in self._fetch()[1])

    def __len__(self) -> int:
        return len(self._fetch()[1])


def dump_problems(problems: Sequence[Problem]) -> tuple[Any, ...]:
    """Problems as plain values."""
    return tuple((own.path, own.line, own.column, own.what, own.todo, own.severity.value) for own in problems)


def load_problems(values: Sequence[Any]) -> list[Problem]:
    """Problems of plain values."""
    return [Problem(path, line, column, what, todo, Severity(own)) for path, line, column, what, todo, own in values]
