"""
Everything that was put right: in figures, by their history, and in texts, by their editors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from plugins.facts.book import FactBook
from plugins.library.facets import Link
from plugins.library.shelf import Shelf


class Corrected(NamedTuple):
    """One correction: what it was made in, what that said, what it says, why, and how large the step was."""

    date: date
    id: str
    """The id of the fact, or the opaque id of the text."""
    number: int
    """Which of the corrections of this fact or text it is, counted from 1."""
    link: Link
    was: str
    now: str
    reason: str
    severity: str
    """Empty for what editors put right in a text."""
    is_text: bool = False


def find_corrections(book: FactBook, shelf: Shelf, link_of: Callable[[str], Link]) -> Iterator[Corrected]:
    """The corrections of all facts, and of the texts on a shelf; `link_of` gives the page of a fact."""
    for name in sorted(book.history):
        for number, own in enumerate(reversed(book.changes([name])), start=1):
            yield Corrected(own.date, name, number, link_of(name), own.old, own.new, own.reason, own.severity)
    for record in shelf.corrected:
        for number, found in enumerate(record.own("corrections", ()), start=1):
            link = shelf.link(record).value
            yield Corrected(found.date, record.id, number, link, found.was, found.now, "", "", is_text=True)
