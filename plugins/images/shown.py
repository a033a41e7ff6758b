"""
A picture as one text shows it, in one language: all that a page may tell of it, and nothing of where it lies.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from plugins.images.boxes import Box, Size


class Pixels(Protocol):
    """What the files of a picture are made of, and named by."""

    @property
    def digest(self) -> str:
        """The hash of the stored bytes."""

    @property
    def width(self) -> int:
        """Pixels across."""

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""

    @property
    def size(self) -> Size:
        """Width and height in pixels."""

    @property
    def is_see_through(self) -> bool:
        """Whether any part of it may be transparent."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The solid boxes over people."""


class Shown(NamedTuple):
    """A picture with a text: small enough to be part of every card."""

    name: str
    base: str
    """The path of the site on its host, without a closing slash."""
    digest: str
    width: int
    height: int
    is_see_through: bool
    boxes: tuple[Box, ...]
    alt: str
    """What it shows, in the language of the text."""
    tag: str
    """The language of `alt`, as HTML names it."""
    credit: str
    colour: str
    """Its average colour as #rrggbb, which stands there until it is loaded."""
    is_illustration: bool

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return self.width, self.height
