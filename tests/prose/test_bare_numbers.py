"""
Large numbers in explainers: which stand alone, and which have something beside them.
"""

import pytest

from plugins.problems import Problem, Severity
from plugins.prose.bare_numbers import PROPOSAL, check_numbers
from plugins.prose.prose import read_prose


def numbers(text):
    return [
        (problem.line, problem.column, problem.what.removesuffix(" stands here without a comparison"))
        for problem in check_numbers("a.md", text, read_prose(text))
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("In all 30,657 people came.", [(1, 8, "30,657")]),
        ("In all 1,000 people came.", [(1, 8, "1,000")]),
        ("In all 30657 people came.", [(1, 8, "30657")]),
        ("In all 3000 people came.", [(1, 8, "3000")]),
        ("One.\nTwo with 3.5 million people.", [(2, 10, "3.5 million")]),
        ("Some 40 thousand people.", [(1, 6, "40 thousand")]),
        ("A million people came.", [(1, 1, "A million")]),
        ("Millions came.", [(1, 1, "Millions")]),
        ("More than 12,800 people came.", [(1, 11, "12,800")]),
        ("Fewer than about 12,800 people came.", [(1, 18, "12,800")]),
        ("So 30,657 came. That was a lot.", [(1, 4, "30,657")]),
        ("So 30,657 came. Nobody else was 4% of anything.", [(1, 4, "30,657")]),
        ("So 30,657 came. And 40,000 came.", [(1, 4, "30,657")]),
        ("So 30,657 came.\n\nAnd 40,000 came.", [(1, 4, "30,657"), (3, 5, "40,000")]),
        ("- A whole sentence with 30,657 people that goes on for a while, until it has more than fifteen words.", [(1, 25, "30,657")]),
        ("---\nsummary: So 30,657 came.\nshare: And 40,000.\n---\nText.", [(2, 13, "30,657"), (3, 12, "40,000")]),
    ],
)  # fmt: skip
def test_a_large_number_alone_is_told(text, expected):
    assert expected == numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "In all 999 people came.",
        "In 1951 and in 2026 it was so.",
        "From 28 July 1951 to 2 March 2026.",
        "It costs £29,000, €30,000, 4,000 euros or £4.5 billion.",
        "See written answer 51835 and case no. 12345.",
        "We wrote '30,657' there.",
        "Some 30,657 out of 107,003 came.",
        "Some 30,657 people came, 29% of all.",
        "Some 5 per 10,000 residents.",
        "For every 10,000 residents there were five.",
        "Of the 46,497 arrivals most were young.",
        "It was 30,657, fewer than in 2024.",
        "It was 50,976, against 27,133 a year before.",
        "It fell to 30,657.",
        "About one in a hundred of 10,000.",
        "So 30,657 came. That was 4% fewer.",
        "So 30,657 came. Half of them were children.",
        "So 69.3 million live here. The others are 0.15% of that.",
        "In 2019 it was 45,537. In 2002 it was 103,081.",
        "They promised 20,000 places.",
        "- 2019: 1,843\n- 2020: 8,466",
        "- 30,657 people in hotels",
        "| 2019 | 1,843 |",
        "# The 30,657",
        "---\ntitle: About 100,000 people came\n---\nText.",
        "By {fact:F-numbers-001} it was 30,657.",
        "> Some 30,657 came.",
        "/// claim | a\n\nMyth: Some 30,657 came.\n///",
        "The page [is here](https://example.org/30,657).",
        "Version 1.2.30657 and 12345-6 and 0,500 and 01234.",
    ],
)
def test_what_is_compared_or_counts_nothing_is_left_alone(text):
    assert [] == numbers(text)


def test_a_comparison_is_proposed():
    text = "So 30,657 came."

    assert [
        Problem("a.md", 1, 4, "30,657 stands here without a comparison", PROPOSAL, Severity.WARNING)
    ] == list(check_numbers("a.md", text, read_prose(text)))  # fmt: skip
    assert "“out of …”" in PROPOSAL
