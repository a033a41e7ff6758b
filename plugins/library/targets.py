"""
What the names in links and fields mean: which text is "penally", "story/penally" or "../stories/penally.md".
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from functools import cached_property

from plugins.problems import did_you_mean
from plugins.records.reading import Named
from plugins.records.types import FOLDERS

Name = tuple[str, str]
"""A text in all its languages: its type and its slug."""


class Targets:
    """
    Finds texts by the names that editors give them; made of the files' names alone.
    """

    def __init__(self, names: Collection[Named]) -> None:
        self._names = names

    @cached_property
    def _types(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for named in self._names:
            found.setdefault(named.slug, set()).add(named.type.name)
        return found

    def slugs(self, type_name: str) -> list[str]:
        """The slugs of all texts of a type."""
        return sorted(slug for slug, types in self._types.items() if type_name in types)

    def has(self, type_name: str, slug: str) -> bool:
        """Whether there is such a text, in any language and of any status."""
        return type_name in self._types.get(slug, ())

    def find(self, target: str, folder: str) -> Name | str:
        """
        The text a link names, or a sentence that says why there is none.

        `folder` is the folder of the linking file, for links by file name.
        """
        plain = target.partition("#")[0]
        if plain.endswith(".md"):
            return self._find_file(plain, folder)
        type_name, _, slug = plain.rpartition("/")
        types = self._types.get(slug, set())
        if type_name:
            return (type_name, slug) if type_name in types else self._unknown(plain)
        if len(types) == 1:
            return (next(iter(types)), slug)
        if types:
            return f"Several texts have this name: write {' or '.join(f'record:{t}/{slug}' for t in sorted(types))}."
        return self._unknown(plain)

    def _find_file(self, plain: str, folder: str) -> Name | str:
        path = posixpath.normpath(posixpath.join(folder, plain))
        if path.startswith(".."):
            return "It leaves the folder of texts: link to a text inside it."
        parent, _, name = path.rpartition("/")
        slug = name.partition(".")[0]
        content_type = FOLDERS.get(parent)
        if content_type and self.has(content_type.name, slug):
            return (content_type.name, slug)
        return self._unknown(slug)

    def _unknown(self, name: str) -> str:
        slug = name.rpartition("/")[2]
        return did_you_mean(slug, self._types)
