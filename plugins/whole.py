"""
Files that one build keeps for later ones: whole whenever they are there, and known by a hash to be what was written.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

DIGEST = 16
"""Bytes of a hash."""

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


def write_new(path: Path, content: bytes) -> None:
    """Write a file under another name and rename it, so that it is whole whenever it is there."""
    waiting = beside(path)
    waiting.write_bytes(content)
    waiting.replace(path)


def beside(path: Path) -> Path:
    """Where a file is written before it is renamed."""
    return path.with_name(f".{path.name}.new")
