"""
Output: everything that is published, whatever it is.

A page, a feed, a style sheet, one size of a picture: each is an Output with a
path, a channel, facets, a function that makes a view of the facets, and a
renderer that makes bytes of the view. A view function is given facets and
nothing else, so equal facets cannot give unequal views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

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

        The repr must tell all of it and nothing of this run (frozen dataclasses, strings, numbers, dates and tuples
        of these have such).
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


Remember = Callable[[str, Callable[[], Any]], Any]
"""
Given the digest of all that something is made of, and a function that makes it: what was made of the same before, or
what is made now. Strings, numbers, None and tuples of these can be remembered.
"""


def make_anew(_digest: str, make: Callable[[], Any]) -> Any:
    """Remembers nothing."""
    return make()


@dataclass(frozen=True, slots=True)
class Verbatim:
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


@dataclass(frozen=True)
class Output:
    """
    One published file.

    `path` is relative to the output folder, with forward slashes; `carries`
    names by opaque id the records of which the file shows anything at all.
    """

    path: str
    channel: Channel
    facets: tuple[Facet[Any], ...]
    view: Callable[..., Any]
    renderer: Renderer
    carries: tuple[str, ...] = ()

    @cached_property
    def key(self) -> str:
        """Changes when the bytes may change, and only then: made of facets, never of a view."""
        return digest_of(
            self.path,
            self.channel.value,
            self.view.__module__,
            self.view.__qualname__,
            self.renderer.digest,
            *self.carries,
            "|",
            *(facet.digest for facet in self.facets),
        )

    def make_view(self) -> Any:
        """The view, from the facets and nothing else."""
        return self.view(*(facet.value for facet in self.facets))

    def make_bytes(self) -> bytes:
        """The bytes of the file."""
        return self.renderer(self.make_view())

    def let_go(self) -> None:
        """Hold no longer what the bytes were made of."""
        for facet in self.facets:
            facet.let_go()


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file, as proofs look at it: what it says of itself, and its bytes."""

    path: str
    channel: Channel
    carries: tuple[str, ...]
    content: bytes


class Proof(Protocol):
    """
    Says what is wrong with a finished file.

    `digest` changes whenever it might find something else in the same file:
    while it is the same, an unchanged file is not looked at again.
    """

    @property
    def digest(self) -> str:
        """The hash of all that the findings hang on besides the file."""

    def __call__(self, finished: Finished) -> Iterable[str]:
        """Each fault in half a sentence."""


@runtime_checkable
class Preparing(Protocol):
    """A proof that has something to do once, before the first file and for all processes that look at files."""

    def prepare(self) -> None:
        """Do it."""
