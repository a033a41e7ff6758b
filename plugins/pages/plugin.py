"""
Offers all pages and the theme's files to the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Output
from plugins.pages.maker import PageMaker
from plugins.pages.outputs import make_outputs
from plugins.pages.theme import Theme


def offer_pages(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    theme = Theme(Path(settings["THEME"]), offer.cache)

    def make(library: Any) -> Iterator[Output]:
        maker = PageMaker(
            library, settings["PAGES"], theme, offer.head_links, offer.with_pictures, offer.layouts, offer.text_links,
            offer.with_sound,
        )  # fmt: skip
        yield from make_outputs(maker)
        for make_pages in offer.page_makers:
            yield from make_pages(maker)

    offer.outputs(make)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_pages)
