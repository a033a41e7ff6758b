"""
What machines read of a page: JSON-LD after schema.org.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from markupsafe import Markup

from plugins.library.facets import Link


def json_ld(data: dict[str, Any]) -> Markup:
    """
    JSON for a script element: no character in it can close the element or open a comment.
    """
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False, separators=(",", ":"))
    for char, escape in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        text = text.replace(char, escape)
    return Markup(text)


def breadcrumbs(origin: str, crumbs: tuple[Link, ...], title: str, canonical: str) -> Markup:
    """The way from the front page to a page."""
    steps = [(link.title, origin + link.url) for link in crumbs] + [(title, canonical)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(steps, start=1)
    ]
    return json_ld({"@type": "BreadcrumbList", "itemListElement": items})


def organization(name: str, url: str) -> Markup:
    """Whose site it is."""
    return json_ld({"@type": "Organization", "name": name, "url": url})


def article(
    *,
    headline: str,
    summary: str,
    url: str,
    lang: str,
    published: date | None,
    updated: date | None,
    publisher: str,
    publisher_url: str,
    reviewed: date | None = None,
    citations: tuple[tuple[str, str, str, str], ...] = (),
) -> Markup:
    """A text, with the days on which it was published, changed and checked, and its sources."""
    data: dict[str, Any] = {
        "@type": "Article",
        "headline": headline,
        "description": summary,
        "mainEntityOfPage": url,
        "inLanguage": lang,
        "publisher": {"@type": "Organization", "name": publisher, "url": publisher_url},
    }
    if published:
        data["datePublished"] = published.isoformat()
        data["dateModified"] = (updated or published).isoformat()
    if reviewed:
        data["lastReviewed"] = reviewed.isoformat()
    if citations:
        data["citation"] = [
            {
                "@type": "CreativeWork",
                "name": title,
                "url": address,
                "publisher": {"@type": "Organization", "name": owner},
            }
            for owner, title, address, _ in citations
        ]
    return json_ld(data)
