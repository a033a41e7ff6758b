"""
What waits for the one thread that reads: files that were changed, and files that were shown and may be proved.
"""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

CALM = 0.5
"""Seconds in which nothing comes, after which there is time for proofs: whoever has saved must not wait for them."""


class Inbox:
    """Filled by many threads, emptied by one."""

    def __init__(self, calm: float = CALM) -> None:
        self._items: queue.SimpleQueue[frozenset[Path] | str] = queue.SimpleQueue()
        self._calm = calm

    def changed(self, paths: frozenset[Path]) -> None:
        """Files were changed."""
        self._items.put(paths)

    def shown(self, path: str) -> None:
        """A file was shown."""
        self._items.put(path)

    def batches(self) -> Iterator[tuple[set[Path], set[str]]]:
        """All changes that have come, as soon as there are any; after a calm moment, the files that were shown."""
        shown: set[str] = set()
        is_calm = True
        while True:
            changed: set[Path] = set()
            try:
                while True:
                    item = self._items.get(timeout=0 if changed else None if is_calm else self._calm)
                    is_calm = False
                    if isinstance(item, str):
                        shown.add(item)
                    else:
                        changed |= item
            except queue.Empty:
                yield changed, set() if changed else shown
                is_calm, shown = not changed, shown if changed else set()
