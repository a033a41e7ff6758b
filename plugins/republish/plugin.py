"""
Offers the kits of texts to the build, and tells pages where to find them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from plugins.offers import HeadLink, Offer, offering
from plugins.outputs import Output


def offer_republish(_settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""

    def make(maker: Any) -> Iterator[Output]:
        from plugins.republish.outputs import make_outputs

        return make_outputs(maker)

    def links(library: Any) -> Callable[[Any], Iterable[HeadLink]]:
        from plugins.republish.outputs import links_of

        return links_of(library)

    offer.pages(make)
    offer.links_of_texts(links)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_republish)
