"""
The search of files for all that proofs watch, piece by piece, in which what stands in many files is read once.

Header and footer stand on every page, an entry in a dozen feeds, a paragraph in other markup everywhere. What is
found in a piece hangs on the piece alone, and words that run over a cut are known by those at its edges. Where
that is not so, because a piece leaves a tag or an attribute open, the file is read as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from plugins.consent.traces import fold
from plugins.outputs import Finished
from plugins.proof.reading import (
    ARCHIVES,
    LAYERS,
    MARKUP,
    attributes,
    has_marks,
    readable,
    without_entities,
    without_escapes,
    without_tags,
)
from plugins.proof.runs import EMPTY, Found, Owner, Runs, Stretch, remember, together

CUT = re.compile(rb"""\n(?=[ \t]*+(?:<(?:item|entry|/?main|article|section|header|footer)\b|\{"id"))""")
"""Ends of lines at which files are cut, because what follows often stands elsewhere too."""

WHOLE_TEXT = re.compile(rb"""(<content(?: type="html"|:encoded)>)([^<>]*+)(?=</content)""")
"""The whole text of an entry, the same in RSS and in Atom, which is cut out: its tags part words as well."""

PASTED = re.compile(rb"""(\n)(&lt;div [^<>"']*&lt;/div&gt;)(?=\n)""")
"""
The same text where a page offers it to be pasted: it has lines of its own, so that no word runs over its ends, and no
quote that could belong to one outside.
"""

CONTENT = b"\f"
"""How a piece begins that is the whole text of an entry: a space, and one that XML has not."""

TAGS = re.compile(r"<[^<>]*>")

MOST = 30_000
"""How many pieces are remembered; after that the older half is forgotten."""


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
        self._pieces: dict[tuple[Callable[[bytes], bytes | None] | None, bool, bytes], Piece] = {}
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

    def of_changed(self, finished: Finished, change: Callable[[bytes], bytes | None]) -> Searched | None:
        """
        What would be found in a file if each of its pieces were changed; None where one of them cannot be, or is open
        then.
        """
        pieces = self._pieces_of(finished, change)
        return None if pieces is None else self._together(pieces)

    def _pieces_of(
        self, finished: Finished, change: Callable[[bytes], bytes | None] | None = None
    ) -> list[Piece] | None:
        """The pieces of a file, or what they would be if they were changed; None where one of them is open."""
        is_markup = finished.path.endswith(MARKUP)
        pieces = []
        for part in cut(finished):
            piece = self._piece(part, is_markup, change)
            if piece is OPEN:
                return None
            pieces.append(piece)
        return pieces

    def _piece(self, part: bytes, is_markup: bool, change: Callable[[bytes], bytes | None] | None) -> Piece:
        """What is found in a part of a file, or would be if it were changed."""
        key = (change, is_markup, blake2b(part, digest_size=16).digest())
        piece = self._pieces.get(key)
        if piece is None:
            content = change(part) if change else part
            if content is None:
                piece = OPEN
            elif change and content is part:
                piece = self._piece(part, is_markup, None)
            else:
                piece = self._read(content.decode("utf-8", "replace"), is_markup)
            remember(self._pieces, key, piece, MOST)
        return piece

    def _read(self, text: str, is_markup: bool) -> Piece:
        linked = self._linked(text)
        if is_markup and text.endswith(('<content type="html">', "<content:encoded>")) and not has_whole_tags(text):
            return OPEN
        text = without_escapes(text)
        if not is_markup:
            return Piece((self.runs.read(fold(text)),), linked)
        found: list[Stretch] = []
        shown, own = "", EMPTY
        told: list[str] = []
        inside: list[Found] = []
        layer = text
        while len(found) < LAYERS:
            bare, values = without_tags(layer), list(attributes(layer))
            if is_open(layer, bare):
                return OPEN
            words = without_entities(bare)
            inner = words if bare is layer else without_entities(layer)
            if words != shown:
                own, shown = self.runs.read(fold(words)), words
            if values != told:
                inside, told = self._found_in(values), values
            found.append(own._replace(found=together([own.found, *inside])) if inside else own)
            if inner == layer:
                break
            layer = inner
        while found[:-1] and found[-1] == found[-2]:
            found.pop()
        return Piece(tuple(found), linked)

    def _found_in(self, values: Sequence[str]) -> list[Found]:
        """What is found in some values, each for itself, though all are asked at once whether they may hold any."""
        if not self.runs.may_hold(fold("\n".join(values))):
            return []
        return [own for own in (self.runs.find(fold(value)) for value in values) if own]

    def _linked(self, text: str) -> frozenset[Owner]:
        """Whose address stands in a text."""
        addresses = self._address.findall(text) if self._address else ()
        return frozenset(self._addresses[own] for own in addresses if own in self._addresses)


def cut(finished: Finished) -> list[bytes]:
    """A file in pieces. Quotes in a whole text are made those of feeds, which pages write with other signs."""
    is_feed = finished.path.endswith(".xml")
    if not is_feed and not finished.path.endswith(".html"):
        return CUT.split(finished.content)
    parts = (WHOLE_TEXT if is_feed else PASTED).split(finished.content)
    pieces: list[bytes] = []
    for before, tag, text in zip(parts[:-1:3], parts[1::3], parts[2::3], strict=True):
        pieces += CUT.split(before + tag)
        pieces.append(CONTENT + (text if is_feed else text.replace(b"&#34;", b'"').replace(b"&#39;", b"'")))
    return pieces + CUT.split(parts[-1])


def has_whole_tags(text: str) -> bool:
    """Whether each tag of a text ends before the next one begins."""
    return len(TAGS.findall(text)) == text.count("<")


def is_open(layer: str, bare: str) -> bool:
    """Whether a tag, an attribute or a hidden part of a piece may begin or end in another; `bare` has no whole tag."""
    return "<" in bare or has_marks(layer) or any(is_open_value(layer, layer.rfind(quote)) for quote in "\"'")


def is_open_value(layer: str, last: int) -> bool:
    """Whether the last of some quotes, if there is any, begins a value, which then ends in another piece."""
    while last > 0 and layer[last - 1].isspace():
        last -= 1
    return last > 0 and layer[last - 1] == "="
