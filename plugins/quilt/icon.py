"""
The site's own patch as its icon: SVG for browsers, PNG for home screens.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from plugins.quilt.block import CELLS, Piece

PIECES = tuple(
    Piece(column, row, shape, shade)
    for column, row, shape, shade in (
        (0, 0, 2, 0), (1, 0, 3, 1), (2, 0, 2, 1), (3, 0, 3, 0),
        (0, 1, 1, 1), (1, 1, 4, 2), (2, 1, 4, 2), (3, 1, 0, 1),
        (0, 2, 2, 1), (1, 2, 4, 2), (2, 2, 4, 2), (3, 2, 3, 1),
        (0, 3, 1, 0), (1, 3, 0, 1), (2, 3, 1, 1), (3, 3, 0, 0),
    )
)  # fmt: skip
GROUND = "#fff4df"
SHADES = ("#b5452c", "#e0962f", "#1f5c66")

LARGER = 4
"""How many times as wide a cell is drawn as it is shown."""


def draw_svg() -> bytes:
    """The icon as SVG."""
    shapes = "".join(
        f'<path fill="{SHADES[piece.shade]}" d="M{"L".join(f"{x} {y}" for x, y in piece.corners())}z"/>'
        for piece in PIECES
    )
    side = CELLS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="{GROUND}" d="M0 0h{side}v{side}H0z"/>{shapes}</svg>\n'
    ).encode()


def draw_png(side: int) -> bytes:
    """
    The icon as PNG, `side` pixels wide and high; cells are drawn large and shrunk, one by one, for smooth slopes.

    All of them at once, and large, would take a hundred megabytes for the picture of a podcast.
    """
    small = side // CELLS
    image = Image.new("RGB", (small * CELLS, small * CELLS), GROUND)
    for piece in PIECES:
        cell = Image.new("RGB", (small * LARGER, small * LARGER), GROUND)
        corners = [((x - piece.column) * small * LARGER, (y - piece.row) * small * LARGER) for x, y in piece.corners()]
        ImageDraw.Draw(cell).polygon(corners, fill=SHADES[piece.shade])
        image.paste(cell.reduce(LARGER), (piece.column * small, piece.row * small))
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
