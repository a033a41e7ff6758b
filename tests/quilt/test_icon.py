"""
The site's own patch is its icon, sharp in every size.
"""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageDraw

from plugins.quilt.block import CELLS
from plugins.quilt.icon import GROUND, LARGER, PIECES, SHADES, draw_png, draw_svg


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


@pytest.mark.parametrize("side", [8, 16, 180])
def test_cell_by_cell_the_icon_is_what_it_is_when_it_is_shrunk_as_a_whole(side):
    large = Image.new("RGB", (side * LARGER, side * LARGER), GROUND)
    for piece in PIECES:
        corners = [(x * side * LARGER // CELLS, y * side * LARGER // CELLS) for x, y in piece.corners()]
        ImageDraw.Draw(large).polygon(corners, fill=SHADES[piece.shade])
    shrunk = large.resize((side, side), Image.Resampling.LANCZOS)

    assert shrunk.tobytes() == Image.open(BytesIO(draw_png(side))).tobytes()


def test_the_same_bytes_are_drawn_every_time():
    assert draw_png(32) == draw_png(32)
    assert draw_svg() == draw_svg()
