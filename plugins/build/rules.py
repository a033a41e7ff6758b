"""
The rules by which each text is looked at by itself: personal data, real names, words, and myths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from plugins.build.kept import Row
from plugins.build.looking import Look
from plugins.identity.guard import Guard, GuardError, guard_status
from plugins.library.myths import Myths, myth_sequences
from plugins.library.myths import check_file as check_myths
from plugins.once import Remember, make_anew
from plugins.problems import Problem, SettingsError
from plugins.prose.terms import Terms, read_prose_terms
from plugins.records.reading import Named
from plugins.records.record import Record

TERMS = "terms.yml"
"""The editors' list of words, in the content folder."""

PERSONAL = "personal"


def first_looks(
    folder: Path, shown: str, passphrase: str, with_advice: bool, remember: Remember = make_anew
) -> tuple[list[Look], list[Problem]]:
    """
    The looks for which nothing need be known of other texts, with what is wrong in the files of the rules.

    SettingsError where the guard over real names cannot be opened with this passphrase.
    """
    terms, problems = read_prose_terms(folder / TERMS, f"{shown}/{TERMS}", remember)
    words = "advice" if with_advice else "words"
    looks = [personal_look(""), Look(words, terms.digest, partial(find_words, terms, with_advice))]
    try:
        guard = guard_status(folder, passphrase)
    except GuardError as error:
        raise SettingsError(f"WELCOME_GUARD: {error}") from None
    if isinstance(guard, Guard):
        looks.append(Look("names", guard.digest, partial(find_names, guard)))
    return looks, problems


def find_words(terms: Terms, with_advice: bool, named: Named, text: str) -> list[Problem]:
    """What is wrong with the words of a text; with advice also what could be said better."""
    from plugins.prose.checking import check_file as check_words

    return check_words(named, text, terms, with_advice=with_advice)


def find_names(guard: Guard, named: Named, text: str) -> list[Problem]:
    """The real names in a text."""
    return guard.problems(named.path, text)


def find_personal(contact: str, named: Named, text: str) -> list[Problem]:
    """The personal data in a text; `contact` may be said in it."""
    from plugins.identity.checking import check_text as check_personal

    return check_personal(named.path, text, named.type.name, contact)


def personal_look(contact: str) -> Look:
    """The look at personal data; `contact` is what versions of the text in other languages make public."""
    return Look(PERSONAL, contact, partial(find_personal, contact))


def later_looks(
    rows: Mapping[str, Row], named: Mapping[str, Named], records: Iterable[Record]
) -> Iterator[dict[str, Look]]:
    """The looks that need to know of other texts: for the public contacts of their translations, and for myths."""
    yield {name: personal_look(contact) for name, contact in contacts_of(rows, named).items()}
    myths = Myths(myth_sequences(records))
    if myths.sequences:
        look = Look("myths", myths.digest, partial(find_myths, myths))
        yield {name: look for name in rows if named[name].type.name != "testimony"}


def contacts_of(rows: Mapping[str, Row], named: Mapping[str, Named]) -> dict[str, str]:
    """The public contacts that the versions of each text give, where any does."""
    given: dict[tuple[str, str], dict[str, None]] = {}
    for name, row in rows.items():
        if row.contact:
            given.setdefault((named[name].type.name, named[name].slug), {})[row.contact] = None
    if not given:
        return {}
    return {name: "\n".join(given[key]) for name in rows if (key := (named[name].type.name, named[name].slug)) in given}


def find_myths(myths: Myths, named: Named, text: str) -> list[Problem]:
    """Where a text says words of a myth outside its block."""
    return check_myths(named, text, myths)
