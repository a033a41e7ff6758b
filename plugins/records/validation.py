"""
From the values of a YAML document to a model, or to sentences an editor can act on.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any, TypeVar

from plugins.problems import Problem, did_you_mean
from plugins.records.document import Document, Mark
from plugins.records.fields import EMPTY
from plugins.records.part import Part

ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"

Model = TypeVar("Model", bound=Part)


def new_id() -> str:
    """A fresh opaque id: 50 random bits that tell nothing of anybody."""
    import secrets

    return "".join(secrets.choice(ID_LETTERS) for _ in range(10))


def validate(
    model: type[Model], document: Document, path: str, only_in_original: Set[str] = frozenset()
) -> tuple[Model | None, list[Problem]]:
    """
    The model of a document's values, with all that is wrong; none where anything is.

    `only_in_original` names fields that exist, but not in this file.
    """
    problems = list(document.problems)
    if not document.is_whole:
        return None, problems
    from pydantic import ValidationError

    try:
        made = model.model_validate(document.values)
    except ValidationError as error:
        told = {(problem.line, problem.column, problem.what.partition(":")[0]) for problem in problems}
        details = sorted(error.errors(include_url=False), key=lambda detail: weight(detail, document))
        parts: set[Any] = set()
        for detail in details:
            loc = own_path(detail["loc"], document)
            if len(loc) == 1 and loc[0] in parts and detail["type"] != "missing":
                continue
            parts.update(loc[:1] if len(loc) > 1 else ())
            problem = explain(detail, document, path, model, only_in_original)
            place = (problem.line, problem.column, problem.what.partition(":")[0])
            if place not in told:
                problems.append(problem)
            told.add(place)
        return None, problems
    return (None if problems else made), problems


def weight(detail: Any, document: Document) -> tuple[int, bool]:
    """Complaints about a part come before those about the whole, our own before pydantic's."""
    return (-len(own_path(detail["loc"], document)), detail["type"] != "refused")


def explain(detail: Any, document: Document, path: str, model: type[Part], only_in_original: Set[str]) -> Problem:
    """A complaint of pydantic's, in an editor's words and at its place."""
    loc = own_path(detail["loc"], document)
    field = ".".join(str(part) for part in loc if isinstance(part, str))
    line, column = place_of(loc, document)
    what, todo = sentences(detail, loc, model, only_in_original)
    if detail["type"] == "extra_forbidden":
        line, column = document.marks.get((*loc[:-1], "\0key", str(loc[-1])), (line, column))
    return Problem(path, line, column, f"{field}: {what}" if field else what, todo)


def sentences(detail: Any, loc: tuple[Any, ...], model: type[Part], only_in_original: Set[str]) -> tuple[str, str]:
    """What is wrong, and what to do."""
    kind, known = detail["type"], model.model_fields
    field = str(loc[0]) if loc else ""
    if kind == "refused":
        what, todo = detail["ctx"]["what"], detail["ctx"]["todo"]
        if what == EMPTY and field in known and known[field].is_required():
            todo = f"Fill it in: {known[field].description}."
        return what, todo
    if kind == "missing":
        if loc == ("id",):
            return "this field is missing", f"Add the line: id: {new_id()}"
        if len(loc) == 1:
            return "this field is missing", f"Add it: {known[field].description}."
        return "this is missing", f"Write it so: {known[field].description}."
    if kind == "extra_forbidden":
        if field in only_in_original:
            return "in a translation this field is not wanted", "Remove it: it stands in the original only."
        if len(loc) == 1:
            return "there is no such field", did_you_mean(field, known)
        return "this is not known here", "Look for a misspelling, or remove it."
    if kind in ("string_too_long", "too_long") and isinstance(detail["input"], str):
        return f"these are {len(detail['input'])} characters", f"Use at most {detail['ctx']['max_length']}."
    description = known[field].description if field in known else ""
    return (
        "this value has the wrong form",
        f"Write here: {description}." if description else "Look at the examples again.",
    )


def own_path(loc: tuple[Any, ...], document: Document) -> tuple[Any, ...]:
    """A path of pydantic's without the names of its own machinery."""
    path: list[Any] = []
    for part in loc:
        known = (*path, part) in document.marks
        machinery = isinstance(part, str) and ("[" in part or "-" in part or part in ("str", "dict"))
        if known or not machinery:
            path.append(part)
    return tuple(path)


def place_of(loc: tuple[Any, ...], document: Document) -> Mark:
    """The mark of the longest part of a path that has one; the first line where none has."""
    for end in range(len(loc), 0, -1):
        if loc[:end] in document.marks:
            return document.marks[loc[:end]]
    return (1, 1)
