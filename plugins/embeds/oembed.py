"""
oEmbed (https://oembed.com): what an address of ours becomes when somebody pastes it into WordPress.

WordPress keeps the HTML of a document for ever, so no word of a text, no title and
no name stands in it: what can be withdrawn is in the frame, which is asked for anew
each time. It leaves one quotation and one frame; the quotation stands there until
the frame says how high it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

from plugins.embeds.places import PASTED
from plugins.languages.words import Words
from plugins.outputs import Channel, Facet, Output
from plugins.pages.maker import PageMaker

WIDTH, HEIGHT = 500, 260
"""Of the frame, in CSS pixels, before it says its own height."""

HOUR = 3600
"""How long a consumer may keep the answer, in seconds: what is withdrawn must be able to go."""

FOLDER = "oembed/"


@dataclass(frozen=True, slots=True)
class DocumentRenderer:
    """Writes the document as JSON."""

    digest: str = "oembed"

    def __call__(self, view: dict[str, Any]) -> bytes:
        """The document as UTF-8."""
        return (json.dumps(view, ensure_ascii=False, indent=1) + "\n").encode()


def make_document(words: Words, site_name: str, root: str, frame: str) -> dict[str, Any]:
    """The document of one text, the same but for the address of its frame; `root` and `frame` are absolute."""
    title, link = words("embed.pasted", site=site_name), words("embed.pasted_link", site=site_name)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site_name,
        "provider_url": root,
        "cache_age": HOUR,
        "width": WIDTH,
        "height": HEIGHT,
        "html": (
            f'<blockquote><a href="{escape(frame)}">{escape(link)}</a></blockquote>'
            f'<iframe src="{escape(frame)}" title="{escape(title)}" width="{WIDTH}" height="{HEIGHT}"'
            ' frameborder="0" marginwidth="0" marginheight="0" scrolling="no"></iframe>'
        ),
    }


def document_output(maker: PageMaker, name: str, lang: str, carries: tuple[str, ...]) -> Output:
    """The document of one text, by its name in addresses of embeds; it stays when the text has gone."""
    root = f"{maker.surrounder.origin}{maker.surrounder.base}/"
    words, site_name = maker.library.words_facets[lang], Facet.of(maker.settings.site_name)
    facets = (words, site_name, Facet.of(root), Facet.of(f"{root}{PASTED}{name}/"))
    return Output(f"{FOLDER}{name}.json", Channel.EMBED, facets, make_document, DocumentRenderer(), carries)
