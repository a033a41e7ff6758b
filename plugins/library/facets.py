"""
What a text shows in each role: as a link, as a card, in full.

These are the only things of a text that views are made of. A role that shows
more must have a larger facet: that is what keeps an unchanged page unchanged.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from plugins.charts.shown import ShownChart
from plugins.images.shown import Shown
from plugins.outputs import digest_of
from plugins.records.record import Claim


class Link(NamedTuple):
    """A text, a topic or a place as a link: address, title and the language of its words."""

    url: str
    title: str
    lang: str
    tag: str
    dir: str

    def __hash__(self) -> int:
        """Of what hardly two have in common, since many pages look for what they show among what was drawn."""
        return hash(self.url)

    @property
    def digest(self) -> str:
        """Changes with anything in it."""
        return digest_of(self.url, self.title, self.lang, self.tag, self.dir)


class Card(NamedTuple):
    """A text in a list."""

    link: Link
    id: str
    type: str
    date: date | None
    summary: str
    byline: str
    content_note: str
    is_demonstration: bool
    principle: int
    """The first principle it serves, which colours its patch; 0 where it serves none."""
    heading: str = ""
    """For lists with parts: the part it belongs to, such as a group's nation."""
    picture: Shown | None = None
    """None where it has none, or none that the channel may carry."""

    def __hash__(self) -> int:
        """Of what hardly two have in common, as that of a link."""
        return hash(self.link.url)


class Patch(NamedTuple):
    """A text in the quilt."""

    link: Link
    id: str
    principle: int


class FilledPlace(NamedTuple):
    """An open place of a body, filled: a link, or plain words where nothing may be linked."""

    words: str
    link: Link | None


class FilledQuote(NamedTuple):
    """Words of a testimony in another text, with who said them and where; nothing of it where they may not be shown."""

    words: str
    """Safe HTML."""
    id: str
    name: str
    link: Link


class FilledFact(NamedTuple):
    """A figure with its period, and the number of its source among the sources of the text."""

    text: str
    period: str
    amount: str
    """The bare number for machines; empty where there is none."""
    source: int


class FilledWord(NamedTuple):
    """A word of the interface, in the language of the text."""

    words: str


Filled = FilledPlace | FilledQuote | FilledFact | FilledWord | ShownChart | None
"""What stands in an open place of a body; nothing where it may not be shown."""


class Full(NamedTuple):
    """A text on its own page: its card, its front matter and its body with every place filled."""

    card: Card
    front: Any
    parts: tuple[str, ...]
    places: tuple[Filled, ...]
    words: int
    translations: tuple[Link, ...]
    original_lang: str
    name_kind: str
    approved_on: date | None
    """The day on which the person said yes to the words."""
    checked_by: str
    """The role of the one who asked the questions before publication; empty where there was none to ask."""
    is_listed: bool
    """False for a text that keeps its address and stands on no list."""
    topics: tuple[Link, ...]
    place_links: tuple[Link, ...]
    groups: tuple[Link, ...]
    principles: tuple[Link, ...]
    changes: tuple[Link, ...]
    sources: tuple[tuple[str, str, str, str], ...]
    """Publisher, title, address and date of the source of each fact it states."""
    corrections: tuple[tuple[date, str, str, str], ...] = ()
    """What was put right in it or in its figures, the newest first: day, what it said, what it says, why."""
    claims: tuple[Claim, ...] = ()
    """The myths it answers."""
    terms: tuple[tuple[str, tuple[str, ...], str, Link], ...] = ()
    """The words of the glossary that stand in it: slug, forms, short meaning and page of each."""
    stale_since: date | None = None
    """For a text whose facts should have been checked again by now: the day of the last check."""
