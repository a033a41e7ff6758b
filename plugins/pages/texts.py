"""
The page of one text: its view, made of facets.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from plugins.images.shown import Shown
from plugins.images.views import maybe_view, shared_address
from plugins.languages.words import Words
from plugins.library.facets import Card, Full, Link
from plugins.pages.cards import card_views, fill_body, iso, mark_of, maybe_card
from plugins.pages.structured_data import article
from plugins.pages.surroundings import Surroundings, link_view, make_frame
from plugins.pages.view_parts import (
    ActionOwn,
    CorrectionView,
    ExplainerOwn,
    GroupOwn,
    NumberedOwn,
    Serves,
    Source,
    StoryOwn,
    TestimonyOwn,
)
from plugins.pages.views import TextView
from plugins.quilt.patch import draw_patch

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
) -> TextView:
    """The page of one text; `shared` is the picture that cards of other sites may show."""
    words, front, card = around.words, full.front, full.card
    parent = around.list_of(card.type)
    translated = full.original_lang != card.link.lang
    return TextView(
        frame=frame_of(around, full, parent, shared),
        type=card.type,
        type_name=words(f"type.{card.type}.name"),
        list_link=link_view(parent) if parent else None,
        title=front.title,
        summary=front.summary,
        lang=card.link.tag,
        dir=card.link.dir,
        date=words.date(front.date) if front.date else "",
        date_iso=iso(front.date),
        updated=words.date(front.updated) if front.updated else "",
        updated_iso=iso(front.updated),
        minutes=words("text.minutes", n=round(full.words / WORDS_A_MINUTE) or 1) if full.words >= SHORT else "",
        body=fill_body(full),
        patch=draw_patch(card.id, card.principle),
        picture=maybe_view(card.picture),
        mark=mark_of(card),
        is_demonstration=front.demonstration,
        translator=(front.translator or "") if translated else "",
        original_language=words.name_of(full.original_lang) if translated else "",
        topics=tuple(map(link_view, full.topics)),
        places=tuple(map(link_view, full.place_links)),
        groups=tuple(map(link_view, full.groups)),
        principles=tuple(map(link_view, full.principles)),
        changes=tuple(map(link_view, full.changes)),
        sources=tuple(Source(*source) for source in full.sources),
        own=own_part(full, around, serving, owner),
        voice=maybe_card(voice, words),
        action=maybe_card(action, words),
        related=card_views(related, words),
        previous=link_view(before) if before else None,
        next=link_view(after) if after else None,
    )


def frame_of(around: Surroundings, full: Full, parent: Link | None, shared: Shown | None) -> Any:
    """The frame of a text's page."""
    front, link = full.front, full.card.link
    is_article = full.card.type in ARTICLES
    data: tuple[Markup, ...] = ()
    if is_article and not front.demonstration:
        reviewed = getattr(front, "reviewed", None)
        data = (
            article(
                headline=front.title,
                summary=front.summary,
                url=around.origin + link.url,
                lang=link.tag,
                published=front.date,
                updated=front.updated,
                publisher=around.site_name,
                publisher_url=around.origin + around.home.url,
                reviewed=reviewed.date if reviewed else None,
                citations=full.sources,
            ),
        )
    return make_frame(
        around,
        title=front.title,
        description=front.summary,
        url=link.url,
        crumbs=(parent,) if parent else (),
        translations=full.translations,
        page_type="article" if is_article else "website",
        structured_data=data,
        image=around.origin + shared_address(shared) if shared and full.card.picture else "",
        mark=mark_of(full.card),
        is_listed=full.is_listed,
    )


def own_part(full: Full, around: Surroundings, serving: Serving, owner: Link | None) -> Any:
    """What only texts of this type show."""
    front, words = full.front, around.words
    match full.card.type:
        case "story":
            made = words(f"made.{front.made.split()[-1]}")
            return StoryOwn(front.scale, words(f"scale.{front.scale}"), made)
        case "testimony":
            return testimony_part(full, around, owner)
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


def testimony_part(full: Full, around: Surroundings, owner: Link | None) -> TestimonyOwn:
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
    )


def explainer_part(front: Any, words: Words) -> ExplainerOwn:
    """The answer, when it was checked and what was put right."""
    reviewed = front.reviewed
    return ExplainerOwn(
        answer=front.answer,
        checked_on=words.date(reviewed.date) if reviewed else "",
        checked_by=reviewed.role if reviewed else "",
        review_by=words.date(front.review_by),
        corrections=tuple(
            CorrectionView(words.date(correction.date), iso(correction.date), correction.was, correction.now)
            for correction in front.corrections
        ),
    )


def serves_parts(serving: Serving, words: Words) -> tuple[Serves, ...]:
    """The texts that serve a principle or a change, by type."""
    return tuple(
        Serves(words(f"type.{type_name}.list"), card_views(cards, words), more.url if more else "")
        for type_name, cards, more in serving
    )
