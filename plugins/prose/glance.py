"""
A glance at a file as it was typed: whether some words can stand in it at all.

To take the markup away costs far more than to look for words, and most files
hold none of those that we avoid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from plugins.prose.patterns import GAP, STOP

NEXT = r"[\s‐‑-]*+(?:[\[\]{<&*_\\]|''|https?://|(?<=[\s‐‑-])(?:"
"""
What comes after a word of a form: its next one, or what the markup begins with that may stand between the two.

All that becomes a space when markup is taken away begins so.
"""

ESCAPE = re.compile(r"\\[nrt]")
"""A new line or a tab in a field in double quotes, the only letters after which a word begins."""

ODD = "ſıİ\u212a"
"""Letters that a search without regard to capitals takes for s, i and k."""


FEW = 8
"""Files that are looked at without a glance before: an edit of one need not wait for the glance to be ready."""


class Glance(NamedTuple):
    """
    Looks for some forms, of which none is found in a text without its markup where it says so.

    To take markup away can cut a word short at its end, or part it from its neighbours, but it never makes a letter.
    """

    pattern: re.Pattern[str]
    is_plain: bool
    """
    Whether all forms are written in plain letters. Some others have another small form at the end of a word, and
    markup can make an end.
    """

    def may_find(self, text: str) -> bool:
        """Whether the words of some form stand in a row, with nothing or with markup between them."""
        if not self.is_plain or any(letter in text for letter in ODD):
            return True
        small = f"\n{text.lower()}"
        if self.pattern.search(small):
            return True
        return "\\" in small and self.pattern.search(ESCAPE.sub("  ", small)) is not None


def make_glance(forms: Iterable[str]) -> Glance:
    """A glance for some forms, in small letters."""
    forms = tuple(forms)
    rows = [[word for word in GAP.split(STOP.sub("", form)) if word] for form in forms]
    return Glance(pattern_of(rows, NEXT), all(map(str.isascii, forms)))


def pattern_of(rows: Iterable[list[str]], following: str) -> re.Pattern[str]:
    """
    What finds one of several rows of words, each after something that is no letter from a to z.

    `following` is how a next word may follow, up to that word, and has two brackets open.
    """
    others: dict[str, list[list[str]]] = {}
    for first, *rest in rows:
        others.setdefault(first, []).append(rest)
    choices = _choices({first: "" if [] in own else _after(own, following) for first, own in others.items()})
    return re.compile(f"[^a-z](?:{choices})" if others else r"(?!)")


def _after(rows: Iterable[list[str]], following: str) -> str:
    """What comes after a word: one of several rows of words."""
    ends = (_source(first) + (_after([rest], following) if rest else "") for first, *rest in rows)
    return f"{following}{'|'.join(dict.fromkeys(ends))}))"


def _choices(ends: Mapping[str, str]) -> str:
    """
    One of some words, with what comes after each: letter by letter, so that most are refused at their first.
    """
    found = [ends[""]] if "" in ends else []
    for letter, words in groupby(sorted(filter(None, ends)), key=lambda word: word[0]):
        found.append(f"{_source(letter)}(?:{_choices({word[1:]: ends[word] for word in words})})")
    return "|".join(found)


def _source(word: str) -> str:
    return re.escape(word).replace("'", "['’]")
