"""
The manifest: what stands in the output folder, made from what, and whose words it carries.

Most builds leave nearly all files as they are. So the manifest lies in chunks: one is only opened where a file in it
is asked for, and written as it was read where no file in it has changed. How files looked on the disk stands apart.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from plugins.build.basis import UNKNOWN, Basis
from plugins.build.neighbours import write_whole
from plugins.outputs import STEADY
from plugins.whole import UNREADABLE, Piece, joined, parted, piece_of

MARK = b"Welcome Stories, manifest 7\n"
"""How the file begins."""

CHUNKS = 128
"""In how many parts the entries lie."""

Look = tuple[int, int]
"""What tells that a file has not been touched: its size, and its time in nanoseconds."""

Passed = tuple[str, ...]
"""The digests of the proofs that a file has passed, sorted."""


def hash_bytes(content: bytes) -> str:
    """The hash of a file's bytes."""
    return blake2b(content, digest_size=16).hexdigest()


class Entry(NamedTuple):
    """One published file: how it came about, what it carries, and what it looked like on the disk."""

    channel: str
    key: str
    hash: str
    carries: tuple[str, ...]
    size: int
    mtime: int
    """In nanoseconds, as the file system tells it."""

    passed: Passed = ()

    @property
    def look(self) -> Look:
        """What tells that the file has not been touched."""
        return self.size, self.mtime


class Chunk(NamedTuple):
    """Some entries, as they lie in the file: which proofs they have passed, how their files look, and their rows."""

    passed: tuple[Passed, ...]
    files: int
    """How many they are."""
    own_looks: Piece
    rows: Piece

    @property
    def looks(self) -> dict[str, Look]:
        """How the files look, by path."""
        found: dict[str, Look] = marshal.loads(self.own_looks.content)
        return found

    def entries(self, carrying: frozenset[str] | None = None) -> dict[str, Entry]:
        """The entries by path; only those that carry any of some texts, where these are given."""
        looks = self.looks
        return {
            path: Entry(channel, key, hashed, carries, *looks[path], self.passed[number])
            for path, (number, channel, key, hashed, carries) in marshal.loads(self.rows.content).items()
            if carrying is None or not carrying.isdisjoint(carries)
        }


def chunk_of(entries: Mapping[str, Entry]) -> Chunk:
    """Some entries as they lie in the file: the same ones in the same bytes."""
    passed = sorted({entry.passed for entry in entries.values()})
    numbers = {own: number for number, own in enumerate(passed)}
    looks, rows = {}, {}
    for path, own in sorted(entries.items()):
        looks[path] = own.look
        rows[path] = (numbers[own.passed], str(own.channel), *own[1:4])
    pieces = (piece_of(marshal.dumps(looks, STEADY)), piece_of(marshal.dumps(rows, STEADY)))
    return Chunk(tuple(passed), len(entries), *pieces)


def number_of(path: str) -> int:
    """The number of the chunk in which a path lies."""
    return crc32(path.encode("utf-8", "surrogatepass")) % CHUNKS


@dataclass(frozen=True)
class Manifest:
    """All published files, in chunks by number."""

    chunks: Mapping[int, Chunk] = field(default_factory=dict)
    software: str = ""
    """The digest of the software that made and proved them."""

    basis: Basis = UNKNOWN
    """What they were planned on."""

    @property
    def count(self) -> int:
        """How many files there are."""
        return sum(chunk.files for chunk in self.chunks.values())

    @cached_property
    def looks(self) -> dict[str, Look]:
        """How all files look, by path."""
        return {path: look for chunk in self.chunks.values() for path, look in chunk.looks.items()}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """All entries by path."""
        return {path: own for chunk in self.chunks.values() for path, own in chunk.entries().items()}

    def carrying(self, ids: Iterable[str]) -> dict[str, Entry]:
        """The entries of the files that carry any of some texts."""
        wanted = frozenset(ids)
        marks = [own.encode() for own in wanted]
        found: dict[str, Entry] = {}
        for chunk in self.chunks.values():
            rows = bytes(chunk.rows.content) if marks else b""
            if any(mark in rows for mark in marks):
                found |= chunk.entries(wanted)
        return found

    def has_all_passed(self, passed: Passed) -> bool:
        """Whether these are the proofs that each file has passed, no more and no fewer."""
        return all(chunk.passed == (passed,) for chunk in self.chunks.values())

    def with_entries(self, changed: Mapping[str, Entry], basis: Basis) -> Manifest:
        """The same files, some of which have become others."""
        chunks = dict(self.chunks)
        for number in sorted(set(map(number_of, changed))):
            chunks[number] = chunk_of({path: changed.get(path, own) for path, own in chunks[number].entries().items()})
        return Manifest(chunks, self.software, basis)


def manifest_of(entries: Mapping[str, Entry], software: str = "", basis: Basis = UNKNOWN) -> Manifest:
    """The manifest of some files."""
    parts: dict[int, dict[str, Entry]] = {}
    for path, own in entries.items():
        parts.setdefault(number_of(path), {})[path] = own
    chunks = {number: chunk_of(own) for number, own in sorted(parts.items())}
    return Manifest(chunks, software, basis)


def read_manifest(path: Path) -> Manifest:
    """The manifest; an empty one where it is missing, is not what was written, or is of another version."""
    try:
        front, *pieces = parted(MARK, path.read_bytes())
        software, basis, known = marshal.loads(front.content)
        looks, rows = pieces[::2], pieces[1::2]
        chunks = {number: Chunk(*own, *parts) for (number, *own), *parts in zip(known, looks, rows, strict=True)}
        return Manifest(chunks, software, Basis(*basis))
    except UNREADABLE:
        return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest, wholly or not at all: the same one in the same bytes."""
    basis = (manifest.basis.digest, dict(manifest.basis.bodies))
    known = [(number, own.passed, own.files) for number, own in manifest.chunks.items()]
    pieces = [piece_of(marshal.dumps((manifest.software, basis, known), STEADY))]
    for own in manifest.chunks.values():
        pieces += (own.own_looks, own.rows)
    write_whole(path, joined(MARK, pieces))
