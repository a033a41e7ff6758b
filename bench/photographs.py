"""
Photographs for a corpus: noise over gradients, as hard to press as what cameras see.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from PIL import Image

from plugins.images.bringing import QUALITY

SIZE = (2000, 1333)
LARGER = (2600, 1733)
SIDE = """\
alt: {alt}
credit: {credit}
people: none
place_reveals: none
"""


class Photographs:
    """
    Makes pictures of which no two are the same: each is another cut of one scene in another light.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._scene = self._make_scene()

    def _make_scene(self) -> Image.Image:
        """Coarse and fine grain over slow changes of light."""
        coarse = Image.frombytes("RGB", (130, 87), self.random.randbytes(130 * 87 * 3))
        fine = Image.frombytes("RGB", (1300, 867), self.random.randbytes(1300 * 867 * 3))
        slow, quick = (own.resize(LARGER, Image.Resampling.BICUBIC) for own in (coarse, fine))
        return Image.blend(slow, quick, 0.12)

    def write(self, folder: Path, name: str, alt: dict[str, str]) -> None:
        """One photograph with its side file."""
        left, top = (self.random.randrange(most - size) for most, size in zip(LARGER, SIZE, strict=True))
        light = Image.linear_gradient("L").rotate(self.random.choice((0, 90, 180, 270))).resize(SIZE)
        cut = self._scene.crop((left, top, left + SIZE[0], top + SIZE[1]))
        tint = Image.new("RGB", SIZE, tuple(self.random.randrange(256) for _ in range(3)))
        folder.mkdir(parents=True, exist_ok=True)
        Image.composite(cut, Image.blend(cut, tint, 0.6), light).save(
            folder / f"{name}.jpg", "JPEG", quality=QUALITY, optimize=True, progressive=True
        )
        side = SIDE.format(alt=json.dumps(alt, ensure_ascii=False), credit="A corpus of a benchmark")
        (folder / f"{name}.yml").write_text(side, "utf-8")
