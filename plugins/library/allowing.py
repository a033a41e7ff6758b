"""
Allowing: what status, date, demonstration and consent allow of each text, channel by channel.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from plugins.library.gathered import Gathered
from plugins.library.settings import Build
from plugins.library.stating import is_text_stale
from plugins.outputs import Channel
from plugins.records.record import Record

SYNDICATED = frozenset({Channel.FEED, Channel.EMBED, Channel.REPUBLISH})
"""The channels on which other sites show texts: nothing goes there whose facts should have been checked again."""


class Allowing:
    """
    Says of each text whether it may go out on a channel. The library asks; nobody else decides.
    """

    def __init__(self, gathered: Gathered, build: Build) -> None:
        self._gathered = gathered
        self._build = build
        self._settle = gathered.settle("allowing", repr(build))

    @cached_property
    def _originals(self) -> dict[tuple[str, str], Record]:
        return {record.name: record for record in self._gathered.records if not record.is_translation}

    def allowed(self, channel: Channel) -> list[Record]:
        """The texts that may go out on a channel."""
        records = self._gathered.records

        def find() -> tuple[int, ...]:
            return tuple(
                position
                for position, record in enumerate(records)
                if position not in self._kept_back and self._channel_reason(record, channel)
            )

        without = {*self._kept_back, *self._settle(channel, find)}
        return [record for position, record in enumerate(records) if position not in without] if without else [*records]

    @cached_property
    def _kept_back(self) -> frozenset[int]:
        """The positions of texts that something keeps from all channels."""
        records = self._gathered.records

        def find() -> tuple[int, ...]:
            return tuple(position for position, record in enumerate(records) if self._reason_anywhere(record))

        return frozenset(self._settle("all", find))

    def is_listed(self, record: Record) -> bool:
        """Whether lists and links may lead to a text that may stand on its own page."""
        consent = self._gathered.consent_of(record)
        return consent is None or consent.is_listed(self._build.today)

    def reason_against(self, record: Record, channel: Channel) -> str | None:
        """Why a text may not go out on a channel, in one word; None where it may."""
        return self._reason_anywhere(record) or self._channel_reason(record, channel)

    def _reason_anywhere(self, record: Record) -> str | None:
        """Why a text may not go out on any channel, whatever its person says."""
        original = self._originals[record.name]
        front, build = original.front, self._build
        if front.demonstration and not build.demonstrations:
            return "demonstrations"
        if not build.drafts:
            if record.front.status != "published" or front.status != "published":
                return "drafts"
            if front.date and front.date > build.today:
                return "later"
        if original.own("until") and front.until < build.today:
            return "ended"
        return None

    def _channel_reason(self, record: Record, channel: Channel) -> str | None:
        """Why a text that may go out may not do so on one channel."""
        if channel in SYNDICATED and is_text_stale(record, self._gathered.facts, self._build.today):
            return "stale"
        return self._consent_against(record, channel) if record.type == "testimony" else None

    def _consent_against(self, record: Record, channel: Channel) -> str | None:
        if self._build.drafts and record.front.status != "published":
            return None
        consent = self._gathered.consent_of(record)
        if record.id in self._gathered.withdrawn:
            return "withdrawn"
        if not (self._build.unguarded or self._originals[record.name].front.demonstration):
            return "unguarded"
        if consent is None:
            return "no_consent"
        state = consent.state_on(self._build.today)
        if state != "live":
            return state
        if not consent.allows(channel, self._build.today):
            return "not_allowed"
        if record.is_translation and not consent.allows_language(record.lang):
            return "not_allowed"
        return None if self._build.drafts or consent.is_approved(record.lang) else "not_approved"

    @cached_property
    def left_out(self) -> dict[str, list[str]]:
        """What the site leaves out: for each reason the ids, of consent records for testimonies, else of texts."""
        found: dict[str, list[str]] = {}
        for reason, own in self._settle("reasons", lambda: tuple(self._reasons())):
            found.setdefault(reason, []).append(own)
        for consent in self._gathered.consents.values():
            if consent.withdrawn and consent.id not in found.get("withdrawn", []):
                found.setdefault("withdrawn", []).append(consent.id)
        return found

    def _reasons(self) -> Iterator[tuple[str, str]]:
        """Why texts may not stand on the site, each with the id of its consent record, or else with its own."""
        for position, record in enumerate(self._gathered.records):
            is_kept_back = position in self._kept_back
            reason = self._reason_anywhere(record) if is_kept_back else self._channel_reason(record, Channel.SITE)
            if reason:
                yield reason, record.own("consent", record.id)
