"""
Bodies that were made before: a text whose bytes have not changed is not parsed again.

The cache holds words of people, so it keeps nothing that the last reading did not use, and it is searched like every
other file of the project when a text is withdrawn. A cache that is missing, broken or of other software counts for
nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from plugins.build.software import software_digest
from plugins.outputs import fingerprint
from plugins.problems import Problem, Severity
from plugins.records.record import Body, ChartPlace, Claim, FactPlace, LinkPlace, Place, QuotePlace, WordPlace

Made = tuple[Body, list[Problem]]
Render = Callable[[str, int, str, str], Made]

KINDS: tuple[type[Any], ...] = (LinkPlace, QuotePlace, FactPlace, ChartPlace, WordPlace)
"""The kinds of places; the cache names each by its number here."""

UNREADABLE = (OSError, ValueError, TypeError, LookupError, AssertionError, RecursionError)


class CachedBodies:
    """
    Makes bodies with `render`, or gives those of the cache file; None for a file means that nothing is kept.
    """

    def __init__(self, file: Path | None, render: Render) -> None:
        self._file = file
        self._render = render
        self._software = software_digest()
        self._old = read_cache(file, self._software) if file else {}
        self._used: dict[str, Any] = {}

    def __call__(self, text: str, first_line: int, path: str, lang: str) -> Made:
        """The body of a text with all that is wrong in it, as `render` would give it."""
        key = fingerprint("body", text, str(first_line), path, lang)
        if key in self._old:
            try:
                made = load(self._old[key])
            except UNREADABLE:
                made = self._render(text, first_line, path, lang)
        else:
            made = self._render(text, first_line, path, lang)
        if self._file:
            self._used[key] = self._old.get(key) or dump(made)
        return made

    def save(self) -> None:
        """Keep what was used, and nothing else; a folder that cannot be written to is no fault."""
        if self._file is None or self._used.keys() == self._old.keys():
            return
        waiting = self._file.with_name(f".{self._file.name}.new")
        try:
            self._file.parent.mkdir(exist_ok=True)
            waiting.write_text(json.dumps([self._software, self._used], ensure_ascii=False), "utf-8")
            waiting.replace(self._file)
        except OSError:
            with suppress(OSError):
                waiting.unlink()


def read_cache(file: Path, software: str) -> dict[str, Any]:
    """What a cache file holds for this software."""
    try:
        made_by, entries = json.loads(file.read_text("utf-8"))
    except UNREADABLE:
        return {}
    return entries if made_by == software and isinstance(entries, dict) else {}


def dump(made: Made) -> list[Any]:
    """A body and its problems as plain lists."""
    body, problems = made
    places = [[KINDS.index(type(place)), *(getattr(place, name) for name in place.__slots__)] for place in body.places]
    claims = [[getattr(claim, name) for name in claim.__slots__] for claim in body.claims]
    told = [[own.path, own.line, own.column, own.what, own.todo, own.severity.value] for own in problems]
    return [list(body.parts), places, body.words, claims, told]


def load(entry: Any) -> Made:
    """A body and its problems from plain lists; one of UNREADABLE where they are none."""
    parts, places, words, claims, told = entry
    made: tuple[Place, ...] = tuple(KINDS[kind](*values) for kind, *values in places)
    body = Body(tuple(parts), made, words, tuple(Claim(*values) for values in claims))
    problems = [Problem(path, line, column, what, todo, Severity(own)) for path, line, column, what, todo, own in told]
    return body, problems
