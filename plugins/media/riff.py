"""
RIFF: WebP pictures and WAV sound are chunks, each with its name and its length.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.media.exif import find_in_exif, find_in_xmp
from plugins.media.parts import (
    AFTER_PICTURE,
    AFTER_SOUND,
    CUT_PICTURE,
    CUT_SOUND,
    EXIF,
    FURTHER,
    ID3,
    PROFILE,
    PROGRAM,
    TEXT,
    UNKNOWN,
    XMP,
    Broken,
    is_blank,
    little,
    piece,
)

PIXELS = frozenset({b"VP8 ", b"VP8L"})
DRAWING = PIXELS | {b"VP8X", b"ALPH"}
IN_WEBP = {b"EXIF": EXIF, b"XMP ": XMP, b"ICCP": PROFILE, b"ANIM": FURTHER, b"ANMF": FURTHER}

SOUNDING = frozenset({b"fmt ", b"data", b"fact"})
GAPS = frozenset({b"JUNK", b"PAD ", b"FLLR"})
IN_WAV = {b"LIST": TEXT, b"id3 ": ID3, b"ID3 ": ID3, b"bext": PROGRAM, b"iXML": PROGRAM, b"_PMX": XMP}

Chunk = tuple[bytes, int, int]
"""The name of a chunk, where its content begins and where that ends."""


def _chunks(content: bytes, end: int, cut: str) -> Iterator[Chunk]:
    at = 12
    while at < end:
        name, size = piece(content, at, 4, cut), little(content, at + 4, 4, cut)
        if at + 8 + size > end:
            raise Broken(cut)
        yield name, at + 8, at + 8 + size
        at += 8 + size + size % 2


def _end(content: bytes, cut: str) -> int:
    end = 8 + little(content, 4, 4, cut)
    if end > len(content) or end <= 12:
        raise Broken(cut)
    return end


def find_in_webp(content: bytes) -> Iterator[str]:
    """What a WebP file holds besides pixels."""
    end, has_pixels = _end(content, CUT_PICTURE), False
    for name, start, stop in _chunks(content, end, CUT_PICTURE):
        has_pixels |= name in PIXELS
        if name == b"EXIF":
            begin = start + 6 if content.startswith(b"Exif\0", start) else start
            yield from find_in_exif(content, begin, stop)
        elif name == b"XMP ":
            yield from find_in_xmp(content, start, stop)
        elif name not in DRAWING:
            yield IN_WEBP.get(name, UNKNOWN)
            has_pixels |= name == b"ANMF"
    if not has_pixels:
        raise Broken("there is no picture in the file")
    if end < len(content):
        yield AFTER_PICTURE


def find_in_wav(content: bytes) -> Iterator[str]:
    """What a WAV file holds besides sound."""
    end, has_sound = _end(content, CUT_SOUND), False
    for name, start, stop in _chunks(content, end, CUT_SOUND):
        has_sound |= name == b"data"
        if name in SOUNDING or (name in GAPS and is_blank(content, start, stop)):
            continue
        yield IN_WAV.get(name, UNKNOWN)
    if not has_sound:
        raise Broken("there is no sound in the file")
    if end < len(content):
        yield AFTER_SOUND
