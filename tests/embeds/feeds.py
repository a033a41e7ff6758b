"""
Feeds as the site writes them, with made-up titles that say what they are for.
"""

from __future__ import annotations

from typing import Any


def make_item(number: int = 1, own: dict[str, Any] | None = None, **changed: Any) -> dict[str, Any]:
    """One item; `own` is added to what the format lacks."""
    return {
        "id": f"tag:stories.example,2026:{number}",
        "url": f"https://stories.example/stories/{number}/",
        "title": f"Title {number}",
        "summary": f"Summary {number} with its note and its source.",
        "date_published": "2026-11-20T00:00:00+00:00",
        "language": "en-GB",
        "authors": [{"name": f"Writer {number}"}],
        "tags": ["Story"],
        "_welcome": {"type": "story", "type_name": "Story", "dir": "ltr", "text": f"Words {number}.", **(own or {})},
        **changed,
    }


def make_feed(*items: Any, **changed: Any) -> dict[str, Any]:
    """A feed of items; four plain ones when none is given."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Stories of a test",
        "home_page_url": "https://stories.example/",
        "language": "en-GB",
        "_welcome": {"dir": "ltr", "more": "All stories"},
        "items": list(items) or [make_item(number) for number in range(1, 5)],
        **changed,
    }


ARABIC = make_item(
    7,
    {
        "dir": "rtl",
        "type_name": "صوت",
        "text": "جملة واحدة تكفي لهذا المثال.",
        "demonstration": True,
        "demonstration_note": "كُتب لعرض البرنامج، وليس كلام شخص حقيقي.",
        "content_note": "يذكر الانتظار.",
    },
    language="ar",
    title="عنوان طويل بعض الشيء في هذا المثال",
    authors=[{"name": "صوت تجريبي"}],
)
ARABIC_FEED = make_feed(
    ARABIC, make_item(2), title="قصص ترحيب", language="ar", _welcome={"dir": "rtl", "more": "كل القصص"}
)

NOTICE = make_item(
    9,
    {"notice": True, "content_note": "A note of old.", "text": ""},
    title="This piece is no longer available",
    summary="If you keep a copy, please remove it.",
)
