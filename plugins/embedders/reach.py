"""
Whom a withdrawal or a correction concerns, and how far it has reached them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plugins.embedders.model import FOLDERS, METHODS, Embedder, is_shared
from plugins.outputs import Channel

OWN_LISTS = ("topic", "place")
"""Feeds of one topic or one place: feeds/topic/work/."""

CORRECTIONS = "feeds/corrections/"
"""This feed tells of corrections by itself, and carries nothing else."""


class Subject(NamedTuple):
    """A text or a fact that others may show, and that left some channels or was put right."""

    id: str
    since: date
    """The day from which an answer counts."""
    ids: frozenset[str]
    """Its own id; of a fact also those of the texts that state it."""
    channels: frozenset[Channel]
    """The channels that it left, or on which it was wrong."""
    is_everywhere: bool
    """Whether it concerns whoever shows it by its id, by whatever method."""
    lists: frozenset[str] | None = None
    """Its topics and places; None where nobody knows them any more."""

    def may_be_shown_by(self, embedder: Embedder) -> bool:
        """Whether somebody may show it still; where nobody can know, yes."""
        return bool(self.shown_by(embedder))

    def shown_by(self, embedder: Embedder) -> tuple[str, ...]:
        """In which of the things that somebody shows it may stand."""
        return tuple(shown for shown in embedder.shows if self.may_stand_in(shown, embedder.method))

    def may_stand_in(self, shown: str, method: str) -> bool:
        """Whether it may stand in one of the things that somebody shows."""
        if not is_shared(shown):
            return shown in self.ids and (self.is_everywhere or bool(METHODS[method] & self.channels))
        folder, _, rest = shown.partition("/")
        kind, _, name = rest.partition("/")
        if FOLDERS[folder] not in self.channels or shown.startswith(CORRECTIONS):
            return False
        return kind not in OWN_LISTS or self.lists is None or name.partition("/")[0] in self.lists


class Reach(NamedTuple):
    """What became of a text with those who may show it, by the ids of their entries."""

    confirmed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """Those who were not asked yet, or gave no answer."""

    @property
    def open(self) -> tuple[str, ...]:
        """Those who have not said that it is gone or put right."""
        return (*self.silent, *self.kept)

    @property
    def all(self) -> tuple[str, ...]:
        """Everybody who may show it, or might have."""
        return (*self.confirmed, *self.open)


def reach_of(subject: Subject, embedders: Mapping[str, Embedder]) -> Reach:
    """How far it has reached those who may show it: the last answer of each counts."""
    found: dict[str, list[str]] = {"confirmed": [], "kept": [], "": []}
    for name, embedder in embedders.items():
        if subject.may_be_shown_by(embedder):
            answer = answer_to(subject, embedder)
            found[answer if answer in found else ""].append(name)
    return Reach(*(tuple(names) for names in found.values()))


def answer_to(subject: Subject, embedder: Embedder) -> str:
    """What somebody answered last since it left or was put right; empty for nothing."""
    answers = [own for own in embedder.answers if own.subject == subject.id and own.on >= subject.since]
    return answers[-1].answer if answers else ""
