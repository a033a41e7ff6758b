"""
The front page, the path from micro to macro and the page for unknown addresses as Outputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.outputs import Channel, Facet, Output
from plugins.pages.maker import NOTHING, PageMaker
from plugins.records.record import Record

UNDATED = ("principle", "change", "group")
"""What follows in the quilt after all that has a date."""

QUILT_ROWS = 24
"""What fills whole rows of the quilt, be they of six, eight or twelve patches."""


def home_output(maker: PageMaker, record: Record) -> Output:
    """The front page of a language."""
    from plugins.pages.special import make_home

    shelf, lang = maker.shelf, record.lang
    patches = quilt(maker, lang)
    stories, explainers = shelf.of_type("story", lang)[:4], shelf.of_type("explainer", lang)[:4]
    voices, actions = shelf.of_type("testimony", lang)[:1], shelf.of_type("action", lang)[:3]
    principles, changes = maker.numbered("principle", lang), maker.numbered("change", lang)
    path = next((page for page in shelf.of_type("page", lang) if page.front.layout == "path"), None)
    facets = (
        maker.surrounder.facet(lang),
        shelf.full(record),
        Facet.of_all(shelf.patch(other) for other in patches),
        maker.cards(stories),
        shelf.card(voices[0]) if voices else NOTHING,
        maker.cards(explainers),
        maker.cards(actions),
        maker.links(principles),
        maker.links(changes),
        shelf.link(path) if path else NOTHING,
    )
    shown = [record, *shelf.mentions(record), *patches, *stories, *explainers, *voices, *actions, *principles, *changes]
    return maker.output(shelf.link(record).value.url, "home.html", make_home, facets, shown)


def quilt(maker: PageMaker, lang: str) -> list[Record]:
    """
    The texts in the quilt of a language: newest first, then those without a date, each once, in that language
    where there is one. As many as fill whole rows of every width the quilt has, where there are enough.
    """
    shelf = maker.shelf
    undated = [record for kind in UNDATED for record in shelf.records if record.type == kind]
    names = dict.fromkeys(record.name for record in (*shelf.newest(), *undated))
    found = [record for record in (shelf.find(name, lang) for name in names) if record]
    count = min(len(found), maker.settings.quilt)
    return found[: count - count % QUILT_ROWS if count > QUILT_ROWS else count]


def path_output(maker: PageMaker, record: Record) -> Output:
    """The page that walks from micro to macro."""
    from plugins.pages.special import make_path

    shelf, lang = maker.shelf, record.lang
    stories = shelf.of_type("story", lang)
    micro = [story for story in stories if story.front.scale == "micro"][:4]
    macro = [story for story in stories if story.front.scale == "macro"][:4]
    principles, changes = maker.numbered("principle", lang), maker.numbered("change", lang)
    actions = shelf.of_type("action", lang)[:3]
    facets = (
        maker.surrounder.facet(lang),
        shelf.full(record),
        maker.cards(micro),
        maker.links(principles),
        maker.cards(macro),
        maker.links(changes),
        maker.cards(actions),
    )
    shown = [record, *shelf.mentions(record), *micro, *macro, *principles, *changes, *actions]
    return maker.output(shelf.link(record).value.url, "path.html", make_path, facets, shown)


def not_found_output(maker: PageMaker) -> Output:
    """The page for unknown addresses."""
    from plugins.pages.special import make_not_found

    return maker.output(
        f"{maker.surrounder.base}/404.html", "not_found.html", make_not_found, every_language(maker), ()
    )


def gone_output(maker: PageMaker) -> Output:
    """The page that a host may show at any address that is gone for good."""
    from plugins.pages.special import make_gone

    return maker.output(f"{maker.surrounder.base}/410.html", "gone.html", make_gone, every_language(maker), ())


def every_language(maker: PageMaker) -> tuple[Facet[Any], ...]:
    """The facets of a page that speaks every language of the site."""
    default = maker.shelf.default_language
    codes = [default, *(code for code in maker.shelf.languages() if code != default)]
    parts = tuple((maker.library.words[code], maker.surrounder.facet(code).value.home) for code in codes)
    return (maker.surrounder.facet(default), Facet.of(parts))


def notice_outputs(maker: PageMaker) -> Iterator[Output]:
    """
    At each address that a text has left: the same few words for every cause, and nothing that tells of it.
    """
    for departure in maker.library.departures(Channel.SITE):
        if departure.address:
            from plugins.pages.special import make_notice

            facets = (maker.surrounder.facet(departure.lang), Facet.of(departure.address))
            url = f"{maker.surrounder.base}{departure.address}"
            yield maker.output(url, "notice.html", make_notice, facets, ())
