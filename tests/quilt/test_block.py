"""
A block looks sewn and not thrown: one quarter, turned or mirrored into the other three.
"""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from plugins.quilt.block import CELLS, SQUARE, Piece, make_block, mirrored, turned

PIECES = st.builds(
    Piece, st.integers(0, CELLS - 1), st.integers(0, CELLS - 1), st.integers(0, SQUARE), st.integers(0, 2)
)
SEEDS = st.text()


def bag(pieces):
    return sorted(pieces, key=repr)


@given(PIECES)
def test_four_quarter_turns_or_two_mirrors_bring_a_piece_back(piece):
    assert piece == turned(turned(turned(turned(piece))))
    assert piece == mirrored(mirrored(piece))


@given(PIECES)
def test_turning_a_piece_turns_its_corners(piece):
    """
    Clockwise, where down is the way of the second number.
    """
    assert {(CELLS - y, x) for x, y in piece.corners()} == set(turned(piece).corners())
    assert {(CELLS - x, y) for x, y in piece.corners()} == set(mirrored(piece).corners())


@given(SEEDS)
def test_a_block_stays_what_it_is_when_it_is_turned(seed):
    """
    By a quarter, or by a half and in the mirror.
    """
    block = bag(make_block(seed))

    turns = block == bag(map(turned, block))
    mirrors = block == bag(map(mirrored, block)) and block == bag(turned(turned(piece)) for piece in block)
    assert turns or mirrors


@given(SEEDS)
def test_every_piece_has_a_cell_of_its_own_within_the_block(seed):
    block = make_block(seed)

    assert 4 <= len(block)
    assert 1 == max(Counter((piece.column, piece.row) for piece in block).values())
    assert all(0 <= piece.column < CELLS and 0 <= piece.row < CELLS for piece in block)
    assert all(0 <= piece.shape <= SQUARE and 0 <= piece.shade <= 2 for piece in block)


@given(SEEDS)
def test_the_same_seed_gives_the_same_block(seed):
    assert make_block(seed) == make_block(seed)


def test_a_block_is_the_same_for_ever():
    """
    A text would lose its picture if the drawing of lots changed.
    """
    assert [
        (0, 0, 4, 0), (1, 0, 1, 0), (2, 0, 0, 0), (3, 0, 4, 0), (0, 3, 4, 0), (1, 3, 2, 0), (2, 3, 3, 0), (3, 3, 4, 0),
        (1, 1, 1, 1), (2, 1, 0, 1), (1, 2, 2, 1), (2, 2, 3, 1), (0, 1, 2, 2), (3, 1, 3, 2), (0, 2, 1, 2), (3, 2, 0, 2),
    ] == [(piece.column, piece.row, piece.shape, piece.shade) for piece in make_block("7f3k9q2m5x")]  # fmt: skip


def test_texts_have_different_blocks():
    blocks = {make_block(f"seed{number}") for number in range(300)}

    assert 290 < len(blocks)
