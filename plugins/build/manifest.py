"""
The manifest: what stands in the output folder, made from what, and whose words it carries.

It lies beside the output folder and never inside it, with the journal of a
build that is under way and the staging folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.build.basis import UNKNOWN, Basis

VERSION = 4


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
    The files beside an output folder: for `output/` they are `.output.manifest.json` and so on.
    """

    output: Path

    def _beside(self, name: str) -> Path:
        return self.output.parent / f".{self.output.name}.{name}"

    @property
    def manifest(self) -> Path:
        """What stands in the folder."""
        return self._beside("manifest.json")

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
    """The manifest; an empty one where it is missing, broken or of another version."""
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != VERSION:
            return Manifest()
        passed = tuple(map(tuple, data["passed"]))
        entries = {
            name: Entry(channel, key, own_hash, tuple(carries), size, mtime, passed[number])
            for name, (channel, key, own_hash, carries, size, mtime, number) in data["entries"].items()
        }
        digest, bodies = data["basis"]
        return Manifest(entries, str(data["software"]), Basis(str(digest), dict(bodies)))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return Manifest()


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write the manifest, wholly or not at all."""
    passed = {own: number for number, own in enumerate(sorted({entry.passed for entry in manifest.entries.values()}))}
    entries = {
        name: (*manifest.entries[name][:-1], passed[manifest.entries[name].passed]) for name in sorted(manifest.entries)
    }
    told = {
        "version": VERSION,
        "software": manifest.software,
        "basis": (manifest.basis.digest, dict(sorted(manifest.basis.bodies.items()))),
        "passed": list(passed),
        "entries": entries,
    }
    write_whole(path, json.dumps(told, separators=(",", ":")).encode())


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
