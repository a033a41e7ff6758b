"""
Finds a testimony, with its consent and all its languages, by whatever id a person was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.gate import Content, read_texts
from plugins.build.project import content_of
from plugins.consent.record import ConsentRecord
from plugins.consent.words import PublicWords, code_of, fingerprint_of
from plugins.library.gathered import Gathered
from plugins.problems import Problem, Report, SettingsError
from plugins.records.record import Record


class Found(NamedTuple):
    """A consent record and the testimony it is for, in every language it is written in, its original first."""

    content: Content
    gathered: Gathered
    consent: ConsentRecord
    records: tuple[Record, ...]

    @property
    def record_path(self) -> Path:
        """The file of the consent record."""
        return self.content.consents / f"{self.consent.id.lower()}.yml"

    @property
    def words(self) -> Mapping[str, PublicWords]:
        """The public words by language."""
        return {record.lang: self.gathered.public_words(record) for record in self.records}

    @property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of the public words in each language."""
        return {lang: fingerprint_of(words) for lang, words in self.words.items()}

    @property
    def code(self) -> str:
        """The code of the words in all their languages."""
        return code_of(self.fingerprints)


def find_testimony(settings: Mapping[str, Any], asked: str, is_tolerant: bool = False) -> Found:
    """
    The testimony that somebody means by an id.

    SettingsError where there is none, or where one of its files cannot be read, unless one `is_tolerant`.
    """
    if not asked.strip():
        raise SettingsError("say which testimony, by the id of its consent: ID=C-7F3K9Q")
    content = content_of(settings)
    report = Report()
    gathered = read_texts(content, report).gathered
    wanted = asked.strip().lower()
    consent = next(
        (own for own in gathered.consents.values() if wanted in (own.id.lower(), own.story.lower())),
        None,
    )
    if consent is None:
        broken = problems_of(report, f"{content.consents.name}/{wanted}.")
        raise SettingsError(
            "\n".join(map(str, broken)) or f'there is no consent record "{asked}": its id looks like C-7F3K9Q'
        )
    own = records_of(consent, gathered)
    broken = [
        problem for problem in report.errors if any(f"/{record.slug}." in problem.path for record in own) or not own
    ]
    if broken and not is_tolerant:
        raise SettingsError("\n".join(map(str, broken)))
    return Found(content, gathered, consent, tuple(own))


def records_of(consent: ConsentRecord, gathered: Gathered) -> list[Record]:
    """The texts of a consent that are there, the original first."""
    own = [record for record in gathered.records if record.type == "testimony" and record.id == consent.story]
    return sorted(own, key=lambda record: (record.is_translation, record.lang))


def problems_of(report: Report, part: str) -> list[Problem]:
    """The problems of files whose path holds a part."""
    return [problem for problem in report.errors if part in problem.path.lower()]
