"""
The frames of all series and all texts, and what pasted addresses become, as Outputs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from plugins.embeds.oembed import document_output
from plugins.embeds.views import MOST, make_embed
from plugins.library.library import Library
from plugins.library.membership import series_of
from plugins.library.series import Series, all_series
from plugins.library.shelf import RELATED_TYPES
from plugins.outputs import Channel, Facet, HeadLink, Output, verbatim
from plugins.pages.maker import PageMaker
from plugins.records.record import Record

ROOT = "embed/"
PASTED = "pasted/"
"""Below it: the cards that pasted addresses become, which tell WordPress their height by a script."""

CARD_SCRIPT = "pasted.1.js"
COMPONENT = "welcome-stories.1.js"
"""Never change what an address like this gives: other sites check it by its hash. Raise the number instead."""

SHARED_TYPES = (*RELATED_TYPES, "action")
"""Types whose texts can be shown elsewhere one by one."""


def name_of(record: Record) -> str:
    """What a text is called in addresses of embeds: its opaque id, with the language of a translation."""
    return record.id + (f".{record.lang}" if record.is_translation else "")


def by_series(library: Library) -> dict[str, list[Record]]:
    """The newest texts of each series that may be embedded."""
    shelf = library.channel(Channel.EMBED)
    found: dict[str, list[Record]] = defaultdict(list)
    for record in shelf.newest():
        is_shown = shelf.find(record.name, library.default_language) is record
        for name in series_of(record):
            if (is_shown or name.startswith("language/")) and len(found[name]) < MOST:
                found[name].append(record)
    return found


def make_outputs(maker: PageMaker) -> Iterator[Output]:
    """All frames with their style sheet and scripts."""
    stylesheet = maker.theme.bundled("embed")
    yield stylesheet
    for name in (CARD_SCRIPT,):
        yield verbatim(ROOT + name, maker.theme.script(name), Channel.EMBED)
    found = by_series(maker.library)
    for series in all_series(maker.library, maker.settings.site_name):
        yield series_output(maker, series, found.get(series.name, []), stylesheet.path)
    script = f"{maker.surrounder.base}/{ROOT}{CARD_SCRIPT}"
    shelf = maker.library.channel(Channel.EMBED)
    for record in shelf.records:
        if record.type in SHARED_TYPES:
            yield text_output(maker, record, f"{ROOT}text/", "", stylesheet.path)
            yield text_output(maker, record, ROOT + PASTED, script, stylesheet.path)
            yield document_output(maker, record, name_of(record), ROOT + PASTED)


def series_output(maker: PageMaker, series: Series, records: list[Record], stylesheet: str) -> Output:
    """The frame of a series, with its newest texts."""
    around = maker.surrounder.facet(series.lang)
    cards = Facet.of_all(maker.library.channel(Channel.EMBED).card(record) for record in records)
    folder = f"{ROOT}{series.name}/"
    return embed_output(maker, folder, around, series.title, cards, records, stylesheet, "", series.carries)


def text_output(maker: PageMaker, record: Record, folder: str, script: str, stylesheet: str) -> Output:
    """The frame of one text."""
    around = maker.surrounder.facet(record.lang)
    cards = Facet.of_all((maker.library.channel(Channel.EMBED).card(record),))
    return embed_output(maker, f"{folder}{name_of(record)}/", around, "", cards, [record], stylesheet, script)


def embed_output(
    maker: PageMaker, folder: str, around: Facet[Any], title: str, cards: Facet[Any], records: list[Record],
    stylesheet: str, script: str, named: tuple[str, ...] = (),
) -> Output:  # fmt: skip
    """A page for a frame."""
    facets = (
        around,
        Facet.of(title),
        Facet.of(around.value.home),
        cards,
        Facet.of(f"{maker.surrounder.base}/{stylesheet}"),
        Facet.of(script),
    )
    carries = tuple(sorted({*named, *(record.id for record in records)}))
    return Output(f"{folder}index.html", Channel.EMBED, facets, make_embed, maker.theme.renderer("embed.html"), carries)


def links_of(library: Library) -> Callable[[Record], Iterator[HeadLink]]:
    """What the page of a text links to: the document that pasted addresses are known by."""
    shelf = library.channel(Channel.EMBED)

    def find(record: Record) -> Iterator[HeadLink]:
        if record.type in SHARED_TYPES and shelf.lists(record):
            yield HeadLink("alternate", f"oembed/{name_of(record)}.json", "application/json+oembed", "embed.card")

    return find
