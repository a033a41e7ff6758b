"""
oEmbed (https://oembed.com): what an address of ours becomes when somebody pastes it into WordPress.

WordPress takes a frame from anybody, and a quotation before it; the quotation
stands there until the frame says how high it is, and stays where it never does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from plugins.languages.words import Words
from plugins.library.facets import Card
from plugins.outputs import Channel, Facet, Output
from plugins.pages.maker import PageMaker
from plugins.records.record import Record
from plugins.syndication.picture import shared_picture
from plugins.syndication.piece import notes_of

WIDTH, HEIGHT = 600, 260
"""Of the frame, in CSS pixels, before it says its own height."""

DAY = 86_400
"""How long a consumer may keep the answer, in seconds: what is withdrawn must be able to go."""


@dataclass(frozen=True, slots=True)
class DocumentRenderer:
    """Writes the document as JSON."""

    digest: str = "oembed"

    def __call__(self, view: dict[str, Any]) -> bytes:
        """The document as UTF-8."""
        return (json.dumps(view, ensure_ascii=False, indent=1) + "\n").encode()


def make_document(card: Card, words: Words, site_name: str, origin: str, home: str, frame: str) -> dict[str, Any]:
    """The document of one text; absolute addresses only."""
    picture = shared_picture(card.picture, origin)
    found = {
        "version": "1.0",
        "type": "rich",
        "title": card.link.title,
        "author_name": card.byline,
        "provider_name": site_name,
        "provider_url": origin + home,
        "cache_age": DAY,
        "width": WIDTH,
        "height": HEIGHT,
        "html": quotation(card, words, site_name, origin) + framed(card, origin + frame),
    }
    if picture:
        found |= {
            "thumbnail_url": picture.url, "thumbnail_width": picture.width, "thumbnail_height": picture.height,
        }  # fmt: skip
    return {name: value for name, value in found.items() if value != ""}


def quotation(card: Card, words: Words, site_name: str, origin: str) -> str:
    """The text in a few words: WordPress leaves links in it, and nothing else."""
    link = f'<a href="{escape(origin + card.link.url)}">{escape(card.link.title)}</a>'
    parts = [*map(escape, notes_of(card, words)), link + ".", escape(card.summary)]
    parts += [escape(card.byline) + "."] if card.byline else []
    return f"<blockquote>{' '.join(parts)} {escape(words('embed.from', site=site_name))}</blockquote>"


def framed(card: Card, address: str) -> str:
    """The frame with the card."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(card.link.title)}" width="{WIDTH}" height="{HEIGHT}"'
        ' frameborder="0" scrolling="no"></iframe>'
    )


def document_output(maker: PageMaker, record: Record, name: str, folder: str) -> Output:
    """The document of one text."""
    around = maker.surrounder
    facets = (
        maker.library.channel(Channel.EMBED).card(record),
        Facet.of(maker.library.words[record.lang]),
        Facet.of(maker.settings.site_name),
        Facet.of(around.origin),
        Facet.of(f"{around.base}/"),
        Facet.of(f"{around.base}/{folder}{name}/"),
    )
    return Output(f"oembed/{name}.json", Channel.EMBED, facets, make_document, DocumentRenderer(), (record.id,))
