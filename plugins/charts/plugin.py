"""
Offers the tables of charts for download.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.offers import Offer, offering
from plugins.outputs import Output, verbatim


def make_tables(library: Any) -> Iterator[Output]:
    """One file for each chart of the library."""
    from plugins.charts.downloads import chart_table_csv, table_path

    for name, chart in sorted(library.charts.items()):
        yield verbatim(table_path(name), chart_table_csv(chart))


def offer_tables(_settings: dict[str, Any], offer: Offer) -> None:
    """Answer the build's call."""
    offer.outputs(make_tables)


def register() -> None:
    """Called by Pelican."""
    offering.connect(offer_tables)
