"""
What a generator has to say of itself to be measured beside the others.
"""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from bench.measuring import Run
from bench.plain import PlainText, write_texts

HERE = Path(__file__).resolve().parent


class MissingError(Exception):
    """A generator that cannot be had here; says why."""


class Rival(ABC):
    """
    One generator. Its site stands in `site/` of its folder: settings and templates, and no text.
    """

    name: str
    folder: str
    """Of its room below bench/rivals."""
    output: str
    """The folder it writes, below that of the site."""
    front: dict[str, str]
    """What stands above the texts of each section, with the fields of PlainText in braces."""

    @property
    def site(self) -> Path:
        """Its settings and templates."""
        return HERE / self.folder / "site"

    @abstractmethod
    def install(self, tools: Path) -> None:
        """Make it ready, in a folder for programs. MissingError where that cannot be done."""

    @abstractmethod
    def run(self, home: Path) -> Run:
        """A full build of the site that stands in a folder."""

    def settle(self, home: Path, texts: Sequence[PlainText]) -> None:
        """Make the site in a folder that is not there yet: settings, templates and texts."""
        shutil.copytree(self.site, home)
        write_texts(texts, home / "content", self.front)

    def forget(self, home: Path) -> None:
        """Remove what a build made."""
        shutil.rmtree(home / self.output, ignore_errors=True)
