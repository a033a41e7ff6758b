"""
Which text shows which picture, on which channel: the one place that decides it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from plugins.images.model import Picture
from plugins.images.opening import PictureError
from plugins.images.renditions import Original, content_error
from plugins.images.shown import Shown
from plugins.images.views import average_colour
from plugins.library.gathered import Gathered
from plugins.outputs import Channel, digest_of
from plugins.records.record import Record


class ShownPictures(Protocol):
    """The pictures that one channel may carry."""

    def digest(self, record: Record) -> str:
        """Changes with anything that is shown of the picture of a text; empty where there is none."""

    def shown(self, record: Record) -> Shown | None:
        """The picture of a text as it is shown with it."""


class NoPictures:
    """What shows no pictures at all."""

    def digest(self, _record: Record) -> str:
        """Nothing."""
        return ""

    def shown(self, _record: Record) -> Shown | None:
        """Nothing."""
        return None


class Pictures:
    """
    The pictures of a library. Whoever asks for one names the channel, and is given nothing that may not go there.
    """

    def __init__(self, gathered: Gathered, today: date, site_url: str) -> None:
        self._gathered = gathered
        self._today = today
        self._base = urlsplit(site_url).path.rstrip("/")
        self._colours: dict[str, str] = {}

    def may_show(self, picture: Picture, channel: Channel) -> bool:
        """Whether everybody whose consent a picture names allows the channel on this day."""
        consents = [self._gathered.consents.get(consent) for consent in picture.front.consents]
        return all(consent is not None and consent.allows(channel, self._today) for consent in consents)

    def of(self, record: Record, channel: Channel) -> Picture | None:
        """The picture of a text that may stand with it on a channel, and of which somebody has said what it shows."""
        picture = self._gathered.pictures.get(record.front.picture or "")
        if picture is None or picture.alt_in(record.lang) is None or not self.may_show(picture, channel):
            return None
        return picture

    def digest(self, record: Record, channel: Channel) -> str:
        """Changes with anything that is shown of the picture of a text on a channel, without opening it."""
        picture = self.of(record, channel)
        if picture is None:
            return ""
        return digest_of(picture.name, picture.digest, repr(picture.boxes), repr(picture.front), record.lang)

    def on(self, channel: Channel) -> ShownPictures:
        """The pictures of one channel."""
        return _OnChannel(self, channel)

    def shown(self, record: Record, channel: Channel) -> Shown | None:
        """The picture of a text as it is shown with it on a channel."""
        picture = self.of(record, channel)
        if picture is None:
            return None
        return Shown(
            name=picture.name,
            base=self._base,
            digest=picture.digest,
            width=picture.width,
            height=picture.height,
            is_see_through=picture.is_see_through,
            boxes=picture.boxes,
            alt=picture.front.alt[record.lang],
            tag=self._gathered.words[record.lang].language.tag,
            credit=picture.front.credit,
            colour=self._colour_of(picture),
            is_illustration=picture.front.illustration,
        )

    def _colour_of(self, picture: Picture) -> str:
        """The average colour, looked up once. ContentError where the picture cannot be read."""
        if picture.name not in self._colours:
            try:
                self._colours[picture.name] = average_colour(Original(picture.path, picture.digest).read())
            except PictureError as error:
                raise content_error(picture.path.name, error) from None
        return self._colours[picture.name]


class _OnChannel(NamedTuple):
    """The pictures of one channel."""

    pictures: Pictures
    channel: Channel

    def digest(self, record: Record) -> str:
        return self.pictures.digest(record, self.channel)

    def shown(self, record: Record) -> Shown | None:
        return self.pictures.shown(record, self.channel)
