"""
Watched words in a row: which of them stand in a text, or run over the place where it was cut.

Most of what is searched holds none. So the search first asks what is cheap and can miss nothing, and looks
at every place only where the answer is yes. What it asks about is kept as numbers, the hashes of words in a row,
which take a fifth of the room; whatever they say is held against the words themselves.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from sys import intern
from typing import Any, NamedTuple

from plugins.consent.traces import LENGTH

Run = tuple[str, ...]
"""Folded words in a row."""

Owner = Hashable
"""Whose words a run is: whatever a proof knows them by."""

Found = Mapping[Owner, frozenset[Run]]
"""The runs of each owner that were found."""

CORE = 4
STEP = LENGTH - CORE + 1
"""Six words in a row hold three times four, of which one begins at a place divisible by three."""

EDGE = LENGTH - 1
"""The most words of a run on one side of a cut."""

KEPT = 256
"""Of how many owners all runs are kept at once."""


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
        self._texts: dict[Owner, list[str]] = {}
        """The folded words of each owner."""
        self._runs: dict[Owner, frozenset[Run]] = {}
        """The runs of some owners."""
        self._cores: dict[int, tuple[Owner, ...]] = {}
        """The hashes of all four words in a row of any text, with those in whose texts they stand."""
        self._short: dict[Run, tuple[Owner, ...]] = {}
        """The runs of fewer than six words."""
        self._lengths: set[int] = set()
        """How many words these have."""
        self._glance: set[Run] = set()
        """The first words of each of these, and all others in a row that are as many."""
        self._width, self._stride = 2, 1
        """How many words a glance takes in, and at which places one is cast, so that no short run is overlooked."""

    def add_text(self, owner: Owner, words: Sequence[str]) -> None:
        """Look for all six words in a row of a text; one of fewer words has none."""
        if len(words) < LENGTH:
            return
        self._texts.setdefault(owner, []).append(" ".join(words))
        alone = (owner,)
        for core in map(hash, in_a_row(words, CORE)):
            owners = self._cores.setdefault(core, alone)
            if owners is not alone and owner not in owners:
                self._cores[core] = (*owners, owner)

    def add_short(self, owner: Owner, run: Run) -> None:
        """Look for one run of fewer than six words."""
        owners = self._short.get(run, ())
        if owner not in owners:
            self._short[run] = (*owners, owner)
        self._lengths.add(len(run))
        shortest = min(self._lengths)
        if self._width != min(2, shortest):
            self._width = min(2, shortest)
            self._glance = {own for other in self._short for own in in_a_row(other, self._width)}
        self._stride = shortest - self._width + 1
        self._glance.update(in_a_row(run, self._width))

    def read(self, words: Sequence[str]) -> Stretch:
        """A stretch of text that has these folded words."""
        if not words:
            return EMPTY
        return Stretch(self.find(words), tuple(map(intern, words[:EDGE])), tuple(map(intern, words[-EDGE:])))

    def may_hold(self, words: Sequence[str]) -> bool:
        """Whether there is any need to look at every place: where not, no run stands in these folded words."""
        return self._may_hold_cores(words) or self._may_hold_short(words)

    def _may_hold_cores(self, words: Sequence[str]) -> bool:
        return not self._cores.keys().isdisjoint(map(hash, every_third(words)))

    def _may_hold_short(self, words: Sequence[str]) -> bool:
        glances = zip(*(words[at :: self._stride] for at in range(self._width)), strict=False)
        return not self._glance.isdisjoint(glances)

    def find(self, words: Sequence[str]) -> Found:
        """The runs that stand in folded words."""
        found: dict[Owner, frozenset[Run]] = {}
        owners = self._may_own(words) if self._may_hold_cores(words) else ()
        runs = frozenset(in_a_row(words, LENGTH)) if owners else frozenset()
        for owner in owners:
            if theirs := self._runs_of(owner) & runs:
                found[owner] = theirs
        for length in self._lengths if self._may_hold_short(words) else ():
            for run in self._short.keys() & in_a_row(words, length):
                for owner in self._short[run]:
                    found[owner] = found.get(owner, frozenset()) | {run}
        return found or EMPTY.found

    def _may_own(self, words: Sequence[str]) -> set[Owner]:
        """Those of whom three cores in a row stand here, as they do in every run."""
        cores = [*map(self._cores.get, map(hash, in_a_row(words, CORE)))]
        owners: set[Owner] = set()
        last: tuple[Owner, ...] | None = None
        for first, second, third in zip(cores, cores[1:], cores[2:], strict=False):
            if first and second and third and not first is second is third is last:
                owners.update(set(first).intersection(second, third))
                last = first
        return owners

    def _runs_of(self, owner: Owner) -> frozenset[Run]:
        runs = self._runs.get(owner)
        if runs is None:
            runs = frozenset(run for text in self._texts[owner] for run in in_a_row(text.split(" "), LENGTH))
            remember(self._runs, owner, runs, KEPT)
        return runs

    def join(self, stretches: Iterable[Stretch]) -> Stretch:
        """Stretches that follow each other as one, with the runs that begin in one and end in another."""
        found: list[Found] = []
        begin: Run = ()
        end: Run = ()
        for own in stretches:
            if own.found:
                found.append(own.found)
            if not own.first:
                continue
            if end and (over := self._over(end, own.first)):
                found.append(over)
            if len(begin) < EDGE:
                begin = (begin + own.first)[:EDGE]
            end = own.last if len(own.last) == EDGE else (end + own.last)[-EDGE:]
        return Stretch(together(found), begin, end) if begin or found else EMPTY

    def _over(self, before: Run, after: Run) -> Found:
        """The runs over a cut: of six words there are three on one of its sides, and one beside them."""
        may_hold = (
            hash(before[-3:] + after[:1]) in self._cores
            or hash(before[-1:] + after[:3]) in self._cores
            or not self._glance.isdisjoint((before[-1:] + after[:1], before[-1:]))
        )
        return self.find(before + after) if may_hold else EMPTY.found


def every_third(words: Sequence[str]) -> Iterator[Run]:
    """Four words in a row from each place that is divisible by three."""
    return zip(words[::STEP], words[1::STEP], words[2::STEP], words[3::STEP], strict=False)


def in_a_row(words: Sequence[Any], length: int) -> Iterator[tuple[Any, ...]]:
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


def remember(known: dict[Any, Any], what: object, found: object, most: int) -> None:
    """Remember what was found, and not too much: where there is no more room, the older half is forgotten."""
    if len(known) >= most:
        for old in list(islice(known, (most + 1) // 2)):
            del known[old]
    known[what] = found
