"""
The build within Pelican: our generator, those of other plugins, and Pelican's signals.
"""

from __future__ import annotations

import os
from typing import Any

import pelican
from pelican import signals

from plugins.build.building import Building
from plugins.problems import SettingsError


class WholePelican(Building, pelican.Pelican):
    """
    Pelican with our generator alone: it tells every problem of every text, and has no list of 'articles' to count.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        # Pelican's turning wheel would catch our lines and wrap them at the edge of the terminal.
        os.environ["TTY_COMPATIBLE"] = "0"
        pelican.Pelican.__init__(self, settings)

    def run_generators(self) -> None:
        """What Pelican does with generators, for those that plugins give."""
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
