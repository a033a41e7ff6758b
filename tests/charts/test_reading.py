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
from plugins.facts.reading import read_book
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
    charts, problems = read(
        tmp_path, {"a.yml": BY_TABLE, "a.csv": '\ufefflabel,value\r\n"Ir, an",3.50\r\nUganda, -4\r\n\r\n'}
    )

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
        ({"kind": "share", "unit": '"%"', "rest": "Others", "rows": CLAIMS.replace("/2", "/3")}, "10:22: this makes more than the whole, 100%. Look at the figures again, or choose the kind bar."),
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


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("", "1:1: this table is empty. The first line must be label,value or label,value,series."),
        ("Iran,3.5\nChad,2\n", "1:1: the names of the columns are missing or others. The first line must be label,value or label,value,series."),
        ("label;value\nIran;3,5\n", "1:1: the columns stand between semicolons. Save it as CSV with commas."),
        ("label\tvalue\nIran\t3\n", "1:1: the columns stand between tabs. Save it as CSV with commas."),
        ("label,value\nIran,1\n", "a.yml:7:7: there is only 1 figure. A chart compares at least two: add more."),
        (TABLE + "Chad,41,472\n", '4:6: "41,472" holds a comma. Write the number without it: 41472'),
        (TABLE + 'Chad,"41,472"\n', '4:6: "41,472" holds a comma. Write the number without it: 41472'),
        (TABLE + "Chad,1,two\n", "4:8: there are 3 columns where 2 are wanted. Begin a line for each figure: a label, a comma, a number. Put a label with a comma into quotes."),
        (TABLE + "Chad\n", "4:1: there is 1 column where 2 are wanted. Begin a line for each figure: a label, a comma, a number. Put a label with a comma into quotes."),
        (TABLE + "Chad,\n", "4:6: the value is empty. Fill it in, or remove the line."),
        (TABLE + " ,1\n", "4:2: the label is empty. Fill it in, or remove the line."),
        (TABLE + "Chad,£9\n", '4:6: "£9" is more than a number. Write 9 alone, and what it counts into the field unit.'),
        (TABLE + "Chad,41%\n", '4:6: "41%" is more than a number. Write 41 alone, and what it counts into the field unit.'),
        (TABLE + "Chad,−4\n", '4:6: "−4" begins with a long dash. Write a plain minus: -4'),
        (TABLE + "Chad,٣\n", '4:6: "٣" is no number. Write digits, with a point before the decimals, as in 1843 or 4.5.'),
        (TABLE + "Chad,1e9\n", '4:6: "1e9" is no number. Write digits, with a point before the decimals, as in 1843 or 4.5.'),
        (TABLE + "Chad,NaN\n", '4:6: "NaN" is no number. Write digits, with a point before the decimals, as in 1843 or 4.5.'),
        (TABLE + "iran,2\n", '4:1: the label "iran" stands in line 2 too. Keep one of the two.'),
        (TABLE + '"Chad,2\n', "4:1: a quotation mark is not closed, or stands within the words. Begin a line for each figure: a label, a comma, a number. Put a label with a comma into quotes."),
        (TABLE + f"{'x' * 301},2\n", "4:1: the label is 301 characters. Use at most 300."),
        (b"label,value\nIran,\xff\n", "2:6: byte 17 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."),
        (TABLE + "Ch\0ad,1\n", "4:3: a NUL byte stands here. Delete it."),
        (TABLE + "".join(f"C{n},1\n" for n in range(60)), "a.yml:7:7: there are 62 figures. Use at most 60: leave some out, or make two charts."),
        ("x" * 50_001, "1:1: this file is larger than 50,000 bytes. A chart is a few figures: keep those."),
    ],
    ids=range(24),
)  # fmt: skip
def test_a_fault_of_a_table_is_told_at_its_place(tmp_path, table, expected):
    charts, problems = read(tmp_path, {"a.yml": BY_TABLE, "a.csv": table})

    assert {} == charts
    assert [f"{AT}/{expected}" if expected.startswith("a.yml") else f"{AT}/a.csv:{expected}"] == problems


@pytest.mark.parametrize(
    ("kind", "table", "expected"),
    [
        ("multiples", "A,1,X\nB,2,X\nA,3,Y\n", 'a.csv:4:5: the labels of "Y" are not those of "X". Give it these, in this order: A, B.'),
        ("multiples", "A,1,X\nB,2,\n", "a.csv:3:5: the series is empty. Fill it in, or remove the line."),
        ("line", "".join(f"{year},1,L{n}\n" for n in range(5) for year in (2024, 2025)), "a.yml:7:7: these are 5 lines. Use at most 4, or choose the kind multiples."),
        ("line", "A,1,X\nA,2,Y\n", "a.csv:2:3: one point makes no line. Add another one, or choose the kind bar."),
        ("share", "A,1,X\nB,2,X\n", "a.csv:2:5: a share chart has one group only. Leave out the series, or choose the kind multiples or line."),
    ],
    ids=range(5),
)  # fmt: skip
def test_groups_that_cannot_be_drawn_are_refused(tmp_path, kind, table, expected):
    files = {"a.yml": side_with(kind=kind, data="a.csv"), "a.csv": "label,value,series\n" + table}

    assert f"{AT}/{expected}" == read(tmp_path, files)[1][0]


