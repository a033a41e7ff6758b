"""
The folder of facts is read whole, and everything wrong in it is told at once.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plugins.facts.book import FactBook
from plugins.facts.history import Version
from plugins.facts.model import STALE, Fact, Source
from plugins.facts.reading import read_book
from plugins.problems import Problem

CONTENT = Path(__file__).parents[2] / "content" / "facts"

FACT = """\
F-words-001:
  claim: "A claim: with # and 'quotes', of {1,234} people."
  units: [people]
  period: "2025"
  geography: "England and Wales"
  source: S-one
  read_in: [S-two]
  status: verified
  kind: secondary
  stale: quarterly
  review_by: 2027-02-28
  note: "A note."
"""
RECALLED = """\
F-words-002:
  claim: "Another."
  geography: "UK"
  source: S-two
  status: recalled
  check_at: "https://example.org/there"
  stale: stable
  review_by: 2027-11-30
"""
SOURCES = """\
S-one:
  publisher: "A publisher"
  title: "A title"
  address: "https://example.org/?a=b"
  date: "2025"
  accessed: 2026-11-22
  licence: "OGL v3.0"
  status: read
S-two:
  publisher: "Another"
  title: "Another title"
  address: "https://example.org/2"
  date: "2026-02-26"
  licence: "UN"
  status: cite
"""

HISTORY = """\
F-words-001:
  - {date: 2026-11-22, value: "1,234"}
