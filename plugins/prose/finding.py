"""
The words of the terms file in a text of ours, each at its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from plugins.prose.prose import Prose, read_body
from plugins.prose.terms import Entry, Terms

RUN = re.compile(r"\w+")


class Finding(NamedTuple):
    """Words of an entry that stand in a text, from `start` to `end`."""

    start: int
    end: int
    entry: Entry


def find_terms(text: str, terms: Terms) -> Iterator[Finding]:
    """
    The terms in a Markdown text without fields, by place.

    What is quoted, code, an address or the myth of a claim is not searched.
    """
    yield from find_in(read_body(text), terms)


def find_in(prose: Prose, terms: Terms) -> list[Finding]:
    """The terms in prose, by place; what two entries claim goes to the graver, then to the longer one."""
    entries = terms.within(frozenset(RUN.findall(prose.own.lower().replace("_", " "))))
    found = [finding for entry in entries for finding in _find(prose, entry)]
    return _without_overlaps(found) if len(entries) > 1 else found


def _without_overlaps(found: list[Finding]) -> list[Finding]:
    """By place, without those that share a letter with a graver or a longer one."""
    taken: set[int] = set()
    kept = []
    for finding in sorted(found, key=lambda one: (not one.entry.blocks, one.start - one.end, one.start)):
        places = range(finding.start, finding.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(finding)
    return sorted(kept, key=lambda one: one.start)


def _find(prose: Prose, entry: Entry) -> Iterator[Finding]:
    """The words of one entry, where they are meant."""
    found = _places(entry.words, prose.own)
    if found and entry.exception:
        allowed = _places(entry.exception, prose.own)
        found = [(start, end) for start, end in found if not _is_within(start, end, allowed)]
    if found and entry.near:
        meant = [(one.start, one.end) for one in prose.sentences if entry.near.search(prose.own, one.start, one.end)]
        found = [(start, end) for start, end in found if _is_within(start, start + 1, meant)]
    return (Finding(start, end, entry) for start, end in found)


def _places(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _is_within(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    """Whether one of some places, in their order, holds another."""
    at = bisect_right(places, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= places[at][1]
