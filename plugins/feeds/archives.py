"""
The archives of the feed of everything (RFC 5005, section 4), counted from the oldest text.

An archive that is full changes only when something in it does: it leads to older ones and never to newer ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.feeds.entries import EntryFacet, make_entry
from plugins.feeds.gathering import Gathering
from plugins.feeds.heads import FILES, Feed, FeedHead
from plugins.feeds.writing import FeedRenderer
from plugins.languages.words import Words
from plugins.library.membership import ALL
from plugins.outputs import Facet, Output

SIZE = 30
"""Entries in an archive. Never change it: all archives would be cut anew."""

FORMATS = ("rss", "atom")
"""RFC 5005 is about these; JSON Feed has no archives."""


def folder_of(number: int) -> str:
    """Where an archive is, below the root of the site; the first is the oldest."""
    return f"feeds/{ALL}/archive/{number}/"


def newest_archive(count: int, limit: int) -> tuple[tuple[str, str], ...]:
    """The link from the feed of `count` texts to its newest full archive; none while everything is in the feed."""
    full = count // SIZE
    return (("prev-archive", folder_of(full)),) if full and count > limit else ()


def make_archive(
    head: FeedHead, words: tuple[Words, ...], entries: tuple[EntryFacet, ...], pages: tuple[tuple[str, str], ...]
) -> Feed:
    """The view of one archive."""
    by_language = {own.language.code: own for own in words}
    made = tuple(make_entry(entry, by_language[entry.card.link.lang], head.site) for entry in entries)
    return head.feed(made, pages=pages, is_archive=True)


def archive_outputs(gathering: Gathering, main: FeedHead, words: Facet[tuple[Words, ...]]) -> Iterator[Output]:
    """All full archives; none while everything is in the feed itself."""
    oldest_first = gathering.by_series.get(ALL, [])[::-1]
    count = len(oldest_first) // SIZE
    for number in range(1, count + 1):
        records = oldest_first[(number - 1) * SIZE : number * SIZE][::-1]
        pages = [("current", main.folder)]
        pages += [("prev-archive", folder_of(number - 1))] if number > 1 else []
        head = replace(main, name=f"{main.name}:archive:{number}", folder=folder_of(number))
        facets = (
            Facet.of(head),
            words,
            Facet.of_all(gathering.facet(record) for record in records),
            Facet.of(tuple(pages)),
        )
        for name in FORMATS:
            path = folder_of(number) + FILES[name]
            carries = gathering.carried(records)
            yield Output(path, gathering.channel, facets, make_archive, FeedRenderer(name), carries)
