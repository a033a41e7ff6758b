"""
The manifest: what stands in the output folder, made from what, and whose words it carries.

It lies beside the output folder and never inside it, with the journal of a
build that is under way and the staging folder.
"""

from __future__ import annotations

import json
import marshal
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.build.basis import UNKNOWN, Basis
from plugins.outputs import STEADY
from plugins.whole import UNREADABLE, sealed, unsealed

MARK = b"Welcome Stories, manifest 5\n"
"""How the file begins."""


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

    passed: tuple[str, ...] = ()
    """The digests of the proofs it has passed."""


@dataclass
class Manifest:
    """All published files by path."""

    entries: dict[str, Entry] = field(default_factory=dict)
    software: str = ""
    """The digest of the software that made and proved them."""

    basis: Basis = UNKNOWN
    """What they were planned on."""


class Neighbours(NamedTuple):
    """
    The files beside an output folder: for `output/` they are `.output.manifest` and so on.
    """

    output: Path

    def _beside(self, name: str) -> Path:
        return self.output.parent / f".{self.output.name}.{name}"

    @property
    def manifest(self) -> Path:
        """What stands in the folder."""
        return self._beside("manifest")

    @property
    def journal(self) -> Path:
        """The paths that a build under way may have touched."""
        return self._beside("journal.json")

    @property
    def lock(self) -> Path:
        """Held by the build that is under way."""
        return self._beside("lock")

    @property
    def staging(self) -> Path:
        """Files that wait for all checks to pass."""
        return self._beside("staging")


def read_manifest(path: Path) -> Manifest:
    """The manifest; an empty one where it is missing, is not what was written, or is of another version."""
    try:
        software, (digest, bodies), passed, rows = marshal.loads(unsealed(MARK, path.read_bytes()))
        entries = {name: Entry._make((*row[:-1], passed[row[-1]])) for name, row in rows.items()}
        return Manifest(entries, software, Basis(digest, bodies))
    except UNREADABLE:
        return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest, wholly or not at all: the same one in the same bytes."""
    passed = {own: number for number, own in enumerate(sorted({entry.passed for entry in manifest.entries.values()}))}
    rows = {
        name: (str(entry.channel), *entry[1:-1], passed[entry.passed])
        for name, entry in sorted(manifest.entries.items())
    }
    basis = (manifest.basis.digest, dict(sorted(manifest.basis.bodies.items())))
    content = marshal.dumps((manifest.software, basis, tuple(passed), rows), STEADY)
    write_whole(path, sealed(MARK, content))


def read_journal(path: Path) -> set[str] | None:
    """The paths of a build that was cut off; None where none was, all (an empty name) where it cannot be read."""
    try:
        return set(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        return {""}


def write_journal(path: Path, touched: Iterable[str]) -> None:
    """Write down which paths will be touched, before any is."""
    write_whole(path, json.dumps(sorted(touched), indent=0).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name, make sure it is on the disk, and rename it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".new")
    with waiting.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    waiting.replace(path)
