"""
Every typed figure leads to a fact that its text names, or the editors are told.
"""

import pytest

from plugins.facts.book import FactBook
from plugins.library.traced import untraced_in, warn_of_untraced
from tests.make import lines_of, make_fact, make_library, make_names, make_source, make_story, make_testimony

HEAD = "---\ntitle: 999 people\n---\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In 2025 1,234 people came.", ["1,234 people"]),
        ("They got £49.18 a week.", ["£49.18"]),
        ("It cost £4.5 billion.", ["£4.5 billion"]),
        ("Some 41% had come, and 39 % had not.", ["41%", "39 %"]),
        ("There were 250 other men.", ["250 other men"]),
        ("On 23 September 2020, at 10.30, by rule 276 of 2014.", []),
        ("{fact:F-work-001} people, [41% people](record:pay) and https://example.org/41%", ["41%"]),
        ("`41%` is how one writes it.", []),
    ],
)
def test_numbers_with_units_are_looked_at_and_dates_are_not(words, found):
    told = list(untraced_in("a.md", HEAD + words, frozenset()))

    assert found == [problem.what.split('"')[1] for problem in told]
    assert {5} >= {problem.line for problem in told}


def test_a_number_that_a_fact_of_the_text_says_is_traced():
    assert [] == list(untraced_in("a.md", HEAD + "So 1,234 people came, 41% of them men.", frozenset({"1234", "41"})))


def test_only_the_facts_that_a_text_names_count():
    facts = FactBook(
        {"F-work-001": make_fact(claim="In all {1,234} people came.", units=["people"])}, {"S-one": make_source()}
    )
    naming, silent = make_story(slug="a", facts=["F-work-001"]), make_story(slug="b")
    testimony = make_testimony(slug="c")
    records = [naming, silent, testimony]
    library = make_library(*records, facts=facts)
    named = {own.path: own for own in make_names(records)}
    files = [(named[record.path], f"{HEAD}So 1,234 people came.\n".encode()) for record in records]

    assert library
    assert [
        'content/stories/b.md:5:4: warning: "1,234 people" comes from no fact that this text names. '
        "Print it from the book of facts, {fact:…}, or add the id of its fact to facts."
    ] == lines_of(warn_of_untraced(files, records, facts))
