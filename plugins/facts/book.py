"""
The book of facts: every fact and every source, by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.facts.model import Fact, Source


@dataclass(frozen=True)
class FactBook:
    """
    All facts and all sources of a site, by id.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def sources_of(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """
        The sources to cite for some facts, each once, by publisher and title.

        The order does not depend on that of the ids. KeyError for a fact that
        is not in the book, or whose source is not.
        """
        named = {self.facts[fact].source for fact in ids}
        return tuple(self.sources[name] for name in sorted(named, key=self._order))

    def _order(self, name: str) -> tuple[str, str, str]:
        source = self.sources[name]
        return (source.publisher.casefold(), source.title.casefold(), name)
