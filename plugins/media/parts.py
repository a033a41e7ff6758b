"""
Numbers and pieces of a file's bytes, by their place; a file that ends too early is Broken.
"""

from __future__ import annotations

CUT_PICTURE = "the file ends in the middle of the picture"
CUT_SOUND = "the file ends in the middle of the sound"

EXIF = "EXIF data"
GPS = "a GPS position"
XMP = "XMP data"
IPTC = "IPTC data"
PROFILE = "a colour profile"
THUMBNAIL = "an embedded thumbnail"
COMMENT = "a comment"
TEXT = "text"
TIME = "the time it was made"
ID3 = "ID3 tags"
PICTURE = "a picture"
FURTHER = "further pictures"
PROGRAM = "data of a camera or a program"
UNKNOWN = "a part of an unknown kind"
AFTER_PICTURE = "bytes after the end of the picture"
AFTER_SOUND = "bytes after the end of the sound"


class Broken(Exception):
    """A file's structure cannot be followed to its end; the message is a sentence without its full stop."""


def piece(content: bytes, start: int, size: int, cut: str = CUT_PICTURE) -> bytes:
    """So many bytes from a place; Broken, in the words of `cut`, where the file has fewer."""
    if start + size > len(content):
        raise Broken(cut)
    return content[start : start + size]


def big(content: bytes, start: int, size: int, cut: str = CUT_PICTURE) -> int:
    """A number that is written with its large end first."""
    return int.from_bytes(piece(content, start, size, cut), "big")


def little(content: bytes, start: int, size: int, cut: str = CUT_PICTURE) -> int:
    """A number that is written with its small end first."""
    return int.from_bytes(piece(content, start, size, cut), "little")


def is_blank(content: bytes, start: int, end: int) -> bool:
    """Whether there are only zeros in a stretch."""
    return content.count(0, start, end) == max(0, min(end, len(content)) - start)
