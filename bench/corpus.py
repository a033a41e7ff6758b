"""
A corpus of texts of all types that passes the gate without a warning: the same for the same number, on any machine.

It is made of the words of the repository's own texts, shuffled; nobody could
take it for writing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.bodies import Bodies
from bench.photographs import Photographs
from bench.vocabulary import Shuffler, Vocabulary
from plugins.facts.figures import values_of
from plugins.facts.reading import read_book
from plugins.records.validation import ID_LETTERS

SHARES = {"testimony": 15, "story": 50, "explainer": 20, "action": 5, "group": 10}
"""How many of a hundred texts are of each type; testimonies first, since stories quote them."""

FOLDERS = {
    "story": "stories",
    "testimony": "testimonies",
    "explainer": "explainers",
    "action": "actions",
    "group": "groups",
}
PLACES = 120
FIRST_DAY = date(2006, 1, 1)
DAYS = 7500
KEPT = ("topics.yml", "terms.yml", "facts", "charts", "principles", "changes", "techniques", "glossary")
"""What is taken from the repository: files as they are, texts without what leads to other texts."""

PICTURED = ("story", "testimony", "explainer")
SHARE_OF_PICTURES = 1 / 3
"""Of the types that have pictures, so that about one text in four has one."""

SEED = 20260101


class Corpus:
    """
    Writes a content folder of about `count` texts, one in twelve of them translated.
    """

    def __init__(self, source: Path, folder: Path, count: int, with_pictures: bool = False) -> None:
        self.source = source
        self.folder = folder
        self.count = count
        vocabulary = Vocabulary(source)
        self.shuffler = Shuffler(vocabulary.common, SEED)
        self.random = self.shuffler.random
        self.topics = re.findall(r"(?m)^([a-z-]+):", (source / "topics.yml").read_text("utf-8"))
        self.names: dict[str, list[str]] = {kind: [] for kind in SHARES}
        self.bodies = Bodies(self.shuffler, vocabulary.kept_back, self.names)
        self.photographs = Photographs(SEED) if with_pictures else None
        self.pictures = 0

    def write(self) -> None:
        """Write all files."""
        self._keep()
        self._save("places.yml", "".join(self._places()))
        kinds = [kind for kind, share in SHARES.items() for _ in range(max(1, self.count * share // 100))]
        for number, kind in enumerate(kinds):
            self.names[kind].append(f"{kind}-{number}")
        for kind, names in self.names.items():
            for name in names:
                self._text(kind, name)
        self._page("home", "home")
        self._page("how-change-happens", "path")
        self._page("your-words", "plain")
        self._page("about", "plain")

    def _keep(self) -> None:
        """Take along what texts refer to."""
        for name in KEPT:
            path = self.source / name
            if path.is_dir():
                shutil.copytree(path, self.folder / name)
            else:
                shutil.copy(path, self.folder / name)
        for path in sorted(self.folder.glob("*/*.md")):
            path.write_text(self._plain(path.read_text("utf-8")), "utf-8")
        book, _ = read_book(self.folder / "facts", "facts")
        self.bodies.figures = [name for name, fact in sorted(book.facts.items()) if values_of(fact.claim)]
        self.bodies.charts = sorted(path.stem for path in (self.folder / "charts").glob("*.yml"))
        self.bodies.techniques = sorted(
            path.stem for path in (self.folder / "techniques").glob("*.md") if path.stem != "README"
        )

    @staticmethod
    def _plain(text: str) -> str:
        """A text of the repository without what leads to others of its texts."""
        text = re.sub(r"\[([^\]]*)\]\([^)]*(?:\([^)]*\))?[^)]*\)", r"\1", text)
        return re.sub(r"(?m)^(voice|action|places|groups):.*\n", "", text)

    def _save(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def _id(self) -> str:
        return "".join(self.random.choices(ID_LETTERS, k=10))

    def _places(self) -> Iterator[str]:
        for number in range(PLACES):
            title = self.shuffler.some(1).title() + f" {number}"
            names = f"{{en: {title}, cy: {title}, ar: {title}}}"
            yield f"place-{number}: {{title: {names}, nation: england, latitude: 52.0, longitude: -1.5}}\n"

    def _head(self, record_id: str) -> list[str]:
        """The fields that every text has."""
        own = self.shuffler
        return [
            f"title: {own.some(6).capitalize()}",
            f"summary: {own.line(12)} {own.line(8)}"[:230],
            "status: published",
            f"id: {record_id}",
        ]

    def _text(self, kind: str, name: str) -> None:
        record_id = self._id()
        lines = [
            *self._head(record_id),
            f"topics: [{', '.join(self.random.sample(self.topics, self.random.randint(2, 4)))}]",
            f"principles: [{self.random.randint(1, 6)}]",
            f"changes: [{self.random.randint(1, 4)}]",
        ]
        if kind != "group":
            lines.append(f"date: {FIRST_DAY + timedelta(self.random.randrange(DAYS))}")
            lines.append(f"places: [place-{self.random.randrange(PLACES)}]")
        lines += getattr(self, f"_own_{kind}")(record_id)
        lines += self._picture(kind)
        if kind == "testimony":
            body = self.bodies.testimony(name)
        else:
            body = self.bodies.told(kind) if kind in ("story", "explainer") else self.bodies.plain()
        self._save(f"{FOLDERS[kind]}/{name}.md", file_of(lines, body))
        if kind in ("story", "explainer") and self.shuffler.chance(1 / 6):
            self._translation(kind, name, record_id, self.random.choice(("cy", "ar")))

    def _picture(self, kind: str) -> list[str]:
        """A photograph of the text's own, for some."""
        if self.photographs is None or kind not in PICTURED or not self.shuffler.chance(SHARE_OF_PICTURES):
            return []
        self.pictures += 1
        name = f"photograph-{self.pictures}"
        self.photographs.write(self.folder / "pictures", name, dict.fromkeys(("en", "cy", "ar"), self.shuffler.some(8)))
        return [f"picture: {name}"]

    def _translation(self, kind: str, name: str, record_id: str, lang: str) -> None:
        lines = [*self._head(record_id), "original_language: en"]
        if kind == "explainer":
            lines.append(f"answer: {self.shuffler.line(12)}")
        self._save(f"{FOLDERS[kind]}/{name}.{lang}.md", file_of(lines, self.bodies.plain()))

    def _own_story(self, _: str) -> list[str]:
        named = [
            f"{field}: {self.random.choice(self.names[kind])}"
            for field, kind in (("voice", "testimony"), ("action", "action"))
        ]
        return [f"scale: {self.random.choice(('micro', 'macro'))}", "made: about", *named]

    def _own_explainer(self, _: str) -> list[str]:
        facts = ", ".join(self.random.sample(list(self.bodies.figures), 4))
        return [f"answer: {self.shuffler.line(12)}", "review_by: 2030-01-01", f"facts: [{facts}]"]

    def _own_action(self, _: str) -> list[str]:
        return ["where: anywhere"]

    def _own_group(self, _: str) -> list[str]:
        place = self.random.randrange(PLACES)
        return [
            f"place: place-{place}",
            "nation: england",
            "latitude: 52.0",
            "longitude: -1.5",
            "website: https://example.org/",
        ]

    def _own_testimony(self, record_id: str) -> list[str]:
        consent = "C-" + "".join(self.random.choices(ID_LETTERS, k=6)).upper()
        feed = self.random.choice(("yes", "no"))
        self._save(
            f"consents/{consent.lower()}.yml",
            f"id: {consent}\nstory: {record_id}\npublic_name: A voice of the corpus\nname_kind: none\n"
            f"scopes: {{site: yes, feed: {feed}}}\nreleased_on: 2005-01-01\nexpires_on: 2040-01-01\nstatus: live\n"
            "checks_passed: {date: 2005-01-01, role: editor}\n",
        )
        return [f"consent: {consent}", "content_note: none"]

    def _page(self, name: str, layout: str) -> None:
        lines = self._head(self._id())
        self._save(f"pages/{name}.md", file_of([*lines, f"layout: {layout}"], self.bodies.plain()))


def file_of(lines: list[str], body: str) -> str:
    """A text as it is stored."""
    return "\n".join(["---", *lines, "---", "", body, ""])
