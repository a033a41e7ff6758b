"""
What can be read in a finished file, by people or by machines: its text, its attributes, its strings.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from plugins.consent.traces import fold
from plugins.consent.words import INLINE, TAG
from plugins.outputs import Finished

ATTRIBUTE = re.compile(r"""\s[\w:-]+\s*=\s*(?:"([^"]*)"|'([^']*)')""")
HIDING = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>")
"""Marks between which text is not taken for a tag."""
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
MARKUP = (".html", ".xml", ".svg", ".opml")
LEAST = 3
"""The fewest words of an attribute that can hold what somebody said."""

LAYERS = 3
"""How often text may be wrapped in markup again: HTML in a feed, in a page."""


class FoldedTexts:
    """
    The texts of a file as folded words, for all proofs that look at the same file one after the other.
    """

    def __init__(self) -> None:
        self._of: Finished | None = None
        self._texts: list[list[str]] = []

    def of(self, finished: Finished) -> list[list[str]]:
        """The folded words of each text in a file."""
        if finished is not self._of:
            self._texts = [fold(text) for text in readable(finished.path, finished.content)]
            self._of = finished
        return self._texts


def readable(path: str, content: bytes) -> Iterator[str]:
    """The texts in a file; each is looked at for itself. Attributes of one or two words are left out."""
    if path.endswith((".zip", ".epub")):
        yield from in_archive(content)
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
            if value.count(" ") >= LEAST - 1:
                yield unescape(value)
        yield unescape(TAG.sub("\n", INLINE.sub("", text)))
        if "&lt;" not in text:
            return
        text = unescape(text)


def in_archive(content: bytes) -> Iterator[str]:
    """The texts in the files of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield from readable(name, archive.read(name))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return
