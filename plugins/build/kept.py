"""
What earlier builds found out about each text, on disk: a text whose bytes have not changed is not read again.

The state holds words of people, so it keeps nothing that the last reading did not use, and it is searched like every
other file of the project when a text is withdrawn. One that is missing, cut off, of other software or of another
site counts for nothing: then everything is read again, which is always right.

The rows of all texts are one file, in groups of some dozens. Front matter and bodies lie apart (`bodies`), in a file
for each group. Where one text was changed, one group is written anew; where nothing was known, the file of a group is
written by the process that read its texts.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from plugins.build.bodies import Blob, Bodies, Loose
from plugins.build.scanning import Stamp
from plugins.records.keeping import Head, Inner, Rest
from plugins.whole import UNREADABLE, beside, sealed, unsealed, write_new

MARK = b"Welcome Stories, state 5\n"
"""How the file of rows begins."""

TOGETHER = 32
"""About how many texts are in one group."""

MOST_GROUPS = 128
"""A process may not have many more files of bodies open at once."""

SETTLED = 2_000_000_000
"""Nanoseconds for which a file must have been left alone before its stamp is trusted: file systems count coarsely."""

Looks = dict[str, tuple[str, tuple[Any, ...]]]
"""What checks found in a text, by the name of the check: the digest of its rules, and problems as plain values."""


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
    blob: Blob | Loose
    """What is apart of the record."""


Group = tuple[str, int, Looks, bytes]
"""
What is kept of some texts: the file of their bodies and its size, what checks found in most of them, and their rows as
`marshal` writes them, without what is told before.
"""

NOWHERE = Stamp(-1, -1, -1, -1)
"""The stamp that no file has."""


class Kept:
    """
    The rows of the last reading, and the place for those of this one. Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None, made_by: str) -> None:
        self._folder = folder
        self._made_by = made_by
        self._bodies = Bodies(folder and folder / "bodies", self._forget)
        self._blobs: dict[str, Blob | Loose] = {}
        self._groups: dict[int, Group] = {}
        self._together: dict[int, list[str]] = {}
        self.rows = self._read()
        self._began = self._moment()

    @property
    def _file(self) -> Path:
        assert self._folder is not None
        return self._folder / "texts"

    def _forget(self) -> None:
        if self._folder:
            forget(self._folder)

    def _read(self) -> dict[str, Row]:
        if self._folder is None:
            return {}
        try:
            made_by, groups = marshal.loads(unsealed(MARK, self._file.read_bytes()))
            if made_by != self._made_by:
                return {}
            found: dict[str, Row] = {}
            names = {}
            for number, (file, _, looks, raw) in groups.items():
                self._bodies.hold(file)
                rows = marshal.loads(raw)
                names[number] = list(rows)
                found.update((name, row_of(values, file, looks)) for name, values in rows.items())
            self._groups, self._together = groups, names
            return found
        except UNREADABLE:
            return {}

    def _moment(self) -> int:
        """The time by the clock of the file system, which need not be ours; 0 where nothing can be kept."""
        if self._folder is None or self._bodies.folder is None:
            return 0
        try:
            self._bodies.folder.mkdir(parents=True, exist_ok=True)
            probe = self._folder / "moment"
            probe.write_bytes(b"")
            return probe.stat().st_mtime_ns
        except OSError:
            return 0

    def parts(self, name: str, row: Row) -> tuple[Callable[[], Inner], Callable[[], Rest]]:
        """Fetch what is apart of a record; StateError where it is not there any more."""
        self._blobs[name] = row.blob
        bodies, blobs = self._bodies, self._blobs
        # Where it lies may change until then.
        return lambda: bodies.inner(blobs[name]), lambda: bodies.rest(blobs[name])

    def lay(self, rows: Sequence[Row]) -> Sequence[Row]:
        """
        The rows of a new group, with their bodies put where they will lie; as they are, where that cannot be. Called
        in any process.
        """
        with suppress(OSError):
            if self._began:
                placed = self._bodies.write([row.blob for row in rows])
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
            # Whatever becomes of the folder, what lies there now can be read to the end.
            for file in {row.blob.file for row in rows.values() if isinstance(row.blob, Blob)}:
                self._bodies.hold(file)
            changed = {name for name, row in rows.items() if self.rows.get(name) is not row}
            is_known = rows.keys() == self.rows.keys()
            groups = {}
            for number, names in (self._together if is_known else together(rows)).items():
                if is_known and changed.isdisjoint(names) and self._bodies.is_whole(*self._groups[number][:2]):
                    groups[number] = self._groups[number]
                else:
                    groups[number] = self._keep_group(rows, names)
            if groups != self._groups:
                content = marshal.dumps((self._made_by, groups))
                write_new(self._file, sealed(MARK, content))
            # What a reading that was cut off left behind goes too.
            beside(self._file).unlink(missing_ok=True)
            self._bodies.remove_others({group[0] for group in groups.values()})
        except OSError:
            forget(folder)

    def _keep_group(self, rows: Mapping[str, Row], names: Iterable[str]) -> Group:
        """A group whose bodies lie in one file, with the stamps that may be trusted."""
        file, size, placed = self._bodies.place({name: rows[name].blob for name in names})
        self._blobs.update(placed)
        looks = next(iter(rows[name].looks for name in placed))
        kept = {
            name: plain_row(rows[name], self._trusted(rows[name].stamp), blob, looks) for name, blob in placed.items()
        }
        return file, size, looks, marshal.dumps(kept)

    def _trusted(self, stamp: Stamp) -> Stamp:
        """A stamp, unless the file was written so shortly before it was read that it could change and keep it."""
        return stamp if stamp.mtime < self._began - SETTLED else NOWHERE


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


def plain_row(row: Row, stamp: Stamp, blob: Blob, looks: Looks) -> tuple[Any, ...]:
    """A row as plain tuples, with the stamp and the place of the body that are kept, without what its group tells."""
    head = None if row.head is None else tuple(row.head)
    own = None if row.looks == looks else row.looks
    return (tuple(stamp), row.digest, head, row.problems, row.contact, own, row.fields, *blob[1:])


def row_of(values: Any, file: str, looks: Looks) -> Row:
    """A row of plain tuples and of what its group tells."""
    stamp, digest, head, problems, contact, own, fields, *blob = values
    # Thousands are made so: this is what the classes do in the end when they are called.
    stamp, head, blob = new(Stamp, stamp), head and new(Head, head), new(Blob, (file, *blob))
    return new(Row, (stamp, digest, head, problems, contact, looks if own is None else own, fields, blob))


new = tuple.__new__
