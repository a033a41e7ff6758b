"""
A finished feed as its readers see it, taken apart once for all proofs.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from lxml import etree

DECLARED = b"<?xml version='1.0' encoding='UTF-8'?>"
NUMBER = re.compile(rb"&#(?!3[49];)")
"""How a letter is written as a number; quotes are by many who write XML, and none else need be."""


@lru_cache(maxsize=1)
def parsed_feed(content: bytes, is_json: bool) -> Any:
    """The elements or the values of a feed, which nobody changes. Raises what a reader would where it is none."""
    return json.loads(content) if is_json else etree.fromstring(content)


def stands_as_read(content: bytes, is_json: bool) -> bool:
    """Whether a feed holds nothing by which its readers would see other letters than those that stand there."""
    if is_json:
        return b"\\u" not in content
    is_declared = content.startswith(DECLARED) or not content.startswith(b"<?")
    return is_declared and b"<!" not in content and NUMBER.search(content) is None
