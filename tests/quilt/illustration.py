"""
Draws the illustrations of this repository: a quilt of the site's own patches that lights up from one of them.

    python -m tests.quilt.illustration /tmp/one-bright-patch.png 2000 1250
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.quilt.block import CELLS, make_block

COLUMNS, ROWS = 8, 5
SCALE = 2
"""It is drawn larger and shrunk, for smooth slopes."""

LINEN, THREAD = (239, 229, 208), (255, 250, 240)
PALETTES = (
    ((251, 225, 211), (197, 69, 44), (239, 160, 115), (124, 42, 32)),
    ((253, 239, 201), (215, 150, 26), (243, 202, 96), (135, 87, 16)),
    ((216, 238, 235), (31, 122, 122), (127, 196, 184), (18, 79, 87)),
    ((226, 229, 247), (75, 86, 169), (156, 167, 225), (43, 47, 108)),
    ((246, 222, 234), (156, 58, 109), (220, 143, 180), (95, 31, 67)),
    ((228, 239, 213), (91, 137, 58), (170, 202, 126), (53, 87, 42)),
)
"""For each principle the cloth of a light page: the ground and three shades."""

HEART = (5, 1)
"""Column and row of the patch from which the others take their colours."""

PALEST = 0.22

Colour = tuple[int, int, int]


def mixed(colour: Colour, strength: float) -> Colour:
    """A colour that fades into linen."""
    red, green, blue = (
        round(own * strength + linen * (1 - strength)) for own, linen in zip(colour, LINEN, strict=True)
    )
    return red, green, blue


def strength_at(column: int, row: int) -> float:
    """How much of its colour a patch has: all at the heart, less with every step away."""
    return max(PALEST, 1 - 0.17 * math.hypot(column - HEART[0], row - HEART[1]))


def draw_quilt(width: int, height: int) -> Image.Image:
    """A quilt of eight by five patches, the same in every run."""
    image = Image.new("RGB", (width * SCALE, height * SCALE), LINEN)
    drawing = ImageDraw.Draw(image)
    across, down = image.width / COLUMNS, image.height / ROWS
    for row in range(ROWS):
        for column in range(COLUMNS):
            palette = PALETTES[(column * 2 + row * 5 + (column * row) // 3) % len(PALETTES)]
            ground, *shades = (mixed(colour, strength_at(column, row)) for colour in palette)
            corner = (column * across, row * down)
            drawing.rectangle((*corner, corner[0] + across, corner[1] + down), fill=ground)
            for piece in make_block(f"quilt {column} {row}"):
                points = [(corner[0] + x * across / CELLS, corner[1] + y * down / CELLS) for x, y in piece.corners()]
                drawing.polygon(points, fill=shades[piece.shade])
    sew(drawing, image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def sew(drawing: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    """Stitches along both sides of every seam."""
    stitch, gap, thick = size[0] / 200, size[0] / 320, max(1, size[0] // 700)
    away = size[0] / 340
    for column in range(1, COLUMNS):
        for x in (size[0] * column / COLUMNS - away, size[0] * column / COLUMNS + away):
            for y in steps(size[1], stitch + gap):
                drawing.line((x, y, x, y + stitch), fill=THREAD, width=thick)
    for row in range(1, ROWS):
        for y in (size[1] * row / ROWS - away, size[1] * row / ROWS + away):
            for x in steps(size[0], stitch + gap):
                drawing.line((x, y, x + stitch, y), fill=THREAD, width=thick)


def steps(length: float, step: float) -> list[float]:
    """Where the stitches of a seam begin."""
    return [number * step for number in range(int(length / step) + 1)]


if __name__ == "__main__":
    draw_quilt(int(sys.argv[2]), int(sys.argv[3])).save(Path(sys.argv[1]))
