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

NOTHING = 5
"""No shape at all."""

SHAPES = (0, 1, 2, 3, 0, 2, SQUARE, NOTHING)
"""What may be drawn for a cell."""

SHADES = 3

QUARTER = tuple((column, row) for row in range(CELLS // 2) for column in range(CELLS // 2))
"""The cells of the quarter that is drawn."""

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
    is_mirrored, quarter = make_quarter(seed)
    block = {piece for own in quarter for piece in quarters_of(own, is_mirrored)}
    return tuple(sorted(block, key=IN_ORDER))


def make_quarter(seed: str) -> tuple[bool, tuple[Piece, ...]]:
    """Whether a block is mirrored, and not turned; and the pieces of its first quarter, each once."""
    bits, mirror = divmod(int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "big"), 2)
    quarter: dict[Piece, None] = {}
    for column, row in QUARTER:
        bits, shape = divmod(bits, len(SHAPES))
        bits, shade = divmod(bits, SHADES)
        if SHAPES[shape] != NOTHING:
            quarter[Piece(column, row, SHAPES[shape], shade)] = None
    if len(quarter) < 2:
        quarter[Piece(1, 1, 2, 0)] = None
    return bool(mirror), tuple(quarter)


@lru_cache(maxsize=512)
def quarters_of(piece: Piece, is_mirrored: bool) -> tuple[Piece, ...]:
    """A piece of one quarter with those that stand for it in the other three."""
    if is_mirrored:
        right = mirrored(piece)
        return piece, right, turned(turned(piece)), turned(turned(right))
    second = turned(piece)
    return piece, second, turned(second), turned(turned(second))
