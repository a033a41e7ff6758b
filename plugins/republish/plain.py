"""
The clean HTML of a text as Markdown and as plain text.

A block that answers a myth is quoted line by line, so that a warning never parts from its myth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

HEADINGS = {"h2": "## ", "h3": "### ", "h4": "#### "}
INLINE = {"em": "*", "i": "*", "strong": "**", "b": "**"}
SPECIAL = re.compile(r"[\\`*_\[\]<>#]")
WIDE = re.compile(r"[ \t\r\n]+")
"""What HTML shows as one space."""


class Writer:
    """Writes elements as blocks of text; `is_markdown` decides between the two forms."""

    def __init__(self, is_markdown: bool) -> None:
        self.is_markdown = is_markdown

    def text(self, root: Any) -> str:
        """Everything in an element, its blocks with an empty line between them."""
        return "\n\n".join(self.blocks(root)) + "\n"

    def blocks(self, root: Any) -> Iterator[str]:
        """The blocks in an element."""
        if (root.text or "").strip():
            yield self.words(root.text)
        for child in root:
            yield from self.block(child)
            if (child.tail or "").strip():
                yield self.words(child.tail)

    def block(self, element: Any) -> Iterator[str]:
        """One element as blocks."""
        tag = element.tag
        if tag in HEADINGS:
            line = self.inline(element)
            yield HEADINGS[tag] + line if self.is_markdown else line.upper()
        elif tag in ("ul", "ol"):
            yield "\n".join(self.items(element))
        elif tag in ("blockquote", "aside"):
            yield quoted("\n\n".join(self.blocks(element)))
        elif tag == "table":
            yield "\n".join(self.rows(element))
        elif tag == "img":
            yield self.image(element)
        elif tag in ("div", "figure", "dl"):
            yield from self.blocks(element)
        elif tag == "hr":
            yield "---"
        elif line := self.inline(element):
            yield line

    def items(self, element: Any) -> Iterator[str]:
        """The lines of a list; what stands deeper is moved in."""
        for number, item in enumerate(element.findall("li"), start=int(element.get("start") or 1)):
            mark = f"{number}. " if element.tag == "ol" else "- "
            inner = "\n".join(self.blocks(item)) if item.find("p") is not None else self.inline(item)
            yield mark + inner.replace("\n", "\n" + " " * len(mark))

    def rows(self, table: Any) -> Iterator[str]:
        """A table: the caption, then its rows, with bars between the cells."""
        caption = table.find("caption")
        if caption is not None:
            yield self.inline(caption) + "\n"
        for at, row in enumerate(table.iter("tr")):
            cells = [self.inline(cell).replace("|", "\\|") for cell in row]
            yield f"| {' | '.join(cells)} |" if self.is_markdown else " · ".join(cell for cell in cells if cell)
            if at == 0 and self.is_markdown:
                yield "|" + " --- |" * len(cells)

    def image(self, element: Any) -> str:
        """A picture: in plain text what it shows."""
        alt = self.words(element.get("alt", ""))
        return f"![{alt}]({element.get('src')})" if self.is_markdown else f"[{alt}]"

    def inline(self, element: Any) -> str:
        """The words of an element in one line."""
        if not len(element):
            return self.words(element.text or "").strip()
        parts = [self.words(element.text or "")]
        for child in element:
            parts += [self.span(child), self.words(child.tail or "")]
        return narrow("".join(parts)).strip()

    def span(self, element: Any) -> str:
        """An element within a line."""
        inner = self.image(element) if element.tag == "img" else self.inline(element)
        if element.tag == "br":
            return " "
        if element.tag == "q":
            return f"“{inner}”"
        if element.tag == "a":
            href = element.get("href", "")
            if inner == self.words(href):
                return str(href)
            return f"[{inner}]({href})" if self.is_markdown else f"{inner} ({href})"
        mark = INLINE.get(element.tag, "") if self.is_markdown and inner else ""
        return f"{mark}{inner}{mark}"

    def words(self, text: str) -> str:
        """Words as they are; in Markdown no sign of theirs means anything."""
        text = narrow(text)
        return SPECIAL.sub(escaped, text) if self.is_markdown else text


def narrow(text: str) -> str:
    """Text with one space wherever there is any room; most has no more than that, so it is looked at first."""
    is_wide = "  " in text or "\n" in text or "\t" in text or "\r" in text
    return WIDE.sub(" ", text) if is_wide else text


def escaped(match: re.Match[str]) -> str:
    """A sign that means nothing; a function, since a pattern to fill in would be read again for every piece of text."""
    return f"\\{match[0]}"


def quoted(text: str) -> str:
    """Every line with the mark of a quotation before it."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
