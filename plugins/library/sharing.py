"""
What texts can have in common.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from operator import attrgetter

from plugins.records.record import Record

KINDS = ("topics", "places", "groups", "principles", "changes")
"""The fields of front matter that hold what texts share."""

shared_by = attrgetter("type", *(f"front.{kind}" for kind in KINDS))
"""The type of a text, and all that it can share with another."""


def places_of(record: Record) -> tuple[str, ...]:
    """The places of a text; a group's own comes first."""
    own = (record.front.place,) if record.type == "group" else ()
    return tuple(dict.fromkeys((*own, *record.front.places)))


def tags_of(record: Record) -> Iterable[Hashable]:
    """What a text can share with another."""
    front = record.front
    for kind in KINDS:
        for value in getattr(front, kind):
            yield (kind, value)
