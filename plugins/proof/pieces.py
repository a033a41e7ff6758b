"""
The search of files for all that proofs watch, piece by piece, in which what stands in many files is read once.

Header and footer stand on every page, an entry in a dozen feeds, a paragraph in other markup everywhere. What is
found in a piece hangs on the piece alone, and words that run over a cut are known by those at its edges. Where
that is not so, because a piece leaves a tag or an attribute open, the file is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import blake2b
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from plugins.consent.traces import fold
from plugins.outputs import Finished
from plugins.proof.reading import (
    ARCHIVES,
    HIDING,
    MARKUP,
    attributes,
    layers,
    readable,
    without_entities,
    without_escapes,
    without_tags,
)
from plugins.proof.runs import EMPTY, Found, Owner, Runs, Stretch, together

CUT = re.compile(rb"""\n(?=[ \t]*(?:<(?:item|entry|/?main|article|section|header|footer)\b|\{"id"))""")
"""Ends of lines at which files are cut, because what follows often stands elsewhere too."""

PARAGRAPH = re.compile(r"[<>\n]([^<>\n]{100,}+)")
"""Words that are long enough to be remembered by themselves: between marks that are no letters in any markup."""

OPEN_VALUE = re.compile(r"""=\s*+(?:"[^"]*+|'[^']*+)\Z""")
"""What may end in another piece."""

MOST = 30_000
"""How many pieces, and how many paragraphs, are remembered; after that it begins again with none."""


class Piece(NamedTuple):
    """What was found in a piece of a file, in each layer of markup, and the owners whose address stands there."""

    layers: tuple[Stretch, ...]
    linked: frozenset[Owner]


OPEN = Piece((), frozenset())
"""A piece that can only be read with those around it."""


class Searched(NamedTuple):
    """What was found in a file: the runs of each owner, and the owners whose address stands there."""

    found: Found
    linked: frozenset[Owner]


class Search:
    """
    Searches files for all that proofs watch. It is one for all proofs, which look at the same file in turn.
    """

    def __init__(self) -> None:
        self.runs = Runs()
        self._addresses: dict[str, Owner] = {}
        self._address: re.Pattern[str] | None = None
        self._pieces: dict[tuple[bool, bytes], Piece] = {}
        self._paragraphs: dict[str, Stretch] = {}
        self._last: tuple[Finished | None, Searched] = (None, Searched({}, frozenset()))
        self._pending: list[Callable[[], None]] = []

    def before_the_first(self, watch: Callable[[], None]) -> None:
        """Have a proof say what it watches before the first file is searched, and not at all where none is."""
        self._pending.append(watch)

    def prepare(self) -> None:
        """Take in what all proofs watch. Whoever shares the search among processes asks for it before."""
        while self._pending:
            self._pending.pop()()

    def watch_addresses(self, addresses: Mapping[str, Owner]) -> None:
        """Look for addresses, which end in a slash, in what is written in files."""
        self._addresses.update(addresses)
        folders = sorted({re.escape(own[: own.rfind("/", 0, -1) + 1]) for own in self._addresses})
        self._address = re.compile(rf"(?:{'|'.join(folders)})[^\s\"'<>/?#&;)]+/") if folders else None

    def of(self, finished: Finished) -> Searched:
        """What is found in a file."""
        self.prepare()
        if self._last[0] is not finished:
            pieces = None if finished.path.endswith(ARCHIVES) else self._pieces_of(finished)
            self._last = (finished, self._read_whole(finished) if pieces is None else self._together(pieces))
        return self._last[1]

    def _read_whole(self, finished: Finished) -> Searched:
        found = [self.runs.find(fold(text)) for text in readable(finished.path, finished.content)]
        return Searched(together(found), self._linked(finished.content.decode("utf-8", "replace")))

    def _together(self, pieces: list[Piece]) -> Searched:
        """What was found in pieces and over cuts; in layers that a piece has not, it is what it is in its last."""
        deepest = max(len(piece.layers) for piece in pieces)
        found = [self.runs.join(piece.layers[:layer][-1] for piece in pieces).found for layer in range(1, deepest + 1)]
        return Searched(together(found), frozenset[Owner]().union(*(piece.linked for piece in pieces)))

    def _pieces_of(self, finished: Finished) -> list[Piece] | None:
        """The pieces of a file; None where one of them is open."""
        is_markup = finished.path.endswith(MARKUP)
        pieces = []
        for content in CUT.split(finished.content):
            key = (is_markup, blake2b(content, digest_size=16).digest())
            piece = self._pieces.get(key)
            if piece is None:
                piece = self._read(content.decode("utf-8", "replace"), is_markup)
                remember(self._pieces, key, piece)
            if piece is OPEN:
                return None
            pieces.append(piece)
        return pieces

    def _read(self, text: str, is_markup: bool) -> Piece:
        linked = self._linked(text)
        text = without_escapes(text)
        if not is_markup:
            return Piece((self._stretch_of(text),), linked)
        found = []
        for layer in layers(text):
            bare = without_tags(layer)
            if is_open(layer, bare):
                return OPEN
            own = self._stretch_of(without_entities(bare))
            inside = [self._paragraph(value).found for value in attributes(layer)]
            found.append(own._replace(found=together([own.found, *filter(None, inside)])))
        return Piece(tuple(found), linked)

    def _stretch_of(self, text: str) -> Stretch:
        """A text, put together from its paragraphs and from what stands between them."""
        parts = PARAGRAPH.split(f"\n{text}")
        between = (EMPTY if part.isspace() else self.runs.read(fold(part)) for part in parts[::2])
        return self.runs.join(
            chain.from_iterable(zip_longest(between, map(self._paragraph, parts[1::2]), fillvalue=EMPTY))
        )

    def _paragraph(self, text: str) -> Stretch:
        found = self._paragraphs.get(text)
        if found is None:
            found = self.runs.read(fold(text))
            remember(self._paragraphs, text, found)
        return found

    def _linked(self, text: str) -> frozenset[Owner]:
        """Whose address stands in a text."""
        addresses = self._address.findall(text) if self._address else ()
        return frozenset(self._addresses[own] for own in addresses if own in self._addresses)


def remember(known: dict[Any, Any], what: object, found: object) -> None:
    """Remember what was found, and not too much."""
    if len(known) >= MOST:
        known.clear()
    known[what] = found


def is_open(layer: str, bare: str) -> bool:
    """Whether a tag, an attribute or a hidden part of a piece may begin or end in another; `bare` has no whole tag."""
    has_marks = ("<!" in layer or "->" in layer or "]>" in layer) and HIDING.search(layer) is not None
    return has_marks or "<" in bare or OPEN_VALUE.search(layer) is not None
