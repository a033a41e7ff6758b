"""
The picture of a text for other sites: one file in a format that they all know.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.images.renditions import MIME_TYPES, formats_of, height_at
from plugins.images.shown import Shown
from plugins.images.views import shared_address, shared_width


class SharedPicture(NamedTuple):
    """A picture by its absolute address; `lang` is the language of `alt`."""

    url: str
    type: str
    width: int
    height: int
    alt: str
    lang: str
    credit: str


def shared_picture(shown: Shown | None, origin: str) -> SharedPicture | None:
    """The picture that a channel may carry; None where there is none."""
    if shown is None:
        return None
    width = shared_width(shown)
    return SharedPicture(
        url=origin + shared_address(shown),
        type=MIME_TYPES[formats_of(shown)[-1]],
        width=width,
        height=height_at(shown.size, width),
        alt=shown.alt,
        lang=shown.tag,
        credit=shown.credit,
    )
