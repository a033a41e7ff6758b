"""
The software as an ingredient: our own source and the libraries that shape bytes.
"""

from __future__ import annotations

import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path

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
    root = Path(__file__).resolve().parent.parent
    sources = sorted(root.rglob("*.py"), key=lambda path: path.relative_to(root).as_posix())
    parts: list[str | bytes] = [f"{name} {version(name)}" for name in LIBRARIES]
    for path in sources:
        parts += [path.relative_to(root).as_posix(), path.read_bytes()]
    return fingerprint(*parts)


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
