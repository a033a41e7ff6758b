"""
Related texts: those that share most, and among equals the newest.

Each tag is one integer with a bit for each text that has it. Counting shared
tags is then a matter of a few operations on whole integers, so that a text
among ten thousand costs microseconds and not a walk through all the others.
The newest has the highest bit, which an integer knows without being searched.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


class Related:
    """
    Finds what shares most tags with a text, among texts given newest first.
    """

    def __init__(self, tags: Sequence[Iterable[Hashable]]) -> None:
        self._tags = [tuple(dict.fromkeys(own)) for own in tags]
        self._last = len(self._tags) - 1
        having: dict[Hashable, list[int]] = {}
        for position, own in enumerate(self._tags):
            for tag in own:
                having.setdefault(tag, []).append(position)
        self._bits = {tag: self.mask(positions) for tag, positions in having.items()}

    def mask(self, positions: Iterable[int]) -> int:
        """A set of texts, for `best`."""
        raw = bytearray(len(self._tags) // 8 + 1)
        for position in positions:
            bit = self._last - position
            raw[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(raw, "little")

    def best(self, position: int, count: int, among: int) -> list[int]:
        """
        The positions of up to `count` texts of the set `among`, most shared tags first, then newest.

        Texts that share nothing are not related.
        """
        taken = among & (1 << self._last - position)
        levels: list[int] = []
        for tag in self._tags[position]:
            shared = self._bits[tag] & among
            if not shared:
                continue
            levels.append(0)
            for level in range(len(levels) - 1, 0, -1):
                levels[level] |= levels[level - 1] & shared
            levels[0] |= shared
        found: list[int] = []
        for level in reversed(levels):
            left = level ^ taken
            while left and len(found) < count:
                newest = left.bit_length() - 1
                found.append(self._last - newest)
                left ^= 1 << newest
            if len(found) == count:
                break
            # Who shares as much as this also shares less.
            taken = level ^ left
        return found
