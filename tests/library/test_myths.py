"""
Four words of a myth outside its block are told with their place, however they are dressed up.
"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.library.myths import Myths, check_file, myth_sequences
from plugins.markup.body import BodyRenderer
from plugins.prose.glance import FEW
from plugins.records.reading import parse_record, read_name
from tests.make import LANGUAGES
from tests.markup.test_claim import CLAIM

FRONT = "---\ntitle: A title\nsummary: A summary.\ndate: 2026-11-01\nstatus: published\nid: 7f3k9q2m5x\n{own}---\n"
OWN = {
    "explainers": "answer: An answer.\nreview_by: 2027-11-01\n",
    "stories": "scale: micro\nmade: about\n",
    "testimonies": "consent: C-7F3K9Q\ncontent_note: none\n",
}


def text_of(folder, body):
    return (FRONT.format(own=OWN[folder]) + body).encode()


def file_of(folder, body, slug="a"):
    path = f"{folder}/{slug}.md"
    return read_name(path, f"content/{path}", LANGUAGES, "en"), text_of(folder, body)


ANSWERING = file_of("explainers", CLAIM)
RECORD, _ = parse_record(ANSWERING[1], ANSWERING[0], BodyRenderer())


MYTHS = Myths(myth_sequences([RECORD]))


def told(*files):
    return [str(own) for named, raw in (ANSWERING, *files) for own in check_file(named, raw.decode(), MYTHS)]


def test_the_block_itself_is_no_fault():
    assert [] == told()


def test_a_myth_is_known_by_four_words_in_a_row():
    assert {"it is all about", "is all about boats"} == set(myth_sequences([RECORD]))


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("They say: it is all about boats.", "10:11"),
        ("*It* is **all about** them.", "10:1"),
        ("IT IS, all... about!", "10:1"),
        ("It is all\nabout boats.", "10:1"),
        ("## It is all about boats", "10:4"),
        ("A.\n\nIs all about boats.", "12:1"),
        ("| It is all about boats |\n|---|\n| a |", "10:3"),
        ("[it is all about](https://example.org/)", "10:1"),
    ],
)
def test_a_myth_anywhere_else_is_told_with_its_place(body, place):
    (line,) = told(file_of("stories", body))

    assert line.startswith(f"content/stories/a.md:{place}: ")
    assert 'are words of a myth that is answered on this site: "It is all about boats."' in line


@pytest.mark.parametrize(
    "body",
    [
        "It is all\n\nabout boats.",
        "It is all.\n\n- about boats",
        "It is about boats, all of it.",
        "[words](https://example.org/it-is-all-about-boats)",
        "## It is all\nabout boats",
    ],
)
def test_other_words_are_not(body):
    assert [] == told(file_of("stories", body))


def test_a_field_holds_no_myth_either():
    named, raw = file_of("stories", "Words.")

    (line,) = told((named, raw.replace(b"A summary.", b"Some think it is all about boats.")))
    assert line.startswith("content/stories/a.md:3:21: ")


def test_a_second_time_in_the_same_text_is_a_fault():
    named, raw = ANSWERING
    lines = check_file(named, raw.decode() + "\nIt is all about boats.\n", MYTHS)

    assert 1 == len(lines)


def test_nobody_is_told_what_to_say_in_her_own_words():
    assert [] == told(file_of("testimonies", "It is all about boats."))


@given(st.text())
def test_nothing_is_too_odd(text):
    told(file_of("stories", text))


MYTHS = Myths(myth_sequences([RECORD]) | {"short myth": "Short myth!", "maent yma o hyd": "Maent yma o hyd."})
PIECES = [
    "it", "is", "all", "about", "boats", "Short", "mýth", "MAENT", "yma", "o", "hyd", "x", " ", " ", " ", " ", "'", "\uff07", "\u00ad", "\u0301", ", ", "*", "-",
    "\n", "\n\n", "\n- ", "\n# ", "](a)", "](https://example.org/)", " https://example.org/a ", "{fact:F-a-001}", "\nid: a\n", "\nMyth: it\n\n",
]  # fmt: skip


class Thorough(Myths):
    """Myths that may stand in every text."""

    def may_stand_in(self, text):
        return True


GLANCING = Myths(MYTHS.sequences)
for _ in range(FEW):
    GLANCING.may_stand_in("")  # The first few texts are not glanced at.


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("it\uff07is all about")
@settings(max_examples=400)
def test_what_cannot_stand_in_a_text_is_not_found_in_it(text):
    named, _ = ANSWERING

    assert check_file(named, text, Thorough(MYTHS.sequences)) == check_file(named, text, GLANCING)


def test_the_digest_of_myths_tells_each_sequence_and_how_it_is_shown():
    digests = {Myths(own).digest for own in ({}, {"a b": "A b."}, {"a b": "A b!"}, {"b a": "A b."})}

    assert 4 == len(digests)
    assert Myths({"a": "A", "b": "B"}).digest == Myths({"b": "B", "a": "A"}).digest
