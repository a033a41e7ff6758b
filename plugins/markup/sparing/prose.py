"""
Whole texts of plain prose: most have only paragraphs, headings, flat lists, links and emphasis, and for these no tree
is needed. Whatever else stands in a text makes it go the longer way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.markup.headings import heading_id
from plugins.markup.sparing.tested import is_tested

if TYPE_CHECKING:
    from markdown import Markdown

UNUSUAL = (
    "<", ">", "&", "_", "\\", "`", "|",  # what patterns and tables ask for
    "\t", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f",  # white space that is looked at
    "\x02", "\x03",  # the ends of placeholders
)  # fmt: skip
"""Where one of these stands in a text, it is not plain prose. What is no ASCII and no printed letter comes to these."""

CURLY = '"'
"""What smart print asks for besides apostrophes and what is in rows."""

ROWS = (("!", "!["), ("-", "--"), (".", "..."))
"""Strings that are unusual too; a single character is found far sooner than a string of several."""

FACT = re.compile(r"\{fact:([A-Za-z0-9/-]+)\}")
LINK = re.compile(r"\[([^\s\[\]*<>](?:[^\n\[\]*<>]*[^\s\[\]*<>])?)\]\(([A-Za-z0-9/.:#?=%+,~-]+)\)")
PAIR = re.compile(r"\*(?<!\*\*)(\*?)([^\s*\[\]<>](?:[^\n*\[\]<>]*[^\s*\[\]<>])?)\*\1(?!\*)")
"""As in `inline`: words between two equal stars or pairs of stars, here on one line."""

APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
"""Between two letters it is one whatever else stands around it."""

OPEN = ("[", "]", "*", "{", "}")
"""What was neither link nor emphasis nor mark."""

UNEVEN = ("\n ", " \n")
"""White space at the edges of lines."""

OTHER = re.compile(r"[+:/ =-]|\d+\. |\Z")
"""How a block begins that may be no paragraph."""

NEXT = re.compile(r"\n {0,3}[#=*_>:\[/-]")
"""How one of the next lines of a block begins if it may be no plain one; # and | are looked for apart."""

HEADING = re.compile(r"(#{2,6}) ++([^#<&\n]+)")
ITEM = re.compile(r"- ++((?![+:/=#-]|\d+\. )[^\n]+)")


class PlainProse:
    """
    A converter that makes plain prose at once, and leaves any other text to Python-Markdown.

    In a text without the signs above, blocks and lines hang on nothing that stands elsewhere, but for the ids of
    headings: where two are alike, the text goes the longer way.
    """

    def __init__(self, is_curly: bool, make_longer: Callable[[], Markdown]) -> None:
        self._is_curly = is_curly
        self._make_longer = make_longer
        self._unusual = (*UNUSUAL, CURLY) if is_curly else UNUSUAL

    @cached_property
    def longer(self) -> Markdown:
        """Makes any text; made itself with the first that needs it."""
        return self._make_longer()

    def convert(self, source: str) -> str:
        """The HTML of a text."""
        made = self._make(source) if is_tested() else None
        return self.longer.reset().convert(source) if made is None else made

    def _make(self, source: str) -> str | None:
        """The HTML of plain prose; None for any other text."""
        source = source.strip("\n")
        if holds(source, self._unusual) or any(first in source and row in source for first, row in ROWS):
            return None
        if not source.isascii() and not source.replace("\n", "").isprintable():
            return None
        if self._is_curly and "'" in source:
            source = APOSTROPHE.sub("&rsquo;", source)
            if "'" in source:
                return None
        source = within_lines(source)
        return None if holds(source, OPEN) else self._blocks(source.split("\n\n"))

    def _blocks(self, blocks: list[str]) -> str | None:
        """The HTML of all blocks; None where one is no plain one."""
        made: list[str] = []
        used: set[str] = set()
        is_after_list = False
        for block in blocks:
            block = block.strip("\n")
            if not block:
                continue
            if block[-1] == " " or ("\n" in block and holds(block, UNEVEN)):
                return None
            if block[0].isalpha() and "\n" not in block:
                made.append(f"<p>{block}</p>")  # as below; nearly all blocks are like this
            elif block[0] == "#":
                heading = HEADING.fullmatch(block)
                if heading is None:
                    return None
                name = heading_id(" ".join(heading[2].split()))
                if name in used:
                    return None
                used.add(name)
                level = len(heading[1])
                made.append(f'<h{level} id="{name}">{heading[2]}</h{level}>')
            elif block.startswith("- ") and not is_after_list:
                items = [ITEM.fullmatch(line) for line in block.split("\n")]
                if None in items:
                    return None
                made += ["<ul>", *(f"<li>{item[1]}</li>" for item in items if item), "</ul>"]
            elif OTHER.match(block) or ("\n" in block and NEXT.search(block)):
                return None
            else:
                made.append(f"<p>{block}</p>")
            is_after_list = block[0] == "-"
        return "\n".join(made)


def within_lines(source: str) -> str:
    """A text with the tags of all that is plain within its lines."""
    if "{" in source:
        source = FACT.sub(r'<data value="fact:\1"></data>', source)
    if "[" in source:
        source = LINK.sub(r'<a href="\2">\1</a>', source)
    if "*" in source:
        source = PAIR.sub(emphasised, source)
    return source


def emphasised(match: re.Match[str]) -> str:
    """Words with their emphasis."""
    tag = "strong" if match[1] else "em"
    return f"<{tag}>{match[2]}</{tag}>"


def holds(text: str, strings: Iterable[str], start: int = 0) -> bool:
    """Whether any of some strings stands in a text, at a place or after it."""
    for string in strings:  # noqa: SIM110 (a generator costs more than the search)
        if text.find(string, start) >= 0:
            return True
    return False
