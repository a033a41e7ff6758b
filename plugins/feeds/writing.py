"""
From entries to RSS 2.0 and Atom (RFC 4287), written by feedgen with its traps disarmed.

Every date is given, since feedgen would say 'now'; the alternate link comes
last, since RSS takes the last; entries are appended, since feedgen turns the
order round; no author has an e-mail address, since feedgen would publish it. The
elements of entries are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from feedgen.ext.base import BaseEntryExtension
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.feed import FeedGenerator

from plugins.feeds.elements import EntryElement
from plugins.feeds.extension import TYPES, FeedExtension
from plugins.feeds.heads import Feed
from plugins.feeds.json_feed import write_json
from plugins.feeds.podcast import PodcastExtension


@dataclass(frozen=True, slots=True)
class FeedRenderer:
    """Writes a feed in one format: rss, atom or json."""

    format: str

    @property
    def digest(self) -> str:
        """The format alone: the software itself is an ingredient of every key in the manifest."""
        return f"feed:{self.format}"

    def __call__(self, view: Feed) -> bytes:
        """The feed as UTF-8."""
        if self.format == "json":
            return write_json(view)
        return write_rss(view) if self.format == "rss" else write_atom(view)


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
    for entry in feed.entries:
        writer.add_entry(EntryElement(entry), order="append")
    return writer


def write_rss(feed: Feed) -> bytes:
    """RSS 2.0: https://www.rssboard.org/rss-specification."""
    writer = generator_of(feed, "rss")
    if feed.artwork:
        writer.register_extension("sound", PodcastExtension, BaseEntryExtension, atom=False, rss=True)
        writer.sound.feed = feed
    return bytes(writer.rss_str(pretty=True))


def write_atom(feed: Feed) -> bytes:
    """Atom: RFC 4287."""
    writer = generator_of(feed, "atom")
    writer.icon(feed.icon)
    writer.author(name=feed.author)
    return bytes(writer.atom_str(pretty=True))
