"""
The page of each text as an Output, and the pages at its former addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.library.holding import TERM_TYPES
from plugins.library.shelf import Shelf
from plugins.outputs import Facet, Output
from plugins.pages.maker import NOTHING, PageMaker
from plugins.records.record import Record

RELATED_SHOWN = 3
"""How many related texts stand below a text."""

SERVING_SHOWN = 6
"""How many texts of a type a principle or a change shows before it points to the whole list."""


NO_SERVING: Facet[Any] = Facet.of_all(())
"""What serves a text that is no principle and no change."""


def relate(shelf: Shelf) -> None:
    """Find out who is related to whom, for all texts at once: one answer of each kind tells all."""
    for lang in shelf.languages():
        record = next(own for own in shelf.records if own.lang == lang)
        shelf.related(record, RELATED_SHOWN + 1)
        for type_name in ("testimony", "action"):
            shelf.fitting(record, type_name, None)


def text_output(maker: PageMaker, record: Record) -> Output:
    """The page of a text, by the template of its type."""
    from plugins.pages.texts import make_text

    shelf = maker.shelf
    voice = action = None
    if record.type in ("story", "explainer", "action"):
        voice = shelf.fitting(record, "testimony", record.front.voice)
    if record.type in ("story", "testimony", "explainer", "group"):
        action = shelf.fitting(record, "action", record.front.action)
    related = [other for other in shelf.related(record, RELATED_SHOWN + 1) if other is not voice][:RELATED_SHOWN]
    if record.type not in TERM_TYPES:
        related = []
    owner = shelf.find(("page", maker.settings.owner), record.lang) if record.type == "testimony" else None
    before, after = shelf.neighbours(record) if record.type != "page" else (None, None)
    facets = (
        maker.surrounder.facet(record.lang),
        shelf.full(record),
        shelf.card(voice) if voice else NOTHING,
        shelf.card(action) if action else NOTHING,
        maker.cards(related),
        shelf.link(before) if before else NOTHING,
        shelf.link(after) if after else NOTHING,
        serving(maker, record) if record.type in ("principle", "change") else NO_SERVING,
        shelf.link(owner) if owner else NOTHING,
        maker.shared.picture(record),
        maker.text_links(record),
        maker.heard(record),
    )
    shown = [
        record,
        *shelf.mentions(record),
        *related,
        *(other for other in (voice, action, before, after, owner) if other),
    ]
    if record.type in ("principle", "change"):
        shown += [other for _, own in serving_records(maker, record) for other in own[:SERVING_SHOWN]]
    return maker.output(shelf.link(record).value.url, f"{record.type}.html", make_text, facets, shown)


def serving_records(maker: PageMaker, record: Record) -> list[tuple[str, list[Record]]]:
    """For a principle or a change: the texts that serve it, by type."""
    found = []
    for type_name in TERM_TYPES:
        own = maker.shelf.serving.get((record.type, record.own("number", 0), type_name, record.lang), [])
        if own and record.type in ("principle", "change"):
            found.append((type_name, own))
    return found


def serving(maker: PageMaker, record: Record) -> Facet[Any]:
    """What serves a principle or a change, as one facet."""
    parts = []
    for type_name, own in serving_records(maker, record):
        around = maker.surrounder.facet(record.lang).value
        more = around.list_of(type_name) if len(own) > SERVING_SHOWN else None
        parts.append(Facet.of_all((Facet.of(type_name), maker.cards(own[:SERVING_SHOWN]), Facet.of(more))))
    return Facet.of_all(parts)


def redirect_outputs(maker: PageMaker, record: Record) -> Iterator[Output]:
    """A page at each address a text had before."""
    prefix = "" if record.lang == maker.shelf.default_language else f"/{record.lang}"
    for former in record.front.former:
        from plugins.pages.special import make_redirect

        facets = (maker.surrounder.facet(record.lang), maker.shelf.link(record))
        yield maker.output(
            f"{maker.surrounder.base}{prefix}{former}",
            "redirect.html",
            make_redirect,
            facets,
            [record],
            is_framed=False,
        )
