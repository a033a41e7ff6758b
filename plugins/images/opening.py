"""
Opens pictures that anybody may have made: too large, cut off, or not what they seem.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from plugins.images.boxes import Size
from plugins.media.kinds import kind_of

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 50_000_000
"""More than any camera of a volunteer takes; decoding needs up to four bytes for each."""

OPENERS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF", "tiff": "TIFF"}
"""The kinds that can be opened here, by Pillow's names."""

TOO_LARGE = f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels"
DAMAGED = "the picture cannot be read: the file is cut off or damaged"

PLAIN, SEE_THROUGH = "RGB", "RGBA"
"""The two ways in which pixels are held, without and with transparency."""


class PictureError(Exception):
    """A picture cannot be used; the message is a sentence without its full stop."""


@contextmanager
def _guarded() -> Iterator[None]:
    """Everything that can go wrong within becomes a PictureError."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except PictureError:
            raise
        except Image.DecompressionBombError:
            raise PictureError(TOO_LARGE) from None
        except Exception:
            raise PictureError(DAMAGED) from None


def _open(raw: bytes) -> Image.Image:
    from PIL import Image

    if not raw:
        raise PictureError("the file is empty")
    kind = kind_of(raw)
    if kind == "heic":
        raise PictureError("this is a HEIC picture, which cannot be opened here: save it as JPEG first")
    if kind not in OPENERS:
        raise PictureError("this is no picture")
    image = Image.open(BytesIO(raw), formats=[OPENERS[kind]])
    if image.width * image.height > MOST_PIXELS:
        raise PictureError(TOO_LARGE)
    return image


class Look(NamedTuple):
    """What can be said of a picture without decoding it."""

    size: Size
    is_see_through: bool


def look_at(raw: bytes) -> Look:
    """What the beginning of a picture says of it. PictureError where it cannot be opened."""
    with _guarded(), _open(raw) as image:
        return Look(image.size, image.has_transparency_data)


def decode(raw: bytes, least: Size | None = None) -> Image.Image:
    """
    The picture with all its pixels, upright or not. PictureError where it cannot be read to its end.

    With `least`, a JPEG may come smaller than it is, but never smaller than that.
    """
    with _guarded():
        image = _open(raw)
        if least:
            image.draft(None, least)
        image.load()
        return image


def pixels_of(image: Image.Image) -> Image.Image:
    """
    The pixels alone in a new image, in red, green and blue; what is wholly transparent is empty.

    Nothing else of the old image goes along: neither its metadata nor its palette or what shines through.
    """
    from PIL import Image

    with _guarded():
        if not image.has_transparency_data:
            plain = Image.new(PLAIN, image.size)
            plain.paste(image if image.mode == PLAIN else image.convert(PLAIN))
            return plain
        seen = image.convert(SEE_THROUGH)
        if seen.getchannel("A").getextrema() == (255, 255):
            return pixels_of(seen.convert(PLAIN))
        fresh = Image.new(SEE_THROUGH, seen.size, (0, 0, 0, 0))
        fresh.paste(seen, mask=seen.getchannel("A").point(lambda alpha: 255 if alpha else 0))
        return fresh
