"""
Output: everything that is published, whatever it is.

A page, a feed, a style sheet, one size of a picture: each is an Output with a
path, a channel, facets, a function that makes a view of the facets, and a
renderer that makes bytes of the view. A view function is given facets and
nothing else, so equal facets cannot give unequal views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from hashlib import blake2b
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Channel(StrEnum):
    """
    A way on which words leave the house. A consent allows each one by name.
    """

    SITE = "site"
    FEED = "feed"
    EMBED = "embed"
    REPUBLISH = "republish"
    CARD = "card"
    SEARCH = "search"
    PRINT = "print"
    AUDIO = "audio"
    ARCHIVE = "archive"


STEADY = 2
"""The version of marshal in which equal values have equal bytes."""


def fingerprint(*parts: str | bytes) -> str:
    """A short hash of the parts, in which no part can run into the next."""
    state = blake2b(digest_size=16)
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(len(raw).to_bytes(8, "big"))
        state.update(raw)
    return state.hexdigest()


def digest_of(*words: str) -> str:
    """
    A short hash of words, in which none can run into the next: what keys are made of, many thousand times a build.

    The repr of a tuple of strings tells where each one ends.
    """
    return blake2b(repr(words).encode("ascii", "backslashreplace"), digest_size=16).hexdigest()


class Facet(Generic[T_co]):
    """
    Frozen data that something shows in one role, with the hash of that data.

    Equal digests stand for equal values, so that facets are compared by their digests alone. A value that costs
    something is made only when a view is made of it.
    """

    __slots__ = ("_is_made", "_make", "_value", "digest")

    def __init__(self, value: T_co, digest: str) -> None:
        self._make: Callable[[], Any] | None = None
        self._is_made = True
        self._value: Any = value
        self.digest = digest

    @classmethod
    def of(cls, value: Any) -> Facet[Any]:
        """
        The facet of a value, hashed by what its repr tells.

        The repr must tell all of it and nothing of this run (tuples with and without names, frozen dataclasses,
        strings, numbers and dates have such).
        """
        return cls(value, digest_of(type(value).__name__, value if type(value) is str else repr(value)))

    @classmethod
    def later(cls, make: Callable[[], Any], *made_of: str) -> Facet[Any]:
        """The facet of a value that `make` makes of nothing but what these digests and words stand for."""
        facet: Facet[Any] = Facet(None, digest_of(*made_of))
        facet._make = make
        facet._is_made = False
        return facet

    @classmethod
    def of_all(cls, facets: Iterable[Facet[Any]]) -> Facet[Any]:
        """Several facets as one: its value is the tuple of theirs."""
        facets = tuple(facets)
        return cls.later(lambda: tuple(facet.value for facet in facets), "all", *(facet.digest for facet in facets))

    @property
    def value(self) -> T_co:
        """The data, made when it is first asked for."""
        if not self._is_made and self._make is not None:
            self._value = self._make()
            self._is_made = True
        return self._value  # type: ignore[no-any-return]

    def let_go(self) -> None:
        """Hold the data no longer, where it can be made again: a site has more of it than memory should hold."""
        if self._make is not None:
            self._value = None
            self._is_made = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facet) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Facet({self.digest})"


class Renderer(Protocol):
    """
    Turns a view into bytes, from the view alone.

    `digest` changes whenever anything but the view that shapes the bytes does.
    """

    @property
    def digest(self) -> str:
        """The hash of all that the renderer is made of."""

    def __call__(self, view: Any) -> bytes:
        """The bytes of one view."""


class Verbatim(NamedTuple):
    """The renderer of what is bytes already."""

    digest: str = "verbatim"

    def __call__(self, view: bytes) -> bytes:
        """The same bytes."""
        return view


def same(value: Any) -> Any:
    """The view function of Outputs whose one facet is all they show."""
    return value


def verbatim(path: str, content: bytes, channel: Channel = Channel.SITE) -> Output:
    """The Output of bytes that are made of no text."""
    return Output(path, channel, (Facet(content, fingerprint(content)),), same, Verbatim())


class Ingredients(NamedTuple):
    """What an Output is made of."""

    channel: Channel
    facets: tuple[Facet[Any], ...]
    view: Callable[..., Any]
    renderer: Renderer
    carries: tuple[str, ...] = ()
    """The opaque ids of the records of which the file shows anything at all, sorted."""


class Output:
    """
    One published file.

    `path` is relative to the output folder, with forward slashes. An Output that comes `later` is known by its path
    alone until somebody asks for more: most files of most builds stand already.
    """

    __slots__ = ("_gather", "_ingredients", "_key", "is_later", "path", "row", "shows_bodies")

    def __init__(
        self,
        path: str,
        channel: Channel,
        facets: tuple[Facet[Any], ...],
        view: Callable[..., Any],
        renderer: Renderer,
        carries: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.is_later, self.shows_bodies, self.row = False, True, ""
        self._gather: Callable[[], Output] | None = None
        self._ingredients: Ingredients | None = Ingredients(channel, facets, view, renderer, carries)
        self._key = ""

    @classmethod
    def later(cls, path: str, gather: Callable[[], Output], shows_bodies: bool = True, row: str = "") -> Output:
        """
        The Output that `gather` gives, which must be that of this path, of nothing but what the library, the settings
        and the theme hold. One that shows no bodies, as lists of cards and addresses do not, hangs on none.
        """
        output = cls.__new__(cls)
        output.path = path
        output.is_later, output.shows_bodies, output.row = True, shows_bodies, row
        output._gather = gather
        output._ingredients = None
        output._key = ""
        return output

    @property
    def ingredients(self) -> Ingredients:
        """What it is made of, gathered when it is first asked for."""
        if self._ingredients is None:
            assert self._gather
            found = self._gather()
            if found.path != self.path:
                raise ValueError(f"{found.path} was planned as {self.path}")
            self._ingredients = found.ingredients
        return self._ingredients

    @property
    def channel(self) -> Channel:
        """The way on which it leaves the house."""
        return self.ingredients.channel

    @property
    def facets(self) -> tuple[Facet[Any], ...]:
        """All that its view is made of."""
        return self.ingredients.facets

    @property
    def view(self) -> Callable[..., Any]:
        """Makes its view of the values of its facets."""
        return self.ingredients.view

    @property
    def renderer(self) -> Renderer:
        """Makes its bytes of the view."""
        return self.ingredients.renderer

    @property
    def carries(self) -> tuple[str, ...]:
        """The opaque ids of the records of which the file shows anything at all, sorted."""
        return self.ingredients.carries

    @property
    def key(self) -> str:
        """Changes when the bytes may change, and only then: made of facets, never of a view."""
        if not self._key:
            channel, facets, view, renderer, carries = self.ingredients
            self._key = digest_of(
                self.path,
                channel.value,
                view.__module__,
                view.__qualname__,
                renderer.digest,
                *carries,
                "|",
                *(facet.digest for facet in facets),
            )
        return self._key

    def carrying(self, ids: Iterable[str]) -> Output:
        """The same file, showing something of these records and no others."""
        channel, facets, view, renderer, _ = self.ingredients
        return Output(self.path, channel, facets, view, renderer, tuple(sorted(ids)))

    def make_view(self) -> Any:
        """The view, from the facets and nothing else."""
        return self.view(*(facet.value for facet in self.facets))

    def make_bytes(self) -> bytes:
        """The bytes of the file."""
        return self.renderer(self.make_view())

    def let_go(self) -> None:
        """Hold no longer what the bytes were made of, where it can be gathered again."""
        for facet in self.facets:
            facet.let_go()
        if self._gather:
            self._ingredients = None


class Finished(NamedTuple):
    """A finished file, as proofs look at it: what it says of itself, and its bytes."""

    path: str
    channel: Channel
    carries: tuple[str, ...]
    content: bytes
