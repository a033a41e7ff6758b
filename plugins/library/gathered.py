"""
Everything that was read for one build, before a channel has been asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.consent.record import ConsentRecord
from plugins.facts.book import FactBook
from plugins.languages.words import Words
from plugins.library.targets import Targets
from plugins.library.terms import Place, Topic
from plugins.records.record import Record


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

    def consent_of(self, record: Record) -> ConsentRecord | None:
        """The consent record of a testimony; None for other types and where there is none."""
        return self.consents.get(record.front.consent) if record.type == "testimony" else None
