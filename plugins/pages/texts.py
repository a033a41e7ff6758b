"""
The page of one text: its view, made of facets.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from plugins.charts.shown import ShownChart
from plugins.charts.views import make_view as draw_chart
from plugins.images.shown import Shown
from plugins.images.views import maybe_view, shared_address
from plugins.languages.words import Words
from plugins.library.facets import Card, Full, Link
from plugins.library.sounds import Heard
from plugins.offers import HeadLink
from plugins.pages.cards import card_views, fill_body, iso, mark_of, maybe_card
from plugins.pages.glossing import mark_terms
from plugins.pages.structured_data import Publisher, article, claim_review, question_page
from plugins.pages.surroundings import Surroundings, link_view, make_frame
from plugins.pages.view_parts import (
    ActionOwn,
    CorrectionView,
    ExplainerOwn,
    GroupOwn,
    LinkView,
    NumberedOwn,
    Serves,
    Source,
    StoryOwn,
    TestimonyOwn,
)
from plugins.pages.views import TextView
from plugins.quilt.patch import draw_patch

USE = "use"
"""The links at the end of a text."""

WORDS_A_MINUTE = 200
SHORT = 150
"""Texts of fewer words do not say how long they take."""

ARTICLES = frozenset({"story", "testimony", "explainer"})

Serving = tuple[tuple[str, tuple[Card, ...], Link | None], ...]
"""For a principle or a change: for each type, the texts that serve it, and where all of them are."""


def make_text(
    around: Surroundings,
    full: Full,
    voice: Card | None,
    action: Card | None,
    related: tuple[Card, ...],
    before: Link | None,
    after: Link | None,
    serving: Serving,
    owner: Link | None,
    shared: Shown | None,
    links: tuple[HeadLink, ...],
    heard: Heard | None,
) -> TextView:
    """The page of one text; `shared` is its picture for cards of other sites, `links` are those of features."""
    words, front, card = around.words, full.front, full.card
    translator, original_language = translation_of(full, words)
    return TextView(
        frame=frame_of(around, full, shared, links),
        type=card.type,
        type_name=words(f"type.{card.type}.name"),
        title=front.title,
        summary=front.summary,
        lang=card.link.tag,
        dir=card.link.dir,
        date=date_of(front.date, words),
        date_iso=iso(front.date),
        updated=date_of(front.updated, words),
        updated_iso=iso(front.updated),
        minutes=minutes_of(full, words),
        body=mark_terms(fill_body(full, words), full.terms, words),
        charts=tuple(draw_chart(place) for place in full.places if isinstance(place, ShownChart)),
        patch=draw_patch(card.id, card.principle),
        picture=maybe_view(card.picture),
        is_demonstration=front.demonstration,
        translator=translator,
        original_language=original_language,
        **tag_links(full),
        sources=tuple(Source(*source) for source in full.sources),
        corrections=correction_views(full, words),
        stale_since=words.date(full.stale_since) if full.stale_since else "",
        own=own_part(full, around, serving, owner, heard),
        voice=maybe_card(voice, words),
        action=maybe_card(action, words),
        related=card_views(related, words),
        uses=use_links(links, words),
        previous=maybe_link(before),
        next=maybe_link(after),
    )


def tag_links(full: Full) -> dict[str, tuple[LinkView, ...]]:
    """What a text belongs to, by the name of the field."""
    found = {
        "topics": full.topics, "places": full.place_links, "groups": full.groups, "principles": full.principles,
        "changes": full.changes,
    }  # fmt: skip
    return {name: tuple(map(link_view, links)) for name, links in found.items()}


def date_of(day: date | None, words: Words) -> str:
    """A date written out; empty where there is none."""
    return words.date(day) if day else ""


def use_links(links: tuple[HeadLink, ...], words: Words) -> tuple[LinkView, ...]:
    """What other sites may do with a text."""
    return tuple(LinkView(link.href, link.title, words.language.tag, "") for link in links if link.rel == USE)


def minutes_of(full: Full, words: Words) -> str:
    """How long a text takes to read; empty for a short one."""
    return words("text.minutes", n=round(full.words / WORDS_A_MINUTE) or 1) if full.words >= SHORT else ""


def correction_views(full: Full, words: Words) -> tuple[CorrectionView, ...]:
    """What was put right in a text or in its figures."""
    return tuple(
        CorrectionView(words.date(day), iso(day), was, now, reason) for day, was, now, reason in full.corrections
    )


def translation_of(full: Full, words: Words) -> tuple[str, str]:
    """Who translated a text, and from which language; both empty for an original."""
    if full.original_lang == full.card.link.lang:
        return "", ""
    return full.front.translator or "", words.name_of(full.original_lang)


def maybe_link(link: Link | None) -> LinkView | None:
    """A link, where there is one."""
    return link_view(link) if link else None


def frame_of(around: Surroundings, full: Full, shared: Shown | None, own_links: tuple[HeadLink, ...]) -> Any:
    """The frame of a text's page."""
    front, link = full.front, full.card.link
    parent = around.list_of(full.card.type)
    is_article = full.card.type in ARTICLES
    return make_frame(
        around,
        title=front.title,
        description=front.summary,
        url=link.url,
        crumbs=(parent,) if parent else (),
        translations=full.translations,
        page_type="article" if is_article else "website",
        structured_data=tuple(data_of(around, full)) if is_article and not front.demonstration else (),
        image=around.origin + shared_address(shared) if shared and full.card.picture else "",
        mark=mark_of(full.card),
        is_listed=full.is_listed,
        own_links=tuple(link for link in own_links if link.rel != USE),
    )


