"""
What must go, goes: when texts are broken or a proof fails while something has to leave the site,
the faulty texts are set aside, loudly, and the removal is published (the one exception to 'nothing half-checked').
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from plugins.build.finding import find_all
from plugins.build.manifest import read_manifest
from plugins.build.neighbours import Neighbours, read_journal
from plugins.consent.record import ConsentRecord
from plugins.library.checks import check_terms, check_texts
from plugins.library.library import join_translations
from plugins.library.stating import state_facts
from plugins.library.texts import Texts
from plugins.outputs import Channel
from plugins.problems import Problem, Report, Severity

RECENT_DAYS = 7
"""How long after something has left, a machine that does not know the standing site sees to it that it goes."""


def must_go(consents: Iterable[ConsentRecord], today: date, output: Path) -> bool:
    """
    Whether something may stand on the site that has to leave it.

    Where the site was built on this machine, its manifest tells. Where it was not, as in a fresh clone, or where the
    manifest does not know the site that stands, it is told by whether any words have left a channel within the last
    days.
    """
    consents = list(consents)
    if forbidden(output, consents, today):
        return True
    return not knows_all(output) and any(
        left <= today < left + timedelta(days=RECENT_DAYS)
        for consent in consents
        for channel in Channel
        if (left := consent.left_on(channel))
    )


def knows_all(output: Path) -> bool:
    """
    Whether the manifest tells of every file that stands: not where it is missing, spoilt or of another day, where the
    last build was cut off, or where the site is not there.
    """
    beside = Neighbours(output)
    looks = read_manifest(beside.manifest).looks
    if not looks or not output.is_dir() or read_journal(beside.journal) is not None:
        return False
    return find_all(output).files.items() <= looks.items()


def without_faulty(texts: Texts, report: Report) -> Texts:
    """
    The texts that are right, also with each other; those with problems, and those they leave wrong, are set aside.

    The names of all files are kept, so that links to what is set aside become plain words.
    """
    faulty = {problem.path for problem in report.errors}
    texts = keep(texts._replace(doubtful=frozenset()), faulty)
    faulty = {problem.path for problem in check_terms(texts)}
    while faulty:
        texts = keep(texts, faulty)
        faulty = {problem.path for problem in check_texts(texts) if problem.severity is Severity.ERROR}
        if not faulty & {record.path for record in texts.records}:
            break
    return texts


def keep(texts: Texts, without: set[str]) -> Texts:
    """The texts without those in some files."""
    records = tuple(record for record in texts.records if record.path not in without)
    names = tuple(named for named in texts.names if named.path not in without)
    own = texts.gathered
    stating = tuple(state_facts(join_translations(records), own.facts, own.charts))
    gathered = replace(own, records=stating, of_texts="")
    return texts._replace(records=records, names=names, gathered=gathered)


def set_aside_problems(report: Report) -> Iterable[Problem]:
    """What was wrong, as warnings that do not stop the build."""
    for problem in report.errors:
        yield problem._replace(what=f"SET ASIDE: {problem.what}", severity=Severity.WARNING)


def forbidden(output: Path, consents: Iterable[ConsentRecord], today: date) -> list[str]:
    """The standing files that carry a testimony which their channel may not carry now."""
    by_story = {consent.story: consent for consent in consents}
    found = []
    for path, entry in read_manifest(Neighbours(output).manifest).entries.items():
        own = [by_story[record_id] for record_id in entry.carries if record_id in by_story]
        if any(not consent.allows(Channel(entry.channel), today) for consent in own) and (output / path).is_file():
            found.append(path)
    return found


def remove_forbidden(output: Path, consents: Iterable[ConsentRecord], today: date) -> int:
    """
    Remove every standing file that may not stand now, and say how many.

    The last resort, where no site can be built at all; the next build makes again what may be there.
    """
    paths = forbidden(output, consents, today)
    for path in paths:
        (output / path).unlink()
    return len(paths)
