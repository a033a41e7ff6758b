"""
What is published of a picture: several widths, each in three formats, named by what they are made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.images.boxes import Box, Size, fill_all, scale_all
from plugins.images.model import Picture
from plugins.images.opening import PLAIN, SEE_THROUGH, PictureError, decode, pixels_of
from plugins.images.shown import Pixels
from plugins.outputs import Channel, Facet, Output, fingerprint, same
from plugins.problems import ContentError, Problem, Report

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (320, 640, 960, 1280, 1920)

ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png"}
MIME_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}

VERSION = "3"
"""Raise it with any of the numbers below: browsers keep an address for ever, so what it shows never changes."""

AVIF_QUALITY, AVIF_SPEED = 55, 8
WEBP_QUALITY, WEBP_METHOD = 77, 2
JPEG_QUALITY = 80
GAP = 1.0
"""A picture is first reduced by the largest whole number that leaves it so many times as large as it will be."""

FOLDER = "pictures"


class Original(NamedTuple):
    """A stored picture, of which the bytes are read when they are needed."""

    path: Path
    digest: str
    boxes: tuple[Box, ...] = ()

    def read(self) -> bytes:
        """The bytes. PictureError where they are no longer those that were checked."""
        try:
            raw = self.path.read_bytes()
        except OSError:
            raise PictureError(f"{self.path.name} was removed while the site was built: build it again") from None
        if fingerprint(raw) != self.digest:
            raise PictureError(f"{self.path.name} was changed while the site was built: build it again")
        return raw

    def facet(self) -> Facet[Original]:
        """The picture as an ingredient: its bytes and its boxes count, and not where it lies."""
        return Facet(self, fingerprint("original", self.digest, *map(str, self.boxes)))


class RenditionRenderer(NamedTuple):
    """Makes one size of a picture in one format."""

    format: str
    width: int

    @property
    def digest(self) -> str:
        """Changes with the format, the width and everything in this file that shapes the bytes."""
        return fingerprint("rendition", VERSION, self.format, str(self.width))

    def __call__(self, view: Original) -> bytes:
        """The bytes of the rendition. ContentError where the stored picture cannot be used any more."""
        try:
            return make_rendition(view.read(), self.width, self.format, view.boxes)
        except PictureError as error:
            raise content_error(view.path.name, error) from None


def content_error(name: str, error: PictureError) -> ContentError:
    """What stops a build whose picture cannot be used, as the editor is told it."""
    todo = "Put the whole picture back, or bring it in again with: make photo FILE=… ALT=…"
    return ContentError(Report([Problem(f"content/pictures/{name}", 1, 1, str(error), todo)]))


def make_rendition(raw: bytes, width: int, format: str, boxes: Iterable[Box] = ()) -> bytes:
    """
    A stored picture in another width and format, its boxes solid; the same bytes in every run.

    PictureError where the picture cannot be read.
    """
    from PIL import Image

    boxes = tuple(boxes)
    whole = whole_picture(raw, boxes)
    size = (width, height_at(whole.size, width))
    image = whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=GAP)
    fill_all(image, scale_all(boxes, whole.size, size))
    return encode(image, format)


@lru_cache(maxsize=1)
def whole_picture(raw: bytes, boxes: tuple[Box, ...]) -> Image.Image:
    """
    A stored picture with its boxes filled, for all who only look at it: its renditions are made one after the other.

    PictureError where the picture cannot be read.
    """
    image = pixels_of(decode(raw))
    fill_all(image, boxes)
    return image


def height_at(size: Size, width: int) -> int:
    """The height of a picture of a size when it is drawn in another width."""
    return max(1, round(size[1] * width / size[0]))


def encode(image: Image.Image, format: str) -> bytes:
    """The bytes of pixels in a format; for JPEG, what is transparent becomes white."""
    from PIL import Image

    file = BytesIO()
    if format == "avif":
        image.save(file, "AVIF", quality=AVIF_QUALITY, speed=AVIF_SPEED, max_threads=1, autotiling=False)
    elif format == "webp":
        image.save(file, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    elif format == "png":
        image.save(file, "PNG", optimize=True)
    else:
        if image.mode == SEE_THROUGH:
            white = Image.new(SEE_THROUGH, image.size, "white")
            image = Image.alpha_composite(white, image).convert(PLAIN)
        image.save(file, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def formats_of(picture: Pixels) -> tuple[str, ...]:
    """The formats in which a picture is published, the best first and the one every browser knows last."""
    return ("avif", "webp", "png" if picture.is_see_through else "jpeg")


def widths_of(picture: Pixels) -> tuple[int, ...]:
    """The widths in which a picture is published, the smallest first; none is wider than the picture."""
    return tuple(width for width in WIDTHS if width <= picture.width) or (picture.width,)


def rendition_path(picture: Pixels, width: int, format: str) -> str:
    """The path of one rendition below the output folder, known before it is made."""
    state = fingerprint("rendition", VERSION, picture.digest, *map(str, picture.boxes))
    return f"{FOLDER}/{state[:12]}-{width}.{ENDINGS[format]}"


class Rendition(NamedTuple):
    """One published file of a picture."""

    picture: Picture
    width: int
    format: str

    @property
    def path(self) -> str:
        """Its path below the output folder."""
        return rendition_path(self.picture, self.width, self.format)


def renditions_of(picture: Picture) -> Iterator[Rendition]:
    """All published files of a picture."""
    for format in formats_of(picture):
        for width in widths_of(picture):
            yield Rendition(picture, width, format)


def by_path(pictures: Iterable[Picture]) -> dict[str, Rendition]:
    """All published files of several pictures by their paths, as the proof wants them."""
    return {rendition.path: rendition for picture in pictures for rendition in renditions_of(picture)}


def picture_outputs(
    picture: Picture, channel: Channel = Channel.SITE, carries: tuple[str, ...] = ()
) -> Iterator[Output]:
    """Everything that is published of a picture."""
    facets = (Original(picture.path, picture.digest, picture.front.redacted).facet(),)
    for rendition in renditions_of(picture):
        renderer = RenditionRenderer(rendition.format, rendition.width)
        yield Output(rendition.path, channel, facets, same, renderer, carries)
