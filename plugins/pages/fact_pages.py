"""
The pages of facts: their index, each fact, the sources, the corrections.
"""

from __future__ import annotations

from itertools import groupby

from plugins.facts.history import Change
from plugins.facts.model import Source as FactSource
from plugins.languages.words import Words
from plugins.library.corrections import Corrected
from plugins.library.facets import Link
from plugins.library.shown_facts import ShownFact
from plugins.pages.cards import iso
from plugins.pages.fact_views import (
    CorrectionLine,
    CorrectionsView,
    FactLine,
    FactsView,
    FactTopic,
    FactView,
    FigureLine,
    SourceLine,
    SourcesView,
    VersionLine,
)
from plugins.pages.surroundings import Surroundings, link_view, make_frame
from plugins.pages.view_parts import CorrectionView, Frame, Source


def make_facts(
    around: Surroundings, link: Link, facts: tuple[tuple[Link, ShownFact], ...], others: tuple[Link, ...]
) -> FactsView:
    """The index of all facts, by topic."""
    words = around.words
    topics = tuple(
        FactTopic(
            anchor=topic,
            title=words(f"fact.topic.{topic}") if f"fact.topic.{topic}" in words.strings else topic.capitalize(),
            facts=tuple(FactLine(to.url, fact.claim, fact.period, fact.source[1].publisher) for to, fact in own),
        )
        for topic, own in groupby(facts, key=lambda one: one[1].topic)
    )
    intro = words("fact.intro", count=words.number(len(facts)))
    return FactsView(frame_of(around, link, intro), link.title, intro, topics, tuple(map(link_view, others)))


def frame_of(around: Surroundings, link: Link, description: str, *crumbs: Link) -> Frame:
    """The frame of a page of facts."""
    return make_frame(around, title=link.title, description=description, url=link.url, crumbs=crumbs)


def make_fact(around: Surroundings, link: Link, parent: Link, fact: ShownFact, cited_in: tuple[Link, ...]) -> FactView:
    """The page of one fact."""
    words = around.words
    summary = ". ".join(part for part in (fact.period, fact.geography) if part) + "."
    return FactView(
        frame=frame_of(around, link, f"{fact.claim} {summary}", parent),
        id=fact.id,
        title=fact.claim,
        summary=summary,
        figures=tuple(FigureLine(figure.text, figure.unit, figure.period) for figure in fact.figures),
        sources=tuple(source_view(source) for _, source in (fact.source, *fact.read_in)),
        is_recalled=fact.is_recalled,
        checked_on=words.date(fact.checked_on) if fact.checked_on else "",
        review_by=words.date(fact.review_by),
        is_stale=fact.is_stale,
        versions=tuple(VersionLine(words.date(day), iso(day), value) for day, value in fact.versions),
        corrections=tuple(correction_view(change, words) for change in fact.changes),
        cited_in=tuple(map(link_view, cited_in)),
        cite=words("fact.cite_as", claim=fact.claim, site=around.site_name, url=around.origin + link.url),
    )


def source_view(source: FactSource) -> Source:
    """A source as templates see it."""
    return Source(source.publisher, source.title, source.address, source.date)


def correction_view(change: Change, words: Words) -> CorrectionView:
    """A step in the history of a figure as templates see it."""
    return CorrectionView(words.date(change.date), iso(change.date), change.old, change.new, change.reason)


def make_sources(
    around: Surroundings, link: Link, parent: Link, sources: tuple[tuple[str, FactSource, tuple[Link, ...]], ...]
) -> SourcesView:
    """The page of all sources, each with the facts that rest on it."""
    words = around.words
    lines = tuple(
        SourceLine(
            id=name.lower(),
            source=source_view(source),
            accessed=words.date(source.accessed) if source.accessed else "",
            licence=source.licence,
            facts=tuple(map(link_view, facts)),
        )
        for name, source, facts in sources
    )
    intro = words("fact.sources_intro", count=words.number(len(lines)))
    return SourcesView(frame_of(around, link, intro, parent), link.title, intro, lines)


def make_corrections(around: Surroundings, link: Link, parent: Link, found: tuple[Corrected, ...]) -> CorrectionsView:
    """The page of all corrections."""
    words = around.words
    lines = tuple(
        CorrectionLine(
            link_view(own.link),
            CorrectionView(words.date(own.date), iso(own.date), own.was, own.now, own.reason),
            words(f"fact.severity.{own.severity}") if own.severity else "",
        )
        for own in found
    )
    intro = words("fact.corrections_intro") if lines else words("fact.corrections_none")
    return CorrectionsView(frame_of(around, link, intro, parent), link.title, intro, lines)
