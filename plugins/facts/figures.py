"""
Figures: the numbers marked in claims, and the marks by which texts print them.

A claim marks its figures with braces, `{41,472} people came in 2025`; a figure
for another time than the rest of the claim says so: `{45,774|2022}`.
A text prints one with `{fact:F-numbers-005}`, the third with `{fact:F-numbers-005/3}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from plugins.once import regex

FIGURE = regex(r"\{([^{}|]+)(?:\|([^{}|]+))?\}")
MARK = regex(r"\{fact:([^{}\n]*)\}")
REFERENCE = regex(r"(F-[a-z]+-\d{3})(?:/([1-9]\d?))?\Z")
AMOUNT = regex(r"£?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?( million| billion)?%?(?: per \d[\d,]*.*)?\Z")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TIMES = {" million": 1_000_000, " billion": 1_000_000_000}


class Figure(NamedTuple):
    """One number of a fact, as it is printed, with the time for which it holds and its unit."""

    fact: str
    text: str
    period: str
    amount: Decimal | None
    unit: str

    @property
    def dated(self) -> str:
        """The figure with its period, as texts print it."""
        return f"{self.text} ({self.period})" if self.period else self.text


def plain_claim(claim: str) -> str:
    """A claim without the marks of its figures, as a reader reads it."""
    return FIGURE.sub(lambda match: match[1], claim)


def figures_of(fact: str, claim: str, units: Sequence[str], period: str) -> tuple[Figure, ...]:
    """The figures marked in a claim, in their order; `units` has one for each."""
    return tuple(
        Figure(fact, match[1], in_brackets(match[2] or period), amount_of(match[1]), unit)
        for match, unit in zip(FIGURE.finditer(claim), units, strict=True)
    )


def in_brackets(period: str) -> str:
    """A time as it is printed in brackets: small at its beginning, unless a month or a short form stands there."""
    first = period.partition(" ")[0]
    is_name = first[:3] in MONTHS or not first.isalpha() or first.isupper()
    return period if is_name else period[:1].lower() + period[1:]


def amount_of(text: str) -> Decimal | None:
    """The number that a printed figure is: 41,472 or £4.76 billion or 41%; None where it is none."""
    match = AMOUNT.match(text)
    if not match:
        return None
    number = Decimal(match[1].replace(",", "") + (match[2] or ""))
    return number * TIMES[match[3]] if match[3] else number


def values_of(claim: str) -> tuple[str, ...]:
    """The figures of a claim as they are printed."""
    return tuple(match[1] for match in FIGURE.finditer(claim))


def with_values(claim: str, values: Sequence[str], period: str | None = None) -> str:
    """A claim with other figures in the same places; a new `period` ends the times of single figures."""
    new = iter(values)

    def put(match: re.Match[str]) -> str:
        own = f"|{match[2]}" if match[2] and period is None else ""
        return "{" + next(new) + own + "}"

    return FIGURE.sub(put, claim)


def read_reference(text: str) -> tuple[str, int] | None:
    """The fact and the number of its figure that a mark names: F-numbers-005/3; None where it names none."""
    match = REFERENCE.match(text.strip())
    return (match[1], int(match[2] or 1)) if match else None


def find_marks(text: str) -> Iterator[str]:
    """What the marks in a text name."""
    return (match[1] for match in MARK.finditer(text))
