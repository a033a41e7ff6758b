"""
The block that shows words of a testimony in another text:

    /// quote | the-allotment
    Her words, exactly as they stand in her text.
    ///
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.fields import SLUG

ATTRIBUTE = "data-quote"
QUOTE = re.compile(rf'<blockquote {ATTRIBUTE}="([^"]*)">(.*?)</blockquote>', re.DOTALL)
TYPED = re.compile(rf"<[a-z][^<>]*\s{ATTRIBUTE}\s*=", re.IGNORECASE)
"""Any element with the attribute of quotes, whoever wrote it."""

BLOCKS = "A block is /// quote | testimony, /// claim | technique or /// chart | name, its words, and /// at the end."
UNKNOWN_BLOCK = re.compile(r"<p>\s*(///[^<\n]*)")


def find_quote_problems(html: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with quotes: words to find it by, what, and what to do."""
    for slug, words in QUOTE.findall(html):
        if not SLUG.match(slug):
            yield f"quote | {slug}", f'"{slug}" is no name of a testimony', "Write: /// quote | its-file-name."
        elif "<blockquote" in words or "href=" in words:
            yield f"quote | {slug}", "a quote holds more than words", "Take links and other quotes out of it."
    if len(TYPED.findall(html)) > len(QUOTE.findall(html)):
        yield ATTRIBUTE, "a quote is written as HTML", "Write /// quote | its-file-name, the words, then ///."
    for line in UNKNOWN_BLOCK.findall(html):
        yield line, f'"{line.strip()}" begins or ends no block', BLOCKS
