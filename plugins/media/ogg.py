"""
Ogg (with Vorbis or Opus) and FLAC: sound with a list of comments, which the software that wrote it signs.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.media.kinds import end_of_id3
from plugins.media.parts import (
    AFTER_SOUND,
    CUT_SOUND,
    ID3,
    PICTURE,
    PROGRAM,
    TEXT,
    UNKNOWN,
    Broken,
    big,
    is_blank,
    little,
    piece,
)

PAGE = 27
"""The bytes of the head of a page, before the lengths of its pieces."""

LAST = 4
"""The flag of the last page of a stream."""

VORBIS, OPUS = b"\x03vorbis", b"OpusTags"
BEGINNINGS = (b"\x01vorbis", b"OpusHead", b"\x7fFLAC")

LONGEST_HEADER = 16_000_000
"""No list of comments that could be written in good faith is longer."""

IN_FLAC = {2: PROGRAM, 5: TEXT, 6: PICTURE}


class _Stream:
    """One stream of an Ogg file: its first two packets, and whether it came to its end."""

    def __init__(self) -> None:
        self.header = bytearray()
        self.packets = 0
        self.has_ended = False

    def take(self, lengths: bytes, content: bytes, is_last: bool) -> None:
        """Take in a page."""
        if self.packets < 2 and len(self.header) < LONGEST_HEADER:
            self.packets += sum(length < 255 for length in lengths)
            self.header += content
        self.has_ended |= is_last


def find_in_ogg(content: bytes) -> Iterator[str]:
    """What an Ogg file holds besides sound."""
    at, streams = 0, dict[bytes, _Stream]()
    while content.startswith(b"OggS", at):
        lengths = piece(content, at + PAGE, big(content, at + 26, 1, CUT_SOUND), CUT_SOUND)
        start = at + PAGE + len(lengths)
        body = piece(content, start, sum(lengths), CUT_SOUND)
        stream = streams.setdefault(content[at + 14 : at + 18], _Stream())
        stream.take(lengths, body, bool(content[at + 5] & LAST))
        at = start + len(body)
    if not all(stream.has_ended for stream in streams.values()):
        raise Broken(CUT_SOUND)
    for stream in streams.values():
        yield from _find_in_header(bytes(stream.header))
    if at < len(content):
        yield AFTER_SOUND


def _find_in_header(header: bytes) -> Iterator[str]:
    if not header.startswith(BEGINNINGS):
        yield UNKNOWN
        return
    if header.startswith(b"\x7fFLAC"):
        yield from find_in_flac(header[9:])
        return
    name = OPUS if header.startswith(b"OpusHead") else VORBIS
    at = header.find(name)
    if at < 0:
        raise Broken(CUT_SOUND)
    yield from find_comments(header, at + len(name))


def find_comments(content: bytes, at: int) -> Iterator[str]:
    """What the list of comments at a place holds besides the name of the software."""
    at += 4 + little(content, at, 4, CUT_SOUND)
    if little(content, at, 4, CUT_SOUND):
        yield TEXT
        if content[at:].upper().find(b"METADATA_BLOCK_PICTURE=") >= 0:
            yield PICTURE


def find_in_flac(content: bytes) -> Iterator[str]:
    """What a FLAC file holds besides sound."""
    at = 0
    if content.startswith(b"ID3"):
        yield ID3
        at = end_of_id3(content)
    at, is_last = at + 4, False
    while not is_last:
        head, size = big(content, at, 1, CUT_SOUND), big(content, at + 1, 3, CUT_SOUND)
        is_last, kind, end = bool(head & 0x80), head & 0x7F, at + 4 + size
        if end > len(content):
            raise Broken(CUT_SOUND)
        if kind == 4:
            yield from find_comments(content[at + 4 : end], 0)
        elif (kind == 1 and not is_blank(content, at + 4, end)) or kind not in (0, 1, 3):
            yield IN_FLAC.get(kind, UNKNOWN)
        at = end
    if at == len(content):
        raise Broken(CUT_SOUND)
    if content[-128:-125] == b"TAG":
        yield ID3
