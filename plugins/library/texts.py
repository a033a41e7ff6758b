"""
All texts as they are checked: as read, before translations are joined with their originals.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plugins.library.gathered import Gathered
from plugins.records.reading import Named
from plugins.records.record import Record
from plugins.records.settings import Urls


class Texts(NamedTuple):
    """All texts as they are checked: as read, before translations are joined with their originals."""

    records: tuple[Record, ...]
    names: tuple[Named, ...]
    """Of every file, also of those that could not be read."""
    gathered: Gathered
    urls: Urls
    has_consents: bool
    """Whether the folder of consent records is there at all."""
    doubtful: frozenset[str] = frozenset()
    """Which of topics and places could not be read whole, so that nothing can be said of their names."""

    @property
    def originals(self) -> Iterator[Record]:
        """The texts that carry the fields shared by all translations."""
        return (record for record in self.records if not record.is_translation)
