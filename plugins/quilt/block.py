"""
The pattern of a patch: a block of four by four cells, as quilters piece them.

One quarter is drawn from the id; the other three are the same quarter turned
or mirrored, so that every patch looks sewn and not thrown.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import NamedTuple

CELLS = 4
"""Cells along each side of a block."""

CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))
TRIANGLES = ((0, 1, 3), (0, 1, 2), (1, 2, 3), (0, 2, 3))
"""The corners of the half square in each of its four turns."""

SQUARE = 4
"""The shape that fills its cell."""

IN_ORDER = itemgetter(3, 1, 0, 2)
"""Pieces by shade, and in each by row, column and shape."""


class Piece(NamedTuple):
    """One piece of cloth: its cell, its shape (a turn of the half square, or SQUARE) and its shade 0 to 2."""

    column: int
    row: int
    shape: int
    shade: int

    def corners(self) -> tuple[tuple[int, int], ...]:
        """The corners of the piece, in cells."""
        turns = (0, 1, 2, 3) if self.shape == SQUARE else TRIANGLES[self.shape]
        return tuple((self.column + CORNERS[turn][0], self.row + CORNERS[turn][1]) for turn in turns)


def turned(piece: Piece) -> Piece:
    """A piece after the block was turned by a quarter, clockwise."""
    shape = piece.shape if piece.shape == SQUARE else (1, 2, 3, 0)[piece.shape]
    return Piece(CELLS - 1 - piece.row, piece.column, shape, piece.shade)


def mirrored(piece: Piece) -> Piece:
    """A piece in a mirror that stands upright beside the block."""
    shape = piece.shape if piece.shape == SQUARE else (1, 0, 3, 2)[piece.shape]
    return Piece(CELLS - 1 - piece.column, piece.row, shape, piece.shade)


def make_block(seed: str) -> tuple[Piece, ...]:
    """The pieces of a block; the same seed gives the same block for ever."""
    bits = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "big")

    def draw(choices: int) -> int:
        nonlocal bits
        bits, drawn = divmod(bits, choices)
        return drawn

    mirror = draw(2)
    quarter = []
    for row in range(CELLS // 2):
        for column in range(CELLS // 2):
            shape = (0, 1, 2, 3, 0, 2, SQUARE, None)[draw(8)]
            shade = draw(3)
            if shape is not None:
                quarter.append(Piece(column, row, shape, shade))
    if len(quarter) < 2:
        quarter.append(Piece(1, 1, 2, 0))
    block = {piece for own in quarter for piece in quarters_of(own, bool(mirror))}
    return tuple(sorted(block, key=IN_ORDER))


@lru_cache(maxsize=512)
def quarters_of(piece: Piece, is_mirrored: bool) -> tuple[Piece, ...]:
    """A piece of one quarter with those that stand for it in the other three."""
    if is_mirrored:
        right = mirrored(piece)
        return piece, right, turned(turned(piece)), turned(turned(right))
    second = turned(piece)
    return piece, second, turned(second), turned(turned(second))
