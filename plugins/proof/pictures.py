"""
Whether finished pictures and recordings hold pixels and sound alone, and hide what they were told to hide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.images.model import Picture
from plugins.images.opening import PictureError
from plugins.images.proving import find_picture_faults
from plugins.images.renditions import FOLDER, VERSION, by_path, formats_of, widths_of
from plugins.images.twins import Candidate, TwinFinder
from plugins.media.kinds import kind_of
from plugins.media.metadata import find_metadata
from plugins.media.parts import Broken
from plugins.outputs import Finished, fingerprint

ENDINGS = (
    ".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".heic", ".heif",
    ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".flac", ".wav",
)  # fmt: skip
"""How the names of pictures and recordings end; whatever else begins like one is looked at too."""


class PictureProof:
    """
    Looks into every picture and recording. `pictures` are those that may stand on the site.
    """

    def __init__(self, pictures: Iterable[Picture]) -> None:
        own = tuple(pictures)
        self._known = by_path(own)
        self._twins = TwinFinder(own)
        states = sorted(f"{picture.digest} {picture.width} {picture.height} {picture.boxes}" for picture in own)
        self.digest = fingerprint("pictures", VERSION, *states)

    def __call__(self, finished: Finished) -> Iterator[str]:
        """What is wrong with a picture or a recording."""
        if finished.path.startswith(f"{FOLDER}/"):
            yield from find_picture_faults(finished.path, finished.content, self._known)
            yield from self._find_twins(finished)
        elif finished.path.endswith(ENDINGS) or kind_of(finished.content):
            yield from find_faults(finished.content)

    def _find_twins(self, finished: Finished) -> Iterator[str]:
        """What another picture hides is not shown in this one; its smallest plain file stands for all of them."""
        rendition = self._known.get(finished.path)
        if rendition is None:
            return
        plain, smallest = formats_of(rendition.picture)[-1], widths_of(rendition.picture)[0]
        if (rendition.format, rendition.width) == (plain, smallest):
            try:
                for _, what in self._twins.find([Candidate(finished.path, lambda: finished.content)]):
                    yield what
            except PictureError as error:
                yield str(error)


def find_faults(content: bytes) -> Iterator[str]:
    """What a picture or a recording holds besides pixels or sound."""
    try:
        yield from (f"the file holds {what}" for what in find_metadata(content))
    except Broken as error:
        yield str(error)
