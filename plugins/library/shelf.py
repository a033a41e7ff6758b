"""
Shelf: the texts that one channel may carry, in their order, and what is shown of them.

It holds nothing else: whoever is given a shelf cannot reach a text that may
not go out on its channel.
"""

from __future__ import annotations

from plugins.images.shown import Shown
from plugins.library.facets import Card, Full, Link, Patch
from plugins.library.groups import Groups
from plugins.library.holding import Holding
from plugins.library.making import FacetMaker
from plugins.outputs import Facet
from plugins.records.record import Record

NOTHING: Facet[None] = Facet.of(None)
"""The facet of what is not there."""


class Shelf:
    """
    All that a channel may carry. Facets of a text are made once and kept; all that concerns their order is as in the
    holding, which other channels may share.
    """

    def __init__(self, held: Holding, maker: FacetMaker) -> None:
        self._held = held
        self._maker = maker
        self.records, self.unlisted, self.default_language = held.records, held.unlisted, held.default_language
        self.of_type, self.languages, self.translations = held.of_type, held.languages, held.translations
        self.holds, self.lists, self.is_unlisted, self.find = held.holds, held.lists, held.is_unlisted, held.find
        self.neighbours, self.related, self.fitting, self.newest = (
            held.neighbours, held.related, held.fitting, held.newest
        )  # fmt: skip

    @property
    def types(self) -> list[tuple[str, str]]:
        """Each type and language of which there is a text, sorted."""
        return self._held.types

    @property
    def by_topic(self) -> Groups[tuple[str, str]]:
        """Texts by topic and language, newest first."""
        return self._held.by_topic

    @property
    def by_place(self) -> Groups[tuple[str, str]]:
        """Texts by place and language, newest first; a group stands at its own place too."""
        return self._held.by_place

    @property
    def serving(self) -> Groups[tuple[str, int, str, str]]:
        """Texts by (principle or change, its number, their type, language), in their order."""
        return self._held.serving

    @property
    def by_series(self) -> Groups[str]:
        """The dated texts of each series in all their languages, newest first."""
        return self._held.by_series

    @property
    def corrected(self) -> list[Record]:
        """The texts in which something was put right."""
        return self._held.corrected

    @property
    def pictured(self) -> list[Record]:
        """The texts that name a picture."""
        return self._held.pictured

    @property
    def moved(self) -> list[Record]:
        """The texts that had other addresses before."""
        return self._held.moved

    def url(self, record: Record) -> str:
        """The address of a text from the root of its host."""
        return self._maker.text_url(record)

    def link(self, record: Record) -> Facet[Link]:
        """A text as a link."""
        return self._maker.link(record)

    def card(self, record: Record) -> Facet[Card]:
        """A text in a list."""
        return self._maker.card(record)

    def patch(self, record: Record) -> Facet[Patch]:
        """A text in the quilt."""
        return self._maker.patch(record)

    def picture(self, record: Record) -> Facet[Shown | None]:
        """The picture of a text; None where the channel may not carry the text or the picture."""
        return self._maker.picture(record) if self.holds(record) else NOTHING

    def full(self, record: Record) -> Facet[Full]:
        """A text on its own page."""
        return self._maker.full(record, self)

    def whole_digest(self, record: Record) -> str:
        """Changes with the card of a text and with its words as other sites may show them."""
        return self._maker.whole_digest(record, self)

    def mentions(self, record: Record) -> list[Record]:
        """The other texts that a text in full links to."""
        return self._maker.mentions(record, self)

    def linked(self, record: Record) -> list[Record]:
        """The other texts to which the body of a text links, and those it quotes."""
        return self._maker.linked(record, self)

    def term(self, kind: str, slug: str, lang: str) -> Facet[Link]:
        """A topic or a place as a link."""
        return self._maker.term(kind, slug, lang)
