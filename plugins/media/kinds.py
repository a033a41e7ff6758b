"""
What kind a file is, by its first bytes and never by its name.
"""

from __future__ import annotations

HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
AVIF_BRANDS = frozenset({b"avif", b"avis"})
SOUND_BRANDS = frozenset({b"M4A ", b"M4B "})

BEGINNINGS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
)

PICTURES = frozenset({"jpeg", "png", "webp", "avif", "gif", "tiff", "heic"})
"""The kinds that are pictures; the others are sound."""


def kind_of(content: bytes) -> str | None:
    """The kind of a file in one small word, such as jpeg or mp3; None where it is unknown here."""
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF":
        return {b"WEBP": "webp", b"WAVE": "wav"}.get(content[8:12])
    if content[4:8] == b"ftyp":
        return _kind_of_boxes(content)
    if content[:3] == b"ID3":
        return "flac" if content[end_of_id3(content) :][:4] == b"fLaC" else "mp3"
    return "mp3" if is_frame(content, 0) else None


def _kind_of_boxes(content: bytes) -> str | None:
    size = min(int.from_bytes(content[:4], "big"), 1024)
    brands = {content[8:12], *(content[at : at + 4] for at in range(16, size, 4))}
    if brands & AVIF_BRANDS:
        return "avif"
    if brands & HEIF_BRANDS:
        return "heic"
    return "m4a" if brands & SOUND_BRANDS else None


def end_of_id3(content: bytes, start: int = 0) -> int:
    """Where an ID3v2 tag that begins at a place ends: its size has seven bits in each byte."""
    size = 0
    for byte in content[start + 6 : start + 10]:
        size = size << 7 | byte & 0x7F
    footer = 10 if content[start + 5 : start + 6] >= b"\x10" and content[start + 5] & 0x10 else 0
    return start + 10 + size + footer


def is_frame(content: bytes, at: int) -> bool:
    """Whether the header of a frame of MPEG sound, layer III, stands at a place."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[1] & 0x18 == 0x08:
        return False
    return head[2] >> 4 not in (0, 15) and head[2] >> 2 & 3 != 3
