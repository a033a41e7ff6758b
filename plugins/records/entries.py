"""
Files of entries by name: topics, places, facts, sources, embedders, words to avoid. Each entry is read by itself.
"""

from __future__ import annotations

from typing import Any, TypeVar

from plugins.problems import Problem
from plugins.records.document import Document, Mark
from plugins.records.part import Part
from plugins.records.validation import validate

Entry = TypeVar("Entry", bound=Part)


def read_entry(model: type[Entry], name: str, document: Document, shown: str) -> tuple[Entry | None, list[Problem]]:
    """
    One entry of a file, with what is wrong in it; none where anything is.

    What has no place of its own, such as a field that is missing, is told at the entry's name.
    """
    mark, values = document.marks["\0key", name], document.values[name]
    if not isinstance(values, dict):
        todo = f"Write below it, each on a line of its own: {needed(model)}."
        return None, [Problem(shown, *mark, f"{name}: this is no entry", todo)]
    from pydantic import ValidationError

    try:
        return model.model_validate(values), []
    except ValidationError:
        marks = {place[1:]: own for place, own in document.marks.items() if place[0] == name and len(place) > 1}
        _, problems = validate(model, Document(values, marks), shown)
        return None, [within(problem, name, mark) for problem in problems]


def needed(model: type[Part]) -> str:
    """The fields that an entry must have, for people."""
    *others, last = (name for name, field in model.model_fields.items() if field.is_required())
    return f"{', '.join(others)} and {last}" if others else last


def within(problem: Problem, name: str, mark: Mark) -> Problem:
    """A problem of an entry, told with its name; at that, where it has no place of its own."""
    changes: dict[str, Any] = {"what": f"{name}: {problem.what}"}
    if (problem.line, problem.column) == (1, 1):
        changes |= {"line": mark[0], "column": mark[1]}
    return problem._replace(**changes)
