"""
Newsletter services, which make a letter of the newest items of a feed: the plain-text side of that letter.

What it takes is what the fields of Mailchimp's RSS campaigns offer (RSSITEM:TITLE,
CONTENT, CONTENT_FULL, URL, DATE, AUTHOR, IMAGE); how a service turns HTML into text
is not published, so this is the plain way: a line for each paragraph, no tags.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from plugins.feeds.readers.simplepie import Item, read_feed
from plugins.feeds.readers.stripping import one_line, plain, plain_lines


class Letter(NamedTuple):
    """One item as a subscriber reads it in the mail program."""

    title: str
    author: str
    date: datetime | None
    summary: tuple[str, ...]
    full: tuple[str, ...]
    """The whole text where the feed has it, else the summary again; a line for each paragraph."""
    url: str
    picture: str

    @property
    def text(self) -> str:
        """The item with its summary, as plain text: a note that opens the summary comes right after the title."""
        return "\n".join(line for line in (self.title, self.author, *self.summary, self.url) if line)

    @property
    def full_text(self) -> str:
        """The item with all its words, as plain text."""
        return "\n".join(line for line in (self.title, self.author, *self.full, self.url) if line)


def read_letters(feed: bytes, items: int = 10) -> tuple[Letter, ...]:
    """The first items of a feed, in its own order."""
    return tuple(make_letter(item) for item in read_feed(feed, sort=False).items[:items])


def make_letter(item: Item) -> Letter:
    """One item. Its picture is a file of type image, however it is named."""
    pictures = [own.url for own in item.enclosures if own.medium == "image" or own.type.startswith("image/")]
    return Letter(
        title=plain(item.title),
        author=one_line(item.author),
        date=item.date,
        summary=plain_lines(item.description),
        full=plain_lines(item.content),
        url=item.link,
        picture=pictures[0] if pictures else "",
    )
