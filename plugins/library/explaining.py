"""
Which words of the glossary stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from plugins.records.record import Record

EXPLAINED = frozenset({"story", "explainer", "action", "change", "page"})
"""The types of texts in which words are explained; nobody's own words are."""

WORD = re.compile(r"[^\W_]+")
APART = str.maketrans({code: " " for code in range(128) if not chr(code).isalnum()})
"""Spaces for all that is no letter or digit: in ASCII this takes words apart several times as fast."""


def terms_in(record: Record, body: str, terms: Iterable[Record]) -> list[Record]:
    """The words of the glossary that stand in the plain body of a text, whole and in any of their forms."""
    if record.type not in EXPLAINED:
        return []
    found = _words_of(body)
    whole, words = _as_run(found), frozenset(found)
    return [
        term
        for term in terms
        if any(first in words and run in whole for first, run in _runs(term.front.forms or (term.front.title,)))
    ]


def _words_of(text: str) -> list[str]:
    text = text.casefold()
    return text.translate(APART).split() if text.isascii() else WORD.findall(text)


@cache
def _runs(forms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each form of a word as a run, with its first word: where that does not stand, the run does not."""
    return tuple((words[0], _as_run(words)) for words in map(_words_of, forms) if words)


def _as_run(words: list[str]) -> str:
    """Words with one space around each, so that whole words are found."""
    return f" {' '.join(words)} "


def forms_of(term: Record) -> tuple[str, ...]:
    """A word of the glossary in each of its forms, the longest first."""
    forms: tuple[str, ...] = term.front.forms or (term.front.title,)
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
