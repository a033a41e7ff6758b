"""
Reads the folder of recordings: each holds sound and nothing that tells who spoke, where, or into what.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.media.kinds import PICTURES, kind_of
from plugins.media.parts import Broken
from plugins.problems import Problem

SOUNDS = {".mp3": "mp3", ".ogg": "ogg", ".opus": "ogg", ".m4a": "m4a", ".wav": "wav", ".flac": "flac"}
"""Endings of recordings, with the kind each must be."""

BESIDE = frozenset({".vtt", ".md"})
"""Endings of what may stand beside them: transcripts, and the folder's own words."""


def check_recordings(folder: Path, shown: str) -> Iterator[Problem]:
    """What is wrong with the recordings in a folder."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.suffix.lower() in BESIDE or not path.is_file():
            continue
        for what, todo in faults_of(path):
            yield Problem(f"{shown}/{path.name}", 1, 1, what, todo)


def faults_of(path: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with one recording, and what to do."""
    from plugins.media.metadata import find_metadata

    wanted = SOUNDS.get(path.suffix.lower())
    content = path.read_bytes()
    kind = kind_of(content)
    if wanted is None or kind in PICTURES:
        yield "this is no recording", "Save it as mp3, ogg, m4a, wav or flac, or move it away."
        return
    if kind != wanted:
        yield f"this is no {path.suffix[1:]} file", "Save it again, with the ending of what it is."
        return
    try:
        found = find_metadata(content)
    except Broken as broken:
        yield str(broken), "Save the recording again."
        return
    if found:
        what = f"the recording holds more than sound: {', '.join(found)}"
        yield what, "Export it again without tags: they can tell a name, a place or the machine."
