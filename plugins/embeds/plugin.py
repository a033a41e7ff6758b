"""
Offers what other sites embed to the build, and tells pages where to find it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plugins.offers import HeadLink, Offer, offering
from plugins.outputs import Output


def offer_embeds(_settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""

    def make(maker: Any) -> Iterator[Output]:
        from plugins.embeds.outputs import make_outputs

        return make_outputs(maker)

    def links(library: Any) -> Callable[[Any], Iterable[HeadLink]]:
        from plugins.embeds.outputs import links_of

        return links_of(library)

    def page(maker: Any, record: Any) -> Output:
        from plugins.embeds.builder import builder_page

        return builder_page(maker, record, has_feeds=any(link.href.startswith("feeds/") for link in offer.head_links))

    offer.pages(make)
    offer.layout("embed", page)
    offer.links_of_texts(links)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_embeds)
