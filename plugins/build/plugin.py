"""
Gives the LibraryGenerator to Pelican, and a Pelican that speaks to editors. Pelican itself is loaded once it is needed.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.build.generator import LibraryGenerator


class WelcomePelican:
    """
    What Pelican makes to build a site. It is a name for what is loaded by then: nobody else need load Pelican for it.
    """

    def __new__(cls, settings: dict[str, Any]) -> Any:
        """The Pelican that builds by these settings."""
        from plugins.build.whole_pelican import WholePelican

        return WholePelican(settings)


def preview_settings(settings_file: Path, site_url: str) -> dict[str, Any]:
    """
    The settings of a preview for editors alone: with drafts, at the address where it is shown, all plugins at work.
    """
    from pelican.settings import read_settings

    settings: dict[str, Any] = read_settings(str(settings_file))
    settings.update(SITEURL=site_url, BUILD=replace(settings["BUILD"], drafts=True))
    settings["PELICAN_CLASS"](settings)
    return settings


def get_generators(_pelican: Any) -> type[LibraryGenerator]:
    """Answer Pelican's call for generators."""
    return LibraryGenerator


def register() -> None:
    """Called by Pelican."""
    from pelican import signals

    signals.get_generators.connect(get_generators)
