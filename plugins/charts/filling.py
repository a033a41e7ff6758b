"""
Finds what a chart names: the figures of its facts, its source, and the languages it is told in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from plugins.charts.entries import Book, Entry, Place
from plugins.charts.model import ChartFront, Row
from plugins.charts.numbers import number_fault
from plugins.facts.figures import Figure, read_reference
from plugins.problems import Problem, did_you_mean
from plugins.records.document import Document

TOLD = ("title", "description", "unit", "period", "rest")
"""The fields that are words."""


def fill_rows(front: ChartFront, document: Document, path: str, book: Book) -> tuple[list[Entry], list[Problem]]:
    """The figures of a chart's rows, with what is wrong with any."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, row in enumerate(front.rows or ()):
        at = _at(document, path, ("rows", number, "fact"))
        figure = find_figure(row.fact, at, book)
        if isinstance(figure, Problem):
            problems.append(figure)
        else:
            entries.append(_entry(row, number, figure, document, path))
    return entries, problems


def _at(document: Document, path: str, place: tuple[str | int, ...]) -> Place:
    while place and place not in document.marks:
        place = place[:-1]
    return Place(path, document.marks[place] if place else (1, 1))


def find_figure(reference: str, at: Place, book: Book) -> Figure | Problem:
    """The figure that a reference names, if it is a number; else what is wrong with it."""
    fact, number = read_reference(reference) or ("", 1)
    try:
        figure = book.figure(fact, number)
    except LookupError:
        if fact not in book.facts:
            return at.problem(f'"{fact}" does not stand in content/facts', did_you_mean(fact, book.facts))
        known = f"{fact}/1 is its first one." if _has_figures(fact, book) else "It has none: choose another fact."
        return at.problem(f"{fact} has no figure {number}", known)
    if figure.amount is None:
        return at.problem(f'the figure "{figure.text}" is no number that can be drawn', "Choose another one.")
    return figure


def _has_figures(fact: str, book: Book) -> bool:
    try:
        return bool(book.figure(fact))
    except LookupError:
        return False


def _entry(row: Row, number: int, figure: Figure, document: Document, path: str) -> Entry:
    return Entry(
        labels=row.label,
        names=row.series,
        amount=figure.amount or Decimal(0),
        text=figure.text.partition(" per ")[0],
        at_label=_at(document, path, ("rows", number, "label")),
        at_value=_at(document, path, ("rows", number, "fact")),
        at_series=_at(document, path, ("rows", number, "series")),
        period=figure.period,
        unit=figure.unit,
        fact=figure.fact,
    )


def find_whole(front: ChartFront, at: Place, book: Book) -> tuple[Decimal | None, list[Problem]]:
    """What the parts of a share are said to be parts of; None where nothing is said."""
    if front.whole is None:
        return None, []
    if read_reference(front.whole):
        figure = find_figure(front.whole, at, book)
        if isinstance(figure, Problem):
            return None, [figure]
        amount = figure.amount or Decimal(0)
    else:
        fault = number_fault(front.whole)
        if fault:
            return None, [at.problem(f"whole: {fault[0]}", fault[1])]
        amount = Decimal(front.whole)
    if amount <= 0:
        return None, [at.problem("whole: this is nothing that could have parts", "Write a number above 0.")]
    return amount, []


def check_source(front: ChartFront, document: Document, path: str, book: Book) -> Iterator[Problem]:
    """The source of a chart stands in the register."""
    if front.source not in book.sources:
        what = f'source: "{front.source}" does not stand in content/facts/sources.yml'
        yield _at(document, path, ("source",)).problem(what, did_you_mean(front.source, book.sources))


def check_languages(front: ChartFront, document: Document, path: str, languages: Collection[str]) -> Iterator[Problem]:
    """Words stand in languages of the site, where these are known."""
    for place in _told_in(front):
        if languages and place[-1] not in languages:
            what = f'"{place[-1]}" is no language of this site'
            line, column = document.marks.get((*place[:-1], "\0key", place[-1]), (1, 1))
            yield Problem(path, line, column, what, did_you_mean(str(place[-1]), languages))


def _told_in(front: ChartFront) -> Iterator[tuple[str | int, ...]]:
    """The places of all words, each with its language last."""
    for name in TOLD:
        yield from ((name, code) for code in getattr(front, name) or ())
    for number, row in enumerate(front.rows or ()):
        for name in ("label", "series"):
            yield from (("rows", number, name, code) for code in getattr(row, name) or ())
