"""
A picture as templates show it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from plugins.images.model import Picture
from plugins.images.opening import PLAIN, decode, pixels_of
from plugins.images.renditions import MIME_TYPES, formats_of, height_at, rendition_path, widths_of

USUAL_WIDTH = 960
"""The width for browsers that choose none, or the next smaller one."""

NO_COLOUR = "#d8d2c6"
"""What stands in place of a picture of which nobody looked up the colour."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """
    What a template needs for one picture: `sources` for the better formats, the rest for the `img` itself.

    `width` and `height` are those of its largest rendition; `alt_lang` is the language of `alt`.
    """

    sources: tuple[tuple[str, str], ...]
    """MIME type and srcset, the best format first."""
    src: str
    srcset: str
    width: int
    height: int
    alt: str
    alt_lang: str
    credit: str
    colour: str
    is_illustration: bool


def make_view(picture: Picture, lang: str, base_url: str, colour: str = NO_COLOUR) -> PictureView:
    """
    The view of a picture in a language; `base_url` is the address of the site without a closing slash.

    Where nobody has said in that language what it shows, the first language of its side file stands in.
    """
    *better, last = formats_of(picture)
    widths = widths_of(picture)
    usual = max((width for width in widths if width <= USUAL_WIDTH), default=widths[0])
    alt_lang = lang if lang in picture.front.alt else next(iter(picture.front.alt))
    return PictureView(
        sources=tuple((MIME_TYPES[format], _srcset(picture, format, base_url)) for format in better),
        src=f"{base_url}/{rendition_path(picture, usual, last)}",
        srcset=_srcset(picture, last, base_url),
        width=widths[-1],
        height=height_at(picture.size, widths[-1]),
        alt=picture.front.alt[alt_lang],
        alt_lang=alt_lang,
        credit=picture.front.credit,
        colour=colour,
        is_illustration=picture.front.illustration,
    )


def _srcset(picture: Picture, format: str, base_url: str) -> str:
    return ", ".join(f"{base_url}/{rendition_path(picture, width, format)} {width}w" for width in widths_of(picture))


def average_colour(raw: bytes) -> str:
    """The average colour of a picture as #rrggbb, from a small copy. PictureError where it cannot be read."""
    image = pixels_of(decode(raw, (16, 1)))
    dot = image.resize((1, 1), Image.Resampling.BOX).convert(PLAIN)
    return f"#{dot.tobytes().hex()}"
