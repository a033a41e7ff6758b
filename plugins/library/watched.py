"""
What proofs are told of testimonies, so that they can look for them in finished bytes. Nobody else is given this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from plugins.consent.words import PublicWords
from plugins.outputs import Channel, fingerprint


@dataclass(frozen=True, eq=False)
class Watched:
    """
    One testimony in one language, whether it may be shown or not, and the channels that may carry it.
    """

    id: str
    lang: str
    is_original: bool
    fingerprint: str
    """That of its words."""
    fetch: Callable[[], PublicWords]
    """Gives its words."""
    url: str
    """Its address from the root of the host."""
    channels: frozenset[Channel]

    @cached_property
    def words(self) -> PublicWords:
        """Its words, fetched when a file is searched for them."""
        return self.fetch()

    @property
    def digest(self) -> str:
        """Changes with the words, the address and the channels."""
        return fingerprint(self.id, self.lang, self.fingerprint, self.url, *sorted(self.channels))
