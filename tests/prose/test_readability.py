"""
How easily a text is read: both measures worked out by hand, and what a writer is told.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.problems import Severity
from plugins.prose.prose import read_body, read_prose
from plugins.prose.readability import ari, check_readability, lix, measure, reading_age

SHORT = ["A cat sat.", "It was red."]
"""7 and 8 letters, 3 and 3 words, none of more than six letters."""

LONGER = ["In 2025, 46,497 people arrived.", "Neighbours brought blankets and hot soup."]
"""24 and 35 letters and digits, 5 and 6 words; arrived, Neighbours, brought and blankets are long."""

PLAIN = "We meet on Monday. The door is open. You may come in. Tea is on the table. We all sit down.\n"
HARD = "Administrative regulations notwithstanding, comprehensive understanding necessitates consideration.\n"


def told(text):
    return [
        (problem.line, problem.column, problem.what, problem.todo)
        for problem in check_readability("a.md", text, read_prose(text))
    ]


def test_what_is_counted():
    counts = [measure(SHORT), measure(LONGER)]

    assert [(15, 6, 2), (59, 11, 2)] == [(one.letters, one.words, one.sentences) for one in counts]


def test_the_readability_index_is_that_of_senter_and_smith():
    """
    4.71 × 15/6 + 0.5 × 6/2 − 21.43 = 11.775 + 1.5 − 21.43, and 4.71 × 59/11 + 0.5 × 11/2 − 21.43.
    """
    assert -8.155 == round(ari(SHORT), 9)
    assert 6.582727273 == round(ari(LONGER), 9)


def test_lix_is_that_of_bjornsson():
    """
    6/2 + 100 × 0/6, and 11/2 + 100 × 4/11.
    """
    assert 3.0 == lix(SHORT)
    assert 41.863636364 == round(lix(LONGER), 9)


def test_the_reading_age_is_five_years_more_than_the_school_year():
    assert 5 == reading_age(SHORT)
    assert 12 == reading_age(LONGER)


def test_without_words_there_is_no_measure():
    assert [0.0, 0.0, 5] == [ari([]), lix([]), reading_age([])]


def test_a_figure_that_is_put_in_later_counts_as_a_word_of_five_letters():
    assert (5 + 4, 2) == (lambda one: (one.letters, one.words))(measure([read_body("{fact:F-numbers-001} came").bare]))


def test_a_plain_text_is_told_nothing():
    assert [] == told(PLAIN)


@pytest.mark.parametrize("words, expected", [(25, []), (26, [(3, 5, "this sentence has 26 words")])])
def test_a_sentence_has_25_words_at_most(words, expected):
    text = f"# One\n\nSo. {' '.join(['we'] * words)}."

    assert expected == [problem[:3] for problem in told(text.replace(". we", ". We"))]


def test_a_long_piece_of_a_list_is_told_as_well():
    assert [(2, 3)] == [problem[:2] for problem in told(f"Text:\n- {' we' * 26}".replace("-  ", "- "))]


def test_quotes_and_myths_are_not_measured_and_words_in_quotation_marks_are():
    long = " ".join(["we"] * 26)

    assert [] == told(f"> {long}.\n\n/// quote | a\n{long}.\n///\n\n/// claim | b\n\nMyth: {long}.\n///")
    assert [(1, 1)] == [problem[:2] for problem in told(f"We say '{long}'.")]


def test_fields_are_not_measured():
    assert [] == told(f"---\nsummary: {'we ' * 26}\n---\n{PLAIN}")


@pytest.mark.parametrize("words, expected", [(17, []), (18, [(1, 1, "half of the sentences have 18 words or more")])])
def test_the_middle_sentence_has_17_words_at_most(words, expected):
    text = " ".join(f"We{' we' * (words - 1)}." for _ in range(5))

    assert expected == [problem[:3] for problem in told(text)]


def test_a_hard_text_is_told_once_at_its_first_line_with_its_three_worst_sentences():
    text = f"---\ntitle: A\n---\n\n# One\n\n{PLAIN}\n" + f"{HARD}\n" * 4
    (problem,) = told(text)

    assert (7, 1, "one must be about 28 years old to read this text with ease, and we want 12 at most") == problem[:3]
    assert (
        "Use shorter sentences and shorter words, first here: "
        "line 9, “Administrative regulations notwithstanding, comprehensive understanding necessitates consideration.”; "
        "line 11, “Administrative regulations notwithstanding, comprehensive understanding necessitates consideration.”; "
        "line 13, “Administrative regulations notwithstanding, comprehensive understanding necessitates consideration.”."
    ) == problem[3]


def test_of_four_sentences_nothing_is_said_as_a_whole():
    assert [] == told(f"{HARD}\n" * 4)


def test_all_of_it_is_only_told():
    text = f"{HARD}\n" * 5

    assert {Severity.WARNING} == {problem.severity for problem in check_readability("a.md", text, read_prose(text))}


@given(st.lists(st.text(), max_size=5))
def test_every_text_can_be_measured(sentences):
    counts = measure(sentences)

    assert 0 <= counts.words
    assert 0 <= lix(sentences)
    assert 5 <= reading_age(sentences)
