"""
Everything that was read for one build, before a channel has been asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from plugins.charts.model import Chart
from plugins.consent.record import ConsentRecord
from plugins.consent.words import PublicWords, fingerprint_of, plain_text, public_words, says
from plugins.facts.book import FactBook
from plugins.images.model import Picture
from plugins.languages.words import Words
from plugins.library.explaining import EXPLAINED, forms_of, terms_in
from plugins.library.settling import settling
from plugins.library.targets import Targets
from plugins.library.terms import Place, Topic
from plugins.media.sounds import Sound
from plugins.once import Remember, Settle, make_anew
from plugins.outputs import digest_of
from plugins.records.record import QuotePlace, Record


@dataclass(frozen=True)
class Gathered:
    """
    All texts and what they refer to, valid and whole. Only the library may hold it.
    """

    records: tuple[Record, ...]
    targets: Targets
    consents: Mapping[str, ConsentRecord]
    topics: Mapping[str, Topic]
    places: Mapping[str, Place]
    facts: FactBook
    words: Mapping[str, Words]
    default_language: str
    approved: Mapping[str, Mapping[str, PublicWords]] = field(default_factory=dict)
    """The words people said yes to, by the id of the consent and language; not all need be there."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """The pictures that texts may name, by name."""

    sounds: Mapping[str, Sound] = field(default_factory=dict)
    """The recordings that testimonies may name, by name."""

    charts: Mapping[str, Chart] = field(default_factory=dict)
    """The charts that texts may show, by name."""

    remember: Remember = make_anew
    """Gives what was made of the same things before."""

    of_texts: str = ""
    """The digest of all texts but for the words of their bodies; empty where it is not known."""

    @cached_property
    def basis(self) -> str:
        """Changes with everything but the words of bodies; empty where it is not known."""
        if not self.of_texts:
            return ""
        others = (self.consents, self.topics, self.places, self.facts, self.words, self.default_language)
        return digest_of(self.of_texts, *map(repr, (*others, self.pictures, self.sounds, self.charts)))

    def settle(self, *of: str) -> Settle[Any]:
        """
        Remembers what is made of all this but the words of bodies, and of what `of` tells besides; makes it anew
        where the basis is not known.
        """
        if not self.basis:
            return make_anew
        return settling(self.remember, self.basis, *of)

    def chart_digest(self, name: str) -> str:
        """Changes with anything in a chart."""
        if name not in self._chart_digests:
            self._chart_digests[name] = digest_of(repr(self.charts[name]))
        return self._chart_digests[name]

    @cached_property
    def _chart_digests(self) -> dict[str, str]:
        return {}

    def explained(self, record: Record, terms: list[Record]) -> list[Record]:
        """The words of the glossary that stand in a text."""
        if not terms or record.type not in EXPLAINED:
            return []
        key = digest_of(
            "explained", record.body.digest, *(form for term in terms for form in (term.slug, *forms_of(term)))
        )
        slugs = self.remember(
            key, lambda: tuple(term.slug for term in terms_in(record, self.plain_body(record), terms))
        )
        return [term for term in terms if term.slug in slugs]

    def consent_of(self, record: Record) -> ConsentRecord | None:
        """The consent record of a testimony; None for other types and where there is none."""
        return self.consents.get(record.front.consent) if record.type == "testimony" else None

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids of all texts that were withdrawn."""
        return frozenset(consent.story for consent in self.consents.values() if consent.withdrawn)

    def public_words(self, record: Record, original: Record | None = None) -> PublicWords:
        """The words of a testimony that its person approves; `original` names its picture."""
        name = (original or record).front.picture
        picture = self.pictures.get(name) if name else None
        return public_words(record, (picture.alt_in(record.lang) or "") if picture else "", self.sound_of(record))

    def words_fingerprint(self, record: Record, original: Record | None = None) -> str:
        """The fingerprint of the words of a testimony that its person approves."""
        name, sound = (original or record).front.picture, self.sound_of(record)
        picture = self.pictures.get(name) if name else None
        key = digest_of(
            "words", record.front_digest, record.body.digest,
            repr(picture and picture.alt_in(record.lang)), repr(sound and (sound.digest, sound.seconds, sound.cues)),
        )  # fmt: skip
        return str(self.remember(key, lambda: fingerprint_of(self.public_words(record, original))))

    def sound_of(self, record: Record) -> Sound | None:
        """The recording of a testimony, which is in the language of its original."""
        return None if record.is_translation else self.sounds.get(record.own("audio") or "")

    def plain_body(self, record: Record) -> str:
        """The words of a text's body, without those it quotes."""
        return plain_text(" ".join(record.body.parts))

    def quoted(self, place: QuotePlace, name: tuple[str, str], lang: str) -> Record | None:
        """The version of a testimony that says the words of a quote, that in the quoting text's language first."""
        words = plain_text(place.words)
        versions = sorted(self._versions.get(name, ()), key=lambda record: (record.lang != lang, record.lang))
        return next((record for record in versions if says(public_words(record)["body"], words)), None)

    @cached_property
    def _versions(self) -> dict[tuple[str, str], list[Record]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for record in self.records:
            found.setdefault(record.name, []).append(record)
        return found
