"""
The site's own patch is its icon, sharp in every size.
"""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageColor

from plugins.quilt.block import CELLS, CORNERS, SQUARE
from plugins.quilt.icon import GROUND, PIECES, SHADES, draw_png, draw_svg


def test_the_icon_is_valid_and_small():
    root = ElementTree.fromstring(draw_svg())

    assert "{http://www.w3.org/2000/svg}svg" == root.tag
    assert len(draw_svg()) < 2_000
    assert b"href" not in draw_svg()


@pytest.mark.parametrize("side", [16, 180])
def test_the_icon_for_home_screens_has_the_size_asked_for(side):
    image = Image.open(BytesIO(draw_png(side)))

    assert ("PNG", (side, side), "RGB") == (image.format, image.size, image.mode)
    assert {} == image.info


def is_between(pixel, colours):
    return all(min(band) <= own <= max(band) for own, band in zip(pixel, zip(*colours, strict=True), strict=True))


@pytest.mark.parametrize("side", [16, 180])
def test_each_cell_of_the_icon_shows_its_piece_with_a_smooth_slope(side):
    """
    The corner that a piece leaves free is of the ground, a square fills its cell, and all else is one, the other or
    mixed of both.
    """
    image, small = Image.open(BytesIO(draw_png(side))), side // CELLS
    for piece in PIECES:
        colour, ground = (ImageColor.getrgb(own) for own in (SHADES[piece.shade], GROUND))
        cell = image.crop((
            piece.column * small, piece.row * small, (piece.column + 1) * small, (piece.row + 1) * small,
        ))  # fmt: skip
        for right, down in CORNERS:
            pixel = cell.getpixel((right * (small - 1), down * (small - 1)))
            share = piece.corners().count((piece.column + right, piece.row + down))
            assert is_between(pixel, (colour, ground))
            assert (ground == pixel) == (not share)
        assert all(is_between(pixel, (colour, ground)) for _, pixel in cell.getcolors(small * small))
        shares = {pixel for _, pixel in cell.getcolors(small * small)}
        assert ({colour} == shares) if piece.shape == SQUARE else ({colour, ground} < shares)


def test_the_same_bytes_are_drawn_every_time():
    assert draw_png(32) == draw_png(32)
    assert draw_svg() == draw_svg()
