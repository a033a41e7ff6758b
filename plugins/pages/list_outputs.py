"""
Every list as Outputs: of a type, a topic or a place, and of all topics and all places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.outputs import Facet, Output
from plugins.pages.maker import PageMaker
from plugins.pages.surroundings import page_url
from plugins.records.record import Record

Gathered = Mapping[tuple[str, str], list[Record]]
"""Texts by term and language."""


def type_outputs(maker: PageMaker, type_name: str, lang: str) -> Iterator[Output]:
    """The list of all texts of a type in a language."""
    words = maker.library.words[lang]
    link = maker.surrounder.facet(lang).value.list_of(type_name)
    others = [code for name, code in maker.shelf.types if name == type_name and code != lang]
    translations = tuple(maker.surrounder.facet(code).value.list_of(type_name) for code in others)
    records = maker.shelf.of_type(type_name, lang)
    yield from list_pages(maker, link, words(f"type.{type_name}.intro"), records, None, translations)


def term_outputs(maker: PageMaker, kind: str, gathered: Gathered) -> Iterator[Output]:
    """The list of each term, and the list of all terms, in each language that has any."""
    languages: dict[str, list[str]] = {}
    for slug, lang in sorted(gathered):
        languages.setdefault(slug, []).append(lang)
    for slug, lang in sorted(gathered):
        parent = maker.surrounder.facet(lang).value.list_of(kind)
        translations = tuple(maker.shelf.term(kind, slug, code).value for code in languages[slug] if code != lang)
        link = maker.shelf.term(kind, slug, lang).value
        intro = summary_of(maker, kind, slug, lang) or maker.library.words[lang]("list.place_intro")
        yield from list_pages(maker, link, intro, gathered[slug, lang], parent, translations)
    every = sorted({lang for _, lang in gathered})
    for lang in every:
        url = maker.surrounder.facet(lang).value.lists_by_type[kind].url
        others = [code for code in every if code != lang]
        yield maker.later(url, all_terms, kind, lang, gathered, others, shows_bodies=False)


def summary_of(maker: PageMaker, kind: str, slug: str, lang: str) -> str:
    """What a topic is about, in one sentence; places have none."""
    return maker.library.topics[slug].summary[lang] if kind == "topic" else ""


def list_pages(
    maker: PageMaker, link: Any, intro: str, records: list[Record], parent: Any, translations: tuple[Any, ...]
) -> Iterator[Output]:
    """The pages of a list, each with as many texts as the settings say."""
    size = maker.settings.per_page
    count = max(1, -(-len(records) // size))
    for number in range(1, count + 1):
        arguments = (link, intro, records, (number, count), parent, translations)
        yield maker.later(page_url(link.url, number), list_page, *arguments, shows_bodies=False)


def list_page(
    maker: PageMaker, link: Any, intro: str, records: list[Record], place: tuple[int, int], parent: Any,
    translations: tuple[Any, ...],
) -> Output:  # fmt: skip
    """One page of a list; `place` is its number, and how many there are."""
    from plugins.pages.lists import make_list

    number, count = place
    own = records[(number - 1) * maker.settings.per_page : number * maker.settings.per_page]
    facets = (
        maker.surrounder.facet(link.lang),
        Facet.of(link),
        Facet.of(intro),
        Facet.of(number),
        Facet.of(count),
        maker.cards(own),
        Facet.of(parent),
        Facet.of(translations if number == 1 else ()),
    )
    return maker.output(page_url(link.url, number), "list.html", make_list, facets, own)


def all_terms(maker: PageMaker, kind: str, lang: str, gathered: Gathered, others: list[str]) -> Output:
    """All topics, or all places by nation, that have a text in a language."""
    from plugins.pages.lists import make_terms

    rows = []
    for slug, code in sorted(gathered):
        if code == lang:
            summary = summary_of(maker, kind, slug, lang)
            heading = maker.library.places[slug].nation if kind == "place" else ""
            rows.append((maker.shelf.term(kind, slug, lang).value, summary, len(gathered[slug, lang]), heading))
    rows.sort(key=lambda row: (row[3] != "uk", row[3], row[0].title))
    link = maker.surrounder.facet(lang).value.lists_by_type[kind]
    translations = tuple(maker.surrounder.facet(code).value.list_of(kind) for code in others)
    intro = maker.library.words[lang](f"type.{kind}.intro")
    facets = (
        maker.surrounder.facet(lang), Facet.of(link), Facet.of(intro), Facet.of(tuple(rows)), Facet.of(translations)
    )  # fmt: skip
    return maker.output(link.url, "terms.html", make_terms, facets, ())
