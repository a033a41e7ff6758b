"""
EXIF data and TIFF files: both are lists of numbered entries, in which a position and a thumbnail can hide.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from plugins.media.parts import EXIF, GPS, IPTC, PROFILE, TEXT, THUMBNAIL, XMP, Broken

MOST_ENTRIES = 1000
"""No camera writes more in one list."""

GPS_LIST = 0x8825
EXIF_LIST = 0x8769
TELLING = {
    GPS_LIST: GPS,
    EXIF_LIST: EXIF,
    700: XMP,
    33723: IPTC,
    34377: IPTC,
    34675: PROFILE,
    270: TEXT,
    271: EXIF,
    272: EXIF,
    305: TEXT,
    306: EXIF,
    315: TEXT,
    33432: TEXT,
}
"""Entries of a TIFF file that are not pixels."""


class _Lists:
    """The numbered entries of TIFF data between two places of a file."""

    def __init__(self, content: bytes, start: int, end: int) -> None:
        self.content = content
        self.start = start
        self.end = min(end, len(content))
        self.order: Literal["little", "big"] = "little" if content[start : start + 2] == b"II" else "big"

    def number(self, offset: int, size: int) -> int:
        """A number at an offset; 0 beyond the end, which no list can hold."""
        at = self.start + offset
        return int.from_bytes(self.content[at : at + size], self.order) if at + size <= self.end else 0

    def tags(self, offset: int) -> dict[int, int]:
        """The entries of the list at an offset, each with its value or where that stands."""
        count = min(self.number(offset, 2), MOST_ENTRIES) if offset else 0
        places = range(offset + 2, offset + 2 + 12 * count, 12)
        return {self.number(place, 2): self.number(place + 8, 4) for place in places}

    def after(self, offset: int) -> int:
        """The offset of the list that follows the one at an offset; 0 where none does."""
        return self.number(offset + 2 + 12 * self.number(offset, 2), 4)


def find_in_exif(content: bytes, start: int, end: int) -> Iterator[str]:
    """What the EXIF data between two places of a file holds."""
    yield EXIF
    lists = _Lists(content, start, end)
    first = lists.number(4, 4)
    if lists.tags(lists.tags(first).get(GPS_LIST, 0)):
        yield GPS
    if lists.tags(lists.after(first)):
        yield THUMBNAIL


def find_in_xmp(content: bytes, start: int, end: int) -> Iterator[str]:
    """What the XMP data between two places of a file holds."""
    yield XMP
    if content.find(b"GPSL", start, end) >= 0:
        yield GPS


def find_in_tiff(content: bytes) -> Iterator[str]:
    """What a TIFF file holds besides pixels."""
    lists = _Lists(content, 0, len(content))
    first = lists.number(4, 4)
    tags = lists.tags(first)
    if not tags:
        raise Broken("the file ends before the picture begins")
    yield from (TELLING[tag] for tag in tags if tag in TELLING)
    if lists.tags(lists.after(first)):
        yield THUMBNAIL
