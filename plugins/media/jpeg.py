"""
JPEG: segments, each with a marker, and between them the packed pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.media.exif import find_in_exif, find_in_xmp
from plugins.media.parts import (
    AFTER_PICTURE,
    COMMENT,
    CUT_PICTURE,
    EXIF,
    FURTHER,
    IPTC,
    PROFILE,
    PROGRAM,
    THUMBNAIL,
    UNKNOWN,
    XMP,
    Broken,
    big,
)

MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker that ends packed pixels; 00 is a packed FF, D0 to D7 are pauses, FF fills."""

END, SCAN, NOTE = 0xD9, 0xDA, 0xFE
APPLICATION = range(0xE0, 0xF0)
ALONE = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})
"""Markers without a length, none of which belongs between segments."""

DRAWING = frozenset({*range(0xC0, 0xD0), SCAN, 0xDB, 0xDC, 0xDD}) - {0xC8}
"""Segments that are needed to draw the picture."""

JFIF_SIZE, ADOBE_SIZE = 16, 14
"""The length of these two segments where nothing more is in them than how to draw."""

NAMES = (
    (0xE1, b"Exif\0", EXIF),
    (0xE1, b"http://ns.adobe.com/", XMP),
    (0xE2, b"ICC_PROFILE\0", PROFILE),
    (0xE2, b"MPF\0", FURTHER),
    (0xED, b"Photoshop 3.0\0", IPTC),
)


def find_in_jpeg(content: bytes) -> Iterator[str]:
    """What a JPEG file holds besides pixels."""
    at, in_pixels, has_pixels = 2, False, False
    while True:
        found = MARKER.search(content, at)
        if found is None:
            raise Broken(CUT_PICTURE)
        if not in_pixels and content.count(0xFF, at, found.start()) < found.start() - at:
            yield UNKNOWN
        marker, at = content[found.start() + 1], found.end()
        if marker == END:
            break
        if marker in ALONE:
            yield UNKNOWN
            continue
        size = big(content, at, 2)
        if size < 2 or at + size > len(content):
            raise Broken(CUT_PICTURE)
        yield from _find_in_segment(content, marker, at + 2, at + size)
        at += size
        in_pixels = marker == SCAN
        has_pixels |= in_pixels
    if not has_pixels:
        raise Broken("there is no picture in the file")
    if at < len(content):
        yield AFTER_PICTURE


def _find_in_segment(content: bytes, marker: int, start: int, end: int) -> Iterator[str]:
    if marker in DRAWING:
        return
    if marker == NOTE:
        yield COMMENT
    elif marker not in APPLICATION:
        yield UNKNOWN
    elif marker == 0xE0 and content.startswith((b"JFIF\0", b"JFXX\0"), start, end):
        yield from _find_in_jfif(content, start, end)
    elif marker != 0xEE or not content.startswith(b"Adobe", start, end) or end - start + 2 != ADOBE_SIZE:
        yield from _find_in_application(content, marker, start, end)


def _find_in_jfif(content: bytes, start: int, end: int) -> Iterator[str]:
    if content[start : start + 4] == b"JFXX" or any(content[start + 12 : min(start + 14, end)]):
        yield THUMBNAIL
    elif end - start + 2 != JFIF_SIZE:
        yield UNKNOWN


def _find_in_application(content: bytes, marker: int, start: int, end: int) -> Iterator[str]:
    known = (what for own, name, what in NAMES if own == marker and content.startswith(name, start, end))
    what = next(known, PROGRAM)
    if what == EXIF:
        yield from find_in_exif(content, start + 6, end)
    elif what == XMP:
        yield from find_in_xmp(content, start, end)
    else:
        yield what
