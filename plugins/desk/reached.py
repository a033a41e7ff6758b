"""
How far a text and its withdrawal have reached, in lines for the person whose words they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.build.gate import Content
from plugins.consent.record import ConsentRecord
from plugins.desk.notices import departed, showable
from plugins.embedders.model import Embedder, way_of
from plugins.embedders.reach import Reach, Subject, reach_of
from plugins.embedders.reading import REGISTER, read_embedders
from plugins.languages.words import Words
from plugins.records.record import Record

APART = "\u2068{}\u2069"
"""A name that is written from left to right, kept whole in lines that are written from right to left."""


class Told(NamedTuple):
    """What is said of others who show a text, and whether anybody has yet to confirm that it is gone."""

    lines: tuple[str, ...]
    is_open: bool


def tell_of_others(content: Content, consent: ConsentRecord, records: list[Record], words: Words) -> Told:
    """The true state, also where the register cannot be read in full, or nobody is in it."""
    embedders, problems = read_embedders(content.folder / REGISTER, REGISTER)
    today = content.build.today
    left, live = departed(consent, records, today), showable(consent, records, today)
    reach = reach_of(left, embedders) if left else Reach()
    showing = [name for name in shown_by(live, embedders) if name not in reach.all]
    lines = [words("reach.broken")] if problems else []
    if reach.all:
        lines += left_lines(reach, embedders, words)
    if showing and reach.all:
        lines.append(words("reach.still", names=names_of(showing, embedders, words)))
    elif showing:
        lines += live_lines(showing, embedders, words)
    elif not reach.all:
        lines.append(words("reach.nobody"))
    return Told((*lines, words("reach.unseen")), bool(reach.open))


def shown_by(live: Subject | None, embedders: Mapping[str, Embedder]) -> list[str]:
    """Those who may show a text now, by the ids of their entries."""
    return [name for name, own in embedders.items() if live and live.may_be_shown_by(own)]


def live_lines(showing: list[str], embedders: Mapping[str, Embedder], words: Words) -> list[str]:
    """Who shows a text, and how."""
    names = names_of(showing, embedders, words)
    return [*how_lines(showing, embedders, words), words("reach.who", names=names)]


def left_lines(reach: Reach, embedders: Mapping[str, Embedder], words: Words) -> list[str]:
    """What became of a text with those who showed it."""
    confirmed, everyone = words.number(len(reach.confirmed)), words.number(len(reach.all))
    lines = [*how_lines(reach.all, embedders, words), words("reach.confirmed", confirmed=confirmed, all=everyone)]
    if reach.silent:
        lines.append(words("reach.silent", names=names_of(reach.silent, embedders, words)))
    if reach.kept:
        lines.append(words("reach.kept", names=names_of(reach.kept, embedders, words)))
    return lines


def how_lines(names: Iterable[str], embedders: Mapping[str, Embedder], words: Words) -> list[str]:
    """How many show it, and in which ways."""
    ways = [way_of(embedders[name]) for name in names]
    feed, embed, other = (words.number(ways.count(way)) for way in ("feed", "embed", "other"))
    return [words("reach.shown", n=len(ways)), words("reach.ways", feed=feed, embed=embed, other=other)]


def names_of(names: Iterable[str], embedders: Mapping[str, Embedder], words: Words) -> str:
    """The names of some organisations as one phrase."""
    own = [embedders[name].name for name in names]
    return words.list([APART.format(name) for name in own] if words.language.direction == "rtl" else own)
