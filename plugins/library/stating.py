"""
What texts state: the figures that stand in their fields, and all facts they rest on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from plugins.charts.model import Chart
from plugins.facts.book import FactBook
from plugins.facts.figures import MARK, read_reference
from plugins.facts.review import is_stale
from plugins.library.facets import FilledFact
from plugins.once import Settle, make_anew
from plugins.records.part import Part
from plugins.records.record import FactPlace, Record

FIELDS = ("title", "summary", "answer", "share")
"""The fields in which a figure may stand."""


def state_facts(
    records: Sequence[Record], book: FactBook, charts: Mapping[str, Chart], settle: Settle[Any] = make_anew
) -> Iterator[Record]:
    """
    The texts as they are published: figures in their fields, all facts in `facts`, the day of the last change of any.

    A mark that names no figure stays as it is; the checks refuse it. `settle` remembers which facts the texts name.
    """

    def find() -> tuple[tuple[int, tuple[str, ...]], ...]:
        return tuple(
            (position, facts)
            for position, record in enumerate(records)
            if record.known.may_state and (facts := facts_of(record, charts))
        )

    named = dict(settle("facts", find))
    for position, record in enumerate(records):
        if position not in named:
            yield record
            continue
        facts = tuple(fact for fact in named[position] if fact in book.facts)
        yield record.with_front(partial(stated, facts, book), "facts", *facts, *book.digest_of(facts))


def stated(facts: tuple[str, ...], book: FactBook, front: Part) -> Part:
    """Front matter with its figures, and with the facts that its text states."""
    changed = max((change.date for change in book.changes(facts)), default=None)
    values = {name: fill(text, book) for name in FIELDS if (text := front.__dict__.get(name)) is not None}
    own = front.__dict__
    return front.model_copy({**values, "facts": facts, "updated": latest(own["date"], own["updated"], changed)})


def latest(first: date | None, updated: date | None, changed: date | None) -> date | None:
    """The day on which a text last changed: by its editors, or with a figure after it was first published."""
    if changed is None or (first and changed <= first):
        return updated
    return max(changed, updated) if updated else changed


def facts_of(record: Record, charts: Mapping[str, Chart]) -> tuple[str, ...]:
    """The ids of all facts that a text states, in its fields, its body or its charts, each once."""
    marked = [text for field in FIELDS if (text := record.own(field)) and "{fact:" in text]
    if not (marked or record.body.places or record.front.facts):
        return ()
    named = [*record.front.facts]
    targets = [place.target for place in record.body.facts]
    for text in marked:
        targets += MARK.findall(text)
    named += [reference[0] for target in targets if (reference := read_reference(target))]
    for place in record.body.charts:
        named += charts[place.target].facts if place.target in charts else ()
    return tuple(dict.fromkeys(named))


def fill(text: str | None, book: FactBook) -> str | None:
    """A line with each figure in place of its mark, with its period."""
    if not text or "{fact:" not in text:
        return text

    def put(match: re.Match[str]) -> str:
        reference = read_reference(match[1])
        try:
            return book.figure(*reference).dated if reference else match[0]
        except LookupError:
            return match[0]

    return MARK.sub(put, text)


def fill_fact(place: FactPlace, record: Record, book: FactBook) -> FilledFact | None:
    """A figure in a body, with the number of its source among those of the text; None for a mark that names none."""
    reference = read_reference(place.target)
    if reference is None:
        return None
    figure = book.figure(*reference)
    source = book.source_names(record.front.facts).index(book.facts[figure.fact].source) + 1
    return FilledFact(figure.text, figure.period, "" if figure.amount is None else str(figure.amount), source)


def corrections_of(record: Record, book: FactBook) -> tuple[tuple[date, str, str, str], ...]:
    """What was put right since a text was published: by its editors, and in the figures it states; newest first."""
    front = record.front
    own = [(found.date, found.was, found.now, "") for found in record.own("corrections", ())]
    own += [
        (change.date, change.old, change.new, change.reason)
        for change in book.changes(front.facts)
        if not front.date or change.date > front.date
    ]
    return tuple(sorted(own, reverse=True))


def is_text_stale(record: Record, book: FactBook, today: date) -> bool:
    """Whether a text, or a fact that it states, should have been checked again by now."""
    review_by = record.own("review_by")
    facts = record.front.facts
    return bool((review_by and is_stale(review_by, today)) or (facts and book.stale(facts, today)))


def stale_since(record: Record, book: FactBook, today: date) -> date | None:
    """The day of the last check of a text that should have been checked again by now; None for any other."""
    if not is_text_stale(record, book, today):
        return None
    reviewed = record.own("reviewed")
    days = [day for fact in book.stale(record.front.facts, today) if (day := book.checked_on(fact))]
    return min(days) if days else (reviewed.date if reviewed else record.front.date) or today
