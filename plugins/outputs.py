"""
Output: everything that is published, whatever it is.

A page, a feed, a style sheet, one size of a picture: each is an Output with a
path, a channel, facets, a function that makes a view of the facets, and a
renderer that makes bytes of the view. A view function is given facets and
nothing else, so equal facets cannot give unequal views.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b
from typing import Any, Generic, Protocol, TypeVar

from blinker import Signal

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


@dataclass(frozen=True, slots=True)
class Facet(Generic[T_co]):
    """
    Frozen data that something shows in one role, with the hash of that data.

    The value must have a repr that tells all of it and nothing of this run
    (frozen dataclasses, strings, numbers, dates and tuples of these have).
    """

    value: T_co = field(compare=False)
    digest: str

    @classmethod
    def of(cls, value: Any) -> Facet[Any]:
        """The facet of a value, hashed by what its repr tells."""
        return cls(value, fingerprint(type(value).__name__, repr(value)))

    @classmethod
    def of_all(cls, facets: Iterable[Facet[Any]]) -> Facet[Any]:
        """Several facets as one: its value is the tuple of theirs."""
        facets = tuple(facets)
        return Facet(tuple(facet.value for facet in facets), fingerprint("all", *(facet.digest for facet in facets)))


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
        return fingerprint(
            self.path,
            self.channel,
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


@dataclass(frozen=True, slots=True, order=True)
class HeadLink:
    """
    A `<link>` that a feature adds to the head of pages: a feed, an icon. With the rel `use` it is one for people,
    at the end of a text.
    """

    rel: str
    href: str
    type: str = ""
    title: str = ""
    """A key of the interface's words, or nothing."""
    sizes: str = ""
    is_absolute: bool = False
    """Whether those who read it want scheme and host in the address."""


OutputMaker = Callable[[Any], Iterable[Output]]
"""Makes Outputs of the library."""


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


PagesMaker = Callable[[Any], Iterable[Output]]
"""Makes Outputs of a maker of pages (plugins.pages.maker)."""

LayoutMaker = Callable[[Any, Any], Output]
"""Makes the page of a text, given the maker of pages and the record."""

LinksMaker = Callable[[Any], Callable[[Any], Iterable["HeadLink"]]]
"""Given the library, makes what gives the links of each record."""

ProofMaker = Callable[[Any, frozenset[str]], Proof]
"""Makes a proof for one build, given the library and the paths of all files."""


@dataclass
class Offer:
    """
    What the features in PLUGINS give to one build.

    Each feature's `plugin.py` answers the signal `offering` by adding to it.
    """

    settings: dict[str, Any]
    makers: list[OutputMaker] = field(default_factory=list)
    head_links: list[HeadLink] = field(default_factory=list)
    proofs: list[ProofMaker] = field(default_factory=list)
    page_makers: list[PagesMaker] = field(default_factory=list)
    layouts: dict[str, LayoutMaker] = field(default_factory=dict)
    text_links: list[LinksMaker] = field(default_factory=list)
    with_pictures: bool = False
    """Whether a feature publishes the pictures of texts, so that pages may show them."""
    with_sound: bool = False
    """Whether a feature publishes recordings, so that pages may play them."""

    def outputs(self, maker: OutputMaker) -> None:
        """Offer a function that makes Outputs of the library."""
        self.makers.append(maker)

    def pages(self, maker: PagesMaker) -> None:
        """Offer a function that makes Outputs drawn by the theme, given the maker of pages."""
        self.page_makers.append(maker)

    def layout(self, name: str, maker: LayoutMaker) -> None:
        """Offer what makes the pages of texts with a layout of this name."""
        self.layouts[name] = maker

    def links_of_texts(self, maker: LinksMaker) -> None:
        """Offer links for the pages of texts: in the head, or at the end where people look for what they may do."""
        self.text_links.append(maker)

    def proof(self, maker: ProofMaker) -> None:
        """Offer a check of finished bytes; nothing is published of a build in which one finds anything."""
        self.proofs.append(maker)

    def pictures(self, maker: OutputMaker) -> None:
        """Offer a function that makes the files of all pictures that texts show; pages show them only then."""
        self.with_pictures = True
        self.makers.append(maker)

    def recordings(self, maker: OutputMaker) -> None:
        """Offer a function that makes the files of all recordings; pages play them only then."""
        self.with_sound = True
        self.makers.append(maker)

    def head_link(self, link: HeadLink) -> None:
        """Offer a link for the head of every page; its address is below the root of the site."""
        self.head_links.append(link)


offering = Signal("welcome-stories-offering")
