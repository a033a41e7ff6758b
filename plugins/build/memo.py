"""
What was made before of the very same things, on disk: a result is found again by the digest of all it was made of.

It holds numbers, fingerprints, facts, terms and consent records, and no other words of people. It keeps nothing that
the last whole plan did not use, and counts for nothing where it is missing, broken or of other software.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from plugins.whole import UNREADABLE, sealed, unsealed, write_new

MARK = b"Welcome Stories, memo 1\n"
"""How the file begins."""


class Memo:
    """
    Remembers plain values by digests. Without a file it remembers for as long as it lives.
    """

    def __init__(self, file: Path | None, made_by: str) -> None:
        self._file = file
        self._made_by = made_by
        self._old: dict[str, Any] = self._read()
        self._used: dict[str, Any] = {}
        self._news: dict[str, Any] = {}

    def _read(self) -> dict[str, Any]:
        if self._file is None:
            return {}
        try:
            made_by, found = marshal.loads(unsealed(MARK, self._file.read_bytes()))
            return found if made_by == self._made_by and isinstance(found, dict) else {}
        except UNREADABLE:
            return {}

    def __call__(self, digest: str, make: Callable[[], Any]) -> Any:
        """What was made of the same things before, or what `make` makes of them now."""
        if digest not in self._used:
            if digest not in self._old:
                self._news[digest] = make()
            self._used[digest] = self._old[digest] if digest in self._old else self._news[digest]
        return self._used[digest]

    def news(self) -> dict[str, Any]:
        """What was made since this was last asked: another process sends it to the one that saves."""
        news, self._news = self._news, {}
        return news

    def take(self, news: dict[str, Any]) -> None:
        """Remember what another process made."""
        self._used.update(news)

    def save(self, with_old: bool = False) -> None:
        """
        Keep what was used, and with what is old also all that was not; a folder that cannot be written to is no fault.
        """
        kept = {**self._old, **self._used} if with_old else self._used
        if self._file is None or kept == self._old:
            return
        content = marshal.dumps((self._made_by, kept))
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_new(self._file, sealed(MARK, content))
            self._old = dict(kept)
