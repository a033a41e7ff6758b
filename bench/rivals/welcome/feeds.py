"""
The feeds of the plain site: RSS of everything, of each topic and of each place, with whole texts.

The product has four times as many series and each in six forms; no other generator is asked for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import HeadLink, Offer, offering
from plugins.outputs import Output

KINDS = ("all", "topic", "place")
RSS = "rss.xml"


def offer_feeds(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""

    def make(library: Any) -> Iterator[Output]:
        from plugins.feeds.gathering import Gathering
        from plugins.feeds.outputs import series_outputs, site_of
        from plugins.languages.words import Words
        from plugins.library.series import all_series
        from plugins.outputs import Channel, Facet

        name = settings["PAGES"].site_name
        site = site_of(library, settings["FEEDS"], name)
        words: Facet[tuple[Words, ...]] = Facet.of(tuple(library.words[code] for code in sorted(library.words)))
        gathering = Gathering(library, Channel.REPUBLISH, offer.with_pictures)
        for own in all_series(library, name):
            if own.kind in KINDS:
                made = series_outputs(own, gathering, settings["FEEDS"], site, words)
                yield from (output for output in made if output.path.endswith(RSS))

    offer.head_link(HeadLink("alternate", "feeds/all/full/rss.xml", "application/rss+xml", "feed.rss"))
    offer.outputs(make)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_feeds)
