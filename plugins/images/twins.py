"""
No redacted picture has a twin without its boxes: another file that shows the same, with the people in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from plugins.images.boxes import Size, scale_all
from plugins.images.likeness import is_twin, likeness_of
from plugins.images.model import Picture
from plugins.images.opening import PictureError, decode, look_at, pixels_of
from plugins.images.proving import find_open_boxes
from plugins.images.renditions import Original

if TYPE_CHECKING:
    from PIL import Image

GLANCE = 256
"""Pixels in width that are enough to see what a picture shows."""

MASK = (128, 128, 128)
"""What boxes are set aside with; it has no colour, so that a copy in black and white stays one."""

ASPECT = 0.06
"""By how much the proportions of twins may differ: so much can be cut off at an edge unnoticed."""


class Candidate(NamedTuple):
    """A picture that could show what another hides: its path as one would type it, and how to read its bytes."""

    path: str
    read: Callable[[], bytes]


class Glance(NamedTuple):
    """A small copy of a picture, and the size it has in truth."""

    image: Image.Image
    size: Size


class TwinFinder:
    """
    Looks for twins of what some pictures hide; each of these is looked at once, when the first candidate comes.

    Nothing is ever read where none of them hides anything.
    """

    def __init__(self, pictures: Iterable[Picture]) -> None:
        self._hiding = tuple(picture for picture in pictures if picture.front.redacted)

    @cached_property
    def _glances(self) -> list[tuple[Picture, Glance]]:
        return [(picture, _own_glance(picture)) for picture in self._hiding]

    def find(self, others: Iterable[Candidate]) -> Iterator[tuple[str, str]]:
        """The path of every candidate that shows what a picture hides, with what is wrong with it."""
        if not self._glances:
            return
        for other in others:
            try:
                seen = glance_at(other)
            except PictureError:
                continue
            for picture, own in self._glances:
                if shows_the_same(picture, own, seen) and shows_boxes(picture, other):
                    yield other.path, f'this shows what is redacted in "{picture.name}"'


def find_twins(pictures: Iterable[Picture], others: Iterable[Candidate]) -> Iterator[tuple[str, str]]:
    """
    The path of every candidate that shows what a picture hides, with what is wrong with it.

    A candidate that cannot be opened is passed over: nobody can look at it either. The stored files of `pictures`
    belong among the candidates: a box in a side file alone hides nothing. PictureError where a redacted picture
    itself cannot be read.
    """
    yield from TwinFinder(pictures).find(others)


def glance_at(candidate: Candidate) -> Glance:
    """A small copy of a candidate. PictureError where it is no picture that can be opened."""
    from PIL import Image

    raw = candidate.read()
    size = look_at(raw).size
    image = pixels_of(decode(raw, (GLANCE, 1)))
    small = image.resize((GLANCE, max(1, GLANCE * size[1] // size[0])), Image.Resampling.BOX).convert("RGB")
    return Glance(small, size)


def _own_glance(picture: Picture) -> Glance:
    try:
        return glance_at(Candidate(picture.name, Original(picture.path, picture.digest).read))
    except PictureError as error:
        raise PictureError(f'"{picture.name}", in which people are hidden, cannot be looked at: {error}') from None


def shows_the_same(picture: Picture, own: Glance, seen: Glance) -> bool:
    """Whether a candidate is like a picture, the boxes of the picture set aside in both."""
    if abs(own.size[0] * seen.size[1] / (own.size[1] * seen.size[0]) - 1) > ASPECT:
        return False
    return is_twin(*(likeness_of(_without_boxes(picture, glance.image)) for glance in (own, seen)))


def _without_boxes(picture: Picture, image: Image.Image) -> Image.Image:
    copy = image.copy()
    for box in scale_all(picture.front.redacted, picture.size, image.size):
        copy.paste(MASK, box.corners())
    return copy


def shows_boxes(picture: Picture, other: Candidate) -> bool:
    """Whether any box of a picture is not solid in a candidate."""
    return bool(find_open_boxes(decode(other.read()), picture.front.redacted, picture.size))
