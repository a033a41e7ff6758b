"""
What Python-Markdown is taught for bodies: the blocks of quotes, claims and charts, and the mark of a figure.

A chart of content/charts is shown by a block without words:

    /// chart | claims-by-year
    ///
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string

from plugins.markup.claim import PARTS
from plugins.markup.quote import ATTRIBUTE as QUOTE

FIGURE = r"\{fact:([^{}\n]*)\}"


class FactMark(InlineProcessor):
    """Turns a mark into an element that is filled when the figure is known."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        """Called by Python-Markdown, which chose the name."""
        return Element("data", {"value": f"fact:{m[1].strip()}"}), m.start(0), m.end(0)


class FactExtension(Extension):
    """Gives the mark to Python-Markdown, after code and before everything else."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown, which chose the name."""
        md.inlinePatterns.register(FactMark(FIGURE, md), "fact", 175)


class Quote(Block):
    """A quotation, with the name of the testimony's file as its one argument."""

    NAME = "quote"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """The element around the words."""
        return SubElement(parent, "blockquote", {QUOTE: self.argument})


class QuoteExtension(BlocksExtension):
    """Gives the block to Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Called by pymdownx, which chose the name."""
        block_mgr.register(Quote, self.getConfigs())


class ClaimBlock(Block):
    """A claim, with the technique by which it misleads as its argument."""

    NAME = "claim"
    ARGUMENT = True
    OPTIONS = {  # noqa: RUF012
        "said": ("", type_string),
        "reach": ("", type_string),
    }

    def on_create(self, parent: Element) -> Element:
        """The element around the parts."""
        said, reach = (" ".join(self.options[name].split()) for name in ("said", "reach"))
        return SubElement(parent, "aside", {"data-claim": self.argument, "data-said": said, "data-reach": reach})

    def on_end(self, block: Element) -> None:
        """Name the parts, or say what is wrong with them."""
        labels = [label_of(part) for part in block]
        if labels != list(PARTS):
            found = ", ".join(label or "words without a label" for label in labels) or "nothing"
            block.set("data-fault", f"it must have {', '.join(PARTS)}, each once and in this order; it has {found}")
            return
        for part, label in zip(block, PARTS, strict=True):
            part.set("data-part", PARTS[label])
            part.text = (part.text or "").partition(":")[2].lstrip()


def label_of(part: Element) -> str:
    """The label with which a paragraph of the block begins; empty where it has none."""
    label, colon, _ = (part.text or "").partition(":")
    return label.strip() if part.tag == "p" and colon and label.strip() in PARTS else ""


class ClaimExtension(BlocksExtension):
    """Gives the block to Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Called by pymdownx, which chose the name."""
        block_mgr.register(ClaimBlock, self.getConfigs())


class Chart(Block):
    """A chart, with its name as the one argument and nothing inside."""

    NAME = "chart"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        """The element that the chart is put in place of."""
        return SubElement(parent, "aside", {"data-chart": self.argument})


class ChartExtension(BlocksExtension):
    """Gives the block to Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Called by pymdownx, which chose the name."""
        block_mgr.register(Chart, self.getConfigs())