def data_of(around: Surroundings, full: Full) -> Iterator[Markup]:
    """What machines read of a text: the article, its question and, where the site wants it, the claim it answers."""
    front, link = full.front, full.card.link
    reviewed = getattr(front, "reviewed", None)
    publisher = Publisher(around.site_name, around.origin + around.home.url)
    yield article(
        headline=front.title,
        summary=front.summary,
        url=around.origin + link.url,
        lang=link.tag,
        published=front.date,
        updated=front.updated,
        publisher=publisher,
        reviewed=reviewed.date if reviewed else None,
        citations=full.sources,
    )
    if getattr(front, "question", None):
        yield question_page(front.question, front.answer)
    if around.claim_reviews and full.claims:
        yield claim_review(full.claims[0], around.origin + link.url, front.date, publisher)


def own_part(full: Full, around: Surroundings, serving: Serving, owner: Link | None, heard: Heard | None) -> Any:
    """What only texts of this type show."""
    front, words = full.front, around.words
    match full.card.type:
        case "story":
            made = words(f"made.{front.made.split()[-1]}")
            return StoryOwn(front.scale, words(f"scale.{front.scale}"), made)
        case "testimony":
            return testimony_part(full, around, owner, heard)
        case "explainer":
            return explainer_part(front, words)
        case "action":
            return ActionOwn(words.date(front.until) if front.until else "", front.where or "")
        case "group":
            host = urlsplit(front.website).netloc.removeprefix("www.")
            place = link_view(full.place_links[0]) if full.place_links else None
            return GroupOwn(place, words(f"nation.{front.nation}"), front.website, host)
        case "principle" | "change":
            return NumberedOwn(words.number(front.number), front.short_name, serves_parts(serving, words))
    return None


def testimony_part(full: Full, around: Surroundings, owner: Link | None, heard: Heard | None) -> TestimonyOwn:
    """Who speaks, how the text was made, and how its person changes it or takes it back."""
    words = around.words
    making = [words("making.demonstration")] if full.front.demonstration else []
    if not full.front.demonstration:
        if full.approved_on:
            making.append(words("making.approved", month=words.month(full.approved_on)))
        if full.checked_by:
            making.append(words("making.checked", role=full.checked_by))
        making.append(words(f"making.name_{full.name_kind or 'none'}"))
    if not full.card.picture:
        making.append(words("making.picture"))
    support = around.list_of("group")
    return TestimonyOwn(
        public_name=full.card.byline,
        name_note=words("name.pseudonym") if full.name_kind == "pseudonym" else "",
        content_note=full.card.content_note,
        making=tuple(making),
        owner_link=link_view(owner) if owner else None,
        support_link=link_view(support) if support else None,
        heard=heard,
    )


def explainer_part(front: Any, words: Words) -> ExplainerOwn:
    """The answer, and when it was and will be checked."""
    reviewed = front.reviewed
    return ExplainerOwn(
        question=front.question or "",
        answer=front.answer,
        checked_on=words.date(reviewed.date) if reviewed else "",
        checked_by=reviewed.role if reviewed else "",
        review_by=words.date(front.review_by),
    )


def serves_parts(serving: Serving, words: Words) -> tuple[Serves, ...]:
    """The texts that serve a principle or a change, by type."""
    return tuple(
        Serves(words(f"type.{type_name}.list"), card_views(cards, words), more.url if more else "")
        for type_name, cards, more in serving
    )
