"""
Draws lines through time. Time runs from left to right in every language, as readers of Arabic graphs expect it to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from plugins.charts.drawing import END, MIDDLE, START, WIDTH, Sheet, begin, finish
from plugins.charts.lettering import BOLD, LINE, SIZE, width_of, wrap
from plugins.charts.numbers import find_ticks, print_amount
from plugins.charts.shown import Phrase, ShownChart, ShownPoint, ShownSeries

TOP = 22
HIGH = 170
AIR = 7
WIDEST_LABEL = 96
YEAR = re.compile(r"[12][0-9]{3}\Z")


class Plot(NamedTuple):
    """Where each amount and each label stands."""

    left: float
    right: float
    ticks: tuple[Decimal, ...]
    places: tuple[float, ...]
    """How far along each label stands, from 0 to 1."""

    def x(self, count: int) -> float:
        """Where a label stands."""
        return self.left + (self.right - self.left) * self.places[count]

    def y(self, amount: Decimal) -> float:
        """How high an amount stands."""
        low, high = self.ticks[0], self.ticks[-1]
        return TOP + HIGH * float((high - amount) / (high - low))


def draw_lines(chart: ShownChart) -> Markup:
    """The chart of one line, or of a few."""
    mirrored = begin(chart)
    sheet = mirrored.unmirrored()
    plot = make_plot(chart)
    for tick, name in zip(plot.ticks, name_ticks(plot.ticks, chart), strict=True):
        y = plot.y(tick)
        sheet.line(plot.left, y, plot.right, y, "grid" if tick else "axis")
        sheet.words(plot.left - AIR, y + SIZE * 0.36, name, "tick", END)
    bottom = draw_times(sheet, plot, chart)
    for count, series in enumerate(chart.series):
        draw_series(sheet, plot, series, count, len(chart.series) == 1)
    for name, y in find_ends(plot, chart):
        sheet.words(plot.right + AIR, y + SIZE * 0.36, name, "value")
    if len(chart.series) > 1:
        bottom = draw_key(mirrored, chart.series, bottom + 10)
    return finish(mirrored, bottom)


def make_plot(chart: ShownChart) -> Plot:
    """The plot for the figures of a chart."""
    amounts = [point.amount for point in chart.points]
    ticks = find_ticks(min(Decimal(0), *amounts), max(Decimal(0), *amounts))
    left = max(width_of(name) for name in name_ticks(ticks, chart)) + AIR
    right = WIDTH - max(width_of(series.points[-1].value, BOLD) for series in chart.series) - AIR
    if right - left < WIDTH / 3:
        left, right = 0.0, float(WIDTH)
    return Plot(left, right, ticks, find_times(chart.series[0].points))


def find_times(points: Sequence[ShownPoint]) -> tuple[float, ...]:
    """How far along each label stands: years as far apart as they are, all else evenly."""
    labels = [point.label.text for point in points]
    if all(YEAR.match(label) for label in labels) and labels[0] < labels[-1]:
        first, last = int(labels[0]), int(labels[-1])
        return tuple((int(label) - first) / (last - first) for label in labels)
    return tuple(count / (len(labels) - 1) for count in range(len(labels)))


def name_ticks(ticks: Sequence[Decimal], chart: ShownChart) -> list[str]:
    """The numbers of the axis, printed like the figures."""
    like = chart.points[0].text
    step = ticks[1] - ticks[0]
    places = max(0, -int(step.normalize().as_tuple().exponent))
    scale = " million" if step >= 1_000_000 else ""
    form = f"{'£' if '£' in like else ''}0{'.' + '0' * places if places else ''}{scale}{'%' if '%' in like else ''}"
    return [print_amount(tick, form, chart.lang) for tick in ticks]


def draw_series(sheet: Sheet, plot: Plot, series: ShownSeries, count: int, is_only: bool) -> None:
    """One line with its marks; the only line of a chart has the figures of its first and its highest point too."""
    at = [(plot.x(number), plot.y(point.amount)) for number, point in enumerate(series.points)]
    sheet.path(at, f"line line--{count + 1}")
    for x, y in at:
        sheet.mark(x, y, count, f"mark mark--{count + 1}")
    for number in find_told(plot, series.points) if is_only else ():
        x, y = at[number]
        sheet.words(*_beside(x, y, plot, number), series.points[number].value, "value halo", _side(number))


def _side(number: int) -> str:
    return MIDDLE if number else START


def _beside(x: float, y: float, plot: Plot, number: int) -> tuple[float, float]:
    """Where the figure of a point stands: above it; that of the first one a little aside of the axis."""
    return (x if number else max(plot.left, x - 4) + 2), y - 10


def find_told(plot: Plot, points: Sequence[ShownPoint]) -> tuple[int, ...]:
    """The first point and the highest, where their figures do not stand over each other; the last has its own place."""
    last = len(points) - 1
    peak = max(range(len(points)), key=lambda number: points[number].amount)
    told = [0]
    if peak not in (0, last):
        half = width_of(points[peak].value, BOLD) / 2
        clear = plot.x(0) + width_of(points[0].value, BOLD) + AIR < plot.x(peak) - half
        is_high = abs(plot.y(points[0].amount) - plot.y(points[peak].amount)) > SIZE
        if (clear or is_high) and plot.x(peak) + half <= WIDTH and plot.x(peak) - half >= 0:
            told.append(peak)
    return tuple(told)


def find_ends(plot: Plot, chart: ShownChart) -> Iterator[tuple[str, float]]:
    """The last figure of each line, to stand after it: each once, and never over another."""
    ends = sorted({(plot.y(own.points[-1].amount), own.points[-1].value) for own in chart.series})
    if plot.right == WIDTH:
        return
    edge = float(TOP - LINE)
    places: list[tuple[str, float]] = []
    for y, name in ends:
        edge = max(y, edge + LINE)
        places.append((name, edge))
    over = max(0.0, places[-1][1] - (TOP + HIGH))
    yield from ((name, y - over) for name, y in places)


def draw_times(sheet: Sheet, plot: Plot, chart: ShownChart) -> float:
    """The labels below the plot, as many as there is room for; returns where they end."""
    points = chart.series[0].points
    base = float(TOP + HIGH)
    bottom = base
    for number in find_labels(plot, points):
        label, x = points[number].label, plot.x(number)
        sheet.line(x, base, x, base + 4, "axis")
        lines = wrap(label.text, WIDEST_LABEL)
        half = max(map(width_of, lines)) / 2
        x = min(max(x, half), WIDTH - half)
        for count, line in enumerate(lines):
            y = base + 6 + SIZE + count * LINE
            sheet.words(x, y, Phrase(line, label.tag), "tick", MIDDLE)
            bottom = max(bottom, y + 6)
    return bottom


def find_labels(plot: Plot, points: Sequence[ShownPoint]) -> list[int]:
    """Which labels are printed: the last, the first, the highest, and of the others those with room."""
    peak = max(range(len(points)), key=lambda number: points[number].amount)
    wanted = dict.fromkeys((len(points) - 1, 0, peak, *range(len(points))))
    taken: list[tuple[float, float]] = []
    shown = []
    for number in wanted:
        half = max(map(width_of, wrap(points[number].label.text, WIDEST_LABEL))) / 2
        middle = min(max(plot.x(number), half), WIDTH - half)
        if all(middle + half + AIR <= start or middle - half - AIR >= end for start, end in taken):
            taken.append((middle - half, middle + half))
            shown.append(number)
    return sorted(shown)


def draw_key(sheet: Sheet, lines: Sequence[ShownSeries], y: float) -> float:
    """What each line is, below the plot; returns where it ends."""
    for count, series in enumerate(lines):
        name = series.name or Phrase("")
        middle = y + SIZE * 0.5
        sheet.line(0, middle, 34, middle, f"line line--{count + 1}")
        sheet.mark(17, middle, count, f"mark mark--{count + 1}")
        y = sheet.block(42, y + SIZE * 0.86, wrap(name.text, WIDTH - 42), name.tag) + 12
    return y - 4
