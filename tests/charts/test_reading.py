"""
Every fault of a chart or its table is told in a clear line, at its place.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.charts.model import Cited
from plugins.charts.reading import read_charts
from plugins.charts.table import read_table
from plugins.problems import Severity
from tests.charts.drawn import AT, BOOK, SIDE, read, side_with
from tests.make import ROOT, lines_of, make_files

TABLE = "label,value\nIran,3.5\nTürkiye,2.9\n"
BY_TABLE = side_with(data="a.csv")
CLAIMS = """
  - {label: A, fact: F-numbers-002}
  - {label: B, fact: F-numbers-002/2}"""


def test_a_chart_is_read_with_its_figures(tmp_path):
    charts, problems = read(tmp_path, {"claims.yml": SIDE, "README.md": "Read me.", ".keep": ""})

    assert [] == problems
    assert ["claims"] == list(charts)
    chart = charts["claims"]
    assert ("claims", "bar", "S-tables", ("F-numbers-001",), False) == (
        chart.name, chart.kind, chart.source, chart.facts, chart.is_recalled,
    )  # fmt: skip
    assert {"en": "2024 and 2025"} == chart.periods
    assert [("Yn 2024", Decimal(1843), "1,843", "2024"), (None, Decimal(2500), "2,500", "2025")] == [
        (point.labels.get("cy"), point.amount, point.text, point.period) for point in chart.points
    ]
    assert ["Tables", "Own & others"] == [source.title for source in chart.sources]
    assert Cited("Home Office", "Tables", "https://example.org/", "2026-02-26") == chart.sources[0]


def test_a_folder_that_is_missing_holds_nothing(tmp_path):
    assert ({}, []) == read_charts(tmp_path / "none", AT, BOOK)


def test_a_table_is_read(tmp_path):
    charts, problems = read(tmp_path, {"a.yml": BY_TABLE, "a.csv": '\ufefflabel,value\r\n"Ir, an",3.50\r\nUganda, -4\r\n\r\n'})

    assert [] == problems
    assert [("Ir, an", Decimal("3.5"), "3.50"), ("Uganda", Decimal(-4), "−4")] == [
        (point.labels["en"], point.amount, point.text) for point in charts["a"].points
    ]
    assert () == charts["a"].facts


@pytest.mark.parametrize(("unit", "printed"), [('"% of claims"', "41%"), ('"£ a week"', "£41"), ("people", "41")])
def test_figures_of_a_table_are_printed_with_the_sign_of_the_unit(tmp_path, unit, printed):
    charts, _ = read(tmp_path, {"a.yml": side_with(data="a.csv", unit=unit), "a.csv": "label,value\nA,41\nB,4\n"})

    assert printed == charts["a"].points[0].text


def test_what_is_known_and_was_not_read_is_told(tmp_path):
    rows = "\n  - {label: A, fact: F-numbers-005}\n  - {label: B, fact: F-numbers-005/2}"
    charts, problems = read(tmp_path, {"a.yml": side_with(rows=rows)})

    assert [] == problems
    assert charts["a"].is_recalled
    assert ["16", "34"] == [point.text for point in charts["a"].points]


def test_groups_are_read_in_their_order(tmp_path):
    table = "label,value,series\nA,1,Two\nB,2,Two\nA,3,One\nB,4,One\n"
    charts, problems = read(tmp_path, {"a.yml": side_with(kind="multiples", data="a.csv"), "a.csv": table})

    assert [] == problems
    assert [("Two", [1, 2]), ("One", [3, 4])] == [
        (series.names["en"], [point.amount for point in series.points]) for series in charts["a"].series
    ]


def test_a_share_knows_its_whole(tmp_path):
    parts = side_with(kind="share", unit='"% of all"', rows=CLAIMS, rest="Others")
    whole = side_with(kind="share", data="b.csv", whole="F-numbers-001/2", rest="{en: Others}")
    charts, problems = read(tmp_path, {"a.yml": parts, "b.yml": whole, "b.csv": "label,value\nA,1000\nB,843\n"})

    assert [] == problems
    assert [(100, {"en": "Others"}), (2500, {"en": "Others"})] == [(own.whole, own.rest) for own in charts.values()]
    assert ("F-numbers-001",) == charts["b"].facts


def test_rounded_parts_may_miss_the_whole_a_little(tmp_path):
    side = side_with(kind="share", unit='"%"', data="a.csv")

    assert [] == read(tmp_path, {"a.yml": side, "a.csv": "label,value\nA,33\nB,33\nC,33\n"})[1]
    assert [] == read(tmp_path, {"a.yml": side, "a.csv": "label,value\nA,34\nB,34\nC,33\n"})[1]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": "pie"}, '9:7: kind: "pie" is unknown here. Known here: bar, line, multiples, share.'),
        ({"colour": "red"}, "10:1: colour: there is no such field. Known here: data, description, kind, period, rest, rows, source, title, unit, whole."),
        ({"sorce": "S-tables"}, '10:1: sorce: there is no such field. Did you mean "source"?'),
        ({"title": "{cy: Hawliadau}"}, "9:8: title: the English words are missing. Add them: {en: …}"),
        ({"title": "{EN: Claims}"}, '9:8: title: "EN" is no language. Write a code such as en, cy or ar, then the words.'),
        ({"title": "{en: ''}"}, "9:13: title.en: this field is empty. Fill it in: What the chart is about, in each language, as in {en: Claims by year}."),
        ({"title": None}, "1:1: title: this field is missing. Add it: What the chart is about, in each language, as in {en: Claims by year}."),
        ({"title": "x" * 301}, "9:8: title: the words in en are 301 characters. Use at most 300."),
        ({"source": "S-table"}, '9:9: source: "S-table" does not stand in content/facts/sources.yml. Did you mean "S-tables"?'),
        ({"rows": None}, "1:1: there are no figures. Add rows: made of facts, or data: the name of a CSV file."),
        ({"rows": "F-numbers-001"}, '7:7: rows: "F-numbers-001" is one value where a list is wanted. Write it in brackets: [F-numbers-001].'),
        ({"rows": "[{label: A}, {label: B, fact: F-numbers-001}]"}, "7:8: rows.fact: this is missing. Write it so: Its figures, one row each: {label: Small boats, fact: F-numbers-004}."),
        ({"rows": "[{label: A, fact: F-numbers-001}]"}, "7:7: there is only 1 figure. A chart compares at least two: add more."),
        ({"rows": "[{label: A, fact: numbers}, {label: B, fact: F-numbers-001}]"}, '7:25: rows.fact: "numbers" names no figure. Write it like F-numbers-004, or F-numbers-004/2 for the second one.'),
        ({"rows": "[{label: A, fact: F-numbers-009}, {label: B, fact: F-numbers-001}]"}, '7:25: "F-numbers-009" does not stand in content/facts. Did you mean "F-numbers-006"?'),
        ({"rows": "[{label: A, fact: F-numbers-001/3}, {label: B, fact: F-numbers-001}]"}, "7:25: F-numbers-001 has no figure 3. F-numbers-001/1 is its first one."),
        ({"rows": "[{label: A, fact: F-numbers-004}, {label: B, fact: F-numbers-001}]"}, "7:25: F-numbers-004 has no figure 1. It has none: choose another fact."),
        ({"rows": "[{label: A, fact: F-numbers-003}, {label: B, fact: F-numbers-001}]"}, '7:25: the figure "several" is no number that can be drawn. Choose another one.'),
        ({"rows": "[{label: A, fact: F-numbers-001}, {label: a, fact: F-numbers-001/2}]"}, '7:49: the label "a" stands in line 7 too. Keep one of the two.'),
        ({"rows": "[{label: A, fact: F-numbers-001}, {label: B, fact: F-numbers-002}]"}, '7:58: this figure counts "%", and the first one "people". Put figures of one unit into a chart; make another one for the others.'),
        ({"unit": '"% of all"'}, '9:7: unit: the figures are printed like 1,843, and the unit is "% of all". Begin the unit with %, or leave it out, as the figures do.'),
        ({"rows": "[{label: A, fact: F-numbers-001, series: X}, {label: B, fact: F-numbers-001/2}]"}, "7:48: a bar chart has one group only. Leave out the series, or choose the kind multiples or line."),
        ({"kind": "multiples"}, "7:5: this figure is in no group. Give it a series, or choose the kind bar."),
        ({"kind": "line", "rows": "[{label: A, fact: F-numbers-001, series: X}, {label: B, fact: F-numbers-001/2}]"}, "7:52: this figure is in no group, and others are. Give a series to each, or to none."),
        ({"kind": "line", "rows": "[{label: '2025', fact: F-numbers-001/2}, {label: '2024', fact: F-numbers-001}]"}, "7:56: the year 2024 comes after 2025. Put the earliest year first."),
        ({"whole": "100"}, "10:8: whole: only a share has one. Remove it; the kind here is bar."),
        ({"rest": "Others"}, "10:7: rest: only a share has one. Remove it; the kind here is bar."),
        ({"kind": "share"}, "7:3: the parts are not in %, and nobody says of what they are parts. Add the line: whole: …"),
        ({"kind": "share", "whole": "many"}, '10:8: whole: "many" is no number. Write digits, with a point before the decimals, as in 1843 or 4.5.'),
        ({"kind": "share", "whole": "0"}, "10:8: whole: this is nothing that could have parts. Write a number above 0."),
        ({"kind": "share", "whole": "F-numbers-004"}, "10:8: F-numbers-004 has no figure 1. It has none: choose another fact."),
        ({"kind": "share", "unit": '"%"', "rows": CLAIMS}, "8:3: the parts leave 20.0% of the whole, and nobody says what that is. Add the line: rest: {en: …}"),
        ({"kind": "share", "unit": '"%"', "rest": "Others", "rows": CLAIMS.replace("/2", "/3")}, "10:22: with this part they are more than the whole, 100%. Look at the figures again, or choose the kind bar."),
        ({"data": "a.csv", "rows": CLAIMS}, "7:7: both rows and data are given. Keep one of the two."),
        ({"data": "../a.csv"}, '7:7: data: "../a.csv" is no table of this folder. Write the name of a file beside this one: arrivals.csv'),
        ({"data": "/etc/passwd"}, '7:7: data: "/etc/passwd" is no table of this folder. Write the name of a file beside this one: arrivals.csv'),
        ({"data": "b.csv"}, '7:7: data: there is no table "b.csv" in content/charts. None is known here yet.'),
    ],
    ids=range(37),
)  # fmt: skip
def test_a_fault_of_a_chart_is_told_at_its_place(tmp_path, changes, expected):
    charts, problems = read(tmp_path, {"a.yml": side_with(**changes)})

    assert {} == charts
    assert [f"{AT}/a.yml:{expected}"] == problems
