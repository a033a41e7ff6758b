"""
Whole: the words of a text with what must go with them, and without all that stands around them on its own page.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plugins.library.facets import Card, Filled, Full

ROW = "feeds and kits"
"""In which row of Outputs they are: an entry stands in a dozen feeds, and a whole text in a kit too."""


class Whole(NamedTuple):
    """A text as other sites may show it, with every open place filled."""

    card: Card
    parts: tuple[str, ...]
    places: tuple[Filled, ...]
    sources: tuple[tuple[str, str, str, str], ...]
    corrections: tuple[tuple[date, str, str, str], ...]


def whole_of(full: Full) -> Whole:
    """What other sites show of a text in full."""
    return Whole(full.card, full.parts, full.places, full.sources, full.corrections)
