"""
A site that is edited at random, for long runs of edits.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2026, 11, 23)


@dataclass
class Edited:
    """A site that is edited; every choice comes from `random`."""

    folder: Path
    random: random.Random
    removed: dict[Path, bytes] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        """The texts."""
        return self.folder / "content"

    def pick(self, *patterns: str) -> Path:
        """One of the files of the content; one that is not there where none fits."""
        found = sorted(path for pattern in patterns for path in self.content.glob(pattern) if path.is_file())
        return self.random.choice(found) if found else self.content / "nothing"

    def change(self, path: Path | str, old: str, new: str) -> None:
        """Replace the first place at which a pattern is found in a file; one that was removed stays so."""
        path = self.folder / path
        if path.is_file():
            text = re.sub(old, lambda match: match.expand(new), path.read_text("utf-8"), count=1, flags=re.MULTILINE)
            path.write_text(text, "utf-8")
        if path.suffix == ".py":
            # Python takes a file of the same size and second for the one that it compiled before.
            shutil.rmtree(path.parent / "__pycache__", ignore_errors=True)

    def set(self, path: Path, key: str, value: str) -> None:
        """Give front matter a field, or another value of it; none where the value is empty."""
        self.change(path, rf"^{key}: .*\n", "")
        if value:
            self.change(path, r"^(id: .*)$", rf"\1\n{key}: {value}")

    def append(self, path: Path, words: str) -> None:
        """Let a text grow by a block; one that was removed stays so."""
        if path.is_file():
            path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")

    def word(self) -> str:
        """A word that stands nowhere else."""
        return "w" + "".join(self.random.choice("bdfgkmprtvz") for _ in range(8))

    def day(self, before: int, after: int) -> date:
        """A day around the first one."""
        return FIRST_DAY + timedelta(days=self.random.randint(-before, after))

    def one(self, *choices: str) -> str:
        """One of some words."""
        return self.random.choice(choices)


Edit = Callable[[Edited], str | None]
"""Makes one change, and may say what it was."""


def nothing(_own: Edited) -> None:
    """Nobody edits anything."""
