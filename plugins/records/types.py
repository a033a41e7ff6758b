"""
The content types: name, folder, model, and which of their fields a translation carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import create_model

from plugins.records import front
from plugins.records.front import Front, Part


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
        return tuple(
            name
            for name, info in self.model.model_fields.items()
            if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("language")
        )

    @cached_property
    def translation_model(self) -> type[Part]:
        """The model of a translation's front matter."""
        fields: dict[str, Any] = {
            name: (info.rebuild_annotation(), info)
            for name, info in self.model.model_fields.items()
            if name in self.language_fields
        }
        return create_model(f"{self.model.__name__}Translation", __base__=Part, **fields)


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
