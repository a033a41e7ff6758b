"""
Whole files: what is searched in which type of text, and what a writer reads.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.problems import Problem, Severity
from plugins.prose.checking import check_file, check_text
from plugins.prose.terms import Term, make_terms, read_prose_terms
from plugins.records.reading import Named, decode, read_name
from plugins.records.types import TYPES
from tests.make import ROOT

TERMS = make_terms(
    {
        "illegals": Term.model_validate(
            {"term": ("illegals",), "level": "block", "why": "Nobody is.", "better": ("people", "a person", "they")}
        ),
        "seeker": Term.model_validate(
            {
                "term": ("asylum seeker[s]",),
                "level": "warn",
                "why": "Person first",
                "better": ("person seeking asylum.",),
            }
        ),
    }
)


def told(text, type_name="story"):
    return [str(problem) for problem in check_text("a.md", text, type_name, TERMS)]


def test_a_word_to_avoid_is_told_with_the_better_ones():
    assert [
        "a.md:1:4: “illegals”: Nobody is. Better: people, a person or they.",
        "a.md:1:22: warning: “asylum seekers”: Person first. Better: person seeking asylum.",
    ] == told("We illegals and some asylum\nseekers.")


def test_block_is_an_error_and_warn_a_warning():
    problems = check_text("a.md", "illegals, asylum seekers", "story", TERMS)

    assert [Severity.ERROR, Severity.WARNING] == [problem.severity for problem in problems]


@pytest.mark.parametrize("field", ["title", "summary", "answer", "share"])
@pytest.mark.parametrize(
    "value, place",
    [
        ("illegals", (2, 3)),
        ('"illegals"', (2, 4)),
        ("'illegals'", (2, 4)),
        (">-\n  illegals", (3, 3)),
        ("So\n  illegals", (3, 3)),
    ],
)
def test_the_fields_that_readers_see_are_searched(field, value, place):
    (problem, *_) = check_text("a.md", f"---\n{field}: {value}\n---\nText.", "story", TERMS)
    line, column = place

    assert (line, column + (len(field) if line == 2 else 0)) == (problem.line, problem.column)


@pytest.mark.parametrize(
    "front", ["topics: illegals", "share: x # illegals", "former: [/illegals/]", "summary: We wrote 'illegals' once"]
)
def test_other_fields_and_what_they_quote_are_not(front):
    assert [] == told(f"---\n{front}\n---\nText.")


def test_numbers_and_sentences_are_looked_at_in_explainers_only():
    text = "So 30,657 came. " + "We" + " we" * 25 + "."

    assert 2 == len(told(text, "explainer"))
    assert [[]] * 9 == [told(text, name) for name in TYPES if name != "explainer"]


def test_titles_are_looked_at_in_every_type():
    for name in TYPES:
        assert 1 == len(told("---\ntitle: Is it so?\n---\nText.", name)), name


@pytest.mark.parametrize(
    "relative, number",
    [("stories/a.md", 1), ("stories/a.cy.md", 0), ("testimonies/a.md", 0), ("pages/a.md", 1), ("glossary/a.md", 1)],
)
def test_only_our_own_english_texts_are_looked_at(relative, number):
    named = read_name(relative, f"content/{relative}", ("en", "cy"), "en")

    assert number == len(check_file(named, "---\ntitle: A\n---\nillegals", TERMS))


def test_lines_may_end_as_windows_ends_them():
    named = Named("a.md", TYPES["story"], "a", "en")

    assert [(5, 4)] == [
        (problem.line, problem.column)
        for problem in check_file(named, decode(b"---\r\ntitle: A\r\n---\r\n\r\nWe illegals", "a.md"), TERMS)
    ]


@given(st.text(), st.sampled_from(sorted(TYPES)))
def test_every_problem_stands_in_the_text(text, type_name):
    for whole in (text, f"---\ntitle: {text}\n---\n{text} 30,657. illegals", f"---\ntitle: '{text}'\n---\n{text}"):
        lines = whole.split("\n")
        for problem in check_text("a.md", whole, type_name, TERMS):
            assert isinstance(problem, Problem)
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize(
    "piece",
    ["'", '"', "`", "``x", "<q>", "<!--", "](", "[a][", "{fact:", "{:", "> ", "\n", ".", "…", "_", "*", "* ", "- ", "(", "—",
     "/// quote | a\n", "/// claim | a\nMyth: ", "title: '", "1,000 ", "1,", "illegals ", "asylum ", "no. ", "\u201c", " "],
)  # fmt: skip
def test_a_hostile_text_is_read_to_its_end(piece):
    """
    Twenty thousand times the same mark costs no more than other texts of that length.
    """
    text = "---\ntitle: A\n" + piece * 200 + "\n---\n" + piece * 20_000

    assert isinstance(check_text("a.md", text, "explainer", TERMS), list)


def test_no_text_of_ours_has_a_word_that_must_not_be_published():
    content = ROOT / "content"
    terms, _ = read_prose_terms(content / "terms.yml", "content/terms.yml")
    names = [(path, path.relative_to(content).as_posix()) for path in sorted(content.glob("*/*.md"))]
    files = [
        (named, path.read_bytes())
        for path, relative in names
        if isinstance(named := read_name(relative, f"content/{relative}", ("en", "cy", "ar"), "en"), Named)
    ]

    assert 50 < len(files)
    assert [] == [
        str(problem)
        for named, raw in files
        for problem in check_file(named, raw.decode(), terms)
        if problem.severity is Severity.ERROR
    ]
