"""
Offers the feeds to the build, and links to them for the head of every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import HeadLink, Offer, offering
from plugins.outputs import Output


def offer_feeds(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""

    def make(library: Any) -> Iterator[Output]:
        from plugins.feeds.outputs import make_outputs

        return make_outputs(library, settings["FEEDS"], settings["PAGES"].site_name, offer.with_pictures)

    offer.head_link(HeadLink("alternate", "feeds/all/rss.xml", "application/rss+xml", "feed.rss"))
    offer.head_link(HeadLink("alternate", "feeds/all/atom.xml", "application/atom+xml", "feed.atom"))
    offer.head_link(HeadLink("alternate", "feeds/all/feed.json", "application/feed+json", "feed.json"))

    def page(maker: Any, record: Any) -> Output:
        from plugins.feeds.pages import feeds_page

        return feeds_page(maker, record, settings["FEEDS"], offer.with_sound)

    offer.layout("feeds", page)
    offer.outputs(make)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_feeds)
