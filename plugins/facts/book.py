"""
The book of facts: every fact and every source by id, and what each figure was before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plugins.facts.figures import Figure, figures_of
from plugins.facts.history import Change, Version, changes_of
from plugins.facts.model import Fact, Source
from plugins.facts.review import is_stale
from plugins.outputs import digest_of


@dataclass(frozen=True)
class FactBook:
    """
    All facts and all sources of a site, by id, with the history of each figure.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    history: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)

    def figures(self, fact: str) -> tuple[Figure, ...]:
        """The figures of a fact, in the order of its claim. KeyError for a fact that is not in the book."""
        found = self.facts[fact]
        return figures_of(fact, found.claim, found.units, found.period or "")

    def figure(self, fact: str, number: int = 1) -> Figure:
        """One figure of a fact, counted from 1. LookupError where there is none."""
        return self.figures(fact)[number - 1]

    def changes(self, facts: Iterable[str]) -> tuple[Change, ...]:
        """What changed in the figures of some facts, the newest first."""
        found = [change for fact in sorted(set(facts)) for change in changes_of(fact, self.history.get(fact, ()))]
        return tuple(sorted(found, key=lambda change: change.date, reverse=True))

    def digest_of(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Changes with anything that is told of some facts: their figures, sources and changes."""
        return tuple(self._digests(fact) for fact in facts)

    def _digests(self, fact: str) -> str:
        if fact not in self._known:
            found = self.facts[fact]
            own = (found, self.sources.get(found.source), self.history.get(fact, ()))
            self._known[fact] = digest_of("fact", repr(own))
        return self._known[fact]

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    def checked_on(self, fact: str) -> date | None:
        """The last day on which somebody held a fact against its source; None for one that was never read."""
        found = self.facts[fact]
        read = [own.accessed for name in found.read_in if (own := self.sources.get(name)) and own.accessed]
        return found.checked or max(read, default=None)

    def stale(self, facts: Iterable[str], today: date) -> tuple[str, ...]:
        """Those of some facts that should have been checked again by now, by id."""
        return tuple(sorted({fact for fact in facts if is_stale(self.facts[fact].review_by, today)}))

    def sources_of(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """
        The sources to cite for some facts, each once, by publisher and title.

        The order does not depend on that of the ids. KeyError for a fact that
        is not in the book, or whose source is not.
        """
        return tuple(self.sources[name] for name in self.source_names(ids))

    def source_names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of the sources to cite for some facts, in the order of `sources_of`."""
        return tuple(sorted({self.facts[fact].source for fact in ids}, key=self._order))

    def _order(self, name: str) -> tuple[str, str, str]:
        source = self.sources[name]
        return (source.publisher.casefold(), source.title.casefold(), name)