"""

Read = Callable[..., tuple[FactBook, list[Problem]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a folder of the files given by name: text, bytes, or None for a file that is not there."""

    def read_files(**files: str | bytes | None) -> tuple[FactBook, list[Problem]]:
        for name, content in {"words": FACT + RECALLED, "sources": SOURCES, "history": HISTORY, **files}.items():
            if content is not None:
                (tmp_path / f"{name}.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_book(tmp_path, "content/facts")

    return read_files


def told(problems: list[Problem]) -> list[str]:
    return sorted(str(problem).removeprefix("content/facts/") for problem in problems)


def test_every_field_is_read_as_it_is_written(read: Read) -> None:
    book, problems = read()
    assert [] == problems
    assert ["F-words-001", "F-words-002"] == list(book.facts)
    assert {
        "claim": "A claim: with # and 'quotes', of {1,234} people.",
        "units": ("people",),
        "period": "2025",
        "geography": "England and Wales",
        "source": "S-one",
        "read_in": ("S-two",),
        "status": "verified",
        "kind": "secondary",
        "check_at": None,
        "stale": "quarterly",
        "review_by": date(2027, 2, 28),
        "checked": None,
        "note": "A note.",
    } == book.facts["F-words-001"].model_dump()
    assert "https://example.org/there" == book.facts["F-words-002"].check_at
    assert {
        "publisher": "A publisher",
        "title": "A title",
        "address": "https://example.org/?a=b",
        "date": "2025",
        "accessed": date(2026, 11, 22),
        "licence": "OGL v3.0",
        "status": "read",
    } == book.sources["S-one"].model_dump()


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("  claim: \"A claim", "  clame: \"A claim", [
            'words.yml:1:1: F-words-001: claim: this field is missing. Add it: The fact in our own words, one sentence, its figures in braces: {41%} of people.',
            'words.yml:2:3: F-words-001: clame: there is no such field. Did you mean "claim"?',
        ]),
        ('  geography: "UK"\n', "", [
            "words.yml:13:1: F-words-002: geography: this field is missing. Add it: Where it holds: UK, England, Wales, "
            "Scotland, Northern Ireland, England and Wales, England and Scotland, Europe, World.",
        ]),
        ('"England and Wales"', "Walse", [
            'words.yml:5:14: F-words-001: geography: "Walse" is unknown here. Did you mean "Wales"?',
        ]),
        ("2027-02-28", "2027-02-30", [
            "words.yml:11:14: F-words-001: review_by: there is no day 2027-02-30. Look at the month and the day again.",
        ]),
        ("2027-02-28", "spring 2027", [
            'words.yml:11:14: F-words-001: review_by: "spring 2027" is no date. Write year, month and day as 2026-11-23.',
        ]),
        ("stale: quarterly", "stale: quartely", [
            'words.yml:10:10: F-words-001: stale: "quartely" is unknown here. Did you mean "quarterly"?',
        ]),
        ("source: S-one", "source: S-ones", [
            'words.yml:6:11: F-words-001: source: "S-ones" does not stand in content/facts/sources.yml. '
            'Did you mean "S-one"?',
        ]),
        ("[S-two]", "[S-two, S-tow]", [
            'words.yml:7:20: F-words-001: read_in: "S-tow" does not stand in content/facts/sources.yml. '
            'Did you mean "S-two"?',
        ]),
        ("source: S-one", "source: one", [
            'words.yml:6:11: F-words-001: source: "one" is no source id. Write it like S-unhcr-gt24.',
        ]),
        ("kind: secondary", "kind: secondary\n  check_at: https://example.org/", [
            "words.yml:1:1: F-words-001: it is verified and has check_at. Remove check_at, or make it recalled.",
        ]),
        ("  kind: secondary\n", "", [
            "words.yml:1:1: F-words-001: it is verified, but not by what. "
            "Add read_in and kind, or make it recalled with check_at.",
        ]),
        ("  read_in: [S-two]\n", "", [
            "words.yml:1:1: F-words-001: it is verified, but not by what. "
            "Add read_in and kind, or make it recalled with check_at.",
        ]),
        ('  check_at: "https://example.org/there"\n', "", [
            "words.yml:13:1: F-words-002: it is recalled, but not where to check it. "
            "Add check_at, or make it verified with read_in and kind.",
        ]),
        ("status: recalled", "status: recalled\n  kind: official", [
            "words.yml:13:1: F-words-002: it is recalled and has kind. Remove kind, or make it verified.",
        ]),
        (RECALLED, "F-words-002: Another.\n", [
            "words.yml:13:1: F-words-002: this is no entry. Write below it, each on a line of its own: "
            "claim, geography, source, status, stale and review_by.",
        ]),
        ("F-words-002", "F-words-2", ["words.yml:13:1: F-words-2: this is no fact id. Write it like F-words-027."]),
        ("F-words-002", "F-wrods-002", [
            'words.yml:13:1: F-wrods-002: its topic is not that of this file, "words". Did you mean "words"?',
        ]),
        ("F-words-002", "F-words-001", [
            "words.yml:14:3: F-words-001: this field stands here twice, first in line 2. Keep one of the two.",
        ]),
        ("F-words-002:", "---\nF-words-002:", [
            "words.yml:13:1: a second list of fields begins here. Remove this line: one file holds one list.",
        ]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_fact_is_told_with_its_place(read: Read, was: str, now: str, expected: list[str]) -> None:
    text = FACT + RECALLED
    assert 1 == text.count(was)
    assert expected == told(read(words=text.replace(was, now))[1])


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ('  date: "2025"\n', "", [
            "sources.yml:1:1: S-one: date: this field is missing. "
            "Add it: When it was published, as it says itself: 2026-02-26, 2025, live, undated.",
        ]),
        ("2026-02-26", "2026-02-31", [
            "sources.yml:13:9: S-two: date: there is no day 2026-02-31. Look at the month and the day again.",
        ]),
        ("2026-11-22", "yesterday", [
            'sources.yml:6:13: S-one: accessed: "yesterday" is no date. Write year, month and day as 2026-11-23.',
        ]),
        ("https://example.org/2", "example.org/2", [
            'sources.yml:12:12: S-two: address: "example.org/2" is no web address. Write it like https://example.org/.',
        ]),
        ("  accessed: 2026-11-22\n", "", [
            "sources.yml:1:1: S-one: it was read, but not on which day. Add accessed, or make it cite.",
        ]),
        ("status: cite", "status: cite\n  accessed: 2026-11-22", [
            "sources.yml:9:1: S-two: it has the day of a reading and is only to be cited. Remove accessed, or make it read.",
        ]),
        ("status: cite", "status: cite\n  licens: none", [
            'sources.yml:16:3: S-two: licens: there is no such field. Did you mean "licence"?',
        ]),
        ("S-two:", "S-two: [", [
            "sources.yml:11:3: this line cannot be read (did not find expected ',' or ']'). "
            'Put a value that holds ": ", "#" or a quotation mark into quotes, and begin each field at the edge.',
        ]),
        ('date: "2025"', "date: [2025", [
            "sources.yml:6:11: this line cannot be read (did not find expected ',' or ']'). "
            'Put a value that holds ": ", "#" or a quotation mark into quotes, and begin each field at the edge.',
        ]),
        (SOURCES, SOURCES + SOURCES.replace("S-one", "S_one").replace("S-two", "S-three"), [
            "sources.yml:16:1: S_one: this is no source id. Write it like S-unhcr-gt24.",
        ]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_source_is_told_once(read: Read, was: str, now: str, expected: list[str]) -> None:
    """The facts that name a faulty source are not blamed for it."""
    assert 1 == SOURCES.count(was)
    assert expected == told(read(sources=SOURCES.replace(was, now))[1])


def test_an_entry_at_which_a_file_breaks_off_is_not_blamed_for_being_half(read: Read) -> None:
    _, problems = read(
        words=(FACT + RECALLED)
        .replace('"2025"', '"2025"\n  perid: "2025"')
        .replace('geography: "UK"', '"geography: UK"')
    )
    assert ["words.yml:17:3", "words.yml:5:3"] == [line.split(": ")[0] for line in told(problems)]


def test_an_id_stands_once_in_all_files_and_in_the_file_of_its_topic(read: Read) -> None:
    _, problems = read(process=FACT)
    assert [
        'process.yml:1:1: F-words-001: its topic is not that of this file, "process". '
        "Move it to words.yml, or change its id.",
        "words.yml:1:1: F-words-001: this id stands in line 1 of content/facts/process.yml too. Keep one of the two.",
    ] == told(problems)


def test_all_problems_of_all_files_are_told_at_once(read: Read) -> None:
    _, problems = read(
        words=FACT.replace("quarterly", "never").replace("S-one", "S-none"),
        process=b"F-process-001:\n  claim: \xff\n",
        support="F-support-001: {}\n",
        sources=SOURCES.replace('"UN"', "''"),
    )
    assert ["process.yml:2:10", "sources.yml:14:12", *["support.yml:1:1"] * 6, "words.yml:10:10", "words.yml:6:11"] == [
        line.split(": ")[0] for line in told(problems)
    ]


def test_a_file_that_is_not_utf_8_is_told_with_the_place(read: Read) -> None:
    assert [
        "words.yml:2:10: byte 22 of the file (0xff) is not UTF-8. Save the file again with the encoding UTF-8."
    ] == told(read(words=b"F-words-001:\n  claim: \xff\n", history=None)[1])


def test_facts_without_the_file_of_sources_are_one_problem(read: Read) -> None:
    assert ["sources.yml:1:1: this file is missing. Bring it back from an earlier version."] == told(
        read(sources=None)[1]
    )


def test_a_fact_without_its_source_stays_in_the_book(read: Read) -> None:
    """Else every text that states it would be told that there is no such fact."""
    book, problems = read(words=FACT.replace("S-one", "S-ones"))
    assert 1 == len(problems)
    assert ["F-words-001"] == list(book.facts)


def test_the_unfinished_files_of_an_editor_program_are_no_facts(read: Read, tmp_path: Path) -> None:
    (tmp_path / ".#words.yml").symlink_to(tmp_path / "nowhere")
    assert [] == read()[1]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"words": FACT.replace("{1,234}", "1,234")}, [
            "words.yml:1:1: F-words-001: the claim has 0 figures in braces, and 1 unit below it. "
            "Give one unit for each figure, in their order.",
        ]),
        ({"words": FACT.replace("{1,234}", "{1,234")}, [
            "words.yml:1:1: F-words-001: a brace in the claim has no partner. "
            "Put each figure between { and }, and nothing else.",
        ]),
        ({"words": FACT.replace("{1,234}", "{1;234}")}, [
            "words.yml:1:1: F-words-001: a figure holds a semicolon. Mark two figures, each in braces of its own.",
        ]),
        ({"words": FACT.replace("{1,234}", "{1,235}")}, [
            'words.yml:2:10: F-words-001: claim: its figures are "1,235", and its history ends with "1,234". Put the old '
            'ones back, then run: make fact ID=F-words-001 VALUE="1,235" PERIOD=… SOURCE=… REASON=…',
        ]),
        ({"words": FACT, "history": None}, [
            "words.yml:2:10: F-words-001: claim: its figures have no history in content/facts/history.yml. "
            "Run: make fact ID=F-words-001",
        ]),
        ({"words": FACT, "history": HISTORY + "F-words-009:\n  - {date: 2026-11-22, value: a}\n"}, [
            'history.yml:3:1: F-words-009: there is no such fact. Did you mean "F-words-001"?',
        ]),
        ({"words": FACT, "history": HISTORY + "  - {date: 2026-11-21, value: \"1,234\"}\n"}, [
            "history.yml:1:1: F-words-001: its versions are not in the order of their days. Put the newest last.",
        ]),
        ({"words": FACT, "history": "F-words-001: 1,234\n"}, [
            "history.yml:1:1: F-words-001: this is no list of versions. Take it back: make fact writes it.",
        ]),
        ({"words": FACT, "history": "F-words-001:\n  - {date: 2026-11-22, value: a}\n  - {date: 2026-11-22}\n"}, [
            "history.yml:1:1: F-words-001: value: this field is missing. "
            "Add it: The figures as they are printed, in the order of the claim, with ; between them.",
        ]),
        ({"words": FACT, "history": "F-words-001:\n  - {date: 2026-11-22, valeu: a}\n"}, [
            "history.yml:1:1: F-words-001: valeu: there is no such field. Did you mean \"value\"?",
            "history.yml:1:1: F-words-001: value: this field is missing. "
            "Add it: The figures as they are printed, in the order of the claim, with ; between them.",
        ]),
    ],
)  # fmt: skip
def test_a_figure_is_what_its_history_ends_with(read: Read, files: dict[str, str], expected: list[str]) -> None:
    assert expected == told(read(**files)[1])


def test_a_folder_that_is_not_there_is_an_empty_book(tmp_path: Path) -> None:
    assert (FactBook(), []) == read_book(tmp_path / "facts", "content/facts")


def test_the_facts_of_this_site_are_complete_and_right() -> None:
    book, problems = read_book(CONTENT, "content/facts")
    assert [] == told(problems)
    assert (181, 175) == (len(book.facts), len(book.sources))


@pytest.mark.parametrize("word", sorted({*Fact.model_fields, *Source.model_fields, *Version.model_fields, *STALE}))
def test_every_field_and_every_word_is_explained_where_writers_stand(word: str) -> None:
    assert f"`{word}`" in (CONTENT / "README.md").read_text(encoding="utf-8")
