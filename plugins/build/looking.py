"""
Looks: what checks of one text by itself find in it, kept for as long as their rules are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plugins.build.kept import Looks
from plugins.problems import Problem
from plugins.records.keeping import dump_problems
from plugins.records.reading import Named


class Look(NamedTuple):
    """
    A check of one text by itself, which may be kept: `digest` changes whenever it might find something else.

    `find` is given what the path says and the text; what cannot be decoded is not looked at.
    """

    name: str
    digest: str
    find: Callable[[Named, str], Iterable[Problem]]


def was_looked(found: Looks, look: Look) -> bool:
    """Whether a text in which this was found was looked at by the same rules."""
    before = found.get(look.name)
    return before is not None and before[0] == look.digest


def missing_of(looks: Sequence[Look], every: Iterable[Looks]) -> dict[int, tuple[Look, ...]]:
    """Which looks are missing in each thing that was found, by its identity: many texts share one."""
    return {id(found): tuple(look for look in looks if not was_looked(found, look)) for found in every}


def looked(looks: Iterable[Look], named: Named, text: str | Problem) -> Looks:
    """What looks find in a text."""
    return {
        look.name: (look.digest, dump_problems(list(look.find(named, text))) if isinstance(text, str) else ())
        for look in looks
    }
