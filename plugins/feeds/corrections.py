"""
The feed of corrections: whoever has shown a figure of ours learns that it changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from plugins.feeds.entries import Entry, entry_id, midnight
from plugins.feeds.heads import FeedHead
from plugins.feeds.writing import Feed, FeedRenderer
from plugins.languages.words import Words
from plugins.library.corrections import Corrected
from plugins.library.library import Library
from plugins.outputs import Channel, Facet, Output

CORRECTIONS = "feeds/corrections/"
"""Below it: rss.xml and atom.xml of everything that was put right."""

BEGINNING = datetime(2026, 11, 22, tzinfo=UTC)
"""The day from which corrections are told; the feed's first entry says so, since a feed is never empty."""

LIMIT = 100


def make_corrections_feed(head: FeedHead, words: Words, found: tuple[Corrected, ...]) -> Feed:
    """The view of the feed, newest first."""
    entries = tuple(make_entry(own, words, head) for own in found)
    first = Entry(
        id=entry_id(head.authority, "corrections", ""),
        url=f"{head.root}/",
        title=head.title,
        lang=words.language.tag,
        dir=words.language.direction,
        summary=head.subtitle,
        author="",
        published=BEGINNING,
        updated=BEGINNING,
        categories=(),
    )
    entries = (*entries, first) if len(entries) < LIMIT else entries
    return head.feed(words.language.tag, max(entry.updated for entry in entries), entries)


def make_entry(own: Corrected, words: Words, head: FeedHead) -> Entry:
    """The entry of one correction, a whole sentence that can stand alone."""
    said = words("corrections.item", was=own.was, now=own.now)
    parts = [f"{own.link.title}:", said, words("corrections.reason", reason=own.reason) if own.reason else ""]
    return Entry(
        id=entry_id(head.authority, f"correction:{own.id.lower()}:{own.number}", ""),
        url=head.origin + own.link.url,
        title=f"{words('corrections.title')}: {own.link.title}",
        lang=own.link.tag,
        dir=own.link.dir,
        summary=" ".join(part for part in parts if part),
        author="",
        published=midnight(own.date),
        updated=midnight(own.date),
        categories=(),
    )


def corrections_outputs(library: Library, main: FeedHead) -> Iterator[Output]:
    """One RSS and one Atom feed of all corrections; `main` is the head of the feed of everything."""
    words = library.words[library.default_language]
    head = replace(
        main,
        name="corrections",
        title=f"{main.site_name}: {words('corrections.title')}",
        subtitle=words("fact.corrections_intro"),
        path=CORRECTIONS,
    )
    found = library.corrections(Channel.FEED)[:LIMIT]
    facets = (Facet.of(head), Facet.of(words), Facet.of(found))
    carries = tuple(sorted({own.id for own in found if own.is_text}))
    for name in ("rss", "atom"):
        yield Output(
            f"{CORRECTIONS}{name}.xml", Channel.FEED, facets, make_corrections_feed, FeedRenderer(name), carries
        )
