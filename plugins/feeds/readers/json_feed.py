"""
A reader of JSON Feed 1.1, with a sentence for everything that is against its rules.

The rules are those of jsonfeed.org/version/1.1. That every item needs an address
is ours: a text of ours always has a page, and a reader must find the way to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from plugins.feeds.readers.parsing import FeedError, parse_date
from plugins.feeds.readers.stripping import one_line, plain

VERSION = "https://jsonfeed.org/version/1.1"
WHOLE = ("https://", "http://")


class JsonItem(NamedTuple):
    """One item; what it does not say is empty."""

    id: str
    url: str
    title: str
    summary: str
    content_html: str
    content_text: str
    image: str
    language: str
    published: datetime | None
    modified: datetime | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    attachments: tuple[str, ...]

    @property
    def text(self) -> str:
        """What a list of items shows beneath the title, in one line."""
        return one_line(self.content_text) or plain(self.content_html)


class JsonFeed(NamedTuple):
    """A feed: what it says of itself, its items, and what is wrong with it."""

    version: str
    title: str
    home: str
    url: str
    items: tuple[JsonItem, ...]
    faults: tuple[str, ...]


def read_json_feed(feed: bytes) -> JsonFeed:
    """What a reader finds in a JSON Feed."""
    try:
        data = json.loads(feed.decode())
    except (ValueError, RecursionError) as error:
        raise FeedError(f"The feed is not JSON: {error}. Look at it with a JSON editor.") from None
    if not isinstance(data, dict):
        raise FeedError("This is no JSON Feed: it must be one object, between { and }.")
    items = [item for item in listed(data, "items") if isinstance(item, dict)]
    return JsonFeed(
        version=text(data, "version"),
        title=text(data, "title"),
        home=text(data, "home_page_url"),
        url=text(data, "feed_url"),
        items=tuple(map(read_item, items)),
        faults=(*faults_of(data), *(fault for item in items for fault in item_faults(item)), *twins(items)),
    )


def read_item(item: dict[str, Any]) -> JsonItem:
    """One item."""
    return JsonItem(
        **{name: text(item, name) for name in TEXTS},
        published=parse_date(text(item, "date_published")),
        modified=parse_date(text(item, "date_modified")),
        authors=tuple(text(own, "name") for own in listed(item, "authors") if isinstance(own, dict)),
        tags=tuple(whole(tag) for tag in listed(item, "tags") if isinstance(tag, str)),
        attachments=tuple(text(own, "url") for own in listed(item, "attachments") if isinstance(own, dict)),
    )


TEXTS = ("id", "url", "title", "summary", "content_html", "content_text", "image", "language")


def text(data: dict[str, Any], name: str) -> str:
    """A text in an object; empty where there is none."""
    value = data.get(name)
    return whole(value) if isinstance(value, str) else ""


def whole(value: str) -> str:
    """A text that can be written anywhere: half a character, which JSON lets pass, becomes a question mark."""
    return value.encode(errors="replace").decode()


def listed(data: dict[str, Any], name: str) -> list[Any]:
    """A list in an object; empty where there is none."""
    value = data.get(name)
    return value if isinstance(value, list) else []


def faults_of(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with what the feed says of itself."""
    if data.get("version") != VERSION:
        yield f'The version must be "{VERSION}".'
    if not text(data, "title"):
        yield "The feed has no title."
    for name in ("home_page_url", "feed_url"):
        if not text(data, name).startswith(WHOLE):
            yield f"The feed has no {name} that is a whole address."
    if not isinstance(data.get("items"), list):
        yield "The feed has no list of items."
    if any(not isinstance(item, dict) for item in listed(data, "items")):
        yield "Every item must be an object."


def item_faults(item: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an item."""
    name = f'The item "{text(item, "title") or text(item, "id")}"'
    if not text(item, "id"):
        yield f"{name} has no id, or one that is no text."
    if not text(item, "url").startswith(WHOLE):
        yield f"{name} has no url that is a whole address."
    if not text(item, "content_html") and not text(item, "content_text"):
        yield f"{name} has neither content_html nor content_text; a summary alone is not enough."
    for field in ("date_published", "date_modified"):
        moment = text(item, field)
        if field in item and (parse_date(moment) is None or "T" not in moment):
            yield f"{name} has a {field} that is no moment such as 2026-11-20T00:00:00Z."
    for field in TEXTS:
        if field in item and not isinstance(item[field], str):
            yield f"{name} has a {field} that is no text."
    for field in ("authors", "tags", "attachments"):
        if field in item and not isinstance(item[field], list):
            yield f"{name} has {field} that are no list."
    for own in listed(item, "attachments"):
        if not isinstance(own, dict) or not text(own, "url") or not text(own, "mime_type"):
            yield f"{name} has an attachment without url or mime_type."


def twins(items: list[dict[str, Any]]) -> Iterator[str]:
    """Ids that stand for two items."""
    ids = [text(item, "id") for item in items]
    yield from (
        f'The id "{own}" stands for {ids.count(own)} items.' for own in dict.fromkeys(ids) if ids.count(own) > 1
    )
