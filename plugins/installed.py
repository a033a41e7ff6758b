"""
Which versions of libraries are installed, without loading any of them.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache

INSTALLED = re.compile(r"([^-]+)-([^-]+)(?:-py[0-9.]+)?\.(?:dist|egg)-info")
"""How a folder is called that an installer leaves of a library, with its name and its version."""

MARKS = re.compile(r"[-_.]+")
"""What may stand between two words of a library's name."""


def version(name: str) -> str:
    """The version of an installed library, by the name of its folder: what stands in it takes longer to read."""
    found = installed().get(name)
    if found:
        return found
    from importlib.metadata import version as read_version

    return read_version(name)


@cache
def installed() -> dict[str, str]:
    """The libraries that an installer left, with their versions; where one is there twice, the one that is imported."""
    found: dict[str, str] = {}
    for folder in filter(os.path.isdir, sys.path):
        for entry in os.listdir(folder):
            if entry.endswith("-info") and (own := INSTALLED.fullmatch(entry)):
                found.setdefault(MARKS.sub("-", own[1]).lower(), own[2])
    return found
