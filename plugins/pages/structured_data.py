"""
What machines read of a page: JSON-LD after schema.org.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple

from markupsafe import Markup

from plugins.library.facets import Link
from plugins.records.record import Claim

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_ld(data: dict[str, Any]) -> Markup:
    """
    JSON for a script element: no character in it can close the element or open a comment.
    """
    text = encode({"@context": "https://schema.org", **data})
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


class Publisher(NamedTuple):
    """Whose words a page holds."""

    name: str
    url: str

    @property
    def data(self) -> dict[str, str]:
        """The publisher as JSON-LD names it."""
        return {"@type": "Organization", "name": self.name, "url": self.url}


def question_page(question: str, answer: str) -> Markup:
    """A page that answers one question."""
    main = {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}
    return json_ld({"@type": "FAQPage", "mainEntity": [main]})


def claim_review(claim: Claim, url: str, published: date, publisher: Publisher) -> Markup:
    """A claim that a page answers; rated misleading, the lowest but one of five."""
    return json_ld(
        {
            "@type": "ClaimReview",
            "url": url,
            "datePublished": published.isoformat(),
            "author": publisher.data,
            "claimReviewed": claim.myth,
            "itemReviewed": {"@type": "Claim", "author": {"@type": "Organization", "name": claim.said}},
            "reviewRating": {
                "@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Misleading",
            },
        }
    )  # fmt: skip


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
    publisher: Publisher,
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
        "publisher": publisher.data,
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
