"""
Pieces and sentences: where one ends, and what is none.
"""

import pytest

from plugins.prose.prose import read_body, read_prose
from plugins.prose.units import Kind, words_of


def sentences(text):
    prose = read_body(text)
    return [prose.bare[one.start : one.end] for one in prose.sentences]


def kinds(text):
    return [(unit.kind, text[unit.start : unit.end]) for unit in read_body(text).units]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("It was £9.95, about 1.42 a day. So it is.", ["It was £9.95, about 1.42 a day.", "So it is."]),
        ("Then 46,497 came. In 2025 more did.", ["Then 46,497 came.", "In 2025 more did."]),
        ("E.g. Dr. Ali and Mrs. B. Khan came. They stayed.", ["E.g. Dr. Ali and Mrs. B. Khan came.", "They stayed."]),
        ("See art. 31 and no. 5. We say no. Then we go.", ["See art. 31 and no. 5.", "We say no.", "Then we go."]),
        ("In the U.K. it is so. Yes.", ["In the U.K. it is so.", "Yes."]),
        ("It ends, etc. and goes on. Yes.", ["It ends, etc. and goes on.", "Yes."]),
        ("He said, 'Same time.' Then he left.", ["He said, 'Same time.'", "Then he left."]),
        ("'What?' he said. She knew.", ["'What?' he said.", "She knew."]),
        ("It is so (Home Office). 12 came.", ["It is so (Home Office).", "12 came."]),
        ("Well... perhaps. Yes.", ["Well... perhaps.", "Yes."]),
        ("One line\nand the next. Two.", ["One line\nand the next.", "Two."]),
        ("# A heading\n\nA text.\n\n- one\n- two. And three.", ["A heading", "A text.", "one", "two.", "And three."]),
        ("Under a line\n---\n\nA text.", ["Under a line", "A text."]),
        ("Read Nation.Cymru. It is a paper.", ["Read Nation.Cymru.", "It is a paper."]),
        ("See https://a.b/c.d. It is there.", ["See                .", "It is there."]),
        ("!!! ???", []),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_thinks_so(text, expected):
    assert expected == sentences(text)


def test_the_labels_of_a_claim_and_its_options_are_no_words():
    text = (
        "/// claim | part-for-whole\n    said: papers\n    reach: widely\n\n"
        "Fact: One.\n\nWarning: Two.\n\nMyth: Three.\n\nWhy: Four.\n\nFact again: Five.\n///\n\nFact: Six."
    )

    assert ["One.", "Two.", "Four.", "Five.", "Fact: Six."] == sentences(text)


def test_each_piece_has_its_kind():
    assert [
        (Kind.HEADING, "A"), (Kind.PARAGRAPH, "b\nc"), (Kind.ITEM, "d\n  e"), (Kind.ITEM, "f"), (Kind.ITEM, "g"),
        (Kind.ROW, "| h |"),
    ] == kinds("# A\nb\nc\n\n- d\n  e\n* f\n\n1. g\n\n| h |")  # fmt: skip


def test_a_year_at_the_beginning_of_a_line_makes_no_list():
    assert [(Kind.PARAGRAPH, "It was so in\n20. And so on.")] == kinds("It was so in\n20. And so on.")


def test_an_item_is_a_whole_sentence_only_with_a_full_stop():
    assert [False, True, False, True] == [
        one.is_whole for one in read_body("# A heading.\n\n- A sentence.\n- a piece\n\nA text").sentences
    ]


def test_words_have_letters_digits_or_a_figure():
    assert ["In", "2025,", "46,497", "well-known", "people", "came"] == words_of(
        "In 2025, 46,497 – well-known people—came …"
    )
    assert 3 == len(words_of(read_body("About {fact:F-numbers-001} came.").bare))


@pytest.mark.parametrize(
    "line, words",
    [
        ("title: It is so", "It is so"),
        ("title: It is so # a note", "It is so "),
        ("title: 'It is so'  # a note", "It is so"),
        ('title: "It is #1 so"', "It is #1 so"),
        ('"title": It is\n  so', "It is\n  so"),
        ("title: >-\n  It is\n\n  so", "\n  It is\n\n  so"),
        ("title: |\n  It is so\nx: y", "\n  It is so"),
        ("title: 'The people''s way'", "The people’ʼs way"),
        ("title: 'We say ''so'' here'", "We say  'so'  here"),
        ('title: "We say \\"so\\" here"', 'We say  "so " here'),
    ],
)
def test_a_field_is_read_at_its_place(line, words):
    prose = read_prose(f"---\n{line}\n---\nText.\n")
    (unit, _) = prose.units

    assert (Kind.FIELD, words, unit) == (unit.kind, prose.bare[unit.start : unit.end], prose.title)


def test_other_fields_are_not_read():
    prose = read_prose("---\nid: Id.\ntitle: Title.\nfacts: [a]\n---\nText.")

    assert ["Title.", "Text."] == [prose.bare[one.start : one.end] for one in prose.sentences]
