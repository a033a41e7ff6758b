"""
The views of all pages: plain, frozen data, holding exactly what one page shows.

A template is given one of these under the name `view` and nothing else.
`Markup` is safe HTML; every other string is plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from plugins.charts.views import ChartView
from plugins.images.views import PictureView
from plugins.languages.words import Words
from plugins.offers import HeadLink
from plugins.pages.view_parts import (
    ActionOwn,
    CardView,
    CorrectionView,
    ExplainerOwn,
    Frame,
    GroupOwn,
    LinkView,
    NumberedOwn,
    Source,
    StoryOwn,
    TestimonyOwn,
)


class TextView(NamedTuple):
    """
    The page of one text of any type (templates story.html, testimony.html, explainer.html,
    action.html, group.html, principle.html, change.html, page.html).
    """

    frame: Frame
    type: str
    type_name: str
    title: str
    summary: str
    lang: str
    dir: str
    date: str
    date_iso: str
    updated: str
    updated_iso: str
    minutes: str
    """How long it takes to read, as a phrase; empty for short ones."""
    body: Markup
    charts: tuple[ChartView, ...]
    """The charts of the body, each for one place in it."""
    patch: Markup
    picture: PictureView | None
    """What stands in the place of the patch, where the text has one."""
    is_demonstration: bool
    translator: str
    original_language: str
    """The name of the original's language in the page's language, for translations; else empty."""
    topics: tuple[LinkView, ...]
    places: tuple[LinkView, ...]
    groups: tuple[LinkView, ...]
    principles: tuple[LinkView, ...]
    changes: tuple[LinkView, ...]
    sources: tuple[Source, ...]
    corrections: tuple[CorrectionView, ...]
    stale_since: str
    """For a text whose facts are due for a check: the day of the last one."""
    own: StoryOwn | TestimonyOwn | ExplainerOwn | ActionOwn | GroupOwn | NumberedOwn | None
    voice: CardView | None
    action: CardView | None
    related: tuple[CardView, ...]
    previous: LinkView | None
    next: LinkView | None
    uses: tuple[LinkView, ...] = ()
    """What other sites may do with it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a list that fills several pages goes on; urls are empty at the ends."""

    number: int
    count: int
    status: str
    """'Page 2 of 5' in the page's language."""
    previous_url: str
    next_url: str


class Section(NamedTuple):
    """A part of a list, with a heading (empty where the list has only one part)."""

    heading: str
    cards: tuple[CardView, ...]


class ListView(NamedTuple):
    """All texts of a type, a topic or a place (template list.html)."""

    frame: Frame
    title: str
    intro: str
    sections: tuple[Section, ...]
    pages: Pages | None


@dataclass(frozen=True, slots=True)
class Term:
    """A topic or a place in the list of all of them."""

    link: LinkView
    summary: str
    count: str
    """How many texts it has, as a phrase."""


class TermGroup(NamedTuple):
    """Terms that belong together: the places of one nation; the heading may be empty."""

    heading: str
    terms: tuple[Term, ...]


class TermsView(NamedTuple):
    """All topics, or all places (template terms.html)."""

    frame: Frame
    title: str
    intro: str
    groups: tuple[TermGroup, ...]


class QuiltPatch(NamedTuple):
    """One patch of the quilt: a link to its text, with the text's title as its name."""

    link: LinkView
    patch: Markup


class HomeView(NamedTuple):
    """
    The front page in one language (template home.html). Any tuple may be empty, any card missing.
    """

    frame: Frame
    title: str
    summary: str
    lang: str
    dir: str
    body: Markup
    quilt: tuple[QuiltPatch, ...]
    stories: tuple[CardView, ...]
    stories_link: LinkView | None
    voice: CardView | None
    voices_link: LinkView | None
    explainers: tuple[CardView, ...]
    explainers_link: LinkView | None
    actions: tuple[CardView, ...]
    actions_link: LinkView | None
    principles: tuple[LinkView, ...]
    changes: tuple[LinkView, ...]
    groups_link: LinkView | None
    path_link: LinkView | None
    """The page that walks from micro to macro."""


class PathView(NamedTuple):
    """
    How change happens, as one path from micro to macro (template path.html):
    the body, then micro stories, the principles, macro stories, the changes, an action.
    """

    frame: Frame
    title: str
    summary: str
    lang: str
    dir: str
    picture: PictureView | None
    body: Markup
    micro: tuple[CardView, ...]
    principles: tuple[LinkView, ...]
    macro: tuple[CardView, ...]
    changes: tuple[LinkView, ...]
    actions: tuple[CardView, ...]


class NotFoundView(NamedTuple):
    """The page for unknown addresses (templates not_found.html and gone.html): words in every language of the site."""

    frame: Frame
    parts: tuple[tuple[Words, LinkView], ...]
    """For each language its words and the link to its front page."""


class NoticeView(NamedTuple):
    """The page at the address of a text that is published no more (template notice.html)."""

    frame: Frame
    title: str


class RedirectView(NamedTuple):
    """The page at a former address (template redirect.html), which leads to the new one."""

    words: Words
    title: str
    url: str
    canonical: str
    icons: tuple[HeadLink, ...]
    """Named so that no browser asks for one at the root of the host."""
