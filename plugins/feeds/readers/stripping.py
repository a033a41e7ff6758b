"""
HTML as plain text, in the ways of the programs that read feeds: tags out, entities decoded, the first words kept.
"""

from __future__ import annotations

import re
from html import unescape

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
TAG = re.compile(r"<(?!\s)[^>]*>?")
"""As PHP sees it: a sign that no space follows opens a tag, and one that is never closed swallows the rest."""

UNSEEN = re.compile(r"<(script|style)\b[^<>]*>(?:[^<]|<(?!/?\1\b))*</\1>", re.IGNORECASE)
"""A script that is opened twice counts from where it was opened last, so that no text takes for ever."""

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
BLOCK_END = re.compile(
    r"</(?:p|h[1-6]|li|blockquote|div|figure|figcaption|tr|dd|dt|section)\s*>|<(?:br|hr)\b[^<>]*>", re.IGNORECASE
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def decode(text: str) -> str:
    """Entities as the characters they stand for, once."""
    return ENTITY.sub(lambda match: unescape(match[0]), text)


def strip_tags(html: str) -> str:
    """Text without tags, as PHP's strip_tags leaves it; entities stay."""
    return TAG.sub("", COMMENT.sub("", html))


def strip_all_tags(html: str) -> str:
    """The same, and without what scripts and styles hold; trimmed, as WordPress does it."""
    return strip_tags(UNSEEN.sub("", html)).strip()


def one_line(text: str) -> str:
    """Words with single spaces between them, fit for a terminal."""
    return " ".join(CONTROL.sub(" ", text).split())


def plain(html: str) -> str:
    """The words of some HTML, in one line."""
    return one_line(decode(strip_all_tags(BLOCK_END.sub(" ", html))))


def plain_lines(html: str) -> tuple[str, ...]:
    """The words of some HTML, a line for each paragraph, heading or item."""
    lines = BLOCK_END.sub("\n", html.replace("\n", " ")).split("\n")
    return tuple(line for line in map(plain, lines) if line)


def first_words(html: str, count: int, more: str) -> str:
    """The first words of some HTML without its tags, and a sign where more would follow."""
    words = re.split(r"[\n\r\t ]+", strip_all_tags(html), maxsplit=count)
    words = [word for word in words if word]
    return " ".join(words[:count]) + (more if len(words) > count else "")
