"""
The front page, the path from micro to macro, the page for unknown addresses, and redirects.
"""

from __future__ import annotations

from plugins.images.views import maybe_view
from plugins.languages.words import Words
from plugins.library.facets import Card, Full, Link, Patch
from plugins.pages.cards import card_views, fill_body, maybe_card
from plugins.pages.structured_data import organization
from plugins.pages.surroundings import Surroundings, link_view, make_frame
from plugins.pages.views import HomeView, NotFoundView, NoticeView, PathView, QuiltPatch, RedirectView
from plugins.quilt.patch import draw_patch

Cards = tuple[Card, ...]
Links = tuple[Link, ...]


def make_home(
    around: Surroundings,
    full: Full,
    quilt: tuple[Patch, ...],
    stories: Cards,
    voice: Card | None,
    explainers: Cards,
    actions: Cards,
    principles: Links,
    changes: Links,
    path: Link | None,
) -> HomeView:
    """The front page of one language."""
    words, front, link = around.words, full.front, full.card.link
    frame = make_frame(
        around,
        title=around.site_name,
        description=front.summary,
        url=link.url,
        translations=full.translations,
        structured_data=(organization(around.site_name, around.origin + link.url),),
    )
    lists = {name: link_view(own) for name, own in around.lists}
    return HomeView(
        frame=frame,
        title=front.title,
        summary=front.summary,
        lang=link.tag,
        dir=link.dir,
        body=fill_body(full, words, is_numbered=False),
        quilt=tuple(QuiltPatch(link_view(patch.link), draw_patch(patch.id, patch.principle)) for patch in quilt),
        stories=card_views(stories, words),
        stories_link=lists.get("story"),
        voice=maybe_card(voice, words),
        voices_link=lists.get("testimony"),
        explainers=card_views(explainers, words),
        explainers_link=lists.get("explainer"),
        actions=card_views(actions, words),
        actions_link=lists.get("action"),
        principles=tuple(map(link_view, principles)),
        changes=tuple(map(link_view, changes)),
        groups_link=lists.get("group"),
        path_link=link_view(path) if path else None,
    )


def make_path(
    around: Surroundings, full: Full, micro: Cards, principles: Links, macro: Cards, changes: Links, actions: Cards
) -> PathView:
    """How change happens: from friendship close by to changes far-reaching."""
    words, front, link = around.words, full.front, full.card.link
    frame = make_frame(
        around, title=front.title, description=front.summary, url=link.url, translations=full.translations
    )
    return PathView(
        frame=frame,
        title=front.title,
        summary=front.summary,
        lang=link.tag,
        dir=link.dir,
        picture=maybe_view(full.card.picture),
        body=fill_body(full, words, is_numbered=False),
        micro=card_views(micro, words),
        principles=tuple(map(link_view, principles)),
        macro=card_views(macro, words),
        changes=tuple(map(link_view, changes)),
        actions=card_views(actions, words),
    )


def make_not_found(around: Surroundings, parts: tuple[tuple[Words, Link], ...]) -> NotFoundView:
    """The page for unknown addresses, in every language of the site."""
    title = around.words("not_found.title")
    frame = make_frame(around, title=title, description=title, url="")
    return NotFoundView(frame, tuple((words, link_view(link)) for words, link in parts))


def make_gone(around: Surroundings, parts: tuple[tuple[Words, Link], ...]) -> NotFoundView:
    """The page for addresses that are gone, in every language of the site."""
    title = around.words("notice.title")
    frame = make_frame(around, title=title, description=title, url="", is_listed=False)
    return NotFoundView(frame, tuple((words, link_view(link)) for words, link in parts))


def make_notice(around: Surroundings, _address: str) -> NoticeView:
    """The page at the address of a text that is published no more: the same for every text."""
    title = around.words("notice.title")
    return NoticeView(make_frame(around, title=title, description=title, url="", is_listed=False), title)


def make_redirect(around: Surroundings, link: Link) -> RedirectView:
    """The page at a former address."""
    icons = tuple(own for own in around.head_links if own.rel == "icon")
    return RedirectView(around.words, link.title, link.url, around.origin + link.url, icons)
