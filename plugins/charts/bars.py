"""
Draws bars: one for each figure, all from the same line, as long as their figures are large.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from plugins.charts.drawing import END, WIDTH, Sheet, begin, finish
from plugins.charts.lettering import BOLD, LINE, SIZE, width_of, wrap
from plugins.charts.shown import ShownChart, ShownPoint

THICK = 16
BETWEEN = 10
BETWEEN_STACKED = 15
"""Between bars whose labels stand above them, so that each label is seen to belong to its own bar."""

WIDEST_LABEL = 112
"""A label stands beside its bar if all labels are as short, and above it otherwise."""

LEAST_ROOM = 100
"""Units across that are left for bars; where figures are longer, they stand above their bars."""

AIR = 6


class Ruler(NamedTuple):
    """How all bars of a chart are laid out: where 0 is, how long 1 is, and where the words stand."""

    column: float
    """How wide the labels beside the bars are; 0 where they stand above."""
    zero: float
    unit: float
    is_value_above: bool

    def span(self, amount: float) -> tuple[float, float]:
        """Where the bar of an amount begins, and how long it is."""
        length = abs(amount) * self.unit
        return (self.zero - length if amount < 0 else self.zero), length


def make_ruler(points: Sequence[ShownPoint]) -> Ruler:
    """The ruler for bars that are to be compared."""
    widest = max(width_of(point.label.text) for point in points)
    column = widest + AIR if widest <= WIDEST_LABEL else 0.0
    after, before = _ends(points)
    is_above = WIDTH - column - after - before < LEAST_ROOM
    if is_above and column:
        column, is_above = 0.0, WIDTH - after - before < LEAST_ROOM
    if is_above:
        after = before = 0.0
    low = min(0.0, *(float(point.amount) for point in points))
    high = max(0.0, *(float(point.amount) for point in points))
    room = WIDTH - column - after - before - 1
    unit = room / (high - low) if high > low else 0.0
    return Ruler(column, column + before - low * unit, unit, is_above)


def _ends(points: Sequence[ShownPoint]) -> tuple[float, float]:
    """The room for figures after the longest bars, and before those of numbers below 0."""
    widths = [(width_of(point.value, BOLD) + AIR, point.amount < 0) for point in points]
    after = max((width for width, is_below in widths if not is_below), default=0.0)
    return after, max((width for width, is_below in widths if is_below), default=0.0)


def draw_bars(chart: ShownChart) -> Markup:
    """The chart of one group of bars."""
    sheet = begin(chart)
    points = chart.points
    return finish(sheet, draw_group(sheet, points, make_ruler(points), 0))


def draw_multiples(chart: ShownChart) -> Markup:
    """The same bars for several groups, below each other and to one scale."""
    sheet = begin(chart)
    ruler = make_ruler(chart.points)
    y = 0.0
    for count, series in enumerate(chart.series):
        y += LINE * 1.2 if count else 0
        name = series.name
        if name:
            y = sheet.block(0, y + SIZE, wrap(name.text, WIDTH, BOLD), name.tag, "group") + 8
        y = draw_group(sheet, series.points, ruler, y)
    return finish(sheet, y)


def draw_group(sheet: Sheet, points: Sequence[ShownPoint], ruler: Ruler, top: float) -> float:
    """Bars below each other, from a height on; returns where they end."""
    y = top
    for count, point in enumerate(points):
        y += (BETWEEN if ruler.column else BETWEEN_STACKED) if count else 2
        y = _draw_bar(sheet, point, ruler, y)
    y += 2
    sheet.line(ruler.zero, top, ruler.zero, y, "axis")
    return y


def _draw_bar(sheet: Sheet, point: ShownPoint, ruler: Ruler, y: float) -> float:
    """One bar with its words; returns where it ends."""
    label, tag = point.label.text, point.label.tag
    indent = ruler.zero + AIR if ruler.zero < 2 else 0
    middle = y + THICK / 2 + SIZE * 0.36
    if ruler.column:
        sheet.words(ruler.column - AIR, middle, point.label, side=END)
    else:
        lines = wrap(label, WIDTH - indent)
        y = sheet.block(indent, y + SIZE - 2, lines, tag) + AIR
        if ruler.is_value_above:
            y = sheet.block(indent, y + SIZE - 2, wrap(point.value, WIDTH - indent, BOLD), "", "value") + AIR
        middle = y + THICK / 2 + SIZE * 0.36
    start, length = ruler.span(float(point.amount))
    sheet.box(start, y, length, THICK, "bar")
    if not ruler.is_value_above:
        is_below = point.amount < 0
        x = start - AIR if is_below else start + length + AIR
        sheet.words(x, middle, point.value, "value", END if is_below else "start")
    return y + THICK
