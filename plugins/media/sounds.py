"""
Recordings and what is said in them, as texts name them: `content/audio/<name>.mp3` with `<name>.vtt` beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.media.mp3 import seconds_of_mp3
from plugins.media.recordings import SOUNDS
from plugins.once import regex
from plugins.outputs import fingerprint
from plugins.problems import Problem

TYPES = {
    ".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".opus": "audio/ogg", ".m4a": "audio/mp4", ".wav": "audio/wav",
    ".flac": "audio/flac",
}  # fmt: skip
"""The MIME type of each kind of recording."""

CUE = regex(
    r"^((?:\d\d+:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d\d+:)?[0-5]\d:[0-5]\d\.\d{3})[^\n]*\n((?:[^\n]+\n?)+)",
    re.MULTILINE,
)
"""A cue of WebVTT: from, to, and lines of words."""

TAG = regex(r"<[^>]*>")


class Cue(NamedTuple):
    """What is said from one moment to another, both as WebVTT writes them."""

    start: str
    end: str
    words: str


class Sound(NamedTuple):
    """A recording that is there, with what is said in it; `seconds` is 0 where its kind does not tell."""

    name: str
    path: Path
    ending: str
    digest: str
    size: int
    """In bytes."""
    seconds: int
    cues: tuple[Cue, ...]

    @property
    def type(self) -> str:
        """Its MIME type."""
        return TYPES[self.ending]

    @property
    def words(self) -> str:
        """Everything that is said, in one line."""
        return " ".join(cue.words for cue in self.cues)


def read_sounds(folder: Path) -> dict[str, Sound]:
    """The recordings of a folder by name; what is wrong with them is told by plugins.media.recordings."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.stem: read_sound(path) for path in paths if path.suffix in SOUNDS and not path.name.startswith(".")}


def read_sound(path: Path) -> Sound:
    """One recording."""
    content = path.read_bytes()
    transcript = path.with_suffix(".vtt")
    return Sound(
        name=path.stem,
        path=path,
        ending=path.suffix,
        digest=fingerprint(content),
        size=len(content),
        seconds=round(seconds_of_mp3(content)) if path.suffix == ".mp3" else 0,
        cues=read_cues(transcript.read_text("utf-8", "replace")) if transcript.is_file() else (),
    )


def read_cues(text: str) -> tuple[Cue, ...]:
    """The cues of a WebVTT file; its notes, styles and names of voices are left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(Cue(match[1], match[2], " ".join(TAG.sub("", match[3]).split())) for match in CUE.finditer(text))


def write_cues(cues: tuple[Cue, ...]) -> bytes:
    """A WebVTT file that holds nothing besides what is said and when."""
    blocks = [f"{cue.start} --> {cue.end}\n{cue.words}\n" for cue in cues]
    return "\n".join(["WEBVTT\n", *blocks]).encode()


def check_transcripts(folder: Path, shown: str) -> Iterator[Problem]:
    """Every recording has its words beside it, and every transcript can be read."""
    for name, sound in read_sounds(folder).items():
        transcript = folder / f"{name}.vtt"
        if not transcript.is_file():
            what = "nobody can read what is said in this recording"
            yield Problem(f"{shown}/{sound.path.name}", 1, 1, what, f"Write its words into {shown}/{name}.vtt.")
        elif not sound.cues:
            todo = "Begin it with WEBVTT, then write for each part: 00:00.000 --> 00:04.000 and below it the words."
            yield Problem(f"{shown}/{transcript.name}", 1, 1, "there is no cue in this transcript", todo)
