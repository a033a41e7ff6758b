"""
From entries to JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), with what the format lacks under `_welcome`.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import Any

from plugins.feeds.entries import KEPT, Entry
from plugins.feeds.heads import Feed

VERSION = "https://jsonfeed.org/version/1.1"


def write_json(feed: Feed) -> bytes:
    """The feed as JSON, one line for each entry, so that a change is a short difference."""
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url_of("json"),
        "description": feed.subtitle,
        "favicon": feed.icon,
        "language": feed.lang,
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else None,
        "_welcome": {
            "dir": feed.dir,
            "more": feed.more,
            "forget": [{"id": own.id, "date": moment(own.when)} for own in feed.tombstones],
        },
    }
    lines = [f'"{name}": {dumped(value)}' for name, value in head.items() if value]
    items = ",\n".join(line_of(entry) for entry in feed.entries)
    return ("{\n" + ",\n".join([*lines, f'"items": [\n{items}\n]']) + "\n}\n").encode()


@lru_cache(maxsize=KEPT)
def line_of(entry: Entry) -> str:
    """One entry in one line, written once for all feeds that hold it."""
    return dumped(item_of(entry))


def item_of(entry: Entry) -> dict[str, Any]:
    """One entry; what it does not have is left out."""
    own, picture = entry.told, entry.picture
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content or f"<p>{escape(entry.summary, quote=False)}</p>",
        "summary": entry.summary,
        "image": picture.url if picture else "",
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "authors": [{"name": entry.author}] if entry.author else [],
        "tags": [name for _, name in entry.categories],
        "language": entry.lang,
        "attachments": attachments_of(entry),
        "_welcome": {
            "type": own.type,
            "type_name": own.type_name,
            "dir": entry.dir,
            "content_note": own.content_note,
            "demonstration_note": own.demonstration_note,
            "demonstration": bool(own.demonstration_note),
            "notice": own.is_notice,
            "text": own.text,
            "source": own.source,
            "image_alt": picture.alt if picture else "",
            "image_width": picture.width if picture else 0,
            "image_height": picture.height if picture else 0,
        },
    }
    item["_welcome"] = {name: value for name, value in item["_welcome"].items() if value}  # type: ignore[attr-defined]
    return {name: value for name, value in item.items() if value}


def attachments_of(entry: Entry) -> list[dict[str, Any]]:
    """The recording of an entry."""
    audio = entry.audio
    if audio is None:
        return []
    return [
        {
            "url": audio.url,
            "mime_type": audio.type,
            "size_in_bytes": audio.length,
            "duration_in_seconds": audio.seconds,
        }
    ]


def moment(when: datetime) -> str:
    """A moment as RFC 3339 writes it."""
    return when.isoformat()


def dumped(value: Any) -> str:
    """JSON in one line, with letters as they are."""
    return json.dumps(value, ensure_ascii=False)
