"""
A drawing is true to its figures, stays on its sheet, and can be read in every language.
"""

import os
import unicodedata
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.charts.drawing import WIDTH
from plugins.charts.lettering import JOINER, SIZE, is_right_to_left, width_of, wrap
from plugins.charts.shares import APART, find_places, find_spans
from plugins.charts.views import make_view
from tests.charts.drawn import make_chart, numbers, parts, shown, svg_of

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = '</title></svg><script>alert("1")</script>&amp;<!--'
CASES = {
    "bar": make_chart("bar", {"Spain": 34, "Germany": 26, "UK": 16}),
    "bar-long-below-zero": make_chart("bar", {"A label that is too long to stand beside its bar": -3.5, "Short": 12}, like="0.0"),
    "line": make_chart("line", {"2018": 299, "2019": 1843, "2022": 45774, "2025": 41472}),
    "line-of-two": make_chart(
        "line", {"name": "At first", "2020": 60, "2021": 71}, {"name": "In the end", "2020": 80, "2021": 80}, like="0%"
    ),
    "share": make_chart("share", {"By small boat": 41, "On a visa": 39}, like="0%", whole=100, rest={"en": "Others"}),
    "multiples": make_chart("multiples", {"name": "2020", "First": 60, "End": 80}, {"name": "2021", "First": 71, "End": 80}, like="0%"),
}  # fmt: skip
amounts = st.decimals(-(10**9), 10**9, places=2) | st.integers(-100, 100) | st.just(0)
groups = st.dictionaries(
    st.text("abcdefgh سŵ<&", min_size=1, max_size=30).filter(str.strip), amounts, min_size=2, max_size=12
)
langs = st.sampled_from(["en", "ar"])
kinds = st.sampled_from(["bar", "line", "multiples"])


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("name", CASES)
def test_a_drawing_is_the_golden_one(name, lang):
    """UPDATE_GOLDEN=1 writes them anew; then read what changed."""
    path = GOLDEN / f"{name}.{lang}.svg"
    drawn = str(make_view(shown(CASES[name], lang)).svg).replace("><", ">\n<") + "\n"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(drawn, "utf-8")

    assert path.read_text("utf-8") == drawn


@given(groups, kinds, langs)
def test_the_same_figures_give_the_same_bytes(group, kind, lang):
    chart = make_chart(kind, {"name": "Group", **group})

    assert make_view(shown(chart, lang)) == make_view(shown(chart, lang))


@given(groups, langs)
def test_bars_are_as_long_as_their_figures_are_large(group, lang):
    bars = [numbers(bar, "width")[0] for bar in parts(svg_of(make_chart("bar", group), lang), "bar")]
    largest = max(abs(float(amount)) for amount in group.values())
    longest = max(bars)

    assert len(group) == len(bars)
    assert largest == 0 or longest > 0
    for amount, length in zip(group.values(), bars, strict=True):
        assert length == pytest.approx(longest * abs(float(amount)) / (largest or 1), abs=0.02)


@given(st.lists(st.tuples(amounts, amounts), min_size=2, max_size=8))
def test_groups_are_drawn_to_one_scale(pairs):
    one, two = ({f"Label {count}": pair[side] for count, pair in enumerate(pairs)} for side in (0, 1))
    bars = parts(svg_of(make_chart("multiples", {"name": "One", **one}, {"name": "Two", **two})), "bar")
    lengths = [numbers(bar, "width")[0] for bar in bars]
    sizes = [abs(float(amount)) for amount in (*one.values(), *two.values())]

    for size, length in zip(sizes, lengths, strict=True):
        assert length == pytest.approx(max(lengths) * size / (max(sizes) or 1), abs=0.02)


@given(groups, kinds, langs)
@settings(max_examples=200)
def test_nothing_leaves_the_sheet(group, kind, lang):
    svg = svg_of(make_chart(kind, {"name": "A group of figures with a long name", **group}), lang)
    left, top, width, height = map(float, svg.get("viewBox").split())

    assert (0, 0, WIDTH) == (left, top, width)
    for box in parts(svg, "bar"):
        x, y, across, down = numbers(box, "x", "y", "width", "height")
        assert 0 <= x and x + across <= WIDTH + 0.02 and 0 <= y and y + down <= height
    for mark in svg.iter("circle"):
        x, y = numbers(mark, "cx", "cy")
        assert 0 <= x <= WIDTH and 0 <= y <= height
    for text in svg.iter("text"):
        x, y = numbers(text, "x", "y")
        assert -0.01 <= min(x, *edges(text)) and max(x, *edges(text)) <= WIDTH + 0.01
        assert SIZE * 0.5 <= y <= height


def edges(text):
    """Where a text begins and ends on the sheet."""
    x, width = float(text.get("x")), width_of(text.text)
    side = text.get("text-anchor", "start")
    if side == "middle":
        return x - width / 2, x + width / 2
    goes_left = (side == "end") != (text.get("direction") == "rtl")
    return (x - width, x) if goes_left else (x, x + width)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=9), st.integers(0, 1000), min_size=2, max_size=6))
