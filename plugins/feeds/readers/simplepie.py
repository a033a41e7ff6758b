"""
SimplePie, which reads feeds for WordPress, FreshRSS and many more: what it takes from RSS 2.0 and Atom.

Known from its source: the methods of `Item`, and `SimplePie::get_items` and
`sort_items` (simplepie/simplepie, src/Item.php and src/SimplePie.php). Where two
entries have the same date its order is undefined; here the order of the feed stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from hashlib import md5
from html import escape
from typing import NamedTuple

from lxml import etree

from plugins.feeds.readers.parsing import (
    ATOM,
    CONTENT,
    DC,
    ITUNES,
    MEDIA,
    Element,
    channel_of,
    first_text,
    items_of,
    parse_date,
    parse_feed,
    resolve,
    text_of,
)
from plugins.feeds.readers.sanitising import sanitise

TITLES = ((f"{ATOM}title", "atom"), ("title", "maybe"), (f"{DC}title", "text"))
DESCRIPTIONS = (
    (f"{ATOM}summary", "atom"), ("description", "html"), (f"{DC}description", "text"), (f"{ITUNES}summary", "html"),
    (f"{ITUNES}subtitle", "text"),
)  # fmt: skip
CONTENTS = ((f"{ATOM}content", "atom"), (f"{CONTENT}encoded", "html"))
"""Where a part of an item is looked for, first things first, and as what it is read."""

DATES = (f"{ATOM}published", "pubDate", f"{DC}date", f"{ATOM}updated")
LOOKS_LIKE_HTML = re.compile(r"&(?:#x[0-9a-fA-F]+|#[0-9]+|[a-zA-Z0-9]+)|</[A-Za-z][^<>]*>")
DIGITS = re.compile(r"\s*(\d{1,18})")


class Author(NamedTuple):
    """Who wrote an item. The author of RSS is an address of e-mail and has no name."""

    name: str
    email: str = ""


class Category(NamedTuple):
    """A category and what kind it is of: domain in RSS, scheme in Atom."""

    label: str
    scheme: str


class Enclosure(NamedTuple):
    """A file that goes with an item."""

    url: str
    type: str
    length: int
    medium: str


class Item(NamedTuple):
    """What SimplePie knows of an item. Title, description and content are HTML, the rest is plain."""

    id: str
    title: str
    link: str
    date: datetime | None
    authors: tuple[Author, ...]
    description: str
    content: str
    categories: tuple[Category, ...]
    enclosures: tuple[Enclosure, ...]
    thumbnail: str

    @property
    def author(self) -> str:
        """The name of the first author, for only the first is ever shown."""
        return self.authors[0].name if self.authors else ""


class Feed(NamedTuple):
    """A feed as SimplePie hands it on: items without a date first, then the newest."""

    title: str
    link: str
    items: tuple[Item, ...]


def read_feed(feed: bytes, sort: bool = True) -> Feed:
    """What SimplePie reads of a feed; `sort` is its enable_order_by_date."""
    root = parse_feed(feed)
    channel = channel_of(root)
    home = link_of(channel, "")
    items = [read_item(element, channel, home) for element in items_of(root)]
    if sort:
        items.sort(key=lambda item: -item.date.timestamp() if item.date else float("-inf"))
    return Feed(first_html(channel, TITLES, home), home, tuple(items))


def read_item(item: Element, channel: Element, home: str) -> Item:
    """One item of a feed whose site is `home`."""
    title, link = first_html(item, TITLES, home), link_of(item, home)
    description, content = first_html(item, DESCRIPTIONS, home), first_html(item, CONTENTS, home)
    own_id = first_text(item, f"{ATOM}id", "guid", f"{DC}identifier")
    return Item(
        id=own_id or md5(f"{link}{title}{content}".encode(), usedforsecurity=False).hexdigest(),
        title=title,
        link=link,
        date=parse_date(first_text(item, *DATES)),
        authors=tuple(dict.fromkeys(authors_of(item))) or tuple(dict.fromkeys(authors_of(channel))),
        description=description or content,
        content=content or description,
        categories=tuple(dict.fromkeys(categories_of(item))),
        enclosures=tuple(dict.fromkeys(enclosures_of(item, home))),
        thumbnail=next((resolve(own, own.get("url", ""), home) for own in item.iterchildren(f"{MEDIA}thumbnail")), ""),
    )


def first_html(parent: Element, places: tuple[tuple[str, str], ...], home: str) -> str:
    """The first of some places that says anything, as HTML."""
    for tag, kind in places:
        element = next(parent.iterchildren(tag), None)
        if element is not None and (found := as_html(element, kind, home)):
            return found
    return ""


def as_html(element: Element, kind: str, home: str) -> str:
    """The text of an element as HTML: what says it is text comes out escaped."""
    text, base = text_of(element), resolve(element, "", home)
    if kind == "atom":
        kind = element.get("type", "text").strip().lower()
    elif kind == "maybe":
        kind = "html" if LOOKS_LIKE_HTML.search(text) else "text"
    if kind == "xhtml":
        return sanitise(inner_html(next(element.iterchildren(etree.Element), element)), base)
    if kind == "html":
        return sanitise(text, base)
    return escape(text) if kind == "text" else text


def inner_html(element: Element) -> str:
    """What an element of XHTML holds, written as HTML."""
    inner = deepcopy(element)
    for own in inner.iter(etree.Element):
        own.tag = etree.QName(own).localname
    etree.cleanup_namespaces(inner)
    return escape(inner.text or "") + "".join(etree.tostring(own, encoding="unicode", method="html") for own in inner)


def link_of(element: Element, home: str) -> str:
    """The address of an item's page: its link, else a guid that says it is one."""
    for link in element.iterchildren(f"{ATOM}link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return resolve(link, link.get("href"), home)
    link = next(element.iterchildren("link"), None)
    if link is not None:
        return resolve(link, text_of(link), home)
    guid = next(element.iterchildren("guid"), None)
    if guid is not None and guid.get("isPermaLink", "true").strip().lower() == "true":
        return resolve(guid, text_of(guid), home)
    return ""


def authors_of(element: Element) -> Iterator[Author]:
    """Everybody named, in SimplePie's order: the author of RSS, who has no name, stands before dc:creator."""
    for author in element.iterchildren(f"{ATOM}author"):
        yield Author(first_text(author, f"{ATOM}name"), first_text(author, f"{ATOM}email"))
    if element.tag == "item":
        yield from (Author("", text_of(author)) for author in list(element.iterchildren("author"))[:1])
    for tag in (f"{DC}creator", f"{ITUNES}author"):
        yield from (Author(text_of(author)) for author in element.iterchildren(tag))


def categories_of(item: Element) -> Iterator[Category]:
    """Its categories."""
    for own in item.iterchildren(f"{ATOM}category"):
        yield Category(own.get("label") or own.get("term", ""), own.get("scheme", ""))
    for own in item.iterchildren("category"):
        yield Category(text_of(own), own.get("domain", ""))
    for own in item.iterchildren(f"{DC}subject"):
        yield Category(text_of(own), "")


def enclosures_of(item: Element, home: str) -> Iterator[Enclosure]:
    """Its files: media:content in groups, media:content alone, links of Atom, enclosures of RSS."""
    grouped = [own for group in item.iterchildren(f"{MEDIA}group") for own in group.iterchildren(f"{MEDIA}content")]
    for own in (*grouped, *item.iterchildren(f"{MEDIA}content")):
        if own.get("url") is not None:
            yield make_enclosure(own, own.get("url"), own.get("fileSize", ""), home)
    for own in item.iterchildren(f"{ATOM}link"):
        if own.get("rel") == "enclosure" and own.get("href") is not None:
            yield make_enclosure(own, own.get("href"), own.get("length", ""), home)
    for own in item.iterchildren("enclosure"):
        if own.get("url") is not None:
            yield make_enclosure(own, own.get("url"), own.get("length", ""), home)


def make_enclosure(element: Element, url: str, length: str, home: str) -> Enclosure:
    """A file from what an element says of it."""
    digits = DIGITS.match(length)
    size = int(digits[1]) if digits else 0
    return Enclosure(resolve(element, url, home), element.get("type", ""), size, element.get("medium", ""))
