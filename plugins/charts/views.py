"""
A chart as templates show it: the drawing, and the same figures as a table.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from plugins.charts.downloads import table_path
from plugins.charts.model import Cited
from plugins.charts.shown import Phrase, ShownChart, ShownPoint


class TableRow(NamedTuple):
    """One line of the table: a label and its figures."""

    label: Phrase
    figures: tuple[str, ...]
    period: str = ""


class ChartView(NamedTuple):
    """What a template needs for one chart; each phrase has a `tag` where it is not in the language of the page."""

    name: str
    kind: str
    svg: Markup
    title: Phrase
    description: Phrase
    unit: Phrase
    period: Phrase
    sources: tuple[Cited, ...]
    is_recalled: bool
    headers: tuple[Phrase, ...]
    """What stands above the columns of figures."""
    rows: tuple[TableRow, ...]
    has_periods: bool
    """Whether the table says for each figure when it holds, because they differ."""
    csv: str
    """Where the table can be downloaded, from the root of the host."""


def make_view(shown: ShownChart) -> ChartView:
    """The view of a chart that a page shows."""
    rows = rows_of(shown)
    return ChartView(
        name=shown.name,
        kind=shown.kind,
        svg=draw(shown),
        title=shown.title,
        description=shown.description,
        unit=shown.unit,
        period=shown.period,
        sources=shown.sources,
        is_recalled=shown.is_recalled,
        headers=tuple(series.name or shown.unit for series in shown.series),
        rows=rows,
        has_periods=any(row.period for row in rows),
        csv=f"{shown.base}/{table_path(shown.name)}",
    )


def draw(shown: ShownChart) -> Markup:
    """The drawing of a chart, by its kind. What draws it is loaded with the first, since few builds draw any."""
    match shown.kind:
        case "bar" | "multiples":
            from plugins.charts.bars import draw_bars, draw_multiples

            return draw_bars(shown) if shown.kind == "bar" else draw_multiples(shown)
        case "line":
            from plugins.charts.lines import draw_lines

            return draw_lines(shown)
        case _:
            from plugins.charts.shares import draw_share

            return draw_share(shown)


def rows_of(shown: ShownChart) -> tuple[TableRow, ...]:
    """The lines of the table of a chart, what is left of a whole last."""
    columns = [series.points for series in shown.series]
    with_periods = _with_periods(shown)
    rows = [
        TableRow(line[0].label, tuple(point.value for point in line), line[0].period if with_periods else "")
        for line in zip(*columns, strict=True)
    ]
    return (*rows, _rest(shown.rest)) if shown.rest else tuple(rows)


def _rest(point: ShownPoint) -> TableRow:
    return TableRow(point.label, (point.value,))


def _with_periods(shown: ShownChart) -> bool:
    """Whether figures of one group hold for different times, and their labels do not say so."""
    if len(shown.series) > 1:
        return False
    periods = {point.period for point in shown.points}
    return len(periods) > 1 and any(point.period not in ("", point.label.text) for point in shown.points)
