"""
Everything in a file that is neither pixels nor sound: what a photograph tells of the person who took it.

Nothing is decoded, so that a hostile file costs no more than reading it once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from plugins.media.boxes import find_in_boxes
from plugins.media.exif import find_in_tiff
from plugins.media.jpeg import find_in_jpeg
from plugins.media.kinds import kind_of
from plugins.media.mp3 import find_in_mp3
from plugins.media.ogg import find_in_flac, find_in_ogg
from plugins.media.parts import Broken
from plugins.media.png import find_in_gif, find_in_png
from plugins.media.riff import find_in_wav, find_in_webp


def _find_in_picture_boxes(content: bytes) -> Iterator[str]:
    return find_in_boxes(content, is_sound=False)


def _find_in_sound_boxes(content: bytes) -> Iterator[str]:
    return find_in_boxes(content, is_sound=True)


FINDERS: Mapping[str, Callable[[bytes], Iterator[str]]] = MappingProxyType(
    {
        "jpeg": find_in_jpeg,
        "png": find_in_png,
        "gif": find_in_gif,
        "tiff": find_in_tiff,
        "webp": find_in_webp,
        "avif": _find_in_picture_boxes,
        "heic": _find_in_picture_boxes,
        "m4a": _find_in_sound_boxes,
        "mp3": find_in_mp3,
        "ogg": find_in_ogg,
        "flac": find_in_flac,
        "wav": find_in_wav,
    }
)


def find_metadata(content: bytes) -> list[str]:
    """
    What a file holds besides pixels or sound, in plain words, each once and in the order of the file.

    Broken where the file is empty, of an unknown kind, cut off or cannot be followed to its end.
    """
    if not content:
        raise Broken("the file is empty")
    kind = kind_of(content)
    if kind is None:
        raise Broken("this is no kind of file that is known here")
    return list(dict.fromkeys(FINDERS[kind](content)))


def has_metadata(content: bytes) -> bool:
    """Whether a whole file holds anything besides pixels or sound."""
    return bool(find_metadata(content))
