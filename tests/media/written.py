"""
Picture and sound files written byte by byte, with and without what is neither pixels nor sound.
"""

from __future__ import annotations

from io import BytesIO
from zlib import crc32

from PIL import Image, ImageCms, ImageDraw


def draw(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A small drawing: a slope of colours with a disc on it."""
    image = Image.linear_gradient("L").resize((width, height)).convert(mode)
    ImageDraw.Draw(image).ellipse((width // 5, height // 5, width // 2, height // 2), fill="#a33")
    return image


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of an image."""
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def gps_exif() -> Image.Exif:
    """EXIF data with a camera's name and a position."""
    exif = Image.Exif()
    exif[271] = "Camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 40.0, 1.0), 3: "W", 4: (4.0, 42.0, 1.0)})
    return exif


def profile() -> bytes:
    """A colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>51,40N</exif:GPSLatitude></x:xmpmeta>'


def segment(marker: int, content: bytes) -> bytes:
    """A JPEG segment."""
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


def with_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """A JPEG with one more segment at its beginning."""
    return jpeg[:2] + segment(marker, content) + jpeg[2:]


def chunk(name: bytes, content: bytes = b"") -> bytes:
    """A PNG chunk."""
    return len(content).to_bytes(4, "big") + name + content + crc32(name + content).to_bytes(4, "big")


def with_chunk(png: bytes, name: bytes, content: bytes = b"") -> bytes:
    """A PNG with one more chunk after its head."""
    return png[:33] + chunk(name, content) + png[33:]


def riff(form: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A RIFF file."""
    body = b"".join(
        name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2) for name, content in chunks
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + form + body


def wav(*chunks: tuple[bytes, bytes]) -> bytes:
    """WAV sound."""
    form = b"\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0"
    return riff(b"WAVE", (b"fmt ", form), *chunks, (b"data", b"\x80" * 80))


def box(name: bytes, *content: bytes) -> bytes:
    """A box."""
    body = b"".join(content)
    return (len(body) + 8).to_bytes(4, "big") + name + body


def m4a(*in_moov: bytes, clock: int = 0) -> bytes:
    """M4A sound."""
    head = box(b"mvhd", b"\0" * 4, clock.to_bytes(4, "big") * 2, b"\0" * 88)
    return box(b"ftyp", b"M4A \0\0\0\0M4A isom") + box(b"moov", head, *in_moov) + box(b"mdat", b"\x21" * 50)


def avif(
    *in_meta: bytes, items: tuple[bytes, ...] = (b"av01Color\0",), colour: bytes = b"nclx\0\1\0\x0d\0\6\x80"
) -> bytes:
    """The boxes of an AVIF picture, without pixels that can be drawn."""
    entries = [box(b"infe", b"\2\0\0\0", number.to_bytes(2, "big"), b"\0\0", item) for number, item in enumerate(items)]
    iinf = box(b"iinf", b"\0" * 4, len(items).to_bytes(2, "big"), *entries)
    iprp = box(b"iprp", box(b"ipco", box(b"ispe", b"\0" * 12), box(b"colr", colour)), box(b"ipma", b"\0" * 8))
    meta = box(b"meta", b"\0" * 4, box(b"hdlr", b"\0" * 24), iinf, iprp, *in_meta)
    return box(b"ftyp", b"avif\0\0\0\0avifmif1") + meta + box(b"mdat", b"\x12" * 60)


FRAME = b"\xff\xfb\x90\x00" + b"\x55" * 413
"""A frame of MP3 sound."""


def id3(content: bytes = b"TIT2 A voice") -> bytes:
    """An ID3v2 tag."""
    return b"ID3\3\0\0" + len(content).to_bytes(4, "big") + content


def page(content: bytes, flags: int = 0, stream: bytes = b"one.") -> bytes:
    """A page of an Ogg file."""
    lengths = bytes([255] * (len(content) // 255) + [len(content) % 255])
    return b"OggS\0" + bytes([flags]) + b"\0" * 8 + stream + b"\0" * 8 + bytes([len(lengths)]) + lengths + content


def comments(*texts: bytes) -> bytes:
    """A list of comments after the name of the software."""
    parts = [b"software", *texts]
    numbered = [len(part).to_bytes(4, "little") + part for part in parts]
    return numbered[0] + len(texts).to_bytes(4, "little") + b"".join(numbered[1:])


def opus(*texts: bytes) -> bytes:
    """Opus sound."""
    head = page(b"OpusHead" + b"\1" * 11, flags=2)
    return head + page(b"OpusTags" + comments(*texts)) + page(b"\x7c" * 90, flags=4)


def vorbis(*texts: bytes) -> bytes:
    """Vorbis sound."""
    return page(b"\1vorbis" + b"\1" * 23, flags=2) + page(b"\3vorbis" + comments(*texts)) + page(b"\x7c" * 90, flags=4)


def flac(*blocks: tuple[int, bytes]) -> bytes:
    """FLAC sound."""
    parts = [(0, b"\1" * 34), *blocks]
    heads = [bytes([kind | (0x80 if at == len(parts) - 1 else 0)]) for at, (kind, _) in enumerate(parts)]
    body = b"".join(head + len(raw).to_bytes(3, "big") + raw for head, (_, raw) in zip(heads, parts, strict=True))
    return b"fLaC" + body + b"\xff\xf8" * 20
