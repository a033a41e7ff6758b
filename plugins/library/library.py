"""
Library: all valid texts of the site, and what consent, status and date allow of them.

`library.channel("feed")` is the only way to texts for anything that is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, partial

from plugins.charts.model import Chart
from plugins.consent.traces import sequences_of
from plugins.facts.book import FactBook
from plugins.images.model import Picture
from plugins.languages.words import Words
from plugins.library.corrections import Corrected, find_corrections
from plugins.library.departures import Departure, find_departures
from plugins.library.facets import Link
from plugins.library.gathered import Gathered
from plugins.library.holdings import Holdings
from plugins.library.making import FacetMaker
from plugins.library.myths import myth_sequences
from plugins.library.pictures import Pictures
from plugins.library.settings import Build
from plugins.library.shelf import Shelf
from plugins.library.terms import Place, Topic
from plugins.library.watched import Watched
from plugins.media.sounds import Sound
from plugins.outputs import Channel, Facet, digest_of
from plugins.records.part import Part
from plugins.records.record import Body, Record
from plugins.records.settings import Urls


class Library:
    """
    All texts, for all channels. It is asked for a channel and hands out only what may go there.
    """

    def __init__(
        self, gathered: Gathered, build: Build, urls: Urls, site_url: str, holdings: Holdings | None = None
    ) -> None:
        self._gathered = gathered
        self.build = build
        self.urls = urls
        self.site_url = site_url
        self._pictures = Pictures(gathered, build.today, site_url)
        self._shelves: dict[tuple[Channel, bool], Shelf] = {}
        self._holdings = holdings or Holdings(gathered, build)

    def with_bodies(self, bodies: Mapping[str, Body]) -> Library:
        """
        This library with other bodies, by the path of their file, where they leave the basis as it is. This one must
        not be asked any more: what it has shown of these texts is not true of them now.
        """
        for record in self._gathered.records:
            if record.path in bodies:
                record.body.become(bodies[record.path])
        return Library(replace(self._gathered), self.build, self.urls, self.site_url, self._holdings)

    @cached_property
    def basis(self) -> str:
        """Changes with all that anything published hangs on, but for bodies; empty where it is not known."""
        known = self._gathered.basis
        return known and digest_of("library", known, repr(self.build), repr(self.urls), self.site_url)

    @property
    def bodies(self) -> dict[str, str]:
        """The digest of the body of each text by its id, in all its languages."""
        found: dict[str, str] = {}
        for record in self._gathered.records:
            name, own = record.known.id or record.id, record.body_digest
            found[name] = digest_of(found[name], own) if name in found else own
        return found

    @property
    def words(self) -> Mapping[str, Words]:
        """The words of the interface by language."""
        return self._gathered.words

    @cached_property
    def words_facets(self) -> dict[str, Facet[Words]]:
        """The words of the interface by language, for views."""
        return {code: Facet.of(own) for code, own in self.words.items()}

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return self._gathered.default_language

    @property
    def topics(self) -> Mapping[str, Topic]:
        """All declared topics."""
        return self._gathered.topics

    @property
    def places(self) -> Mapping[str, Place]:
        """All declared places."""
        return self._gathered.places

    @property
    def facts(self) -> FactBook:
        """The book of facts."""
        return self._gathered.facts

    @cached_property
    def charts(self) -> dict[str, Chart]:
        """The charts that texts of the site show, by name."""
        stating = (record for record in self.channel(Channel.SITE).records if record.known.may_state)
        shown = {place.target for record in stating for place in record.body.charts}
        return {name: chart for name, chart in self._gathered.charts.items() if name in shown}

    def channel(self, name: Channel | str, with_pictures: bool = True) -> Shelf:
        """The texts that may go out on a channel, and nothing of any other."""
        channel = Channel(name)
        key = (channel, with_pictures)
        if key not in self._shelves:
            pictures = self._pictures.on(channel) if with_pictures else None
            maker = FacetMaker(self._gathered, self.urls, self.site_url, self.build.today, pictures)
            self._shelves[key] = Shelf(self._holdings.of(channel), maker)
        return self._shelves[key]

    def corrections(self, name: Channel | str) -> tuple[Corrected, ...]:
        """Everything that was put right in facts, and in the texts of a channel, the newest first."""
        maker = FacetMaker(self._gathered, self.urls, self.site_url, self.build.today)

        def link_of(fact: str) -> Link:
            address = self.urls.of("fact", fact.lower())
            return maker.make_link(address, self.facts.facts[fact].plain, self.default_language)

        found = find_corrections(self.facts, self.channel(name), link_of)
        return tuple(sorted(found, key=lambda own: (own.date, own.id, own.number), reverse=True))

    def pictures(self, name: Channel | str) -> list[tuple[Picture, tuple[str, ...]]]:
        """
        The pictures that texts show on a channel, by name, each with whom it carries: the ids of these texts,
        and of the testimonies of everybody whose consent it names, so that it goes where they go.
        """
        channel = Channel(name)
        shelf = self.channel(channel)
        found: dict[str, tuple[Picture, set[str]]] = {}
        for record in shelf.pictured:
            picture = self._pictures.of(record, channel)
            if picture:
                own = {self._gathered.consents[consent].story for consent in picture.front.consents}
                found.setdefault(picture.name, (picture, set()))[1].update({record.id}, own)
        return [(picture, tuple(sorted(ids))) for _, (picture, ids) in sorted(found.items())]

    def sound(self, record: Record) -> Sound | None:
        """The recording of a text, where it may be heard."""
        sound = self._gathered.sound_of(record)
        return sound if sound and self.reason_against(record, Channel.AUDIO) is None else None

    def ends_on(self, record: Record) -> date | None:
        """The last day of the consent to a text; None for a text that needs none."""
        consent = self._gathered.consent_of(record)
        return consent.ends_on if consent else None

    def reason_against(self, record: Record, channel: Channel) -> str | None:
        """Why a text may not go out on a channel, in one word; None where it may."""
        return self._holdings.allowing.reason_against(record, channel)

    def files_behind(self, path: str, carries: Iterable[str]) -> set[str]:
        """
        The files of the texts that a published file is made of: of the text whose page it is, or else of every
        testimony it carries.
        """
        maker = FacetMaker(self._gathered, self.urls, self.site_url, self.build.today)
        root = maker.url(self.default_language, "")
        url = root + path.removesuffix("index.html")
        own = {record.path for record in self._gathered.records if maker.url(record.lang, maker.address(record)) == url}
        ids = set(carries)
        return own or {
            record.path for record in self._gathered.records if record.type == "testimony" and record.id in ids
        }

    def departures(self, name: Channel | str) -> tuple[Departure, ...]:
        """What has left a channel, sorted: its id, its languages, its days, and where it stood."""
        maker = FacetMaker(self._gathered, self.urls, self.site_url, self.build.today)
        root = len(maker.url(self.default_language, ""))

        def address_of(record: Record) -> str:
            return "/" + maker.url(record.lang, maker.address(record))[root:]

        found = find_departures(self._gathered, self.build, Channel(name), address_of)
        return tuple(sorted(found, key=lambda own: (own.left_on, own.id, own.lang)))

    @cached_property
    def myths(self) -> dict[str, str]:
        """Four words in a row of every myth that texts answer, each with the myth, for the proofs."""
        return myth_sequences(self._gathered.records)

    @cached_property
    def watched(self) -> tuple[Watched, ...]:
        """Every testimony, shown or not, for the proofs and for nobody else."""
        shelves = {channel: self.channel(channel) for channel in Channel}
        maker = FacetMaker(self._gathered, self.urls, self.site_url, self.build.today)
        return tuple(
            Watched(
                id=record.id,
                lang=record.lang,
                is_original=not record.is_translation,
                fingerprint=self._gathered.words_fingerprint(record),
                fetch=partial(self._gathered.public_words, record),
                url=maker.url(record.lang, maker.address(record)),
                channels=frozenset(channel for channel, shelf in shelves.items() if shelf.holds(record)),
            )
            for record in self._gathered.records
            if record.type == "testimony"
        )

    def sequences_of(self, record_id: str) -> frozenset[str]:
        """The sequences of words in a text other than a testimony, in all its languages, for the proofs."""
        found: set[str] = set()
        for record in self._gathered.records:
            if record.id == record_id and record.type != "testimony":
                texts = [text for text in (*record.front.model_dump().values(),) if isinstance(text, str)]
                picture = self._gathered.pictures.get(record.front.picture or "")
                texts += picture.front.alt.values() if picture else ()
                found |= sequences_of([*texts, self._gathered.plain_body(record)])
        return frozenset(found)

    @property
    def left_out(self) -> dict[str, list[str]]:
        """What the site leaves out: for each reason the ids, of consent records for testimonies, else of texts."""
        return self._holdings.allowing.left_out


def join_translations(records: Iterable[Record]) -> list[Record]:
    """
    The records, each translation with the fields that stand in its original only.

    A translation without an original, which the gate refuses, is left out.
    """
    records = list(records)
    if not any(record.is_translation for record in records):
        return records
    originals = {record.name: record for record in records if not record.is_translation}
    joined = []
    for record in records:
        if not record.is_translation:
            joined.append(record)
        elif record.name in originals:
            original = originals[record.name]
            joined.append(record.with_front(partial(join, original), original.front_digest))
    return joined


def join(original: Record, own: Part) -> Part:
    """Front matter of a translation, with the fields that stand in its original only."""
    return original.front.model_copy(update=own.__dict__)  # type: ignore[no-any-return]
