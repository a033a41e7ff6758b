"""
Piece: what other sites show of a text, with all that must stand around it there.

Most sites show the first words of a description as plain text and nothing
else. So what a reader should know beforehand comes first, then a whole
sentence, then where it comes from, all of it in words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from plugins.languages.words import Words
from plugins.library.facets import Card
from plugins.syndication.body import html_of, plain_body
from plugins.syndication.picture import SharedPicture
from plugins.syndication.whole import Whole

SHOWN_WORDS = 55
"""How many words of a description a WordPress block shows."""

KEPT = 4096
"""How many whole texts are kept for the next feed or kit that holds them."""

SENTENCE_END = re.compile(r"[.!?؟。।][\"'”’)]*(?=\s)")


def notes_of(card: Card, words: Words) -> list[str]:
    """What a reader should know beforehand, in sentences."""
    own = [words("feed.demonstration")] if card.is_demonstration else []
    return [*own, closed(card.content_note)] if card.content_note else own


def closed(text: str) -> str:
    """A note as a sentence, so that it does not run into the next where programs take out what parts them."""
    return text if text.endswith((".", "!", "?", "؟", "…")) else f"{text}."


def source_of(card: Card, words: Words, origin: str, site_name: str) -> str:
    """Where a text comes from, in one line that holds its address."""
    return words("feed.source", site=site_name, url=origin + card.link.url)


def description_of(card: Card, words: Words, origin: str, site_name: str, voice_note: str = "") -> str:
    """
    A text in a few words that stand alone: notes, as many sentences of the summary as are surely shown, the source.
    """
    notes, source = notes_of(card, words), source_of(card, words, origin, site_name)
    notes += [voice_note] if voice_note else []
    room = SHOWN_WORDS - sum(len(part.split()) for part in (*notes, source))
    return " ".join([*notes, first_sentences(card.summary, room), source])


def first_sentences(text: str, most: int) -> str:
    """As many whole sentences from the beginning as have no more words than that, and one in any case."""
    ends = [*(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    return text[: max((end for end in ends if len(text[:end].split()) <= most), default=ends[0])]


def framed(card: Card, words: Words, inner: str, head: list[str], foot: list[str]) -> str:
    """HTML with its language and direction on the outermost element, where no program takes them out."""
    parts = "\n".join([*head, inner, *foot])
    return f'<div lang="{card.link.tag}" dir="{card.link.dir}">{parts}</div>'


def paragraph(text: str, element: str = "") -> str:
    """A paragraph of plain words."""
    own = escape(text, quote=False)
    return f"<p><{element}>{own}</{element}></p>" if element else f"<p>{own}</p>"


def image_of(picture: SharedPicture | None) -> list[str]:
    """A picture with its credit."""
    if picture is None:
        return []
    size = f'width="{picture.width}" height="{picture.height}"'
    image = f'<p><img src="{escape(picture.url)}" alt="{escape(picture.alt)}" {size}></p>'
    return [image, paragraph(picture.credit)] if picture.credit else [image]


def source_line(card: Card, words: Words, origin: str, site_name: str) -> str:
    """The line that says where a text comes from, with the address as a link."""
    url = escape(origin + card.link.url)
    said = escape(source_of(card, words, origin, site_name), quote=False)
    return f'<p>{said.replace(url, f"""<a href="{url}">{url}</a>""")}</p>'


def summary_html(card: Card, words: Words, origin: str, site_name: str, picture: SharedPicture | None) -> str:
    """A text in short, with its picture."""
    head = [*(paragraph(note, "strong") for note in notes_of(card, words)), *image_of(picture)]
    return framed(card, words, paragraph(card.summary), head, [source_line(card, words, origin, site_name)])


@lru_cache(maxsize=KEPT)
def full_html(whole: Whole, words: Words, origin: str, site_name: str, picture: SharedPicture | None) -> str:
    """
    A text as a whole: notes, who speaks, where it is from, picture, words, sources, corrections, and what holds for it.

    It is made once for all its feeds and all forms of its kit.
    """
    card = whole.card
    source = source_line(card, words, origin, site_name)
    head = [*(paragraph(note, "strong") for note in notes_of(card, words)), source, *image_of(picture)]
    if card.byline:
        head.append(paragraph(words("republish.byline", name=card.byline)))
    foot = [*sources_html(whole, words), *corrections_html(whole, words), source, paragraph(words("republish.terms"))]
    return framed(card, words, html_of(plain_body(whole, words, origin)), head, foot)


def sources_html(whole: Whole, words: Words) -> list[str]:
    """The sources of the figures, in the order of their numbers."""
    if not whole.sources:
        return []
    rows = "".join(
        f'<li>{escape(publisher)}: <a href="{escape(address)}">{escape(title)}</a>, {escape(day)}</li>'
        for publisher, title, address, day in whole.sources
    )
    return [f"<h2>{escape(words('sources.title'))}</h2>", f'<ol lang="en" dir="ltr">{rows}</ol>']


def corrections_html(whole: Whole, words: Words) -> list[str]:
    """What was put right, the newest first."""
    lines = (
        f"{words.date(day)}: {words('corrections.item', was=was, now=now)}" for day, was, now, _ in whole.corrections
    )
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return [f"<h2>{escape(words('corrections.title'))}</h2>", f"<ul>{rows}</ul>"] if rows else []
