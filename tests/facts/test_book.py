"""
The book of facts gives the sources to cite.
"""

import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from plugins.facts.book import FactBook
from plugins.facts.model import Fact, Source


def make_fact(source: str) -> Fact:
    return Fact.model_validate(
        {
            "claim": "A claim.",
            "geography": "UK",
            "source": source,
            "read_in": ["S-elsewhere"],
            "status": "verified",
            "kind": "official",
            "stale": "yearly",
            "review_by": "2027-10-31",
        }
    )


def make_source(publisher: str, title: str) -> Source:
    return Source.model_validate(
        {
            "publisher": publisher,
            "title": title,
            "address": "https://example.org/",
            "date": "undated",
            "licence": "OGL v3.0",
            "status": "cite",
        }
    )


BOOK = FactBook(
    facts={
        "F-a-001": make_fact("S-z"),
        "F-a-002": make_fact("S-a"),
        "F-a-003": make_fact("S-a"),
        "F-a-004": make_fact("S-twin"),
        "F-a-005": make_fact("S-lost"),
        "F-a-006": make_fact("S-b"),
    },
    sources={
        "S-twin": make_source("UNHCR", "Trends"),
        "S-a": make_source("UNHCR", "trends"),
        "S-b": make_source("UNHCR", "Asylum"),
        "S-z": make_source("eurostat", "Zones"),
    },
)


@pytest.mark.parametrize(
    ("expected", "ids"),
    [
        ([], []),
        (["S-z"], ["F-a-001"]),
        (["S-a"], ["F-a-002", "F-a-003", "F-a-002"]),
        (["S-z", "S-b", "S-a", "S-twin"], ["F-a-004", "F-a-001", "F-a-003", "F-a-006", "F-a-002"]),
        (["S-z", "S-b", "S-a", "S-twin"], ["F-a-006", "F-a-002", "F-a-003", "F-a-001", "F-a-004"]),
    ],
    ids=["no fact", "one", "one source of two facts", "by publisher, title, id", "in whatever order the ids are"],
)
def test_sources_come_once_and_in_a_fixed_order(expected: list[str], ids: list[str]) -> None:
    assert tuple(BOOK.sources[name] for name in expected) == BOOK.sources_of(ids)
    assert [id(BOOK.sources[name]) for name in expected] == [id(source) for source in BOOK.sources_of(iter(ids))]


@pytest.mark.parametrize(
    "unknown", ["F-a-099", "S-a", "F-a-005"], ids=["no such fact", "a source", "its source is unknown"]
)
def test_what_is_unknown_has_no_sources(unknown: str) -> None:
    """A page without its source must fail to be made, never appear without it."""
    with pytest.raises(KeyError):
        BOOK.sources_of(["F-a-001", unknown])


@pytest.mark.parametrize(
    ("thing", "field"), [(BOOK, "facts"), (BOOK.facts["F-a-001"], "claim"), (BOOK.sources["S-a"], "date")]
)
def test_nothing_in_the_book_changes(thing: Any, field: str) -> None:
    with pytest.raises((FrozenInstanceError, ValueError)):
        setattr(thing, field, "other")


def test_the_book_can_be_sent_to_another_process() -> None:
    assert BOOK == pickle.loads(pickle.dumps(BOOK))
