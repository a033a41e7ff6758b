"""
Which files below the content folder are texts, and what tells that one has not been touched.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.build.workers import beside
from plugins.problems import Problem

ALMOST = (".md", ".markdown", ".mdown", ".mkd", ".mdx")
"""Endings of files that somebody meant to be texts."""


class Stamp(NamedTuple):
    """What the file system says of a file: whoever writes into it changes one of these."""

    size: int
    mtime: int
    """In nanoseconds."""
    inode: int
    ctime: int
    """In nanoseconds too: when the file system last saw it change, which nobody can put back."""


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp in what the file system says."""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


Stamps = dict[str, tuple[int, ...]]
"""The stamp of each text by its path below the content folder, in the order of paths, whatever order the disk has."""


def find_files(folder: Path, shown: str) -> tuple[Stamps, list[Problem]]:
    """
    The Markdown files below the content folder with their stamps, and what is wrong with files there.

    Links out of the folder are refused: a text must be in the repository to be reviewed.
    """
    scan = _Scan(folder.resolve(), shown)
    scan.walk(str(folder), "")
    return dict(sorted(scan.found)), scan.problems


class Ahead:
    """
    Looks for files before anybody asks for them, in a process of its own where there may be two.
    """

    def __init__(self, folder: Path, shown: str, workers: int) -> None:
        self._about = (folder, shown)
        self._ask: Callable[[], tuple[bytes, list[Problem]]] | None = beside(
            partial(find_plain, folder, shown), workers
        )

    def find(self, folder: Path, shown: str) -> tuple[Stamps, list[Problem]]:
        """What `find_files` gives; who asks a second time wants to know what stands there by then."""
        if self._ask is None or self._about != (folder, shown):
            return find_files(folder, shown)
        plain, problems = self._ask()
        self._ask = None
        return marshal.loads(plain), problems


def find_plain(folder: Path, shown: str) -> tuple[bytes, list[Problem]]:
    """What `find_files` gives, as it goes from process to process in a fraction of the time."""
    stamps, problems = find_files(folder, shown)
    return marshal.dumps(stamps), problems


class _Scan:
    """One walk through a folder."""

    def __init__(self, root: Path, shown: str) -> None:
        self._root = root
        self._shown = shown
        self.found: list[tuple[str, tuple[int, ...]]] = []
        self.problems: list[Problem] = []

    def walk(self, folder: str, prefix: str) -> None:
        """Find the texts of a folder and of those in it."""
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name == "README.md" or name.startswith((".", "#")):
                    if entry.is_dir(follow_symlinks=False):
                        self.walk(entry.path, f"{prefix}{name}/")
                elif entry.is_file(follow_symlinks=False):
                    self._take(entry, prefix + name)
                elif entry.is_symlink():
                    self._follow(entry, prefix + name)
                elif entry.is_dir():
                    self.walk(entry.path, f"{prefix}{name}/")

    def _take(self, entry: os.DirEntry[str], relative: str) -> None:
        """A file, if it is a text."""
        if relative.endswith(".md"):
            self.found.append((relative, tuple(stamp_of(entry.stat()))))
        elif relative.lower().endswith(ALMOST):
            self._refuse(relative, "the name of a text ends in .md, in small letters", "Rename the file.")

    def _follow(self, entry: os.DirEntry[str], relative: str) -> None:
        """What a link leads to, if it may be followed."""
        if not Path(entry.path).resolve().is_relative_to(self._root):
            self._refuse(relative, "this is a link that leaves the folder", "Copy here what it leads to.")
        elif entry.is_dir():
            self._refuse(relative, "this is a link to a folder", "Copy the folder here.")
        elif entry.is_file():
            self._take(entry, relative)
        elif relative.lower().endswith(ALMOST):
            self._refuse(relative, "this is a link that leads nowhere", "Remove it, or put the text itself here.")

    def _refuse(self, relative: str, what: str, todo: str) -> None:
        self.problems.append(Problem(f"{self._shown}/{relative}", 1, 1, what, todo))
