"""
Topics and places: the words under which texts are gathered, declared in two small files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from plugins.once import Remember, make_anew
from plugins.outputs import digest_of, fingerprint
from plugins.problems import Problem
from plugins.records.document import Document, read_document
from plugins.records.entries import read_entry
from plugins.records.fields import SLUG, Coordinate, Line, Slug
from plugins.records.freezing import remembered
from plugins.records.front import Nation
from plugins.records.part import Field, Part
from plugins.records.reading import decode

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
    path: Path, shown: str, model: type[Part], languages: tuple[str, ...], remember: Remember = make_anew
) -> tuple[dict[str, Any], list[Problem]]:
    """
    The terms of one file, by slug, with what is wrong; a title must stand in every language.
    """
    if not path.is_file():
        return {}, [Problem(shown, 1, 1, "this file is missing", "Bring it back from an earlier version.")]
    raw = path.read_bytes()
    digest = digest_of("terms", model.__name__, fingerprint(raw), *languages)
    return remembered(remember, digest, (model,), lambda: parse_terms(raw, shown, model, languages))


def parse_terms(
    raw: bytes, shown: str, model: type[Part], languages: tuple[str, ...]
) -> tuple[dict[str, Any], list[Problem]]:
    """The terms in the bytes of a file."""
    text = decode(raw, shown)
    if isinstance(text, Problem):
        return {}, [text]
    document = read_document(text, shown, longest=2_000_000)
    problems = [problem for slug in document.values for problem in check_slug(slug, document, shown)]
    problems += document.problems
    terms: dict[str, Any] = {}
    for slug in document.values if document.is_whole else ():
        term, found = read_entry(model, slug, document, shown) if SLUG.match(slug) else (None, [])
        problems += found
        terms |= {slug: term} if term else {}
    for slug, term in terms.items():
        problems += check_names(slug, term, languages, document, shown)
    return terms, problems


def check_slug(slug: str, document: Document, shown: str) -> Iterator[Problem]:
    """The name of a term can be part of an address."""
    if not SLUG.match(slug):
        line, column = document.marks[("\0key", slug)]
        what = f'"{slug}" cannot be part of an address'
        yield Problem(shown, line, column, what, "Use lower-case letters a to z, digits and hyphens only.")


def check_names(slug: str, term: Part, languages: tuple[str, ...], document: Document, shown: str) -> Iterator[Problem]:
    """What a term is called stands in every language."""
    for field in ("title", "summary"):
        names: Any = getattr(term, field, None)
        for code in languages if names is not None else ():
            if code not in names:
                line, column = document.marks[(slug,)]
                what = f'{slug}: the {field} in "{code}" is missing'
                yield Problem(shown, line, column, what, f"Add it: {field}: {{{code}: …}}.")
