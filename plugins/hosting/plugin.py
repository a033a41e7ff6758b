"""
Offers the rules for the host to the build.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Output


def offer_rules(settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""

    def make(library: Any) -> Iterator[Output]:
        from plugins.hosting.rules import make_outputs

        return make_outputs(library, settings["HOSTING"].rules)

    offer.outputs(make)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_rules)
