"""
All feeds in one file that feed readers can take in: OPML 2.0 (http://opml.org/spec2.opml), nested by kind.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from plugins.feeds.entries import FeedSite
from plugins.feeds.heads import FILES, ROOT
from plugins.library.library import Library
from plugins.library.series import Series
from plugins.outputs import Channel, Facet, Output

PATH = f"{ROOT}feeds.opml"


class Outline(NamedTuple):
    """A kind of feeds with its name, and the title and folder of each."""

    title: str
    feeds: tuple[tuple[str, str, str], ...]
    """Title, absolute address of the folder, language."""


class OpmlRenderer(NamedTuple):
    """Writes outlines as OPML; `title` is that of the file."""

    title: str
    home: str

    @property
    def digest(self) -> str:
        """All that it adds to the outlines."""
        return f"opml:{self.title}:{self.home}"

    def __call__(self, view: tuple[Outline, ...]) -> bytes:
        """The file as UTF-8 XML."""
        from lxml import etree

        root = etree.Element("opml", version="2.0")
        etree.SubElement(etree.SubElement(root, "head"), "title").text = self.title
        body = etree.SubElement(root, "body")
        for outline in view:
            parent = etree.SubElement(body, "outline", text=outline.title)
            for title, folder, lang in outline.feeds:
                own = {"type": "rss", "text": title, "title": title, "xmlUrl": folder + FILES["rss"]}
                etree.SubElement(parent, "outline", {**own, "htmlUrl": self.home, "language": lang})
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def same_outlines(outlines: tuple[Outline, ...]) -> tuple[Outline, ...]:
    """The view of the list of feeds."""
    return outlines


def opml_output(library: Library, series: tuple[Series, ...], site: FeedSite) -> Output:
    """The list of all feeds in short; feeds of whole texts are a choice of each site that shows them."""
    words = library.words[library.default_language]
    outlines = []
    for kind, own in groupby(series, key=lambda one: one.kind):
        feeds = tuple(
            (one.title, f"{site.root}/{ROOT}{one.name}/", library.words[one.lang].language.tag) for one in own
        )
        outlines.append(Outline(words(f"feeds.{kind}"), feeds))
    renderer = OpmlRenderer(f"{site.name}: {words('feeds.title')}", f"{site.root}/")
    carries = tuple(sorted({name for own in series for name in own.carries}))
    return Output(PATH, Channel.SITE, (Facet.of(tuple(outlines)),), same_outlines, renderer, carries)
