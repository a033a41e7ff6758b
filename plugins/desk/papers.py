"""
Papers: pages that are printed or handed over and never published. They are whole files, without script.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from plugins.consent.record import ConsentRecord, Scopes
from plugins.languages.words import Words

PAPERS = "papers"
"""The folder, beside content/, in which papers are put. Git ignores it, and a withdrawal clears it."""

LETTERS = "letters"
"""The folder of letters, below that of papers: one folder for each text or fact."""


def write_paper(theme: Path, folder: Path, template: str, file: str, **view: Any) -> Path:
    """Draw a paper with a template of the theme, and say where it lies."""
    environment = Environment(
        loader=FileSystemLoader(theme / PAPERS),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    path.write_text(environment.get_template(template).render(**view), "utf-8")
    return path


def scope_lines(consent: ConsentRecord, words: Words) -> list[tuple[str, bool]]:
    """Each channel in words, and whether it is allowed."""
    lines = []
    for name in Scopes.model_fields:
        value = getattr(consent.scopes, name)
        if name == "translate":
            languages = words.list([words.name_of(lang) for lang in value]) if value else words("scope.no")
            lines.append((words("scope.translate", languages=languages), bool(value)))
        else:
            lines.append((words(f"scope.{name}"), value))
    return lines
