"""
Whose words a file holds, found out a second time from its bytes alone, and compared with what the build says of it.

No scope, no bytes: the channel of each file must be one that consent allows
for every testimony of which a word sequence, or the address, is found in it.
Both ways agree, or nothing is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from plugins.consent.traces import fold, sequences_of
from plugins.library.watched import Watched
from plugins.outputs import Finished, fingerprint
from plugins.proof.marked import find_changed_words
from plugins.proof.pieces import Search
from plugins.proof.runs import Run

Hits = Mapping[Watched, frozenset[Run]]
"""The words of testimonies that were found."""

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
        search: Search | None = None,
    ) -> None:
        self._watched = tuple(watched)
        self._search = search or Search()
        self._by_name = {(own.id, own.lang): own for own in self._watched}
        self._by_id: dict[str, list[Watched]] = {}
        for own in self._watched:
            self._by_id.setdefault(own.id, []).append(own)
        self._search.before_the_first(self._watch)
        self._sequences_of_text = sequences_of_text
        self.digest = fingerprint("words", *sorted(own.digest for own in self._watched))

    def _watch(self) -> None:
        for own in self._watched:
            for part in own.words.values():
                self._search.runs.add_text(own, fold(part))
        self._search.watch_addresses({own.url: own for own in self._watched})

    def prepare(self) -> None:
        """Take apart the words of every testimony, once for all processes."""
        self._search.prepare()

    def __call__(self, finished: Finished) -> Iterator[str]:
        """What is wrong with the words in a file."""
        if finished.path.endswith(BINARY) or not self._watched:
            return
        searched = self._search.of(finished)
        hits = {own: runs for own, runs in searched.found.items() if isinstance(own, Watched)}
        linked = {own for own in searched.linked if isinstance(own, Watched)}
        yield from self._undeclared(finished, hits, linked)
        yield from self._missing(finished, {own.id for own in (*hits, *linked)})
        if finished.carries:
            carried = [own for record_id in finished.carries for own in self._by_id.get(record_id, ())]
            yield from find_changed_words(finished, self._by_name, carried)

    def _undeclared(self, finished: Finished, hits: Hits, linked: set[Watched]) -> Iterator[str]:
        for own in sorted({*hits, *linked}, key=lambda own: (own.id, own.lang)):
            if finished.channel in own.channels and own.id in finished.carries:
                continue
            found = hits.get(own, frozenset())
            if own not in linked and not self._unexplained(found, own, finished):
                continue
            what = f"{'words' if found else 'the address'} of {own.id} ({own.lang})"
            if finished.channel not in own.channels:
                yield f'it holds {what}, whose consent does not allow the channel "{finished.channel}"'
            else:
                yield f"it holds {what} and does not say so"

    def _unexplained(self, found: frozenset[Run], own: Watched, finished: Finished) -> set[str]:
        """Sequences that stand in no other text that the file may hold."""
        left = {" ".join(run) for run in found}
        for record_id in finished.carries:
            if left and record_id != own.id:
                left -= self._sequences_of_text(record_id)
                left -= self._said_by(record_id, finished)
        return left

    def _said_by(self, record_id: str, finished: Finished) -> frozenset[str]:
        """What other testimonies that may stand here say in the same words."""
        others = [own for own in self._by_id.get(record_id, []) if finished.channel in own.channels]
        return frozenset().union(*(sequences_of(own.words.values()) for own in others))

    def _missing(self, finished: Finished, found: set[str]) -> Iterator[str]:
        for record_id in finished.carries:
            if record_id in self._by_id and record_id not in found and not self._is_named(record_id, finished):
                yield f"it is said to hold {record_id}, and nothing of it is there"

    def _is_named(self, record_id: str, finished: Finished) -> bool:
        """Whether a file names a testimony by its id or its title, as feeds do."""
        text = finished.content.decode("utf-8", "replace")
        if record_id in text:
            return True
        folded = " ".join(fold(text))
        return any(" ".join(fold(own.words["title"])) in folded for own in self._by_id[record_id])
