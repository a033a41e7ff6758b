"""
Reads all texts: those whose bytes are known are taken from the state, the others are read side by side.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from plugins.build.bodies import Loose
from plugins.build.kept import NOWHERE, Kept, Looks, Row, together
from plugins.build.looking import Look, looked, missing_of, was_looked
from plugins.build.progress import SILENT, Progress
from plugins.build.scanning import Stamp, Stamps, stamp_of
from plugins.build.workers import portions_of, spread
from plugins.outputs import fingerprint
from plugins.problems import Problem
from plugins.records.keeping import BASIS, dump_problems, dump_record, load_problems, load_record
from plugins.records.reading import Fields, Named, RenderBody, decode, parse_text, read_fields
from plugins.records.record import Record

LARGE = 1 << 20
"""How many bytes of a file are read at once after the first time."""

PORTION = 16
"""How many texts a process reads before it asks for more."""


class Wanted(NamedTuple):
    """One file to be read or looked at."""

    named: Named
    file: str
    digest: str
    """The hash of its bytes as far as they are known."""
    looks: tuple[Look, ...]


class Before(NamedTuple):
    """The fields that were read from some lines."""

    lines: bytes
    """Their hash."""
    load: Callable[[], Record]
    """Gives the record that holds them."""


Again = tuple[tuple[int, ...], Looks]
"""
What a file gave whose bytes were known: its stamp, and what the looks found. Plain tuples go from process to process in
a fraction of the time.
"""


@dataclass
class Readings:
    """
    All texts of a content folder, read as far as they could be.
    """

    folder: Path
    kept: Kept
    workers: int
    named: dict[str, Named]
    """By the path below the content folder."""
    progress: Progress = SILENT

    rows: dict[str, Row] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    """The paths of those that were read or looked at now."""
    asked: list[Mapping[str, Look]] = field(default_factory=list)
    """The looks that were asked for, by path; a later one of the same name stands for an earlier one."""

    def read(self, stamps: Stamps, looks: Sequence[Look], render: RenderBody) -> None:
        """Read what is not known yet, and look at what was not looked at by these rules."""
        self.asked = [dict.fromkeys(stamps, look) for look in looks]
        known = self.kept.rows
        self.rows = {relative: known[relative] for relative in stamps if relative in known}
        missing = missing_of(looks, self._all_looks())
        wanted = [
            Wanted(self.named[relative], relative, row.digest, missing[id(row.looks)])
            if row
            else Wanted(self.named[relative], relative, "", tuple(looks))
            for relative, stamp in stamps.items()
            if (row := known.get(relative)) is None or row.stamp != stamp or missing[id(row.looks)]
        ]
        work = partial(read_some, self.folder, tuple(looks), render, self._before)
        if self.kept.rows:
            self._take(portions_of(wanted, PORTION), work)
        else:
            # The bodies that will lie together are read together, and kept by whoever read them.
            by_file = {own.file: own for own in wanted}
            groups = [[by_file[name] for name in names] for names in together(by_file).values()]
            self._take(groups, lambda group: self.kept.lay([own for own in work(group) if isinstance(own, Row)]))
        if list(self.rows) != list(stamps):
            # Texts come in the order of their paths, whichever of them were known.
            self.rows = {relative: self.rows[relative] for relative in stamps}

    def _before(self, relative: str) -> Before | None:
        """The fields of a file as they were, where they were right."""
        row = self.kept.rows.get(relative)
        if row is None or row.head is None:
            return None
        fetch = partial(self.kept.part_of, row.blob)
        return Before(row.fields, partial(load_record, row.head, self.named[relative], fetch))

    def look(self, looks: Mapping[str, Look]) -> None:
        """Look at some texts, each by its path, where that was not done yet by these rules."""
        self.asked.append(looks)
        wanted = [
            Wanted(self.named[relative], relative, self.rows[relative].digest, (look,))
            for relative, look in looks.items()
            if not was_looked(self.rows[relative].looks, look)
        ]
        self._take(portions_of(wanted, PORTION), partial(read_some, self.folder, (), None, self._before))

    def _take(
        self, portions: Sequence[Sequence[Wanted]], work: Callable[[Sequence[Wanted]], Sequence[Row | Again]]
    ) -> None:
        found = chain.from_iterable(spread(portions, work, self.workers, self.progress))
        self.changed |= {own.file for own in chain.from_iterable(portions)}
        for own, given in zip(chain.from_iterable(portions), found, strict=True):
            if isinstance(given, Row):
                self.rows[own.file] = given
            else:
                stamp, looks = given
                row = self.rows[own.file]
                self.rows[own.file] = row._replace(stamp=stamp, looks={**row.looks, **looks} if looks else row.looks)

    def problems(self, looks: Iterable[str]) -> Iterator[Problem]:
        """Everything that is wrong with single files, by reading and by the looks of these names."""
        names = tuple(looks)
        # Nearly all texts are right, and share what checks found in them.
        right = {id(own): not any(own[name][1] for name in names if name in own) for own in self._all_looks()}
        for row in self.rows.values():
            if row.problems:
                yield from load_problems(row.problems)
            if not right[id(row.looks)]:
                yield from load_problems([own for name in names if name in row.looks for own in row.looks[name][1]])

    def _all_looks(self) -> Iterable[Looks]:
        """What checks found, each once that several texts share."""
        return {id(row.looks): row.looks for row in self.rows.values()}.values()

    def records(self) -> list[Record]:
        """The records of all files that hold one."""
        self.kept.fetch_later(self.rows)
        named, fetch = self.named, self.kept.fetch
        return [
            load_record(row.head, named[relative], partial(fetch, relative))
            for relative, row in self.rows.items()
            if row.head
        ]

    @property
    def basis(self) -> str:
        """Changes with all that was read but the words of bodies."""
        return fingerprint("texts", "\0".join(self.bases), "\0".join(self.bases.values()))

    @cached_property
    def bases(self) -> dict[str, str]:
        """Of each file, what `basis` is made of."""
        return {relative: row.head[BASIS] if row.head else "nothing" for relative, row in self.rows.items()}

    def read_again(self, relative: str, render: RenderBody) -> tuple[Record | None, str, list[Problem]]:
        """One text as it stands now: its record, the basis of that, and all that is wrong with it by itself."""
        looks = {look.name: look for asked in self.asked if (look := asked.get(relative))}
        named = self.named[relative]
        wanted = Wanted(named, relative, "", ())
        row = read_one(self.folder, tuple(looks.values()), render, self._before, wanted)
        assert isinstance(row, Row)
        blob = row.blob
        assert isinstance(blob, Loose)
        problems = load_problems([*row.problems, *(own for _, found in row.looks.values() for own in found)])
        if row.head is None:
            return None, "", problems
        return load_record(row.head, named, partial(self.kept.part_of, blob)), row.head[BASIS], problems

    def raws(self) -> Iterator[tuple[Named, bytes]]:
        """What the path of each file says, and its bytes."""
        return ((named, (self.folder / relative).read_bytes()) for relative, named in self.named.items())

    def save(self) -> None:
        """Keep all of it for the next build."""
        self.kept.save(self.rows, self.changed)


FindBefore = Callable[[str], Before | None]
"""Gives the fields of a file as they were."""


def read_some(
    folder: Path, all_looks: tuple[Look, ...], render: RenderBody | None, find: FindBefore, wanted: Sequence[Wanted]
) -> list[Row | Again]:
    """Read some files; called in any process."""
    return [read_one(folder, all_looks, render, find, own) for own in wanted]


def read_one(
    folder: Path, all_looks: tuple[Look, ...], render: RenderBody | None, find: FindBefore, wanted: Wanted
) -> Row | Again:
    """
    Read one file, where its bytes are not those that are known; without a renderer it is only looked at. `find` gives
    its fields as they were.
    """
    stamp, raw = read_bytes(f"{folder}/{wanted.file}")
    digest = blake2b(raw, digest_size=16).hexdigest()
    if digest == wanted.digest and not wanted.looks:
        return tuple(stamp), {}
    text = decode(raw, wanted.named.path)
    if digest == wanted.digest or render is None:
        stamp = stamp if digest == wanted.digest else NOWHERE
        return tuple(stamp), looked(wanted.looks, wanted.named, text)
    from plugins.identity.checking import contact_of

    known = KnownFields(find(wanted.file))
    record, problems = (None, [text]) if isinstance(text, Problem) else parse_text(text, wanted.named, render, known)
    head, *parts = dump_record(record) if record else (None, (), ((), ()))
    contact = contact_of(text, wanted.named.type.name) if isinstance(text, str) else ""
    looks = looked(all_looks, wanted.named, text)
    return Row(
        tuple(stamp),
        digest,
        head,
        dump_problems(problems),
        contact,
        looks,
        known.lines,
        Loose(*map(marshal.dumps, parts)),
    )


def read_bytes(path: str) -> tuple[Stamp, bytes]:
    """
    The stamp of a file, and its bytes. The stamp is taken first: a file that is written meanwhile is read again by the
    next build.
    """
    file = os.open(path, os.O_RDONLY)
    try:
        stamp = stamp_of(os.fstat(file))
        raw = os.read(file, stamp.size + 1)
        # Some file systems give less at once than there is: only nothing is the end.
        while more := os.read(file, LARGE):
            raw += more
        return stamp, raw
    finally:
        os.close(file)


class KnownFields:
    """Reads the fields of one text; those that stand in the same lines as before are what they were."""

    def __init__(self, before: Before | None) -> None:
        self._before = before
        self.lines = b""
        """The hash of the lines that were read."""

    def __call__(self, header: str, named: Named) -> tuple[Fields | None, list[Problem]]:
        """The fields, with what is wrong in them."""
        self.lines = blake2b(header.encode(), digest_size=16).digest()
        if self._before is None or self._before.lines != self.lines:
            return read_fields(header, named)
        record = self._before.load()
        return Fields(record.front, record.marks, record.is_translation), []
