"""
Whole files: words to avoid, titles, large numbers and hard sentences, each told at its place.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.problems import Problem, Severity
from plugins.prose.bare_numbers import check_numbers
from plugins.prose.finding import Finding, find_in
from plugins.prose.prose import Prose, lines_and_columns, read_prose
from plugins.prose.readability import check_readability
from plugins.prose.terms import Terms
from plugins.prose.titles import check_title
from plugins.records.reading import Named, decode

LANGUAGE = "en"
LONGEST_SHOWN = 60


def check_prose(files: Iterable[tuple[Named, bytes]], terms: Terms) -> list[Problem]:
    """
    What our own words could do better, in texts given by what their paths say and by their bytes.

    Only English texts are looked at: other languages have no terms and no measures yet.
    Testimonies are left alone, for their words are the storyteller's. What cannot be
    read is left out: reading it says so.
    """
    return [
        problem
        for named, raw in files
        if named.lang == LANGUAGE and named.type.name != "testimony"
        if isinstance(text := decode(raw, named.path), str)
        for problem in check_text(named.path, text, named.type.name, terms)
    ]


def check_text(path: str, text: str, type_name: str, terms: Terms) -> list[Problem]:
    """What one English text could do better; numbers and sentences are looked at in explainers only."""
    prose = read_prose(text)
    problems = [*_of_terms(path, text, prose, terms), *check_title(path, text, prose, is_word=type_name == "term")]
    if type_name == "explainer":
        problems += [*check_numbers(path, text, prose), *check_readability(path, text, prose)]
    return problems


def _of_terms(path: str, text: str, prose: Prose, terms: Terms) -> list[Problem]:
    """The words of the terms file that stand in a text."""
    found = find_in(prose, terms)
    places = lines_and_columns(text, [finding.start for finding in found]) if found else ()
    return [_problem(path, line, column, finding, text) for finding, (line, column) in zip(found, places, strict=True)]


def _problem(path: str, line: int, column: int, finding: Finding, text: str) -> Problem:
    """A finding in the words of the terms file."""
    entry = finding.entry
    words = " ".join(text[finding.start : finding.end].split())
    shown = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]} …"
    *first, last = entry.term.better
    better = f"{', '.join(first)} or {last}" if first else last
    severity = Severity.ERROR if entry.blocks else Severity.WARNING
    what = f"“{shown}”: {entry.term.why.rstrip('.')}"
    return Problem(path, line, column, what, f"Better: {better.rstrip('.')}.", severity)
