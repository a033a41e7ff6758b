"""
What the library needs to know of this build.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
