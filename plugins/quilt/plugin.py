"""
Offers the site's icons, which are a patch of the quilt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import HeadLink, Offer, offering
from plugins.outputs import Output

TOUCH_ICON = 180
"""Pixels along each side of the icon for home screens."""


def make_icons(_library: Any) -> Iterator[Output]:
    """The icons as files at the root of the site."""
    from plugins.quilt.outputs import icon_output

    yield icon_output("favicon.svg")
    yield icon_output("apple-touch-icon.png", TOUCH_ICON)


def offer_icons(_settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    offer.head_link(HeadLink("icon", "favicon.svg", "image/svg+xml"))
    offer.head_link(
        HeadLink("apple-touch-icon", "apple-touch-icon.png", "image/png", sizes=f"{TOUCH_ICON}x{TOUCH_ICON}")
    )
    offer.outputs(make_icons)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_icons)
