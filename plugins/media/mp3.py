"""
MP3: frames of sound, with tags of several kinds before and after them.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.media.kinds import end_of_id3, is_frame
from plugins.media.parts import AFTER_SOUND, CUT_SOUND, ID3, PICTURE, TEXT, Broken, big

RATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
LOW_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Thousands of bits in a second, by their number in the header of a frame."""

TIMES = (44100, 48000, 32000)
"""Samples in a second, by their number; the halves and quarters of these in the other versions."""

ENDINGS = ((b"APETAGEX", TEXT), (b"LYRICS", TEXT), (b"ID3", ID3), (b"3DI", ID3))
"""How tags after the sound begin; one more, of 128 bytes, begins with TAG."""

OLD_TAG, OLD_TAG_SIZE = b"TAG", 128


def find_in_mp3(content: bytes) -> Iterator[str]:
    """What an MP3 file holds besides sound."""
    at = 0
    while content.startswith(b"ID3", at):
        yield ID3
        end = end_of_id3(content, at)
        if end > len(content):
            raise Broken(CUT_SOUND)
        if content.find(b"APIC", at, end) >= 0:
            yield PICTURE
        at = end
    first = at
    while is_frame(content, at):
        at += size_of_frame(content, at)
    if at == first:
        raise Broken("there is no sound in the file")
    if at > len(content):
        raise Broken(CUT_SOUND)
    if at < len(content):
        yield from _find_after(content, at)


def size_of_frame(content: bytes, at: int) -> int:
    """The length in bytes of the frame whose header stands at a place."""
    head = big(content, at, 4, CUT_SOUND)
    version, rate, time, padding = head >> 19 & 3, head >> 12 & 15, head >> 10 & 3, head >> 9 & 1
    if version == 3:
        return 144_000 * RATES[rate] // TIMES[time] + padding
    samples = TIMES[time] // (2 if version == 2 else 4)
    return 72_000 * LOW_RATES[rate] // samples + padding


def _find_after(content: bytes, at: int) -> Iterator[str]:
    yield from (what for name, what in ENDINGS if content.find(name, at) >= 0)
    old = len(content) - OLD_TAG_SIZE
    if old >= at and content.startswith(OLD_TAG, old):
        yield ID3
    if old != at and not content.startswith(tuple(name for name, _ in ENDINGS), at):
        yield AFTER_SOUND


def seconds_of_mp3(content: bytes) -> float:
    """How long the sound of an MP3 file lasts; 0 where there is none."""
    at, seconds = 0, 0.0
    while content.startswith(b"ID3", at):
        at = end_of_id3(content, at)
    while is_frame(content, at):
        head = big(content, at, 4, CUT_SOUND)
        version, time = head >> 19 & 3, head >> 10 & 3
        rate = TIMES[time] // {3: 1, 2: 2}.get(version, 4)
        seconds += (1152 if version == 3 else 576) / rate
        at += size_of_frame(content, at)
    return seconds
