"""
AVIF, HEIC and M4A: boxes, each with its length and its name, many of which hold further boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.media.exif import find_in_exif, find_in_xmp
from plugins.media.parts import (
    AFTER_PICTURE,
    AFTER_SOUND,
    CUT_PICTURE,
    CUT_SOUND,
    EXIF,
    FURTHER,
    GPS,
    PROFILE,
    TEXT,
    THUMBNAIL,
    TIME,
    UNKNOWN,
    XMP,
    Broken,
    big,
    is_blank,
    piece,
)

FULL = 4
"""The bytes of version and flags, with which many boxes begin."""

DEEPEST = 10

TIFF_HEAD = re.compile(rb"II\*\0|MM\0\*")

HOLDS = {
    b"meta": FULL,
    b"iprp": 0,
    b"ipco": 0,
    b"moov": 0,
    b"trak": 0,
    b"mdia": 0,
    b"minf": 0,
    b"dinf": 0,
    b"stbl": 0,
    b"edts": 0,
}
"""Boxes in boxes, and how many bytes stand before the first."""

PLAIN = frozenset({
    b"ftyp", b"hdlr", b"pitm", b"iloc", b"iinf", b"iref", b"ipma", b"mdat", b"grpl", b"idat", b"ispe", b"pixi",
    b"av1C", b"auxC", b"irot", b"imir", b"pasp", b"clap", b"clli", b"mdcv", b"a1op", b"a1lx", b"lsel", b"hvcC",
    b"mvhd", b"tkhd", b"mdhd", b"smhd", b"nmhd", b"elst", b"dref", b"stsd", b"stts", b"ctts", b"stsc", b"stsz",
    b"stz2", b"stco", b"co64", b"stss", b"sgpd", b"sbgp", b"iods", b"styp", b"sidx", b"url ",
})  # fmt: skip
"""Boxes that say how to draw or play."""

GAPS = frozenset({b"free", b"skip", b"wide"})
TELLING = {b"udta": TEXT, b"moof": UNKNOWN, b"ilst": TEXT}
ITEMS = {b"av01": "", b"hvc1": "", b"grid": "", b"Exif": EXIF, b"mime": XMP}
ITEM_NAMES = frozenset({b"", b"Color", b"Alpha"})
CLOCKS = frozenset({b"mvhd", b"tkhd", b"mdhd"})
MAIN = frozenset({b"ftyp", b"meta", b"mdat", b"moov"})


class Box(NamedTuple):
    """A box: its name, where its content begins and where that ends."""

    name: bytes
    start: int
    end: int


def read_boxes(content: bytes, start: int, end: int, cut: str) -> Iterator[Box]:
    """The boxes between two places."""
    at = start
    while at < end:
        size, name, head = big(content, at, 4, cut), piece(content, at + 4, 4, cut), 8
        if size == 1:
            size, head = big(content, at + 8, 8, cut), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise Broken(cut)
        yield Box(name, at + head, at + size)
        at += size


def find_in_boxes(content: bytes, is_sound: bool) -> Iterator[str]:
    """What a file of boxes holds besides pixels or sound."""
    cut, after = (CUT_SOUND, AFTER_SOUND) if is_sound else (CUT_PICTURE, AFTER_PICTURE)
    needed = {b"ftyp", b"mdat", b"moov" if is_sound else b"meta"}
    at = 0
    while at < len(content):
        is_done = not needed
        if is_done and not _is_box(content, at):
            yield after
            return
        box = next(read_boxes(content, at, len(content), cut))
        needed.discard(box.name)
        if is_sound and box.name == b"meta":
            yield TEXT
        else:
            yield from _find_in_box(content, box, 0, cut)
        if box.name == b"moov" and not is_sound:
            yield FURTHER
        at = box.end
    if needed:
        raise Broken(cut)


def _is_box(content: bytes, at: int) -> bool:
    return content[at + 4 : at + 8] in (MAIN | GAPS | {b"uuid"})


def _find_in_box(content: bytes, box: Box, depth: int, cut: str) -> Iterator[str]:
    name = box.name
    if depth > DEEPEST:
        raise Broken("the parts of the file are nested too deeply")
    if name in HOLDS:
        for inner in read_boxes(content, box.start + HOLDS[name], box.end, cut):
            yield from _find_in_box(content, inner, depth + 1, cut)
    elif name == b"colr":
        if content[box.start : box.start + 4] not in (b"nclx", b"nclc"):
            yield PROFILE
    elif name == b"iinf":
        yield from _find_items(content, box, cut)
    elif name == b"iref":
        yield from (THUMBNAIL for inner in read_boxes(content, box.start + FULL, box.end, cut) if inner.name == b"thmb")
    elif name in CLOCKS:
        size = 16 if content[box.start : box.start + 1] == b"\1" else 8
        if not is_blank(content, box.start + FULL, min(box.start + FULL + size, box.end)):
            yield TIME
    elif name in GAPS:
        if not is_blank(content, box.start, box.end):
            yield UNKNOWN
    elif name == b"uuid":
        yield from find_in_xmp(content, box.start, box.end)
    elif name not in PLAIN:
        yield TELLING.get(name, UNKNOWN)
    if name == b"udta" and content.find(b"\xa9xyz", box.start, box.end) >= 0:
        yield GPS


def _find_items(content: bytes, box: Box, cut: str) -> Iterator[str]:
    before = FULL + (2 if content[box.start : box.start + 1] == b"\0" else 4)
    for entry in read_boxes(content, box.start + before, box.end, cut):
        wide = 4 if content[entry.start : entry.start + 1] == b"\3" else 2
        kind = entry.start + FULL + wide + 2
        what = ITEMS.get(content[kind : kind + 4], UNKNOWN) if kind + 4 <= entry.end else UNKNOWN
        if what == EXIF:
            yield from _find_exif(content)
        elif what:
            yield what
        elif content[kind + 4 : entry.end].split(b"\0")[0] not in ITEM_NAMES:
            yield TEXT


def _find_exif(content: bytes) -> Iterator[str]:
    """What the EXIF data of an item holds; it lies somewhere among the pixels, and begins like a TIFF file."""
    found = TIFF_HEAD.search(content)
    yield from find_in_exif(content, found.start() if found else len(content), len(content))
