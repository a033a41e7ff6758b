"""
Fills the open places of a body: with links, quotes, figures, charts and words of the interface.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from plugins.charts.shown import chart_shown
from plugins.library.facets import Filled, FilledPlace, FilledQuote, FilledWord
from plugins.library.stating import fill_fact
from plugins.outputs import digest_of
from plugins.records.record import ChartPlace, FactPlace, LinkPlace, Place, QuotePlace, Record, WordPlace

if TYPE_CHECKING:
    from plugins.library.gathered import Gathered
    from plugins.library.making import FacetMaker
    from plugins.library.shelf import Shelf


class Filler:
    """
    Fills the places of texts on one shelf. What may not be shown there becomes plain words, or nothing.
    """

    def __init__(self, gathered: Gathered, maker: FacetMaker) -> None:
        self._gathered = gathered
        self._maker = maker

    def fill_all(self, record: Record, shelf: Shelf) -> tuple[Filled, ...]:
        """Every place of a text, filled."""
        return tuple(self._fill(place, record, shelf, at) for at, place in enumerate(record.body.places))

    def digest(self, place: Place, record: Record, shelf: Shelf) -> str:
        """Changes with what stands in a place; a figure is covered by the facts of its text."""
        match place:
            case FactPlace():
                return ""
            case ChartPlace():
                return digest_of(self._gathered.chart_digest(place.target), self._default_tag)
            case WordPlace():
                return self._gathered.words[record.lang](place.key)
        found = self.target(place, record, shelf)
        if found is None:
            return "nothing"
        if isinstance(place, QuotePlace):
            return self._maker.card(found).digest
        link = self._maker.link(found).value
        return f"{link.url} {link.tag}" if place.words else digest_of(link.url, link.tag, link.title)

    def target(self, place: LinkPlace | QuotePlace, record: Record, shelf: Shelf) -> Record | None:
        """The text to which a place leads, where it may be led to."""
        folder = record.path.rpartition("/")[0].rpartition("/")[2]
        name = self._gathered.targets.find(place.target, folder)
        if not isinstance(name, tuple):
            return None
        if isinstance(place, QuotePlace):
            quoted = self._gathered.quoted(place, name, record.lang)
            return quoted if quoted and shelf.lists(quoted) else None
        return shelf.find(name, record.lang)

    def _fill(self, place: Place, record: Record, shelf: Shelf, at: int) -> Filled:
        match place:
            case FactPlace():
                return fill_fact(place, record, self._gathered.facts)
            case ChartPlace():
                earlier = [own for own in record.body.places[:at] if isinstance(own, ChartPlace)]
                return self._fill_chart(place, record.lang, 1 + sum(own.target == place.target for own in earlier))
            case WordPlace():
                return FilledWord(self._gathered.words[record.lang](place.key))
        found = self.target(place, record, shelf)
        if isinstance(place, QuotePlace):
            return self._fill_quote(place, found) if found else None
        if found is None:
            return FilledPlace(place.words, None)
        _, hash_sign, fragment = place.target.partition("#")
        words = place.words or escape(self._maker.link(found).value.title)
        return FilledPlace(
            words, self._maker.make_link(self._maker.address(found) + hash_sign + fragment, "", found.lang)
        )

    def _fill_chart(self, place: ChartPlace, lang: str, number: int) -> Filled:
        language = self._gathered.words[lang].language
        chart = self._gathered.charts[place.target]
        return chart_shown(
            chart, lang, language.direction, base=self._maker.base, number=number, default_tag=self._default_tag
        )

    @property
    def _default_tag(self) -> str:
        """How HTML names the language of the site."""
        return self._gathered.words[self._gathered.default_language].language.tag

    def _fill_quote(self, place: QuotePlace, found: Record) -> FilledQuote:
        card = self._maker.card(found).value
        return FilledQuote(place.words, card.id, card.byline, card.link)
