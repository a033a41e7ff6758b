"""
What figures ask of texts: that each stands in the book, and that nobody's own words hold any of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from plugins.facts.book import FactBook
from plugins.facts.figures import MARK, read_reference
from plugins.facts.review import is_stale
from plugins.library.stating import FIELDS
from plugins.library.texts import Texts
from plugins.problems import Problem, Severity, did_you_mean
from plugins.records.record import Record

OWN = "the words of a testimony are her own: no fact, claim or chart of ours stands in them"


def check_figures(texts: Texts) -> Iterator[Problem]:
    """Each mark names a figure that a fact of the book has."""
    book = texts.gathered.facts
    for record in texts.records:
        for place in record.body.facts:
            fault = figure_fault(place.target, book)
            if fault:
                yield Problem(record.path, place.line, 1, *fault)
        for field in FIELDS:
            for target in MARK.findall(record.own(field) or ""):
                fault = figure_fault(target, book)
                if fault:
                    yield record.problem((field,), *fault)


def figure_fault(target: str, book: FactBook) -> tuple[str, str] | None:
    """What is wrong with the name of a figure, and what to do; None where nothing is."""
    reference = read_reference(target)
    if reference is None:
        return f'"{target}" names no figure', "Write it like {fact:F-numbers-004} or {fact:F-numbers-004/2}."
    name, number = reference
    if name not in book.facts:
        return f'"{name}" does not stand in content/facts', did_you_mean(name, book.facts)
    found = book.figures(name)
    if number <= len(found):
        return None
    known = ", ".join(f"{at} is {figure.text}" for at, figure in enumerate(found, start=1))
    todo = f"It has: {known}." if known else "It has none: say it in words, and name it in the field facts."
    return f"{name} has no figure {number}", todo


def check_own_words(texts: Texts) -> Iterator[Problem]:
    """Nothing of ours stands in the words of a testimony."""
    for record in texts.records:
        if record.type != "testimony":
            continue
        lines = [place.line for place in record.body.facts] + [place.line for place in record.body.charts]
        for line in sorted({*lines, *(claim.line for claim in record.body.claims)}):
            yield Problem(record.path, line, 1, OWN, "Take it out, and have the words read back again.")
        for field in FIELDS:
            if MARK.search(record.own(field) or ""):
                yield record.problem((field,), OWN, "Take it out, and have the words read back again.")


def check_charts(texts: Texts) -> Iterator[Problem]:
    """A text names a chart that is there."""
    charts = texts.gathered.charts
    for record in texts.records:
        for place in record.body.charts:
            if place.target not in charts:
                what = f'there is no chart "{place.target}" in content/charts'
                yield Problem(record.path, place.line, 1, what, did_you_mean(place.target, charts))
            elif record.own("layout", "") in ("home", "path", "feeds", "embed"):
                what = "this page has a form of its own, in which no chart has a place"
                yield Problem(record.path, place.line, 1, what, "Show the chart in an explainer or on another page.")


def check_repeated_myths(texts: Texts) -> Iterator[Problem]:
    """A myth is answered once in a text."""
    for record in texts.records:
        yield from _twice(record)


def _twice(record: Record) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for claim in record.body.claims:
        first = seen.setdefault(claim.myth.casefold(), claim.line)
        if first != claim.line:
            what = f"this myth is told in line {first} already"
            yield Problem(record.path, claim.line, 1, what, "Say it once; answer it once.")


def first_review(records: Iterable[Record]) -> int:
    """The first day by which one of some texts should be checked again, as its ordinal; the last of all for none."""
    return min(
        (due.toordinal() for record in records if (due := record.own("review_by"))), default=date.max.toordinal()
    )


def warn_of_reviews(records: Iterable[Record], today: date) -> Iterator[Problem]:
    """Each text that should have been checked again by now."""
    for record in records:
        due = record.own("review_by")
        if due and is_stale(due, today):
            what = f"this text should have been checked by {due}"
            todo = "Check its facts, then write the new day here, and who checked it into reviewed."
            yield record.problem(("review_by",), what, todo, Severity.WARNING)


FACT_RULES: tuple[Callable[[Texts], Iterator[Problem]], ...] = (
    check_figures,
    check_own_words,
    check_charts,
    check_repeated_myths,
)
