"""
A converter of Markdown that says the same as Python-Markdown's and asks far less.

Python-Markdown asks every processor about every piece of a text. Nearly all are
asked in vain, because the piece lacks a character without which they never act.
Here they are not asked. Each file of this folder says of what it leaves out why
that could not have acted.
"""

from __future__ import annotations

from markdown import Markdown

from plugins.markup.sparing.tested import is_tested


def spare(md: Markdown) -> Markdown:
    """
    Make a converter sparing, once it has all its extensions.

    On versions that were not tested, or with a processor that is not known
    here, it stays as it is: slower, and right.
    """
    if is_tested():
        # Only here, because another version may lack what the other files take from it.
        from plugins.markup.sparing.assembly import assemble, is_known

        if is_known(md):
            assemble(md)
    return md
