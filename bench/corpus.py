"""
A corpus of texts of all types that passes the gate: the same for the same number, on any machine.

It is made of the words of the repository's own texts, shuffled; nobody could
take it for writing.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from plugins.records.validation import ID_LETTERS

SHARES = {"story": 50, "testimony": 15, "explainer": 20, "action": 5, "group": 10}
"""How many of a hundred texts are of each type."""

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
KEPT = ("topics.yml", "facts", "principles", "changes")
"""What is taken from the repository as it is."""


class Corpus:
    """
    Writes a content folder of about `count` texts, one in twelve of them translated.
    """

    def __init__(self, source: Path, folder: Path, count: int) -> None:
        self.source = source
        self.folder = folder
        self.count = count
        self.random = random.Random(20260101)
        prose = " ".join(path.read_text("utf-8") for path in sorted((source / "explainers").glob("*.md")))
        self.words = sorted(set(re.findall(r"\b[a-z]{2,12}\b", prose)))
        self.topics = re.findall(r"(?m)^([a-z-]+):", (source / "topics.yml").read_text("utf-8"))
        self.facts = re.findall(r"(?m)^(F-[a-z]+-\d{3}):", (source / "facts" / "numbers.yml").read_text("utf-8"))
        self.names: dict[str, list[str]] = {kind: [] for kind in SHARES}

    def write(self) -> None:
        """Write all files."""
        for name in KEPT:
            path = self.source / name
            if path.is_dir():
                shutil.copytree(path, self.folder / name)
            else:
                shutil.copy(path, self.folder / name)
        for path in sorted([*self.folder.glob("principles/*.md"), *self.folder.glob("changes/*.md")]):
            path.write_text(self._plain(path.read_text("utf-8")), "utf-8")
        self._save("places.yml", "".join(self._places()))
        kinds = [kind for kind, share in SHARES.items() for _ in range(max(1, self.count * share // 100))]
        for number, kind in enumerate(kinds):
            self.names[kind].append(f"{kind}-{number}")
        for kind, names in self.names.items():
            for name in names:
                self._text(kind, name)
        self._page("home", "home")
        self._page("how-change-happens", "path")
        self._page("about", "plain")

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

    def _some(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, k=count))

    def _places(self) -> Iterator[str]:
        for number in range(PLACES):
            title = self._some(1).title() + f" {number}"
            names = f"{{en: {title}, cy: {title}, ar: {title}}}"
            yield f"place-{number}: {{title: {names}, nation: england, latitude: 52.0, longitude: -1.5}}\n"

    def _sentence(self) -> str:
        words = self.random.choices(self.words, k=self.random.randint(6, 18))
        if self.random.random() < 0.15:
            words[2] = f"*{words[2]}*"
        return " ".join(words).capitalize() + "."

    def _body(self) -> str:
        parts: list[str] = []
        length, goal = 0, self.random.randint(500, 900)
        while length < goal:
            paragraph = " ".join(self._sentence() for _ in range(self.random.randint(3, 6)))
            length += len(paragraph.split())
            if self.random.random() < 0.3:
                parts.append(f"## {self._some(4).capitalize()}")
            if self.random.random() < 0.25:
                kind = self.random.choice(sorted(self.names))
                paragraph += f" See [{self._some(2)}](record:{self.random.choice(self.names[kind])})."
            if self.random.random() < 0.1:
                parts.append("\n".join(f"- {self._some(6)}" for _ in range(4)))
            parts.append(paragraph)
        return "\n\n".join(parts)

    def _text(self, kind: str, name: str) -> None:
        record_id = self._id()
        lines = [
            f"title: {self._some(6).capitalize()}",
            f"summary: {self._sentence()} {self._sentence()}".replace("*", "")[:230],
            "status: published",
            f"id: {record_id}",
            f"topics: [{', '.join(self.random.sample(self.topics, self.random.randint(2, 4)))}]",
            f"principles: [{self.random.randint(1, 6)}]",
            f"changes: [{self.random.randint(1, 4)}]",
        ]
        if kind != "group":
            lines.append(f"date: {FIRST_DAY + timedelta(self.random.randrange(DAYS))}")
            lines.append(f"places: [place-{self.random.randrange(PLACES)}]")
        lines += getattr(self, f"_own_{kind}")(record_id)
        folder = FOLDERS[kind]
        self._save(f"{folder}/{name}.md", self._file(lines))
        if kind in ("story", "explainer") and self.random.random() < 1 / 6:
            self._translation(kind, name, record_id, self.random.choice(("cy", "ar")))

    def _file(self, lines: list[str]) -> str:
        return "\n".join(["---", *lines, "---", "", self._body(), ""])

    def _translation(self, kind: str, name: str, record_id: str, lang: str) -> None:
        lines = [
            f"title: {self._some(6).capitalize()}",
            f"summary: {self._some(20)}.",
            "status: published",
            f"id: {record_id}",
            "original_language: en",
        ]
        if kind == "explainer":
            lines.append(f"answer: {self._some(12)}.")
        self._save(f"{FOLDERS[kind]}/{name}.{lang}.md", self._file(lines))

    def _own_story(self, _: str) -> list[str]:
        named = [
            f"{field}: {self.random.choice(self.names[kind])}"
            for field, kind in (("voice", "testimony"), ("action", "action"))
        ]
        return [f"scale: {self.random.choice(('micro', 'macro'))}", "made: about", *named]

    def _own_explainer(self, _: str) -> list[str]:
        facts = ", ".join(self.random.sample(self.facts, 4))
        return [f"answer: {self._some(12)}.", "review_by: 2030-01-01", f"facts: [{facts}]"]

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
        lines = [f"title: {name.capitalize()}", f"summary: {self._some(15)}.", "status: published", f"id: {self._id()}"]
        self._save(f"pages/{name}.md", self._file([*lines, f"layout: {layout}"]))
