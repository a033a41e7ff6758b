"""
Pelican as it comes, with its own readers, writers and feeds, and a small theme.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pelican

from bench.measuring import Run
from bench.plain import SECTIONS
from bench.rivals.rival import Rival

FRONT = """\
Title: {title}
Description: {summary}
Date: {date}
Tags: {topics}
Author: {place}
"""


class Stock(Rival):
    """Pelican, the same version as ours."""

    name = f"Pelican {pelican.__version__}"
    folder = "stock"
    output = "output"
    front = dict.fromkeys(SECTIONS, FRONT)

    def install(self, tools: Path) -> None:
        """It is installed already."""

    def run(self, home: Path) -> Run:
        """As its own manual says."""
        command = (sys.executable, "-m", "pelican", "content", "-o", self.output, "-s", "pelicanconf.py")
        return Run((*command, "--quiet"), home, may_complain=True)
