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

REACH = 3
"""How many pixels on either side of one have a share in it (Lanczos)."""


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
    The icon as PNG, `side` pixels wide and high; the cells are drawn large and shrunk, for smooth slopes.

    One cell after the other, with as much of its neighbours as its edges are mixed with: all of them at once, and
    large, would take a hundred megabytes for the picture of a podcast.
    """
    small = side // CELLS
    image = Image.new("RGB", (small * CELLS, small * CELLS), GROUND)
    for piece in PIECES:
        left, top = (max(0, (at * small - REACH) * LARGER) for at in (piece.column, piece.row))
        right, bottom = (min(CELLS * small, (at + 1) * small + REACH) * LARGER for at in (piece.column, piece.row))
        around = Image.new("RGB", (right - left, bottom - top), GROUND)
        drawing = ImageDraw.Draw(around)
        for own in PIECES:
            corners = [(x * small * LARGER - left, y * small * LARGER - top) for x, y in own.corners()]
            drawing.polygon(corners, fill=SHADES[own.shade])
        x, y = piece.column * small, piece.row * small
        box = (x * LARGER - left, y * LARGER - top, (x + small) * LARGER - left, (y + small) * LARGER - top)
        image.paste(around.resize((small, small), Image.Resampling.LANCZOS, box=box), (x, y))
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
