"""
The sitemap (sitemaps.org protocol, with hreflang alternates) and robots.txt, as Outputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from plugins.library.library import Library
from plugins.library.shelf import Shelf
from plugins.once import once
from plugins.outputs import Channel, Facet, Output, digest_of, same, verbatim
from plugins.records.record import Record

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACES: Any = {None: SITEMAP, "xhtml": XHTML}
MOST = 40_000
"""Addresses in one file; the protocol allows 50,000."""


class Address(NamedTuple):
    """One page: where it is, when it last changed, and where it is in other languages."""

    url: str
    changed: date | None = None
    alternates: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything it tells."""
        return (self.url, str(self.changed), *(word for own in self.alternates for word in own), "|")


Row = tuple[Address, str]
"""An address with the id of the text it is of, or nothing."""


class SitemapRenderer(NamedTuple):
    """Writes addresses as a sitemap; `is_index` where they are themselves sitemaps."""

    is_index: bool = False

    @property
    def digest(self) -> str:
        """The format alone: the software itself is an ingredient of every key in the manifest."""
        return f"sitemap:{self.is_index}"

    def __call__(self, view: tuple[Address, ...]) -> bytes:
        """The sitemap as UTF-8 XML."""
        from lxml import etree

        root = etree.Element(f"{{{SITEMAP}}}{'sitemapindex' if self.is_index else 'urlset'}", nsmap=NAMESPACES)
        for address in view:
            entry = etree.SubElement(root, f"{{{SITEMAP}}}{'sitemap' if self.is_index else 'url'}")
            etree.SubElement(entry, f"{{{SITEMAP}}}loc").text = address.url
            if address.changed:
                etree.SubElement(entry, f"{{{SITEMAP}}}lastmod").text = address.changed.isoformat()
            for lang, url in address.alternates:
                etree.SubElement(entry, f"{{{XHTML}}}link", rel="alternate", hreflang=lang, href=url)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def make_outputs(library: Library) -> Iterator[Output]:
    """The sitemap of all texts and lists, and robots.txt, which names it."""
    shelf = library.channel(Channel.SITE)
    parts = urlsplit(library.site_url)
    origin, base = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
    lists = list(list_paths(library, shelf))
    count = len(shelf.records) + len(lists)

    @once
    def rows() -> list[Row]:
        found: list[Row] = [(text_address(record, shelf, origin), record.id) for record in shelf.records]
        found += [(Address(f"{origin}{base}/{path}"), "") for path in lists]
        return sorted(found, key=lambda row: row[0].url)

    def gather(name: str, start: int) -> Output:
        return sitemap(name, rows()[start : start + MOST])

    if count <= MOST:
        yield Output.later("sitemap.xml", partial(gather, "sitemap.xml", 0), shows_bodies=False)
    else:
        names = {f"sitemap-{number}.xml": start for number, start in enumerate(range(0, count, MOST), start=1)}
        for name, start in names.items():
            yield Output.later(name, partial(gather, name, start), shows_bodies=False)
        yield sitemap("sitemap.xml", [(Address(f"{origin}{base}/{name}"), "") for name in names], is_index=True)
    yield verbatim("robots.txt", f"User-agent: *\nDisallow:\n\nSitemap: {origin}{base}/sitemap.xml\n".encode())


def sitemap(path: str, rows: list[Row], is_index: bool = False) -> Output:
    """One sitemap file."""
    addresses = tuple(address for address, _ in rows)
    facet = Facet(addresses, digest_of("addresses", *(word for address in addresses for word in address.words)))
    carries = tuple(sorted({record_id for _, record_id in rows if record_id}))
    return Output(path, Channel.SITE, (facet,), same, SitemapRenderer(is_index), carries)


def text_address(record: Record, shelf: Shelf, origin: str) -> Address:
    """The address of a text."""
    links = [shelf.link(other).value for other in (record, *shelf.translations(record))]
    alternates = sorted((link.tag, origin + link.url) for link in links) if len(links) > 1 else []
    front = record.front
    return Address(origin + links[0].url, front.updated or front.date, tuple(alternates))


def list_paths(library: Library, shelf: Shelf) -> Iterator[str]:
    """The addresses of all lists, below the root of the site."""
    urls = library.urls
    kinds = {(name, lang) for name, lang in shelf.types if name != "page"}
    for kind, gathered in (("topic", shelf.by_topic), ("place", shelf.by_place)):
        kinds |= {(kind, lang) for _, lang in gathered}
        for slug, lang in gathered:
            yield prefix(lang, shelf) + urls.of(kind, slug)
    if library.facts.facts:
        index = urls.of_list("fact")
        yield from (index, f"{index}sources/", f"{index}corrections/")
        yield from (urls.of("fact", name.lower()) for name in library.facts.facts)
    for kind, lang in kinds:
        yield prefix(lang, shelf) + urls.of_list(kind)


def prefix(lang: str, shelf: Shelf) -> str:
    """The first part of addresses in a language."""
    return "" if lang == shelf.default_language else f"{lang}/"
