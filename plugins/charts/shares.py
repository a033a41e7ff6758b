"""
Draws a share: one bar that is the whole, its parts numbered, and a list that says what each is.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from plugins.charts.drawing import END, MIDDLE, WIDTH, Sheet, begin, finish
from plugins.charts.lettering import BOLD, LINE, SIZE, width_of, wrap
from plugins.charts.shown import ShownChart, ShownPoint

HIGH = 40
NUMBERS = 18
"""The room above the bar for the numbers of its parts."""

APART = 16
"""How far the numbers stand from each other at least."""

GAP = 2
SWATCH = 16
INDENT = 46
REST = "part part--rest"


def draw_share(chart: ShownChart) -> Markup:
    """The chart of the parts of a whole."""
    sheet = begin(chart)
    parts = [(point, f"part part--{count}") for count, point in enumerate(chart.points, start=1)]
    if chart.rest:
        parts.append((chart.rest, REST))
    spans = find_spans([float(point.amount) for point, _ in parts])
    for count, ((_, part), (start, length), place) in enumerate(zip(parts, spans, find_places(spans), strict=True), 1):
        draw_part(sheet, start, length, part)
        middle = start + length / 2
        sheet.words(place, SIZE - 2, str(count), "number", MIDDLE)
        sheet.line(place, SIZE + 1, middle, NUMBERS + 2, "lead")
    y = NUMBERS + HIGH + 12.0
    for count, (point, part) in enumerate(parts, start=1):
        y = draw_entry(sheet, y, count, point, part)
    return finish(sheet, y - 4)


def draw_part(sheet: Sheet, start: float, length: float, part: str) -> None:
    """One part of the bar, with a little air to the next one."""
    gap = min(GAP, length / 2)
    sheet.box(start + gap / 2, NUMBERS + 4, length - gap, HIGH, part)


def find_spans(amounts: Sequence[float]) -> list[tuple[float, float]]:
    """Where each part begins and how long it is, so that all of them fill the bar."""
    total = sum(amounts)
    spans: list[tuple[float, float]] = []
    start = 0.0
    for amount in amounts:
        length = WIDTH * amount / total if total else 0.0
        spans.append((start, length))
        start += length
    return spans


def find_places(spans: Sequence[tuple[float, float]]) -> list[float]:
    """Where the numbers of parts stand: above their middles, and never over each other."""
    places: list[float] = []
    edge = APART / 2
    for start, length in spans:
        edge = max(start + length / 2, edge)
        places.append(edge)
        edge += APART
    edge = WIDTH - APART / 2
    for count in range(len(places) - 1, -1, -1):
        places[count] = min(places[count], edge)
        edge = places[count] - APART
    return places


def draw_entry(sheet: Sheet, y: float, count: int, point: ShownPoint, part: str) -> float:
    """One line of the list: number, colour, words and figure; returns where the next one begins."""
    line = y + SIZE - 1
    sheet.words(10, line, str(count), "number", END)
    sheet.box(18, y, SWATCH, SWATCH, part)
    figure = width_of(point.value, BOLD)
    if figure > WIDTH / 2:
        line = sheet.block(INDENT, line, wrap(point.label.text, WIDTH - INDENT), point.label.tag)
        line = sheet.block(INDENT, line + LINE, wrap(point.value, WIDTH - INDENT, BOLD), "", "value")
    else:
        sheet.words(WIDTH, line, point.value, "value", END)
        line = sheet.block(INDENT, line, wrap(point.label.text, WIDTH - INDENT - figure - 10), point.label.tag)
    return line + 12
