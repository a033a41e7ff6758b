"""
Reads the folder of facts: one file for each topic, sources.yml for the sources of all, history.yml for what they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from plugins.facts.book import FactBook
from plugins.facts.figures import values_of
from plugins.facts.history import Version
from plugins.facts.model import Fact, Source
from plugins.facts.review import is_stale
from plugins.once import Remember, make_anew
from plugins.outputs import fingerprint
from plugins.problems import Problem, Severity, did_you_mean
from plugins.records.document import Document, Mark, read_document
from plugins.records.document import Path as Place
from plugins.records.entries import read_entry
from plugins.records.fields import FACT_ID, SOURCE_ID
from plugins.records.freezing import remembered
from plugins.records.part import Part
from plugins.records.reading import decode

LONGEST = 2_000_000
REGISTER = "sources"
HISTORY = "history"

Entry = TypeVar("Entry", bound=Part)


class File(NamedTuple):
    """One file of entries by id: the facts of one topic, or the sources."""

    topic: str
    shown: str
    document: Document

    def mark_of(self, name: str) -> Mark:
        """Where an entry begins."""
        return self.document.marks["\0key", name]

    @property
    def cut_off(self) -> str | None:
        """The entry that may be half an entry, because the file cannot be read to its end."""
        last = next(reversed(self.document.values), None)
        broken = last is not None and any(problem.line >= self.mark_of(last)[0] for problem in self.document.problems)
        return last if broken else None

    def problem(self, place: Place, what: str, todo: str) -> Problem:
        """A problem with an entry, or with one of its fields."""
        line, column = self.document.marks[place] if len(place) > 1 else self.mark_of(str(place[0]))
        return Problem(self.shown, line, column, ": ".join((*map(str, place[:2]), what)), todo)


def read_book(
    folder: Path, shown: str, today: date = date.min, remember: Remember = make_anew
) -> tuple[FactBook, list[Problem]]:
    """
    All facts and sources of a folder, with what is wrong in any; an empty book where the folder is missing.

    `shown` is the folder as an editor types it. A fact whose source is unknown
    stays in the book, so that the texts that state it are not blamed as well.
    On `today` a fact past its review is a warning.
    """
    raws = {path.stem: path.read_bytes() for path in sorted(folder.glob("[!.#]*.yml"))}
    digest = fingerprint("facts", *(part for own in raws.items() for part in own))
    read = partial(parse_book, raws, shown, today)
    parts, problems = remembered(remember, digest, (Fact, Source, Version), read)
    if not problems and any(is_stale(fact.review_by, today) for fact in parts[0].values()):
        # That a fact should have been checked is told at its line.
        parts, problems = read()
    return FactBook(*parts), problems


Parts = tuple[dict[str, Fact], dict[str, Source], dict[str, tuple[Version, ...]]]
"""What a book is made of."""


def parse_book(raws: Mapping[str, bytes], shown: str, today: date) -> tuple[Parts, list[Problem]]:
    """What stands in files of facts, by the names of the files, with what is wrong in any."""
    files: dict[str, File] = {}
    problems: list[Problem] = []
    for name, raw in raws.items():
        files[name] = read_file(name, raw, f"{shown}/{name}.yml")
        problems += files[name].document.problems
    register = files.pop(REGISTER, None)
    past = files.pop(HISTORY, None)
    topics = list(files.values())
    facts: dict[str, Fact] = {}
    for file in topics:
        facts |= read_entries(file, Fact, problems)
    sources = read_entries(register, Source, problems) if register else {}
    problems += check_fact_ids(topics)
    if register:
        problems += check_source_ids(register)
        problems += check_sources(topics, register)
    elif topics:
        problems.append(
            Problem(f"{shown}/{REGISTER}.yml", 1, 1, "this file is missing", "Bring it back from an earlier version.")
        )
    history = read_history(past, problems) if past else {}
    problems += check_history(topics, facts, past, history, f"{shown}/{HISTORY}.yml")
    problems += warn_of_reviews(topics, facts, today)
    return (facts, sources, history), problems


def read_file(name: str, raw: bytes, shown: str) -> File:
    """One file, as far as it can be read."""
    text = decode(raw, shown)
    document = Document(problems=[text]) if isinstance(text, Problem) else read_document(text, shown, longest=LONGEST)
    return File(name, shown, document)


def read_entries(file: File, model: type[Entry], problems: list[Problem]) -> dict[str, Entry]:
    """The valid entries of a file by id; what is wrong in the others goes into the problems."""
    entries: dict[str, Entry] = {}
    for name in file.document.values:
        entry, found = read_entry(model, name, file.document, file.shown)
        if entry:
            entries[name] = entry
        elif name != file.cut_off:
            problems += found
    return entries


def read_history(file: File, problems: list[Problem]) -> dict[str, tuple[Version, ...]]:
    """The versions of each fact, the oldest first; what is wrong in any goes into the problems."""
    history: dict[str, tuple[Version, ...]] = {}
    for name, entries in file.document.values.items():
        if not isinstance(entries, list) or not entries:
            problems.append(file.problem((name,), "this is no list of versions", "Take it back: make fact writes it."))
            continue
        own: dict[Place, Mark] = {("\0key", name): file.mark_of(name)}
        read = [read_entry(Version, name, Document({name: entry}, own), file.shown) for entry in entries]
        problems += [problem for _, found in read for problem in found]
        versions = tuple(version for version, _ in read if version)
        if len(versions) == len(entries):
            history[name] = versions
    return history


def check_history(
    topics: list[File], facts: dict[str, Fact], past: File | None, history: dict[str, tuple[Version, ...]], shown: str
) -> Iterator[Problem]:
    """Each figure is what its history ends with: it is changed by `make fact` alone, which tells readers of it."""
    marks = {name: file for file in topics for name in file.document.values}
    for name, fact in facts.items():
        value = "; ".join(values_of(fact.claim))
        versions = history.get(name, ())
        if value and not versions and not (past and name in past.document.values):
            what = f"its figures have no history in {shown}"
            yield marks[name].problem((name, "claim"), what, f"Run: make fact ID={name}")
        elif versions and versions[-1].value != value:
            what = f'its figures are "{value}", and its history ends with "{versions[-1].value}"'
            todo = f'Put the old ones back, then run: make fact ID={name} VALUE="{value}" PERIOD=… SOURCE=… REASON=…'
            yield marks[name].problem((name, "claim"), what, todo)
    for name, versions in history.items():
        assert past is not None
        days = [version.date for version in versions]
        if name not in marks:
            yield past.problem((name,), "there is no such fact", did_you_mean(name, marks))
        elif days != sorted(days):
            yield past.problem((name,), "its versions are not in the order of their days", "Put the newest last.")


def warn_of_reviews(topics: list[File], facts: dict[str, Fact], today: date) -> Iterator[Problem]:
    """Each fact that should have been checked again by now: until it is, what states it leaves feeds and embeds."""
    for file in topics:
        for name in file.document.values:
            if name in facts and is_stale(facts[name].review_by, today):
                what = f"this fact should have been checked by {facts[name].review_by}"
                todo = f"Look at its source, then run: make fact ID={name} CHECKED=yes"
                yield file.problem((name, "review_by"), what, todo)._replace(severity=Severity.WARNING)


def check_fact_ids(topics: list[File]) -> Iterator[Problem]:
    """Each fact has an id that says its topic, which is the name of its file, and has it alone."""
    names = [file.topic for file in topics]
    seen: dict[str, File] = {}
    for file in topics:
        for name in file.document.values:
            topic = name.split("-")[1] if FACT_ID.match(name) else None
            if topic is None:
                yield file.problem((name,), "this is no fact id", f"Write it like F-{file.topic}-027.")
            elif topic != file.topic:
                todo = f"Move it to {topic}.yml, or change its id." if topic in names else did_you_mean(topic, names)
                yield file.problem((name,), f'its topic is not that of this file, "{file.topic}"', todo)
            if name in seen:
                first, (line, _) = seen[name], seen[name].mark_of(name)
                yield file.problem(
                    (name,), f"this id stands in line {line} of {first.shown} too", "Keep one of the two."
                )
            seen.setdefault(name, file)


def check_source_ids(register: File) -> Iterator[Problem]:
    """Each source has an id that can be told from that of a fact."""
    for name in register.document.values:
        if not SOURCE_ID.match(name):
            yield register.problem((name,), "this is no source id", "Write it like S-unhcr-gt24.")


def check_sources(topics: list[File], register: File) -> Iterator[Problem]:
    """Each source that a fact names is in the register, as far as that could be read."""
    known = register.document.values
    if register.document.problems:
        return
    for file in topics:
        for name, values in file.document.values.items():
            for place, source in named_sources(name, values):
                if SOURCE_ID.match(source) and source not in known:
                    yield file.problem(
                        place, f'"{source}" does not stand in {register.shown}', did_you_mean(source, known)
                    )


def named_sources(name: str, values: object) -> Iterator[tuple[Place, str]]:
    """The sources that a fact names, each with its place, whether or not the rest of the fact is right."""
    fields = values if isinstance(values, dict) else {}
    if isinstance(fields.get("source"), str):
        yield (name, "source"), fields["source"].strip()
    read_in = fields.get("read_in")
    for index, source in enumerate(read_in if isinstance(read_in, list) else ()):
        if isinstance(source, str):
            yield (name, "read_in", index), source.strip()
