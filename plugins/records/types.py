"""
The content types: name, folder, model, and which of their fields a translation carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from inspect import get_annotations
from typing import Any

from plugins.records import front
from plugins.records.front import LANGUAGE, Front
from plugins.records.part import Part, declared_in


@dataclass(frozen=True)
class ContentType:
    """
    One kind of text: `name` in code and templates, `folder` below content/.
    """

    name: str
    folder: str
    model: type[Front]

    @cached_property
    def language_fields(self) -> tuple[str, ...]:
        """The fields that a translation writes anew."""
        return tuple(name for name, own in declared_in(self.model).items() if LANGUAGE.items() <= own.told.items())

    @cached_property
    def translation_model(self) -> type[Part]:
        """The model of a translation's front matter."""
        fields = declared_in(self.model)
        types = {name: own for base in reversed(self.model.__mro__) for name, own in get_annotations(base).items()}
        own: dict[str, Any] = {name: fields[name] for name in self.language_fields}
        # What the types are called, is known where the model stands.
        own |= {"__module__": self.model.__module__, "__annotations__": {name: types[name] for name in own}}
        return type(f"{self.model.__name__}Translation", (Part,), own)


TYPES: dict[str, ContentType] = {
    content_type.name: content_type
    for content_type in (
        ContentType("story", "stories", front.Story),
        ContentType("testimony", "testimonies", front.Testimony),
        ContentType("explainer", "explainers", front.Explainer),
        ContentType("action", "actions", front.Action),
        ContentType("group", "groups", front.Group),
        ContentType("principle", "principles", front.PrincipleFront),
        ContentType("change", "changes", front.ChangeFront),
        ContentType("technique", "techniques", front.Technique),
        ContentType("term", "glossary", front.Term),
        ContentType("page", "pages", front.Page),
    )
}

FOLDERS: dict[str, ContentType] = {content_type.folder: content_type for content_type in TYPES.values()}
