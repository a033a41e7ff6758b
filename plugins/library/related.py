"""
Related texts: those that share most, and among equals the newest.

Each tag is one integer with a bit for each text that has it. Counting shared
tags is then a matter of a few operations on whole integers, so that a text
among ten thousand costs microseconds and not a walk through all the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


class Related:
    """
    Finds what shares most tags with a text, among texts given newest first.
    """

    def __init__(self, tags: Sequence[Iterable[Hashable]]) -> None:
        self._tags = [tuple(dict.fromkeys(own)) for own in tags]
        bits: dict[Hashable, bytearray] = {}
        size = len(self._tags) // 8 + 1
        for position, own in enumerate(self._tags):
            for tag in own:
                bits.setdefault(tag, bytearray(size))[position >> 3] |= 1 << (position & 7)
        self._bits = {tag: int.from_bytes(raw, "little") for tag, raw in bits.items()}

    def mask(self, positions: Iterable[int]) -> int:
        """A set of texts, for `best`."""
        raw = bytearray(len(self._tags) // 8 + 1)
        for position in positions:
            raw[position >> 3] |= 1 << (position & 7)
        return int.from_bytes(raw, "little")

    def best(self, position: int, count: int, among: int) -> list[int]:
        """
        The positions of up to `count` texts of the set `among`, most shared tags first, then newest.

        Texts that share nothing are not related.
        """
        allowed = among & ~(1 << position)
        levels: list[int] = []
        for tag in self._tags[position]:
            shared = self._bits[tag] & allowed
            if not shared:
                continue
            levels.append(0)
            for level in range(len(levels) - 1, 0, -1):
                levels[level] |= levels[level - 1] & shared
            levels[0] |= shared
        found: list[int] = []
        for level in reversed(levels):
            for before in found:
                level &= ~(1 << before)
            while level and len(found) < count:
                lowest = level & -level
                found.append(lowest.bit_length() - 1)
                level ^= lowest
            if len(found) == count:
                break
        return found
