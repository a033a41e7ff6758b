"""
A chart is shown in one language, with its figures as a table, and its table can be downloaded.
"""

import csv
import io
from decimal import Decimal
from types import SimpleNamespace

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.charts.downloads import chart_table_csv, table_path
from plugins.charts.model import Point, Series
from plugins.charts.plugin import offer_tables
from plugins.charts.shown import Phrase, chart_shown
from plugins.charts.views import make_view
from plugins.languages.language import make_language
from plugins.languages.words import Words
from plugins.offers import Offer
from plugins.outputs import Channel, Facet
from tests.charts.drawn import make_chart, read, shown, side_with
from tests.make import ROOT

KEYS = ("table", "csv", "period", "source", "recalled")
WELSH = {"en": "Claims & <others>", "cy": "Hawliadau"}


def words_in(lang):
    return Words(make_language(lang), {f"chart.{key}": f"words of {key}" for key in KEYS})


def html_of(chart, lang="en"):
    environment = Environment(
        loader=FileSystemLoader(ROOT / "theme"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip
    macro = environment.get_template("components/chart/chart.html").module.chart
    return str(macro(words_in(lang), make_view(shown(chart, lang))))


def test_words_that_a_language_lacks_are_shown_in_english_and_say_so():
    chart = make_chart(titles=WELSH)

    assert [Phrase("Hawliadau"), Phrase("Claims & <others>", "en-GB"), Phrase("Claims & <others>")] == [
        shown(chart, lang).title for lang in ("cy", "ar", "en")
    ]


def test_equal_charts_are_equal_facets_and_others_are_not():
    facets = [
        Facet.of(shown(own)) for own in (make_chart(), make_chart(), make_chart(titles=WELSH), make_chart("line"))
    ]

    assert [True, False, False] == [facets[0].digest == facet.digest for facet in facets[1:]]


def test_two_charts_on_one_page_share_no_id():
    chart = make_chart()
    drawn = "".join(
        str(make_view(chart_shown(own, "en", "ltr", number=number)).svg)
        for own, number in ((chart, 1), (chart, 2), (make_chart(name="other"), 1))
    )
    ids = [part.partition('"')[0] for part in drawn.split(' id="')[1:]]

    assert 6 == len(set(ids)) == len(ids)
    assert all(drawn.count(f'"{one} ') + drawn.count(f' {one}"') for one in ids)


def test_the_table_has_what_the_drawing_has():
    view = make_view(shown(make_chart("multiples", {"name": "A", "x": 1, "y": 2}, {"name": "B", "x": 3, "y": 4})))

    assert ["A", "B"] == [header.text for header in view.headers]
    assert [("x", ("1", "3")), ("y", ("2", "4"))] == [(row.label.text, row.figures) for row in view.rows]


def test_the_parts_of_a_counted_whole_have_their_share(tmp_path):
    view = make_view(shown(make_chart("share", {"A": 64, "B": 29}, whole=Decimal(107), rest={"en": "Others"})))

    assert [("64 (60%)",), ("29 (27%)",), ("14 (13%)",)] == [row.figures for row in view.rows]


def test_the_time_of_each_figure_is_told_where_the_labels_do_not_say_it():
    def view_with(*labels):
        points = tuple(
            Point({"en": label}, Decimal(1), "1", period)
            for label, period in zip(labels, ("2024", "2025"), strict=True)
        )
        return make_view(shown(make_chart(series=(Series(None, points),))))

    assert [True, False] == [view_with(*labels).has_periods for labels in (("A", "B"), ("2024", "2025"))]
    assert ["2024", "2025"] == [row.period for row in view_with("A", "B").rows]


def test_a_table_can_be_opened_in_a_spreadsheet(tmp_path):
    table = 'label,value,series\n=cmd,-1.50,"A, b"\nB,2,"A, b"\n=cmd,1,C\nB,2,C\n'
    charts, problems = read(tmp_path, {"a.yml": side_with(kind="multiples", data="a.csv"), "a.csv": table})
    raw = chart_table_csv(charts["a"])
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))

    assert [] == problems
    assert ["label", "series", "value", "unit", "period", "source", "address"] == lines[0]
    assert [
        "'=cmd",
        "A, b",
        "-1.50",
        "people",
        "2024 and 2025",
        "Home Office: Tables (2026-02-26)",
        "https://example.org/",
    ] == lines[1]
    assert 5 == len(lines)
    assert raw.startswith(b"\xef\xbb\xbflabel,") and raw.endswith(b"\r\n")


def test_the_table_of_each_chart_is_offered():
    offer = Offer({})
    offer_tables({}, offer)
    (make,) = offer.makers
    chart = make_chart()
    (output,) = make(SimpleNamespace(charts={"claims": chart}))

    assert ("charts/claims.csv", Channel.SITE, chart_table_csv(chart)) == (
        output.path,
        output.channel,
        output.make_bytes(),
    )
    assert "/base/charts/claims.csv" == make_view(chart_shown(chart, "en", "ltr", base="/base")).csv
    assert "charts/claims.csv" == table_path("claims")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("kind", ["bar", "line", "share", "multiples"])
def test_the_component_is_valid_html_and_escapes_words(kind, lang):
    chart = make_chart(kind, {"<b>": 1, "B": 2}, titles=WELSH, is_recalled=True, whole=3 if kind == "share" else None)
    drawn = html_of(chart, lang)
    html5lib.HTMLParser(strict=True).parseFragment(drawn)

    assert "&lt;others&gt;" in drawn and "<others>" not in drawn and "<b>" not in drawn
    assert "words of recalled" in drawn
    assert " style=" not in drawn and "<script" not in drawn


def test_english_words_on_an_arabic_page_say_that_they_are():
    drawn = html_of(make_chart(), "ar")

    assert '<p class="chart__title"><bdi lang="en-GB">Claims</bdi></p>' in drawn
    assert '<title id="chart-claims-title" lang="en-GB">Claims</title>' in drawn
    assert "lang=" not in html_of(make_chart()).replace('<bdi lang="en">', "")
