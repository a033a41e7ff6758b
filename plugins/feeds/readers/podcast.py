"""
What a podcast app needs of a feed, and what it misses.

Required is what Apple asks of a show and an episode (A Podcaster's Guide to RSS),
with the guid that all apps tell episodes apart by; transcripts are those of the
podcast namespace (podcastindex.org/namespace/1.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from plugins.feeds.readers.parsing import (
    CONTENT,
    ITUNES,
    PODCAST,
    Element,
    channel_of,
    first_text,
    items_of,
    parse_date,
    parse_feed,
)

WHOLE = re.compile(r"https?://[^/\s]+\S*\Z")
CLOCK = re.compile(r"\d{1,9}(?::[0-5]?\d){0,2}\Z")
EXPLICIT = {"true": True, "yes": True, "explicit": True, "false": False, "no": False, "clean": False}


class Transcript(NamedTuple):
    """Where the words of an episode can be read, and in which format."""

    url: str
    type: str
    language: str


class Episode(NamedTuple):
    """One recording."""

    id: str
    title: str
    description: str
    date: datetime | None
    url: str
    length: int
    type: str
    seconds: int | None
    artwork: str
    transcripts: tuple[Transcript, ...]


class Podcast(NamedTuple):
    """A show: what it says of itself, its episodes, and a sentence for everything it lacks."""

    title: str
    description: str
    author: str
    language: str
    artwork: str
    categories: tuple[str, ...]
    explicit: bool | None
    episodes: tuple[Episode, ...]
    missing: tuple[str, ...]


def read_podcast(feed: bytes) -> Podcast:
    """What an app finds in a feed; an item without a file is no episode, and is told among what is missing."""
    root = parse_feed(feed)
    channel, items = channel_of(root), list(items_of(root))
    return Podcast(
        title=first_text(channel, "title"),
        description=first_text(channel, "description", f"{ITUNES}summary"),
        author=first_text(channel, f"{ITUNES}author"),
        language=first_text(channel, "language"),
        artwork=artwork_of(channel),
        categories=tuple(own.get("text", "") for own in channel.iter(f"{ITUNES}category")),
        explicit=EXPLICIT.get(first_text(channel, f"{ITUNES}explicit").lower()),
        episodes=tuple(read_episode(item) for item in items if item.find("enclosure") is not None),
        missing=(*missing_in_channel(channel, items), *(fault for item in items for fault in missing_in_item(item))),
    )


def read_episode(item: Element) -> Episode:
    """One item with a file."""
    file = item.find("enclosure")
    length = file.get("length", "").strip()
    return Episode(
        id=first_text(item, "guid"),
        title=first_text(item, f"{ITUNES}title", "title"),
        description=first_text(item, f"{CONTENT}encoded", "description", f"{ITUNES}summary"),
        date=parse_date(first_text(item, "pubDate")),
        url=file.get("url", ""),
        length=int(length) if is_number(length) else 0,
        type=file.get("type", ""),
        seconds=seconds_of(first_text(item, f"{ITUNES}duration")),
        artwork=artwork_of(item),
        transcripts=tuple(
            Transcript(own.get("url", ""), own.get("type", ""), own.get("language", ""))
            for own in item.iterchildren(f"{PODCAST}transcript")
        ),
    )


def artwork_of(element: Element) -> str:
    """The picture of a show or an episode."""
    return next((own.get("href", "") for own in element.iterchildren(f"{ITUNES}image")), "")


def seconds_of(duration: str) -> int | None:
    """A duration in seconds, from '754', '12:34' or '1:02:03'; None for anything else."""
    if not CLOCK.match(duration) or not duration.isascii():
        return None
    seconds = 0
    for part in duration.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def is_number(text: str) -> bool:
    """Whether a text is a whole number of sensible length, in plain digits."""
    return text.isascii() and text.isdigit() and len(text) <= 18


def missing_in_channel(channel: Element, items: list[Element]) -> Iterator[str]:
    """What the show lacks."""
    for name, tag in (("title", "title"), ("description", "description"), ("language", "language")):
        if not first_text(channel, tag):
            yield f"The show has no {name}."
    if not WHOLE.match(artwork_of(channel)):
        yield "The show has no artwork: itunes:image needs a whole address in href."
    if not any(own.get("text") for own in channel.iterchildren(f"{ITUNES}category")):
        yield "The show has no category: itunes:category needs one in text."
    if first_text(channel, f"{ITUNES}explicit").lower() not in EXPLICIT:
        yield "The show does not say whether it is explicit: itunes:explicit must be true or false."
    if not items:
        yield "The show has no episodes."


def missing_in_item(item: Element) -> Iterator[str]:
    """What an episode lacks."""
    title = first_text(item, f"{ITUNES}title", "title")
    name = f'The episode "{title}"' if title else "An episode"
    if not title:
        yield f"{name} has no title."
    if not first_text(item, "guid"):
        yield f"{name} has no guid: apps cannot tell it from others."
    duration = first_text(item, f"{ITUNES}duration")
    if duration and seconds_of(duration) is None:
        yield f'{name} has the duration "{duration}", which is no time: write seconds, or 1:02:03.'
    for own in item.iterchildren(f"{PODCAST}transcript"):
        if not WHOLE.match(own.get("url", "")) or not own.get("type"):
            yield f"{name} has a transcript without a whole address or without a type."
    file = item.find("enclosure")
    if file is None:
        yield f"{name} has no enclosure: there is nothing to listen to."
        return
    if not WHOLE.match(file.get("url", "")):
        yield f"{name} has an enclosure without a whole address."
    if not is_number(file.get("length", "").strip()) or not int(file.get("length")):
        yield f"{name} has an enclosure without its length in bytes."
    if not file.get("type", "").startswith(("audio/", "video/")):
        yield f"{name} has an enclosure whose type is neither audio nor video."
