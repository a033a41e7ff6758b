"""
Whether two pictures show the same, also when one was shrunk, packed anew, made lighter or cut a little at its edges.

Two hashes tell where a picture grows lighter: from left to right and from top to bottom. In photographs they are
near each other for the same picture only. Flat drawings have few such steps, so a coarse look at the colours is
compared as well; where one of the two is in black and white, only how light they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

SIDE = 8
"""Cells along each side of the coarse look, and steps along each side of a hash."""

NEAR = 14
"""Of the 128 steps, so many may differ. Measured: up to 9 in the same picture, 43 and more in two photographs."""

NEAR_COLOURS = 16
"""How far the colours may differ on average, once both pictures are equally light. Measured in twins: up to 13."""

GREY = 8
"""How far red, green and blue of a cell may differ in a picture in black and white."""

WEIGHTS = (0.299, 0.587, 0.114)
"""How light red, green and blue are."""


class Likeness(NamedTuple):
    """What a picture looks like, in a few bytes."""

    across: int
    down: int
    cells: tuple[tuple[int, ...], ...]


def likeness_of(image: Image.Image) -> Likeness:
    """The likeness of a picture."""
    from PIL import Image

    turned = image.transpose(Image.Transpose.TRANSPOSE)
    coarse = image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BOX).tobytes()
    cells = tuple(tuple(coarse[at : at + 3]) for at in range(0, len(coarse), 3))
    return Likeness(dhash(image), dhash(turned), cells)


def dhash(image: Image.Image) -> int:
    """64 bits, one for each step from a cell to its right neighbour: 1 where it grows lighter."""
    from PIL import Image

    cells = image.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX).tobytes()
    steps = [cells[at + 1] > cells[at] for at in range(len(cells)) if at % (SIDE + 1) < SIDE]
    return sum(grows << number for number, grows in enumerate(steps))


def distance(one: Likeness, other: Likeness) -> int:
    """How many of the 128 steps differ."""
    return (one.across ^ other.across).bit_count() + (one.down ^ other.down).bit_count()


def colour_distance(one: Likeness, other: Likeness) -> float:
    """How far the coarse colours differ on average, each set against the mean of its picture."""
    has_colours = not (is_grey(one) or is_grey(other))
    first, second = (_numbers(likeness, has_colours) for likeness in (one, other))
    lighter = (sum(first) - sum(second)) / len(first)
    return sum(abs(a - b - lighter) for a, b in zip(first, second, strict=True)) / len(first)


def is_grey(likeness: Likeness) -> bool:
    """Whether a picture is in black and white."""
    return all(max(cell) - min(cell) <= GREY for cell in likeness.cells)


def _numbers(likeness: Likeness, has_colours: bool) -> list[float]:
    if has_colours:
        return [part for cell in likeness.cells for part in cell]
    return [sum(part * weight for part, weight in zip(cell, WEIGHTS, strict=True)) for cell in likeness.cells]


def is_twin(one: Likeness, other: Likeness) -> bool:
    """Whether two pictures show the same."""
    return distance(one, other) <= NEAR and colour_distance(one, other) <= NEAR_COLOURS
