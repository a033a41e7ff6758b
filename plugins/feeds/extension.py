"""
What feedgen 1.0 leaves out: the language of an entry, the attributes of its link, and what is to be forgotten.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from plugins.feeds.entries import Tombstone

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class TombstoneExtension(BaseExtension):
    """
    Tells which entries are to be forgotten: at:deleted-entry (RFC 6721).
    """

    def __init__(self) -> None:
        self.tombstones: tuple[Tombstone, ...] = ()

    def extend_ns(self) -> dict[str, str]:
        """Called by feedgen; the namespace is named only where it is used."""
        return {"at": TOMBSTONES} if self.tombstones else {}

    def extend_atom(self, feed: Any) -> Any:
        """Called by feedgen with the feed, before its entries are in it."""
        for tombstone in self.tombstones:
            etree.SubElement(feed, f"{{{TOMBSTONES}}}deleted-entry", ref=tombstone.id, when=tombstone.when.isoformat())
        return feed


class LanguageEntryExtension(BaseEntryExtension):
    """
    Gives an Atom entry its xml:lang, and its link the rel, type and hreflang that feedgen drops.
    """

    def __init__(self) -> None:
        self.lang = ""

    def extend_atom(self, entry: Any) -> Any:
        """Called by feedgen with the finished entry."""
        entry.set(XML_LANG, self.lang)
        for link in (child for child in entry if child.tag in ("link", ATOM_LINK)):
            link.set("rel", "alternate")
            link.set("type", "text/html")
            link.set("hreflang", self.lang)
        return entry
