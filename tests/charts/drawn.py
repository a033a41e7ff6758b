"""
Charts for tests, and a small book of facts for them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from plugins.charts.model import Chart, Cited, Point, Series
from plugins.charts.numbers import print_amount
from plugins.charts.reading import read_charts
from plugins.charts.shown import ShownChart, chart_shown
from plugins.charts.views import make_view
from plugins.facts.book import FactBook
from plugins.facts.model import Fact, Source
from tests.make import lines_of, make_files

AT = "content/charts"
CITED = Cited("Home Office", "Tables", "https://example.org/tables", "2026-02-26")
SIDE = """\
kind: bar
title: {en: Claims by year, cy: Ceisiadau fesul blwyddyn}
description: {en: There were more in 2025.}
unit: {en: people, cy: pobl}
period: 2024 and 2025
source: S-tables
rows:
  - {label: {en: In 2024, cy: Yn 2024}, fact: F-numbers-001}
  - {label: {en: In 2025}, fact: F-numbers-001/2}
"""


def make_fact(claim: str, *units: str, status: str = "verified") -> Fact:
    """A fact whose claim has its figures in braces."""
    how = (
        {"read_in": ["S-tables"], "kind": "official"} if status == "verified" else {"check_at": "https://example.org/"}
    )
    values = {
        "claim": claim, "units": list(units), "period": "2025", "geography": "UK", "source": "S-own", "status": status,
        "stale": "yearly", "review_by": "2027-10-31",
    }  # fmt: skip
    return Fact.model_validate(values | how)


def make_source(title: str) -> Source:
    """A source with a title."""
    return Source.model_validate(
        {
            "publisher": "Home Office", "title": title, "address": "https://example.org/", "date": "2026-02-26",
            "licence": "OGL v3.0", "status": "cite",
        }
    )  # fmt: skip


BOOK = FactBook(
    facts={
        "F-numbers-001": make_fact("There were {1,843|2024} and {2,500|2025} people.", "people", "people"),
        "F-numbers-002": make_fact("It was {41%}, {39%} and {130%}.", "%", "%", "%"),
        "F-numbers-003": make_fact("It was {several} people and {£4.76 billion}.", "people", "£"),
        "F-numbers-004": make_fact("Nobody counts them."),
        "F-numbers-005": make_fact("It is {16 per 10,000 residents}, not {34}.", "each", "each", status="recalled"),
        "F-numbers-006": make_fact("There are {3.5 million} or {2.9 million}.", "people", "people"),
    },
    sources={"S-tables": make_source("Tables"), "S-own": make_source("Own & others")},
)


def read(folder: Path, files: dict[str, bytes | str], **options: object) -> tuple[dict[str, Chart], list[str]]:
    """The charts of a folder with some files, and the lines that an editor reads."""
    charts, problems = read_charts(make_files(folder, files), AT, BOOK, **options)  # type: ignore[arg-type]
    return charts, lines_of(problems)


def side_with(**changes: str | None) -> str:
    """A side file in which some fields are others; one that is None is left out."""
    text = SIDE.partition("rows:\n")[0] if "data" in changes else SIDE
    for name, value in changes.items():
        text = re.sub(rf"(?ms)^{name}:.*?(?=^[a-z]|\Z)", "", text)
        text += f"{name}: {value}\n" if value is not None else ""
    return text


def make_chart(kind: str = "bar", *groups: dict[str, object], like: str = "0", **changes: object) -> Chart:
    """A chart whose groups are mappings of label to amount; a group may have a `name`."""
    series = tuple(
        Series(
            {"en": str(group["name"])} if "name" in group else None,
            tuple(
                Point({"en": label}, Decimal(str(amount)), print_amount(Decimal(str(amount)), like), "")
                for label, amount in group.items()
                if label != "name"
            ),
        )
        for group in groups or ({"Spain": 34, "UK": 16},)
    )
    words = {
        name: {"en": text} for name, text in (("titles", "Claims"), ("descriptions", "More."), ("units", "people"))
    }
    values = {
        "name": "claims", "kind": kind, **words, "periods": {"en": "2025"}, "source": "S-tables", "sources": (CITED,),
        "facts": (), "is_recalled": False, "series": series,
    }  # fmt: skip
    return Chart(**(values | changes))  # type: ignore[arg-type]


def shown(chart: Chart, lang: str = "en") -> ShownChart:
    """A chart in a language."""
    return chart_shown(chart, lang, "rtl" if lang == "ar" else "ltr", default_tag="en-GB")


def svg_of(chart: Chart, lang: str = "en") -> Element:
    """The drawing of a chart, as a reader of XML takes it."""
    return fromstring(str(make_view(shown(chart, lang)).svg))


def parts(svg: Element, name: str) -> list[Element]:
    """The parts of a drawing that have a class."""
    return [element for element in svg if f"chart__{name}" in element.get("class", "").split()]


def numbers(element: Element, *names: str) -> tuple[float, ...]:
    """Some of the coordinates of a part."""
    return tuple(float(element.get(name, "nan")) for name in names)
