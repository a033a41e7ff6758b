"""
Claim blocks in the bytes that go to other sites: HTML inside feeds and JSON, and quoted lines of plain text.

There are no classes there. A block is an `aside`, or lines that begin with `>`; its myth is the `q`, or the fourth
paragraph, with fact and warning before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from lxml import etree, html

from plugins.outputs import Finished
from plugins.proof.pieces import CONTENT

ASIDE = re.compile(r"<aside>.*?</aside>", re.DOTALL)
QUOTED = re.compile(r"(?m)(?:^>.*\n?)+")
BLOCKS = (b"&lt;aside", b"<aside>")
"""How a block begins in XML, and in JSON."""
BEFORE_MYTH = 3
"""Label, fact and warning."""

Clear = Callable[[str], str]


def without_myths(finished: Finished) -> bytes:
    """The bytes without the myths that stand in whole blocks, after their warnings."""
    path, content = finished.path, finished.content
    if path.endswith((".md", ".txt")):
        return QUOTED.sub(lambda match: clear_lines(match[0]), content.decode("utf-8", "replace")).encode()
    if path.endswith(".json"):
        return json.dumps(clear_values(json.loads(content)), ensure_ascii=False).encode()
    if path.endswith(".xml"):
        root = etree.fromstring(content)
        clear_texts(root)
        return bytes(etree.tostring(root, encoding="utf-8"))
    return content


def clear_piece(piece: bytes) -> bytes | None:
    """
    A piece of a feed (plugins.proof.pieces) without myths, as they are taken out of the whole of it: a piece is kept
    for the next feed that holds it. None where a block stands in what is neither the text of an entry in XML nor an
    entry in JSON.
    """
    if not any(mark in piece for mark in BLOCKS):
        return piece
    if piece.startswith(CONTENT):
        root = etree.fromstring(b"<a>" + piece[len(CONTENT) :] + b"</a>")
        clear_texts(root)
        return CONTENT + bytes(etree.tostring(root, encoding="utf-8")[len("<a>") : -len("</a>")])
    entry, end, rest = piece.partition(b"\n")
    if not entry.startswith(b'{"id"') or BLOCKS[-1] in rest:
        return None
    try:
        values = json.loads(entry.rstrip(b","))
    except ValueError:
        return None
    return json.dumps(clear_values(values), ensure_ascii=False).encode() + end + rest


def clear_texts(root: Any) -> None:
    """Take myths out of the HTML that stands as text in elements."""
    for element in root.xpath('descendant-or-self::*[contains(., "<aside>")]'):
        if element.text and "<aside>" in element.text:
            element.text = clear_html(element.text)


def clear_values(value: Any) -> Any:
    """JSON values, with myths taken out of the HTML in them."""
    if isinstance(value, str):
        return clear_html(value)
    if isinstance(value, list):
        return [clear_values(own) for own in value]
    return {name: clear_values(own) for name, own in value.items()} if isinstance(value, dict) else value


def clear_html(text: str) -> str:
    """HTML with the myth of each whole block taken out."""
    return ASIDE.sub(lambda match: clear_block(match[0]), text)


def clear_block(block: str) -> str:
    """A block without its myth: the first `q` that stands after label, fact and warning."""
    aside = html.fragment_fromstring(block)
    for quoted in aside.xpath("p/q")[:1]:
        if len(quoted.getparent().xpath("preceding-sibling::p")) == BEFORE_MYTH:
            quoted.drop_tree()
    return str(html.tostring(aside, encoding="unicode"))


def clear_lines(block: str) -> str:
    """Quoted lines without the paragraph of the myth."""
    paragraphs = re.split(r"(?m)^>[ \t]*\n", block)
    return "".join(own for at, own in enumerate(paragraphs) if at != BEFORE_MYTH)
