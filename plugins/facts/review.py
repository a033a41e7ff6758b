"""
When facts are checked again: the next day by the rule of each kind, and which are past it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

MONTHS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "unannounced": (3, 6, 9, 12),
        "rates": (12,),
        "quarterly": (2, 5, 8, 11),
        "half-yearly": (5, 11),
        "april": (4,),
        "june": (6,),
        "autumn": (10,),
        "yearly": (10,),
        "stable": (11,),
        "old": (11,),
    }
)
"""For each rule of going stale, the months by whose ends a fact is to be checked again."""


def next_review(stale: str, day: date) -> date:
    """The day by which a fact that was checked on a day must be checked again: the end of a later month."""
    from calendar import monthrange

    months = MONTHS[stale]
    year, month = next((day.year, month) for month in (*months, 13) if month > day.month)
    if month == 13:
        year, month = day.year + 1, months[0]
    return date(year, month, monthrange(year, month)[1])


def is_stale(review_by: date, today: date) -> bool:
    """Whether the day of a review has passed without one."""
    return review_by < today
