"""
Entry: what a feed makes of a text, in short or as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NamedTuple

from plugins.languages.words import Words
from plugins.library.departures import Departure
from plugins.library.facets import Card
from plugins.syndication.audio import SharedAudio
from plugins.syndication.picture import SharedPicture, shared_picture
from plugins.syndication.whole import Whole

KEPT = 4096
"""How many entries are kept for the next feed that holds them."""


@dataclass(frozen=True, slots=True)
class EntryFacet:
    """What a feed shows of a text. Two with the same digest are the same."""

    digest: str
    card: Card = field(compare=False)
    updated: date | None = field(compare=False)
    categories: tuple[tuple[str, str], ...] = field(compare=False)
    """Kind and name: ('topic', 'Work')."""
    is_translation: bool = field(compare=False)
    whole: Whole | None = field(default=None, compare=False)
    """The whole text, for feeds that carry it."""
    audio: SharedAudio | None = field(default=None, compare=False)
    """The recording, for feeds that are listened to."""
    audio_note: str = field(default="", compare=False)
    """Whose voice it is."""


class FeedSite(NamedTuple):
    """What every entry needs of the site it comes from."""

    authority: str
    origin: str
    base: str
    name: str

    @property
    def root(self) -> str:
        """The address of the site, without a closing slash."""
        return self.origin + self.base


class Told(NamedTuple):
    """What an entry says beyond the formats' own fields, for programs that know us."""

    type: str = ""
    type_name: str = ""
    content_note: str = ""
    demonstration_note: str = ""
    source: str = ""
    text: str = ""
    """The summary alone: notes and source have fields of their own."""
    is_notice: bool = False


class Entry(NamedTuple):
    """One entry, ready to be written in any format."""

    id: str
    url: str
    title: str
    lang: str
    dir: str
    summary: str
    """Plain words that stand alone."""
    content: str
    """Safe HTML; empty where there is nothing but the summary."""
    author: str
    published: datetime
    updated: datetime
    categories: tuple[tuple[str, str], ...] = ()
    picture: SharedPicture | None = None
    audio: SharedAudio | None = None
    told: Told = Told()


class Tombstone(NamedTuple):
    """That an entry is to be forgotten (RFC 6721)."""

    id: str
    when: datetime


def midnight(day: date) -> datetime:
    """The moment a day begins; feeds want moments where we know days."""
    return datetime.combine(day, time.min, UTC)


@lru_cache(maxsize=KEPT)
def make_entry(facet: EntryFacet, words: Words, site: FeedSite) -> Entry:
    """
    The entry of a text, in the text's own language, made once for all feeds.

    Its id is made of the opaque id alone, so that a new title, date or address
    is an update and never a second entry (RFC 4151, RFC 4287 section 4.2.6).
    """
    from plugins.syndication.piece import description_of, full_html, source_of, summary_html

    card, whole = facet.card, facet.whole
    picture = shared_picture(card.picture, site.origin)
    published = card.date or date.min
    make = (card, words, site.origin, site.name)
    return Entry(
        id=entry_id(site.authority, card.id, "" if not facet.is_translation else card.link.lang),
        url=site.origin + card.link.url,
        title=card.link.title,
        lang=card.link.tag,
        dir=card.link.dir,
        summary=description_of(*make, facet.audio_note),
        content=full_html(whole, *make[1:], picture) if whole else summary_html(*make, picture),
        author=card.byline,
        published=midnight(published),
        updated=midnight(max(published, facet.updated or published)),
        categories=facet.categories,
        picture=picture,
        audio=facet.audio,
        told=Told(
            type=card.type,
            type_name=words(f"type.{card.type}.name"),
            content_note=card.content_note,
            demonstration_note=words("feed.demonstration") if card.is_demonstration else "",
            source=source_of(*make),
            text=card.summary,
        ),
    )


def entry_id(authority: str, record_id: str, translation: str) -> str:
    """The id of an entry (RFC 4151); a translation has its language in it."""
    return f"tag:{authority}:{record_id}" + (f":{translation}" if translation else "")


def make_notice(departure: Departure, words: Words, site: FeedSite) -> Entry:
    """
    The entry that takes the place of one that has left: readers' programs overwrite the words they hold.

    No name, no picture, no word or address of the text; the same for every cause (FED003).
    """
    from plugins.syndication.piece import paragraph

    language, told = words.language, words("notice.feed_text")
    return Entry(
        id=entry_id(site.authority, departure.id, "" if departure.is_original else departure.lang),
        url=f"{site.root}/",
        title=words("notice.feed_title"),
        lang=language.tag,
        dir=language.direction,
        summary=told,
        content=f'<div lang="{language.tag}" dir="{language.direction}">{paragraph(told)}</div>',
        author="",
        published=midnight(departure.published),
        updated=midnight(departure.left_on),
        told=Told(is_notice=True),
    )


def make_welcome(name: str, words: Words, site: FeedSite, since: datetime) -> Entry:
    """The standing entry of a feed that would be empty: visitors of other sites are shown errors for empty feeds."""
    return Entry(
        id=f"tag:{site.authority}:feed:{name}:welcome",
        url=f"{site.root}/",
        title=site.name,
        lang=words.language.tag,
        dir=words.language.direction,
        summary=words("feed.welcome", url=f"{site.root}/"),
        content="",
        author="",
        published=since,
        updated=since,
        told=Told(is_notice=True),
    )
