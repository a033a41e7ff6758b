"""
What pages and downloads show of a fact: its claim, its figures, its sources and its past.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.facts.book import FactBook
from plugins.facts.figures import Figure
from plugins.facts.history import Change
from plugins.facts.model import Source
from plugins.facts.review import is_stale


class ShownFact(NamedTuple):
    """One fact with everything that readers are told of it."""

    id: str
    topic: str
    claim: str
    period: str
    geography: str
    figures: tuple[Figure, ...]
    source: tuple[str, Source]
    read_in: tuple[tuple[str, Source], ...]
    is_recalled: bool
    checked_on: date | None
    review_by: date
    is_stale: bool
    versions: tuple[tuple[date, str], ...]
    changes: tuple[Change, ...]

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.id.lower()


def shown_facts(book: FactBook, today: date) -> Iterator[ShownFact]:
    """Every fact of a book whose sources are known, by topic and id."""
    for name, fact in sorted(book.facts.items()):
        yield ShownFact(
            id=name,
            topic=name.split("-")[1],
            claim=fact.plain,
            period=fact.period or "",
            geography=fact.geography,
            figures=book.figures(name),
            source=(fact.source, book.sources[fact.source]),
            read_in=tuple((own, book.sources[own]) for own in fact.read_in if own != fact.source),
            is_recalled=fact.status == "recalled",
            checked_on=book.checked_on(name),
            review_by=fact.review_by,
            is_stale=is_stale(fact.review_by, today),
            versions=tuple((version.date, version.value) for version in book.history.get(name, ())),
            changes=book.changes([name]),
        )
