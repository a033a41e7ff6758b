"""
The words we use: in a build only what must not be published, in a check also what could be said better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.problems import Problem, Severity
from plugins.prose.checking import check_prose
from plugins.prose.terms import read_prose_terms
from plugins.records.reading import Named

TERMS = "terms.yml"
"""The editors' list of words, in the content folder."""


def check_wording(
    files: Iterable[tuple[Named, bytes]], folder: Path, shown: str, with_advice: bool
) -> Iterator[Problem]:
    """What is wrong with the list of words, and with the words of the texts."""
    terms, problems = read_prose_terms(folder / TERMS, f"{shown}/{TERMS}")
    yield from problems
    for problem in check_prose(files, terms):
        if with_advice or problem.severity is Severity.ERROR:
            yield problem
