"""
What each feed holds: the newest texts of each series, as facets that are made once.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from plugins.feeds.entries import EntryFacet
from plugins.library.departures import Departure
from plugins.library.groups import Groups
from plugins.library.library import Library
from plugins.library.membership import holds_languages
from plugins.outputs import Channel, Facet, digest_of
from plugins.records.record import Record
from plugins.syndication.whole import whole_of


class Gathering:
    """
    The texts that one form of all feeds may hold: in short on the channel of feeds, as a whole on that of republishing.
    """

    def __init__(self, library: Library, channel: Channel, with_pictures: bool = True) -> None:
        self.library = library
        self.channel = channel
        self.is_full = channel is Channel.REPUBLISH
        self.shelf = library.channel(channel, with_pictures)
        self._made: dict[tuple[tuple[str, str], str], Facet[EntryFacet]] = {}

    @cached_property
    def by_series(self) -> Groups[str]:
        """The texts of each series, newest first; where a series holds each text once, in the default language."""
        find, default = self.shelf.find, self.library.default_language
        return self.shelf.by_series.where(
            lambda name, record: holds_languages(name) or find(record.name, default) is record
        )

    @cached_property
    def departures(self) -> dict[str, list[Departure]]:
        """What has left each series."""
        found: dict[str, list[Departure]] = defaultdict(list)
        for own in self.library.departures(self.channel):
            if own.lang in self.library.words:
                for name in own.series:
                    found[name].append(own)
        return found

    def facet(self, record: Record) -> Facet[EntryFacet]:
        """What feeds show of a text."""
        key = (record.name, record.lang)
        if key not in self._made:
            self._made[key] = self._make(record)
        return self._made[key]

    def _make(self, record: Record) -> Facet[EntryFacet]:
        library, front = self.library, record.front
        categories = [("type", library.words[record.lang](f"type.{record.type}.name"))]
        categories += [("topic", library.topics[slug].title[record.lang]) for slug in front.topics]
        categories += [("place", library.places[slug].title[record.lang]) for slug in front.places]
        card = self.shelf.card(record)
        told = (str(front.updated), repr(categories), str(record.is_translation))
        whole = self.shelf.whole_digest(record) if self.is_full else ""
        digest = digest_of("entry", card.digest, whole, *told)

        def make() -> EntryFacet:
            return EntryFacet(
                digest=digest,
                card=card.value,
                updated=front.updated,
                categories=tuple(categories),
                is_translation=record.is_translation,
                whole=whole_of(self.shelf.full(record).value) if self.is_full else None,
            )

        return Facet.later(make, digest)

    def carried(self, records: list[Record]) -> tuple[str, ...]:
        """The ids of all texts of which entries show anything."""
        own = {record.id for record in records}
        if self.is_full:
            own |= {other.id for record in records for other in self.shelf.linked(record)}
        return tuple(sorted(own))
