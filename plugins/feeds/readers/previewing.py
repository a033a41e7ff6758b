"""
How a feed looks elsewhere, for editors: what each program shows of it, as plain lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from textwrap import TextWrapper
from typing import NamedTuple

from plugins.feeds.readers.email import read_letters
from plugins.feeds.readers.json_feed import read_json_feed
from plugins.feeds.readers.miniflux import Store, update
from plugins.feeds.readers.parsing import FeedError
from plugins.feeds.readers.podcast import read_podcast
from plugins.feeds.readers.stripping import one_line, plain
from plugins.feeds.readers.wordpress_block import show_block
from plugins.feeds.readers.wordpress_widget import show_widget

LONGEST = 300
"""Characters of a text that readers show whole."""

WIDTH = 88
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class PreviewItem(NamedTuple):
    """One item as a program shows it; what it does not show is empty."""

    title: str
    byline: str = ""
    date: str = ""
    excerpt: str = ""
    picture: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is shown, from top to bottom."""
        picture = f"[picture: {self.picture}]" if self.picture else ""
        parts = (picture, self.title, self.date, self.byline, self.excerpt)
        return tuple(line for line in map(one_line, parts) if line)


class Preview(NamedTuple):
    """What one program shows of a feed, and what it says is wrong with it."""

    reader: str
    """Where one meets it: 'In a WordPress block'."""
    items: tuple[PreviewItem, ...]
    faults: tuple[str, ...] = ()


def preview(feed: bytes) -> tuple[Preview, ...]:
    """What each program that can read this feed shows of it. Raises FeedError where none can."""
    if feed.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return (in_json_reader(feed),)
    shown = [in_block(feed), in_widget(feed), in_reader(feed), in_letter(feed)]
    if any(own.type.startswith(("audio/", "video/")) for own in read_podcast(feed).episodes):
        shown.append(in_podcast_app(feed))
    return tuple(shown)


def tell_previews(feed: bytes) -> str:
    """The same as text for a terminal."""
    try:
        previews = preview(feed)
    except FeedError as error:
        return f"{one_line(str(error))}\n"
    return "\n".join("".join(f"{line}\n" for line in tell(own)) for own in previews)


def tell(own: Preview) -> Iterator[str]:
    """The lines of one preview."""
    yield f"{own.reader}:"
    yield from (wrapped(one_line(fault), "  ! ") for fault in own.faults)
    for item in own.items:
        first, *rest = item.lines or ("",)
        yield wrapped(first, "  - ")
        yield from (wrapped(line, "    ") for line in rest)


def wrapped(line: str, start: str) -> str:
    """A long line in several, without breaking an address."""
    own = TextWrapper(WIDTH, start, "    ", break_long_words=False, break_on_hyphens=False)
    return own.fill(line) or start.rstrip()


def day_of(moment: datetime | None) -> str:
    """A day as people write it. Other sites write it in their own ways."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}" if moment else ""


def shortened(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def in_block(feed: bytes) -> Preview:
    """The RSS block."""
    block = show_block(feed)
    items = (PreviewItem(own.title, own.byline, day_of(own.date), own.excerpt, own.picture) for own in block.items)
    return Preview("In a WordPress block", tuple(items), told(block.error))


def in_widget(feed: bytes) -> Preview:
    """The classic widget."""
    widget = show_widget(feed)
    items = (PreviewItem(own.title, own.author, day_of(own.date), own.summary) for own in widget.items)
    return Preview("In a classic WordPress widget", tuple(items), told(widget.error))


def in_reader(feed: bytes) -> Preview:
    """A reader that stores what it fetches."""
    entries = update(Store(), feed).entries
    items = (PreviewItem(own.title, own.author, day_of(own.date), shortened(plain(own.content))) for own in entries)
    return Preview("In a feed reader such as Miniflux", tuple(items))


def in_letter(feed: bytes) -> Preview:
    """A newsletter."""
    items = (
        PreviewItem(own.title, own.author, day_of(own.date), " ".join((*own.summary, own.url)), own.picture)
        for own in read_letters(feed)
    )
    return Preview("In a newsletter", tuple(items))


def in_podcast_app(feed: bytes) -> Preview:
    """A podcast app."""
    show = read_podcast(feed)
    items = (
        PreviewItem(
            own.title, length_of(own.seconds), day_of(own.date), shortened(plain(own.description)),
            own.artwork or show.artwork,
        )
        for own in show.episodes
    )  # fmt: skip
    return Preview("In a podcast app", tuple(items), show.missing)


def length_of(seconds: int | None) -> str:
    """How long a recording is."""
    return "" if seconds is None else f"{seconds // 60} min {seconds % 60:02} s"


def in_json_reader(feed: bytes) -> Preview:
    """A reader of JSON Feed."""
    found = read_json_feed(feed)
    items = (
        PreviewItem(
            own.title, ", ".join(own.authors), day_of(own.published), own.summary or shortened(own.text), own.image
        )
        for own in found.items
    )
    return Preview("In a reader of JSON Feed", tuple(items), found.faults)


def told(error: str) -> tuple[str, ...]:
    """An error, if there is one."""
    return (error,) if error else ()
