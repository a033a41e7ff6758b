"""
The plain corpus: what every generator can make a site of, so that all can be given the same.

Texts of 500 to 900 words in two sections, each with two to four of 60 topics and one of 120 places.
No text leads to another, and none holds anything that only we would understand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.vocabulary import Shuffler, Vocabulary
from plugins.records.validation import ID_LETTERS

SECTIONS = ("stories", "explainers")
TOPICS = 60
PLACES = 120
FIRST_DAY = date(2006, 1, 1)
DAYS = 7500
SEED = 20260101


@dataclass(frozen=True, slots=True)
class PlainText:
    """One text, before any generator's front matter."""

    section: str
    slug: str
    id: str
    title: str
    summary: str
    date: date
    topics: tuple[str, ...]
    place: str
    body: str


def make_texts(content: Path, count: int) -> Iterator[PlainText]:
    """So many texts, made of the words of the repository's content: the same each time."""
    shuffler = Shuffler(Vocabulary(content).common, SEED)
    own = shuffler.random
    for number in range(1, count + 1):
        yield PlainText(
            section=SECTIONS[number % 3 == 0],
            slug=f"text-{number}",
            id="".join(own.choices(ID_LETTERS, k=10)),
            title=shuffler.some(6).capitalize(),
            summary=f"{shuffler.some(10).capitalize()}. {shuffler.some(8).capitalize()}.",
            date=FIRST_DAY + timedelta(own.randrange(DAYS)),
            topics=tuple(f"topic-{topic}" for topic in own.sample(range(1, TOPICS + 1), own.randint(2, 4))),
            place=f"place-{own.randint(1, PLACES)}",
            body=make_body(shuffler),
        )


def make_body(shuffler: Shuffler) -> str:
    """A body in the Markdown that all generators read alike."""
    own = shuffler.random
    parts: list[str] = []
    length, goal = 0, own.randint(500, 900)
    while length < goal:
        paragraph = shuffler.paragraph()
        length += len(paragraph.split())
        if own.random() < 0.3:
            parts.append(f"## {shuffler.some(4).capitalize()}")
        if own.random() < 0.25:
            paragraph += f" [{shuffler.some(2).capitalize()}](https://example.org/{own.choice(shuffler.words)}/)."
        if own.random() < 0.1:
            parts.append("\n".join(f"- {shuffler.some(6)}" for _ in range(4)))
        parts.append(paragraph)
    return "\n\n".join(parts)


def write_texts(texts: Iterable[PlainText], folder: Path, front: dict[str, str]) -> None:
    """
    Write every text below a folder, in its section.

    `front` has the lines of front matter by section, with the fields of PlainText in braces.
    """
    for section in SECTIONS:
        (folder / section).mkdir(parents=True, exist_ok=True)
    for text in texts:
        head = front[text.section].format(
            title=text.title,
            summary=text.summary,
            date=text.date,
            id=text.id,
            topics=", ".join(text.topics),
            place=text.place,
        )
        (folder / text.section / f"{text.slug}.md").write_text(f"{head}\n{text.body}\n", "utf-8")
