"""
Offer: what the features in PLUGINS give to one build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol, runtime_checkable

from blinker import Signal

from plugins.outputs import Finished, Output


class HeadLink(NamedTuple):
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


OutputMaker = Callable[[Any], Iterable[Output]]
"""Makes Outputs of the library."""


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
    cache: Path | None = None
    """A folder for what is quickly made again and belongs to this version of the software; None for none."""
    makers: list[OutputMaker] = field(default_factory=list)
    head_links: list[HeadLink] = field(default_factory=list)
    proofs: list[ProofMaker] = field(default_factory=list)
    page_makers: list[PagesMaker] = field(default_factory=list)
    layouts: dict[str, LayoutMaker] = field(default_factory=dict)
    text_links: list[LinksMaker] = field(default_factory=list)
    preparations: list[Callable[[Any], None]] = field(default_factory=list)
    with_pictures: bool = False
    """Whether a feature publishes the pictures of texts, so that pages may show them."""
    with_sound: bool = False
    """Whether a feature publishes recordings, so that pages may play them."""

    def preparation(self, prepare: Callable[[Any], None]) -> None:
        """Offer what finds out once, given the library, what many Outputs are made of."""
        self.preparations.append(prepare)

    def prepare(self, library: Any) -> None:
        """Find it out, before work on the Outputs is shared among processes."""
        for prepare in self.preparations:
            prepare(library)

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
