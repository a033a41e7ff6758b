"""
From the finished tree to HTML: only what has something in it to do is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.extensions.toc import (
    TocTreeprocessor,
    escape_cdata,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unique,
)
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX

MARKED = re.compile("[&<>\x02]")
"""What a text may hold that is not shown as it stands: characters of HTML, and the first of every placeholder."""


class SparingPrettify(PrettifyTreeprocessor):
    """Adds line breaks as the stock processor does, and looks up each tag only once."""

    md: Markdown

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.known: dict[str, bool] = {}

    def _is_block(self, tag: str) -> bool:
        if tag not in self.known:
            self.known[tag] = self.md.is_block_level(tag)
        return self.known[tag]

    def _prettifyETree(self, elem: Element) -> None:
        if len(elem) and elem.tag not in ("code", "pre") and self._is_block(elem.tag):
            if self._is_block(elem[0].tag) and not (elem.text and elem.text.strip()):
                elem.text = "\n"
            for child in elem:
                if self._is_block(child.tag):
                    self._prettifyETree(child)
        if not (elem.tail and elem.tail.strip()):
            elem.tail = "\n"


class SparingHeadings(Treeprocessor):
    """
    Gives headings their ids, and makes no table of contents: no body shows one.
    """

    md: Markdown

    def __init__(self, md: Markdown, stock: TocTreeprocessor) -> None:
        super().__init__(md)
        self.stock = stock

    def run(self, root: Element) -> None:
        """Called by Python-Markdown, which chose the name."""
        headings = [element for element in root.iter() if self.stock.header_rgx.match(element.tag)]
        if any(element.attrib for element in headings):
            self.stock.run(root)
            return
        used = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
        counters: dict[str, int] = {}
        for heading in headings:
            self.stock.set_level(heading)
            name = unescape(self._name(heading))
            heading.set("id", unique(self.stock.slugify(name, self.stock.sep), used, counters))

    def _name(self, heading: Element) -> str:
        text = heading.text or ""
        if len(heading) or MARKED.search(text):
            return strip_tags(render_inner_html(remove_fnrefs(heading), self.md))
        return " ".join(text.split())


class SparingUnescape(UnescapeTreeprocessor):
    """Restores escaped characters where there is the mark of one."""

    def run(self, root: Element) -> None:
        """Called by Python-Markdown, which chose the name."""
        values = [value for element in root.iter() if element.attrib for value in element.attrib.values()]
        if STX in "".join(root.itertext()) or any(value is None or STX in value for value in values):
            super().run(root)


class SparingSerializer:
    """
    HTML of a tree, made by the shortest way; by the stock serializer where the tree holds anything unusual.
    """

    def __init__(self, stock: Callable[[Element], str]) -> None:
        self.stock = stock

    def __call__(self, element: Element) -> str:
        """The HTML of an element, with the text after it."""
        parts: list[str] = []
        try:
            self._write(element, parts)
        except (_Unusual, RecursionError):
            return self.stock(element)
        return "".join(parts)

    def _write(self, element: Element, parts: list[str]) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in ("script", "style"):
            raise _Unusual
        parts.append(f"<{tag}>" if not element.attrib else f"<{tag}{''.join(map(attribute, sorted(element.items())))}>")
        if element.text:
            parts.append(escape_cdata(element.text))
        for child in element:
            self._write(child, parts)
        if tag not in HTML_EMPTY:
            parts.append(f"</{tag}>")
        if element.tail:
            parts.append(escape_cdata(element.tail))


class _Unusual(Exception):
    """Something that only the stock serializer writes."""


def attribute(item: tuple[str, str | None]) -> str:
    """An attribute as it stands in a tag."""
    name, value = item
    if value is None or value == name:
        raise _Unusual
    escaped = escape_cdata(value).replace(chr(34), "&quot;")
    return f' {name}="{escaped}"'
