"""
What feedgen 1.0 leaves out of a feed, as an extension of it: hub, archives, what is to be forgotten.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseExtension
from lxml import etree

from plugins.feeds.elements import MEDIA
from plugins.feeds.heads import FILES, Feed

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
HISTORY = "http://purl.org/syndication/history/1.0"

TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


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
