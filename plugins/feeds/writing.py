"""
From entries to RSS 2.0 and Atom (RFC 4287), written by feedgen with its traps disarmed.

Every date is given, since feedgen would say 'now'; the alternate link comes
last, since RSS takes the last; no author has an e-mail address, since feedgen
would publish it. An entry is written once for all feeds that hold it.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.feeds.entries import KEPT, Entry
from plugins.feeds.extension import MEDIA, TYPES, EntryExtension, FeedExtension, enclosures
from plugins.feeds.heads import Feed
from plugins.feeds.podcast import NAMES, PodcastEntryExtension, PodcastExtension

CATEGORY_SCHEME = "urn:welcome-stories:"


DC, CONTENT = "http://purl.org/dc/elements/1.1/", "http://purl.org/rss/1.0/modules/content/"
NAMESPACES: Any = {"rss": {"dc": DC, "media": MEDIA, "content": CONTENT}, "atom": {"media": MEDIA}}
"""What every feed declares for its entries."""

ENTRY = {"rss": b"    <item", "atom": b"  <entry"}
"""How an entry begins where it stands in a feed."""

CLOSING = {"rss": b"  </channel>\n</rss>\n", "atom": b"</feed>\n"}
"""How a feed ends below its entries."""


@lru_cache(maxsize=KEPT)
def entry_as_it_stands(entry: Entry, format: str, is_podcast: bool) -> bytes:
    """One entry as it stands in each feed that holds it, whatever else does: all declare what is used in it."""
    root = etree.Element("rss" if format == "rss" else "feed", nsmap=NAMESPACES[format] | (NAMES if is_podcast else {}))
    around = etree.SubElement(root, "channel") if format == "rss" else root
    around.append(element_of(entry, format))
    written: bytes = etree.tostring(root, pretty_print=True, encoding="UTF-8")
    return written[written.index(ENTRY[format]) :].removesuffix(CLOSING[format])


def element_of(entry: Entry, format: str) -> Any:
    """One entry as an element. What RSS calls a description is HTML, what Atom calls a summary is text."""
    item: Any = FeedEntry()
    item.id(entry.id)
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate", type="text/html", hreflang=entry.lang)
    item.published(entry.published)
    item.updated(entry.updated)
    item.summary(entry.summary if format == "atom" else escape(entry.summary, quote=False))
    if entry.content:
        item.content(entry.content, type="html")
    if entry.categories:
        item.category([{"term": name, "scheme": CATEGORY_SCHEME + kind} for kind, name in entry.categories])
    if entry.author:
        item.author(name=entry.author)
    if format == "rss":
        for url, type_name, length in enclosures(entry):
            item.enclosure(url, length, type_name)
    item.register_extension("dc", DcEntryExtension, atom=False, rss=True)
    item.dc.dc_language(entry.lang)
    if entry.author:
        item.dc.dc_creator(entry.author)
    for name, extension in (("own", EntryExtension), ("sound", PodcastEntryExtension)):
        item.register_extension(name, extension, atom=name == "own", rss=True)
        getattr(item, name).entry = entry
    return item.atom_entry() if format == "atom" else item.rss_entry()


def generator_of(feed: Feed, format: str) -> Any:
    """A feedgen generator with all that both formats say."""
    writer: Any = FeedGenerator()
    writer.register_extension("dc", DcExtension, DcEntryExtension, atom=False, rss=True)
    writer.id(feed.id)
    writer.title(feed.title)
    writer.description(feed.subtitle)
    writer.language(feed.lang)
    writer.updated(feed.updated)
    writer.lastBuildDate(feed.updated)
    writer.generator("Welcome Stories")
    writer.docs("https://www.rssboard.org/rss-specification")
    writer.link(href=feed.url_of(format), rel="self", type=TYPES[format])
    writer.link(href=feed.home, rel="alternate", type="text/html")
    writer.register_extension("own", FeedExtension, BaseEntryExtension, atom=True, rss=True)
    writer.own.feed = feed
    return writer


def with_entries(written: bytes, feed: Feed, format: str) -> bytes:
    """A feed that was written without its entries, with them."""
    head, closing = written.removesuffix(CLOSING[format]), CLOSING[format]
    return b"".join([head, *(entry_as_it_stands(entry, format, bool(feed.artwork)) for entry in feed.entries), closing])


def write_rss(feed: Feed) -> bytes:
    """RSS 2.0: https://www.rssboard.org/rss-specification."""
    writer = generator_of(feed, "rss")
    if feed.artwork:
        writer.register_extension("sound", PodcastExtension, BaseEntryExtension, atom=False, rss=True)
        writer.sound.feed = feed
    return with_entries(writer.rss_str(pretty=True), feed, "rss")


def write_atom(feed: Feed) -> bytes:
    """Atom: RFC 4287."""
    writer = generator_of(feed, "atom")
    writer.icon(feed.icon)
    writer.author(name=feed.author)
    return with_entries(writer.atom_str(pretty=True), feed, "atom")
