"""
Gives the LibraryGenerator to Pelican, and a Pelican that speaks to editors.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pelican
from pelican import signals
from pelican.settings import read_settings

from plugins.build.generator import LibraryGenerator
from plugins.build.project import content_of
from plugins.build.setting_aside import remove_forbidden
from plugins.build.telling import tell_problems
from plugins.consent.reading import read_consents
from plugins.problems import ContentError, SettingsError, counted, sentence

STOPPED = 130
"""The exit status of what Ctrl-C ended, as shells and make expect it."""


class WelcomePelican(pelican.Pelican):
    """
    Pelican with our generator alone: it tells every problem of every text, and has no list of 'articles' to count.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        # Pelican's turning wheel would catch our lines and wrap them at the edge of the terminal.
        os.environ["TTY_COMPATIBLE"] = "0"
        super().__init__(settings)

    def run(self) -> None:
        """Run the generators that plugins give; exit status 1, and nothing written, where a text is wrong."""
        try:
            self._build()
        except KeyboardInterrupt:
            print("Stopped before anything was put in place.", file=sys.stderr)
            sys.exit(STOPPED)

    def _build(self) -> None:
        try:
            if "PUBLIC" in self.settings:
                self.settings["PUBLIC"].refuse_past(self.settings["BUILD"].today)
            with no_collection():
                self._run_generators()
        except ContentError as error:
            tell_problems(error.report)
            self._remove_forbidden()
            sys.exit(1)
        except SettingsError as error:
            print(sentence(error), file=sys.stderr)
            sys.exit(1)
        except OSError as error:
            what = f"{error.filename or self.output_path}: {error.strerror or error}"
            print(f"{what}. Mend this and build again: the next build makes whatever is missing.", file=sys.stderr)
            sys.exit(1)

    def _remove_forbidden(self) -> None:
        """Where no site could be built, at least take away what may not stand any more."""
        content = content_of(self.settings)
        consents, _ = read_consents(content.consents, content.shown)
        removed = remove_forbidden(Path(self.output_path), consents.values(), content.build.today)
        if removed:
            print(f"{counted(removed, 'file')} that may stand no more were removed.", file=sys.stderr)

    def _run_generators(self) -> None:
        context = self.settings.copy()
        context.update(
            generated_content={}, static_links=set(), static_content={}, localsiteurl=self.settings["SITEURL"]
        )
        found = sorted(
            (own for _, own in signals.get_generators.send(self) if own), key=lambda own: str(own.__qualname__)
        )
        if not found:
            raise SettingsError("PLUGINS holds no plugin that makes anything: keep plugins.build.plugin in it")
        generators = [
            generator(
                context=context,
                settings=self.settings,
                path=self.path,
                theme=self.theme,
                output_path=self.output_path,
            )
            for generator in found
        ]
        for generator in generators:
            generator.generate_context()
        signals.all_generators_finalized.send(generators)
        writer = self._get_writer()
        for generator in generators:
            generator.generate_output(writer)
        signals.finalized.send(self)


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the search for circles of objects: a build makes few, and ends soon."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What the build has made is not searched at the end either.
        gc.freeze()
        if was_on:
            gc.enable()


def preview_settings(settings_file: Path, site_url: str) -> dict[str, Any]:
    """
    The settings of a preview for editors alone: with drafts, at the address where it is shown, all plugins at work.
    """
    settings: dict[str, Any] = read_settings(str(settings_file))
    settings.update(SITEURL=site_url, BUILD=replace(settings["BUILD"], drafts=True))
    settings["PELICAN_CLASS"](settings)
    return settings


def get_generators(_pelican: Any) -> type[LibraryGenerator]:
    """Answer Pelican's call for generators."""
    return LibraryGenerator


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(get_generators)
