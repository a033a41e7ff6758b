"""
Every figure leads to a fact: typed numbers of people, money and shares are looked for in the facts that a text names.

A number that a text prints from the book of facts is traced by that alone. A typed one is traced where a fact of the
text says the same number; any other is told to the editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plugins.facts.book import FactBook
from plugins.once import regex
from plugins.problems import Problem, Severity
from plugins.records.reading import Named, decode
from plugins.records.record import Record

COUNTED = (
    "people|men|women|children|refugees|families|claims|appeals|decisions|answers|arrivals|schools|universities|groups"
    "|councils|organisations|homes|hotels|countries|places|members|volunteers"
)
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
FIGURE = regex(
    rf"£{NUMBER}(?:\s(?:million|billion))?|(?<![\w.,£/-]){NUMBER}\s?%|(?<![\w.,£/-]){NUMBER}(?:\s\w+)?\s(?:{COUNTED})\b"
)
"""Numbers with units: money, shares, and counts of people and of what people make."""

MASKED = regex(r"\A---\n.*?\n---\n|\{fact:[^}]*\}|\]\([^)]*\)|https?://\S+|`[^`]*`", re.DOTALL)
"""What is no prose: fields, living figures, addresses, code."""

NUMBERS = regex(NUMBER)


def warn_of_untraced(
    files: Iterable[tuple[Named, bytes]], records: Iterable[Record], facts: FactBook
) -> Iterator[Problem]:
    """Each typed figure that no fact of its text says; what a testimony says is her own."""
    known = {record.path: record for record in records if record.type not in ("testimony", "term", "technique")}
    for named, raw in files:
        record, text = known.get(named.path), decode(raw, named.path)
        if record and isinstance(text, str):
            yield from untraced_in(named.path, text, numbers_of(record, facts.facts))


def numbers_of(record: Record, facts: Mapping[str, object]) -> frozenset[str]:
    """Every number that the facts of a text say, in their claims, periods and notes."""
    said = (str(facts[name]) for name in record.front.facts if name in facts)
    return frozenset(plain(number) for text in said for number in NUMBERS.findall(text))


def plain(number: str) -> str:
    """A number without the commas between its thousands."""
    return number.replace(",", "")


def untraced_in(path: str, text: str, numbers: frozenset[str]) -> Iterator[Problem]:
    """The typed figures of one file that none of these numbers is."""
    searched = MASKED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in FIGURE.finditer(searched):
        found = NUMBERS.search(match[0])
        if found and plain(found[0]) not in numbers:
            line = searched.count("\n", 0, match.start()) + 1
            column = match.start() - searched.rfind("\n", 0, match.start())
            what = f'"{match[0]}" comes from no fact that this text names'
            todo = "Print it from the book of facts, {fact:…}, or add the id of its fact to facts."
            yield Problem(path, line, column, what, todo, Severity.WARNING)
