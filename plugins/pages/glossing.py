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
from plugins.once import regex

Terms = tuple[tuple[str, tuple[str, ...], str, Link], ...]
Waiting = dict[str, tuple[re.Pattern[str], frozenset[str], str, Link]]
"""By slug: what finds a word, the forms in which it is written, its short meaning, and where it is explained."""

PIECE = regex(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+")
KEPT = frozenset(
    {"a", "abbr", "blockquote", "button", "code", "dfn", "h2", "h3", "h4", "h5", "h6", "q", "svg", "table"}
)
"""What words are left alone in: links, headings, what somebody said, drawings."""

EMPTY = frozenset({"br", "hr", "img", "source", "wbr"})

BEGINNING = regex(r"(?:^|[.!?:…][\"'”’)\]]*\s|[“‘\"«(\[–—])\s*$")
"""What stands before the first word of a sentence."""

POINTS = r"(?:[^\s\w<>&;]|&(?:quot|#34|#39);)+"
BEFORE, AFTER = regex(f"{POINTS}$"), regex(POINTS)
"""Quotation marks and the like around a word, from which no line may part it."""


def mark_terms(body: Markup, terms: Terms, words: Words) -> Markup:
    """A body with the first place of each word marked."""
    if not terms:
        return body
    waiting = {slug: (word_pattern(forms), frozenset(forms), meaning, link) for slug, forms, meaning, link in terms}
    return Markup("".join(_pieces(str(body), waiting, words)))


def word_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """What finds a word in any of its forms, as a whole word."""
    return regex(rf"(?<![\w-])(?:{'|'.join(re.escape(str(escape(form))) for form in forms)})(?![\w-])", re.IGNORECASE)


def _pieces(html: str, waiting: Waiting, words: Words) -> Iterator[str]:
    kept: list[str] = []
    for match in PIECE.finditer(html):
        if not waiting:
            yield html[match.start() :]
            return
        closing, tag, _ = match.groups()
        if tag is None:
            yield match[0] if kept else _explain(match[0], 0, waiting, words)
            continue
        if tag in KEPT or kept:
            if not closing and tag not in EMPTY:
                kept.append(tag)
            elif closing and kept and kept[-1] == tag:
                kept.pop()
        yield match[0]


def _explain(text: str, start: int, waiting: Waiting, words: Words) -> str:
    """
    A piece of text, from one place on, with the words in it that still wait; the one that begins first, and then the
    longest, wins.
    """
    found = []
    for slug, (pattern, forms, _, _) in waiting.items():
        matches = (match for match in pattern.finditer(text, start) if not is_in_name(match, forms))
        if match := next(matches, None):
            found.append((match.start(), -match.end(), slug, match))
    if not found:
        return text[start:]
    _, _, slug, match = min(found)
    _, _, meaning, link = waiting.pop(slug)
    before, after = BEFORE.search(text, start, match.start()), AFTER.match(text, match.end())
    first, last = before.start() if before else match.start(), after.end() if after else match.end()
    around = text[first : match.start()], text[match.end() : last]
    return (
        text[start:first]
        + draw_term(slug, match[0], around, meaning, link, words)
        + _explain(text, last, waiting, words)
    )


def is_in_name(match: re.Match[str], forms: frozenset[str]) -> bool:
    """
    Whether a word is part of a name, such as 'Together With Refugees': it has a capital that it does not have by
    itself, and either it begins no sentence or a word with another capital follows.
    """
    if match[0] in forms or not match[0][0].isupper():
        return False
    text = match.string
    return text[match.end() : match.end() + 2].strip()[:1].isupper() or not BEGINNING.search(text[: match.start()])


def draw_term(slug: str, word: str, around: tuple[str, str], meaning: str, link: Link, words: Words) -> str:
    """
    A word with its meaning; `word` is HTML already, and so is what stands around it and stays with it on its line:
    browsers would break a line on either side of a button.
    """
    more = f'<a href="{escape(link.url)}">{escape(words("term.more"))}</a>'
    button = f'<button type="button" class="term" popovertarget="term-{slug}">{word}</button>'
    if any(around):
        button = f'<span class="term__whole">{around[0]}{button}{around[1]}</span>'
    return f'{button}<span class="term__meaning" id="term-{slug}" popover>{escape(meaning)} {more}</span>'
