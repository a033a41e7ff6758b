"""
A glance never says that no words to avoid can stand in a file where some are found.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.problems import Severity
from plugins.prose.checking import check_text
from plugins.prose.glance import make_glance
from plugins.prose.patterns import expand
from plugins.prose.terms import Term, make_terms


def entry(*term, level="block", why="Nobody is.", **more):
    return Term.model_validate(dict(term=term, level=level, why=why, better=("people",), **more))


WORDS = {
    "illegal": entry("illegal (man|men)", "illegals", "an illegal ."),
    "flood": entry("flood[s] of (men|people|refugees)", level="warn", near=("came",)),
    "it-is": entry("it's a sham", level="warn", exceptions=("it's a sham that",)),
}
TERMS = make_terms(WORDS)
PIECES = [
    "illegal", "illegals", "man", "men", "an", "flood", "floods", "of", "refugees", "it's a sham", "it’s", "a", "sham", "that", "came", "people", ". ",
    "x", "s", " ", " ", " ", "\n", "\n\n", "-", "‐", "\u00a0", "*", "**", "_", "[", "](https://example.org/a)", "][a]", "https://example.org/a", "<b>",
    "</b>", "<!-- a -->", "&nbsp;", "{: .a}", "\\n", "\\t", "\\", "''", "'", '"', "“", "”", "`", "> ", "/// ", "{fact:F-a-001}", "[a]: ", "ſ", "İ", "é", "3",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
FIELDS = st.sampled_from(["{}", "---\ntitle: {}\n---\n", '---\nsummary: "{}"\n---\n', "---\nshare: '{}'\n---\n"])


def told(text, terms=TERMS, **options):
    return check_text("a.md", text, "story", terms, **options)


@given(TEXTS, FIELDS)
@settings(max_examples=400)
def test_where_a_glance_finds_nothing_nothing_is_found(text, field):
    whole = field.format(text)
    everything = make_terms(WORDS)
    everything.__dict__["_glance"] = make_glance(["é"])  # One that never says no.
    found = told(whole, everything)

    assert found == told(whole)
    assert [own for own in found if own.severity is Severity.ERROR] == told(whole, with_advice=False)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Illegal men.", True),
        ("**Illegal** men.", True),
        ("Illegal https://example.org/ men.", True),
        ("---\ntitle: 'Illegal ''men'\n---\n", True),
        ("An illegal act, and many men.", True),
        ("Illegally held men.", False),
        ("Illegal acts of men.", False),
        ("Some men and what is illegal.", False),
        ("Reillegals.", False),
        ('"So:\\nillegals"', True),
        ("", False),
    ],
)
def test_a_glance_looks_for_words_in_a_row(text, answer):
    assert answer == make_glance(expand("illegal men") + expand("illegals") + expand("an illegal act")).may_find(text)


def test_no_terms_are_found_nowhere_and_other_letters_may_be_anywhere():
    assert not make_glance([]).may_find("illegals")
    assert make_glance(["ὀδός"]).may_find("")


@pytest.mark.parametrize(
    "changed",
    [
        {"other": WORDS["illegal"]},
        {"illegal": entry("illegals")},
        {"illegal": entry("illegal (man|men)", "illegals", "an illegal .", level="warn")},
        {"illegal": entry("illegal (man|men)", "illegals", "an illegal .", why="No person is.")},
        {"illegal": entry("illegal (man|men)", "illegals", "an illegal .", near=("came",))},
        {},
    ],
)
def test_the_digest_of_terms_tells_all_that_may_be_said_of_a_text(changed):
    terms = {"illegal": WORDS["illegal"]}

    assert make_terms(terms).digest == make_terms(dict(terms)).digest
    assert make_terms(changed).digest != make_terms(terms).digest
