"""
Takes away from an output folder what may not stand there any more, and nothing that no build has put there.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from plugins.build.finding import KEPT
from plugins.build.neighbours import Neighbours
from plugins.problems import SettingsError

MARK = ".nojekyll"
"""A file in every output folder: it tells GitHub Pages to leave names alone, and us that the folder is ours."""


def remove(path: Path) -> None:
    """Remove one file or link."""
    path.unlink(missing_ok=True)


def prune(folder: Path, emptied: Iterable[PurePosixPath]) -> None:
    """Remove folders that have become empty, and those above them."""
    for path in sorted({above for own in emptied for above in (own, *own.parents)}, key=lambda own: -len(own.parts)):
        if path.parts:
            with suppress(OSError):
                (folder / path).rmdir()


def refuse_foreign(folder: Path) -> None:
    """Refuse to clear a folder that no build of ours has filled: it may hold somebody's work."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise SettingsError(f"{folder} is a file. Choose another folder for the site, or move the file away")
    inside = {path.name for path in folder.iterdir()} - KEPT
    if inside and MARK not in inside and not Neighbours(folder).manifest.exists():
        raise SettingsError(
            f"{folder} holds {min(inside)!r}, which no build has put there, "
            "and a build removes all that is not its own. "
            "Empty the folder, or choose another one"
        )
