"""
From the settings file to what a build is made of; the same for Pelican and for the editor's commands.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.build.gate import Content
from plugins.build.memo import Memo
from plugins.build.settings import Machine
from plugins.build.software import software_digest
from plugins.identity.settings import Guarding
from plugins.languages.words import read_words
from plugins.problems import SettingsError


def content_of(settings: Mapping[str, Any]) -> Content:
    """
    What the settings say of the content. SettingsError where something is missing.
    """
    try:
        folder = Path(settings["PATH"])
        languages = settings["LANGUAGES"]
        site_url = settings["SITEURL"].rstrip("/")
        consents = settings["CONSENTS"]
        build, urls = settings["BUILD"], settings["URLS"]
    except KeyError as error:
        raise SettingsError(f"{error.args[0]} is missing in pelicanconf.py") from None
    if not folder.is_dir():
        raise SettingsError(f"PATH: there is no folder {folder}")
    if not site_url:
        raise SettingsError(
            "SITEURL is missing: give the address of the public site, as in make publish SITEURL=https://example.org"
        )
    if not site_url.startswith(("http://", "https://")):
        raise SettingsError(f'SITEURL: "{site_url}" must begin with https:// (or http:// for trying things out)')
    cache = folder.resolve().parent / ".cache"
    remember = Memo(cache / "memo", software_digest())
    return Content(
        folder=folder,
        shown=shown(folder),
        consents=Path(consents) if consents else folder / "consents",
        languages=languages,
        words=read_words(languages, remember),
        build=build,
        urls=urls,
        site_url=site_url,
        guarding=settings.get("GUARD", Guarding()),
        cache=cache,
        remember=remember,
        workers=settings.get("MACHINE", Machine()).processes,
    )


def shown(folder: Path) -> str:
    """A folder as one would type it from where one is."""
    try:
        return folder.resolve().relative_to(Path(os.getcwd()).resolve()).as_posix()
    except ValueError:
        return folder.as_posix()
