"""
What headings are called in addresses.
"""

from __future__ import annotations

import re

UNNAMED = re.compile(r"[^\w\s-]")
BETWEEN = re.compile(r"[-\s]+")


def heading_id(text: str, separator: str = "-") -> str:
    """The id of a heading, in any script, never one that the theme uses."""
    return "part-" + BETWEEN.sub(separator, UNNAMED.sub("", text).strip().lower())
