"""
Titles: which state a fact, and which ask, repeat a myth or only deny.
"""

import pytest

from plugins.problems import Problem, Severity
from plugins.prose.prose import read_prose
from plugins.prose.titles import check_title

ASKS = "this asks a question, and people remember the question"
BEGINS = "this begins with the myth, and people remember what comes first"
DENIES = "this only says what is not so"


def faults(title):
    text = f"---\ntitle: {title}\n---\n"
    return [
        (problem.column - 8, problem.what.removeprefix("title: "))
        for problem in check_title("a.md", text, read_prose(text))
    ]


@pytest.mark.parametrize(
    "title, expected",
    [
        ("Do most people stay?", (19, ASKS)),
        ('"Myth: they all come here"', (1, BEGINS)),
        ("Myths – and what is true", (0, BEGINS)),
        ("No, they do not live in luxury", (0, BEGINS)),
        ("'False: all come here'", (1, BEGINS)),
        ("Refugees are not criminals", (0, DENIES)),
        ("They don't live in luxury", (0, DENIES)),
        ("They don’t live in luxury", (0, DENIES)),
        ("'They don''t live in luxury'", (1, DENIES)),
        ("Nobody comes for money", (0, DENIES)),
        ("Not all refugees are men", (0, DENIES)),
        ("People cannot choose and cannot work", (0, DENIES)),
        ("Asylum is not illegal, however a person came", (0, DENIES)),
        ("In the UK, people cannot work", (0, DENIES)),
    ],
)
def test_a_title_that_states_no_fact_is_told(title, expected):
    assert [expected] == faults(title)


@pytest.mark.parametrize(
    "title",
    [
        "Most refugees live next door to the country they left",
        "A first answer to an asylum claim is often not the last",
        "Most people fleeing have no official route to the UK",
        "People cannot work, so they live on £49 a week",
        "Most do not come here: they stay next door",
        "A choice is offered that does not exist",
        "Norway and Notting Hill welcome people",
        "We say 'Why?' to nobody and yes to many",
    ],
)
def test_a_title_that_states_a_fact_is_all_right(title):
    assert [] == faults(title)


def test_a_word_of_the_glossary_states_nothing():
    text = "---\ntitle: No recourse to public funds\n---\n"

    assert [] == check_title("a.md", text, read_prose(text), is_word=True)
    assert 1 == len(check_title("a.md", text, read_prose(text)))


def test_the_writer_is_told_to_state_the_fact():
    text = '---\nid: x\ntitle: "Is it so?"\n---\n'

    assert [
        Problem("a.md", 3, 17, f"title: {ASKS}", "State the fact itself: what is so, where and when.", Severity.WARNING)
    ] == check_title("a.md", text, read_prose(text))


def test_a_text_without_a_title_is_told_elsewhere():
    assert [] == check_title("a.md", "Text.", read_prose("Text."))
