"""
Offers all pages and the theme's files to the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Output
from plugins.pages.maker import PageMaker
from plugins.pages.outputs import make_outputs
from plugins.pages.text_outputs import relate
from plugins.pages.theme import Theme


def offer_pages(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    theme = Theme(Path(settings["THEME"]), offer.cache)

    @lru_cache(maxsize=1)
    def maker_of(library: Any) -> PageMaker:
        return PageMaker(
            library, settings["PAGES"], theme, offer.head_links, offer.with_pictures, offer.layouts, offer.text_links,
            offer.with_sound,
        )  # fmt: skip

    def make(library: Any) -> Iterator[Output]:
        theme.check()
        maker = maker_of(library)
        yield from make_outputs(maker)
        for make_pages in offer.page_makers:
            yield from make_pages(maker)

    offer.outputs(make)
    offer.preparation(lambda library: relate(maker_of(library).shelf))


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_pages)
