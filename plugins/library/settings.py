"""
What the library needs to know of this build.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from plugins.problems import SettingsError


@dataclass(frozen=True)
class Build:
    """
    The day of the build, and which texts it may hold.
    """

    today: date
    """The day for which the site is built: later texts wait, earlier consents have ended."""

    drafts: bool = False
    """Whether drafts and texts of later days are shown: only ever true for the editor's own preview."""

    demonstrations: bool = True
    """Whether texts that only show the software are shown."""

    unguarded: bool = True
    """Whether testimonies of real people are shown although the guard over real names has not looked."""


def day_of_build(epoch: str | None, now: datetime) -> date:
    """
    The day in UTC: that of SOURCE_DATE_EPOCH (seconds since 1970) where it is given, else that of the clock.

    SettingsError where it is given and is no such number.
    """
    if not epoch:
        return now.date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f'SOURCE_DATE_EPOCH: "{epoch}" is no number of seconds since 1970') from None
