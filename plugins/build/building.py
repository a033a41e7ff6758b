"""
One build from its settings to the files that stand, whoever began it: what it says to editors, and how it ends.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import TemplateSyntaxError

from plugins.build.generator import LibraryGenerator
from plugins.build.project import content_of, shown
from plugins.build.setting_aside import remove_forbidden
from plugins.build.telling import tell_problems
from plugins.consent.reading import read_consents
from plugins.problems import ContentError, SettingsError, counted, sentence

STOPPED = 130
"""The exit status of what Ctrl-C ended, as shells and make expect it."""


class Building:
    """
    A build by given settings. Pelican's may have generators of other plugins beside ours.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings

    def run(self) -> None:
        """Run the generators that plugins give; exit status 1, and nothing written, where a text is wrong."""
        try:
            self._build()
        except KeyboardInterrupt:
            stop()

    def _build(self) -> None:
        output = self.settings["OUTPUT_PATH"]
        try:
            if "PUBLIC" in self.settings:
                self.settings["PUBLIC"].refuse_past(self.settings["BUILD"].today)
            with no_collection():
                self.run_generators()
        except ContentError as error:
            tell_problems(error.report)
            self._remove_forbidden(Path(output))
            sys.exit(1)
        except SettingsError as error:
            print(sentence(error), file=sys.stderr)
            sys.exit(1)
        except TemplateSyntaxError as error:
            place = f"{shown(Path(error.filename or self.settings['THEME']))}:{error.lineno}"
            print(f"{place}:1: this template cannot be read: {error.message}. Mend this line.", file=sys.stderr)
            sys.exit(1)
        except OSError as error:
            what = f"{error.filename or output}: {error.strerror or error}"
            print(f"{what}. Mend this and build again: the next build makes whatever is missing.", file=sys.stderr)
            sys.exit(1)

    def _remove_forbidden(self, output: Path) -> None:
        """Where no site could be built, at least take away what may not stand any more."""
        content = content_of(self.settings)
        consents, _ = read_consents(content.consents, content.shown)
        removed = remove_forbidden(output, consents.values(), content.build.today)
        if removed:
            print(f"{counted(removed, 'file')} that may stand no more were removed.", file=sys.stderr)

    def run_generators(self) -> None:
        """Read everything, then make and place every file."""
        generator = LibraryGenerator(self.settings, self.settings["OUTPUT_PATH"])
        generator.generate_context()
        generator.generate_output()


def stop() -> NoReturn:
    """End after Ctrl-C, and say that nothing was begun that is not done."""
    print("Stopped before anything was put in place.", file=sys.stderr)
    sys.exit(STOPPED)


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
