"""
A finished feed as its readers see it, taken apart once for all proofs.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from lxml import etree

DECLARED = b"<?xml version='1.0' encoding='UTF-8'?>"


@lru_cache(maxsize=1)
def parsed_feed(content: bytes, is_json: bool) -> Any:
    """The elements or the values of a feed, which nobody changes. Raises what a reader would where it is none."""
    return json.loads(content) if is_json else etree.fromstring(content)


def stands_as_read(content: bytes) -> bool:
    """Whether XML declares nothing by which its readers would see other letters than those that stand there."""
    return b"<!" not in content and (content.startswith(DECLARED) or not content.startswith(b"<?"))
