"""
What stands in a frame on another site: a few cards, or one.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.library.facets import Card, Link
from plugins.offers import HeadLink
from plugins.pages.cards import card_views
from plugins.pages.surroundings import Surroundings, link_view
from plugins.pages.view_parts import CardView, LinkView

MOST = 6
"""The most cards that a frame shows."""

LOOKS = ("auto", "light", "dark")


class EmbedView(NamedTuple):
    """
    A page for a frame (template embed.html). It has no menu, no script, and its links open outside the frame.

    Look and number are chosen in the address, after the #: `#dark-3`; `targets` are all that there are.
    """

    title: str
    lang: str
    dir: str
    stylesheet: str
    icons: tuple[HeadLink, ...]
    """Named so that no browser asks for one at the root of the host."""
    cards: tuple[CardView, ...]
    words: object
    home: LinkView
    """Where its title and its last line lead."""
    site_name: str
    targets: tuple[str, ...]
    script: str
    """The address of the script by which WordPress learns how high a pasted card is; else empty."""


TARGETS = tuple(f"{look}-{number}" for look in LOOKS for number in range(1, MOST + 1))
LOOKS_OF_ONE = tuple(f"{look}-1" for look in LOOKS)


def make_embed(
    around: Surroundings, title: str, home: Link, cards: tuple[Card, ...], stylesheet: str, script: str
) -> EmbedView:
    """The view of a frame; one card has no heading above it."""
    language = around.words.language
    return EmbedView(
        title=title,
        lang=language.tag,
        dir=language.direction,
        stylesheet=stylesheet,
        icons=tuple(own for own in around.head_links if own.rel == "icon"),
        cards=card_views(cards, around.words),
        words=around.words,
        home=link_view(home),
        site_name=around.site_name,
        targets=TARGETS if title else LOOKS_OF_ONE,
        script=script,
    )
