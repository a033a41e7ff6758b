"""
Entry: what a feed makes of a text.

Most sites show the first words of the description and nothing else, so it
stands alone: what a reader should know beforehand, then the summary, then
where it comes from, in plain words without markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from plugins.languages.words import Words
from plugins.library.departures import Departure
from plugins.library.facets import Card


@dataclass(frozen=True, slots=True)
class EntryFacet:
    """What a feed shows of a text."""

    card: Card
    updated: date | None
    categories: tuple[tuple[str, str], ...]
    """Kind and name: ('topic', 'Work')."""
    is_translation: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, ready to be written in any format."""

    id: str
    url: str
    title: str
    lang: str
    dir: str
    summary: str
    author: str
    published: datetime
    updated: datetime
    categories: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That an entry is to be forgotten (RFC 6721)."""

    id: str
    when: datetime


def midnight(day: date) -> datetime:
    """The moment a day begins; feeds want moments where we know days."""
    return datetime.combine(day, time.min, UTC)


def make_entry(facet: EntryFacet, words: Words, authority: str, origin: str, site_name: str) -> Entry:
    """
    The entry of a text, in the text's own language.

    Its id is made of the opaque id alone, so that a new title, date or address
    is an update and never a second entry (RFC 4151, RFC 4287 section 4.2.6).
    """
    card = facet.card
    url = origin + card.link.url
    sentences = [words("feed.demonstration")] if card.is_demonstration else []
    if card.content_note:
        sentences.append(card.content_note)
    sentences += [card.summary, words("feed.source", site=site_name, url=url)]
    published = card.date or date.min
    return Entry(
        id=entry_id(authority, card.id, "" if not facet.is_translation else card.link.lang),
        url=url,
        title=card.link.title,
        lang=card.link.tag,
        dir=card.link.dir,
        summary=" ".join(sentences),
        author=card.byline,
        published=midnight(published),
        updated=midnight(max(published, facet.updated or published)),
        categories=facet.categories,
    )


def entry_id(authority: str, record_id: str, translation: str) -> str:
    """The id of an entry (RFC 4151); a translation has its language in it."""
    return f"tag:{authority}:{record_id}" + (f":{translation}" if translation else "")


def make_notice(departure: Departure, words: Words, authority: str, root: str) -> Entry:
    """
    The entry that takes the place of one that has left: readers' programs overwrite the words they hold.

    No name, no picture, no word or address of the text; the same for every cause (FED003).
    """
    return Entry(
        id=entry_id(authority, departure.id, "" if departure.is_original else departure.lang),
        url=f"{root}/",
        title=words("notice.feed_title"),
        lang=words.language.tag,
        dir=words.language.direction,
        summary=words("notice.feed_text"),
        author="",
        published=midnight(departure.published),
        updated=midnight(departure.left_on),
        categories=(),
    )
