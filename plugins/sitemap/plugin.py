"""
Offers the sitemap and robots.txt to the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Output


def make(library: Any) -> Iterator[Output]:
    """The Outputs; lxml is loaded only when they are wanted."""
    from plugins.sitemap.outputs import make_outputs

    return make_outputs(library)


def offer_sitemap(_settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    offer.outputs(make)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_sitemap)
