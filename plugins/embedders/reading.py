"""
Reads content/embedders.yml, the register of those who show our texts.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from plugins.problems import Problem, Severity
from plugins.records.document import Document, read_document
from plugins.records.entries import read_entry
from plugins.records.fields import SLUG
from plugins.records.reading import decode

if TYPE_CHECKING:
    from plugins.embedders.model import Embedder

REGISTER = "embedders.yml"
"""The name of the file, below the content folder."""

LONGEST = 2_000_000

CONTACT = re.compile(r"(\bcontact[ \t]*:[ \t]*)([^\s,}]+)")
"""A contact in the file: the one place for an address, and checked by a rule of its own."""


def read_embedders(path: Path, shown: str) -> tuple[dict[str, Embedder], list[Problem]]:
    """
    All embedders by id, in the order of the file, with what is wrong in any; none where the file is missing.

    `shown` is the path as an editor types it.
    """
    document = open_register(path, shown)
    problems = list(document.problems)
    embedders: dict[str, Embedder] = {}
    for name in document.values if document.is_whole else ():
        embedder, found = read_embedder(name, document, shown)
        problems += found
        if embedder:
            embedders[name] = embedder
    return embedders, problems


def open_register(path: Path, shown: str) -> Document:
    """The file as it was written; an empty one where it is missing."""
    if not path.is_file():
        return Document()
    text = decode(path.read_bytes(), shown)
    return Document(problems=[text]) if isinstance(text, Problem) else read_document(text, shown, longest=LONGEST)


def read_embedder(name: str, document: Document, shown: str) -> tuple[Embedder | None, list[Problem]]:
    """One entry, with what is wrong in it."""
    from plugins.embedders.model import Embedder

    if not SLUG.match(name):
        what, todo = f'"{name}" is no id of an entry', "Use lower-case letters a to z, digits and hyphens only."
        return None, [Problem(shown, *document.marks["\0key", name], what, todo)]
    return read_entry(Embedder, name, document, shown)


def check_embedders(
    path: Path, shown: str, known: Container[str], testimonies: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Problem]:
    """
    What is wrong in the register.

    `known` are the ids of all texts and facts, of which a letter could tell;
    `testimonies` are ids by the name in their address, which tells of a person
    and would stay here when the text is gone.
    """
    if not path.is_file():
        return
    from plugins.embedders.model import is_shared

    embedders, problems = read_embedders(path, shown)
    yield from problems
    yield from find_private(shown, path.read_text("utf-8", "replace"))
    marks = open_register(path, shown).marks
    for name, embedder in embedders.items():
        told = named_in(embedder.page or "", testimonies)
        if told:
            todo = "Write the address of a page above it: this one would stay here when the text is gone."
            yield Problem(shown, *marks[name, "page"], f"{name}: page: this address names a testimony", todo)
        for number, own in enumerate(embedder.shows):
            mark, told = marks[name, "shows", number], named_in(own, testimonies)
            if not is_shared(own) and own not in known:
                what = f'{name}: shows: there is no text and no fact "{own}"'
                yield Problem(shown, *mark, what, "Look at its id again.", Severity.WARNING)
            elif told and not own.startswith("feeds/"):
                what = f'{name}: shows: "{own}" names a testimony'
                yield Problem(shown, *mark, what, f"Write its id, which tells nothing: {testimonies[told]}.")


def named_in(address: str, testimonies: Container[str]) -> str | None:
    """The testimony that a part of an address names, as it does with us."""
    return next((part for part in re.split(r"[/.]", address) if part in testimonies), None)


def find_private(shown: str, text: str) -> list[Problem]:
    """The personal data in a register, which names organisations only and the addresses they make public."""
    from plugins.identity.checking import check_side_file

    return check_side_file(shown, CONTACT.sub(lambda match: match[1] + " " * len(match[2]), text))