@pytest.mark.parametrize(
    ("table", "unit", "whole", "rest", "expected"),
    [
        ("A,-3\nB,4\n", '"%"', None, "Others", "a.csv:2:3: −3% is less than nothing. A share has no such part: choose bar."),
        ("A,0\nB,0\n", '"%"', None, "Others", "a.yml:7:7: all parts are 0. A share needs a part that is there."),
        ("A,101\nB,0\n", '"%"', None, None, "a.csv:2:3: this makes more than the whole, 100%. Look at the figures again, or choose the kind bar."),
        ("A,90\nB,20\n", "people", "100", None, "a.csv:3:3: this makes more than the whole, 100. Look at the figures again, or choose the kind bar."),
        ("A,50\nB,50\n", '"%"', None, "Others", "a.yml:8:7: rest: the parts make up the whole, and nothing is left. Remove the line."),
        ("".join(f"P{n},1\n" for n in range(9)), "people", "9", None, "a.yml:7:7: these are 9 parts. Use at most 8, or choose the kind bar."),
    ],
    ids=range(6),
)  # fmt: skip
def test_parts_that_make_no_whole_are_refused(tmp_path, table, unit, whole, rest, expected):
    own = {name: value for name, value in (("whole", whole), ("rest", rest)) if value}
    side = side_with(kind="share", unit=unit, data="a.csv", **own)
    problems = read(tmp_path, {"a.yml": side, "a.csv": "label,value\n" + table})[1]

    assert [expected.split(": ", 1)[1]] == [line.split(": ", 1)[1] for line in problems]
    assert expected.split(":")[0] in problems[0]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"a.txt": ""}, "a.txt:1:1: this is no chart. Remove it, or name it with .yml or .csv."),
        ({"A b.yml": SIDE}, 'A b.yml:1:1: "A b" is no name of a chart. Use lower-case letters, digits and hyphens only.'),
        ({"a/b.yml": SIDE}, "a:1:1: this is no file. Put the files themselves here, without folders or links."),
        ({"a.yml": b"\xff"}, "a.yml:1:1: byte 0 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."),
        ({"a.yml": "kind: [bar"}, "a.yml:1:1: this line cannot be read (did not find expected ',' or ']'). Put a value that holds \": \", \"#\" or a quotation mark into quotes, and begin each field at the edge."),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_file_that_is_no_chart_is_told(tmp_path, files, expected):
    assert ({}, [f"{AT}/{expected}"]) == read(tmp_path, files)


def test_a_link_is_not_followed(tmp_path):
    make_files(tmp_path, {"elsewhere.csv": TABLE})
    folder = make_files(tmp_path / "charts", {"a.yml": BY_TABLE})
    (folder / "a.csv").symlink_to(tmp_path / "elsewhere.csv")
    charts, problems = read_charts(folder, AT, BOOK)

    assert {} == charts
    assert [
        f"{AT}/a.csv:1:1: this is no file. Put the files themselves here, without folders or links.",
        f'{AT}/a.yml:7:7: data: there is no table "a.csv" in content/charts. None is known here yet.',
    ] == sorted(lines_of(problems))


def test_a_table_that_no_chart_uses_is_told_of_and_stops_nothing(tmp_path):
    charts, problems = read_charts(make_files(tmp_path, {"a.yml": SIDE, "b.csv": TABLE}), AT, BOOK)

    assert ["a"] == list(charts)
    assert [Severity.WARNING] == [problem.severity for problem in problems]
    assert [f"{AT}/b.csv:1:1: warning: no chart uses this table. Name it in a chart: data: b.csv"] == lines_of(problems)


def test_a_table_is_not_blamed_for_its_chart(tmp_path):
    """A chart that is wrong still uses its table."""
    for side in (BY_TABLE.replace("kind: bar", "kind: pie"), "kind: [bar"):
        problems = read(tmp_path, {"a.yml": side, "a.csv": TABLE})[1]

        assert 1 == len(problems)
        assert "no chart uses" not in problems[0]


def test_words_in_a_language_that_the_site_does_not_have_are_refused(tmp_path):
    files = {"a.yml": SIDE.replace("cy: Yn", "cz: Yn")}

    assert [] == read(tmp_path, files)[1]
    assert [f'{AT}/a.yml:8:27: "cz" is no language of this site. Known here: ar, cy, en.'] == read(
        tmp_path, files, languages=("en", "cy", "ar")
    )[1]


def test_all_faults_are_told_at_once(tmp_path):
    problems = read(tmp_path, {"a.yml": BY_TABLE, "a.csv": TABLE + "A,\n,B\n", "b.yml": side_with(source="S-none")})[1]

    assert ["a.csv:4:3", "a.csv:5:1", "a.csv:5:2", "b.yml:9:9"] == [
        line.split(": ")[0].removeprefix(f"{AT}/") for line in problems
    ]


@given(
    st.binary(max_size=120)
    | st.text(max_size=80).map(str.encode)
    | st.text("label,value\n\"'-.;1٣\0", max_size=60).map(str.encode)
)
def test_no_table_breaks_the_reader(raw):
    for prefix in (b"", b"label,value\n", b"label,value,series\n"):
        entries, problems = read_table(prefix + raw, "a.csv", "people")

        assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
        assert all(entry.amount.is_finite() and entry.label for entry in entries)


@given(st.text(max_size=120))
def test_no_side_file_breaks_the_reader(tmp_path_factory, text):
    for content in (text, f"kind: {text}", SIDE.replace("In 2024", text), SIDE.replace("people", text, 1)):
        folder = make_files(tmp_path_factory.mktemp("charts"), {"a.yml": content.encode("utf-8", "surrogatepass")})

        assert all(problem.line >= 1 and problem.column >= 1 for problem in read_charts(folder, AT, BOOK)[1])


def test_the_charts_of_this_site_are_sound():
    book, _ = read_book(ROOT / "content/facts", "content/facts")
    charts, problems = read_charts(ROOT / "content/charts", AT, book, ("en", "cy", "ar"))

    assert [] == lines_of(problems)
    assert {"bar", "line", "share", "multiples"} == {chart.kind for chart in charts.values()}
    assert 6 <= len(charts)
