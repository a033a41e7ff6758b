"""
A chart as one page shows it, in one language: all that the page may tell of it, and nothing of where it lies.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from plugins.charts.model import DEFAULT, Chart, Cited, Point, Series, Told
from plugins.charts.numbers import print_amount, print_figure, print_percent


class Phrase(NamedTuple):
    """Words with their language, where it is not that of the page; else `tag` is empty."""

    text: str
    tag: str = ""


class ShownPoint(NamedTuple):
    """One figure: `text` is what is printed, `share` its part of the whole where that is not the same."""

    label: Phrase
    amount: Decimal
    text: str
    share: str = ""
    period: str = ""

    @property
    def value(self) -> str:
        """The figure with its part of the whole."""
        return f"{self.text} ({self.share})" if self.share else self.text


class ShownSeries(NamedTuple):
    """One group of figures; the only group of a chart has no name."""

    name: Phrase | None
    points: tuple[ShownPoint, ...]


class ShownChart(NamedTuple):
    """A chart in one language. `number` tells it from the same chart elsewhere on the page."""

    name: str
    number: int
    kind: str
    lang: str
    direction: str
    base: str
    """The path of the site on its host, without a closing slash."""
    title: Phrase
    description: Phrase
    unit: Phrase
    period: Phrase
    sources: tuple[Cited, ...]
    is_recalled: bool
    series: tuple[ShownSeries, ...]
    rest: ShownPoint | None = None
    """Of a share: what its parts leave of the whole."""

    @property
    def points(self) -> tuple[ShownPoint, ...]:
        """The figures of all groups, without the rest."""
        return tuple(point for series in self.series for point in series.points)


def chart_shown(
    chart: Chart, lang: str, direction: str, *, base: str = "", number: int = 1, default_tag: str = DEFAULT
) -> ShownChart:
    """
    A chart in a language; what nobody has said in it is shown in English, and says so by its tag.

    `number` counts the times that a page shows this chart, `default_tag` is
    how HTML names the English of the site.
    """

    def say(told: Told) -> Phrase:
        words = told.get(lang)
        return Phrase(words) if words is not None else Phrase(told[DEFAULT], default_tag)

    def show(series: Series) -> ShownSeries:
        points = tuple(_point(point, say(point.labels), chart.whole, lang) for point in series.points)
        return ShownSeries(say(series.names) if series.names else None, points)

    return ShownChart(
        name=chart.name,
        number=number,
        kind=chart.kind,
        lang=lang,
        direction=direction,
        base=base,
        title=say(chart.titles),
        description=say(chart.descriptions),
        unit=say(chart.units),
        period=say(chart.periods),
        sources=chart.sources,
        is_recalled=chart.is_recalled,
        series=tuple(show(series) for series in chart.series),
        rest=_rest(chart, say(chart.rest), lang) if chart.rest and chart.whole else None,
    )


def _point(point: Point, label: Phrase, whole: Decimal | None, lang: str) -> ShownPoint:
    is_percent = point.text.endswith("%")
    share = print_percent(point.amount, whole, lang) if whole and not is_percent else ""
    return ShownPoint(label, point.amount, print_figure(point.text, point.amount, lang), share, point.period)


def _rest(chart: Chart, label: Phrase, lang: str) -> ShownPoint:
    """What the parts leave, printed like the most exact of them."""
    whole = chart.whole or Decimal(0)
    amount = whole - sum((point.amount for point in chart.points), Decimal(0))
    like = max((point.text for point in chart.points), key=lambda text: len(text.partition(".")[2]))
    share = "" if like.endswith("%") else print_percent(amount, whole, lang)
    return ShownPoint(label, amount, print_amount(amount, like, lang), share)
