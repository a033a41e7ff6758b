"""
Library: all valid texts of the site, and what consent, status and date allow of them.

`library.channel("feed")` is the only way to texts for anything that is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.languages.words import Words
from plugins.library.gathered import Gathered
from plugins.library.making import FacetMaker
from plugins.library.settings import Build
from plugins.library.shelf import Shelf
from plugins.library.terms import Place, Topic
from plugins.outputs import Channel
from plugins.records.record import Record
from plugins.records.settings import Urls


@dataclass(frozen=True)
class LeftOut:
    """How many texts the site does not hold, and why."""

    drafts: int = 0
    later: int = 0
    ended: int = 0
    without_consent: int = 0
    demonstrations: int = 0


class Library:
    """
    All texts, for all channels. It is asked for a channel and hands out only what may go there.
    """

    def __init__(self, gathered: Gathered, build: Build, urls: Urls, site_url: str) -> None:
        self._gathered = gathered
        self.build = build
        self.urls = urls
        self.site_url = site_url
        self._shelves: dict[Channel, Shelf] = {}
        self._originals: dict[tuple[str, str], Record] = {
            record.name: record for record in gathered.records if not record.is_translation
        }

    @property
    def words(self) -> Mapping[str, Words]:
        """The words of the interface by language."""
        return self._gathered.words

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

    def channel(self, name: Channel | str) -> Shelf:
        """The texts that may go out on a channel, and nothing of any other."""
        channel = Channel(name)
        if channel not in self._shelves:
            allowed = [record for record in self._gathered.records if self.reason_against(record, channel) is None]
            maker = FacetMaker(self._gathered, self.urls, self.site_url)
            self._shelves[channel] = Shelf(allowed, self.default_language, maker)
        return self._shelves[channel]

    def reason_against(self, record: Record, channel: Channel) -> str | None:
        """Why a text may not go out on a channel: the name of a field of LeftOut; None where it may."""
        original = self._originals[record.name]
        front, build = original.front, self.build
        if front.demonstration and not build.demonstrations:
            return "demonstrations"
        if not build.drafts:
            if record.front.status != "published" or front.status != "published":
                return "drafts"
            if front.date and front.date > build.today:
                return "later"
        if getattr(front, "until", None) and front.until < build.today:
            return "ended"
        if record.type == "testimony" and not self._consents_to(record, front, channel):
            return "without_consent"
        return None

    def _consents_to(self, record: Record, front: Any, channel: Channel) -> bool:
        if self.build.drafts and record.front.status != "published":
            return True
        consent = self._gathered.consents.get(front.consent)
        if consent is None or not consent.allows(channel, self.build.today):
            return False
        return not record.is_translation or consent.allows_language(record.lang)

    @cached_property
    def left_out(self) -> LeftOut:
        """How many texts the site leaves out, for the closing line."""
        reasons = [self.reason_against(record, Channel.SITE) for record in self._gathered.records]
        return LeftOut(**{field: reasons.count(field) for field in LeftOut.__dataclass_fields__})


def join_translations(records: Iterable[Record]) -> list[Record]:
    """
    The records, each translation with the fields that stand in its original only.

    A translation without an original, which the gate refuses, is left out.
    """
    records = list(records)
    originals = {record.name: record.front for record in records if not record.is_translation}
    joined = []
    for record in records:
        if not record.is_translation:
            joined.append(record)
        elif record.name in originals:
            own = {name: getattr(record.front, name) for name in type(record.front).model_fields}
            joined.append(record.with_front(originals[record.name].model_copy(update=own)))
    return joined
