"""
What can be read in a finished file, by people or by machines: its text, its attributes, its strings.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from plugins.consent.traces import LENGTH
from plugins.consent.words import INLINE, TAG

ATTRIBUTE = re.compile(r"""\s[\w:-]+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
HIDING = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
"""Marks between which text is not taken for a tag."""
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
MARKUP = (".html", ".xml", ".svg", ".opml")
LAYERS = 3
"""How often text may be wrapped in markup again: HTML in a feed, in a page."""


def readable(path: str, content: bytes, least: int = LENGTH) -> Iterator[str]:
    """The texts in a file; each is looked at for itself. Attributes of fewer words than `least` are left out."""
    if path.endswith((".zip", ".epub")):
        yield from in_archive(content, least)
        return
    text = content.decode("utf-8", "replace")
    if "\\u" in text:
        text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    if not path.endswith(MARKUP):
        yield text
        return
    for _ in range(LAYERS):
        text = HIDING.sub("\n", text) if "<!" in text else text
        for match in ATTRIBUTE.finditer(text):
            value = match[1] or match[2] or ""
            if value.count(" ") >= least - 1:
                yield unescape(value)
        yield unescape(TAG.sub("\n", INLINE.sub("", text)))
        if "&lt;" not in text:
            return
        text = unescape(text)


def in_archive(content: bytes, least: int) -> Iterator[str]:
    """The texts in the files of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield from readable(name, archive.read(name), least)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return
