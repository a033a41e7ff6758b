"""
A chart of the site: what editors write about it, and what it is once its figures are found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, NamedTuple

from plugins.facts.figures import read_reference
from plugins.records.fields import SLUG, Line, Listed, SourceId, choice, refusal
from plugins.records.part import AfterValidator, BeforeValidator, Field, Part

DEFAULT = "en"
"""The language in which everything is said; what another language lacks is shown in this one."""

KINDS = {
    "bar": "bars to compare a few things",
    "line": "a line through time",
    "share": "the parts of one whole",
    "multiples": "the same bars for several groups, one below the other",
}
"""The kinds of charts, and what each is for."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*\Z")
MOST_LETTERS = 300

Told = Mapping[str, str]
"""Words by language."""


def _by_language(value: Any) -> Any:
    if isinstance(value, str):
        return {DEFAULT: value}
    if isinstance(value, dict):
        for code in value:
            if not LANGUAGE.match(str(code)):
                raise refusal(f'"{code}" is no language', "Write a code such as en, cy or ar, then the words.")
        if DEFAULT not in value:
            raise refusal("the English words are missing", f"Add them: {{{DEFAULT}: …}}")
    return value


def _short(value: dict[str, str]) -> dict[str, str]:
    for code, words in value.items():
        if len(words) > MOST_LETTERS:
            raise refusal(f"the words in {code} are {len(words)} characters", f"Use at most {MOST_LETTERS}.")
    return value


def _reference(text: str) -> str:
    if read_reference(text) is None:
        raise refusal(
            f'"{text}" names no figure', "Write it like F-numbers-004, or F-numbers-004/2 for the second one."
        )
    return text


def _file(text: str) -> str:
    if not (text.endswith(".csv") and SLUG.match(text.removesuffix(".csv"))):
        raise refusal(f'"{text}" is no table of this folder', "Write the name of a file beside this one: arrivals.csv")
    return text


Words = Annotated[dict[str, Line], BeforeValidator(_by_language), AfterValidator(_short)]


class Row(Part):
    """One row of a chart that is made of facts."""

    label: Words = Field(description="What the figure is for, in each language: {en: Small boats, cy: Cychod bach}")
    fact: Annotated[Line, AfterValidator(_reference)] = Field(description="The figure: F-numbers-004/2")
    series: Words | None = Field(None, description="The group to which it belongs, in a chart of several groups")


class ChartFront(Part):
    """The file that describes a chart."""

    kind: Annotated[str, choice(*KINDS)] = Field(description="bar, line, share or multiples")
    title: Words = Field(description="What the chart is about, in each language, as in {en: Claims by year}")
    description: Words = Field(
        description="One or two sentences that say what it shows, for people who do not see it, in each language"
    )
    unit: Words = Field(description='What is counted, in each language: people, "% of claims", "£ a week"')
    period: Words = Field(description="The time for which it holds, printed beneath it")
    source: SourceId = Field(description="Where its figures come from, by the id in content/facts/sources.yml")
    rows: Annotated[tuple[Row, ...] | None, Listed] = Field(
        None, description="Its figures, one row each: {label: Small boats, fact: F-numbers-004}"
    )
    data: Annotated[Line, AfterValidator(_file)] | None = Field(
        None, description="In place of rows: the name of a CSV file beside this one"
    )
    whole: Line | None = Field(
        None, description="In a share: what the parts are parts of, as a number or a figure: F-support-025/3"
    )
    rest: Words | None = Field(None, description="In a share: what all other parts are called, in each language")


class Point(NamedTuple):
    """One figure of a chart."""

    labels: Told
    amount: Decimal
    text: str
    """The figure as it is printed in English: 41%, £4.76 billion."""
    period: str
    """The time for which this one figure holds; empty where it comes from a table."""


class Series(NamedTuple):
    """The points of one group; a chart of one group has no `names`."""

    names: Told | None
    points: tuple[Point, ...]


class Cited(NamedTuple):
    """A source as it is printed beneath a chart."""

    publisher: str
    title: str
    address: str
    date: str


class Chart(NamedTuple):
    """
    A valid chart with its figures.

    `sources` begins with that of the chart; those of its facts follow.
    """

    name: str
    kind: str
    titles: Told
    descriptions: Told
    units: Told
    periods: Told
    source: str
    sources: tuple[Cited, ...]
    facts: tuple[str, ...]
    """The ids of the facts it states, each once."""
    is_recalled: bool
    """Whether it states a fact that is known and was not read."""
    series: tuple[Series, ...]
    whole: Decimal | None = None
    """Of a share: the amount of which the points are parts, 100 where they are given in %."""
    rest: Told | None = None
    """Of a share: what the parts that are not told are called."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of all groups."""
        return tuple(point for series in self.series for point in series.points)
