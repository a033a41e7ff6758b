"""
The history of a figure says what it was, and how large each step was.
"""

from datetime import date

import pytest

from plugins.facts.book import FactBook
from plugins.facts.history import Version, changes_of
from plugins.facts.model import STALE
from plugins.facts.review import MONTHS, is_stale, next_review
from tests.facts.test_book import BOOK


def version(day, value, **more):
    return Version.model_validate({"date": day, "value": value, **more})


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("100,000", "100,900", "slight"),
        ("100,000", "101,000", "moderate"),
        ("100,000", "109,999", "moderate"),
        ("100,000", "110,000", "serious"),
        ("0", "1", "serious"),
        ("100; 4%", "100; 3%", "serious"),
        ("100; 4%", "100.1; 4%", "slight"),
        ("£4.76 billion", "£4.77 billion", "slight"),
        ("seven", "eight", "worded"),
        ("100", "100; 4%", "worded"),
        ("100", "100", "worded"),
    ],
)
def test_a_step_is_as_serious_as_its_size(old, new, severity):
    (change,) = changes_of("F-a-001", (version("2026-11-22", old), version("2026-12-02", new, reason="Why.")))

    assert severity == change.severity
    assert (old, new, "Why.", date(2026, 12, 2)) == (change.old, change.new, change.reason, change.date)


def test_changes_of_several_facts_come_newest_first():
    first = (version("2026-11-22", "1"), version("2026-12-02", "2"), version("2026-12-04", "3", is_correction="yes"))
    book = FactBook(BOOK.facts, BOOK.sources, {"F-a-001": first, "F-a-002": (version("2026-11-22", "1"),)})

    assert [("2", "3", True), ("1", "2", False)] == [
        (change.old, change.new, change.is_correction) for change in book.changes(["F-a-001", "F-a-002", "F-a-003"])
    ]


@pytest.mark.parametrize(
    ("stale", "day", "expected"),
    [
        ("unannounced", date(2026, 11, 23), date(2026, 12, 31)),
        ("unannounced", date(2026, 12, 31), date(2027, 3, 31)),
        ("quarterly", date(2026, 11, 23), date(2027, 2, 28)),
        ("quarterly", date(2027, 11, 30), date(2028, 2, 29)),
        ("half-yearly", date(2026, 11, 23), date(2027, 5, 31)),
        ("april", date(2026, 11, 23), date(2027, 4, 30)),
        ("april", date(2027, 3, 31), date(2027, 4, 30)),
        ("stable", date(2026, 11, 23), date(2027, 11, 30)),
    ],
)
def test_the_next_check_falls_due_at_the_end_of_a_later_month(stale, day, expected):
    assert expected == next_review(stale, day)


def test_every_word_for_going_stale_has_its_months():
    assert set(STALE) == set(MONTHS)


def test_a_fact_is_stale_the_day_after_its_check_was_due():
    due = date(2026, 12, 31)

    assert [False, True] == [is_stale(due, date(2026, 12, 31)), is_stale(due, date(2027, 1, 1))]
    assert ((), ("F-a-001", "F-a-002")) == (
        BOOK.stale(["F-a-001"], date(2027, 10, 31)), BOOK.stale(["F-a-002", "F-a-001"], date(2027, 11, 1)),
    )  # fmt: skip
