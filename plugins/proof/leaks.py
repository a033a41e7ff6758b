"""
Searches a folder for what was withdrawn: the words in any dress, the name, and pictures.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from plugins.consent.traces import count_runs, fold, sequences
from plugins.media.kinds import PICTURES, kind_of
from plugins.proof.reading import readable

PASSED_BY = frozenset({".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"})
"""Folders that hold no words of texts, and git's own, of which the receipt speaks."""


def is_no_picture(_content: bytes) -> bool:
    """Whether bytes are a picture that is sought, where none is."""
    return False


class Sought(NamedTuple):
    """What must be nowhere."""

    sequences: frozenset[str]
    names: tuple[str, ...] = ()
    """Public names, as they were printed."""
    is_same_picture: Callable[[bytes], bool] = is_no_picture


@dataclass
class Search:
    """What was looked at, and what was found."""

    files: int = 0
    size: int = 0
    """In bytes."""
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether neither words nor pictures were found; a name may be another person's."""
        return not (self.words or self.pictures)


def files_below(folder: Path) -> Iterator[Path]:
    """All files of a folder, sorted, without those that hold no words of texts."""
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in PASSED_BY)
        yield from (Path(directory, name) for name in sorted(names))


def search(folder: Path, sought: Sought, without: frozenset[Path] = frozenset()) -> Search:
    """Look for all that is sought in every file of a folder, also in the names of files."""
    found = Search()
    phrases = [f" {' '.join(fold(name))} " for name in sought.names if fold(name)]
    for path in files_below(folder):
        if path in without or not path.is_file():
            continue
        content = path.read_bytes()
        found.files += 1
        found.size += len(content)
        shown = path.relative_to(folder).as_posix()
        if kind_of(content) in PICTURES:
            found.pictures += (shown,) if sought.is_same_picture(content) else ()
            continue
        texts = [fold(text) for text in readable(path.name, content)]
        if any(sequence in sought.sequences for words in texts for sequence in sequences(words)):
            found.words += (shown,)
        if any(phrase in f" {' '.join(words)} " for phrase in phrases for words in texts):
            found.names += (shown,)
    return found


def search_hashes(folder: Path, hashes: frozenset[str], key: bytes) -> list[str]:
    """The files in which a text, of which only keyed hashes are left, is found again."""
    found = []
    for path in files_below(folder):
        content = path.read_bytes()
        if kind_of(content) in PICTURES:
            continue
        if any(count_runs(fold(text), hashes, key) for text in readable(path.name, content)):
            found.append(path.relative_to(folder).as_posix())
    return found
