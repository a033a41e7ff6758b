"""
What earlier builds found out about each text, on disk: a text whose bytes have not changed is not read again.

The state holds words of people, so it keeps nothing that the last reading did not use, and it is searched like every
other file of the project when a text is withdrawn. One that is missing, cut off, of other software or of another
site counts for nothing: then everything is read again, which is always right.

The rows of all texts are one file. The pieces of bodies lie apart, in files of some hundred texts each, and are
fetched one by one by whoever shows them.
"""

from __future__ import annotations

import marshal
import os
import weakref
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from plugins.build.scanning import Stamp
from plugins.outputs import fingerprint
from plugins.problems import SettingsError
from plugins.records.keeping import Head, Rest

MARK = b"Welcome Stories, state 1\n"
"""How the file of rows begins."""

DIGEST = 16
"""Bytes of a hash in the state."""

TOGETHER = 128
"""About how many bodies lie in one file."""

MOST_FILES = 256
"""Of bodies: a process may not have many more open at once."""

SETTLED = 2_000_000_000
"""Nanoseconds for which a file must have been left alone before its stamp is trusted: file systems count coarsely."""

UNREADABLE = (OSError, ValueError, TypeError, LookupError, EOFError)

Looks = dict[str, tuple[str, tuple[Any, ...]]]
"""What checks found in a text, by the name of the check: the digest of its rules, and problems as plain values."""


class StateError(SettingsError):
    """
    The state is not what was written, or changed under our hands, and was removed. Whoever meets it starts again.
    """


class Blob(NamedTuple):
    """Where the pieces of one body lie."""

    file: str
    start: int
    length: int
    check: bytes


class Row(NamedTuple):
    """What is known of one file, as plain values."""

    stamp: Stamp
    digest: str
    """The hash of its bytes."""
    head: Head | None
    """The record in it; None where it holds none."""
    problems: tuple[Any, ...]
    """What reading it found."""
    contact: str
    """The public contact it gives."""
    looks: Looks
    blob: Blob | bytes
    """The pieces of its body: where they lie, or themselves, from `marshal`."""


NOWHERE = Stamp(-1, -1, -1, -1)
"""The stamp that no file has."""


