"""
Texts by what they belong to, in lists that are made when somebody asks for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from plugins.records.record import Record

Key = TypeVar("Key")


class Groups(Mapping[Key, list[Record]], Generic[Key]):
    """
    For each key those of the given texts that stand at its positions, and may stand there.
    """

    def __init__(
        self,
        positions: Mapping[Key, Sequence[int]],
        records: Sequence[Record],
        may_stand: Callable[[Key, Record], bool] | None = None,
    ) -> None:
        self._positions = positions
        self._records = records
        self._may_stand = may_stand
        self._made: dict[Key, list[Record]] = {}

    def __getitem__(self, key: Key) -> list[Record]:
        if key not in self._made:
            found = [self._records[position] for position in self._positions[key]]
            may_stand = self._may_stand
            self._made[key] = [record for record in found if may_stand(key, record)] if may_stand else found
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    def where(self, may_stand: Callable[[Key, Record], bool]) -> Groups[Key]:
        """The same, of which only some may stand there."""
        return Groups(self._positions, self._records, may_stand)
