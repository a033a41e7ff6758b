"""
Topics and places: the words under which texts are gathered, declared in two small files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from plugins.problems import Problem
from plugins.records.document import read_document
from plugins.records.fields import Coordinate, Line, Slug
from plugins.records.front import Nation, Part
from plugins.records.reading import decode
from plugins.records.validation import validate

Names = Annotated[dict[Slug, Line], Field(description="One line for each language of the site")]


class Topic(Part):
    """What texts are about."""

    title: Names = Field(description="Its name in each language: {en: …, cy: …, ar: …}")
    summary: Names = Field(description="One sentence in each language")


class Place(Part):
    """Where texts happen: a nation or a town, never a building."""

    title: Names = Field(description="Its name in each language: {en: …, cy: …, ar: …}")
    nation: Nation = Field(description="england, wales, scotland, northern-ireland or uk")
    latitude: Coordinate | None = Field(None, description="Of the town, two decimals")
    longitude: Coordinate | None = Field(None, description="Of the town, two decimals")


def read_terms(
    path: Path, shown: str, model: type[Part], languages: tuple[str, ...]
) -> tuple[dict[str, Any], list[Problem]]:
    """
    The terms of one file, by slug, with what is wrong; a title must stand in every language.
    """
    if not path.is_file():
        return {}, [Problem(shown, 1, 1, "this file is missing", "Bring it back from an earlier version.")]
    text = decode(path.read_bytes(), shown)
    if isinstance(text, Problem):
        return {}, [text]
    document = read_document(text, shown, longest=2_000_000)
    fields: dict[str, Any] = {slug: (model, Field(description=model.__doc__)) for slug in document.values}
    file_model: type[BaseModel] = create_model("Terms", __config__=ConfigDict(extra="forbid"), **fields)
    made, problems = validate(file_model, document, shown)
    terms = {slug: getattr(made, slug) for slug in document.values} if made else {}
    for slug, term in terms.items():
        for code in languages:
            if code not in term.title:
                line, column = document.marks[(slug,)]
                problems.append(
                    Problem(
                        shown,
                        line,
                        column,
                        f'{slug}: the title in "{code}" is missing',
                        f"Add it: title: {{{code}: …}}.",
                    )
                )
    return terms, problems