class Kept:
    """
    The rows of the last reading, and the place for those of this one. Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None, made_by: str) -> None:
        self._folder = folder
        self._made_by = made_by
        self._open: dict[str, int] = {}
        self._blobs: dict[str, Blob | bytes] = {}
        weakref.finalize(self, close_all, self._open)
        self.rows = self._read()
        self._began = self._moment()

    @property
    def _file(self) -> Path:
        assert self._folder is not None
        return self._folder / "texts"

    @property
    def _bodies(self) -> Path:
        assert self._folder is not None
        return self._folder / "bodies"

    def _read(self) -> dict[str, Row]:
        if self._folder is None:
            return {}
        try:
            content = self._file.read_bytes()
            start = len(MARK) + DIGEST
            if not content.startswith(MARK) or content[len(MARK) : start] != check_of(memoryview(content)[start:]):
                return {}
            made_by, rows = marshal.loads(memoryview(content)[start:])
            if made_by != self._made_by:
                return {}
            found = {name: row_of(values) for name, values in rows.items()}
            self._hold(row.blob for row in found.values())
            return found
        except UNREADABLE:
            return {}

    def _moment(self) -> int:
        """The time by the clock of the file system, which need not be ours; 0 where nothing can be kept."""
        if self._folder is None:
            return 0
        try:
            self._bodies.mkdir(parents=True, exist_ok=True)
            probe = self._folder / "moment"
            probe.write_bytes(b"")
            return probe.stat().st_mtime_ns
        except OSError:
            return 0

    def _hold(self, blobs: Iterable[Blob | bytes]) -> None:
        """Open files of bodies, so that they can be read to the end whatever another build keeps meanwhile."""
        for file in {blob.file for blob in blobs if isinstance(blob, Blob)}:
            self._opened(file)

    def rest(self, name: str, row: Row) -> Callable[[], Rest]:
        """Fetches the pieces of a body; StateError where they are not there any more."""
        self._blobs[name] = row.blob
        return partial(self._fetch, name)

    def _fetch(self, name: str) -> Rest:
        blob = self._blobs[name]
        pieces, marks = marshal.loads(blob if isinstance(blob, bytes) else self._read_blob(blob))
        return pieces, marks

    def _read_blob(self, blob: Blob) -> bytes:
        """The bytes of one body; StateError where they are not what was written, and then the state is removed."""
        try:
            content = os.pread(self._opened(blob.file), blob.length, blob.start)
        except OSError:
            content = b""
        if check_of(content) != blob.check:
            if self._folder:
                forget(self._folder)
            raise StateError("what was kept of texts is not what was written, and was removed: do this once more")
        return content

    def _opened(self, file: str) -> int:
        if file not in self._open:
            self._open[file] = os.open(self._bodies / file, os.O_RDONLY)
        return self._open[file]

    def save(self, rows: Mapping[str, Row]) -> None:
        """
        Keep these rows, and nothing else; a folder that cannot be written to is no fault. Bodies are then fetched
        from there, and the rows are let go.
        """
        if self._folder is not None and self._began:
            self._write(self._folder, rows)
        self.rows = {}

    def _write(self, folder: Path, rows: Mapping[str, Row]) -> None:
        try:
            if rows == self.rows:
                # What a reading that was cut off left behind goes all the same.
                self._remove_others({row.blob.file for row in self.rows.values() if isinstance(row.blob, Blob)})
                return
            placed = self._write_bodies(rows)
            self._hold(placed.values())
            plain = {name: plain_row(row, self._trusted(row.stamp), placed[name]) for name, row in rows.items()}
            content = marshal.dumps((self._made_by, plain))
            write_new(self._file, MARK + check_of(content) + content)
            self._remove_others({blob.file for blob in placed.values()})
            self._blobs.update(placed)
        except OSError:
            forget(folder)

    def _trusted(self, stamp: Stamp) -> Stamp:
        """A stamp, unless the file was written so shortly before it was read that it could change and keep it."""
        return stamp if stamp.mtime < self._began - SETTLED else NOWHERE

    def _write_bodies(self, rows: Mapping[str, Row]) -> dict[str, Blob]:
        """Write the files of bodies in which anything changed."""
        placed: dict[str, Blob] = {}
        for names in together(rows).values():
            blobs = [(name, rows[name].blob) for name in names]
            old = {blob.file for _, blob in blobs if isinstance(blob, Blob)}
            if len(old) == 1 and all(isinstance(blob, Blob) for _, blob in blobs) and self._is_whole(old, blobs):
                placed.update((name, blob) for name, blob in blobs if isinstance(blob, Blob))
            else:
                placed.update(self._write_body_file(blobs))
        return placed

    def _is_whole(self, files: Iterable[str], blobs: list[tuple[str, Any]]) -> bool:
        """Whether a file of bodies holds these and nothing besides."""
        (file,) = files
        return bool((self._bodies / file).stat().st_size == sum(blob.length for _, blob in blobs))

    def _write_body_file(self, blobs: list[tuple[str, Blob | bytes]]) -> dict[str, Blob]:
        contents = [blob if isinstance(blob, bytes) else self._read_blob(blob) for _, blob in blobs]
        file = fingerprint(*contents)
        write_new(self._bodies / file, b"".join(contents))
        found, start = {}, 0
        for (name, _), content in zip(blobs, contents, strict=True):
            found[name] = Blob(file, start, len(content), check_of(content))
            start += len(content)
        return found

    def _remove_others(self, wanted: set[str]) -> None:
        """Remove the files of bodies that nobody wants; those who are at work with one can read it to the end."""
        beside(self._file).unlink(missing_ok=True)
        for path in self._bodies.iterdir():
            if path.name not in wanted:
                self._opened(path.name)
                path.unlink()


def close_all(opened: Mapping[str, int]) -> None:
    """Close the files that were opened."""
    for own in opened.values():
        os.close(own)


def forget(folder: Path) -> None:
    """Remove a state; whoever is at work with it meets a StateError or goes on as before."""
    with suppress(OSError):
        for name in ("texts", "memo"):
            (folder / name).unlink(missing_ok=True)
            beside(folder / name).unlink(missing_ok=True)
        for path in (folder / "bodies").iterdir():
            path.unlink()


def together(names: Iterable[str]) -> dict[int, list[str]]:
    """Which bodies lie in one file: the same as long as the site does not double in size."""
    names = sorted(names)
    count = min(MOST_FILES, 1 << (len(names) // TOGETHER).bit_length())
    found: dict[int, list[str]] = {}
    for name in names:
        found.setdefault(crc32(name.encode("utf-8", "surrogatepass")) % count, []).append(name)
    return found


def check_of(content: bytes | memoryview) -> bytes:
    """The hash by which bytes are known to be whole."""
    return blake2b(content, digest_size=DIGEST).digest()


def write_new(path: Path, content: bytes) -> None:
    """Write a file under another name and rename it, so that it is whole whenever it is there."""
    waiting = beside(path)
    waiting.write_bytes(content)
    waiting.replace(path)


def beside(path: Path) -> Path:
    """Where a file is written before it is renamed."""
    return path.with_name(f".{path.name}.new")


def plain_row(row: Row, stamp: Stamp, blob: Blob) -> tuple[Any, ...]:
    """A row as plain tuples, with the stamp that may be trusted and where its body lies."""
    head = None if row.head is None else tuple(row.head)
    return (tuple(stamp), row.digest, head, row.problems, row.contact, row.looks, tuple(blob))


def row_of(values: Any) -> Row:
    """A row of plain tuples."""
    stamp, digest, head, problems, contact, looks, blob = values
    return Row(Stamp(*stamp), digest, head and Head(*head), problems, contact, looks, Blob(*blob))
