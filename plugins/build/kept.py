"""
What earlier builds found out about each text, on disk: a text whose bytes have not changed is not read again.

The state holds words of people, so it keeps nothing that the last reading did not use, and it is searched like every
other file of the project when a text is withdrawn. One that is missing, cut off, of other software or of another
site counts for nothing: then everything is read again, which is always right.

The rows of all texts are one file, in groups of some dozens. The pieces of bodies lie apart, in a file for each
group, and are fetched one by one by whoever shows them. Where one text was changed, one group is written anew; where
nothing was known, the bodies of a group are written by the process that read them.
"""

from __future__ import annotations

import marshal
import os
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from plugins.build.scanning import Stamp
from plugins.outputs import fingerprint
from plugins.problems import SettingsError
from plugins.records.keeping import Head, Rest
from plugins.whole import UNREADABLE, beside, check_of, sealed, unsealed, write_new

MARK = b"Welcome Stories, state 3\n"
"""How the file of rows begins."""

TOGETHER = 32
"""About how many texts are in one group."""

MOST_GROUPS = 128
"""A process may not have many more files of bodies open at once."""

SETTLED = 2_000_000_000
"""Nanoseconds for which a file must have been left alone before its stamp is trusted: file systems count coarsely."""

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
    fields: bytes
    """The hash of the lines of its fields."""
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
        self._groups: dict[int, bytes] = {}
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
            made_by, groups = marshal.loads(unsealed(MARK, self._file.read_bytes()))
            if made_by != self._made_by:
                return {}
            found = {name: row_of(own) for group in groups.values() for name, own in marshal.loads(group).items()}
            self._hold(row.blob for row in found.values())
            self._groups = groups
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

    def lay(self, rows: Sequence[Row]) -> Sequence[Row]:
        """
        The rows of a new group, with their bodies put where they will lie; as they are, where that cannot be. Called
        in any process.
        """
        with suppress(OSError):
            if self._began:
                placed = self._write_body_file([row.blob for row in rows])
                return [row._replace(blob=blob) for row, blob in zip(rows, placed, strict=True)]
        return rows

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
            self._hold(row.blob for row in rows.values())
            before = {number: set(names) for number, names in together(self.rows).items()}
            groups, files = {}, set()
            for number, names in together(rows).items():
                placed = self._place_bodies(rows, names)
                files |= {blob.file for blob in placed.values()}
                if before.get(number) == set(names) and all(rows[name] is self.rows[name] for name in names):
                    groups[number] = self._groups[number]
                else:
                    groups[number] = self._dump(rows, placed)
                self._blobs.update(placed)
            if groups != self._groups:
                content = marshal.dumps((self._made_by, groups))
                write_new(self._file, sealed(MARK, content))
            # What a reading that was cut off left behind goes too.
            self._remove_others(files)
        except OSError:
            forget(folder)

    def _dump(self, rows: Mapping[str, Row], placed: Mapping[str, Blob]) -> bytes:
        """The rows of a group, with the stamps that may be trusted and the places of their bodies."""
        return marshal.dumps(
            {name: plain_row(rows[name], self._trusted(rows[name].stamp), blob) for name, blob in placed.items()}
        )

    def _trusted(self, stamp: Stamp) -> Stamp:
        """A stamp, unless the file was written so shortly before it was read that it could change and keep it."""
        return stamp if stamp.mtime < self._began - SETTLED else NOWHERE

    def _place_bodies(self, rows: Mapping[str, Row], names: Iterable[str]) -> dict[str, Blob]:
        """Where the bodies of a group lie; their file is written where anything changed in it."""
        blobs = [(name, rows[name].blob) for name in names]
        lying = {name: blob for name, blob in blobs if isinstance(blob, Blob)}
        files = {blob.file for blob in lying.values()}
        if len(files) == 1 and len(lying) == len(blobs) and self._is_whole(files, blobs):
            return lying
        placed = self._write_body_file([blob for _, blob in blobs])
        self._hold(placed)
        return {name: blob for (name, _), blob in zip(blobs, placed, strict=True)}

    def _is_whole(self, files: Iterable[str], blobs: list[tuple[str, Any]]) -> bool:
        """Whether a file of bodies holds these and nothing besides."""
        (file,) = files
        return bool((self._bodies / file).stat().st_size == sum(blob.length for _, blob in blobs))

    def _write_body_file(self, blobs: list[Blob | bytes]) -> list[Blob]:
        contents = [blob if isinstance(blob, bytes) else self._read_blob(blob) for blob in blobs]
        checks = [blob.check if isinstance(blob, Blob) else check_of(blob) for blob in blobs]
        file = fingerprint(*checks)
        write_new(self._bodies / file, b"".join(contents))
        starts = accumulate(map(len, contents), initial=0)
        return [Blob(file, *own) for own in zip(starts, map(len, contents), checks, strict=False)]

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
    """Which texts are in one group: the same as long as the site does not double in size."""
    names = sorted(names)
    count = min(MOST_GROUPS, 1 << (len(names) // TOGETHER).bit_length())
    found: dict[int, list[str]] = {}
    for name in names:
        found.setdefault(crc32(name.encode("utf-8", "surrogatepass")) % count, []).append(name)
    return found


def plain_row(row: Row, stamp: Stamp, blob: Blob) -> tuple[Any, ...]:
    """A row as plain tuples, with the stamp and the place of the body that are kept."""
    head = None if row.head is None else tuple(row.head)
    return (tuple(stamp), row.digest, head, row.problems, row.contact, row.looks, row.fields, tuple(blob))


def row_of(values: Any) -> Row:
    """A row of plain tuples."""
    stamp, digest, head, problems, contact, looks, fields, blob = values
    return Row(Stamp(*stamp), digest, head and Head(*head), problems, contact, looks, fields, Blob(*blob))
