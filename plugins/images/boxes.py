"""
Redacted boxes: where they lie in a picture of another size, and filling them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

FILL = (31, 92, 102)
"""The colour of redacted boxes: the teal of the quilt, which no skin and no hair has."""

Size = tuple[int, int]

LEAST = 8
"""Pixels along each side of a box; in smaller ones, lossy coding mixes its colour with what surrounds it."""


def _grown(start: int, end: int, most: int) -> tuple[int, int]:
    """Where a stretch begins and how long it is, once it has grown at both ends to the least length."""
    length = max(end - start, min(LEAST, most))
    return max(0, min(start - (length - (end - start)) // 2, most - length)), length


class Box(NamedTuple):
    """A rectangle in a picture: the pixel of its upper left corner, its width and its height."""

    x: int
    y: int
    width: int
    height: int

    def fits(self, size: Size) -> bool:
        """Whether it holds a pixel and lies within a picture of a size."""
        return (
            min(self.x, self.y) >= 0
            and min(self.width, self.height) > 0
            and self.x + self.width <= size[0]
            and self.y + self.height <= size[1]
        )

    def corners(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom, as Pillow wants them."""
        return self.x, self.y, self.x + self.width, self.y + self.height

    def scaled(self, old: Size, new: Size) -> Box:
        """
        The box in the same picture of another size, rounded outward, so that no pixel of it is lost.

        It is never smaller than lossy coding can keep solid, unless the picture is.
        """
        left, width = _grown(self.x * new[0] // old[0], -(-(self.x + self.width) * new[0] // old[0]), new[0])
        top, height = _grown(self.y * new[1] // old[1], -(-(self.y + self.height) * new[1] // old[1]), new[1])
        return Box(left, top, width, height)

    def inset(self, by: int) -> Box:
        """The box without its outermost pixels; where too few are left, the one or two in its middle."""
        across, down = min(by, (self.width - 1) // 2), min(by, (self.height - 1) // 2)
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def __str__(self) -> str:
        return f"{self.x},{self.y},{self.width},{self.height}"


def scale_all(boxes: Iterable[Box], old: Size, new: Size) -> tuple[Box, ...]:
    """Several boxes in the same picture of another size."""
    return tuple(box.scaled(old, new) for box in boxes)


def fill_all(image: Image.Image, boxes: Iterable[Box]) -> None:
    """Make the boxes of an image solid, in place."""
    for box in boxes:
        image.paste(FILL if image.mode == "RGB" else (*FILL, 255), box.corners())
