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
    """The icon as PNG, `side` pixels wide and high; the cells are drawn large and shrunk, for smooth slopes."""
    scale = 4 * side // CELLS
    image = Image.new("RGB", (scale * CELLS, scale * CELLS), GROUND)
    drawing = ImageDraw.Draw(image)
    for piece in PIECES:
        drawing.polygon([(x * scale, y * scale) for x, y in piece.corners()], fill=SHADES[piece.shade])
    file = BytesIO()
    image.resize((side, side), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()
