"""
A converter of Markdown that says the same as Python-Markdown's and asks far less.

Python-Markdown asks every processor about every piece of a text. Nearly all are
asked in vain, because the piece lacks a character without which they never act.
Here they are not asked. Each file of this folder says of what it leaves out why
that could not have acted.
"""

from __future__ import annotations

import markdown
import pymdownx
from markdown import Markdown

TESTED = frozenset({("3.11.3", "12.3"), ("3.11.3", "13.1")})
"""
Versions of markdown and pymdown-extensions of which every processor was read for this, and compared.

A new version belongs here when `tests/markup/test_sparing.py` passes with it
and its changes were read.
"""


def spare(md: Markdown) -> Markdown:
    """
    Make a converter sparing, once it has all its extensions.

    On versions that were not tested, or with a processor that is not known
    here, it stays as it is: slower, and right.
    """
    versions = (markdown.__version__, pymdownx.__version__)  # type: ignore[attr-defined]
    if versions in TESTED:
        # Only here, because another version may lack what the other files take from it.
        from plugins.markup.sparing.assembly import assemble, is_known

        if is_known(md):
            assemble(md)
    return md
