"""
What the pages of facts show: plain data, made for their templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.pages.view_parts import CorrectionView, Frame, LinkView, Source


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact in a list."""

    url: str
    claim: str
    period: str
    publisher: str


@dataclass(frozen=True, slots=True)
class FactTopic:
    """The facts of one topic, with the name of its place in the page."""

    anchor: str
    title: str
    facts: tuple[FactLine, ...]


@dataclass(frozen=True, slots=True)
class FactsView:
    """All facts by topic (template facts.html)."""

    frame: Frame
    title: str
    intro: str
    topics: tuple[FactTopic, ...]
    others: tuple[LinkView, ...]
    """The pages of sources and corrections, and the downloads."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure with what it counts and the time for which it holds."""

    text: str
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """What the figures were from one day on."""

    date: str
    date_iso: str
    value: str


@dataclass(frozen=True, slots=True)
class FactView:
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


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source with all that is known of it."""

    id: str
    source: Source
    accessed: str
    licence: str
    facts: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources (template fact_sources.html)."""

    frame: Frame
    title: str
    intro: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction, with what it was made in."""

    link: LinkView
    correction: CorrectionView
    severity: str


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections, the newest first (template fact_corrections.html)."""

    frame: Frame
    title: str
    intro: str
    corrections: tuple[CorrectionLine, ...]
