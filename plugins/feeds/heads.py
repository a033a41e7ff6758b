"""
What a feed says of itself, and the feed that it makes of its entries.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from plugins.feeds.entries import (
    Entry,
    EntryFacet,
    FeedSite,
    Tombstone,
    entry_id,
    make_entry,
    make_notice,
    make_welcome,
    midnight,
)
from plugins.languages.words import Words
from plugins.library.departures import Departure

ROOT = "feeds/"
"""Below the root of the site: everything that is about feeds."""

FILES = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}
"""The formats, each with the name of its file in the folder of a feed."""

BEFORE_ALL = datetime(2005, 10, 1, tzinfo=UTC)
"""When a feed without texts was last changed: never since the movement began."""

Pages = tuple[tuple[str, str], ...]
"""Where a feed goes on (RFC 5005): the rel of a link, and a folder."""


class Feed(NamedTuple):
    """One feed in every format: who it is, and its entries, newest first."""

    id: str
    title: str
    subtitle: str
    author: str
    """Who publishes it."""
    lang: str
    dir: str
    home: str
    folder: str
    """Its absolute address; each format is a file in it."""
    icon: str
    updated: datetime
    entries: tuple[Entry, ...]
    tombstones: tuple[Tombstone, ...] = ()
    """Entries to be forgotten, oldest first."""
    hub: str = ""
    """The WebSub hub that is told of changes; empty where there is none."""
    more: str = ""
    """How a link to the site is called, for programs that know us."""
    artwork: str = ""
    """For a podcast: the absolute address of its picture."""
    pages: tuple[tuple[str, str], ...] = ()
    """Where it goes on (RFC 5005): the rel of a link, and the address of a folder."""
    is_archive: bool = False
    """Whether it will never change again while nothing leaves it."""

    def url_of(self, format: str) -> str:
        """The address of the feed in a format."""
        return self.folder + FILES[format]


class FeedHead(NamedTuple):
    """What a feed says of itself. `words` are those of the feed's language."""

    name: str
    """Known for ever: what its id and its address are made of."""
    title: str
    subtitle: str
    site: FeedSite
    folder: str
    """Below the root of the site, with a closing slash."""
    words: Words
    hub: str = ""
    artwork: str = ""

    def feed(
        self,
        entries: tuple[Entry, ...],
        tombstones: tuple[Tombstone, ...] = (),
        pages: tuple[tuple[str, str], ...] = (),
        is_archive: bool = False,
    ) -> Feed:
        """The feed with its entries; one that has none welcomes its readers."""
        root, language = self.site.root, self.words.language
        entries = entries or (make_welcome(self.name, self.words, self.site, BEFORE_ALL),)
        moments = [entry.updated for entry in entries] + [tombstone.when for tombstone in tombstones]
        return Feed(
            id=f"tag:{self.site.authority}:feed:{self.name}",
            title=self.title,
            subtitle=self.subtitle,
            author=self.site.name,
            lang=language.tag,
            dir=language.direction,
            home=f"{root}/",
            folder=f"{root}/{self.folder}",
            icon=f"{root}/favicon.svg",
            updated=max(moments),
            entries=entries,
            tombstones=tombstones,
            hub=self.hub,
            artwork=self.artwork,
            more=self.words("feed.more"),
            pages=tuple((rel, f"{root}/{folder}") for rel, folder in pages),
            is_archive=is_archive,
        )


def make_feed(
    head: FeedHead,
    words: tuple[Words, ...],
    entries: tuple[EntryFacet, ...],
    notices: tuple[Departure, ...],
    gone: tuple[Departure, ...],
    pages: Pages,
) -> Feed:
    """
    The view of a feed; `words` are those of every language. What has left the feed stands among the entries
    as a notice, and later only as a tombstone.
    """
    by_language = {own.language.code: own for own in words}
    made = [make_entry(entry, by_language[entry.card.link.lang], head.site) for entry in entries]
    made += [make_notice(own, by_language[own.lang], head.site) for own in notices]
    made.sort(key=lambda entry: entry.published, reverse=True)
    tombstones = tuple(
        Tombstone(entry_id(head.site.authority, own.id, "" if own.is_original else own.lang), midnight(own.left_on))
        for own in gone
    )
    return head.feed(tuple(made), tombstones, pages)
