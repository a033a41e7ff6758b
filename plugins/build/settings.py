"""
What a build may take of the machine it runs on.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.build.workers import processors
from plugins.problems import SettingsError


@dataclass(frozen=True)
class Machine:
    """
    The share of the machine that a build may use. It never shapes a byte of the site.
    """

    workers: int = 0
    """How many processes work side by side; 0 for as many as there are processors. 1 works everywhere."""

    tells_progress: bool = True
    """Whether a build that takes longer than a second tells how far it is."""

    def __post_init__(self) -> None:
        if self.workers < 0:
            raise SettingsError(f"MACHINE: workers is {self.workers}, and must be 0 or more")

    @property
    def processes(self) -> int:
        """How many processes work side by side."""
        return self.workers or processors()


def machine_of(workers: str | None) -> Machine:
    """
    The machine as the environment tells of it: WELCOME_WORKERS is a number of processes, or nothing.

    SettingsError where it is no whole number.
    """
    try:
        return Machine(workers=int(workers or 0))
    except ValueError:
        raise SettingsError(f'WELCOME_WORKERS: "{workers}" is no whole number of processes') from None
