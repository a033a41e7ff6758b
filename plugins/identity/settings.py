"""
Whether the guard over real names must have looked before testimonies are published.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Guarding:
    """
    The passphrase of the guard, and what a build does without it.
    """

    passphrase: str = ""
    """What opens content/guard.txt; it comes from the environment and stands in no file of the repository."""

    is_required: bool = False
    """
    Whether testimonies are left out of a build in which the guard could not look. True for the public site;
    set it to False there only if nobody keeps a register of real names.
    """
