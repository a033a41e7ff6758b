"""
Titles: a title states the fact. It asks nothing, and does not only say what is not so.
"""

from __future__ import annotations

import re

from plugins.once import regex
from plugins.problems import Problem, Severity
from plugins.prose.prose import Prose, lines_and_columns

QUESTION = regex(r"[?？؟]")
OPENER = regex(
    r"\s*(?:(?:the )?(?:myths?|rumours?|false|wrong|untrue|not true|fake|fact[ -]?check)\b[^\S\n]*[:,.–—-]"
    r"|(?:no|nope|actually)\b[^\S\n]*[:,–—])",
    re.IGNORECASE,
)
BETWEEN_STATEMENTS = regex(r"[,;:–—]|\b(?:but|and|so|yet|instead|they)\b", re.IGNORECASE)
AUXILIARY = (
    r"am|are|can|could|did|do|does|had|has|have|is|may|might|must|need|shall|should|was|were|will|would|arent|cant"
)
DENIES = regex(
    rf"(?<!\bwho )(?<!\bthat )(?<!\bwhich )\b(?:(?:{AUXILIARY})\s+(?:not|never)\b|cannot\b|\w+n['’]ʼ?t\b)"
    r"|^\s*(?:no|nobody|none|not|nothing|never|neither|nor)\b",
    re.IGNORECASE,
)
"""Says that something is not so. "Most have no route" and "a choice that does not exist" state what is so."""

ONLY_BESIDE = regex(
    r"\s*(?:however|when|while|if|because|although|though|even|whether|where|as|since|after|before|for|in|on|at|by|to|from|"
    r"until|unless|with|without|despite|under|says?|said)\b",
    re.IGNORECASE,
)
"""Begins what stands beside a statement and states nothing itself."""

WORD = regex(r"[^\W\d_]{2,}")
TODO = "State the fact itself: what is so, where and when."


def check_title(path: str, text: str, prose: Prose, *, is_word: bool = False) -> list[Problem]:
    """What is wrong with the title of a text, at its place; that of the glossary is a word and states nothing."""
    if prose.title is None:
        return []
    start, title = prose.title.start, prose.own[prose.title.start : prose.title.end]
    found = [(start + place, what) for place, what in title_faults(title, is_word=is_word)]
    places = lines_and_columns(text, [place for place, _ in found])
    return [
        Problem(path, line, column, f"title: {what}", TODO, Severity.WARNING)
        for (_, what), (line, column) in zip(found, places, strict=True)
    ]


def title_faults(title: str, *, is_word: bool = False) -> list[tuple[int, str]]:
    """What is wrong with a title: the place in it, and a sentence."""
    begin = len(title) - len(title.lstrip())
    question = QUESTION.search(title)
    if question:
        return [(question.start(), "this asks a question, and people remember the question")]
    if OPENER.match(title):
        return [(begin, "this begins with the myth, and people remember what comes first")]
    if not is_word and denies_only(title):
        return [(begin, "this only says what is not so")]
    return []


def denies_only(title: str) -> bool:
    """Whether each statement of a title says only what is not so."""
    parts = [part for part in BETWEEN_STATEMENTS.split(title) if WORD.search(part)]
    statements = [part for part in parts if not ONLY_BESIDE.match(part)] or parts
    return bool(statements) and all(DENIES.search(part) for part in statements)
