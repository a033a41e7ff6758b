"""
Our own software, with the features that have equals elsewhere and no others.

It does more all the same: it cleans and checks every text, and finds related texts by all topics they share.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.measuring import Run
from bench.plain import PlainText
from bench.product import Site
from bench.rivals.rival import Rival

ROOT = Path(__file__).resolve().parents[3]

FRONT = """\
---
title: {title}
summary: {summary}
date: {date}
status: published
id: {id}
topics: [{topics}]
places: [{place}]
"""
STORY = "scale: micro\nmade: about\n---\n"
EXPLAINER = "answer: {summary}\nreview_by: 2030-01-01\n---\n"
TOPIC = "{0}: {{title: {{en: {1}}}, summary: {{en: {1}.}}}}\n"
PLACE = "{0}: {{title: {{en: {1}}}, nation: england, latitude: 52.0, longitude: -1.5}}\n"

SOFTWARE = "SOFTWARE = str(Path(__file__).resolve().parents[4])"
"""The line of the settings that is right where they stand; a copy elsewhere names the folder."""


class Welcome(Rival):
    """Welcome Stories."""

    name = "Welcome Stories"
    folder = "welcome"
    output = "output"
    settings = "plainconf.py"
    front = {"stories": FRONT + STORY, "explainers": FRONT + EXPLAINER}  # noqa: RUF012

    def install(self, tools: Path) -> None:
        """It is here."""

    def site_at(self, home: Path) -> Site:
        """The site in a folder, for the scenarios that ours alone has."""
        return Site(home, self.settings)

    def run(self, home: Path) -> Run:
        """As `make html` does it."""
        return self.site_at(home).run

    def forget(self, home: Path) -> None:
        """Also what is kept beside the output."""
        self.site_at(home).forget()

    def settle(self, home: Path, texts: Sequence[PlainText]) -> None:
        """Also the lists of topics and places, which no other generator wants declared."""
        super().settle(home, texts)
        settings = home / "plainconf.py"
        settings.write_text(settings.read_text("utf-8").replace(SOFTWARE, f"SOFTWARE = {str(ROOT)!r}"), "utf-8")
        topics, places = {topic for text in texts for topic in text.topics}, {text.place for text in texts}
        for name, line, terms in (("topics", TOPIC, topics), ("places", PLACE, places)):
            lines = (line.format(term, term.replace("-", " ").capitalize()) for term in sorted(terms))
            (home / "content" / f"{name}.yml").write_text("".join(lines), "utf-8")


class Whole(Welcome):
    """
    Welcome Stories with everything on, on the same texts: what the plain site leaves out costs the difference.
    """

    name = "Welcome Stories with everything on"
    folder = "whole"
    settings = "wholeconf.py"

    @property
    def site(self) -> Path:
        """That of the plain site, where these settings stand too."""
        return Welcome().site