def test_another_direction_mirrors_bars_and_nothing_else(group):
    there, back = svg_of(make_chart("bar", group)), svg_of(make_chart("bar", group), "ar")

    assert there.get("viewBox") == back.get("viewBox")
    assert ("ltr", "rtl") == (there.get("direction"), back.get("direction"))
    for one, other in zip(parts(there, "bar"), parts(back, "bar"), strict=True):
        x, width = numbers(one, "x", "width")
        assert (WIDTH - x - width, width) == pytest.approx(numbers(other, "x", "width"), abs=0.02)
        assert numbers(one, "y") == numbers(other, "y")


def test_time_runs_from_left_to_right_in_every_language():
    for lang in ("en", "ar"):
        xs = [numbers(mark, "cx")[0] for mark in parts(svg_of(CASES["line"], lang), "mark")]

        assert sorted(xs) == xs


def test_years_stand_as_far_apart_as_they_are():
    first, second, third, last = (numbers(mark, "cx")[0] for mark in parts(svg_of(CASES["line"]), "mark"))

    assert (last - first) / 7 == pytest.approx(second - first, abs=0.02)
    assert 3 * (last - first) / 7 == pytest.approx(last - third, abs=0.02)


def test_a_line_begins_at_zero():
    """An axis that begins elsewhere makes a small change look large."""
    svg = svg_of(make_chart("line", {"2024": 1000, "2025": 1001}))

    assert "0" in [text.text for text in parts(svg, "tick")]
    assert 1 == len([line for line in parts(svg, "axis") if line.get("y1") == line.get("y2")])


def test_the_first_the_highest_and_the_last_figure_are_told():
    assert {"299", "45,774", "41,472"} == {text.text for text in parts(svg_of(CASES["line"]), "value")}


def test_lines_differ_without_colour():
    group = {"2024": 1, "2025": 2}
    svg = svg_of(make_chart("line", *({"name": name, **group} for name in "ABCD")))
    drawn = {(element.tag, len(element.get("points", "").split())) for element in parts(svg, "mark")}

    assert {("circle", 0), ("polygon", 4), ("polygon", 3)} == drawn
    assert {f"chart__line--{count}" for count in range(1, 5)} == {
        element.get("class").split()[-1] for element in parts(svg, "line")
    }


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=8).filter(any))
def test_the_parts_of_a_share_fill_the_bar(values):
    spans = find_spans(values)

    assert pytest.approx(WIDTH) == sum(length for _, length in spans)
    for value, (_, length) in zip(values, spans, strict=True):
        assert WIDTH * value / sum(values) == pytest.approx(length)


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=9).filter(any))
def test_the_numbers_of_parts_never_stand_over_each_other(values):
    places = find_places(find_spans(values))

    assert APART / 2 - 0.01 <= places[0] and places[-1] <= WIDTH - APART / 2 + 0.01
    assert all(after - before >= APART - 0.01 for before, after in pairwise(places))


def test_each_part_of_a_share_is_named_by_a_number_and_not_by_colour_alone():
    svg = svg_of(CASES["share"])

    assert ["1", "2", "3", "1", "2", "3"] == [text.text for text in parts(svg, "number")]
    assert ["41%", "39%", "20%"] == [text.text for text in parts(svg, "value")]


@pytest.mark.parametrize("kind", ["bar", "line", "multiples", "share"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_words_never_become_code(kind, lang):
    told = {"en": HOSTILE}
    group = {HOSTILE: 1, "B": 2} if kind == "share" else {"name": HOSTILE, HOSTILE: 1, "B": 2}
    chart = make_chart(
        kind, group, titles=told, descriptions=told, units=told, rest=told, whole=4 if kind == "share" else None
    )
    drawn = str(make_view(shown(chart, lang)).svg)
    tree = html5lib.parseFragment(drawn, treebuilder="etree")

    assert "<script" not in drawn
    assert {"svg", "title", "desc", "text", "rect", "line", "polyline", "circle", "polygon"} >= {
        element.tag.rpartition("}")[2] for element in tree[0].iter() if isinstance(element.tag, str)
    }
    assert 1 == len(tree)


@pytest.mark.parametrize("name", CASES)
def test_a_drawing_has_classes_and_no_style(name):
    svg = svg_of(CASES[name])

    for element in svg.iter():
        assert not {"style", "fill", "stroke", "width", "height", "onload", "href"} & (
            set(element.keys()) - ({"width", "height"} if element.tag == "rect" else set())
        )


def test_a_drawing_says_what_it_shows_to_those_who_do_not_see_it():
    svg = svg_of(CASES["bar"])
    title, desc = svg[0], svg[1]

    assert ("img", f"{title.get('id')} {desc.get('id')}") == (svg.get("role"), svg.get("aria-labelledby"))
    assert ("title", "Claims", "desc", "More.") == (title.tag, title.text, desc.tag, desc.text)


def belongs(letter):
    """Whether a letter is never cut from the one before it."""
    return letter == JOINER or unicodedata.combining(letter)


@given(st.text(max_size=80), st.integers(20, 300))
def test_lines_fit_and_no_letter_is_lost(text, room):
    lines = wrap(text, room)

    assert "".join(text.split()) == "".join("".join(line.split()) for line in lines)
    assert all(width_of(line) <= room or any(map(belongs, line)) for line in lines)


def test_the_first_letter_with_a_direction_decides():
    assert [True, True, False, False] == list(map(is_right_to_left, ("سلام", "3.5 مليون", "41%", "UK (المملكة)")))
