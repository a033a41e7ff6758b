"""
The feed of corrections: whoever has shown a figure of ours learns that it changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.feeds.entries import Entry, entry_id, midnight
from plugins.feeds.heads import FILES, ROOT, Feed, FeedHead
from plugins.feeds.rendering import FeedRenderer
from plugins.languages.words import Words
from plugins.library.corrections import Corrected
from plugins.library.library import Library
from plugins.outputs import Channel, Facet, Output

NAME = "corrections"
FOLDER = f"{ROOT}{NAME}/"

LIMIT = 100


def make_corrections_feed(head: FeedHead, words: Words, found: tuple[Corrected, ...]) -> Feed:
    """The view of the feed, newest first."""
    return head.feed(tuple(make_correction(own, words, head) for own in found))


def make_correction(own: Corrected, words: Words, head: FeedHead) -> Entry:
    """The entry of one correction, a whole sentence that can stand alone."""
    said = words("corrections.item", was=own.was, now=own.now)
    parts = [f"{own.link.title}:", said, words("corrections.reason", reason=own.reason) if own.reason else ""]
    return Entry(
        id=entry_id(head.site.authority, f"correction:{own.id.lower()}:{own.number}", ""),
        url=head.site.origin + own.link.url,
        title=f"{words('corrections.title')}: {own.link.title}",
        lang=own.link.tag,
        dir=own.link.dir,
        summary=" ".join(part for part in parts if part),
        content="",
        author="",
        published=midnight(own.date),
        updated=midnight(own.date),
    )


def corrections_outputs(library: Library, main: FeedHead) -> Iterator[Output]:
    """All corrections as a feed in each format; `main` is the head of the feed of everything."""
    words = library.words[library.default_language]
    head = main._replace(
        name=NAME,
        title=f"{main.site.name}: {words('corrections.title')}",
        subtitle=words("fact.corrections_intro"),
        folder=FOLDER,
    )
    found = library.corrections(Channel.FEED)[:LIMIT]
    facets = (Facet.of(head), Facet.of(words), Facet.of(found))
    carries = tuple(sorted({own.id for own in found if own.is_text}))
    for name, file in FILES.items():
        yield Output(FOLDER + file, Channel.FEED, facets, make_corrections_feed, FeedRenderer(name), carries)
