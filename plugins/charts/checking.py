"""
What a chart asks of its figures: enough of them and not too many, each once, and all of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from plugins.charts.entries import Entry, Place
from plugins.charts.model import DEFAULT, ChartFront
from plugins.facts.figures import TIMES
from plugins.problems import Problem, counted

FEWEST, MOST = 2, 60
MOST_LINES = 4
MOST_PARTS = 8
YEAR = re.compile(r"[12][0-9]{3}\Z")
DIGITS = re.compile(r"[0-9,]+\Z")
"""How a figure is printed that was counted and not rounded."""

SIGNS = ("%", "£")


class Draft(NamedTuple):
    """A chart whose figures are found, and not yet checked."""

    front: ChartFront
    entries: tuple[Entry, ...]
    at: Place
    """Where the figures begin: rows or data."""
    at_unit: Place
    at_rest: Place
    whole: Decimal | None
    """What a share is to add up to, where the chart says it."""

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the groups, in their order."""
        return tuple(dict.fromkeys(entry.group for entry in self.entries))

    def of_group(self, name: str) -> tuple[Entry, ...]:
        """The entries of one group."""
        return tuple(entry for entry in self.entries if entry.group == name)

    @property
    def total(self) -> Decimal | None:
        """What the parts of a share are parts of; None where it is not known."""
        if self.whole is not None:
            return self.whole
        return Decimal(100) if all(entry.text.endswith("%") for entry in self.entries) else None

    @property
    def left(self) -> Decimal:
        """What the parts of a share leave, 0 where they leave no more than rounding does."""
        found = (self.total or Decimal(0)) - sum((entry.amount for entry in self.entries), Decimal(0))
        return Decimal(0) if abs(found) <= self.slack else found

    @property
    def slack(self) -> Decimal:
        """By how much rounded parts may miss the whole: half of the last digit of each."""
        if self.whole is not None and all(DIGITS.match(entry.text) for entry in self.entries):
            return Decimal(0)
        return sum((_half_digit(entry.text) for entry in self.entries), Decimal(0))


def _half_digit(text: str) -> Decimal:
    """Half of the last digit of a printed figure: 0.5 of 41%, 50,000 of 2.7 million."""
    number, _, scale = text.strip("£%").partition(" ")
    return Decimal(5).scaleb(-1 - len(number.partition(".")[2])) * TIMES.get(f" {scale}", 1)


def check_count(draft: Draft) -> Iterator[Problem]:
    """A chart has enough figures to compare, and few enough to see."""
    number = len(draft.entries)
    if number < FEWEST:
        yield draft.at.problem(f"there is only {counted(number, 'figure')}", "A chart compares at least two: add more.")
    elif number > MOST:
        yield draft.at.problem(
            f"there are {number} figures", f"Use at most {MOST}: leave some out, or make two charts."
        )


