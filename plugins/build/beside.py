"""
What stands beside texts in the content folder: pictures and recordings, and the words that go with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.media.recordings import check_recordings
from plugins.media.sounds import check_transcripts
from plugins.problems import Problem

PICTURES = "pictures"
"""The folder of pictures, below the content folder."""

RECORDINGS = "audio"
"""The folder of recordings, below the content folder."""


def check_beside(folder: Path, shown: str) -> Iterator[Problem]:
    """The personal data in side files and transcripts, and all that recordings hold besides sound."""
    yield from check_recordings(folder / RECORDINGS, f"{shown}/{RECORDINGS}")
    yield from check_transcripts(folder / RECORDINGS, f"{shown}/{RECORDINGS}")
    for name, ending, is_testimony in ((PICTURES, ".yml", False), (RECORDINGS, ".vtt", True)):
        for path in sorted((folder / name).glob(f"*{ending}")):
            yield from find_personal(path, f"{shown}/{name}/{path.name}", is_testimony)


def find_personal(path: Path, shown: str, is_testimony: bool) -> list[Problem]:
    """The personal data in one file beside texts."""
    from plugins.identity.checking import check_side_file

    return check_side_file(shown, path.read_text("utf-8", "replace"), is_testimony=is_testimony)
