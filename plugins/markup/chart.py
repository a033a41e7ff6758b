"""
The block that shows a chart of content/charts in a text:

    /// chart | claims-by-year
    ///
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

ATTRIBUTE = "data-chart"


class Chart(Block):
    """A chart, with its name as the one argument and nothing inside."""

    NAME = "chart"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """The element that the chart is put in place of."""
        return SubElement(parent, "aside", {ATTRIBUTE: self.argument})


class ChartExtension(BlocksExtension):
    """Gives the block to Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Called by pymdownx, which chose the name."""
        block_mgr.register(Chart, self.getConfigs())
