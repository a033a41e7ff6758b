"""
Brings a photograph in: upright, in the colours of the web, no larger than needed, and made of its pixels alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps

from plugins.images.boxes import Box, Size, fill_all, scale_all
from plugins.images.opening import PLAIN, SEE_THROUGH, PictureError, decode, pixels_of
from plugins.images.proving import find_open_boxes
from plugins.images.reading import LONGEST_SIDE
from plugins.media.metadata import find_metadata
from plugins.media.parts import Broken

QUALITY = 88
"""Of the JPEG that is stored, from which all that is published is made."""


class Brought(NamedTuple):
    """A picture as it is stored, its boxes in its own pixels, and what was left behind of the original."""

    content: bytes
    kind: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    left_behind: tuple[str, ...]


def bring_in(raw: bytes, redact: Iterable[Box] = ()) -> Brought:
    """
    The picture to store, made of an original; `redact` counts in the pixels of the original held upright.

    PictureError where the original cannot be used, or a box does not lie in it.
    """
    left_behind = look_into(raw)
    image = pixels_of(in_web_colours(upright(decode(raw))))
    boxes = tuple(redact)
    for box in boxes:
        if not box.fits(image.size):
            raise PictureError(
                f"the box {box} is not within the picture, which is {image.width} pixels wide and {image.height} high"
            )
    fill_all(image, boxes)
    size = size_within(image.size, LONGEST_SIDE)
    boxes = scale_all(boxes, image.size, size)
    if size != image.size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    fill_all(image, boxes)
    content = encode(image)
    prove(content, boxes, size)
    kind = "png" if image.mode == SEE_THROUGH else "jpeg"
    return Brought(content, kind, *size, boxes, left_behind)


def look_into(raw: bytes) -> tuple[str, ...]:
    """What an original holds besides pixels. PictureError where its structure is broken."""
    try:
        return tuple(find_metadata(raw))
    except Broken as error:
        raise PictureError(str(error)) from None


def upright(image: Image.Image) -> Image.Image:
    """The picture turned as the camera was held."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:
        return image


def in_web_colours(image: Image.Image) -> Image.Image:
    """The picture in sRGB, where a valid profile says what its colours are; else as it is."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    try:
        own, web = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        if image.mode in ("P", "PA"):
            image = image.convert(SEE_THROUGH if image.has_transparency_data else PLAIN)
        turned = ImageCms.profileToProfile(
            image, own, web, outputMode=SEE_THROUGH if image.mode == SEE_THROUGH else PLAIN
        )
    except Exception:
        return image
    return turned or image


def size_within(size: Size, longest: int) -> Size:
    """The size of a picture shrunk until its longer side is no longer than that; never enlarged."""
    side = max(size)
    if side <= longest:
        return size
    return max(1, round(size[0] * longest / side)), max(1, round(size[1] * longest / side))


def encode(image: Image.Image) -> bytes:
    """The bytes of the picture that is stored: PNG where something shines through, else JPEG."""
    file = BytesIO()
    if image.mode == SEE_THROUGH:
        image.save(file, "PNG", optimize=True)
    else:
        image.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def prove(content: bytes, boxes: tuple[Box, ...], size: Size) -> None:
    """Read the bytes again: nothing but pixels is in them, and every box is solid. PictureError otherwise."""
    metadata = look_into(content)
    if metadata or find_open_boxes(decode(content), boxes, size):
        raise PictureError("the picture could not be made safe, so nothing was written; please report this")
