"""
The mark that prints a figure of the book of facts: {fact:F-numbers-004} or {fact:F-numbers-004/2}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.fields import FACT_ID

ELEMENT = re.compile(r'<data value="fact:([^"]*)"></data>')
REFERENCE = re.compile(r"(F-[a-z]+-\d{3})(?:/[1-9]\d?)?\Z")


def find_fact_problems(html: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with marks of figures: words to find it by, what, and what to do."""
    for target in ELEMENT.findall(html):
        match = REFERENCE.match(target)
        if not match or not FACT_ID.match(match[1]):
            what = f'"{target}" names no figure of the book of facts'
            yield f"{{fact:{target}", what, "Write it like {fact:F-numbers-004} or {fact:F-numbers-004/2}."
