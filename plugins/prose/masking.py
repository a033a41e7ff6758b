"""
A text without its markup: same length, each word in its place, spaces where marks and addresses stood.

What is not ours to judge (quotes of testimonies, block quotes, code, the myth of
a claim) is covered by FILL, a figure by FIGURE.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.once import regex

FILL = "\x01"
FIGURE = "\x02"

NOT_NEWLINE = regex(r"[^\n]")

COMMENT = regex(r"<!--.*?-->", re.DOTALL)
FENCED = regex(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?^[ \t]*\1[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
QUOTE = regex(r"^[ \t]*(/{3,})[ \t]*quote\b(?:[^\n]*\n(?:.*?\n)??[ \t]*\1[ \t]*$|.*\Z)", re.DOTALL | re.MULTILINE)
CLAIM = regex(r"^[ \t]*(/{3,})[ \t]*claim\b.*?(?:^[ \t]*\1[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
MYTH = regex(r"^[ \t]*Myth[ \t]*:(?:[^\n]|\n(?![ \t]*(?:\n|\Z|/{3})))*", re.MULTILINE)
ARGUMENT = regex(r"^([ \t]*/{3,}[ \t]*\w*)([^\n]+)", re.MULTILINE)
BLOCK_QUOTE = regex(
    r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?>[^\n]*+(?:\n(?![ \t]*(?:\n|\Z|/{3}))[^\n]*+)*", re.MULTILINE
)
SPOKEN = regex(r"<(/?)(q|blockquote|code|pre|script|style)\b[^<>]*>", re.IGNORECASE)
CODE = regex(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).){1,2000}?(?<!`)\1(?!`)", re.DOTALL)
FACT = regex(r"\{fact:[^{}\n]*+\}")
LINK = regex(r"\]\((?:[^()\n]++|\([^()\n]*+\))*\)")
REFERENCE = regex(r"\]\[[^\[\]\n]*+\]")
DEFINITION = regex(r"^[ ]{0,3}\[[^\[\]\n]*+\]:[^\n]*+", re.MULTILINE)
ATTRIBUTES = regex(r"\{:[^{}\n]*+\}")
ADDRESS = regex(r"https?://[^\s<>]*[^\s<>.,;:!?)\]'\"]", re.IGNORECASE)
TAG = regex(r"</?[A-Za-z][^<>]*+>")
ENTITY = regex(r"&#?\w{1,31};")
EMPHASIS = regex(r"[*\[\]]|_(?<![^\W_]_)_*|_+(?![^\W_])")
"""Stars, strokes and brackets."""

LIST = regex(r"[ \t]*\*[ \t]")
"""A line that begins with a star belongs to a list."""

Cover = Callable[["re.Match[str]"], str]


def fill(match: re.Match[str]) -> str:
    """What is not ours: no word may reach across it."""
    return NOT_NEWLINE.sub(FILL, match[0])


def blank(match: re.Match[str]) -> str:
    """What a reader does not see: the words on both sides are neighbours."""
    return NOT_NEWLINE.sub(" ", match[0])


def _figure(match: re.Match[str]) -> str:
    return FIGURE * len(match[0])


def _myths(match: re.Match[str]) -> str:
    return MYTH.sub(fill, match[0])


def _argument(match: re.Match[str]) -> str:
    return match[1] + FILL * len(match[2])


def _emphasis(match: re.Match[str]) -> str:
    """The star of a list is left for those who look for lists."""
    if match[0] == "*" and match.string[match.end() : match.end() + 1] in (" ", "\t"):
        line = match.string.rfind("\n", 0, match.start()) + 1
        if LIST.match(match.string, line) and not match.string[line : match.start()].strip():
            return match[0]
    return " " * len(match[0])


STEPS: tuple[tuple[str, re.Pattern[str], Cover], ...] = (
    ("```", FENCED, fill),
    ("~~~", FENCED, fill),
    ("///", QUOTE, fill),
    ("Myth", CLAIM, _myths),
    ("///", ARGUMENT, _argument),
    (">", BLOCK_QUOTE, fill),
    ("`", CODE, fill),
    ("{fact:", FACT, _figure),
    ("](", LINK, blank),
    ("][", REFERENCE, blank),
    ("]:", DEFINITION, blank),
    ("{:", ATTRIBUTES, blank),
    ("http", ADDRESS, blank),
    ("<", TAG, blank),
    ("&", ENTITY, blank),
    ("", EMPHASIS, _emphasis),
)
"""In this order: what a text must have for the step to be worth while, what is looked for, and its cover."""


def bare_text(text: str) -> str:
    """A Markdown text in which only words, sentences and the marks of blocks and lists are left."""
    last = text.rfind("-->") + 3
    if last > 2:
        text = COMMENT.sub(fill, text[:last]) + text[last:]
    if "<" in text:
        text = _without_spoken(text)
    for sign, pattern, cover in STEPS:
        if sign in text:
            text = pattern.sub(cover, text)
    return text


def _without_spoken(text: str) -> str:
    """Quotes and code that are written as HTML, from each opening tag to the next closing one of its name."""
    parts, place = [], 0
    opened: re.Match[str] | None = None
    for match in SPOKEN.finditer(text):
        if opened is None:
            opened = None if match[1] else match
        elif match[1] and match[2].lower() == opened[2].lower():
            parts += [text[place : opened.start()], NOT_NEWLINE.sub(FILL, text[opened.start() : match.end()])]
            place, opened = match.end(), None
    return "".join([*parts, text[place:]])
