"""
Lists: all texts of a type, a topic or a place; all topics, all places.
"""

from __future__ import annotations

from itertools import groupby

from plugins.library.facets import Card, Link
from plugins.pages.cards import card_views
from plugins.pages.surroundings import Surroundings, link_view, make_frame, page_url
from plugins.pages.views import ListView, Pages, Section, Term, TermGroup, TermsView

TermFacet = tuple[Link, str, int, str]
"""A term's link, its summary, how many texts it has and the heading it stands under."""


def make_list(
    around: Surroundings,
    link: Link,
    intro: str,
    number: int,
    count: int,
    cards: tuple[Card, ...],
    parent: Link | None,
    translations: tuple[Link, ...],
) -> ListView:
    """One page of a list; `translations` are given for its first page only."""
    words = around.words
    title = link.title if number == 1 else f"{link.title}, {words('list.page', number=words.number(number))}"
    crumbs = (parent,) if parent else ()
    frame = make_frame(
        around,
        title=title,
        description=intro,
        url=page_url(link.url, number),
        crumbs=crumbs if number == 1 else (*crumbs, link),
        translations=translations,
    )
    sections = tuple(
        Section(words(f"nation.{heading}") if heading else "", card_views(own, words))
        for heading, own in groupby(cards, key=lambda card: card.heading if not parent else "")
    )
    pages = None
    if count > 1:
        pages = Pages(
            number=number,
            count=count,
            status=words("list.status", number=words.number(number), count=words.number(count)),
            previous_url=page_url(link.url, number - 1) if number > 1 else "",
            next_url=page_url(link.url, number + 1) if number < count else "",
        )
    return ListView(frame, title, intro, sections, pages)


def make_terms(
    around: Surroundings, link: Link, intro: str, terms: tuple[TermFacet, ...], translations: tuple[Link, ...]
) -> TermsView:
    """All topics, or all places by nation."""
    words = around.words
    frame = make_frame(around, title=link.title, description=intro, url=link.url, translations=translations)
    groups = tuple(
        TermGroup(
            words(f"nation.{heading}") if heading else "",
            tuple(Term(link_view(term), summary, words("term.count", n=count)) for term, summary, count, _ in own),
        )
        for heading, own in groupby(terms, key=lambda term: term[3])
    )
    return TermsView(frame, link.title, intro, groups)
