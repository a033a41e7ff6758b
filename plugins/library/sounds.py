"""
A recording as a page or a feed tells of it: where its files are, how long it is, whose voice it is, what is said.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.media.sounds import Sound
from plugins.records.record import Record

FOLDER = "audio/"
"""Where recordings are published, below the root of the site, by the opaque id of the text."""


class Heard(NamedTuple):
    """A recording with its text; addresses are from the root of the host."""

    url: str
    transcript: str
    type: str
    size: int
    """In bytes."""
    seconds: int
    voice_of: str
    """own, spoken by another, or synthesised."""
    words: str

    @property
    def voice(self) -> str:
        """Whose voice it is, in one word: own, spoken or synthesised."""
        return self.voice_of.split()[0]

    @property
    def minutes(self) -> int:
        """How long it is, in whole minutes and at least one."""
        return max(1, round(self.seconds / 60))


def path_of(record: Record, sound: Sound) -> str:
    """Where a recording is published, below the root of the site."""
    return f"{FOLDER}{record.id}{sound.ending}"


def transcript_path(record: Record) -> str:
    """Where the words of a recording are published."""
    return f"{FOLDER}{record.id}.vtt"


def heard_of(sound: Sound, record: Record, base: str) -> Heard:
    """A recording as the page of its text tells of it."""
    return Heard(
        url=f"{base}/{path_of(record, sound)}",
        transcript=f"{base}/{transcript_path(record)}",
        type=sound.type,
        size=sound.size,
        seconds=sound.seconds,
        voice_of=record.front.voice_of or "own",
        words=sound.words,
    )
