"""
Miniflux, which stands for all readers that keep what they once fetched.

Known from its source: `RefreshFeedEntries`, `updateEntry` and `updateEnclosures`
(miniflux/v2, internal/storage/entry.go and enclosure.go). An entry whose id returns
is overwritten, one that vanishes from the feed stays, and tombstones are not read.
Two things outlive an overwriting: the date, and, where the new entry brings no files
at all, the files of the old one.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from plugins.feeds.readers.parsing import ATOM, channel_of, parse_feed
from plugins.feeds.readers.simplepie import Item, read_feed
from plugins.feeds.readers.stripping import plain


class StoredEntry(NamedTuple):
    """What the reader keeps of an entry, and shows for as long as it keeps it."""

    feed: str
    id: str
    title: str
    url: str
    author: str
    content: str
    tags: tuple[str, ...]
    date: datetime | None
    files: tuple[str, ...]

    @property
    def words(self) -> str:
        """All words and addresses that can still be read, in one line."""
        parts = (self.title, self.url, self.author, plain(self.content), self.content, *self.tags, *self.files)
        return " ".join(parts)


class Store(NamedTuple):
    """All that a reader keeps: entries by feed and id, in the order in which they came."""

    entries: tuple[StoredEntry, ...] = ()

    def get(self, entry_id: str) -> StoredEntry | None:
        """The entry of an id, in whichever feed."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    @property
    def words(self) -> str:
        """All words and addresses that can still be read."""
        return "\n".join(entry.words for entry in self.entries)


def update(store: Store, feed: bytes, address: str = "") -> Store:
    """
    The store after a feed was fetched once more.

    `address` is where it was fetched from; without one, the feed's own word for it counts.
    """
    address = address or address_of(feed)
    kept = {(entry.feed, entry.id): entry for entry in store.entries}
    for item in read_feed(feed, sort=False).items:
        new = make_entry(address, item)
        old = kept.get((address, new.id))
        kept[address, new.id] = new._replace(date=old.date, files=new.files or old.files) if old else new
    return Store(tuple(kept.values()))


def address_of(feed: bytes) -> str:
    """Where a feed says it lives, else the site it belongs to."""
    channel = channel_of(parse_feed(feed))
    for link in channel.iterchildren(f"{ATOM}link"):
        if link.get("rel") == "self" and link.get("href"):
            return str(link.get("href"))
    return read_feed(feed).link


def make_entry(address: str, item: Item) -> StoredEntry:
    """An item as it is stored. A thumbnail is one of its files."""
    files = (item.thumbnail, *(enclosure.url for enclosure in item.enclosures))
    return StoredEntry(
        feed=address,
        id=item.id,
        title=plain(item.title) or item.link,
        url=item.link,
        author=item.author,
        content=item.content,
        tags=tuple(category.label for category in item.categories),
        date=item.date,
        files=tuple(dict.fromkeys(file for file in files if file)),
    )
