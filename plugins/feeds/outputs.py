"""
The feeds of the site as Outputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from plugins.feeds.corrections import corrections_outputs
from plugins.feeds.entries import EntryFacet, Tombstone, entry_id, make_entry, make_notice, midnight
from plugins.feeds.heads import FeedHead
from plugins.feeds.settings import Feeds
from plugins.feeds.writing import Feed, FeedRenderer
from plugins.languages.words import Words
from plugins.library.departures import Departure
from plugins.library.library import Library
from plugins.library.shelf import Shelf
from plugins.outputs import Channel, Facet, Output
from plugins.records.record import Record

ALL = "feeds/all/"
"""Below it: rss.xml and atom.xml of everything public."""

BEFORE_ALL = datetime(2005, 10, 1, tzinfo=UTC)
"""When a feed without entries was last changed: never since the movement began."""


def make_feed(
    head: FeedHead,
    words: tuple[Words, ...],
    entries: tuple[EntryFacet, ...],
    notices: tuple[Departure, ...],
    gone: tuple[Departure, ...],
) -> Feed:
    """
    The view of a feed; `words` are those of every language, the feed's own first. What has left the feed
    stands among the entries as a notice, and later only as a tombstone.
    """
    by_language = {own.language.code: own for own in words}
    made = tuple(
        make_entry(entry, by_language[entry.card.link.lang], head.authority, head.origin, head.site_name)
        for entry in entries
    )
    made += tuple(make_notice(own, by_language[own.lang], head.authority, head.root) for own in notices)
    made = tuple(sorted(made, key=lambda entry: entry.published, reverse=True))
    tombstones = tuple(
        Tombstone(entry_id(head.authority, own.id, "" if own.is_original else own.lang), midnight(own.left_on))
        for own in gone
    )
    updated = max((entry.updated for entry in made), default=BEFORE_ALL)
    return head.feed(words[0].language.tag, updated, made, tombstones)


def entry_facet(record: Record, shelf: Shelf, library: Library) -> Facet[EntryFacet]:
    """What feeds show of a text."""
    categories = [("type", library.words[record.lang](f"type.{record.type}.name"))]
    categories += [("topic", library.topics[slug].title[record.lang]) for slug in record.front.topics]
    categories += [("place", library.places[slug].title[record.lang]) for slug in record.front.places]
    return Facet.of(
        EntryFacet(shelf.card(record).value, record.front.updated, tuple(categories), record.is_translation)
    )


def make_outputs(library: Library, settings: Feeds, site_name: str) -> Iterator[Output]:
    """One RSS and one Atom feed of everything that may go into feeds."""
    shelf = library.channel(Channel.FEED)
    words = library.words
    default = words[library.default_language]
    records = shelf.newest()[: settings.limit]
    parts = urlsplit(library.site_url)
    head = FeedHead(
        name="all",
        title=site_name,
        subtitle=default("feed.subtitle"),
        path=ALL,
        authority=settings.authority,
        origin=f"{parts.scheme}://{parts.netloc}",
        base=parts.path.rstrip("/"),
        site_name=site_name,
    )
    departures = [own for own in library.departures(Channel.FEED) if own.lang in words]
    others = tuple(words[code] for code in sorted(words) if words[code] is not default)
    facets = (
        Facet.of(head),
        Facet.of((default, *others)),
        Facet.of_all(entry_facet(record, shelf, library) for record in records),
        Facet.of(tuple(own for own in departures if own.is_notice(library.build.today))),
        Facet.of(tuple(own for own in departures if not own.is_notice(library.build.today))),
    )
    carries = tuple(sorted({record.id for record in records}))
    for name in ("rss", "atom"):
        yield Output(f"{ALL}{name}.xml", Channel.FEED, facets, make_feed, FeedRenderer(name), carries)
    if library.facts.facts:
        yield from corrections_outputs(library, head)
