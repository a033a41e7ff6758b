"""
Offers the renditions of all pictures that texts show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Channel, Output


def make_renditions(library: Any) -> Iterator[Output]:
    """What is published of the pictures that may stand on the site; each file once, whatever bears its name."""
    from plugins.images.renditions import picture_outputs

    found: dict[str, Output] = {}
    for picture, ids in library.pictures(Channel.SITE):
        for output in picture_outputs(picture, Channel.SITE, ids):
            known = found.get(output.path)
            found[output.path] = output.carrying({*ids, *(known.carries if known else ())})
    yield from found.values()


def offer_pictures(_settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    offer.pictures(make_renditions)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_pictures)
