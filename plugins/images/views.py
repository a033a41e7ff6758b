"""
A picture as templates show it.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.images.opening import PLAIN, decode, pixels_of
from plugins.images.renditions import MIME_TYPES, formats_of, height_at, rendition_path, widths_of
from plugins.images.shown import Shown

USUAL_WIDTH = 960
"""The width for browsers that choose none, or the next smaller one."""

SHARED_WIDTH = 1280
"""The width for the cards of other sites, or the next smaller one."""


class PictureView(NamedTuple):
    """
    What a template needs for one picture: `sources` for the better formats, the rest for the `img` itself.

    `width` and `height` are those of its largest rendition; `lang` is the language of `alt`.
    """

    sources: tuple[tuple[str, str], ...]
    """MIME type and srcset, the best format first."""
    src: str
    srcset: str
    width: int
    height: int
    alt: str
    lang: str
    credit: str
    colour: str
    """What stands there until it is loaded; empty where it would shine through."""
    is_illustration: bool

    @property
    def is_tall(self) -> bool:
        """Whether it is higher than wide."""
        return self.height > self.width

    @property
    def spread(self) -> float:
        """How wide it is once it fills a square of the side 1, its ends cut off."""
        return max(1.0, self.width / self.height)


def make_view(shown: Shown) -> PictureView:
    """The view of a picture that a text shows."""
    *better, last = formats_of(shown)
    largest = widths_of(shown)[-1]
    return PictureView(
        sources=tuple((MIME_TYPES[format], _srcset(shown, format)) for format in better),
        src=_address(shown, USUAL_WIDTH, last),
        srcset=_srcset(shown, last),
        width=largest,
        height=height_at(shown.size, largest),
        alt=shown.alt,
        lang=shown.tag,
        credit=shown.credit,
        colour="" if shown.is_see_through else shown.colour,
        is_illustration=shown.is_illustration,
    )


def maybe_view(shown: Shown | None) -> PictureView | None:
    """The view of a picture, where there is one."""
    return make_view(shown) if shown else None


def shared_address(shown: Shown) -> str:
    """Where the rendition for the cards of other sites lies, from the root of the host: a format they all know."""
    return _address(shown, SHARED_WIDTH, formats_of(shown)[-1])


def shared_width(shown: Shown) -> int:
    """How wide the rendition for the cards of other sites is, in pixels."""
    return _width_below(shown, SHARED_WIDTH)


def _address(shown: Shown, most: int, format: str) -> str:
    return f"{shown.base}/{rendition_path(shown, _width_below(shown, most), format)}"


def _width_below(shown: Shown, most: int) -> int:
    widths = widths_of(shown)
    return max((width for width in widths if width <= most), default=widths[0])


def _srcset(shown: Shown, format: str) -> str:
    widths = widths_of(shown)
    return ", ".join(f"{shown.base}/{rendition_path(shown, width, format)} {width}w" for width in widths)


def average_colour(raw: bytes) -> str:
    """The average colour of a picture as #rrggbb, from a small copy. PictureError where it cannot be read."""
    from PIL import Image

    image = pixels_of(decode(raw, (16, 1)))
    dot = image.resize((1, 1), Image.Resampling.BOX).convert(PLAIN)
    return f"#{dot.tobytes().hex()}"
