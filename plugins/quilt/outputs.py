"""
The site's icons as Outputs: drawn when they are written, and not by every build.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.outputs import Channel, Facet, Output, same


@dataclass(frozen=True, slots=True)
class IconRenderer:
    """Draws the icon, as SVG where no number of pixels is wanted."""

    digest: str = "icon"

    def __call__(self, view: int) -> bytes:
        """The icon, `view` pixels along each side."""
        from plugins.quilt.icon import draw_png, draw_svg

        return draw_png(view) if view else draw_svg()


def icon_output(path: str, side: int = 0) -> Output:
    """The icon as a file: PNG of so many pixels, or SVG."""
    return Output(path, Channel.SITE, (Facet.of(side),), same, IconRenderer())
