"""
What texts can have in common.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from plugins.records.record import Record


def places_of(record: Record) -> tuple[str, ...]:
    """The places of a text; a group's own comes first."""
    own = (record.front.place,) if record.type == "group" else ()
    return tuple(dict.fromkeys((*own, *record.front.places)))


def tags_of(record: Record) -> Iterable[Hashable]:
    """What a text can share with another."""
    front = record.front
    for kind in ("topics", "places", "groups", "principles", "changes"):
        for value in getattr(front, kind):
            yield (kind, value)
