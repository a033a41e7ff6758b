"""
What stands in an output folder, looked for while texts are read: it takes a while where there are many files.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.build.manifest import Look, read_manifest
from plugins.build.neighbours import Neighbours
from plugins.build.scanning import Stamp, stamp_of
from plugins.build.workers import beside

KEPT = frozenset({".git"})
"""What stands at the top of an output folder and is not ours."""


class Found(NamedTuple):
    """What stands in a folder: its files, each with its look, and the folders that hold nothing."""

    files: dict[str, Look]
    empty: list[str]


class Lookout:
    """
    Looks at a folder ahead of those who will ask for it, in a process of its own where there may be two.
    """

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        self._stamps = stamps_beside(folder)
        self._ask = beside(partial(find_changed, folder), workers)

    def find(self, folder: Path) -> Found | None:
        """
        What stands in a folder: as it was seen, where no other build was at work there since. None where that is what
        the manifest says.
        """
        found = self._ask()
        if folder == self._folder and stamps_beside(folder) == self._stamps:
            return found
        return find_all(folder)


def find_changed(folder: Path) -> Found | None:
    """What stands in a folder; None where it is just what the manifest says."""
    found = find_all(folder)
    return None if found == (read_manifest(Neighbours(folder).manifest).looks, []) else found


def stamps_beside(folder: Path) -> list[Stamp | None]:
    """The stamps of what every build that changes a folder writes beside it."""
    beside = Neighbours(folder)
    return [stamp_of(path.stat()) if path.exists() else None for path in (beside.manifest, beside.journal)]


def find_all(folder: Path) -> Found:
    """All files below a folder, and all links, each with its look; what lies behind a link is not ours."""
    found = Found({}, [])
    if folder.is_dir():
        _walk(str(folder), "", found)
    return found


def _walk(folder: str, prefix: str, found: Found) -> None:
    with os.scandir(folder) as entries:
        is_empty = True
        for entry in entries:
            is_empty = False
            if not prefix and entry.name in KEPT:
                continue
            if entry.is_dir(follow_symlinks=False):
                _walk(entry.path, f"{prefix}{entry.name}/", found)
            else:
                stat = entry.stat(follow_symlinks=False)
                found.files[prefix + entry.name] = (stat.st_size, stat.st_mtime_ns)
        if is_empty and prefix:
            found.empty.append(prefix.rstrip("/"))
