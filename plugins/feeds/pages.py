"""
The page about feeds for people: every feed of the site, by kind, and what one looks like elsewhere.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from plugins.feeds.corrections import NAME as CORRECTIONS
from plugins.feeds.entries import EntryFacet, FeedSite, make_entry
from plugins.feeds.gathering import Gathering
from plugins.feeds.heads import FILES, ROOT, FeedHead
from plugins.feeds.opml import PATH as OPML
from plugins.feeds.outputs import FULL, head_of, site_of
from plugins.feeds.settings import Feeds
from plugins.languages.language import Language
from plugins.languages.words import Words
from plugins.library.facets import Full
from plugins.library.membership import ALL, AUDIO
from plugins.library.series import all_series
from plugins.outputs import Channel, Facet, Output
from plugins.pages.cards import fill_body
from plugins.pages.maker import PageMaker
from plugins.pages.surroundings import Surroundings, make_frame
from plugins.pages.view_parts import Frame
from plugins.records.record import Record

PREVIEWED = 2
"""How many entries stand in the preview."""


class FeedRow(NamedTuple):
    """One feed: `formats` are name and address, RSS first; `whole` is the address of the feed of whole texts."""

    title: str
    lang: str
    dir: str
    formats: tuple[tuple[str, str], ...]
    whole: str


class FeedKind(NamedTuple):
    """The feeds of one kind."""

    heading: str
    rows: tuple[FeedRow, ...]


class Previewed(NamedTuple):
    """An entry as a WordPress block shows it."""

    title: str
    url: str
    byline: str
    date: str
    excerpt: str
    lang: str
    dir: str


class FeedsView(NamedTuple):
    """The page about feeds (template feeds.html)."""

    frame: Frame
    title: str
    summary: str
    lang: str
    dir: str
    intro: Markup
    """What stands before the first heading of the text, and before the list."""
    body: Markup
    kinds: tuple[FeedKind, ...]
    opml: str
    preview: tuple[Previewed, ...]


def make_feeds_page(
    around: Surroundings, full: Full, kinds: tuple[FeedKind, ...], opml: str,
    head: FeedHead, words: tuple[Words, ...], entries: tuple[EntryFacet, ...],
) -> FeedsView:  # fmt: skip
    """The view of the page."""
    front, link = full.front, full.card.link
    body = fill_body(full, around.words, is_numbered=False)
    at = body.find("<h2") if "<h2" in body else len(body)
    return FeedsView(
        frame=make_frame(
            around, title=front.title, description=front.summary, url=link.url, translations=full.translations
        ),
        title=front.title,
        summary=front.summary,
        lang=link.tag,
        dir=link.dir,
        intro=body[:at],
        body=body[at:],
        kinds=kinds,
        opml=opml,
        preview=preview_of(head, words, entries, around.words),
    )


def preview_of(
    head: FeedHead, words: tuple[Words, ...], entries: tuple[EntryFacet, ...], own: Words
) -> tuple[Previewed, ...]:
    """The first entries of the feed of everything, read back from its bytes as WordPress reads them."""
    from plugins.feeds.readers.wordpress_block import show_block
    from plugins.feeds.writing import write_rss

    by_language = {one.language.code: one for one in words}
    made = tuple(make_entry(entry, by_language[entry.card.link.lang], head.site) for entry in entries)
    shown = show_block(write_rss(head.feed(made)))
    days = [own.date(entry.published.date()) for entry in made]
    return tuple(
        Previewed(item.title, item.link, item.byline, day, item.excerpt, entry.lang, entry.dir)
        for item, entry, day in zip(shown.items, made, days, strict=True)
    )


def feeds_page(maker: PageMaker, record: Record, settings: Feeds, with_audio: bool) -> Output:
    """The page as an Output."""
    library, lang = maker.library, record.lang
    gathering = Gathering(library, Channel.FEED, maker.with_pictures)
    newest = gathering.by_series.get(f"language/{lang}", [])[:PREVIEWED]
    site: FeedSite = site_of(library, settings, maker.settings.site_name)
    series = all_series(library, maker.settings.site_name)
    facets = (
        maker.surrounder.facet(lang),
        maker.shelf.full(record),
        Facet.of(kinds_of(maker, gathering, library.words[lang], with_audio)),
        Facet.of(f"{maker.surrounder.base}/{OPML}"),
        Facet.of(head_of(series[0], library, settings, site)),
        Facet.of(tuple(library.words[code] for code in sorted(library.words))),
        Facet.of_all(gathering.facet(own) for own in newest),
    )
    named = {name for own in series if own.name in gathering.by_series for name in own.carries}
    shown = [record, *maker.shelf.mentions(record), *newest]
    made = maker.output(maker.shelf.link(record).value.url, "feeds.html", make_feeds_page, facets, shown)
    return made.carrying({*made.carries, *named})


def kinds_of(maker: PageMaker, gathering: Gathering, words: Words, with_audio: bool) -> tuple[FeedKind, ...]:
    """Every feed that holds a text, and the two that are not of texts."""
    library, base = maker.library, maker.surrounder.base
    whole = Gathering(library, Channel.REPUBLISH).by_series
    series = [own for own in all_series(library, maker.settings.site_name) if own.name in gathering.by_series]
    kinds = []
    for kind, group in groupby(series, key=lambda own: own.kind):
        rows = [
            row_of(own.title, library.words[own.lang].language, f"{base}/{ROOT}{own.name}/", own.name in whole)
            for own in group
        ]
        if kind == ALL:
            others = [(CORRECTIONS, "corrections.title")] if library.facts.facts else []
            others += [(AUDIO, "feeds.audio")] if with_audio else []
            rows += [row_of(words(key), words.language, f"{base}/{ROOT}{name}/", False) for name, key in others]
        kinds.append(FeedKind(words(f"feeds.{kind}"), tuple(rows)))
    return tuple(kinds)


def row_of(title: str, language: Language, folder: str, has_whole: bool) -> FeedRow:
    """One feed in its formats."""
    names = {"rss": "RSS", "atom": "Atom", "json": "JSON"}
    formats = tuple((names[name], folder + file) for name, file in FILES.items())
    return FeedRow(
        title, language.tag, language.direction, formats, f"{folder}{FULL}{FILES['rss']}" if has_whole else ""
    )
