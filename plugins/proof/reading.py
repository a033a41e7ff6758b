"""
What can be read in a finished file, by people or by machines: its text, its attributes, its strings.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from plugins.consent.words import INLINE, TAG

LEAST = 3
"""The fewest words of an attribute that can hold what somebody said."""

SPACES = LEAST - 1
VALUE = re.compile(rf"""=(?=\s*+(?:"((?:[^"\s]*+\s){{{SPACES}}}[^"]*+)"|'((?:[^'\s]*+\s){{{SPACES}}}[^']*+)'))""")
"""Whatever stands in quotes after an equals sign, the value of an attribute, and has as many words."""
HIDING = {"<!--": "!", "-->": ">", "<![CDATA[": "!", "]]>": "]"}
"""Marks between which text is not taken for a tag, each with a letter that is found, or missed, in no time."""
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
ARCHIVES = (".zip", ".epub")
MARKUP = (".html", ".xml", ".svg", ".opml")
LAYERS = 3
"""How often text may be wrapped in markup again: HTML in a feed, in a page."""


def readable(path: str, content: bytes) -> Iterator[str]:
    """The texts in a file; each is looked at for itself. Attributes of one or two words are left out."""
    if path.endswith(ARCHIVES):
        yield from in_archive(content)
        return
    text = without_escapes(content.decode("utf-8", "replace"))
    if not path.endswith(MARKUP):
        yield text
        return
    for layer in map(without_marks, layers(text)):
        yield from attributes(layer)
        yield without_entities(without_tags(layer))


def without_escapes(text: str) -> str:
    """Text with the letters that JSON and scripts write as numbers."""
    return ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text


def layers(text: str) -> Iterator[str]:
    """Markup; what it is when entities are taken for letters, which may be markup again; and once more."""
    for _ in range(LAYERS):
        yield text
        inner = without_entities(without_marks(text))
        if inner == text:
            return
        text = inner


def without_marks(layer: str) -> str:
    """Markup in which tags are seen in comments and in character data too."""
    if "<!" in layer:
        for mark in HIDING:
            layer = layer.replace(mark, "\n")
    return layer


def has_marks(layer: str) -> bool:
    """Whether any such mark stands in markup."""
    return any(letter in layer and mark in layer for mark, letter in HIDING.items())


def attributes(layer: str) -> Iterator[str]:
    """The values of attributes that may hold what somebody said."""
    for one, other in VALUE.findall(layer):
        yield without_entities(one or other)


def without_tags(layer: str) -> str:
    """Markup without its tags; those that can stand within a word leave nothing behind, the others a new line."""
    return TAG.sub("\n", INLINE.sub("", layer)) if "<" in layer else layer


def without_entities(text: str) -> str:
    """Text with letters for entities; those that files are full of are replaced first, which is quicker."""
    if "&" not in text:
        return text
    text = text.replace("&lt;", "<").replace("&gt;", ">")
    text = text.replace("&#34;", '"').replace("&quot;", '"').replace("&#39;", "'")
    if text.count("&") == text.count("&amp;"):
        return text.replace("&amp;", "&")
    return unescape(text)


def in_archive(content: bytes) -> Iterator[str]:
    """The texts in the files of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield from readable(name, archive.read(name))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return
