"""
Watched words in a row: which of them stand in a text, or run over the place where it was cut.

Most of what is searched holds none. So the search first asks what is cheap and can miss nothing, and looks
at every place only where the answer is yes.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from sys import intern
from typing import NamedTuple

from plugins.consent.traces import LENGTH

Run = tuple[str, ...]
"""Folded words in a row."""

Owner = Hashable
"""Whose words a run is: whatever a proof knows them by."""

Found = Mapping[Owner, frozenset[Run]]
"""The runs of each owner that were found."""

CORE, STEP = 4, 3
"""Six words in a row hold four that begin at a place divisible by three."""

EDGE = LENGTH - 1
"""The most words of a run on one side of a cut."""


class Stretch(NamedTuple):
    """What was found in a stretch of text, and its first and last five words: all that one must know to join two."""

    found: Found
    first: Run
    last: Run


EMPTY = Stretch({}, (), ())
"""A stretch without a word."""


class Runs:
    """
    All runs that are looked for, with their owners. None is longer than six words.
    """

    def __init__(self) -> None:
        self._owners: dict[Run, tuple[Owner, ...]] = {}
        self._cores: set[Run] = set()
        self._marks: set[str] = set()
        """One word of each run of fewer than six words."""
        self._lengths: set[int] = set()
        self._pairs: set[Run] = set()
        """All two words in a row of any run: only between these can a cut part one."""

    def add_text(self, owner: Owner, words: Sequence[str]) -> None:
        """Look for all six words in a row of a text; one of fewer words has none."""
        if len(words) < LENGTH:
            return
        for run in in_a_row(words, LENGTH):
            self._own(run, owner)
        self._cores.update(in_a_row(words, CORE))
        self._pairs.update(in_a_row(words, 2))

    def add_short(self, owner: Owner, run: Run) -> None:
        """Look for one run of fewer than six words."""
        self._own(run, owner)
        self._marks.add(max(run, key=len))
        self._lengths.add(len(run))
        self._pairs.update(in_a_row(run, 2))

    def _own(self, run: Run, owner: Owner) -> None:
        owners = self._owners.get(run, ())
        if owner not in owners:
            self._owners[run] = (*owners, owner)

    def read(self, words: Sequence[str]) -> Stretch:
        """A stretch of text that has these folded words."""
        if not words:
            return EMPTY
        return Stretch(self.find(words), tuple(map(intern, words[:EDGE])), tuple(map(intern, words[-EDGE:])))

    def find(self, words: Sequence[str]) -> Found:
        """The runs that stand in folded words."""
        found: set[Run] = set()
        if not self._cores.isdisjoint(zip(words[::STEP], words[1::STEP], words[2::STEP], words[3::STEP], strict=False)):
            found.update(self._owners.keys() & set(in_a_row(words, LENGTH)))
        if not self._marks.isdisjoint(words):
            for length in self._lengths:
                found.update(self._owners.keys() & set(in_a_row(words, length)))
        return self._by_owner(found) if found else EMPTY.found

    def _by_owner(self, found: set[Run]) -> Found:
        runs: dict[Owner, set[Run]] = {}
        for run in found:
            for owner in self._owners[run]:
                runs.setdefault(owner, set()).add(run)
        return {owner: frozenset(own) for owner, own in runs.items()}

    def join(self, stretches: Iterable[Stretch]) -> Stretch:
        """Stretches that follow each other as one, with the runs that begin in one and end in another."""
        found: list[Found] = []
        begin: Run = ()
        end: Run = ()
        for own in stretches:
            if own is EMPTY:
                continue
            if own.found:
                found.append(own.found)
            if not own.first:
                continue
            if end and (end[-1], own.first[0]) in self._pairs:
                found.append(self.find(end + own.first))
            if len(begin) < EDGE:
                begin = (begin + own.first)[:EDGE]
            end = own.last if len(own.last) == EDGE else (end + own.last)[-EDGE:]
        return Stretch(together(found), begin, end) if begin or found else EMPTY


def in_a_row(words: Sequence[str], length: int) -> Iterator[Run]:
    """Every so many words in a row."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def together(found: Sequence[Found]) -> Found:
    """What was found in several places, as one."""
    if len(found) <= 1:
        return found[0] if found else EMPTY.found
    runs: dict[Owner, list[frozenset[Run]]] = {}
    for own in found:
        for owner, theirs in own.items():
            runs.setdefault(owner, []).append(theirs)
    return {owner: frozenset[Run]().union(*theirs) for owner, theirs in runs.items()}
