"""
The frames of all series and all texts, and what pasted addresses become, as Outputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from plugins.embeds.builder import script_output
from plugins.embeds.oembed import FOLDER, document_output
from plugins.embeds.places import CARD_SCRIPT, COMPONENT, PASTED, ROOT, SHARED_TYPES, TEXTS, WITHDRAWALS_PLUGIN, name_of
from plugins.embeds.views import MOST, make_embed
from plugins.library.departures import Departure
from plugins.library.groups import Groups
from plugins.library.library import Library
from plugins.library.series import Series, all_series
from plugins.offers import HeadLink
from plugins.once import once
from plugins.outputs import Channel, Facet, Output, verbatim
from plugins.pages.maker import PageMaker
from plugins.records.record import Record

WORDPRESS = Path(__file__).parent / "wordpress"
"""The plugin by which WordPress drops imported posts that were taken back."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can tell."""


def zipped(folder: Path) -> bytes:
    """A folder as WordPress takes a plugin: one archive, the same bytes every time."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*.php")):
            name = ZipInfo(path.relative_to(folder).as_posix(), EARLIEST)
            name.external_attr = 0o644 << 16
            archive.writestr(name, path.read_bytes(), ZIP_DEFLATED)
    return file.getvalue()


def by_series(library: Library) -> Groups[str]:
    """The texts of each series that may be embedded, newest first."""
    shelf = library.channel(Channel.EMBED)
    default = library.default_language
    return shelf.by_series.where(
        lambda name, record: name.startswith("language/") or shelf.find(record.name, default) is record
    )


def make_outputs(maker: PageMaker) -> Iterator[Output]:
    """All frames with their style sheet and scripts."""
    stylesheet = maker.theme.bundled("embed")
    yield stylesheet
    yield script_output(maker)
    yield verbatim(WITHDRAWALS_PLUGIN, zipped(WORDPRESS), Channel.EMBED)
    for name in (CARD_SCRIPT, COMPONENT):
        yield verbatim(ROOT + name, maker.theme.script(name), Channel.EMBED)
    found = once(partial(by_series, maker.library))
    for series in all_series(maker.library, maker.settings.site_name):
        own = partial(series_output, maker, series, found, stylesheet.path)
        yield Output.later(f"{ROOT}{series.name}/index.html", own, shows_bodies=False)
    for record in maker.library.channel(Channel.EMBED).records:
        if record.type in SHARED_TYPES:
            name = name_of(record)
            for folder in (TEXTS, PASTED):
                own = partial(text_output, maker, record, stylesheet.path, folder)
                yield Output.later(f"{folder}{name}/index.html", own, shows_bodies=False)
            document = partial(document_output, maker, name, record.lang, (record.id,))
            yield Output.later(f"{FOLDER}{name}.json", document, shows_bodies=False)
    for left in maker.library.departures(Channel.EMBED):
        if left.lang in maker.library.words:
            yield from notice_outputs(maker, left, stylesheet.path)


def series_output(
    maker: PageMaker, series: Series, found: Callable[[], Mapping[str, list[Record]]], stylesheet: str
) -> Output:
    """The frame of a series, with its newest texts, of those that were `found` of each series."""
    records = found().get(series.name, [])[:MOST]
    around = maker.surrounder.facet(series.lang)
    cards = Facet.of_all(maker.library.channel(Channel.EMBED, maker.with_pictures).card(record) for record in records)
    folder = f"{ROOT}{series.name}/"
    return embed_output(maker, folder, around, series.title, cards, records, stylesheet, "", series.carries)


def text_output(maker: PageMaker, record: Record, stylesheet: str, folder: str) -> Output:
    """A frame of one text: for snippets without any script, for pasted addresses with one."""
    around = maker.surrounder.facet(record.lang)
    cards = Facet.of_all((maker.library.channel(Channel.EMBED, maker.with_pictures).card(record),))
    script = f"{maker.surrounder.base}/{ROOT}{CARD_SCRIPT}" if folder == PASTED else ""
    return embed_output(maker, f"{folder}{name_of(record)}/", around, "", cards, [record], stylesheet, script)


def notice_outputs(maker: PageMaker, left: Departure, stylesheet: str) -> Iterator[Output]:
    """
    Where frames of a text stood that has left: the neutral notice, for as long as somebody may still show the frame.
    """
    name = left.id + ("" if left.is_original else f".{left.lang}")
    around = maker.surrounder.facet(left.lang)
    for folder, script in ((TEXTS, ""), (PASTED, f"{maker.surrounder.base}/{ROOT}{CARD_SCRIPT}")):
        yield embed_output(maker, f"{folder}{name}/", around, "", Facet.of(()), [], stylesheet, script)
    yield document_output(maker, name, left.lang, ())


def embed_output(
    maker: PageMaker, folder: str, around: Facet[Any], title: str, cards: Facet[Any], records: list[Record],
    stylesheet: str, script: str, named: tuple[str, ...] = (),
) -> Output:  # fmt: skip
    """A page for a frame."""
    facets = (
        around,
        Facet.of(title),
        Facet.of(around.value.home),
        cards,
        Facet.of(f"{maker.surrounder.base}/{stylesheet}"),
        Facet.of(script),
    )
    carries = tuple(sorted({*named, *(record.id for record in records)}))
    return Output(f"{folder}index.html", Channel.EMBED, facets, make_embed, maker.theme.renderer("embed.html"), carries)


def links_of(library: Library) -> Callable[[Record], Iterator[HeadLink]]:
    """What the page of a text links to: what pasted addresses are known by, and the page of snippets."""
    shelf = library.channel(Channel.EMBED)
    builder = library.channel(Channel.SITE).find(("page", "embed"), library.default_language)

    def find(record: Record) -> Iterator[HeadLink]:
        if record.type in SHARED_TYPES and shelf.lists(record):
            if builder:
                yield HeadLink("use", f"{ROOT}#text/{name_of(record)}", title="embed.use")
            yield HeadLink("alternate", f"{FOLDER}{name_of(record)}.json", "application/json+oembed", is_absolute=True)

    return find
