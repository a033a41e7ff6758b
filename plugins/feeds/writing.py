"""
From entries to RSS 2.0 and Atom (RFC 4287), written by feedgen with its traps disarmed.

Every date is given, since feedgen would say 'now'; the alternate link comes
last, since RSS takes the last; entries are appended, since feedgen turns the
order round; no author has an e-mail address, since feedgen would publish it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from feedgen.ext.base import BaseEntryExtension
from feedgen.feed import FeedGenerator

from plugins.feeds.entries import Entry, Tombstone
from plugins.feeds.extension import LanguageEntryExtension, TombstoneExtension

RSS = "application/rss+xml"
ATOM = "application/atom+xml"
CATEGORY_SCHEME = "urn:welcome-stories:"


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed in every format: who it is, and its entries, newest first."""

    id: str
    title: str
    subtitle: str
    lang: str
    home: str
    rss_url: str
    atom_url: str
    icon: str
    updated: datetime
    entries: tuple[Entry, ...]
    tombstones: tuple[Tombstone, ...] = ()
    """Entries to be forgotten, oldest first."""


@dataclass(frozen=True, slots=True)
class FeedRenderer:
    """Writes a feed in one format: rss or atom."""

    format: str

    @property
    def digest(self) -> str:
        """The format alone: the software itself is an ingredient of every key in the manifest."""
        return f"feed:{self.format}"

    def __call__(self, view: Feed) -> bytes:
        """The feed as UTF-8 XML."""
        return write_rss(view) if self.format == "rss" else write_atom(view)


def generator_of(feed: Feed, own_url: str, own_type: str) -> Any:
    """A feedgen generator with all that both formats say."""
    writer = FeedGenerator()
    writer.load_extension("dc", atom=False, rss=True)
    writer.id(feed.id)
    writer.title(feed.title)
    writer.description(feed.subtitle)
    writer.language(feed.lang)
    writer.updated(feed.updated)
    writer.lastBuildDate(feed.updated)
    writer.generator("Welcome Stories")
    writer.docs("https://www.rssboard.org/rss-specification")
    writer.link(href=own_url, rel="self", type=own_type)
    writer.link(href=feed.home, rel="alternate", type="text/html")
    for entry in feed.entries:
        add_entry(writer, entry, own_type == ATOM)
    return writer


def add_entry(writer: Any, entry: Entry, is_atom: bool) -> None:
    """Append one entry. What RSS calls a description is HTML, what Atom calls a summary is text."""
    item = writer.add_entry(order="append")
    item.id(entry.id)
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate", type="text/html", hreflang=entry.lang)
    item.published(entry.published)
    item.updated(entry.updated)
    item.summary(entry.summary if is_atom else escape(entry.summary, quote=False))
    for kind, name in entry.categories:
        item.category(term=name, scheme=CATEGORY_SCHEME + kind)
    if entry.author:
        item.author(name=entry.author)
        item.dc.dc_creator(entry.author)
    item.dc.dc_language(entry.lang)
    item.register_extension("language", LanguageEntryExtension, atom=True, rss=False)
    item.language.lang = entry.lang


def write_rss(feed: Feed) -> bytes:
    """RSS 2.0: https://www.rssboard.org/rss-specification."""
    return bytes(generator_of(feed, feed.rss_url, RSS).rss_str(pretty=True))


def write_atom(feed: Feed) -> bytes:
    """Atom: RFC 4287."""
    writer = generator_of(feed, feed.atom_url, ATOM)
    writer.icon(feed.icon)
    writer.author(name=feed.title)
    writer.register_extension("tombstones", TombstoneExtension, BaseEntryExtension, rss=False)
    writer.tombstones.tombstones = feed.tombstones
    return bytes(writer.atom_str(pretty=True))
