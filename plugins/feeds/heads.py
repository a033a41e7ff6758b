"""
What a feed says of itself, before it has any entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plugins.feeds.entries import Entry, Tombstone
from plugins.feeds.writing import Feed


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of itself."""

    name: str
    title: str
    subtitle: str
    path: str
    authority: str
    origin: str
    base: str
    site_name: str

    @property
    def root(self) -> str:
        """The address of the site, without a closing slash."""
        return self.origin + self.base

    def feed(
        self, lang: str, updated: datetime, entries: tuple[Entry, ...], tombstones: tuple[Tombstone, ...] = ()
    ) -> Feed:
        """The feed with its entries."""
        return Feed(
            id=f"tag:{self.authority}:feed:{self.name}",
            title=self.title,
            subtitle=self.subtitle,
            lang=lang,
            home=f"{self.root}/",
            rss_url=f"{self.root}/{self.path}rss.xml",
            atom_url=f"{self.root}/{self.path}atom.xml",
            icon=f"{self.root}/favicon.svg",
            updated=updated,
            entries=entries,
            tombstones=tombstones,
        )
