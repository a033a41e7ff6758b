"""
What is remembered for as long as all stays the same that some words tell.
"""

from __future__ import annotations

from typing import Any

from plugins.once import Remember, Settle
from plugins.outputs import digest_of


def settling(remember: Remember, *of: str) -> Settle[Any]:
    """Remembers whatever is made of the things that the words tell, each by what it is called."""
    own = digest_of(*of)
    return lambda name, make: remember(digest_of(own, name), make)
