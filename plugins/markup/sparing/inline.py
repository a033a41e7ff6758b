"""
Within lines: only the patterns whose characters stand in a text are looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from plugins.markup.sparing.prose import holds

NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "backtick": ("`",),
        "escape": ("\\",),
        "fact": ("{fact:",),
        "reference": ("[",),
        "link": ("[",),
        "image_link": ("![",),
        "image_reference": ("![",),
        "short_reference": ("[",),
        "short_image_ref": ("![",),
        "autolink": ("://",),
        "automail": ("@",),
        "linebreak": ("  \n",),
        "html": ("<",),
        "entity": ("&",),
        "em_strong": ("*", "_"),
        "smarty-em-dashes": ("---",),
        "smarty-en-dashes": ("--",),
        "smarty-ellipses": ("...",),
        **{f"smarty-quotes-{number}": ("'",) for number in (0, 6, 7, 8, 9, 10)},
        **{f"smarty-quotes-{number}": ('"',) for number in (1, 11, 12, 13, 14)},
        **{f"smarty-quotes-{number}": ("\"'",) for number in (2, 5)},
        **{f"smarty-quotes-{number}": ("'\"",) for number in (3, 4)},
    }
)
"""
What every match of a pattern holds, by the pattern's name: one of these strings.

None of them can arise on the way. A pattern puts a placeholder where it matched,
and a placeholder is made of control characters, letters, digits and a colon.
"""

REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Patterns that change nothing in a text that defines no address for them."""

PAIR = re.compile(r"(?<!\*)(?P<stars>\*\*?)(?P<words>[^\s*_](?:[^*_]*[^\s*_])?)(?P=stars)(?!\*)")
"""Words between two equal stars or pairs of stars, with neither star nor underscore among them."""


class Pattern(NamedTuple):
    """A pattern with what its matches hold."""

    place: int
    stock: Any
    needs: tuple[str, ...]
    is_reference: bool


class SparingInline(InlineProcessor):
    """
    Applies patterns as the stock processor does, and passes over those that cannot match.

    Two methods replace private ones of Python-Markdown, which the class can do
    only because it is bound to versions.
    """

    md: Markdown

    def __init__(self, md: Markdown, patterns: Any) -> None:
        super().__init__(md)
        self.known = sorted(
            Pattern(patterns.get_index_for_name(name), sparing(patterns[name]), needs, name in REFERENCES)
            for name, needs in NEEDS.items()
            if name in patterns
        )
        self.strings = tuple({string: None for pattern in self.known for string in pattern.needs})
        self.likely: list[Pattern] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown, which chose the name; walks through the children that hold something to find."""
        whole = "\n".join(tree.itertext())
        found = {string for string in self.strings if string in whole}
        self.likely = [
            pattern
            for pattern in self.known
            if not found.isdisjoint(pattern.needs) and (self.md.references or not pattern.is_reference)
        ]
        wanted = {INLINE_PLACEHOLDER_PREFIX, *(string for pattern in self.likely for string in pattern.needs)}
        if not holds(whole, wanted):
            self.stashed_nodes = {}
            return tree
        if holds("\n".join([child.tail or "" for child in tree]), wanted):
            # What comes out of the text after a child becomes its sibling: that is for the whole tree.
            return super().run(tree, ancestors)
        part = Element(tree.tag)
        part.extend([child for child in tree if holds("\n".join(child.itertext()), wanted)])
        super().run(part, ancestors)
        return tree

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """A text with placeholders where patterns matched, from one pattern on."""
        if isinstance(data, AtomicString):
            return data
        for place, pattern, needs, _ in self.likely:
            start = 0
            matched = place >= patternIndex
            while matched and holds(data, needs, start):
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, place, start
                )
        return data

    def _InlineProcessor__processPlaceholders(self, data: str | None, parent: Element, isText: bool = True) -> Any:
        """The elements for the placeholders in a text; a text without any belongs to its element as it is."""
        if not data or INLINE_PLACEHOLDER_PREFIX in data:
            return super()._InlineProcessor__processPlaceholders(data, parent, isText)  # type: ignore[misc]
        if isText:
            parent.text = parent.text + data if parent.text else data
        else:
            parent.tail = parent.tail + data if parent.tail else data
        return []


class SparingEmphasis(inlinepatterns.InlineProcessor):
    """
    Emphasis, where the most usual writing of it leaves the stock processor no choice.

    Between two equal runs of one or two stars, with no other run to weigh them
    against and none kept from before, they can only open and close.
    """

    def __init__(self, stock: inlinepatterns.DelimiterProcessor) -> None:
        super().__init__(stock.pattern, stock.md)
        self.stock = stock

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Called by Python-Markdown, which chose the name."""
        pair = PAIR.match(data, m.start(0))
        if pair is None or self.stock.regions:
            return self.stock.handleMatch(m, data)
        element = Element("em" if pair["stars"] == "*" else "strong")
        element.text = pair["words"]
        return element, pair.start(0), pair.end(0)


def sparing(pattern: Any) -> Any:
    """The pattern to apply in place of a stock one."""
    return SparingEmphasis(pattern) if isinstance(pattern, inlinepatterns.DelimiterProcessor) else pattern
