"""
The recording of a text for other sites: one file, how long it is, and what is said in it.
"""

from __future__ import annotations

from typing import NamedTuple


class SharedAudio(NamedTuple):
    """A recording by its absolute address."""

    url: str
    type: str
    length: int
    """In bytes."""
    seconds: int
    transcripts: tuple[tuple[str, str], ...] = ()
    """Absolute address and MIME type of what is said, the best for programs first."""
