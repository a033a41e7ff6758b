"""
What surrounds every page of one language, as one facet, and the frame made of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from plugins.languages.words import Words
from plugins.library.facets import Link
from plugins.library.library import Library
from plugins.library.shelf import Shelf
from plugins.offers import HeadLink
from plugins.outputs import Facet, fingerprint
from plugins.pages.settings import Pages
from plugins.pages.structured_data import breadcrumbs
from plugins.pages.view_parts import Alternate, Frame, LinkView, MenuItem
from plugins.records.record import Record


class Surroundings(NamedTuple):
    """The words, menus and links that all pages of one language share."""

    words: Words
    site_name: str
    origin: str
    """Scheme and host, before every absolute address."""
    home: Link
    stylesheet: str
    tools: str
    head_links: tuple[HeadLink, ...]
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    homes: tuple[Link, ...]
    """The front pages in the other languages, each by its own name."""
    lists: tuple[tuple[str, Link], ...]
    """The lists there are in this language, by type."""
    carries: tuple[str, ...]
    """The ids of the pages that menu and footer name."""
    claim_reviews: bool
    """Whether search engines are told of the claims that texts answer."""

    @property
    def lists_by_type(self) -> dict[str, Link]:
        """The lists there are in this language."""
        return dict(self.lists)

    def list_of(self, type_name: str) -> Link | None:
        """The list of a type, where there is one."""
        return self.lists_by_type.get(type_name)


class Surrounder:
    """
    Makes the surroundings of each language, once.
    """

    def __init__(
        self,
        library: Library,
        shelf: Shelf,
        settings: Pages,
        stylesheets: tuple[str, str],
        head_links: Iterable[HeadLink],
    ) -> None:
        self._library = library
        self._shelf = shelf
        self._settings = settings
        parts = urlsplit(library.site_url)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.base = parts.path.rstrip("/")
        self._stylesheet, self._tools = (f"{self.base}/{path}" for path in stylesheets)
        self._head_links = tuple(sorted(head_links))
        pages = (page for code in library.words for page in shelf.of_type("page", code))
        self._with_home = frozenset(page.lang for page in pages if page.front.layout == "home")
        self._made: dict[str, Facet[Surroundings]] = {}

    def link(self, lang: str, address: str, title: str) -> Link:
        """A link to a page of this site that is no text."""
        language = self._library.words[lang].language
        prefix = "" if lang == self._shelf.default_language else f"{lang}/"
        return Link(f"{self.base}/{prefix}{address}", title, lang, language.tag, language.direction)

    def facet(self, lang: str) -> Facet[Surroundings]:
        """The surroundings of a language."""
        if lang not in self._made:
            value = self._make(lang)
            self._made[lang] = Facet(value, fingerprint(repr(value)))
        return self._made[lang]

    def _make(self, lang: str) -> Surroundings:
        words = self._library.words[lang]
        lists = self._lists(words)
        in_menu, in_footer = self._pages(self._settings.menu_pages, lang), self._pages(self._settings.footer, lang)
        menu = [lists[name] for name in self._settings.menu if name in lists]
        footer = [self._shelf.link(page).value for page in in_footer]
        footer += [lists[name] for name in self._settings.footer_lists if name in lists]
        homes = [
            self.link(code, "", other.language.own_name)
            for code, other in self._library.words.items()
            if code != lang and code in self._with_home
        ]
        home = lang if lang in self._with_home else self._shelf.default_language
        return Surroundings(
            words=words,
            site_name=self._settings.site_name,
            origin=self.origin,
            home=self.link(home, "", self._settings.site_name),
            stylesheet=self._stylesheet,
            tools=self._tools,
            head_links=tuple(self.head_link(link, words) for link in self._head_links),
            menu=(*menu, *(self._shelf.link(page).value for page in in_menu)),
            footer=tuple(footer),
            homes=tuple(homes),
            lists=tuple(lists.items()),
            carries=tuple(sorted({page.id for page in in_menu + in_footer})),
            claim_reviews=self._settings.claim_reviews,
        )

    def head_link(self, link: HeadLink, words: Words) -> HeadLink:
        """A link that a feature offers, with its address from the root of the host and its words."""
        title = words(link.title) if link.title else ""
        root = self.origin + self.base if link.is_absolute else self.base
        return HeadLink(link.rel, f"{root}/{link.href}", link.type, title, link.sizes)

    def _lists(self, words: Words) -> dict[str, Link]:
        lang, shelf, urls = words.language.code, self._shelf, self._library.urls
        there = {name for name, code in shelf.types if code == lang} - {"page"}
        there |= {"topic"} if any(code == lang for _, code in shelf.by_topic) else set()
        there |= {"place"} if any(code == lang for _, code in shelf.by_place) else set()
        there |= {"fact"} if lang == shelf.default_language and self._library.facts.facts else set()
        return {name: self.link(lang, urls.of_list(name), words(f"type.{name}.list")) for name in sorted(there)}

    def _pages(self, slugs: Iterable[str], lang: str) -> list[Record]:
        found = (self._shelf.find(("page", slug), lang) for slug in slugs)
        return [record for record in found if record]


def page_url(url: str, number: int) -> str:
    """The address of a page of a list: the list's own for the first."""
    return url if number == 1 else f"{url}{number}/"


def link_view(link: Link) -> LinkView:
    """A link as templates see it."""
    return LinkView(link.url, link.title, link.tag, link.dir)


def menu_item(link: Link, url: str) -> MenuItem:
    """A line of the menu, seen from the page at an address."""
    return MenuItem(link_view(link), bool(url) and url.startswith(link.url), url == link.url)


def make_frame(
    around: Surroundings,
    *,
    title: str,
    description: str,
    url: str,
    crumbs: tuple[Link, ...] = (),
    translations: tuple[Link, ...] = (),
    page_type: str = "website",
    structured_data: tuple[Markup, ...] = (),
    image: str = "",
    mark: str = "",
    is_listed: bool = True,
    own_links: tuple[HeadLink, ...] = (),
) -> Frame:
    """
    The frame of a page at `url`, an address from the root of the host; empty where it has none.

    `translations` are links whose titles are of no matter: they are named by their languages.
    """
    words = around.words
    canonical = around.origin + url if url else ""
    names = {link.lang: link.title for link in around.homes}
    others = tuple(Alternate(link.tag, around.origin + link.url) for link in translations)
    crumbs = (around.home, *crumbs) if url != around.home.url and url else ()
    return Frame(
        words=words,
        site_name=around.site_name,
        home_url=around.home.url,
        stylesheet=around.stylesheet,
        tools=around.tools,
        head_links=(*around.head_links, *own_links),
        head_title=f"{title} · {around.site_name}" if title != around.site_name else title,
        description=description,
        canonical=canonical,
        alternates=(Alternate(words.language.tag, canonical), *others) if others else (),
        translations=tuple(
            LinkView(link.url, names.get(link.lang, link.lang), link.tag, link.dir) for link in translations
        ),
        home_languages=tuple(link_view(link) for link in around.homes),
        menu=tuple(menu_item(link, url) for link in around.menu),
        footer=tuple(link_view(link) for link in around.footer),
        crumbs=tuple(link_view(link) for link in crumbs),
        page_type=page_type,
        image=image,
        structured_data=(*structured_data, *(breadcrumbs(around.origin, crumbs, title, canonical) for _ in crumbs[:1])),
        mark=mark,
        is_listed=is_listed,
    )
