"""
Which part of a file somebody asks for: players of sound ask for the part they are to play (RFC 9110, section 14).
"""

from __future__ import annotations

import re

PART = re.compile(r"bytes=\s*(\d*)-(\d*)\s*", re.ASCII | re.IGNORECASE)


def parse_range(asked: str | None, size: int) -> range | None:
    """
    The bytes that are asked for, of a file of this size.

    None where the whole file is to be given: nothing was asked, or something we need not understand, such as several
    parts at once. Empty where the file has no such part.
    """
    found = PART.fullmatch(asked or "")
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    stop = min(int(last) + 1, size) if last else size
    return range(int(first), stop) if int(first) < size else range(0)
