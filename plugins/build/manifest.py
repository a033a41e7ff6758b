"""
The manifest: what stands in the output folder, made from what, and whose words it carries.

Most builds leave nearly all files as they are. So the manifest lies in chunks, and one is only read where a file in it
is asked for; how the files looked on the disk stands apart.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from plugins.build.basis import UNKNOWN, Basis
from plugins.build.neighbours import write_whole
from plugins.outputs import STEADY
from plugins.whole import UNREADABLE, sealed, unsealed

MARK = b"Welcome Stories, manifest 6\n"
"""How the file begins."""

CHUNKS = 64
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
    """Some entries, as they lie in the file: which proofs they have passed, and their rows from `marshal`."""

    passed: tuple[Passed, ...]
    rows: bytes

    def entries(self, looks: Mapping[str, Look]) -> dict[str, Entry]:
        """The entries by path, given how their files look."""
        rows: dict[str, Any] = marshal.loads(self.rows)
        return {
            path: Entry(channel, key, hashed, carries, *looks[path], self.passed[number])
            for path, (number, channel, key, hashed, carries) in rows.items()
        }


def chunk_of(entries: Mapping[str, Entry]) -> Chunk:
    """Some entries as they lie in the file: the same ones in the same bytes."""
    passed = sorted({entry.passed for entry in entries.values()})
    numbers = {own: number for number, own in enumerate(passed)}
    rows = {path: (numbers[own.passed], str(own.channel), *own[1:4]) for path, own in sorted(entries.items())}
    return Chunk(tuple(passed), marshal.dumps(rows, STEADY))


def number_of(path: str) -> int:
    """The number of the chunk in which a path lies."""
    return crc32(path.encode("utf-8", "surrogatepass")) % CHUNKS


@dataclass(frozen=True)
class Manifest:
    """All published files: how they look by path, and all else in chunks by number."""

    looks: Mapping[str, Look] = field(default_factory=dict)
    chunks: Mapping[int, Chunk] = field(default_factory=dict)
    software: str = ""
    """The digest of the software that made and proved them."""

    basis: Basis = UNKNOWN
    """What they were planned on."""

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """All entries by path."""
        return {path: own for chunk in self.chunks.values() for path, own in chunk.entries(self.looks).items()}

    def carrying(self, ids: Iterable[str]) -> dict[str, Entry]:
        """The entries of the files that carry any of some texts."""
        wanted = set(ids)
        marks = [own.encode() for own in wanted]
        found: dict[str, Entry] = {}
        for chunk in self.chunks.values():
            if any(mark in chunk.rows for mark in marks):
                entries = chunk.entries(self.looks)
                found |= {path: own for path, own in entries.items() if not wanted.isdisjoint(own.carries)}
        return found

    def has_all_passed(self, passed: Passed) -> bool:
        """Whether these are the proofs that each file has passed, no more and no fewer."""
        return all(chunk.passed == (passed,) for chunk in self.chunks.values())

    def with_entries(self, changed: Mapping[str, Entry], basis: Basis) -> Manifest:
        """The same files, some of which have become others."""
        looks = {**self.looks, **{path: own.look for path, own in changed.items()}}
        chunks = dict(self.chunks)
        for number in sorted(set(map(number_of, changed))):
            entries = {path: changed.get(path, own) for path, own in chunks[number].entries(looks).items()}
            chunks[number] = chunk_of(entries)
        return Manifest(looks, chunks, self.software, basis)


def manifest_of(entries: Mapping[str, Entry], software: str = "", basis: Basis = UNKNOWN) -> Manifest:
    """The manifest of some files."""
    parts: dict[int, dict[str, Entry]] = {}
    for path, own in entries.items():
        parts.setdefault(number_of(path), {})[path] = own
    chunks = {number: chunk_of(own) for number, own in sorted(parts.items())}
    return Manifest({path: own.look for path, own in entries.items()}, chunks, software, basis)


def read_manifest(path: Path) -> Manifest:
    """The manifest; an empty one where it is missing, is not what was written, or is of another version."""
    try:
        software, basis, looks, chunks = marshal.loads(unsealed(MARK, path.read_bytes()))
        return Manifest(looks, {number: Chunk(*own) for number, own in chunks.items()}, software, Basis(*basis))
    except UNREADABLE:
        return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest, wholly or not at all: the same one in the same bytes."""
    basis = (manifest.basis.digest, dict(sorted(manifest.basis.bodies.items())))
    chunks = {number: tuple(own) for number, own in manifest.chunks.items()}
    content = (manifest.software, basis, dict(sorted(manifest.looks.items())), chunks)
    write_whole(path, sealed(MARK, marshal.dumps(content, STEADY)))