def check_labels(draft: Draft) -> Iterator[Problem]:
    """No label stands twice in a group."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in draft.entries:
        first = seen.setdefault((entry.group, entry.label.casefold()), entry)
        if first is not entry:
            line = first.at_label.mark[0]
            yield entry.at_label.problem(f'the label "{entry.label}" stands in line {line} too', "Keep one of the two.")


def check_units(draft: Draft) -> Iterator[Problem]:
    """All figures count the same, and the unit of the chart says what."""
    first = draft.entries[0] if draft.entries else None
    for entry in draft.entries:
        if first and entry.unit != first.unit:
            what = f'this figure counts "{entry.unit}", and the first one "{first.unit}"'
            yield entry.at_value.problem(what, "Put figures of one unit into a chart; make another one for the others.")
    unit = draft.front.unit[DEFAULT]
    for sign in SIGNS if first and first.fact else ():
        if first and (sign in first.text) != unit.startswith(sign):
            what = f'unit: the figures are printed like {first.text}, and the unit is "{unit}"'
            yield draft.at_unit.problem(what, f"Begin the unit with {sign}, or leave it out, as the figures do.")


def check_groups(draft: Draft) -> Iterator[Problem]:
    """Where a chart has groups, each of its figures is in one, and all of them have the same labels."""
    kind = draft.front.kind
    for entry in draft.entries:
        if kind in ("bar", "share") and entry.names:
            todo = "Leave out the series, or choose the kind multiples or line."
            yield entry.at_series.problem(f"a {kind} chart has one group only", todo)
            return
        if kind == "multiples" and not entry.names:
            yield entry.at_series.problem("this figure is in no group", "Give it a series, or choose the kind bar.")
            return
    if len({entry.names is None for entry in draft.entries}) > 1:
        bare = next(entry for entry in draft.entries if not entry.names)
        yield bare.at_series.problem("this figure is in no group, and others are", "Give a series to each, or to none.")
    elif kind == "line" and len(draft.groups) > MOST_LINES:
        todo = f"Use at most {MOST_LINES}, or choose the kind multiples."
        yield draft.at.problem(f"these are {len(draft.groups)} lines", todo)
    else:
        yield from _same_labels(draft)


def _same_labels(draft: Draft) -> Iterator[Problem]:
    first, *others = draft.groups or ("",)
    wanted = [entry.label for entry in draft.of_group(first)]
    for name in others:
        group = draft.of_group(name)
        if [entry.label for entry in group] != wanted:
            what = f'the labels of "{name}" are not those of "{first}"'
            yield group[0].at_series.problem(what, f"Give it these, in this order: {', '.join(wanted)}.")


def check_years(draft: Draft) -> Iterator[Problem]:
    """A line goes through time: it has two points at least, and its years run forwards."""
    if draft.front.kind != "line":
        return
    for name in draft.groups:
        group = draft.of_group(name)
        if len(group) < 2:
            yield group[0].at_value.problem("one point makes no line", "Add another one, or choose the kind bar.")
        if all(YEAR.match(entry.label) for entry in group):
            for before, entry in pairwise(group):
                if entry.label < before.label:
                    what = f"the year {entry.label} comes after {before.label}"
                    yield entry.at_label.problem(what, "Put the earliest year first.")


def check_share(draft: Draft) -> Iterator[Problem]:
    """The parts of a share are parts of one whole, and what they leave has a name."""
    front, entries = draft.front, draft.entries
    if front.kind != "share":
        if front.whole or front.rest:
            field = "whole" if front.whole else "rest"
            yield draft.at_rest.problem(f"{field}: only a share has one", f"Remove it; the kind here is {front.kind}.")
        return
    if len(entries) > MOST_PARTS:
        yield draft.at.problem(f"these are {len(entries)} parts", f"Use at most {MOST_PARTS}, or choose the kind bar.")
    wrong = list(_check_parts(draft))
    yield from wrong
    if wrong or not entries:
        return
    if draft.left and not front.rest:
        share = (100 * draft.left / (draft.total or Decimal(1))).quantize(Decimal("0.1"))
        what = f"the parts leave {share}% of the whole, and nobody says what that is"
        yield draft.at.problem(what, "Add the line: rest: {en: …}")
    elif front.rest and not draft.left:
        yield draft.at_rest.problem("rest: the parts make up the whole, and nothing is left", "Remove the line.")


def _check_parts(draft: Draft) -> Iterator[Problem]:
    total, sum_of = draft.total, Decimal(0)
    if total is None and draft.entries:
        yield draft.at.problem(
            "the parts are not in %, and nobody says of what they are parts", "Add the line: whole: …"
        )
        return
    for entry in draft.entries:
        sum_of += entry.amount
        if entry.amount < 0:
            yield entry.at_value.problem(f"{entry.text} is less than nothing", "A share has no such part: choose bar.")
        elif total is not None and (entry.amount > total or sum_of > total + draft.slack):
            whole = "100%" if draft.whole is None else f"{total:,}"
            todo = "Look at the figures again, or choose the kind bar."
            yield entry.at_value.problem(f"this makes more than the whole, {whole}", todo)
            return
    if draft.entries and not sum_of:
        yield draft.at.problem("all parts are 0", "A share needs a part that is there.")


Rule = Callable[[Draft], Iterator[Problem]]

RULES: tuple[Rule, ...] = (check_count, check_labels, check_units, check_groups)
RULES_OF_KINDS: tuple[Rule, ...] = (check_years, check_share)
"""What is asked only of charts in which nothing else is wrong."""


def check_draft(draft: Draft) -> list[Problem]:
    """All that is wrong with the figures of a chart."""
    found = [problem for rule in RULES for problem in rule(draft)]
    return found or [problem for rule in RULES_OF_KINDS for problem in rule(draft)]
