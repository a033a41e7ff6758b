"""
The table of a chart as a file for others to use: CSV after RFC 4180.
"""

from __future__ import annotations

import csv
import io

from plugins.charts.model import DEFAULT, Chart
from plugins.facts.downloads import cell


def table_path(name: str) -> str:
    """Where the table of a chart is published, below the root of the site."""
    return f"charts/{name}.csv"


def chart_table_csv(chart: Chart) -> bytes:
    """One line for each figure of a chart, in English; safe to open in a spreadsheet."""
    has_groups = any(series.names for series in chart.series)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    group = ("series",) if has_groups else ()
    writer.writerow(("label", *group, "value", "unit", "period", "source", "address"))
    cited = chart.sources[0]
    source = (cell(f"{cited.publisher}: {cited.title} ({cited.date})"), cell(cited.address))
    for series in chart.series:
        for point in series.points:
            own = (cell(series.names[DEFAULT] if series.names else ""),) if has_groups else ()
            period = cell(point.period or chart.periods[DEFAULT])
            value = format(point.amount, "f")
            writer.writerow((cell(point.labels[DEFAULT]), *own, value, cell(chart.units[DEFAULT]), period, *source))
    return file.getvalue().encode("utf-8-sig")
