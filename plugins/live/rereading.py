"""
Reads again, of all that was read, the few texts in which nothing but words of their bodies was changed.

That is most of what an editor saves. All other texts, their order, and who may be shown stay as they were found out;
where anything else has changed, or anything is wrong, all is read again, as by a build.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from plugins.build.gate import LazyRenderer, Opened
from plugins.library.library import Library
from plugins.records.record import Body

PASSING = ("~", ".tmp", ".swp")
"""How files end that programs write beside the one they save."""


@dataclass
class Rereader:
    """
    What was read of a site on one day, for as long as nothing but bodies changes.
    """

    opened: Opened
    folder: Path
    today: date
    _render: LazyRenderer = field(default_factory=LazyRenderer)
    _folders: frozenset[Path] = frozenset()
    """Those of the content: where one is moved away, nothing is told of the files in it."""

    def __post_init__(self) -> None:
        self._folders = frozenset(Path(path) for path, _, _ in os.walk(self.folder))

    def reread(self, changed: Iterable[Path], today: date) -> Library | None:
        """The library with what stands in the changed files now; None where all must be read again."""
        if today != self.today:
            return None
        bodies: dict[str, Body] = {}
        for path in changed:
            if path not in self._folders and is_passing(path):
                continue
            body = self._body(path)
            if body is None:
                return None
            bodies[body[0]] = body[1]
        return self.opened.library.with_bodies(bodies)

    def _body(self, path: Path) -> tuple[str, Body] | None:
        """The path as it is shown, and the body; None where more has changed than that, or anything is wrong."""
        readings = self.opened.readings
        try:
            relative = path.relative_to(self.folder).as_posix()
            named = readings.named[relative]
            if any(problem.path == named.path for problem in self.opened.report):
                return None
            record, basis, problems = readings.read_again(relative, self._render)
        except (OSError, ValueError, KeyError):
            return None
        if record is None or problems or basis != readings.bases[relative]:
            return None
        return named.path, record.body


def is_passing(path: Path) -> bool:
    """Whether a file is one that a program writes beside the one it saves, and removes again."""
    is_beside = path.name.startswith((".", "#")) or path.name.endswith(PASSING)
    return is_beside or (not path.suffix and not path.exists())
