"""
Makes the facets of texts, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from plugins.charts.shown import chart_shown
from plugins.images.shown import Shown
from plugins.library.explaining import forms_of, terms_in
from plugins.library.facets import Card, Filled, FilledPlace, FilledQuote, FilledWord, Full, Link, Patch
from plugins.library.gathered import Gathered
from plugins.library.sharing import places_of
from plugins.library.stating import corrections_of, fill_fact, stale_since
from plugins.outputs import Facet
from plugins.records.record import ChartPlace, FactPlace, LinkPlace, Place, QuotePlace, Record, WordPlace
from plugins.records.settings import Urls

if TYPE_CHECKING:
    from plugins.library.shelf import Shelf


def no_picture(_record: Record) -> None:
    """What shows no pictures at all."""


class FacetMaker:
    """
    Makes the facets of one shelf and keeps them. What a text shows of others is asked of the shelf.

    `show` gives the picture of a text that the shelf's channel may carry.
    """

    def __init__(
        self,
        gathered: Gathered,
        urls: Urls,
        site_url: str,
        today: date,
        show: Callable[[Record], Shown | None] = no_picture,
    ) -> None:
        self._gathered = gathered
        self._show = show
        self._urls = urls
        self._today = today
        self._base = urlsplit(site_url).path.rstrip("/")
        self._links: dict[tuple[tuple[str, str], str], Facet[Link]] = {}
        self._cards: dict[tuple[tuple[str, str], str], Facet[Card]] = {}
        self._patches: dict[tuple[tuple[str, str], str], Facet[Patch]] = {}
        self._terms: dict[tuple[str, str, str], Facet[Link]] = {}

    def url(self, lang: str, address: str) -> str:
        """The address of a page from the root of its host."""
        prefix = "" if lang == self._gathered.default_language else f"{lang}/"
        return f"{self._base}/{prefix}{address}"

    def make_link(self, address: str, title: str, lang: str) -> Link:
        """A link to a page of this site."""
        language = self._gathered.words[lang].language
        return Link(self.url(lang, address), title, lang, language.tag, language.direction)

    def link(self, record: Record) -> Facet[Link]:
        """A text as a link; a principle or a change by its short name."""
        key = (record.name, record.lang)
        if key not in self._links:
            title = getattr(record.front, "short_name", None) or record.front.title
            self._links[key] = Facet.of(self.make_link(self.address(record), title, record.lang))
        return self._links[key]

    def address(self, record: Record) -> str:
        """The address of a text below its language."""
        if record.type == "page" and record.front.layout == "home":
            return ""
        return self._urls.of(record.type, record.slug)

    def card(self, record: Record) -> Facet[Card]:
        """A text in a list."""
        key = (record.name, record.lang)
        if key not in self._cards:
            front = record.front
            consent = self._gathered.consent_of(record)
            note = getattr(front, "content_note", "none")
            self._cards[key] = Facet.of(
                Card(
                    link=self.make_link(self.address(record), front.title, record.lang),
                    id=front.id,
                    type=record.type,
                    date=front.date,
                    summary=front.summary,
                    byline=(consent.name_in(record.lang) or "") if consent else "",
                    content_note="" if note.lower() == "none" else note,
                    is_demonstration=front.demonstration,
                    principle=principle_of(record),
                    heading=front.nation if record.type == "group" else "",
                    picture=self._show(record),
                )
            )
        return self._cards[key]

    def patch(self, record: Record) -> Facet[Patch]:
        """A text in the quilt."""
        key = (record.name, record.lang)
        if key not in self._patches:
            self._patches[key] = Facet.of(Patch(self.card(record).value.link, record.id, principle_of(record)))
        return self._patches[key]

    def term(self, kind: str, slug: str, lang: str) -> Facet[Link]:
        """A topic or a place as a link."""
        key = (kind, slug, lang)
        if key not in self._terms:
            term = (self._gathered.topics if kind == "topic" else self._gathered.places)[slug]
            self._terms[key] = Facet.of(self.make_link(self._urls.of(kind, slug), term.title[lang], lang))
        return self._terms[key]

    def full(self, record: Record, shelf: Shelf) -> Facet[Full]:
        """A text on its own page."""
        front, lang = record.front, record.lang
        consent = self._gathered.consent_of(record)
        original = front.original_language or lang
        sources = self._gathered.facts.sources_of(front.facts)
        return Facet.of(
            Full(
                card=self.card(record).value,
                front=front,
                parts=tuple(record.body.parts),
                places=tuple(self._fill(place, record, shelf, at) for at, place in enumerate(record.body.places)),
                corrections=corrections_of(record, self._gathered.facts),
                stale_since=stale_since(record, self._gathered.facts, self._today),
                terms=tuple(
                    (term.slug, forms_of(term), term.front.summary, self.link(term).value)
                    for term in self._explained(record, shelf)
                ),
                claims=record.body.claims,
                words=record.body.words,
                translations=tuple(self.card(other).value.link for other in shelf.translations(record)),
                original_lang=original,
                name_kind=consent.name_kind if consent else "",
                approved_on=consent.approval.date if consent and consent.approval else None,
                checked_by=consent.checks_passed.role if consent and consent.checks_passed else "",
                is_listed=record not in shelf.unlisted,
                topics=tuple(
                    self.term("topic", slug, lang).value for slug in front.topics if (slug, lang) in shelf.by_topic
                ),
                place_links=tuple(
                    self.term("place", slug, lang).value for slug in places_of(record) if (slug, lang) in shelf.by_place
                ),
                groups=self._as_links(shelf.find(("group", slug), lang) for slug in front.groups),
                principles=self._as_links(self._numbered("principle", front.principles, lang, shelf)),
                changes=self._as_links(self._numbered("change", front.changes, lang, shelf)),
                sources=tuple((source.publisher, source.title, source.address, source.date) for source in sources),
            )
        )

    def mentions(self, record: Record, shelf: Shelf) -> list[Record]:
        """The other texts that a text in full links to."""
        front, lang = record.front, record.lang
        groups = [shelf.find(("group", slug), lang) for slug in front.groups]
        numbered = self._numbered("principle", front.principles, lang, shelf)
        numbered += self._numbered("change", front.changes, lang, shelf)
        explained = self._explained(record, shelf)
        return [*self.linked(record, shelf), *(other for other in groups if other), *numbered, *explained]

    def linked(self, record: Record, shelf: Shelf) -> list[Record]:
        """The other texts to which the body of a text links, and those it quotes."""
        found = (self._target(place, record, shelf) for place in record.body.links)
        return [other for other in found if other]

    def _explained(self, record: Record, shelf: Shelf) -> list[Record]:
        terms = shelf.of_type("term", record.lang)
        return terms_in(record, self._gathered.plain_body(record), terms) if terms else []

    def _target(self, place: LinkPlace | QuotePlace, record: Record, shelf: Shelf) -> Record | None:
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
        found = self._target(place, record, shelf)
        if isinstance(place, QuotePlace):
            return self._fill_quote(place, found) if found else None
        if found is None:
            return FilledPlace(place.words, None)
        _, hash_sign, fragment = place.target.partition("#")
        words = place.words or escape(self.link(found).value.title)
        return FilledPlace(words, self.make_link(self.address(found) + hash_sign + fragment, "", found.lang))

    def _fill_chart(self, place: ChartPlace, lang: str, number: int) -> Filled:
        language = self._gathered.words[lang].language
        tag = self._gathered.words[self._gathered.default_language].language.tag
        chart = self._gathered.charts[place.target]
        return chart_shown(chart, lang, language.direction, base=self._base, number=number, default_tag=tag)

    def _fill_quote(self, place: QuotePlace, found: Record) -> FilledQuote:
        card = self.card(found).value
        return FilledQuote(place.words, card.id, card.byline, card.link)

    def _as_links(self, records: Iterable[Record | None]) -> tuple[Link, ...]:
        return tuple(self.link(record).value for record in records if record)

    def _numbered(self, type_name: str, numbers: tuple[int, ...], lang: str, shelf: Shelf) -> list[Record]:
        own = shelf.of_type(type_name, lang) or shelf.of_type(type_name, self._gathered.default_language)
        return [record for record in own if record.front.number in numbers]


def principle_of(record: Record) -> int:
    """The principle that colours a text's patch; 0 where it serves none."""
    if record.type == "principle":
        return int(record.front.number)
    return int(record.front.principles[0]) if record.front.principles else 0
