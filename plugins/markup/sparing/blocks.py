"""
From the source to blocks: what plain prose need not go through.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace

from plugins.markup.sparing.prose import NEXT

UNEVEN = ("\t", "\r", "\x02", "\x03", " \n")
"""What the white space of a source is evened out for: one of these strings stands in it."""

BLOCKS = (
    "empty",         # asks for nothing, or a line break first
    "blocks",        # an open block of ours, or a line that begins with ///
    "indent",        # four spaces first
    "defindent",     # four spaces first
    "code",          # four spaces first
    "table",         # | and a second line
    "hashheader",    # a line that begins with #
    "setextheader",  # a second line that begins with = or -
    "hr",            # a line that begins with - or _ or *
    "olist",         # digits first
    "ulist",         # * or + or - first
    "deflist",       # a line that begins with :
    "quote",         # a line that begins with >
    "abbr",          # a line that begins with *
    "reference",     # a line that begins with [
    "paragraph",     # nothing
)  # fmt: skip
"""All block processors, in their order, and what each asks of a block; a line may begin with up to three spaces."""

FIRST = re.compile(r" {0,3}[*_+\d>:\[/-]|    |\n|\Z")
"""How the first line of a block begins if it may be no plain one; # and | are looked for apart."""


class SparingWhitespace(NormalizeWhitespace):
    """Evens out white space where there is any to even out."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown, which chose the name."""
        source = "\n".join((*lines, ""))
        if any(string in source for string in UNEVEN):
            return super().run(lines)
        return [*lines, "", ""]


class SparingHtml(HtmlBlockPreprocessor):
    """Takes HTML out of a source that has any: it finds tags by < and entities by &, and keeps the rest as it is."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown, which chose the name."""
        source = "\n".join(lines)
        if "<" in source or "&" in source:
            return super().run(lines)
        return lines


class PlainBlocks(BlockProcessor):
    """
    Takes paragraphs, and headings of one line, before any other processor is asked.

    A block is plain where nothing stands in it that one of the others asks for.
    """

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.own: Any = parser.blockprocessors["blocks"]
        self.heading = parser.blockprocessors["hashheader"]
        self.paragraph = parser.blockprocessors["paragraph"]

    def test(self, parent: Element, block: str) -> bool:
        """Called by Python-Markdown, which chose the name."""
        if self.own.stack or self.own.cached_parent is not None or FIRST.match(block):
            return False
        return "\n" not in block or not (block[0] == "#" or "|" in block or NEXT.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Called by Python-Markdown, which chose the name; takes all plain blocks that follow each other."""
        while blocks and self.test(parent, blocks[0]):
            if blocks[0][0] == "#" and self.heading.test(parent, blocks[0]):
                self.heading.run(parent, blocks)
            else:
                self.paragraph.run(parent, blocks)
