"""
The software as an ingredient: our own source and the libraries that shape bytes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plugins.installed import version
from plugins.outputs import fingerprint

LIBRARIES = (
    "babel",
    "feedgen",
    "jinja2",
    "lightningcss",
    "lxml",
    "markdown",
    "markupsafe",
    "nh3",
    "phonenumbers",
    "pillow",
    "pydantic",
    "pydantic-core",
    "pymdown-extensions",
    "pyyaml",
)


@cache
def software_digest() -> str:
    """Changes with any line of ours and any version of a library that reads texts, looks at them or shapes bytes."""
    parts: list[str | bytes] = [f"{name} {version(name)}" for name in LIBRARIES]
    for name, path in sorted(sources(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))):
        with open(path, "rb", buffering=0) as file:
            parts += [name, file.read()]
    return fingerprint(*parts)


def sources(folder: str, above: str = "") -> Iterator[tuple[str, str]]:
    """Every Python file below a folder: its path from there, and where it stands."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from sources(entry.path, f"{above}{entry.name}/")
            elif entry.name.endswith(".py"):
                yield above + entry.name, entry.path


def own_folder(cache: Path | None) -> Path | None:
    """The folder in a cache that belongs to this version of the software, or None; those of others go."""
    if cache is None:
        return None
    own = cache / "software" / software_digest()
    try:
        own.mkdir(parents=True, exist_ok=True)
        for other in own.parent.iterdir():
            if other != own:
                shutil.rmtree(other, ignore_errors=True)
    except OSError:
        return None
    return own
