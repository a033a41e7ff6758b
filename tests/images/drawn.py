"""
Pictures drawn for tests: like photographs, with people in them whom nobody may see, and stored with side files.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.images.boxes import Box
from plugins.images.bringing import bring_in
from plugins.images.model import Picture
from plugins.images.reading import read_pictures
from tests.make import make_files
from tests.media.written import save

SIDE = """\
alt: {en: Two women sewing, cy: Dwy fenyw yn gwnïo}
credit: Amal
people: none
place_reveals: none
"""


@cache
def photograph(seed: int = 1, width: int = 360, height: int = 240) -> Image.Image:
    """Soft colours with discs, lines and grain: as hard to pack as a photograph."""
    chance = random.Random(seed)

    def colour() -> tuple[int, ...]:
        return tuple(chance.randrange(256) for _ in range(3))

    coarse = Image.new("RGB", (12, 8))
    coarse.putdata([colour() for _ in range(96)])
    image = coarse.resize((width, height), Image.Resampling.BICUBIC)
    drawing = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, side = chance.randrange(width), chance.randrange(height), chance.randrange(4, height // 4)
        drawing.ellipse((x, y, x + side, y + side), fill=colour())
        drawing.line((x, y, chance.randrange(width), chance.randrange(height)), fill=colour(), width=2)
    grain = Image.frombytes("L", (width, height), chance.randbytes(width * height)).convert("RGB")
    return Image.blend(image, grain, 0.1)


def jpeg(image: Image.Image, **options: object) -> bytes:
    """The bytes of an image as a good JPEG."""
    return save(image, "JPEG", **{"quality": 92, **options})


def side_of(boxes: tuple[Box, ...] = (), **changes: str) -> str:
    """A side file."""
    people = f"people: redacted\nredacted: [{', '.join(f'[{box}]' for box in boxes)}]" if boxes else "people: none"
    text = SIDE.replace("people: none", people)
    return text + "".join(f"{name}: {value}\n" for name, value in changes.items())


def store(folder: Path, name: str, content: bytes, side: str = SIDE, ending: str = "jpg") -> Picture:
    """A picture as the site reads it from its folder."""
    make_files(folder, {f"{name}.{ending}": content, f"{name}.yml": side})
    pictures, problems = read_pictures(folder, "content/pictures")
    assert [] == [str(problem) for problem in problems if f"/{name}." in problem.path]
    return pictures[name]


def store_redacted(folder: Path, name: str, image: Image.Image, *boxes: Box) -> Picture:
    """A picture that was brought in with boxes over people."""
    brought = bring_in(jpeg(image), boxes)
    return store(folder, name, brought.content, side_of(brought.boxes))
