"""
The least: a small program in Python that makes the plain site and does nothing else. It shows what is left to gain.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.measuring import Run
from bench.plain import SECTIONS
from bench.rivals.rival import Rival

ROOT = Path(__file__).resolve().parents[3]

FRONT = """\
---
title: {title}
summary: {summary}
date: {date}
topics: {topics}
place: {place}
---
"""


class Least(Rival):
    """Python and the Markdown converter of ours, without checks, cleaning, themes, features or errors that tell."""

    name = "The least in Python"
    folder = "least"
    output = "output"
    front = dict.fromkeys(SECTIONS, FRONT)

    def install(self, tools: Path) -> None:
        """It is here."""

    def run(self, home: Path) -> Run:
        """One script."""
        return Run((sys.executable, "least.py"), home, {"PYTHONPATH": str(ROOT)})
