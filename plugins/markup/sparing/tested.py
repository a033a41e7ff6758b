"""
Of which versions of Python-Markdown it is known what can be left out.
"""

from __future__ import annotations

from plugins.installed import version

TESTED = frozenset({("3.11.3", "12.3"), ("3.11.3", "13.1")})
"""
Versions of markdown and pymdown-extensions of which every processor was read for this, and compared.

A new version belongs here when `tests/markup/test_sparing.py` passes with it
and its changes were read.
"""


def is_tested() -> bool:
    """Whether the versions that are installed are among them."""
    return (version("markdown"), version("pymdown-extensions")) in TESTED
