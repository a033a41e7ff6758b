"""
Which words of the glossary stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.records.record import Record

EXPLAINED = frozenset({"story", "explainer", "action", "change", "page"})
"""The types of texts in which words are explained; nobody's own words are."""

WORD = re.compile(r"[^\W_]+")


def terms_in(record: Record, body: str, terms: Iterable[Record]) -> list[Record]:
    """The words of the glossary that stand in the plain body of a text, whole and in any of their forms."""
    if record.type not in EXPLAINED:
        return []
    words = run_of(body)
    return [term for term in terms if any(run_of(form) in words for form in forms_of(term))]


def run_of(text: str) -> str:
    """Words with one space around each, so that whole words are found."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


def forms_of(term: Record) -> tuple[str, ...]:
    """A word of the glossary in each of its forms, the longest first."""
    forms: tuple[str, ...] = term.front.forms or (term.front.title,)
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
