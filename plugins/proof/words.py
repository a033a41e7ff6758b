"""
Whose words a file holds, found out a second time from its bytes alone, and compared with what the build says of it.

No scope, no bytes: the channel of each file must be one that consent allows
for every testimony of which a word sequence, or the address, is found in it.
Both ways agree, or nothing is published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from plugins.consent.traces import LENGTH, fold, sequences_of
from plugins.library.watched import Watched
from plugins.outputs import Finished, fingerprint
from plugins.proof.marked import find_changed_words
from plugins.proof.reading import FoldedTexts

Run = tuple[str, ...]
"""Folded words in a row."""

BINARY = (
    ".woff2", ".png", ".jpg", ".webp", ".avif", ".ico", ".mp3", ".ogg", ".opus", ".m4a", ".wav", ".flac",
)  # fmt: skip
"""Kinds of files that hold no words; what else pictures may hold is another proof's matter."""


class WordProof:
    """
    Searches every file for the words of every testimony.
    """

    def __init__(
        self,
        watched: Iterable[Watched],
        sequences_of_text: Callable[[str], frozenset[str]],
        texts: FoldedTexts | None = None,
    ) -> None:
        self._watched = tuple(watched)
        self._texts = texts or FoldedTexts()
        self._by_name = {(own.id, own.lang): own for own in self._watched}
        self._by_id: dict[str, list[Watched]] = {}
        for own in self._watched:
            self._by_id.setdefault(own.id, []).append(own)
        self._addresses = {own.url: own for own in self._watched}
        folders = sorted({re.escape(own.url[: own.url.rfind("/", 0, -1) + 1]) for own in self._watched})
        self._address = re.compile(rf"(?:{'|'.join(folders)})[^\s\"'<>/?#&;)]+/")
        self._sequences: dict[Run, tuple[Watched, ...]] = {}
        for own in self._watched:
            for sequence in sequences_of(own.words.values()):
                run = tuple(sequence.split(" "))
                self._sequences[run] = (*self._sequences.get(run, ()), own)
        self._runs = frozenset(self._sequences)
        self._sequences_of_text = sequences_of_text
        self.digest = fingerprint("words", *sorted(own.digest for own in self._watched))

    def __call__(self, finished: Finished) -> Iterator[str]:
        """What is wrong with the words in a file."""
        if finished.path.endswith(BINARY) or not self._watched:
            return
        hits = self._find_sequences(finished)
        text = finished.content.decode("utf-8", "replace")
        addresses = set(self._address.findall(text))
        linked = {self._addresses[address] for address in addresses if address in self._addresses}
        yield from self._undeclared(finished, hits, linked)
        yield from self._missing(finished, {own.id for own in (*hits, *linked)}, text)
        if finished.carries:
            yield from find_changed_words(finished, self._by_name)

    def _find_sequences(self, finished: Finished) -> dict[Watched, set[str]]:
        hits: dict[Watched, set[str]] = {}
        for words in self._texts.of(finished):
            for run in self._runs & set(zip(*(words[start:] for start in range(LENGTH)), strict=False)):
                for own in self._sequences[run]:
                    hits.setdefault(own, set()).add(" ".join(run))
        return hits

    def _undeclared(self, finished: Finished, hits: dict[Watched, set[str]], linked: set[Watched]) -> Iterator[str]:
        for own in sorted({*hits, *linked}, key=lambda own: (own.id, own.lang)):
            found = hits.get(own, set())
            if own not in linked and not self._unexplained(found, own, finished):
                continue
            what = f"{'words' if found else 'the address'} of {own.id} ({own.lang})"
            if finished.channel not in own.channels:
                yield f'it holds {what}, whose consent does not allow the channel "{finished.channel}"'
            elif own.id not in finished.carries:
                yield f"it holds {what} and does not say so"

    def _unexplained(self, found: set[str], own: Watched, finished: Finished) -> set[str]:
        """Sequences that stand in no other text that the file may hold."""
        left = set(found)
        for record_id in finished.carries:
            if left and record_id != own.id:
                left -= self._sequences_of_text(record_id)
                left -= self._said_by(record_id, finished)
        return left

    def _said_by(self, record_id: str, finished: Finished) -> frozenset[str]:
        """What other testimonies that may stand here say in the same words."""
        others = [own for own in self._by_id.get(record_id, []) if finished.channel in own.channels]
        return frozenset().union(*(sequences_of(own.words.values()) for own in others))

    def _missing(self, finished: Finished, found: set[str], text: str) -> Iterator[str]:
        for record_id in finished.carries:
            if record_id in self._by_id and record_id not in found and not self._is_named(record_id, text):
                yield f"it is said to hold {record_id}, and nothing of it is there"

    def _is_named(self, record_id: str, text: str) -> bool:
        """Whether a file names a testimony by its id or its title, as feeds do."""
        folded = " ".join(fold(text))
        titles = [" ".join(fold(own.words["title"])) for own in self._by_id[record_id]]
        return record_id in text or any(title in folded for title in titles)
