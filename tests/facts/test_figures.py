"""
Figures stand in one place, marked in their claim, and are printed with the time for which they hold.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.facts.figures import (
    amount_of,
    figures_of,
    in_brackets,
    plain_claim,
    read_reference,
    values_of,
    with_values,
)

CLAIM = "{41,472} people came in 2025, {13%} more than before; the peak was {45,774|2022}."


def test_a_claim_is_read_without_its_marks():
    assert "41,472 people came in 2025, 13% more than before; the peak was 45,774." == plain_claim(CLAIM)


def test_each_figure_has_its_own_time_or_that_of_the_fact():
    figures = figures_of("F-a-001", CLAIM, ("people", "%", "people"), "2025")

    assert ["41,472 (2025)", "13% (2025)", "45,774 (2022)"] == [figure.dated for figure in figures]
    assert [Decimal(41472), Decimal(13), Decimal(45774)] == [figure.amount for figure in figures]
    assert "7" == figures_of("F-a-001", "{7}", ("days",), "")[0].dated


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        ("2025", "2025"), ("End of 2024", "end of 2024"), ("March 2025", "March 2025"), ("May-June 2026", "May-June 2026"),
        ("Set January 2024; still shown 10 May 2026", "set January 2024; still shown 10 May 2026"), ("", ""),
        ("Q3 2025", "Q3 2025"), ("UK only", "UK only"), ("About year ending March 2025", "about year ending March 2025"),
    ],
)  # fmt: skip
def test_a_time_in_brackets_begins_small(period, printed):
    assert printed == in_brackets(period)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("41,472", "41472"), ("7", "7"), ("0.15%", "0.15"), ("£49.18", "49.18"), ("£4.76 billion", "4760000000"),
        ("123.2 million", "123200000"), ("16 per 10,000 residents", "16"), ("1,234,567", "1234567"),
        ("many", None), ("1,23", None), ("", None), ("5 March", None), ("1,2345", None),
    ],
)  # fmt: skip
def test_a_printed_figure_is_a_number_or_none(text, amount):
    assert amount_of(text) == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("F-numbers-005", ("F-numbers-005", 1)), (" F-numbers-005/3 ", ("F-numbers-005", 3)),
        ("F-numbers-5", None), ("F-numbers-005/0", None), ("F-numbers-005/", None), ("numbers", None), ("", None),
    ],
)  # fmt: skip
def test_a_reference_names_a_fact_and_one_of_its_figures(text, found):
    assert found == read_reference(text)


def test_new_values_take_the_places_of_the_old_ones():
    assert "{1} people came in 2025, {2%} more than before; the peak was {3|2022}." == with_values(
        CLAIM, ["1", "2%", "3"]
    )
    assert "the peak was {3}." in with_values(CLAIM, ["1", "2%", "3"], "2026")


@given(st.lists(st.text("0123456789,.%£", min_size=1), min_size=3, max_size=3))
def test_what_is_put_in_is_read_out_again(values):
    assert tuple(values) == values_of(with_values(CLAIM, values))
    assert plain_claim(with_values(CLAIM, values)).count("{") == 0
