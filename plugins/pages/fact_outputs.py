"""
The pages and downloads of facts as Outputs; they are in the site's default language, which the facts are written in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plugins.facts.downloads import facts_csv, facts_json
from plugins.facts.model import Source
from plugins.library.facets import Link
from plugins.library.shown_facts import ShownFact, shown_facts
from plugins.once import once
from plugins.outputs import Channel, Facet, Output, verbatim
from plugins.pages.fact_pages import make_corrections, make_fact, make_facts, make_sources
from plugins.pages.maker import PageMaker
from plugins.records.record import Record

SOURCES, CORRECTIONS, CSV, JSON = "sources/", "corrections/", "facts.csv", "facts.json"
"""Below the index of facts."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def fact_outputs(maker: PageMaker) -> Iterator[Output]:
    """Everything that is published of the book of facts."""
    book = maker.library.facts
    facts = [(fact_link(maker, fact), fact) for fact in shown_facts(book, maker.library.build.today)]
    lang = maker.shelf.default_language
    around = maker.surrounder.facet(lang)
    parent = index_link(maker)
    words = around.value.words
    sources, corrections = (
        below(maker, SOURCES, words("fact.sources")),
        below(maker, CORRECTIONS, words("corrections.title")),
    )
    downloads = (below(maker, CSV, words("fact.csv")), below(maker, JSON, words("fact.json")))
    cited = once(partial(cited_in, maker, lang))
    others = Facet.of((sources, corrections, *downloads))
    yield maker.output(
        parent.url, "facts.html", make_facts, (around, Facet.of(parent), Facet.of(tuple(facts)), others), ()
    )
    for link, fact in facts:
        yield maker.later(link.url, fact_output, link, parent, fact, cited, shows_bodies=False)
    resting = Facet.of(tuple(sources_with(facts)))
    yield maker.output(
        sources.url, "fact_sources.html", make_sources, (around, Facet.of(sources), Facet.of(parent), resting), ()
    )
    found = maker.library.corrections(Channel.SITE)
    facets = (around, Facet.of(corrections), Facet.of(parent), Facet.of(found))
    yield maker.output(corrections.url, "fact_corrections.html", make_corrections, facets, maker.shelf.corrected)
    about = {
        "title": words("type.fact.list"), "home": maker.surrounder.origin + parent.url, "licence": LICENCE,
        "cite": words("fact.cite_all", site=maker.settings.site_name, url=maker.surrounder.origin + parent.url),
    }  # fmt: skip
    folder = maker.library.urls.of_list("fact")
    yield verbatim(f"{folder}{CSV}", facts_csv(book))
    yield verbatim(f"{folder}{JSON}", facts_json(book, about))


def fact_output(
    maker: PageMaker, link: Link, parent: Link, fact: ShownFact, cited: Callable[[], dict[str, list[Record]]]
) -> Output:
    """The page of one fact, with the texts that state it, of those that were found for each."""
    own = cited().get(fact.id, [])
    around = maker.surrounder.facet(maker.shelf.default_language)
    facets = (around, Facet.of(link), Facet.of(parent), Facet.of(fact), maker.links(own))
    return maker.output(link.url, "fact.html", make_fact, facets, own)


def index_link(maker: PageMaker) -> Link:
    """The index of facts."""
    lang = maker.shelf.default_language
    title = maker.library.words[lang]("type.fact.list")
    return maker.surrounder.link(lang, maker.library.urls.of_list("fact"), title)


def below(maker: PageMaker, address: str, title: str) -> Link:
    """A page below the index of facts."""
    lang = maker.shelf.default_language
    return maker.surrounder.link(lang, maker.library.urls.of_list("fact") + address, title)


def fact_link(maker: PageMaker, fact: ShownFact) -> Link:
    """The page of a fact."""
    return maker.surrounder.link(maker.shelf.default_language, maker.library.urls.of("fact", fact.slug), fact.claim)


def cited_in(maker: PageMaker, lang: str) -> dict[str, list[Record]]:
    """The texts of a language that state each fact, by its id."""
    found: dict[str, list[Record]] = {}
    for record in maker.shelf.records:
        if record.lang == lang and record.type != "testimony" and record.known.may_state:
            for fact in record.front.facts:
                found.setdefault(fact, []).append(record)
    return found


def sources_with(facts: Iterable[tuple[Link, ShownFact]]) -> Iterator[tuple[str, Source, tuple[Link, ...]]]:
    """Each source that any fact rests on, by publisher and title, with the pages of these facts."""
    resting: dict[str, tuple[Source, list[Link]]] = {}
    for link, fact in facts:
        for name, source in (fact.source, *fact.read_in):
            resting.setdefault(name, (source, []))[1].append(link._replace(title=fact.id))
    for name in sorted(resting, key=lambda name: (resting[name][0].publisher.casefold(), name)):
        source, links = resting[name]
        yield name, source, tuple(links)
