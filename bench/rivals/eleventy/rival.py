"""
Eleventy, from its package, with templates in JavaScript, which are its fastest.

Texts go through no other template language than Markdown.
"""

from __future__ import annotations

from pathlib import Path

from bench.measuring import Run
from bench.plain import SECTIONS
from bench.rivals.installing import npm_install
from bench.rivals.rival import Rival

PACKAGE = "@11ty/eleventy@3.1.8"

FRONT = """\
---
title: {title}
description: {summary}
date: {date}
topics: [{topics}]
places: [{place}]
---
"""


class Eleventy(Rival):
    """Eleventy."""

    name = "Eleventy 3.1"
    folder = "eleventy"
    output = "_site"
    front = dict.fromkeys(SECTIONS, FRONT)

    def install(self, tools: Path) -> None:
        """From the package index of Node."""
        self.program = npm_install(PACKAGE, tools / self.folder, "@11ty/eleventy/cmd.cjs")

    def run(self, home: Path) -> Run:
        """Silent, since lines on a terminal cost time."""
        return Run(("node", str(self.program), "--quiet"), home, may_complain=True)
