"""
Facets as templates see them: cards, bodies, dates.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from html import escape

from markupsafe import Markup

from plugins.charts.shown import ShownChart
from plugins.images.views import maybe_view
from plugins.languages.words import Words
from plugins.library.facets import Card, FilledFact, FilledQuote, FilledWord, Full
from plugins.pages.view_parts import CardView
from plugins.quilt.patch import draw_patch

KEPT = 16384
"""How many cards are kept for the next page that shows them."""

CHART = "<chart-place>"
"""What stands in a body where the template puts the next of its charts; no editor can write it."""


@lru_cache(maxsize=KEPT)
def card_view(card: Card, words: Words) -> CardView:
    """A card, with its dates and names in the language of the page; made once for all pages that show it."""
    return CardView(
        url=card.link.url,
        title=card.link.title,
        lang=card.link.tag,
        dir=card.link.dir,
        type=card.type,
        type_name=words(f"type.{card.type}.name"),
        date=words.date(card.date) if card.date else "",
        date_iso=iso(card.date),
        summary=card.summary,
        byline=card.byline,
        content_note=card.content_note,
        is_demonstration=card.is_demonstration,
        patch=draw_patch(card.id, card.principle),
        picture=maybe_view(card.picture),
        mark=mark_of(card),
    )


def mark_of(card: Card) -> str:
    """How the words of a testimony are marked in pages, so that the finished bytes can be compared with the yes."""
    return f"{card.id} {card.link.lang}" if card.type == "testimony" else ""


def card_views(cards: Iterable[Card], words: Words) -> tuple[CardView, ...]:
    """Several cards."""
    return tuple(card_view(card, words) for card in cards)


def maybe_card(card: Card | None, words: Words) -> CardView | None:
    """A card, where there is one."""
    return card_view(card, words) if card else None


def iso(day: date | None) -> str:
    """A date for the `time` element; empty where there is none."""
    return day.isoformat() if day else ""


def fill_body(full: Full, words: Words, is_numbered: bool = True) -> Markup:
    """The body of a text, each open place filled; numbers of sources where the page has their list."""
    pieces = [full.parts[0]]
    for place, part in zip(full.places, full.parts[1:], strict=True):
        if isinstance(place, FilledQuote):
            pieces.append(draw_quote(place))
        elif isinstance(place, FilledFact):
            pieces.append(draw_figure(place, words, is_numbered))
        elif isinstance(place, ShownChart):
            pieces.append(CHART)
        elif isinstance(place, FilledWord):
            pieces.append(str(escape(place.words)))
        elif place and place.link:
            foreign = f' hreflang="{place.link.tag}"' if place.link.lang != full.card.link.lang else ""
            pieces.append(f'<a href="{escape(place.link.url)}"{foreign}>{place.words}</a>')
        elif place:
            pieces.append(place.words)
        pieces.append(part)
    return Markup("".join(pieces))


def draw_figure(figure: FilledFact, words: Words, is_numbered: bool) -> str:
    """A figure with the time for which it holds, and the number of its source in the list below the text."""
    value = f'<data value="{figure.amount}">{escape(figure.text)}</data>' if figure.amount else escape(figure.text)
    period = f' <span class="figure__period">({escape(figure.period)})</span>' if figure.period else ""
    drawn = f'<span class="figure" lang="en" dir="ltr">{value}{period}</span>'
    if not is_numbered:
        return drawn
    label = escape(words("sources.number", number=words.number(figure.source)))
    link = f'<a href="#source-{figure.source}" aria-label="{label}">{words.number(figure.source)}</a>'
    return f'{drawn}<sup class="figure__source">{link}</sup>'


def draw_quote(quote: FilledQuote) -> str:
    """Words of a testimony with who said them and where they stand whole."""
    link = quote.link
    mark = f"{quote.id} {link.lang} quote"
    return (
        f'<figure><blockquote lang="{link.tag}" dir="{link.dir}" data-words="{mark}">{quote.words}</blockquote>'
        f'<figcaption>{escape(quote.name)}, <cite><a href="{escape(link.url)}" hreflang="{link.tag}">'
        f"{escape(link.title)}</a></cite></figcaption></figure>"
    )
