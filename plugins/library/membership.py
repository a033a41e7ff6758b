"""
Which series a text is part of: everything, its type, topics, places, groups, principles, changes and language.

Each series has feeds and embeds of its own, named as in `topic/work`.
"""

from __future__ import annotations

from plugins.library.sharing import places_of
from plugins.records.record import Record

ALL = "all"
"""The series of everything."""

AUDIO = "audio"
"""The series of everything that can be heard."""

KINDS = ("type", "topic", "place", "group", "principle", "change", "language")

ONCE_PER_LANGUAGE = (ALL, "language", AUDIO)
"""Kinds of series that hold every language of a text, or of a recording; the others hold each text once."""


def series_of(record: Record) -> tuple[str, ...]:
    """The series of a text in one language, that of everything first."""
    front = record.front
    found = [ALL, f"type/{record.type}"]
    found += [f"topic/{slug}" for slug in front.topics]
    found += [f"place/{slug}" for slug in places_of(record)]
    found += [f"group/{slug}" for slug in front.groups]
    found += [f"principle/{number}" for number in front.principles]
    found += [f"change/{number}" for number in front.changes]
    found += [AUDIO] if record.own("audio") and not record.is_translation else []
    return (*dict.fromkeys(found), f"language/{record.lang}")


def holds_languages(series: str) -> bool:
    """Whether a series holds every language of a text, and not each text once."""
    return series.partition("/")[0] in ONCE_PER_LANGUAGE


def terms_of(record: Record) -> tuple[str, ...]:
    """The series that its type and its language do not tell: topics, places, groups, principles and changes."""
    return tuple(name for name in series_of(record)[2:] if not name.startswith("language/"))
