"""
What earlier builds found out about each text, on disk: a text whose bytes have not changed is not read again.

The state holds words of people, so it keeps nothing that the last reading did not use, and it is searched like every
other file of the project when a text is withdrawn. One that is missing, cut off, of other software or of another
site counts for nothing: then everything is read again, which is always right.

The rows of all texts are one file, in groups of some dozens. Front matter and bodies lie apart (`bodies`), in a file
for each group. Where one text was changed, one group is made anew, and the others are written as they were read; where
nothing was known, the file of a group is written by the process that read its texts.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from plugins.build.bodies import Blob, Bodies, Loose
from plugins.build.scanning import Stamp
from plugins.records.keeping import Head
from plugins.whole import UNREADABLE, Piece, beside, joined, parted, piece_of, write_new

MARK = b"Welcome Stories, state 6\n"
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

    stamp: tuple[int, ...]
    """A `Stamp`."""
    digest: str
    """The hash of its bytes."""
    head: Head | None
    """The record in it; None where it holds none."""
    problems: tuple[Any, ...]
    """What reading it found."""
    contact: str
    """The public contact it gives."""
    looks: Looks
    """One for all texts of a group in which checks found the same, which is nothing."""
    fields: bytes
    """The hash of the lines of its fields."""
    blob: Blob | Loose
    """What is apart of the record."""


class Group(NamedTuple):
    """What is kept of some texts: the file of their bodies with its size, and their rows by name, from `marshal`."""

    file: str
    size: int
    rows: Piece


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
        self._fetched: Mapping[str, Row] = {}
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
            front, *pieces = parted(MARK, self._file.read_bytes())
            made_by, files = marshal.loads(front.content)
            if made_by != self._made_by:
                return {}
            found: dict[str, Row] = {}
            groups, names = {}, {}
            for (number, file, size), piece in zip(files, pieces, strict=True):
                self._bodies.hold(file)
                self._bodies.old.add(file)
                rows = marshal.loads(piece.content)
                groups[number], names[number] = Group(file, size, piece), list(rows)
                found.update(zip(rows, map(as_row, rows.values()), strict=True))
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

    def fetch_later(self, rows: Mapping[str, Row]) -> None:
        """Let `fetch` know of what lies apart in these rows."""
        self._fetched = rows

    def fetch(self, name: str, part: int) -> Any:
        """What lies apart of a record, wherever it lies by now; StateError where it is not there any more."""
        return self.part_of(self._blobs.get(name) or self._fetched[name].blob, part)

    def part_of(self, blob: Blob | Loose, part: int) -> Any:
        """The same of a row that was read before."""
        return self._bodies.part(blob, part)

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

    def save(self, rows: Mapping[str, Row], changed: Set[str]) -> None:
        """
        Keep these rows, of which some are `changed`, and nothing else; a folder that cannot be written to is no fault.
        Bodies are then fetched from there.
        """
        if self._folder is not None and self._began:
            self._write(self._folder, rows, changed)

    def _write(self, folder: Path, rows: Mapping[str, Row], changed: Set[str]) -> None:
        try:
            # Whatever becomes of the folder, what lies there now can be read to the end.
            for file in {blob[0] for name in changed if not isinstance(blob := rows[name].blob, Loose)}:
                self._bodies.hold(file)
            if not self._groups or rows.keys() != self.rows.keys():
                groups = {number: self._keep_group(rows, names) for number, names in together(rows).items()}
            else:
                groups = self._with_changed(rows, changed)
            if groups != self._groups:
                files = [(number, group.file, group.size) for number, group in groups.items()]
                front = piece_of(marshal.dumps((self._made_by, files)))
                write_new(self._file, joined(MARK, [front, *(group.rows for group in groups.values())]))
            # What a reading that was cut off left behind goes too.
            beside(self._file).unlink(missing_ok=True)
            self._bodies.remove_others({group.file for group in groups.values()})
        except OSError:
            forget(folder)

    def _with_changed(self, rows: Mapping[str, Row], changed: Set[str]) -> dict[int, Group]:
        """The groups as they are, but for those in which a text was changed, or whose bodies were."""
        return {
            number: group
            if changed.isdisjoint(names) and self._bodies.is_whole(group.file, group.size)
            else self._keep_group(rows, names)
            for (number, group), names in zip(self._groups.items(), self._together.values(), strict=True)
        }

    def _keep_group(self, rows: Mapping[str, Row], names: Iterable[str]) -> Group:
        """A group whose bodies lie in one file, with the stamps that may be trusted."""
        file, size, placed = self._bodies.place({name: rows[name].blob for name in names})
        self._blobs.update(placed)
        looks = next(iter(rows[name].looks for name in placed))
        kept = {
            name: plain_row(rows[name], self._trusted(rows[name].stamp), blob, looks) for name, blob in placed.items()
        }
        return Group(file, size, piece_of(marshal.dumps(kept)))

    def _trusted(self, stamp: tuple[int, ...]) -> Stamp:
        """A stamp, unless the file was written so shortly before it was read that it could change and keep it."""
        found = Stamp(*stamp)
        return found if found.mtime < self._began - SETTLED else NOWHERE


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
    """A row as plain values; what is one thing in all rows of a group is written once."""
    own = looks if row.looks == looks else row.looks
    return tuple(row._replace(stamp=tuple(stamp), looks=own, blob=blob))


as_row = partial(tuple.__new__, Row)
"""The row of its plain values: thousands are made so, and this is what the class does in the end."""
