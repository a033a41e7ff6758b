"""
What must be true of every finished picture: it holds pixels alone, and what was to be hidden is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from plugins.images.boxes import FILL, Box, Size
from plugins.images.opening import PLAIN, PictureError, decode, pixels_of
from plugins.images.renditions import Rendition, height_at
from plugins.media.kinds import kind_of
from plugins.media.metadata import find_metadata
from plugins.media.parts import Broken
from plugins.problems import counted

if TYPE_CHECKING:
    from PIL import Image

INSET = 2
"""Pixels along the edges of a box that lossy coding blurs with what surrounds them."""

MOST = 72
"""How far one pixel of a solid box may be from its colour. Measured in boxes amid the harshest patterns: up to 49."""

MOST_ON_AVERAGE = 36
"""How far all of them may be on average. Measured: up to 10, and 25 in boxes of a few pixels; any skin: 60 and more."""


def find_open_boxes(image: Image.Image, boxes: Iterable[Box], full: Size) -> list[Box]:
    """
    The boxes that are not solid in a picture; they count in the pixels of the picture when it has the size `full`.
    """
    seen = image if image.mode == PLAIN else pixels_of(image).convert(PLAIN)
    return [box for box in boxes if not is_solid(seen, box.scaled(full, image.size))]


def is_solid(image: Image.Image, box: Box) -> bool:
    """Whether a box of a picture has the colour of redacted boxes all over, as far as lossy coding keeps it."""
    from PIL import Image, ImageChops, ImageStat

    part = image.crop(box.inset(INSET).corners())
    off = ImageStat.Stat(ImageChops.difference(part, Image.new(PLAIN, part.size, FILL)))
    return max(high for _, high in off.extrema) <= MOST and max(off.mean) <= MOST_ON_AVERAGE


def find_picture_faults(path: str, content: bytes, known: Mapping[str, Rendition]) -> Iterator[str]:
    """
    What is wrong with one finished picture; `known` has every rendition by its path.
    """
    rendition = known.get(path)
    if rendition is None:
        yield "this picture is made of none in the folder of pictures"
        return
    if kind_of(content) != rendition.format:
        yield f"this is no {rendition.format} picture"
        return
    try:
        metadata = find_metadata(content)
        image = decode(content)
    except (Broken, PictureError) as error:
        yield str(error)
        return
    yield from (f"the picture holds {what}" for what in metadata)
    picture, width = rendition.picture, rendition.width
    if image.size != (width, height_at(picture.size, width)):
        yield f"the picture is {image.width} by {image.height} pixels, which is not what its name says"
        return
    open_boxes = find_open_boxes(image, picture.front.redacted, picture.size)
    if open_boxes:
        yield f'{counted(len(open_boxes), "redacted box", "redacted boxes")} of "{picture.name}" can be seen through'
