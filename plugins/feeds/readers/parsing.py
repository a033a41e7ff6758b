"""
The XML of a feed, opened as a careful reader does: nothing is fetched and no entity is followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias
from urllib.parse import urljoin

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
MEDIA = "{http://search.yahoo.com/mrss/}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

Element: TypeAlias = Any
"""An element of lxml, which brings no types."""


class FeedError(Exception):
    """A feed that no reader can open, in one sentence."""


def parse_feed(feed: bytes) -> Element:
    """The root of an RSS 2.0 or Atom feed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(feed, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FeedError(f"The feed is not well-formed XML: {error}. Look at it with an XML editor.") from None
    if root.tag not in ("rss", f"{ATOM}feed"):
        raise FeedError(f"This is no feed: its first element is <{root.tag}>. Give a feed in RSS 2.0 or Atom.")
    return root


def channel_of(root: Element) -> Element:
    """The element that speaks of the feed as a whole."""
    return root if root.tag == f"{ATOM}feed" else next(root.iterchildren("channel"), root)


def items_of(root: Element) -> Iterator[Element]:
    """Its items or entries, in the order of the file."""
    channel = channel_of(root)
    yield from channel.iterchildren("item", f"{ATOM}entry")


def text_of(element: Element | None) -> str:
    """All text in an element, trimmed; empty where there is none."""
    return "" if element is None else "".join(element.itertext()).strip()


def first_text(parent: Element, *tags: str) -> str:
    """The text of the first tag that says anything."""
    return next((text for tag in tags if (text := text_of(next(parent.iterchildren(tag), None)))), "")


def resolve(element: Element, address: str, home: str) -> str:
    """An address in an element made whole: by the xml:base around it, and by the address of the site."""
    for ancestor in (element, *element.iterancestors()):
        address = absolute(address, ancestor.get(f"{XML}base", ""))
    return absolute(address, home)


def absolute(address: str, base: str) -> str:
    """A whole address; one that cannot be understood stays as it is."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address.strip()


def parse_date(text: str) -> datetime | None:
    """A moment as RSS (RFC 822) or Atom (RFC 3339) writes it, in UTC; None for any other."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text.strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
