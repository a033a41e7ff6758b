"""
The gate: every file is read and every problem gathered before anything is written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.build.beside import PICTURES, RECORDINGS, check_beside
from plugins.build.kept import Kept
from plugins.build.progress import SILENT, Progress
from plugins.build.reading import Readings
from plugins.build.rules import first_looks, later_looks
from plugins.build.scanning import Stamps, find_files
from plugins.build.setting_aside import keep, must_go, set_aside_problems, without_faulty
from plugins.build.software import software_digest
from plugins.charts.reading import read_charts
from plugins.consent.reading import read_approved, read_consents, warn_of_ends
from plugins.embedders.reading import REGISTER, check_embedders
from plugins.facts.reading import read_book
from plugins.facts.review import is_stale
from plugins.identity.guard import LIST_NAME
from plugins.identity.settings import Guarding
from plugins.images.reading import read_pictures
from plugins.languages.settings import Languages
from plugins.languages.words import Words
from plugins.library.checks import check_texts
from plugins.library.fact_checks import first_review, warn_of_reviews
from plugins.library.gathered import Gathered
from plugins.library.hidden import hidden_links
from plugins.library.library import Library, join_translations
from plugins.library.settings import Build
from plugins.library.settling import settling
from plugins.library.stating import state_facts
from plugins.library.targets import Targets
from plugins.library.terms import Place, Topic, read_terms
from plugins.library.texts import Texts
from plugins.library.traced import warn_of_untraced
from plugins.media.sounds import read_sounds
from plugins.once import Remember, make_anew
from plugins.outputs import Channel, digest_of, fingerprint
from plugins.problems import ContentError, Problem, Report, Severity
from plugins.records.part import Part
from plugins.records.reading import Named, read_name
from plugins.records.record import Body, Record
from plugins.records.settings import Urls

if TYPE_CHECKING:
    from plugins.markup.body import BodyRenderer


@dataclass(frozen=True)
class Content:
    """
    Where the content of a site stands, and by what rules it is read.
    """

    folder: Path
    shown: str
    """The folder as an editor types it, for messages."""
    consents: Path
    languages: Languages
    words: dict[str, Words]
    build: Build
    urls: Urls
    site_url: str
    guarding: Guarding = field(default_factory=Guarding)
    with_advice: bool = False
    """Whether writers are told what could be said better; a build tells only what is wrong."""
    cache: Path | None = None
    """The folder that keeps what was read from one reading to the next; None to keep nothing."""
    workers: int = 1
    """How many processes read side by side."""
    find: Callable[[Path, str], tuple[Stamps, list[Problem]]] = field(default=find_files, compare=False)
    """Finds the texts."""
    remember: Remember = make_anew
    """Gives what earlier builds made of the same things."""
    facts: Path = field(default=Path())
    """The folder of facts; that below the content folder where nothing else is said."""
    progress: Progress = field(default=SILENT, compare=False)
    """Who is told how far the reading is."""

    def __post_init__(self) -> None:
        if self.facts == Path():
            object.__setattr__(self, "facts", self.folder / "facts")


def open_library(content: Content) -> tuple[Library, Report]:
    """
    The library of a site whose texts are all right, with the warnings there are.

    ContentError, with every problem of every file, where any is wrong.
    """
    opened = open_site(content)
    return opened.library, opened.report


class Opened(NamedTuple):
    """A site whose texts are all right, and how they were read."""

    library: Library
    report: Report
    readings: Readings


def open_site(content: Content) -> Opened:
    """A site for a preview, where texts are read again one by one; otherwise as `open_library`."""
    report = Report()
    readings, texts = read_all(content, report)
    report.extend(found_wrong(content, texts))
    if report.errors:
        raise ContentError(report)
    return Opened(*make_library(content, texts, report), readings)


def found_wrong(content: Content, texts: Texts) -> Iterable[Problem]:
    """
    What is wrong with texts among each other. That nothing is, is remembered for as long as nothing but words of
    bodies changes; what is, is looked for anew, since it tells lines.
    """
    given = (texts.urls, texts.has_consents, sorted(texts.doubtful))
    known = digest_of("checks", texts.gathered.basis, *map(repr, given))
    if not texts.gathered.basis or content.remember(known, lambda: len(list(check_texts(texts)))):
        yield from check_texts(texts)


def open_what_can_be(content: Content, also_faulty: frozenset[str], output: Path) -> tuple[Library, Report]:
    """
    The library without the texts that are wrong, and without those in some other files; each is told loudly.

    ContentError where nothing has to leave the site: then nothing half-checked is published.
    """
    report = Report()
    texts = read_texts(content, report)
    report.extend(check_texts(texts))
    if not must_go(texts.gathered.consents.values(), content.build.today, output):
        raise ContentError(report)
    texts = keep(without_faulty(texts, report), set(also_faulty))
    return make_library(content, texts, Report([*report.warnings, *set_aside_problems(report)]))


def make_library(content: Content, texts: Texts, report: Report) -> tuple[Library, Report]:
    """The library of texts that are right."""
    is_guarded = has_looked(content) or not content.guarding.is_required
    if not is_guarded:
        what = "guard not run, so no testimony of a real person is published"
        todo = "Make the list with make guard, and give its passphrase in WELCOME_GUARD."
        report.add(Problem(f"{content.shown}/{LIST_NAME}", 1, 1, what, todo, Severity.WARNING))
    build = replace(content.build, unguarded=is_guarded)
    library = Library(texts.gathered, build, content.urls, content.site_url)
    shelf = library.channel(Channel.SITE)
    report.extend(hidden_links(texts, lambda name: shelf.find(name, content.languages.default) is not None))
    return library, report


def read_texts(content: Content, report: Report) -> Texts:
    """Everything below the content folder, as far as it could be read; problems go into the report."""
    return read_all(content, report)[1]


def read_all(content: Content, report: Report) -> tuple[Readings, Texts]:
    """Everything below the content folder, and how it was read."""
    passphrase = content.guarding.passphrase
    content.progress.stage("Reading texts")
    looks, problems = first_looks(
        content.folder, content.shown, passphrase, with_advice=content.with_advice, remember=content.remember
    )
    report.extend(problems)
    made_by = fingerprint(software_digest(), sys.version, content.shown, content.languages.default)
    kept = Kept(content.cache, made_by)
    stamps, named = names_of(content, report)
    readings = Readings(content.folder, kept, content.workers, named, content.progress)
    readings.read(stamps, looks, LazyRenderer())
    content.progress.stage("Checking texts")
    records = readings.records()
    names = {look.name for look in looks}
    for more in later_looks(readings.rows, named, records):
        readings.look(more)
        names |= {look.name for look in more.values()}
    report.extend(readings.problems(sorted(names)))
    basis = readings.basis
    readings.save()
    first = content.remember(digest_of("first review", basis), lambda: first_review(records))
    if is_stale(date.fromordinal(first), content.build.today):
        report.extend(warn_of_reviews(records, content.build.today))
    report.extend(check_beside(content.folder, content.shown))
    texts = gather(content, list(named.values()), records, report, basis)
    if content.with_advice:
        report.extend(warn_of_untraced(readings.raws(), texts.gathered.records, texts.gathered.facts))
    return readings, texts


def names_of(content: Content, report: Report) -> tuple[Stamps, dict[str, Named]]:
    """The files that are texts by their names, with their stamps and with what the names say."""
    stamps, problems = content.find(content.folder, content.shown)
    report.extend(problems)
    shown, codes, default = content.shown, content.languages.codes, content.languages.default
    found: dict[str, Named] = {}
    for relative in tuple(stamps):
        named = read_name(relative, f"{shown}/{relative}", codes, default)
        if isinstance(named, Problem):
            report.add(named)
            del stamps[relative]
        else:
            found[relative] = named
    return stamps, found


class LazyRenderer:
    """Makes bodies; what it needs for that is loaded with the first one."""

    @cached_property
    def _renderer(self) -> BodyRenderer:
        from plugins.markup.body import BodyRenderer

        return BodyRenderer()

    def __call__(self, text: str, first_line: int, path: str, lang: str) -> tuple[Body, list[Problem]]:
        """The body of a text, with all that is wrong in it."""
        return self._renderer(text, first_line, path, lang)


def has_looked(content: Content) -> bool:
    """Whether the guard over real names could look at the texts."""
    return bool(content.guarding.passphrase) and (content.folder / LIST_NAME).is_file()


def gather(content: Content, names: list[Named], records: list[Record], report: Report, basis: str) -> Texts:
    """The texts, of which `basis` tells all but the words, together with topics, places, facts and consents."""
    codes = content.languages.codes
    topics, topic_problems = terms_of(content, "topics.yml", Topic)
    places, place_problems = terms_of(content, "places.yml", Place)
    report.extend(topic_problems + place_problems)
    doubtful = {name for name, found in (("topics", topic_problems), ("places", place_problems)) if found}
    facts, problems = read_book(content.facts, f"{content.shown}/facts", content.build.today, content.remember)
    report.extend(problems)
    shown_consents = shown_path(content.consents, content)
    consents, problems = read_consents(content.consents, shown_consents, content.remember)
    report.extend(problems)
    report.extend(warn_of_ends(consents, shown_consents, content.build.today))
    pictures, problems = read_pictures(content.folder / PICTURES, f"{content.shown}/{PICTURES}")
    sounds = read_sounds(content.folder / RECORDINGS)
    report.extend(problems)
    charts, problems = read_charts(content.folder / "charts", f"{content.shown}/charts", facts, codes, content.remember)
    report.extend(problems)
    settle = settling(content.remember, "stating", basis, repr(charts))
    gathered = Gathered(
        records=tuple(state_facts(join_translations(records), facts, charts, settle)),
        targets=Targets(names),
        consents=consents,
        topics=topics,
        places=places,
        facts=facts,
        words=content.words,
        default_language=content.languages.default,
        approved=read_approved(content.consents, consents),
        pictures=pictures,
        sounds=sounds,
        charts=charts,
        remember=content.remember,
        of_texts=basis,
    )
    if (content.folder / REGISTER).is_file():
        known = {record.id for record in records} | {own.story for own in consents.values()} | set(facts.facts)
        testimonies = {record.slug: record.id for record in records if record.type == "testimony"}
        report.extend(check_embedders(content.folder / REGISTER, f"{content.shown}/{REGISTER}", known, testimonies))
    has_consents = content.consents.is_dir()
    return Texts(tuple(records), tuple(names), gathered, content.urls, has_consents, frozenset(doubtful))


def terms_of(content: Content, name: str, model: type[Part]) -> tuple[dict[str, Any], list[Problem]]:
    """Topics or places, by slug, with what is wrong in their file."""
    codes = content.languages.codes
    return read_terms(content.folder / name, f"{content.shown}/{name}", model, codes, content.remember)


def shown_path(path: Path, content: Content) -> str:
    """A path as an editor would type it."""
    try:
        return f"{content.shown}/{path.relative_to(content.folder).as_posix()}"
    except ValueError:
        return path.as_posix()
