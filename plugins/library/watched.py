"""
What proofs are told of testimonies, so that they can look for them in finished bytes. Nobody else is given this.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.consent.words import PublicWords, fingerprint_of
from plugins.outputs import Channel, fingerprint


@dataclass(frozen=True, eq=False)
class Watched:
    """
    One testimony in one language, whether it may be shown or not, and the channels that may carry it.
    """

    id: str
    lang: str
    is_original: bool
    words: PublicWords
    url: str
    """Its address from the root of the host."""
    channels: frozenset[Channel]

    @property
    def digest(self) -> str:
        """Changes with the words, the address and the channels."""
        return fingerprint(self.id, self.lang, fingerprint_of(self.words), self.url, *sorted(self.channels))
