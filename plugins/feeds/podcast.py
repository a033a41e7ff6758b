"""
What podcast programs want besides RSS: the namespaces of iTunes and of Podcasting 2.0.

feedgen's own podcast extension knows neither transcripts nor seconds, and wants an owner's e-mail address.
"""

from __future__ import annotations

from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from plugins.feeds.entries import Entry
from plugins.feeds.heads import Feed

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
NAMES: Any = {"itunes": ITUNES, "podcast": PODCAST}

CATEGORY, SUBCATEGORY = "Society & Culture", "Personal Journals"


class PodcastExtension(BaseExtension):
    """The head of a podcast: who speaks, its picture, its kind."""

    def __init__(self) -> None:
        self.feed: Feed | None = None

    def extend_ns(self) -> dict[str, str]:
        """Called by feedgen."""
        return dict(NAMES)

    def extend_rss(self, feed: Any) -> Any:
        """Called by feedgen with the rss element."""
        assert self.feed
        channel = feed[0]
        etree.SubElement(channel, f"{{{ITUNES}}}author").text = self.feed.author
        etree.SubElement(channel, f"{{{ITUNES}}}explicit").text = "false"
        etree.SubElement(channel, f"{{{ITUNES}}}type").text = "episodic"
        category = etree.SubElement(channel, f"{{{ITUNES}}}category", text=CATEGORY)
        etree.SubElement(category, f"{{{ITUNES}}}category", text=SUBCATEGORY)
        etree.SubElement(channel, f"{{{ITUNES}}}image", href=self.feed.artwork)
        return feed


class PodcastEntryExtension(BaseEntryExtension):
    """How long a recording is, and where one can read what is said in it."""

    def __init__(self) -> None:
        self.entry: Entry | None = None

    def extend_rss(self, element: Any) -> Any:
        """Called by feedgen with the finished item."""
        audio = self.entry.audio if self.entry else None
        if self.entry is None or audio is None:
            return element
        etree.SubElement(element, f"{{{ITUNES}}}duration", nsmap=NAMES).text = str(audio.seconds)
        etree.SubElement(element, f"{{{ITUNES}}}explicit", nsmap=NAMES).text = "false"
        for url, type_name in audio.transcripts:
            name = f"{{{PODCAST}}}transcript"
            etree.SubElement(element, name, url=url, type=type_name, language=self.entry.lang, nsmap=NAMES)
        return element
