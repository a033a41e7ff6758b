"""
Whole files: words to avoid, titles, large numbers and hard sentences, each told at its place.
"""

from __future__ import annotations

from plugins.problems import Problem, Severity
from plugins.prose.bare_numbers import check_numbers
from plugins.prose.finding import Finding, find_in
from plugins.prose.prose import Prose, end_of_fields, lines_and_columns, read_prose
from plugins.prose.readability import check_readability
from plugins.prose.terms import Terms
from plugins.prose.titles import check_title
from plugins.records.reading import Named

LANGUAGE = "en"
LONGEST_SHOWN = 60


def is_ours(named: Named) -> bool:
    """
    Whether the words of a file are looked at.

    Other languages than English have no terms and no measures yet.
    Testimonies are left alone, for their words are the storyteller's.
    """
    return named.lang == LANGUAGE and named.type.name != "testimony"


def check_file(named: Named, text: str, terms: Terms, *, with_advice: bool = True) -> list[Problem]:
    """What one file could do better: it depends on nothing but the terms and whether there is advice."""
    return check_text(named.path, text, named.type.name, terms, with_advice=with_advice) if is_ours(named) else []


def check_text(path: str, text: str, type_name: str, terms: Terms, *, with_advice: bool = True) -> list[Problem]:
    """What one English text could do better; numbers and sentences are looked at in explainers only."""
    if not with_advice:
        # Blocking terms go before others, so what is found of them alone is what is found of them among all.
        own = terms.blocking
        return _of_terms(path, text, read_prose(text), own) if own.may_stand_in(text) else []
    is_measured = type_name == "explainer"
    is_whole = is_measured or terms.may_stand_in(text)
    prose = read_prose(text if is_whole else text[: end_of_fields(text)])
    problems = _of_terms(path, text, prose, terms) if is_whole else []
    problems += check_title(path, text, prose, is_word=type_name == "term")
    if is_measured:
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
