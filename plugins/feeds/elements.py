"""
One entry as an element of RSS 2.0 or of Atom (RFC 4287), for feedgen to put into its feed.

feedgen's own entries first gather what any format could say, and drop the language of an entry, the attributes of its
links and all but one file. Made for one feed, an element takes less time than a copy of one that was made before.
"""

from __future__ import annotations

from email.utils import format_datetime
from html import escape
from typing import Any

from lxml import etree

from plugins.feeds.entries import Entry
from plugins.feeds.podcast import add_sound
from plugins.syndication.picture import SharedPicture

CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CATEGORY_SCHEME = "urn:welcome-stories:"

UNKNOWN_LENGTH = "0"
"""Of a picture: the files of pictures are made apart from feeds (RSS Advisory Board's profile allows it)."""


class EntryElement:
    """An entry as feedgen asks for it."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def register_extension(self, *_given: Any) -> None:
        """Called by feedgen for what extends a feed; an entry has all of its own."""

    def rss_entry(self) -> Any:
        """Called by feedgen: the item."""
        return rss_item(self._entry)

    def atom_entry(self) -> Any:
        """Called by feedgen: the entry."""
        return atom_entry(self._entry)


def rss_item(entry: Entry) -> Any:
    """The item of RSS. What it calls a description is HTML."""
    item = etree.Element("item")
    add(item, "title", entry.title)
    add(item, "link", entry.url)
    add(item, "description", escape(entry.summary, quote=False))
    if entry.content:
        add(item, f"{{{CONTENT}}}encoded", entry.content)
    add(item, "guid", entry.id, isPermaLink="false")
    for kind, name in entry.categories:
        add(item, "category", name, domain=CATEGORY_SCHEME + kind)
    for url, type_name, length in enclosures(entry):
        etree.SubElement(item, "enclosure", url=url, length=length, type=type_name)
    add(item, "pubDate", format_datetime(entry.published))
    if entry.author:
        add(item, f"{{{DUBLIN_CORE}}}creator", entry.author)
    add(item, f"{{{DUBLIN_CORE}}}language", entry.lang)
    add_picture(item, entry.picture)
    add_sound(item, entry)
    return item


def atom_entry(entry: Entry) -> Any:
    """The entry of Atom. Its summary is text."""
    element = etree.Element("entry", {XML_LANG: entry.lang})
    add(element, "id", entry.id)
    add(element, "title", entry.title)
    add(element, "updated", entry.updated.isoformat())
    if entry.author:
        add(etree.SubElement(element, "author"), "name", entry.author)
    if entry.content:
        add(element, "content", entry.content, type="html")
    etree.SubElement(element, "link", href=entry.url, rel="alternate", type="text/html", hreflang=entry.lang)
    add(element, "summary", entry.summary)
    for kind, name in entry.categories:
        etree.SubElement(element, "category", term=name, scheme=CATEGORY_SCHEME + kind)
    add(element, "published", entry.published.isoformat())
    for url, type_name, length in enclosures(entry):
        etree.SubElement(element, "link", rel="enclosure", href=url, type=type_name, length=length)
    add_picture(element, entry.picture)
    return element


def add(parent: Any, name: str, text: str, **attributes: str) -> None:
    """An element that holds text."""
    etree.SubElement(parent, name, attributes).text = text


def add_picture(element: Any, picture: SharedPicture | None) -> None:
    """The picture of an entry (Media RSS 1.5.1)."""
    if picture is None:
        return
    size = {"width": str(picture.width), "height": str(picture.height)}
    content = etree.SubElement(
        element, f"{{{MEDIA}}}content", {"url": picture.url, "type": picture.type, "medium": "image", **size},
        nsmap={"media": MEDIA},
    )  # fmt: skip
    add(content, f"{{{MEDIA}}}description", picture.alt, type="plain")
    if picture.credit:
        add(content, f"{{{MEDIA}}}credit", picture.credit)
    etree.SubElement(element, f"{{{MEDIA}}}thumbnail", {"url": picture.url, **size}, nsmap={"media": MEDIA})


def enclosures(entry: Entry) -> list[tuple[str, str, str]]:
    """What goes with an entry: address, type and length of its recording, or else of its picture."""
    if entry.audio:
        return [(entry.audio.url, entry.audio.type, str(entry.audio.length))]
    return [(entry.picture.url, entry.picture.type, UNKNOWN_LENGTH)] if entry.picture else []
