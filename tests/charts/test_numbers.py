"""
Numbers are printed as readers of each language write them, and axes have few round ones.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.charts.numbers import find_ticks, number_fault, print_amount, print_figure, print_percent


@pytest.mark.parametrize("text", ["0", "41472", "-3", "4.5", "0.15", "999999999999"])
def test_a_plain_number_is_one(text):
    assert number_fault(text) is None


@pytest.mark.parametrize(
    "text", ["", "1,843", "+3", "4.", ".5", "1e9", "0x1", "½", "٣", "Infinity", "9999999999999", "--3", "3 "]
)
def test_what_is_no_plain_number_is_told_with_what_to_do(text):
    what, todo = number_fault(text)

    assert what and todo.endswith(tuple("0123456789."))


@pytest.mark.parametrize(
    ("amount", "like", "lang", "expected"),
    [
        ("41472", "0", "en", "41,472"),
        ("49.1", "£49.18", "en", "£49.10"),
        ("4760000000", "£4.76 billion", "en", "£4.76 billion"),
        ("3500000", "3.5 million", "cy", "3.5 miliwn"),
        ("3500000", "3.5 million", "ar", "3.5 مليون"),
        ("500000", "3.5 million", "en", "500,000"),
        ("41", "41%", "ar", "41%"),
        ("-3.5", "0.0", "en", "−3.5"),
        ("-3", "£0", "en", "−£3"),
    ],
)
def test_an_amount_is_printed_like_another(amount, like, lang, expected):
    assert expected == print_amount(Decimal(amount), like, lang)


def test_an_english_figure_is_printed_as_it_stands_in_the_book():
    assert "3.50 million" == print_figure("3.50 million", Decimal(3_500_000), "en")


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [("1", "3", "33%"), ("0", "3", "0%"), ("1", "1000", "<1%"), ("999", "1000", ">99%"), ("5", "5", "100%"), ("1", "200", "1%")],
)  # fmt: skip
def test_a_part_is_never_rounded_to_nothing_or_to_all(part, whole, expected):
    assert expected == print_percent(Decimal(part), Decimal(whole), "en")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 45774, [0, 20000, 40000, 60000]), (0, 80, [0, 20, 40, 60, 80]), (-5, 12, [-5, 0, 5, 10, 15]), (0, 0, [0, 1])],
)
def test_an_axis_has_round_numbers(low, high, expected):
    assert expected == list(find_ticks(Decimal(low), Decimal(high)))


@given(st.decimals(-(10**12), 0, places=3), st.decimals(0, 10**12, places=3))
def test_an_axis_is_short_and_holds_all_and_zero(low, high):
    ticks = find_ticks(low, high)

    assert ticks[0] <= low and high <= ticks[-1]
    assert 0 in ticks
    assert 2 <= len(ticks) <= 7
