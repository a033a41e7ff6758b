"""
The terms file: words we do not use or use with care, why, and what to write in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from plugins.once import Remember, make_anew
from plugins.outputs import fingerprint
from plugins.problems import Problem
from plugins.prose.glance import FEW, Glance, make_glance
from plugins.prose.patterns import expand, regex_of, words_of_form
from plugins.records.document import Document, read_document
from plugins.records.entries import read_entry
from plugins.records.fields import SLUG, Line, choice, refusal
from plugins.records.freezing import remembered
from plugins.records.part import AfterValidator, BeforeValidator, Field, Part
from plugins.records.reading import decode

LONGEST_FILE = 200_000

Place = tuple[str | int, ...]
Key = tuple[int, frozenset[str]]


def _one_or_more(value: Any) -> Any:
    """A list; one value alone is a list of one."""
    if isinstance(value, str):
        return (value,)
    if value == []:
        raise refusal("this list is empty", "Write one line below it that begins with a hyphen, or remove the field.")
    return tuple(value) if isinstance(value, list) else value


def _pattern(text: str) -> str:
    expand(text)
    return text


Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_or_more)]
Patterns = Annotated[tuple[Annotated[Line, AfterValidator(_pattern)], ...], BeforeValidator(_one_or_more)]


class Term(Part):
    """Words that we do not use, or use with care."""

    term: Patterns = Field(description="The words to look for, one line for each")
    level: Annotated[Literal["block", "warn"], choice("block", "warn")] = Field(
        description="block, if a text with these words must not be published, or warn"
    )
    why: Line = Field(description="One sentence that says what is wrong with the words")
    better: Lines = Field(description="Words to use in their place, one line for each")
    exceptions: Patterns = Field((), description="Phrases in which the words are all right, such as the title of a law")
    near: Patterns = Field((), description="Words of which one must stand in the same sentence")


@dataclass(frozen=True)
class Entry:
    """A term with what finds it, which is made ready when it is first looked for: most never are."""

    name: str
    term: Term

    @cached_property
    def words(self) -> re.Pattern[str]:
        """Finds its words."""
        return regex_of(_forms(self.term.term))

    @cached_property
    def exception(self) -> re.Pattern[str] | None:
        """Finds phrases in which they are all right; None where there are none."""
        forms = _forms(self.term.exceptions)
        return regex_of(forms) if forms else None

    @cached_property
    def near(self) -> re.Pattern[str] | None:
        """Finds words of which one must stand near; None where none must."""
        forms = _forms(self.term.near)
        return regex_of(forms) if forms else None

    @property
    def blocks(self) -> bool:
        """Whether a text with these words must not be published."""
        return self.term.level == "block"


@dataclass(frozen=True)
class Terms:
    """
    All entries of the file. `keys` says which can stand in a text.

    By the longest word of each form: the number of its entry, and all its words.
    """

    entries: tuple[Entry, ...] = ()
    keys: Mapping[str, tuple[Key, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def digest(self) -> str:
        """Changes whenever other words may be found, or something else is said of them."""
        return fingerprint(*(part for one in self.entries for part in (one.name, repr(one.term))))

    @cached_property
    def blocking(self) -> Terms:
        """The entries whose words must not be published; what the others claim is never theirs."""
        return _with_keys(entry for entry in self.entries if entry.blocks)

    def within(self, words: Set[str]) -> list[Entry]:
        """The entries of which all words of some form are among the words of a text, in small letters."""
        numbers = {number for word in words & self.keys.keys() for number, own in self.keys[word] if own <= words}
        return [self.entries[number] for number in sorted(numbers)]

    def may_stand_in(self, text: str) -> bool:
        """
        Whether a glance at a file as it was typed says that some of the words may be found in it. The first few files
        are not glanced at: to make the glance ready takes longer than to look at them.
        """
        return bool(self.entries) and (next(self._asked) < FEW or self._glance.may_find(text))

    @cached_property
    def _asked(self) -> Iterator[int]:
        return count()

    @cached_property
    def _glance(self) -> Glance:
        return make_glance(form for entry in self.entries for form in _forms(entry.term.term))


def make_terms(terms: Mapping[str, Term]) -> Terms:
    """What finds some terms, each by its name; made once for many texts."""
    return _with_keys(Entry(name, term) for name, term in terms.items())


def _with_keys(entries: Iterable[Entry]) -> Terms:
    entries = tuple(entries)
    keys: dict[str, list[Key]] = {}
    for number, entry in enumerate(entries):
        for words in map(words_of_form, _forms(entry.term.term)):
            keys.setdefault(max(words, key=lambda word: (len(word), word)), []).append((number, words))
    return Terms(entries, MappingProxyType({word: tuple(own) for word, own in keys.items()}))


def read_prose_terms(path: Path, shown: str, remember: Remember = make_anew) -> tuple[Terms, list[Problem]]:
    """
    The terms of one file, with what is wrong in it; only entries that are right are used.

    A missing file gives no terms and no problem. `shown` is the path as the editor types it.
    """
    if not path.is_file():
        return Terms(), []
    raw = path.read_bytes()
    terms, problems = remembered(remember, fingerprint("words", raw), (Term,), lambda: parse_terms(raw, shown))
    return make_terms(terms), problems


def parse_terms(raw: bytes, shown: str) -> tuple[dict[str, Term], list[Problem]]:
    """The terms in the bytes of a file by name, with what is wrong in it."""
    text = decode(raw, shown)
    if isinstance(text, Problem):
        return {}, [text]
    document = read_document(text, shown, longest=LONGEST_FILE)
    problems = list(document.problems)
    if not document.is_whole:
        return {}, problems
    terms: dict[str, Term] = {}
    for name in document.values:
        term, found = _read_term(name, document, shown)
        problems += found
        if term:
            terms[name] = term
    problems += _find_twice(terms, document, shown)
    return terms, problems


def _read_term(name: str, document: Document, shown: str) -> tuple[Term | None, list[Problem]]:
    """One entry, with what is wrong in it."""
    if not SLUG.match(name):
        what, todo = f'"{name}" is no name of an entry', "Use lower-case letters a to z, digits and hyphens only."
        return None, [Problem(shown, *document.marks["\0key", name], what, todo)]
    return read_entry(Term, name, document, shown)


def _find_twice(terms: Mapping[str, Term], document: Document, shown: str) -> Iterator[Problem]:
    """Words that stand in two lines of the file: nobody could say which line holds."""
    first: dict[str, int] = {}
    for name, term in terms.items():
        for number, pattern in enumerate(term.term):
            line, column = document.marks.get((name, "term", number), document.marks[(name, "term")])
            forms = expand(pattern)
            twice = next((form for form in forms if form in first), None)
            if twice:
                what = f'{name}: "{twice}" stands here a second time, first in line {first[twice]}'
                yield Problem(shown, line, column, what, "Keep one of the two.")
            for form in forms:
                first.setdefault(form, line)


def _forms(patterns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for pattern in patterns for form in expand(pattern)))
