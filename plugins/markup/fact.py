"""
The mark that prints a figure of the book of facts: {fact:F-numbers-004} or {fact:F-numbers-004/2}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from plugins.records.fields import FACT_ID

MARK = r"\{fact:([^{}\n]*)\}"
ELEMENT = re.compile(r'<data value="fact:([^"]*)"></data>')
REFERENCE = re.compile(r"(F-[a-z]+-\d{3})(?:/[1-9]\d?)?\Z")


class FactMark(InlineProcessor):
    """Turns a mark into an element that is filled when the figure is known."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        """Called by Python-Markdown, which chose the name."""
        return Element("data", {"value": f"fact:{m[1].strip()}"}), m.start(0), m.end(0)


class FactExtension(Extension):
    """Gives the mark to Python-Markdown, after code and before everything else."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown, which chose the name."""
        md.inlinePatterns.register(FactMark(MARK, md), "fact", 175)


def find_fact_problems(html: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with marks of figures: words to find it by, what, and what to do."""
    for target in ELEMENT.findall(html):
        match = REFERENCE.match(target)
        if not match or not FACT_ID.match(match[1]):
            what = f'"{target}" names no figure of the book of facts'
            yield f"{{fact:{target}", what, "Write it like {fact:F-numbers-004} or {fact:F-numbers-004/2}."
