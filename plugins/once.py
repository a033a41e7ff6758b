"""
What is made once: when it is first asked for, or by an earlier build.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """Gives what `make` makes the first time; features ask for thousands of these, most of which are never called."""
    made: list[T] = []

    def give() -> T:
        if not made:
            made.append(make())
        return made[0]

    return give


class _Later:
    """A pattern that is compiled when something of it is first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = (source, flags)

    def __getattr__(self, name: str) -> Any:
        # What is asked for once stands in the instance, and is found there at no cost.
        value = self.__dict__[name] = getattr(re.compile(*self._given), name)
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """
    `re.compile` for what most builds never search with: to compile a pattern takes as long as to read a page of text.
    """
    return cast("re.Pattern[str]", _Later(source, flags))


Remember = Callable[[str, Callable[[], Any]], Any]
"""
Given the digest of all that something is made of, and a function that makes it: what was made of the same before, or
what is made now. Strings, numbers, None and tuples of these can be remembered.
"""


Settle = Callable[[str, Callable[[], T]], T]
"""
Given what something is called among all that is made of the same things, and a function that makes it: as `Remember`.
"""


def make_anew(_digest: str, make: Callable[[], Any]) -> Any:
    """Remembers nothing."""
    return make()
