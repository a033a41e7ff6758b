"""
What a build for the public must be told before it may replace the site.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plugins.problems import SettingsError

PAST_WORDS = "bring back what has ended"
"""What one must say to publish for an earlier day."""


class Public(NamedTuple):
    """
    The machine's own day, and whether an earlier one is wanted in words.
    """

    machine_day: date
    """The day by the machine's clock."""

    past: str = ""
    """PAST_WORDS where the site is to be published for an earlier day than the machine's."""

    def refuse_past(self, today: date) -> None:
        """
        SettingsError where the site is built for a day before the machine's own, unless that is wanted in words.

        Such a build would show again what has ended or was withdrawn since.
        """
        if today < self.machine_day and self.past != PAST_WORDS:
            raise SettingsError(
                f"the site would be built for {today}, but by this machine it is {self.machine_day}: texts that have "
                "ended since would come back. Unset SOURCE_DATE_EPOCH or, if you mean it, "
                f'set WELCOME_PAST="{PAST_WORDS}"'
            )
