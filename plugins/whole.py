"""
Files that one build keeps for later ones: whole whenever they are there, and known by a hash to be what was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

DIGEST = 16
"""Bytes of a hash."""

COUNTED = 8
"""Bytes of a number."""

UNREADABLE = (OSError, ValueError, TypeError, LookupError, EOFError)
"""What reading a file may raise that is not what was written."""


def check_of(content: bytes | memoryview) -> bytes:
    """The hash by which bytes are known to be whole."""
    return blake2b(content, digest_size=DIGEST).digest()


def sealed(mark: bytes, content: bytes) -> bytes:
    """What a file holds: a mark of its form, the hash of its content, and that."""
    return b"".join((mark, check_of(content), content))


def unsealed(mark: bytes, raw: bytes) -> memoryview:
    """The content of a file; ValueError where it has another mark, or is not what was written."""
    start = len(mark) + DIGEST
    content = memoryview(raw)[start:]
    if not raw.startswith(mark) or raw[len(mark) : start] != check_of(content):
        raise ValueError("this is not what was written")
    return content


class Piece(NamedTuple):
    """Some bytes of a file, with the hash by which they are known: who keeps them again need not hash them again."""

    content: bytes | memoryview
    check: bytes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Piece) and self.check == other.check

    def __hash__(self) -> int:
        return hash(self.check)


def piece_of(content: bytes) -> Piece:
    """New bytes of a file."""
    return Piece(content, check_of(content))


def joined(mark: bytes, pieces: Sequence[Piece]) -> bytes:
    """What a file of several pieces holds: a mark of its form, the size and the hash of each, sealed, and them all."""
    table = b"".join([len(own.content).to_bytes(COUNTED, "big") + own.check for own in pieces])
    front = len(table).to_bytes(COUNTED, "big") + table
    return b"".join((mark, check_of(front), front, *[own.content for own in pieces]))


def parted(mark: bytes, raw: bytes) -> list[Piece]:
    """The pieces of a file; ValueError where it has another mark, or is not what was written."""
    view, start = memoryview(raw), len(mark) + DIGEST
    end = start + COUNTED + int.from_bytes(view[start : start + COUNTED], "big")
    if end > len(raw) or not raw.startswith(mark) or view[len(mark) : start] != check_of(view[start:end]):
        raise ValueError("this is not what was written")
    pieces, at = [], end
    for row in range(start + COUNTED, end, COUNTED + DIGEST):
        size = int.from_bytes(view[row : row + COUNTED], "big")
        pieces.append(Piece(view[at : at + size], raw[row + COUNTED : row + COUNTED + DIGEST]))
        at += size
    if at != len(raw) or any(check_of(own.content) != own.check for own in pieces):
        raise ValueError("this is not what was written")
    return pieces


def write_new(path: Path, content: bytes) -> None:
    """Write a file under another name and rename it, so that it is whole whenever it is there."""
    waiting = beside(path)
    waiting.write_bytes(content)
    waiting.replace(path)


def beside(path: Path) -> Path:
    """Where a file is written before it is renamed."""
    return path.with_name(f".{path.name}.new")
