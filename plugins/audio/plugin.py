"""
Offers recordings and the feed of them to the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Output


def offer_audio(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""

    def make(library: Any) -> Iterator[Output]:
        from plugins.audio.outputs import feed_outputs, sound_outputs

        yield from sound_outputs(library)
        yield from feed_outputs(library, settings["FEEDS"], settings["PAGES"].site_name, offer.with_pictures)

    offer.recordings(make)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_audio)
