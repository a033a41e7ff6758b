"""
Where texts stand and at which addresses they are published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from plugins.problems import SettingsError

PATTERN = re.compile(r"([a-z0-9-]+/)*(\{slug\}/)\Z")


@dataclass(frozen=True)
class Urls:
    """
    The address of each type's texts, below the language; its list is the part before `{slug}/`.
    """

    story: str = "stories/{slug}/"
    """Stories of welcome."""
    testimony: str = "voices/{slug}/"
    """Testimonies: readers meet them as voices."""
    explainer: str = "explainers/{slug}/"
    """Explainers."""
    action: str = "act/{slug}/"
    """Actions."""
    group: str = "groups/{slug}/"
    """Local groups."""
    principle: str = "principles/{slug}/"
    """The six principles."""
    change: str = "changes/{slug}/"
    """The four changes."""
    technique: str = "techniques/{slug}/"
    """The ways in which claims mislead."""
    term: str = "glossary/{slug}/"
    """The glossary."""
    page: str = "{slug}/"
    """Pages of the site itself."""
    fact: str = "facts/{slug}/"
    """One page for each fact of the book."""
    topic: str = "topics/{slug}/"
    """One page for each topic."""
    place: str = "places/{slug}/"
    """One page for each place."""

    def __post_init__(self) -> None:
        for option in fields(self):
            value = getattr(self, option.name)
            if not PATTERN.match(value):
                raise SettingsError(f'URLS.{option.name}: "{value}" must be lower-case folders that end in {{slug}}/')
        lists = [self.of_list(option.name) for option in fields(self)]
        if len(set(lists)) != len(lists):
            raise SettingsError("URLS: two types share one list address")

    def of(self, kind: str, slug: str) -> str:
        """The address of one text or term, without the language and without a leading slash."""
        return f"{self.of_list(kind)}{slug}/"

    def of_list(self, kind: str) -> str:
        """The address of the list of all of a kind."""
        return str(getattr(self, kind)).removesuffix("{slug}/")
