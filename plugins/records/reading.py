"""
From the bytes of one file to a Record, or to all that is wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from plugins.problems import Problem, did_you_mean
from plugins.records.document import Document, Mark, Path, read_document
from plugins.records.fields import INVISIBLE, SLUG
from plugins.records.record import Body, Record
from plugins.records.types import FOLDERS, ContentType
from plugins.records.validation import validate

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)

PLAIN = bytes(range(ord(" "), 0x7F)) + b"\r\n"
"""The bytes of texts that are typed on an English keyboard."""

RenderBody = Callable[[str, int, str, str], tuple[Body, list[Problem]]]
"""Makes a Body of Markdown, given its first line, the file's path and the language."""


class Named(NamedTuple):
    """What the path of a file says about the text in it."""

    path: str
    type: ContentType
    slug: str
    lang: str


def read_name(relative: str, shown: str, languages: tuple[str, ...], default: str) -> Named | Problem:
    """
    What a path below the content folder says: `stories/penally.cy.md`.

    `relative` is below the content folder, `shown` is the path as the editor types it.
    """
    folder, _, name = relative.rpartition("/")
    stem = name.removesuffix(".md")
    slug, _, lang = stem.partition(".")
    content_type = FOLDERS.get(folder)
    if content_type is None:
        place = f'the folder "{folder}" holds no texts' if folder else "a text stands outside the folders of texts"
        return Problem(shown, 1, 1, place, f"Move it. {did_you_mean(folder, FOLDERS)}")
    if not SLUG.match(slug):
        return Problem(
            shown, 1, 1, f'"{slug}" cannot be part of an address',
            "Rename the file with lower-case letters a to z, digits and hyphens only.",
        )  # fmt: skip
    if "." in stem and lang not in languages:
        return Problem(shown, 1, 1, f'"{lang}" is no language of this site', did_you_mean(lang, languages))
    return Named(shown, content_type, slug, lang or default)


def decode(raw: bytes, path: str) -> str | Problem:
    """The text of a file: UTF-8 without characters that no page can hold, with or without a byte order mark."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return Problem(
            path, line, column, f"byte {error.start} of the file ({raw[error.start]:#04x}) is not UTF-8",
            "Save the file again with the encoding UTF-8.",
        )  # fmt: skip
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # What is invisible is no plain letter and not printable, and to ask for that takes a fraction of the time.
    is_plain = not raw.translate(None, PLAIN) or text.replace("\n", "").isprintable()
    bad = None if is_plain else INVISIBLE.search(text)
    if bad:
        start = bad.start()
        line = text.count("\n", 0, start) + 1
        name = "a NUL byte" if bad[0] == "\0" else f"the invisible character U+{ord(bad[0]):04X}"
        return Problem(path, line, start - text.rfind("\n", 0, start), f"{name} stands here", "Delete it.")
    return text


class Fields(NamedTuple):
    """The checked fields of a text, and where they stand in its file."""

    front: Any
    marks: Mapping[Path, Mark]
    is_translation: bool


ReadFields = Callable[[str, Named], tuple[Fields | None, list[Problem]]]
"""Gives the fields in the lines above a text, with what is wrong in them; none where anything is."""


def parse_record(raw: bytes, named: Named, render: RenderBody) -> tuple[Record | None, list[Problem]]:
    """
    The record in a file's bytes, with what is wrong; no record where anything is.
    """
    text = decode(raw, named.path)
    return (None, [text]) if isinstance(text, Problem) else parse_text(text, named, render)


def read_fields(header: str, named: Named) -> tuple[Fields | None, list[Problem]]:
    """The fields in the lines above a text, with what is wrong in them; none where anything is."""
    document = read_document(header, named.path, first_line=2)
    front, problems = parse_front(document, named)
    return front and Fields(front, document.marks, is_translated(document.values, named.lang)), problems


def parse_text(
    text: str, named: Named, render: RenderBody, read: ReadFields = read_fields
) -> tuple[Record | None, list[Problem]]:
    """
    The record in a file whose bytes are decoded, with what is wrong; no record where anything is.
    """
    fences = list(islice(FENCE.finditer(text), 2))
    if not text.startswith("---") or len(fences) < 2 or fences[0].start() != 0:
        return None, [
            Problem(
                named.path, 1, 1, "the fields above the text are missing",
                "Begin the file with a line ---, then the fields, then a line --- again.",
            )
        ]  # fmt: skip
    header = text[fences[0].end() + 1 : fences[1].start()]
    fields, problems = read(header, named)
    body_text = text[fences[1].end() :]
    first_line = text.count("\n", 0, fences[1].end()) + 1
    body, body_problems = render(body_text, first_line, named.path, named.lang)
    problems = problems + body_problems
    if problems or fields is None:
        return None, problems
    front, marks, is_translation = fields
    return Record(named.type.name, named.slug, named.lang, named.path, front, body, marks, is_translation), []


def is_translated(values: dict[str, Any], lang: str) -> bool:
    """Whether front matter says that the original is in another language."""
    said = values.get("original_language", lang)
    return not isinstance(said, str) or said.strip() != lang


def parse_front(document: Document, named: Named) -> tuple[Any, list[Problem]]:
    """The typed front matter of a document, with what is wrong in it."""
    if not is_translated(document.values, named.lang):
        return validate(named.type.model, document, named.path)
    return validate(
        named.type.translation_model, document, named.path, only_in_original=set(named.type.model.model_fields)
    )
