"""
The archives of the feed of everything (RFC 5005, section 4), counted from the oldest text.

A text that has left keeps its place in the count, so that an archive that is full changes only when something in it
does: the others stay as they are. It leads to older ones and never to newer ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from plugins.feeds.entries import EntryFacet
from plugins.feeds.gathering import Gathering
from plugins.feeds.heads import FILES, Feed, FeedHead, Pages, make_feed
from plugins.feeds.rendering import FeedRenderer
from plugins.languages.words import Words
from plugins.library.departures import Departure
from plugins.library.membership import ALL
from plugins.outputs import Facet, Output
from plugins.records.record import Record
from plugins.syndication.whole import ROW

SIZE = 30
"""Places in an archive. Never change it: all archives would be cut anew."""

FORMATS = ("rss", "atom")
"""RFC 5005 is about these; JSON Feed has no archives."""


def folder_of(number: int) -> str:
    """Where an archive is, below the root of the site; the first is the oldest."""
    return f"feeds/{ALL}/archive/{number}/"


def newest_archive(count: int, limit: int) -> Pages:
    """The link from the feed of `count` texts to its newest full archive; none while everything is in the feed."""
    full = count // SIZE
    return (("prev-archive", folder_of(full)),) if full and count > limit else ()


def slots_of(gathering: Gathering) -> list[Record | Departure]:
    """All that the feed of everything holds or once held, the oldest first; neither a title nor an address moves it."""
    return sorted((*gathering.by_series.get(ALL, []), *gathering.departures.get(ALL, [])), key=place_of)


def place_of(own: Record | Departure) -> tuple[date, str, str]:
    """What says where a text stands among all."""
    published = own.published if isinstance(own, Departure) else own.front.date
    return (published or date.min, own.id, own.lang)


def make_archive(
    head: FeedHead, words: tuple[Words, ...], entries: tuple[EntryFacet, ...],
    notices: tuple[Departure, ...], gone: tuple[Departure, ...], pages: Pages,
) -> Feed:  # fmt: skip
    """The view of one archive."""
    return make_feed(head, words, entries, notices, gone, pages)._replace(is_archive=True)


def archive_outputs(gathering: Gathering, main: FeedHead, words: Facet[tuple[Words, ...]]) -> Iterator[Output]:
    """All full archives."""
    slots = slots_of(gathering)
    for number in range(1, len(slots) // SIZE + 1):
        held = slots[(number - 1) * SIZE : number * SIZE][::-1]
        for name in FORMATS:
            gather = partial(archive_output, gathering, main, words, number, held, name)
            yield Output.later(folder_of(number) + FILES[name], gather, row=ROW)


def archive_output(
    gathering: Gathering, main: FeedHead, words: Facet[tuple[Words, ...]], number: int,
    held: list[Record | Departure], name: str,
) -> Output:  # fmt: skip
    """One archive in one format, with what it holds, the newest first."""
    today = gathering.library.build.today
    records = [own for own in held if not isinstance(own, Departure)]
    departures = [own for own in held if isinstance(own, Departure)]
    pages = [("current", main.folder)]
    pages += [("prev-archive", folder_of(number - 1))] if number > 1 else []
    facets = (
        Facet.of(main._replace(name=f"{main.name}:archive:{number}", folder=folder_of(number))),
        words,
        Facet.of_all(gathering.facet(record) for record in records),
        Facet.of(tuple(own for own in departures if own.is_notice(today))),
        Facet.of(tuple(own for own in departures if not own.is_notice(today))),
        Facet.of(tuple(pages)),
    )
    path = folder_of(number) + FILES[name]
    return Output(path, gathering.channel, facets, make_archive, FeedRenderer(name), gathering.carried(records))
