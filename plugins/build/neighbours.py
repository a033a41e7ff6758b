"""
What a build leaves beside an output folder, and never inside it: the manifest, the journal, the lock, what waits.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Neighbours(NamedTuple):
    """
    The files beside an output folder: for `output/` they are `.output.manifest` and so on.
    """

    output: Path

    def _beside(self, name: str) -> Path:
        return self.output.parent / f".{self.output.name}.{name}"

    @property
    def manifest(self) -> Path:
        """What stands in the folder."""
        return self._beside("manifest")

    @property
    def journal(self) -> Path:
        """The paths that a build under way may have touched."""
        return self._beside("journal.json")

    @property
    def lock(self) -> Path:
        """Held by the build that is under way."""
        return self._beside("lock")

    @property
    def staging(self) -> Path:
        """Files that wait for all checks to pass."""
        return self._beside("staging")


def read_journal(path: Path) -> set[str] | None:
    """The paths of a build that was cut off; None where none was, all (an empty name) where it cannot be read."""
    try:
        return set(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return {""}


def write_journal(path: Path, touched: Iterable[str]) -> None:
    """Write down which paths will be touched, before any is."""
    write_whole(path, json.dumps(sorted(touched), indent=0).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name, make sure it is on the disk, and rename it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".new")
    with waiting.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(path)
