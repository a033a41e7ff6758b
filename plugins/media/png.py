"""
PNG: chunks, each with its length, its name and a checksum. GIF: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from plugins.media.exif import find_in_exif, find_in_xmp
from plugins.media.parts import (
    AFTER_PICTURE,
    COMMENT,
    CUT_PICTURE,
    EXIF,
    FURTHER,
    PROFILE,
    TEXT,
    TIME,
    UNKNOWN,
    XMP,
    Broken,
    big,
    piece,
)

MOST = {
    b"IHDR": 13,
    b"PLTE": 768,
    b"IDAT": 2**31,
    b"IEND": 0,
    b"tRNS": 256,
    b"sRGB": 1,
    b"gAMA": 4,
    b"cHRM": 32,
    b"pHYs": 9,
}
"""The chunks that say how to draw the picture, and how long each can be."""

TELLING = {
    b"eXIf": EXIF,
    b"iTXt": TEXT,
    b"tEXt": TEXT,
    b"zTXt": TEXT,
    b"tIME": TIME,
    b"iCCP": PROFILE,
    b"acTL": FURTHER,
    b"fcTL": FURTHER,
    b"fdAT": FURTHER,
}


def find_in_png(content: bytes) -> Iterator[str]:
    """What a PNG file holds besides pixels."""
    at, name, has_pixels = 8, b"", False
    view = memoryview(content)
    while name != b"IEND":
        size, name = big(content, at, 4), piece(content, at + 4, 4)
        start, end = at + 8, at + 8 + size
        if big(content, end, 4) != crc32(view[at + 4 : end]):
            raise Broken("a part of the picture was changed or lost on its way")
        has_pixels |= name == b"IDAT"
        if name == b"eXIf":
            yield from find_in_exif(content, start, end)
        elif name == b"iTXt" and content.startswith(b"XML:com.adobe.xmp", start, end):
            yield from find_in_xmp(content, start, end)
        elif size > MOST.get(name, -1):
            yield TELLING.get(name, UNKNOWN)
        at = end + 4
    if not has_pixels:
        raise Broken("there is no picture in the file")
    if at < len(content):
        yield AFTER_PICTURE


def find_in_gif(content: bytes) -> Iterator[str]:
    """What a GIF file holds besides the pixels of one picture."""
    flags = big(content, 10, 1)
    at, pictures = 13 + _colours(flags), 0
    while (mark := big(content, at, 1)) != 0x3B:
        if mark == 0x2C:
            at = _end_of_blocks(content, at + 11 + _colours(big(content, at + 9, 1)))
            pictures += 1
        elif mark == 0x21:
            label = big(content, at + 1, 1)
            if label != 0xF9:
                yield {0xFE: COMMENT, 0x01: TEXT}.get(label, UNKNOWN)
            if label == 0xFF and content.startswith(b"XMP Data", at + 3):
                yield XMP
            at = _end_of_blocks(content, at + 2)
        else:
            raise Broken(CUT_PICTURE)
    if pictures > 1:
        yield FURTHER
    if at + 1 < len(content):
        yield AFTER_PICTURE


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(content: bytes, at: int) -> int:
    while size := big(content, at, 1):
        at += size + 1
    return at + 1
