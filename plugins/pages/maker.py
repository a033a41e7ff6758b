"""
The maker of pages: what every function that makes the Outputs of pages is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from plugins.library.library import Library
from plugins.library.shelf import Shelf
from plugins.library.sounds import Heard, heard_of
from plugins.offers import HeadLink, LayoutMaker, LinksMaker
from plugins.outputs import Channel, Facet, Output
from plugins.pages.settings import Pages
from plugins.pages.surroundings import Surrounder
from plugins.pages.theme import Theme
from plugins.records.record import Record

NOTHING: Facet[None] = Facet.of(None)
"""The facet of what is not there."""

NO_LINKS: Facet[tuple[HeadLink, ...]] = Facet.of(())
"""The facet of no links at all."""


class PageMaker:
    """
    The library, its shelf for the site, the theme and what surrounds every page.

    Pages show pictures where somebody publishes them, and patches of the quilt where nobody does.
    """

    def __init__(
        self,
        library: Library,
        settings: Pages,
        theme: Theme,
        head_links: Iterable[HeadLink],
        with_pictures: bool = True,
        layouts: Mapping[str, LayoutMaker] = MappingProxyType({}),
        text_links: Iterable[LinksMaker] = (),
        with_sound: bool = True,
    ) -> None:
        self.library = library
        self.shelf: Shelf = library.channel(Channel.SITE, with_pictures)
        self.shared: Shelf = library.channel(Channel.CARD, with_pictures)
        self.settings = settings
        self.theme = theme
        self.with_pictures = with_pictures
        self.layouts = layouts
        self.with_sound = with_sound
        self._links_of = [make(library) for make in text_links]
        self.surrounder = Surrounder(
            library, self.shelf, settings, (theme.stylesheet.path, theme.tools.path), head_links
        )
        self._root = len(self.surrounder.base) + 1

    def output(
        self,
        url: str,
        template: str,
        view: Any,
        facets: Sequence[Facet[Any]],
        carries: Iterable[Record],
        is_framed: bool = True,
        channel: Channel = Channel.SITE,
    ) -> Output:
        """A page at an address from the root of the host; a framed one shows menu and footer, its first facet."""
        around = facets[0].value.carries if is_framed else ()
        return Output(
            path=self.path(url),
            channel=channel,
            facets=tuple(facets),
            view=view,
            renderer=self.theme.renderer(template),
            carries=tuple(sorted({*around, *(record.id for record in carries)})),
        )

    def path(self, url: str) -> str:
        """Where the page at an address from the root of the host is written."""
        path = url[self._root :]
        return path if path.endswith(".html") else f"{path}index.html"

    def later(self, url: str, gather: Callable[..., Output], *arguments: Any, shows_bodies: bool = True) -> Output:
        """The page at an address, which `gather` gives when it is given this maker and the arguments."""
        return Output.later(self.path(url), partial(gather, self, *arguments), shows_bodies)

    def heard(self, record: Record) -> Facet[Heard | None]:
        """The recording of a text as its page plays it."""
        sound = self.library.sound(record) if self.with_sound else None
        return Facet.of(heard_of(sound, record, self.surrounder.base)) if sound else NOTHING

    def text_links(self, record: Record) -> Facet[tuple[HeadLink, ...]]:
        """What features link to on the page of a text, in its language."""
        found = [link for links_of in self._links_of for link in links_of(record)]
        if not found:
            return NO_LINKS
        words = self.library.words[record.lang]
        return Facet.of(tuple(sorted(self.surrounder.head_link(link, words) for link in found)))

    def cards(self, records: Iterable[Record]) -> Facet[Any]:
        """The cards of several texts as one facet."""
        return Facet.of_all(self.shelf.card(record) for record in records)

    def links(self, records: Iterable[Record]) -> Facet[Any]:
        """The links of several texts as one facet."""
        return Facet.of_all(self.shelf.link(record) for record in records)

    def numbered(self, type_name: str, lang: str) -> list[Record]:
        """The principles or changes in a language, or in the default one where it has none."""
        return self.shelf.of_type(type_name, lang) or self.shelf.of_type(type_name, self.shelf.default_language)
