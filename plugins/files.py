"""
The files of a folder, wherever links lead to them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path | str, prefix: str = "", above: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """
    Every file of a folder, sorted: its path from there, with slashes, and its whole path. Links are followed, but for
    those that lead in a circle. OSError where the folder is not there.
    """
    real = os.path.realpath(folder)
    if real in above:
        return
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            yield from files_below(entry.path, f"{prefix}{entry.name}/", above | {real})
        elif entry.is_file():
            yield prefix + entry.name, entry.path
