"""
How editors write down words to look for: `flood[s|ed|ing]`, `(bogus|fake) refugee[s]`.

In round brackets stands what one must choose from, in square brackets what may
follow or be left out. A space also stands for a hyphen or a new line. A full
stop at the end means that no further word follows: `an illegal .`
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from plugins.prose.masking import FIGURE, FILL
from plugins.records.fields import refusal

MOST_FORMS = 300
LONGEST = 200

GROUP = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
BRACKET = re.compile(r"[()\[\]|]")
UNKNOWN = re.compile(r"[^\w ,&'’.-]|_")
STOP = re.compile(r" ?\.\Z")
GAP = re.compile(r"[ -]+")
WORD = re.compile(r"[^\W_]+")

BETWEEN = r"(?:[^\S\n]|[‐‑-])*(?:\n[^\S\n]*+)?(?<=[\s‐‑-])"
"""What may stand between two words: spaces, hyphens, one new line."""

MARK = rf"[^\w\s({FIGURE}{FILL}‐‑-]"
NO_WORD = rf"(?=[^\S\n]*+(?:{MARK}|\n[^\S\n]*+(?:{MARK}|[-(]|\d+[.)]|\n|\Z)|\Z))"
"""The end of a clause: a mark, a new paragraph or the end."""

LETTER = r"[^\W_]"


def expand(pattern: str) -> tuple[str, ...]:
    """
    Every form that a pattern stands for, in small letters.

    Raises a refusal that says what is wrong with it.
    """
    _check(pattern)
    parts: list[list[str]] = []
    place, number = 0, 1
    for match in GROUP.finditer(pattern):
        parts.append([pattern[place : match.start()]])
        choices = (match[1] if match[1] is not None else match[2]).split("|")
        if not all(choice.strip() for choice in choices):
            raise refusal(f'"{match[0]}" has a choice without words', "Write words on both sides of each stroke |.")
        parts.append(choices + ([""] if match[2] is not None else []))
        number *= len(parts[-1])
        if number > MOST_FORMS:
            raise refusal(f"this stands for more than {MOST_FORMS} forms", "Write several shorter lines.")
        place = match.end()
    parts.append([pattern[place:]])
    forms = dict.fromkeys(" ".join("".join(form).lower().replace("’", "'").split()) for form in product(*parts))
    for form in forms:
        if not WORD.search(form) or "." in STOP.sub("", form):
            raise refusal(
                f'"{pattern}" does not stand for words', "Write at least one word; a full stop ends the line."
            )
    return tuple(forms)


def _check(pattern: str) -> None:
    """Raise a refusal where a pattern is too long or has marks that mean nothing."""
    if len(pattern) > LONGEST:
        raise refusal(f"these are {len(pattern)} characters", f"Use at most {LONGEST}.")
    rest = GROUP.sub(" ", pattern)
    if BRACKET.search(rest):
        raise refusal(
            f'the brackets in "{pattern}" do not fit together',
            "Close each bracket, put none into another, and use the stroke | within brackets only.",
        )
    unknown = UNKNOWN.search(BRACKET.sub(" ", pattern))
    if unknown:
        raise refusal(f'"{unknown[0]}" means nothing here', "Use words, spaces, hyphens, ( | ) and [ | ] only.")


def regex_of(forms: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds any of some forms, the longest first."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    choices = "|".join(map(_source, ordered))
    return re.compile(rf"(?<!{LETTER})(?:{choices})", re.IGNORECASE)


def words_of_form(form: str) -> frozenset[str]:
    """The words of a form: where one does not stand, the form does not."""
    return frozenset(WORD.findall(form))


def _source(form: str) -> str:
    """The expression for one form."""
    words = STOP.sub("", form)
    source = BETWEEN.join(re.escape(word).replace("'", "['’]") for word in GAP.split(words) if word)
    return f"{source}(?!{LETTER})" + (NO_WORD if words != form else "")
