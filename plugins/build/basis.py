"""
The basis of a plan: all that the published files hang on besides the bodies of texts.

While it stays the same, files that show nothing of the texts whose bodies changed are what they were, and nobody need
gather what they are made of. So an edit of some words costs what these words cost, however large the site is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from plugins.build.software import software_digest
from plugins.files import files_below
from plugins.library.library import Library
from plugins.outputs import Output, fingerprint

SHAPELESS = frozenset({"GUARD", "MACHINE"})
"""Settings that shape no file: a secret, and how many processes work. What the guard finds is told by the library."""


class Basis(NamedTuple):
    """
    What a plan was made on: a digest, which is empty where it is not known, and the body of each text by its id.
    """

    digest: str = ""
    bodies: Mapping[str, str] = MappingProxyType({})

    def changed_since(self, old: Basis) -> frozenset[str] | None:
        """The ids of the texts of which nothing but the body changed; None where anything else may have changed."""
        if not self.digest or self.digest != old.digest or self.bodies.keys() != old.bodies.keys():
            return None
        return frozenset(own for own, body in self.bodies.items() if body != old.bodies[own])


UNKNOWN = Basis()
"""What nothing is known of."""


def basis_of(library: Library, settings: Mapping[str, Any], outputs: Iterable[Output] = ()) -> Basis:
    """The basis of what features make of a library by these settings, given all that they plan."""
    if not library.basis:
        return UNKNOWN
    planned = "\0".join([own.path if own.is_later else f"{own.path}\0{own.key}" for own in outputs])
    parts = (software_digest(), sys.version, library.basis, planned, *shaping(settings), *sources(settings))
    return Basis(fingerprint(*parts), library.bodies)


def shaping(settings: Mapping[str, Any]) -> Iterator[str]:
    """The settings by name, as their reprs tell them: these hold all of a value and nothing of this run."""
    return (f"{name} {settings[name]!r}" for name in sorted(settings) if name not in SHAPELESS)


def sources(settings: Mapping[str, Any]) -> Iterator[str | bytes]:
    """The files of the theme, and those of features that are no part of the software."""
    theme = Path(settings["THEME"])
    for name, path in files_below(theme):
        yield name
        yield Path(path).read_bytes()
    software = Path(__file__).parents[1]
    for feature in settings["PLUGINS"]:
        # Pelican leaves but the names of them.
        module = sys.modules.get(feature) if isinstance(feature, str) else feature
        file = getattr(module, "__file__", None)
        if file and not Path(file).is_relative_to(software):
            yield from (path.read_bytes() for path in modules_beside(Path(file), getattr(module, "__package__", "")))


def modules_beside(file: Path, package: str | None) -> list[Path]:
    """A module, with all others of the package of which it is one."""
    return sorted(file.parent.rglob("*.py")) if package else [file]
