"""
The basis of a plan: all that the published files hang on besides the bodies of texts.

While it stays the same, files that show nothing of the texts whose bodies changed are what they were, and nobody need
gather what they are made of. So an edit of some words costs what these words cost, however large the site is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.build.software import software_digest
from plugins.library.library import Library
from plugins.outputs import fingerprint

SHAPELESS = frozenset({"GUARD", "MACHINE"})
"""Settings that shape no file: a secret, and how many processes work. What the guard finds is told by the library."""


@dataclass(frozen=True, slots=True)
class Basis:
    """
    What a plan was made on: a digest, which is empty where it is not known, and the body of each text by its id.
    """

    digest: str = ""
    bodies: Mapping[str, str] = field(default_factory=dict)

    def changed_since(self, old: Basis) -> frozenset[str] | None:
        """The ids of the texts of which nothing but the body changed; None where anything else may have changed."""
        if not self.digest or self.digest != old.digest or self.bodies.keys() != old.bodies.keys():
            return None
        return frozenset(own for own, body in self.bodies.items() if body != old.bodies[own])


UNKNOWN = Basis()
"""What nothing is known of."""


def basis_of(library: Library, settings: Mapping[str, Any]) -> Basis:
    """The basis of what features make of a library by these settings."""
    if not library.basis:
        return UNKNOWN
    parts = (software_digest(), sys.version, library.basis, *shaping(settings), *sources(settings))
    return Basis(fingerprint(*parts), library.bodies)


def shaping(settings: Mapping[str, Any]) -> Iterator[str]:
    """The settings by name, as their reprs tell them: these hold all of a value and nothing of this run."""
    return (f"{name} {settings[name]!r}" for name in sorted(settings) if name not in SHAPELESS)


def sources(settings: Mapping[str, Any]) -> Iterator[str | bytes]:
    """The files of the theme, and those of features that are no part of the software."""
    theme = Path(settings["THEME"])
    for path in sorted(path for path in theme.rglob("*") if path.is_file()):
        yield path.relative_to(theme).as_posix()
        yield path.read_bytes()
    software = Path(__file__).parents[1]
    for module in settings["PLUGINS"]:
        file = getattr(module, "__file__", None)
        if file and not Path(file).is_relative_to(software):
            yield Path(file).read_bytes()
