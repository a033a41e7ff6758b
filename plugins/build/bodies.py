"""
Where what most builds ask of few texts lies on disk: front matter and bodies, in a file for each group of texts.

A part is fetched by whoever needs it, and known by its hash to be what was written. Files are held open from when
they are known, so that they can be read to the end whatever another build keeps meanwhile.
"""

from __future__ import annotations

import marshal
import os
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, NamedTuple

from plugins.outputs import fingerprint
from plugins.problems import SettingsError
from plugins.records.keeping import INNER, REST
from plugins.whole import check_of, write_new


class StateError(SettingsError):
    """
    The state is not what was written, or changed under our hands, and was removed. Whoever meets it starts again.
    """


Blob = tuple[str, int, int, int, bytes, bytes]
"""
Where what is apart of one record lies: the file, where in it, the lengths of what few ask of a text and of the pieces
of its body, which lie there one after the other, and the hash of each.
"""


class Loose(NamedTuple):
    """The same as bytes from `marshal`, before they lie anywhere."""

    inner: bytes
    rest: bytes


class Bodies:
    """
    The files of a folder. `forget` is called where one is not what was written, before StateError is raised.
    """

    def __init__(self, folder: Path | None, forget: Callable[[], None]) -> None:
        self.folder = folder
        self._forget = forget
        self._open: dict[str, int] = {}
        self.old: set[str] = set()
        """The files that an earlier build wrote: what was written by this one is what it is."""
        weakref.finalize(self, close_all, self._open)

    def part(self, blob: Blob | Loose, part: int) -> Any:
        """What few ask of a text, or the pieces of its body and the places of the fields in their file."""
        return marshal.loads(self._loose(blob, part))

    def _loose(self, blob: Blob | Loose, part: int) -> bytes:
        if isinstance(blob, Loose):
            return blob[part]
        file, start, inner, rest, inner_check, rest_check = blob
        if part == INNER:
            return self._read(file, inner, start, inner_check)
        return self._read(file, rest, start + inner, rest_check)

    def _read(self, file: str, length: int, start: int, check: bytes) -> bytes:
        try:
            content = os.pread(self.hold(file), length, start)
        except OSError:
            content = b""
        if len(content) != length or (file in self.old and check_of(content) != check):
            self._forget()
            raise StateError("what was kept of texts is not what was written, and was removed: do this once more")
        return content

    def hold(self, file: str) -> int:
        """Open a file, or find it open; OSError where it is not there."""
        if file not in self._open:
            self._open[file] = os.open(self._path(file), os.O_RDONLY)
        return self._open[file]

    def _path(self, file: str) -> Path:
        assert self.folder is not None
        return self.folder / file

    def is_whole(self, file: str, size: int) -> bool:
        """Whether a file has the size with which it was written."""
        return os.stat(self._path(file)).st_size == size

    def place(self, blobs: Mapping[str, Blob | Loose]) -> tuple[str, int, dict[str, Blob]]:
        """
        The file in which some parts lie and nothing else, its size, and where in it each part lies; it is written
        where they do not lie so already.
        """
        lying = {name: blob for name, blob in blobs.items() if not isinstance(blob, Loose)}
        files = {blob[0] for blob in lying.values()}
        file, size = min(files, default=""), size_of(lying.values())
        if len(files) != 1 or len(lying) != len(blobs) or not self.is_whole(file, size):
            placed = self.write(list(blobs.values()))
            lying = dict(zip(blobs, placed, strict=True))
            file, size = placed[0][0], size_of(placed)
        self.hold(file)
        return file, size, lying

    def write(self, blobs: Sequence[Blob | Loose]) -> list[Blob]:
        """A new file of some parts, and where in it each lies; called in any process."""
        contents = [(self._loose(blob, INNER), self._loose(blob, REST)) for blob in blobs]
        checks = [(check_of(inner), check_of(rest)) for inner, rest in contents]
        file = fingerprint(*chain.from_iterable(checks))
        write_new(self._path(file), b"".join(chain.from_iterable(contents)))
        starts = accumulate((len(inner) + len(rest) for inner, rest in contents), initial=0)
        return [
            (file, start, len(inner), len(rest), *own)
            for start, (inner, rest), own in zip(starts, contents, checks, strict=False)
        ]

    def remove_others(self, wanted: set[str]) -> None:
        """Remove the files that nobody wants; those who are at work with one can read it to the end."""
        assert self.folder is not None
        for path in self.folder.iterdir():
            if path.name not in wanted:
                self.hold(path.name)
                path.unlink()


def close_all(opened: Mapping[str, int]) -> None:
    """Close the files that were opened."""
    for own in opened.values():
        os.close(own)


def size_of(blobs: Iterable[Blob]) -> int:
    """How large the file is in which nothing but these lies."""
    return sum(inner + rest for _, _, inner, rest, *_ in blobs)
