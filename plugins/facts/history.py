"""
The history of figures: every value each ever had on this site, and how large a step it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from plugins.facts.figures import amount_of
from plugins.records.fields import IsoDate, Line, Yes
from plugins.records.part import Field, Part

SLIGHT, MODERATE = Decimal("0.01"), Decimal("0.1")
"""A step of less than a hundredth is slight, of less than a tenth moderate, and above that serious."""


class Version(Part):
    """The values that the figures of one fact had from one day on."""

    date: IsoDate = Field(description="The day on which they were written here")
    value: Line = Field(description="The figures as they are printed, in the order of the claim, with ; between them")
    period: Line | None = Field(None, description="The time for which they hold, where it changed")
    source: Line | None = Field(None, description="The source, where it changed")
    reason: Line | None = Field(None, description="Why they changed, as readers are told")
    is_correction: Yes = Field(False, description="Whether what stood here before was wrong, and not only older")

    @property
    def values(self) -> tuple[str, ...]:
        """The figures one by one."""
        return tuple(part.strip() for part in self.value.split(";"))


class Change(NamedTuple):
    """One step in the history of a fact: what it said, what it says from then on, and why."""

    fact: str
    date: date
    old: str
    new: str
    reason: str
    severity: str
    """slight, moderate, serious; or worded, where no number can be compared."""
    is_correction: bool


def changes_of(fact: str, versions: Sequence[Version]) -> tuple[Change, ...]:
    """The steps between the versions of a fact, the oldest first."""
    return tuple(
        Change(fact, new.date, old.value, new.value, new.reason or "", severity_of(old, new), new.is_correction)
        for old, new in pairwise(versions)
    )


def severity_of(old: Version, new: Version) -> str:
    """How large a step is: by the figure that changed most, in proportion to what it was."""
    steps = list(_steps(old.values, new.values))
    if not steps or None in steps:
        return "worded"
    largest = max(step for step in steps if step is not None)
    return "slight" if largest < SLIGHT else "moderate" if largest < MODERATE else "serious"


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[Decimal | None]:
    if len(old) != len(new):
        yield None
        return
    for was, now in zip(old, new, strict=True):
        if was != now:
            before, after = amount_of(was), amount_of(now)
            if before is None or after is None:
                yield None
            else:
                yield abs(after - before) / before if before else Decimal(1)
