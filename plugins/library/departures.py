"""
What has left a channel, and since when: told by the dates in consent records alone, never by what was built before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.consent.record import ConsentRecord
from plugins.library.gathered import Gathered
from plugins.library.membership import ALL, AUDIO, holds_languages, series_of
from plugins.library.settings import Build
from plugins.outputs import Channel
from plugins.records.record import Record

NOTICE_DAYS = 90
"""How long a channel says that something is gone, before it only tells programs to forget it (FED003)."""


class Departure(NamedTuple):
    """
    One text in one language that a channel carries no more. Nothing in it tells of the person or the words.
    """

    id: str
    lang: str
    is_original: bool
    left_on: date
    published: date
    address: str
    """Where it stood, below the root of the site; empty where the address itself would tell."""
    series: tuple[str, ...] = ()
    """The series it was part of, so that the notice stands where the words stood."""

    def is_notice(self, today: date) -> bool:
        """Whether people are still told in words."""
        return today <= self.left_on + timedelta(days=NOTICE_DAYS)


def find_departures(
    gathered: Gathered, build: Build, channel: Channel, address_of: Callable[[Record], str]
) -> Iterator[Departure]:
    """What has left a channel by the day of the build."""
    for consent in gathered.consents.values():
        if consent.withdrawn:
            yield from departures_of_withdrawn(consent, channel, build.today, gathered.default_language)
    found = list(days_of_departure(gathered, build, channel))
    default = {record.name: left for record, _, left in found if record.lang == gathered.default_language}
    for record, original, left in found:
        was_alone = record.name not in default or default[record.name] < left
        is_shown = record.lang == gathered.default_language or (record is original and was_alone)
        yield Departure(
            id=record.id,
            lang=record.lang,
            is_original=record is original,
            left_on=left,
            published=original.front.date,
            address=address_of(record),
            series=series_held(series_of(record), record is original, is_shown),
        )


def days_of_departure(gathered: Gathered, build: Build, channel: Channel) -> Iterator[tuple[Record, Record, date]]:
    """What is still in the project and has left a channel: the text, its original, and the day."""
    testimonies = [record for record in gathered.records if record.type == "testimony"]
    originals = {record.name: record for record in testimonies if not record.is_translation}
    for record in testimonies:
        original = originals[record.name]
        consent_of_text = gathered.consent_of(record)
        if consent_of_text is None or consent_of_text.withdrawn or record.id in gathered.withdrawn:
            continue
        if not build.demonstrations and original.front.demonstration:
            continue
        left = day_of_departure(record, original, consent_of_text, channel)
        if left and left <= build.today:
            yield record, original, left


def series_held(series: tuple[str, ...], is_original: bool, is_shown: bool) -> tuple[str, ...]:
    """
    Of the series of a text those that held it in one language: only they may tell that it has left.

    Most hold a text once, in the language in which it is shown; recordings are of the original.
    """
    return tuple(name for name in series if (is_original if name == AUDIO else is_shown or holds_languages(name)))


def departures_of_withdrawn(
    consent: ConsentRecord, channel: Channel, today: date, default_language: str
) -> Iterator[Departure]:
    """What is told of a text of which only the record is left: on the site at each address, elsewhere by its id."""
    withdrawn, left = consent.withdrawn, consent.left_on(channel)
    if withdrawn is None or left is None or left > today:
        return
    published = withdrawn.published or left
    if channel is Channel.SITE:
        for address in withdrawn.addresses:
            first = address.split("/")[1]
            lang = first if first in withdrawn.languages else default_language
            yield Departure(consent.story, lang, False, left, published, address)
    else:
        for lang in withdrawn.languages:
            original = withdrawn.languages[0]
            shown = default_language if default_language in withdrawn.languages else original
            series = (ALL, "type/testimony", *withdrawn.series, f"language/{lang}")
            held = series_held(series, lang == original, lang == shown)
            yield Departure(consent.story, lang, lang == original, left, published, "", held)


def day_of_departure(record: Record, original: Record, consent: ConsentRecord, channel: Channel) -> date | None:
    """The day on which a text left a channel; None where it was never published there."""
    if {record.front.status, original.front.status} != {"published"} or consent.approval is None:
        return None
    days = [consent.left_on(channel)]
    if record is not original:
        if not (consent.allows_language(record.lang) or consent.language_left_on(record.lang)):
            return None
        if consent.left_on(channel):
            days.append(consent.language_left_on(record.lang))
    left = min((day for day in days if day), default=None)
    return left if left and original.front.date < left else None
