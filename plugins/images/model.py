"""
A picture of the site: its file, and the side file that says what it shows and whom.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from plugins.images.boxes import Box
from plugins.records.fields import ConsentId, Line, Listed, Slug, Yes, choice, refusal
from plugins.records.part import BeforeValidator, Field, Part

PEOPLE = {
    "none": "nobody can be seen",
    "consented": "everybody who can be recognised has agreed; give the ids of the consents",
    "redacted": "whoever has not agreed is covered by solid boxes",
    "crowd": "many people are seen from afar, and nobody can be recognised",
}
"""Who can be seen in a picture."""

PLACES = {
    "none": "it does not tell where it was taken",
    "region": "it tells a town or a region",
    "exact": "it tells the very place",
}
"""What a picture tells of where it was taken."""

FORM_OF_A_BOX = "Write x, y, width and height in pixels, as in [120, 80, 60, 60]."


def _box(value: Any) -> Box:
    if isinstance(value, Box):
        return value
    parts = value if isinstance(value, list | tuple) else ()
    numbers = [int(part) for part in map(str, parts) if part.isascii() and part.isdigit() and len(part) < 8]
    if len(numbers) != 4 or len(parts) != 4:
        raise refusal("this is no box of four whole numbers", FORM_OF_A_BOX)
    return Box(*numbers)


def _boxes(value: Any) -> Any:
    if isinstance(value, list | tuple) and any(not isinstance(box, list | tuple) for box in value):
        raise refusal("this is a list of numbers where a list of boxes is wanted", "Write as in [[120, 80, 60, 60]].")
    return value


class PictureFront(Part):
    """The side file of a picture."""

    alt: dict[Slug, Line] = Field(
        description="What it shows, for people who do not see it, in each language, as in {en: Two women sewing}",
        min_length=1,
    )
    credit: Line = Field(description="Who made the picture, as it is to be printed beneath it")
    people: Annotated[str, choice(*PEOPLE)] = Field(description="none, consented, redacted or crowd")
    place_reveals: Annotated[str, choice(*PLACES)] = Field(
        description="What it tells of where it was taken: none, region or exact"
    )
    consents: Annotated[tuple[ConsentId, ...], Listed] = Field(
        (), description="The ids of the consents of those who can be seen, as in [C-7F3K9Q]"
    )
    redacted: Annotated[tuple[Annotated[Box, BeforeValidator(_box)], ...], Listed, BeforeValidator(_boxes)] = Field(
        (), description="The solid boxes over people: x, y, width and height in pixels, as in [[120, 80, 60, 60]]"
    )
    illustration: Yes = Field(False, description="Whether it is drawn and shows nothing that happened")

    def check_together(self) -> None:
        """Refuse a picture of people without their consent or boxes over them."""
        if self.people == "consented" and not self.consents:
            raise refusal(
                "people who agreed can be seen, and no consent is named",
                "Add the line: consents: [C-…], or choose redacted.",
            )
        if self.people == "redacted" and not self.redacted:
            raise refusal(
                "people are said to be redacted, and no box is given",
                "Bring the photograph in again with: make photo FILE=… PEOPLE=redacted REDACT=x,y,w,h",
            )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the folder of pictures; `digest` is the hash of its bytes."""

    name: str
    path: Path = field(repr=False, compare=False)
    front: PictureFront
    kind: str
    width: int
    height: int
    is_see_through: bool
    digest: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width, self.height

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The solid boxes over people."""
        return self.front.redacted

    def alt_in(self, lang: str) -> str | None:
        """What it shows, in a language; None where nobody has said it."""
        return self.front.alt.get(lang)
