"""
Kin: the texts of one language, and which of them share most with each other.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from operator import call

from plugins.library.related import Related
from plugins.library.sharing import shared_by, tags_of
from plugins.once import Remember, make_anew
from plugins.outputs import STEADY, digest_of, fingerprint
from plugins.records.record import Record

Positions = tuple[tuple[int, ...], ...]
"""For each text by its position, those that share most with it."""


def order_by_date(record: Record) -> int:
    """Newest first; texts without a date last."""
    return -(record.front.date.toordinal() if record.front.date else 0)


class Kin:
    """
    Some texts of one language, given newest first, and what they share. Who is related to whom hangs on the tags of
    all, and is remembered for as long as these stay the same.
    """

    def __init__(
        self,
        records: Sequence[Record],
        remember: Remember = make_anew,
        settle: Callable[[Callable[[], str]], str] = call,
    ) -> None:
        self.records = records
        self._settle = settle
        self._position = dict(zip(map(id, records), range(len(records)), strict=True))
        self._remember = remember
        self._found: dict[tuple[tuple[str, ...], int], Positions] = {}

    @cached_property
    def _tags(self) -> list[tuple[Hashable, ...]]:
        return [tuple(tags_of(record)) for record in self.records]

    @cached_property
    def _related(self) -> Related:
        return Related(self._tags)

    @cached_property
    def _digest(self) -> str:
        return self._settle(lambda: fingerprint("kin", marshal.dumps(list(map(shared_by, self.records)), STEADY)))

    def best(self, record: Record, types: tuple[str, ...], count: int) -> list[Record]:
        """The texts of some types that share most with a text."""
        key = (types, count)
        if key not in self._found:
            self._found[key] = self._remember(
                digest_of(self._digest, *types, str(count)), lambda: self._all_best(types, count)
            )
        return [self.records[position] for position in self._found[key][self._position[id(record)]]]

    def _all_best(self, types: tuple[str, ...], count: int) -> Positions:
        wanted = [position for position, other in enumerate(self.records) if other.type in types]
        if not wanted:
            return ((),) * len(self.records)
        best, among = self._related.best, self._related.mask(wanted)
        return tuple(tuple(best(position, count, among)) for position in range(len(self.records)))
