"""
Entries: the figures of a chart before it is known whether they make one, each with the places to point at.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol

from plugins.charts.model import DEFAULT, Point, Told
from plugins.facts.figures import Figure
from plugins.facts.model import Fact, Source
from plugins.problems import Problem
from plugins.records.document import Mark


class Book(Protocol):
    """What charts ask of the book of facts."""

    @property
    def facts(self) -> Mapping[str, Fact]:
        """All facts by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id."""

    def figure(self, fact: str, number: int = 1) -> Figure:
        """One figure of a fact, counted from 1. LookupError where there is none."""


class Place(NamedTuple):
    """Where something stands."""

    path: str
    mark: Mark

    def problem(self, what: str, todo: str) -> Problem:
        """A problem at this place."""
        return Problem(self.path, *self.mark, what, todo)


class Entry(NamedTuple):
    """One figure with its label and group, from a fact or from a line of a table."""

    labels: Told
    names: Told | None
    amount: Decimal
    text: str
    at_label: Place
    at_value: Place
    at_series: Place
    period: str = ""
    unit: str = ""
    fact: str = ""

    @property
    def label(self) -> str:
        """The label in the language in which all of them are said."""
        return self.labels[DEFAULT]

    @property
    def group(self) -> str:
        """The name of the group; empty in a chart of one group."""
        return self.names[DEFAULT] if self.names else ""

    @property
    def point(self) -> Point:
        """The entry as a point of a valid chart."""
        return Point(self.labels, self.amount, self.text, self.period)
