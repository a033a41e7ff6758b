"""
Marks words of the glossary in a body: each once, where it first stands, with its short meaning behind a button.

The meaning opens without script: a button with `popovertarget` (HTML Living Standard, 6.12).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from plugins.languages.words import Words
from plugins.library.facets import Link

Terms = tuple[tuple[str, tuple[str, ...], str, Link], ...]

PIECE = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+")
KEPT = frozenset(
    {"a", "abbr", "blockquote", "button", "code", "dfn", "h2", "h3", "h4", "h5", "h6", "q", "svg", "table"}
)
"""What words are left alone in: links, headings, what somebody said, drawings."""

EMPTY = frozenset({"br", "hr", "img", "source", "wbr"})


def mark_terms(body: Markup, terms: Terms, words: Words) -> Markup:
    """A body with the first place of each word marked."""
    if not terms:
        return body
    waiting = {slug: (word_pattern(forms), meaning, link) for slug, forms, meaning, link in terms}
    return Markup("".join(_pieces(str(body), waiting, words)))


def word_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a word in any of its forms, as a whole word."""
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(re.escape(str(escape(form))) for form in forms)})(?![\w-])", re.IGNORECASE
    )


def _pieces(html: str, waiting: dict[str, tuple[re.Pattern[str], str, Link]], words: Words) -> Iterator[str]:
    kept: list[str] = []
    for match in PIECE.finditer(html):
        closing, tag, _ = match.groups()
        if tag is None:
            yield match[0] if kept else _explain(match[0], waiting, words)
            continue
        if tag in KEPT or kept:
            if not closing and tag not in EMPTY:
                kept.append(tag)
            elif closing and kept and kept[-1] == tag:
                kept.pop()
        yield match[0]


def _explain(text: str, waiting: dict[str, tuple[re.Pattern[str], str, Link]], words: Words) -> str:
    """A piece of text with the words in it that still wait; the one that begins first, and then the longest, wins."""
    found = []
    for slug, (pattern, _, _) in waiting.items():
        match = pattern.search(text)
        if match:
            found.append((match.start(), -match.end(), slug, match))
    if not found:
        return text
    _, _, slug, match = min(found)
    _, meaning, link = waiting.pop(slug)
    before, after = text[: match.start()], text[match.end() :]
    return before + draw_term(slug, match[0], meaning, link, words) + _explain(after, waiting, words)


def draw_term(slug: str, word: str, meaning: str, link: Link, words: Words) -> str:
    """A word with its meaning; `word` is HTML already."""
    more = f'<a href="{escape(link.url)}">{escape(words("term.more"))}</a>'
    return (
        f'<button type="button" class="term" popovertarget="term-{slug}">{word}</button>'
        f'<span class="term__meaning" id="term-{slug}" popover>{escape(meaning)} {more}</span>'
    )
