"""
What there is to tell those who show our texts: that a text may be shown no more, or that a figure was wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from plugins.build.gate import Content, read_texts
from plugins.build.project import content_of
from plugins.consent.record import TRANSLATE, ConsentRecord
from plugins.desk.testimony import Found, problems_of, records_of
from plugins.desk.withdrawal import addresses_of
from plugins.embedders.reach import Subject
from plugins.feeds.entries import entry_id
from plugins.library.gathered import Gathered
from plugins.outputs import Channel
from plugins.problems import Report, SettingsError, nearest
from plugins.records.record import Record

ELSEWHERE = (Channel.FEED, Channel.EMBED, Channel.REPUBLISH, Channel.PRINT)
"""The channels by which words come to stand with others."""

OFF = frozenset({"withdrawn", "paused", "expired"})
"""States of a consent in which no word may be shown anywhere."""


class Correction(NamedTuple):
    """What was wrong, and what is right."""

    about: str
    was: str
    now: str
    reason: str


class Notice(NamedTuple):
    """
    What a letter says. Of a text that was taken back: ids that tell nothing, and addresses unless these would tell.
    """

    subject: Subject
    entries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    correction: Correction | None = None


def find_notice(settings: Mapping[str, Any], asked: str) -> tuple[Content, Notice]:
    """
    What there is to tell of a testimony, a consent, a fact or a text.

    SettingsError where the id is not known, or where nothing was taken back or put right.
    """
    wanted = asked.strip().lower()
    if not wanted:
        raise SettingsError("say what was taken back or put right: ID=C-7F3K9Q, or for a fact ID=F-numbers-001")
    content = content_of(settings)
    report = Report()
    gathered = read_texts(content, report).gathered
    consents = {own.lower(): consent for consent in gathered.consents.values() for own in (consent.id, consent.story)}
    facts = {name.lower(): name for name in gathered.facts.facts}
    texts = {record.id: record for record in gathered.records if not record.is_translation}
    if wanted in consents:
        consent = consents[wanted]
        notice = departure_of(consent, gathered, content, settings["FEEDS"].authority)
        if notice is None:
            raise SettingsError(
                f"nothing of {consent.id} was taken back, so there is nothing to write. "
                f"To take it back: make withdraw ID={consent.id} MODE=gone"
            )
        return content, notice
    if wanted in facts:
        return content, corrected_fact(facts[wanted], gathered, content)
    if wanted in texts:
        return content, corrected_text(texts[wanted], gathered, content)
    broken = problems_of(report, f"{content.consents.name}/{wanted}.")
    if broken:
        raise SettingsError("\n".join(map(str, broken)))
    near = nearest(wanted, {**facts, **consents, **texts})
    names = facts | {consent.id.lower(): consent.id for consent in gathered.consents.values()}
    todo = f'Did you mean "{names.get(near, near)}"?' if near else "An id looks like C-7F3K9Q or F-numbers-001."
    raise SettingsError(f'there is no consent, no text and no fact "{asked.strip()}". {todo}')


def departure_of(consent: ConsentRecord, gathered: Gathered, content: Content, authority: str) -> Notice | None:
    """What there is to tell of a text that was taken back, wholly or in part; None where nothing was."""
    today = content.build.today
    records = records_of(consent, gathered)
    subject = departed(consent, records, today)
    if subject is None:
        return None
    written = list(consent.withdrawn.languages) if consent.withdrawn else [record.lang for record in records]
    languages = written if is_left(consent, today) else taken_back_languages(consent, today)
    entries = [entry_id(authority, consent.story, "" if lang in written[:1] else lang) for lang in languages]
    own = Found(content, gathered, consent, tuple(record for record in records if record.lang in languages))
    return Notice(subject, tuple(entries) or (entry_id(authority, consent.story, ""),), addresses_left(own))


def departed(consent: ConsentRecord, records: list[Record], today: date) -> Subject | None:
    """A text as others may show it no more; None where nothing was taken back."""
    channels = left_channels(consent, today)
    languages = taken_back_languages(consent, today)
    if not is_left(consent, today):
        if not languages:
            return None
        channels = open_channels(consent, today)
    day = last_day(consent, languages, today)
    return subject_of(consent, records, day, channels, is_off(consent, today))


def showable(consent: ConsentRecord, records: list[Record], today: date) -> Subject | None:
    """A text as others may show it; None where they may not."""
    channels = open_channels(consent, today)
    return subject_of(consent, records, today, channels, True) if consent.is_live(today) else None


def subject_of(
    consent: ConsentRecord, records: list[Record], day: date, channels: frozenset[Channel], is_everywhere: bool
) -> Subject:
    """A testimony, which has the same id with everybody."""
    lists = lists_of(records) if records else None
    return Subject(consent.story, day, frozenset({consent.story}), channels, is_everywhere, lists)


def is_off(consent: ConsentRecord, today: date) -> bool:
    """Whether no word may be shown anywhere any more."""
    return consent.state_on(today) in OFF or is_past(consent.left_on(Channel.SITE), today)


def is_left(consent: ConsentRecord, today: date) -> bool:
    """Whether it left any channel by which others show it, in all its languages."""
    return is_off(consent, today) or bool(left_channels(consent, today))


def open_channels(consent: ConsentRecord, today: date) -> frozenset[Channel]:
    """The channels by which others may show it."""
    return frozenset(channel for channel in ELSEWHERE if consent.allows(channel, today))


def is_past(day: date | None, today: date) -> bool:
    """Whether a day is there and has come."""
    return day is not None and day <= today


def left_channels(consent: ConsentRecord, today: date) -> frozenset[Channel]:
    """The channels by which others may have come to it, and may show it no more."""
    was = {channel for channel in ELSEWHERE if getattr(consent.scopes, channel) or channel in consent.taken_back}
    if consent.state_on(today) in OFF:
        return frozenset(was)
    return frozenset(channel for channel in was if is_past(consent.left_on(channel), today))


def taken_back_languages(consent: ConsentRecord, today: date) -> list[str]:
    """The languages of which the yes was taken back."""
    return [
        name.removeprefix(TRANSLATE)
        for name, day in sorted(consent.taken_back.items())
        if name.startswith(TRANSLATE) and day <= today
    ]


def last_day(consent: ConsentRecord, languages: list[str], today: date) -> date:
    """The day of what was taken back last: an earlier answer says nothing of it."""
    days = [consent.left_on(channel) for channel in (Channel.SITE, *ELSEWHERE)]
    days += [consent.language_left_on(lang) for lang in languages]
    return max((day for day in days if day and day <= today), default=consent.released_on)


def addresses_left(found: Found) -> tuple[str, ...]:
    """Where it stands or stood; nothing where the address itself would tell, or nobody has said that it would not."""
    if found.consent.status == "withdrawn":
        below = found.consent.withdrawn.addresses if found.consent.withdrawn else ()
    else:
        below = addresses_of(found)
    return tuple(found.content.site_url + address for address in below)


def address_of(record: Record, content: Content) -> str:
    """The whole address of a text."""
    prefix = "" if record.lang == content.languages.default else f"{record.lang}/"
    return f"{content.site_url}/{prefix}{content.urls.of(record.type, record.slug)}"


def lists_of(records: list[Record]) -> frozenset[str]:
    """The topics and places in whose feeds some texts stand."""
    return frozenset(name for record in records for name in (*record.front.topics, *record.front.places))


def corrected_fact(name: str, gathered: Gathered, content: Content) -> Notice:
    """What there is to tell of a fact whose figures were wrong."""
    changes = gathered.facts.changes([name])
    last = next((own for own in changes if own.is_correction), None)
    if last is None:
        why = "its figures became newer, but were never wrong" if changes else "its figures never changed"
        raise SettingsError(f"there is nothing to write of {name}: {why}. After a mistake: make fact … CORRECTION=yes")
    records = [
        record for record in gathered.records if name in record.front.facts and record.front.status == "published"
    ]
    page = f"{content.site_url}/{content.urls.of('fact', name.lower())}"
    correction = Correction(gathered.facts.facts[name].plain, last.old, last.new, last.reason)
    return Notice(correction_subject(name, last.date, records), (), (page,), correction)


def corrected_text(record: Record, gathered: Gathered, content: Content) -> Notice:
    """What there is to tell of a text in which something was wrong."""
    corrections = sorted(getattr(record.front, "corrections", ()), key=lambda own: own.date)
    if not corrections:
        raise SettingsError(f"there is nothing to write of {record.id} ({record.path}): nothing in it was put right")
    last = corrections[-1]
    correction = Correction(record.front.title, last.was, last.now, "")
    own = [record]
    return Notice(correction_subject(record.id, last.date, own), (), (address_of(record, content),), correction)


def correction_subject(name: str, day: date, records: list[Record]) -> Subject:
    """What was put right in a fact or in a text, and the texts that say it."""
    ids = frozenset({name, *(record.id for record in records)})
    channels = frozenset(ELSEWHERE) if records else frozenset[Channel]()
    return Subject(name, day, ids, channels, True, lists_of(records))
