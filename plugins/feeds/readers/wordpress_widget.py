"""
The classic RSS widget of WordPress, in the side column of many older sites.

Known from its source: `wp_widget_rss_output` (WordPress/wordpress-develop,
src/wp-includes/widgets.php). Today it shows 55 words; older versions cut the
summary at 360 characters, and copies of them live on in themes and plugins.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import NamedTuple

from plugins.feeds.readers.parsing import FeedError
from plugins.feeds.readers.simplepie import Item, read_feed
from plugins.feeds.readers.stripping import decode, strip_tags
from plugins.feeds.readers.wordpress_block import EMPTY, MORE, excerpt_of, shown

WORDS = 55
CHARACTERS = 360
"""Counted as older versions count them: with an entity at its full length."""

CUT_ENTITY = re.compile(r"&[^;\s]{0,6}\Z")


class WidgetItem(NamedTuple):
    """One entry in the widget, every part as a visitor reads it."""

    title: str
    link: str
    date: datetime | None
    summary: str
    author: str


class Widget(NamedTuple):
    """The whole widget; a feed that cannot be read shows visitors nothing at all."""

    items: tuple[WidgetItem, ...]
    error: str = ""


def show_widget(feed: bytes, items: int = 10, is_old: bool = False) -> Widget:
    """The widget with everything switched on; `is_old` cuts at 360 characters instead of 55 words."""
    try:
        found = read_feed(feed).items
    except FeedError:
        return Widget(())
    return Widget(tuple(show_item(item, is_old) for item in found[:items]), "" if found else EMPTY)


def show_item(item: Item, is_old: bool) -> WidgetItem:
    """One entry. Whatever stands before 'http' in a link is cut off."""
    start = item.link.lower().find("http")
    return WidgetItem(
        title=shown(strip_tags(item.title).strip()) or "Untitled",
        link=strip_tags(item.link[start:]) if start >= 0 else "",
        date=item.date,
        summary=first_characters(item.description) if is_old else excerpt_of(item.description, WORDS),
        author=strip_tags(item.author),
    )


def first_characters(description: str) -> str:
    """The summary of older versions: entities decoded, tags removed, then cut."""
    text = re.sub(r"[\r\n]", " ", escape(decode(strip_tags(decode(description))))).strip()
    if len(text) <= CHARACTERS:
        return shown(text)
    return shown(CUT_ENTITY.sub("", text[:CHARACTERS]) + MORE)
