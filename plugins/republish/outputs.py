"""
The kits of all texts that may be republished, as Outputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from plugins.library.holding import RELATED_TYPES
from plugins.library.library import Library
from plugins.offers import HeadLink
from plugins.once import once
from plugins.outputs import Channel, Facet, Output
from plugins.pages.maker import PageMaker
from plugins.records.record import Record
from plugins.republish.kit import make_kit, make_plain, use_by_of
from plugins.syndication.whole import ROW, whole_of

ROOT = "republish/"
MARKDOWN, PLAIN = "text.md", "text.txt"


@dataclass(frozen=True, slots=True)
class TextRenderer:
    """Writes text as UTF-8."""

    digest: str = "text"

    def __call__(self, view: str) -> bytes:
        """The bytes."""
        return view.encode()


def folder_of(record: Record) -> str:
    """Where the kit of a text is, below the root of the site: by its opaque id."""
    return f"{ROOT}{record.id}{f'.{record.lang}' if record.is_translation else ''}/"


def is_offered(record: Record, library: Library) -> bool:
    """Whether other sites may copy a text: of a type that tells something, listed, and allowed."""
    return record.type in RELATED_TYPES and library.channel(Channel.REPUBLISH).lists(record)


def make_outputs(maker: PageMaker) -> Iterator[Output]:
    """The page of each kit, and its two other forms."""
    library = maker.library
    for record in library.channel(Channel.REPUBLISH).records:
        if is_offered(record, library):
            yield from kit_outputs(maker, record)


def kit_outputs(maker: PageMaker, record: Record) -> Iterator[Output]:
    """The three files of one kit."""
    folder = folder_of(record)
    gathered = once(partial(gather_kit, maker, record))

    def gather(number: int) -> Output:
        return gathered()[number]

    for number, name in enumerate((MARKDOWN, PLAIN, "index.html")):
        yield Output.later(folder + name, partial(gather, number), row=ROW)


def gather_kit(maker: PageMaker, record: Record) -> tuple[Output, Output, Output]:
    """The Markdown, the plain text and the page of one kit."""
    library, around = maker.library, maker.surrounder
    shelf = library.channel(Channel.REPUBLISH, maker.with_pictures)
    own = Facet.later(lambda: whole_of(shelf.full(record).value), "kit", shelf.whole_digest(record))
    use_by = Facet.of(use_by_of(record.front, library.ends_on(record), library.build.today))
    site_name = Facet.of(maker.settings.site_name)
    carries = tuple(sorted({record.id, *(other.id for other in shelf.linked(record))}))
    words, origin = library.words_facets[record.lang], Facet.of(around.origin)
    folder = folder_of(record)
    markdown, plain = (
        Output(
            folder + name, Channel.REPUBLISH, (own, words, origin, site_name, use_by, Facet.of(is_markdown)),
            make_plain, TextRenderer(), carries,
        )
        for name, is_markdown in ((MARKDOWN, True), (PLAIN, False))
    )  # fmt: skip
    url = f"{around.base}/{folder}"
    page = (around.facet(record.lang), own, site_name, use_by, *map(Facet.of, (url, url + MARKDOWN, url + PLAIN)))
    shown = [record, *shelf.linked(record)]
    return markdown, plain, maker.output(url, "republish.html", make_kit, page, shown, channel=Channel.REPUBLISH)


def links_of(library: Library) -> Callable[[Record], Iterator[HeadLink]]:
    """What the page of a text links to: its kit."""

    def find(record: Record) -> Iterator[HeadLink]:
        if is_offered(record, library):
            yield HeadLink("use", folder_of(record), title="republish.use")

    return find
