"""
The feeds of the site as Outputs: each series in short and as a whole, in three formats.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from plugins.feeds.archives import archive_outputs, newest_archive, slots_of
from plugins.feeds.corrections import corrections_outputs
from plugins.feeds.entries import FeedSite
from plugins.feeds.gathering import Gathering
from plugins.feeds.heads import FILES, ROOT, FeedHead, Pages, make_feed
from plugins.feeds.opml import opml_output
from plugins.feeds.rendering import FeedRenderer
from plugins.feeds.settings import Feeds
from plugins.feeds.withdrawals import withdrawals_output
from plugins.languages.words import Words
from plugins.library.library import Library
from plugins.library.membership import ALL
from plugins.library.series import Series, all_series
from plugins.once import once
from plugins.outputs import Channel, Facet, Output
from plugins.syndication.whole import ROW

FULL = "full/"
"""Below the folder of a feed: the same feed with whole texts."""


def site_of(library: Library, settings: Feeds, site_name: str) -> FeedSite:
    """What every feed says of the site."""
    parts = urlsplit(library.site_url)
    return FeedSite(settings.authority, f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/"), site_name)


def make_outputs(library: Library, settings: Feeds, site_name: str, with_pictures: bool = True) -> Iterator[Output]:
    """All feeds, their list, and the list of what was withdrawn."""
    site = site_of(library, settings, site_name)
    series = all_series(library, site_name)
    words = Facet.of(tuple(library.words[code] for code in sorted(library.words)))
    short, full = (Gathering(library, channel, with_pictures) for channel in (Channel.FEED, Channel.REPUBLISH))
    for gathering in (short, full):
        for own in series:
            yield from series_outputs(own, gathering, settings, site, words)
    yield from archive_outputs(short, head_of(series[0], library, settings, site), words)
    yield opml_output(library, series, site)
    yield withdrawals_output(library, site)
    if library.facts.facts:
        yield from corrections_outputs(library, head_of(series[0], library, settings, site))


def folder_of(own: Series) -> str:
    """Where the feeds of a series are, below the root of the site."""
    return f"{ROOT}{own.name}/"


def head_of(own: Series, library: Library, settings: Feeds, site: FeedSite, is_full: bool = False) -> FeedHead:
    """What the feed of a series says of itself."""
    words = library.words[own.lang]
    return FeedHead(
        name=own.name + (":full" if is_full else ""),
        title=site.name if own.name == ALL else f"{site.name}: {own.title}",
        subtitle=words("feed.subtitle"),
        site=site,
        folder=folder_of(own) + (FULL if is_full else ""),
        words=words,
        hub=settings.hub,
    )


def series_outputs(
    own: Series, gathering: Gathering, settings: Feeds, site: FeedSite, words: Facet[tuple[Words, ...]]
) -> Iterator[Output]:
    """One feed in each format."""
    head = head_of(own, gathering.library, settings, site, gathering.is_full)

    @once
    def gathered() -> tuple[tuple[Facet[Any], ...], tuple[str, ...]]:
        return series_facets(own, gathering, settings.limit, head, words)

    def gather(name: str) -> Output:
        facets, carries = gathered()
        return Output(head.folder + FILES[name], gathering.channel, facets, make_feed, FeedRenderer(name), carries)

    for name, file in FILES.items():
        yield Output.later(head.folder + file, partial(gather, name), row=ROW)


def series_facets(
    own: Series, gathering: Gathering, limit: int, head: FeedHead, words: Facet[tuple[Words, ...]]
) -> tuple[tuple[Facet[Any], ...], tuple[str, ...]]:
    """What the feeds of a series are made of in any format, and the ids of what they show."""
    today = gathering.library.build.today
    newest = gathering.by_series.get(own.name, [])[:limit]
    departures = gathering.departures.get(own.name, [])
    pages: Pages = ()
    if own.name == ALL and not gathering.is_full:
        pages = newest_archive(len(slots_of(gathering)), limit)
    facets = (
        Facet.of(head),
        words,
        Facet.of_all(gathering.facet(record) for record in newest),
        Facet.of(tuple(departure for departure in departures if departure.is_notice(today))),
        Facet.of(tuple(departure for departure in departures if not departure.is_notice(today))),
        Facet.of(pages),
    )
    return facets, tuple(sorted({*own.carries, *gathering.carried(newest)}))
