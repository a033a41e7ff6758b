"""
The RSS block of WordPress, by which most local groups show a feed on their pages.

Known from its source: `render_block_core_rss` (WordPress/gutenberg,
packages/block-library/src/rss/index.php) and `wp_trim_words` (WordPress). The
picture is in its newest version only, and is shown where the editor of the page
asks for it, as are byline, date and excerpt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from lxml import html

from plugins.feeds.readers.parsing import FeedError
from plugins.feeds.readers.simplepie import Item, read_feed
from plugins.feeds.readers.stripping import decode, first_words, strip_tags

EMPTY = "An error has occurred, which probably means the feed is down. Try again later."
"""What visitors read where a feed holds nothing."""

MORE = " [&hellip;]"


class BlockItem(NamedTuple):
    """One entry in the block, every part as a visitor reads it; what is not shown is empty."""

    title: str
    link: str
    date: datetime | None
    byline: str
    excerpt: str
    picture: str


@dataclass(frozen=True, slots=True)
class Block:
    """The whole block: entries, or the error in their place."""

    items: tuple[BlockItem, ...]
    error: str = ""


def show_block(feed: bytes, items: int = 5, words: int = 55) -> Block:
    """The block with everything switched on; `items` and `words` are what its settings begin with."""
    try:
        found = read_feed(feed).items
    except FeedError as error:
        return Block((), f"RSS Error: {error}")
    return Block(tuple(show_item(item, words) for item in found[:items]), "" if found else EMPTY)


def show_item(item: Item, words: int) -> BlockItem:
    """One entry."""
    return BlockItem(
        title=shown(strip_tags(decode(item.title)).strip()) or "(no title)",
        link=item.link,
        date=item.date,
        byline=f"by {strip_tags(item.author)}" if item.author else "",
        excerpt=excerpt_of(item.description, words),
        picture=picture_of(item),
    )


def excerpt_of(description: str, words: int) -> str:
    """The first words of a description as a visitor reads them."""
    excerpt = first_words(decode(description), words, MORE)
    return shown(excerpt.removesuffix("[...]") + "[&hellip;]" if excerpt.endswith("[...]") else excerpt)


def shown(text: str) -> str:
    """What a browser makes of escaped text in which entities were left alone."""
    return decode(text)


def picture_of(item: Item) -> str:
    """The first file if it is a picture, else the thumbnail, else the first picture in the content."""
    first = item.enclosures[0] if item.enclosures else None
    if first and (first.medium == "image" or first.type.startswith("image/")):
        return first.url
    return item.thumbnail or next(pictures_in(item.content), "")


def pictures_in(content: str) -> Iterator[str]:
    """The addresses of pictures in some HTML, without those of one pixel that only count visitors."""
    if "<img" not in content:
        return
    for image in html.fragment_fromstring(content, create_parent="div").iter("img"):
        sizes = {image.get(name, "").strip() for name in ("width", "height")}
        if image.get("src") and "1" not in sizes:
            yield image.get("src")
