"""
A patch as SVG. Its colours come from the style sheet, so that they follow light and dark.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from plugins.quilt.block import CELLS, SQUARE, Piece, make_block

CELL = 12
SIDE = CELLS * CELL
SHADES = "abc"


@lru_cache(maxsize=16384)
def draw_patch(seed: str, principle: int) -> Markup:
    """
    The patch of a text: decoration, hidden from screen readers, coloured by principle (0 for none).
    """
    outlines = ["" for _ in SHADES]
    for piece in make_block(seed):
        outlines[piece.shade] += path_of(piece)
    paths = [
        f'<path class="patch__{name}" d="{outline}"/>'
        for name, outline in zip(SHADES, outlines, strict=True)
        if outline
    ]
    return Markup(
        f'<svg class="patch patch--{int(principle)}" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true" focusable="false">'
        f'<path class="patch__ground" d="M0 0h{SIDE}v{SIDE}H0z"/>{"".join(paths)}</svg>'
    )


@lru_cache(maxsize=512)
def path_of(piece: Piece) -> str:
    """The outline of a piece, in as few letters as SVG allows."""
    if piece.shape == SQUARE:
        return f"M{piece.column * CELL} {piece.row * CELL}h{CELL}v{CELL}h-{CELL}z"
    points = [(column * CELL, row * CELL) for column, row in piece.corners()]
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "z"
