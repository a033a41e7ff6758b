"""
What the pages of facts show: plain data, made for their templates.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.pages.view_parts import CorrectionView, Frame, LinkView, Source


class FactLine(NamedTuple):
    """One fact in a list."""

    url: str
    claim: str
    period: str
    publisher: str


class FactTopic(NamedTuple):
    """The facts of one topic, with the name of its place in the page."""

    anchor: str
    title: str
    facts: tuple[FactLine, ...]


class FactsView(NamedTuple):
    """All facts by topic (template facts.html)."""

    frame: Frame
    title: str
    intro: str
    topics: tuple[FactTopic, ...]
    others: tuple[LinkView, ...]
    """The pages of sources and corrections, and the downloads."""


class FigureLine(NamedTuple):
    """A figure with what it counts and the time for which it holds."""

    text: str
    unit: str
    period: str


class VersionLine(NamedTuple):
    """What the figures were from one day on."""

    date: str
    date_iso: str
    value: str


class FactView(NamedTuple):
    """One fact (template fact.html); dates are written out, whatever is not known is empty."""

    frame: Frame
    id: str
    title: str
    """The claim, as a reader reads it."""
    summary: str
    figures: tuple[FigureLine, ...]
    sources: tuple[Source, ...]
    """The source to cite, then those in which it was read."""
    is_recalled: bool
    checked_on: str
    review_by: str
    is_stale: bool
    versions: tuple[VersionLine, ...]
    corrections: tuple[CorrectionView, ...]
    cited_in: tuple[LinkView, ...]
    cite: str


class SourceLine(NamedTuple):
    """A source with all that is known of it."""

    id: str
    source: Source
    accessed: str
    licence: str
    facts: tuple[LinkView, ...]


class SourcesView(NamedTuple):
    """All sources (template fact_sources.html)."""

    frame: Frame
    title: str
    intro: str
    sources: tuple[SourceLine, ...]


class CorrectionLine(NamedTuple):
    """One correction, with what it was made in."""

    link: LinkView
    correction: CorrectionView
    severity: str


class CorrectionsView(NamedTuple):
    """All corrections, the newest first (template fact_corrections.html)."""

    frame: Frame
    title: str
    intro: str
    corrections: tuple[CorrectionLine, ...]
