"""
A patch as SVG. Its colours come from the style sheet, so that they follow light and dark.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from plugins.quilt.block import CELLS, Piece, make_quarter, quarters_of

SHADES = "abc"

STROKES = ((0, "v1l1-1z"), (0, "h1v1z"), (1, "v1h-1z"), (0, "v1h1z"), (0, "h1v1h-1z"))
"""For each shape: how far right of the corner of its cell its outline begins, and how that goes on."""


@lru_cache(maxsize=16384)
def draw_patch(seed: str, principle: int) -> Markup:
    """
    The patch of a text: decoration, hidden from screen readers, coloured by principle (0 for none).
    """
    outlines = ["" for _ in SHADES]
    is_mirrored, quarter = make_quarter(seed)
    for piece in quarter:
        outlines[piece.shade] += outline_of(piece, is_mirrored)
    paths = [
        f'<path class="patch__{name}" d="{outline}"/>'
        for name, outline in zip(SHADES, outlines, strict=True)
        if outline
    ]
    begin = f'<svg class="patch patch--{int(principle)}" viewBox="0 0 {CELLS} {CELLS}"'
    ground = f'<path class="patch__ground" d="M0 0h{CELLS}v{CELLS}H0z"/>'
    return Markup(f'{begin} aria-hidden="true" focusable="false">{ground}{"".join(paths)}</svg>')


@lru_cache(maxsize=512)
def outline_of(piece: Piece, is_mirrored: bool) -> str:
    """The outlines of a piece of the first quarter and of its three likes, in as few letters as SVG allows."""
    return "".join(map(path_of, sorted(quarters_of(piece, is_mirrored))))


def path_of(piece: Piece) -> str:
    """The outline of one piece; a cell is as wide as one unit."""
    right, strokes = STROKES[piece.shape]
    return f"M{piece.column + right} {piece.row}{strokes}"
