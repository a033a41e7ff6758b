"""
Makes the facets of texts, each once.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from plugins.library.explaining import forms_of
from plugins.library.facets import Card, Full, Link, Patch
from plugins.library.filling import Filler
from plugins.library.gathered import Gathered
from plugins.library.pictures import NoPictures, ShownPictures
from plugins.library.sharing import places_of
from plugins.library.stating import corrections_of, stale_since
from plugins.outputs import Facet, digest_of
from plugins.records.record import Record
from plugins.records.settings import Urls

if TYPE_CHECKING:
    from plugins.library.shelf import Shelf


Key = tuple[tuple[str, str], str]
"""A text in one language: its name, and the language."""


class FacetMaker:
    """
    Makes the facets of one shelf and keeps them. What a text shows of others is asked of the shelf.

    `pictures` gives the pictures of texts that the shelf's channel may carry. A facet's digest is made of the digests
    of all that its value is made of, so that the value itself, and the body of the text, are only needed where
    somebody shows it.
    """

    def __init__(
        self, gathered: Gathered, urls: Urls, site_url: str, today: date, pictures: ShownPictures | None = None
    ) -> None:
        self._gathered = gathered
        self._filler = Filler(gathered, self)
        self._pictures = pictures or NoPictures()
        self._urls = urls
        self._today = today
        self.base = urlsplit(site_url).path.rstrip("/")
        self._folders: dict[tuple[str, str], str] = {}
        self._links: dict[Key, Facet[Link]] = {}
        self._own_links: dict[Key, Facet[Link]] = {}
        self._cards: dict[Key, Facet[Card]] = {}
        self._patches: dict[Key, Facet[Patch]] = {}
        self._fulls: dict[Key, Facet[Full]] = {}
        self._terms: dict[tuple[str, str, str], Facet[Link]] = {}
        self._linked: dict[Key, list[Record]] = {}
        self._terms_in: dict[Key, list[Record]] = {}
        self._wholes: dict[Key, str] = {}

    def url(self, lang: str, address: str) -> str:
        """The address of a page from the root of its host."""
        prefix = "" if lang == self._gathered.default_language else f"{lang}/"
        return f"{self.base}/{prefix}{address}"

    def text_url(self, record: Record) -> str:
        """The address of the page of a text from the root of its host."""
        if record.type == "page":
            return self.url(record.lang, self.address(record))
        key = (record.type, record.lang)
        if key not in self._folders:
            self._folders[key] = self.url(record.lang, self._urls.of_list(record.type))
        return f"{self._folders[key]}{record.slug}/"

    def make_link(self, address: str, title: str, lang: str) -> Link:
        """A link to a page of this site."""
        language = self._gathered.words[lang].language
        return Link(self.url(lang, address), title, lang, language.tag, language.direction)

    def link(self, record: Record) -> Facet[Link]:
        """A text as a link; a principle or a change by its short name."""
        key = (record.name, record.lang)
        if key not in self._links:
            short = record.own("short_name")
            link = self.make_link(self.address(record), short, record.lang) if short else None
            self._links[key] = Facet(link, link.digest) if link else self.own_link(record)
        return self._links[key]

    def address(self, record: Record) -> str:
        """The address of a text below its language."""
        if record.type == "page" and record.front.layout == "home":
            return ""
        return self._urls.of(record.type, record.slug)

    def own_link(self, record: Record) -> Facet[Link]:
        """A text as a link with its whole title, as cards show it."""
        key = (record.name, record.lang)
        if key not in self._own_links:
            link = self.make_link(self.address(record), record.front.title, record.lang)
            self._own_links[key] = Facet(link, link.digest)
        return self._own_links[key]

    def card(self, record: Record) -> Facet[Card]:
        """A text in a list."""
        key = (record.name, record.lang)
        if key not in self._cards:
            front, link = record.front, self.own_link(record)
            consent = self._gathered.consent_of(record)
            byline = (consent.name_in(record.lang) or "") if consent else ""
            note = record.own("content_note", "none")
            plain = (
                front.id,
                record.type,
                front.summary,
                byline,
                "" if note.lower() == "none" else note,
                front.nation if record.type == "group" else "",
            )
            shown = (front.date, front.demonstration, principle_of(record))
            picture = self._pictures.digest(record)
            self._cards[key] = Facet.later(
                lambda: self._make_card(record, link.value, plain),
                "card",
                link.digest,
                *plain,
                *map(str, shown),
                picture,
            )
        return self._cards[key]

    def _make_card(self, record: Record, link: Link, plain: tuple[str, ...]) -> Card:
        own_id, type_name, summary, byline, note, heading = plain
        return Card(
            link=link,
            id=own_id,
            type=type_name,
            date=record.front.date,
            summary=summary,
            byline=byline,
            content_note=note,
            is_demonstration=record.front.demonstration,
            principle=principle_of(record),
            heading=heading,
            picture=self._pictures.shown(record),
        )

    def picture(self, record: Record) -> Facet[Any]:
        """The picture of a text; its value is None where the channel may not carry it."""
        return Facet.later(lambda: self.card(record).value.picture, "picture", self._pictures.digest(record))

    def patch(self, record: Record) -> Facet[Patch]:
        """A text in the quilt."""
        key = (record.name, record.lang)
        if key not in self._patches:
            patch = Patch(self.own_link(record).value, record.id, principle_of(record))
            self._patches[key] = Facet(
                patch, digest_of("patch", self.own_link(record).digest, patch.id, str(patch.principle))
            )
        return self._patches[key]

    def term(self, kind: str, slug: str, lang: str) -> Facet[Link]:
        """A topic or a place as a link."""
        key = (kind, slug, lang)
        if key not in self._terms:
            term = (self._gathered.topics if kind == "topic" else self._gathered.places)[slug]
            link = self.make_link(self._urls.of(kind, slug), term.title[lang], lang)
            self._terms[key] = Facet(link, link.digest)
        return self._terms[key]

    def full(self, record: Record, shelf: Shelf) -> Facet[Full]:
        """A text on its own page."""
        key = (record.name, record.lang)
        if key not in self._fulls:
            around = self._around(record, shelf)
            made_of = (
                self.whole_digest(record, shelf), record.front_digest, self._consent_digest(record),
                str(stale_since(record, self._gathered.facts, self._today)), str(shelf.is_unlisted(record)),
                *(digest for name, links in around.items() for digest in (name, *(link.digest for link in links))),
                *(digest_of(term.front_digest, self.link(term).digest) for term in self._explained(record, shelf)),
            )  # fmt: skip
            self._fulls[key] = Facet.later(lambda: self._make_full(record, shelf, around), "full", *made_of)
        return self._fulls[key]

    def _make_full(self, record: Record, shelf: Shelf, around: dict[str, tuple[Facet[Link], ...]]) -> Full:
        consent = self._gathered.consent_of(record)
        sources = self._gathered.facts.sources_of(record.front.facts)
        return Full(
            card=self.card(record).value,
            front=record.front,
            parts=tuple(record.body.parts),
            places=self._filler.fill_all(record, shelf),
            corrections=corrections_of(record, self._gathered.facts),
            stale_since=stale_since(record, self._gathered.facts, self._today),
            terms=tuple(
                (term.slug, forms_of(term), term.front.summary, self.link(term).value)
                for term in self._explained(record, shelf)
            ),
            claims=record.body.claims,
            words=record.body.words,
            original_lang=record.front.original_language or record.lang,
            name_kind=consent.name_kind if consent else "",
            approved_on=consent.approval.date if consent and consent.approval else None,
            checked_by=consent.checks_passed.role if consent and consent.checks_passed else "",
            is_listed=not shelf.is_unlisted(record),
            sources=tuple((source.publisher, source.title, source.address, source.date) for source in sources),
            **{name: tuple(link.value for link in links) for name, links in around.items()},
        )

    def _around(self, record: Record, shelf: Shelf) -> dict[str, tuple[Facet[Link], ...]]:
        """What a text belongs to, and its translations, by the name of the field."""
        front, lang = record.front, record.lang
        find, term = shelf.find, self.term
        return {
            "translations": tuple(map(self.own_link, shelf.translations(record))),
            "topics": tuple(term("topic", slug, lang) for slug in front.topics if (slug, lang) in shelf.by_topic),
            "place_links": tuple(
                term("place", slug, lang) for slug in places_of(record) if (slug, lang) in shelf.by_place
            ),
            "groups": tuple(self.link(own) for slug in front.groups if (own := find(("group", slug), lang))),
            "principles": tuple(map(self.link, self._numbered("principle", front.principles, lang, shelf))),
            "changes": tuple(map(self.link, self._numbered("change", front.changes, lang, shelf))),
        }

    def _consent_digest(self, record: Record) -> str:
        """Changes with what the page of a testimony says of its consent."""
        consent = self._gathered.consent_of(record)
        return repr((consent.name_kind, consent.approval, consent.checks_passed)) if consent else ""

    def whole_digest(self, record: Record, shelf: Shelf) -> str:
        """
        Changes with the card of a text and with its words: its body with every place filled, sources, corrections.
        """
        key = (record.name, record.lang)
        if key not in self._wholes:
            front, facts = record.front, self._gathered.facts
            self._wholes[key] = digest_of(
                "whole", self.card(record).digest, record.body.digest,
                *((repr(front.corrections), str(front.date)) if record.own("corrections") else ()), "|",
                *(facts.digest_of(front.facts) if front.facts else ()), "|",
                *(self._filler.digest(place, record, shelf) for place in record.body.places),
            )  # fmt: skip
        return self._wholes[key]

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
        key = (record.name, record.lang)
        if key not in self._linked:
            found = (self._filler.target(place, record, shelf) for place in record.body.links)
            self._linked[key] = [other for other in found if other]
        return self._linked[key]

    def _explained(self, record: Record, shelf: Shelf) -> list[Record]:
        key = (record.name, record.lang)
        if key not in self._terms_in:
            self._terms_in[key] = self._gathered.explained(record, shelf.of_type("term", record.lang))
        return self._terms_in[key]

    def _numbered(self, type_name: str, numbers: tuple[int, ...], lang: str, shelf: Shelf) -> list[Record]:
        own = shelf.of_type(type_name, lang) or shelf.of_type(type_name, self._gathered.default_language)
        return [record for record in own if record.front.number in numbers]


def principle_of(record: Record) -> int:
    """The principle that colours a text's patch; 0 where it serves none."""
    if record.type == "principle":
        return int(record.front.number)
    return int(record.front.principles[0]) if record.front.principles else 0
