"""
What feedgen 1.0 leaves out, as extensions of it: the language and the links of an entry, its picture and its recording,
and what a feed says besides: hub, archives, what is to be forgotten.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from plugins.feeds.entries import Entry
from plugins.feeds.heads import FILES, Feed

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "http://search.yahoo.com/mrss/"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
HISTORY = "http://purl.org/syndication/history/1.0"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}

UNKNOWN_LENGTH = "0"
"""Of a picture: the files of pictures are made apart from feeds (RSS Advisory Board's profile allows it)."""


class FeedExtension(BaseExtension):
    """
    Links to hub and archives (WebSub, RFC 5005) and tombstones (RFC 6721).
    """

    def __init__(self) -> None:
        self.feed: Feed | None = None

    def extend_ns(self) -> dict[str, str]:
        """Called by feedgen; a namespace is named only where it is used."""
        found = {"media": MEDIA}
        if self.feed and self.feed.tombstones:
            found["at"] = TOMBSTONES
        if self.feed and self.feed.is_archive:
            found["fh"] = HISTORY
        return found

    def extend_atom(self, feed: Any) -> Any:
        """Called by feedgen with the feed, before its entries are in it."""
        assert self.feed
        self._add_links(feed, "atom")
        for tombstone in self.feed.tombstones:
            etree.SubElement(feed, f"{{{TOMBSTONES}}}deleted-entry", ref=tombstone.id, when=tombstone.when.isoformat())
        return feed

    def extend_rss(self, feed: Any) -> Any:
        """Called by feedgen with the rss element."""
        self._add_links(feed[0], "rss")
        return feed

    def _add_links(self, parent: Any, format: str) -> None:
        assert self.feed
        if self.feed.is_archive:
            etree.SubElement(parent, f"{{{HISTORY}}}archive")
        if self.feed.hub:
            etree.SubElement(parent, f"{{{ATOM}}}link", rel="hub", href=self.feed.hub)
        for rel, folder in self.feed.pages:
            etree.SubElement(parent, f"{{{ATOM}}}link", rel=rel, href=folder + FILES[format], type=TYPES[format])


class EntryExtension(BaseEntryExtension):
    """
    The language of an entry, the attributes of its links that feedgen drops, and its picture (Media RSS 1.5.1).
    """

    def __init__(self) -> None:
        self.entry: Entry | None = None

    def extend_atom(self, element: Any) -> Any:
        """Called by feedgen with the finished entry."""
        own = self.entry
        assert own
        element.set(XML_LANG, own.lang)
        for link in (child for child in element if child.tag in ("link", f"{{{ATOM}}}link")):
            link.set("rel", "alternate")
            link.set("type", "text/html")
            link.set("hreflang", own.lang)
        for url, type_name, length in enclosures(own):
            etree.SubElement(element, "link", rel="enclosure", href=url, type=type_name, length=length)
        self._add_picture(element)
        return element

    def extend_rss(self, element: Any) -> Any:
        """Called by feedgen with the finished item."""
        self._add_picture(element)
        return element

    def _add_picture(self, element: Any) -> None:
        picture = self.entry.picture if self.entry else None
        if picture is None:
            return
        size = {"width": str(picture.width), "height": str(picture.height)}
        content = etree.SubElement(
            element, f"{{{MEDIA}}}content", {"url": picture.url, "type": picture.type, "medium": "image", **size},
            nsmap={"media": MEDIA},
        )  # fmt: skip
        etree.SubElement(content, f"{{{MEDIA}}}description", type="plain").text = picture.alt
        if picture.credit:
            etree.SubElement(content, f"{{{MEDIA}}}credit").text = picture.credit
        etree.SubElement(element, f"{{{MEDIA}}}thumbnail", {"url": picture.url, **size}, nsmap={"media": MEDIA})


def enclosures(entry: Entry) -> list[tuple[str, str, str]]:
    """What goes with an entry: address, type and length of its recording, or else of its picture."""
    if entry.audio:
        return [(entry.audio.url, entry.audio.type, str(entry.audio.length))]
    return [(entry.picture.url, entry.picture.type, UNKNOWN_LENGTH)] if entry.picture else []
