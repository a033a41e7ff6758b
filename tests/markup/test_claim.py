"""
A claim answers a myth in five parts, in their order; whatever is not so is told with what to do.
"""

import pytest

from plugins.markup.body import BodyRenderer
from plugins.records.record import ChartPlace, FactPlace, LinkPlace, WordPlace
from tests.make import lines_of

CLAIM = """\
/// claim | part-for-whole
    said: some newspapers & others
    reach: widely, since about 2015

Fact: Fewer than half came so: {fact:F-numbers-004}.

Warning: What follows misleads.

Myth: It is all about boats.

Why: Boats can be *seen*, and the rest cannot.

Fact again: Most came in another way.
///
"""


def render(text):
    return BodyRenderer()(text, 5, "a.md", "en")


def test_a_claim_is_whole_and_in_order():
    body, problems = render(f"Before.\n\n{CLAIM}\nAfter.")
    (claim,) = body.claims
    html = "|".join(body.parts)

    assert [] == problems
    assert ("part-for-whole", "some newspapers & others", "widely, since about 2015", "It is all about boats.", 7) == (
        claim.technique, claim.said, claim.reach, claim.myth, claim.line,
    )  # fmt: skip
    assert "Fewer than half came so: {fact:F-numbers-004}." == claim.fact
    assert [
        WordPlace("claim.fact"), FactPlace("F-numbers-004", 11), WordPlace("claim.myth"), WordPlace("claim.why"),
        LinkPlace("technique/part-for-whole", "", 7), WordPlace("claim.again"),
    ] == list(body.places)  # fmt: skip
    assert html.index("claim__warning") < html.index("<q>It is all about boats.</q>") < html.index("<em>seen</em>")
    assert "data-" not in html


@pytest.mark.parametrize(
    ("was", "now", "what"),
    [
        ("Warning: What follows misleads.\n\n", "", "it has Fact, Myth, Why, Fact again"),
        ("Why: ", "Because: ", "it has Fact, Warning, Myth, words without a label, Fact again"),
        (
            "Myth: It is all about boats.",
            "Myth: It is all about boats.\n\nMyth: Twice.",
            "Fact, Warning, Myth, Myth, Why",
        ),
        ("Fact: Fewer", "Words before.\n\nFact: Fewer", "it has words without a label, Fact"),
        ("    said: some newspapers & others\n", "", "this claim does not say which kind of source says it"),
        ("    reach: widely, since about 2015\n", "", "this claim does not say where and since when it is heard"),
        ("| part-for-whole", "| Part for Whole", '"Part for Whole" is no technique'),
        ("Myth: It is all about boats.", "Myth: {fact:F-numbers-001} came.", "the myth has a figure of ours in it"),
        ("Warning: What follows misleads.", "Warning:", 'the part "Warning" is empty'),
        ("Boats can be *seen*", "word " * 40, "the explanation has 45 words, more than one and a half times"),
        ("Most came in another way.", "It {fact:F-numbers} is so.", '"F-numbers" names no figure of the book of facts'),
    ],
)
def test_what_is_wrong_with_a_claim_is_told(was, now, what):
    assert was in CLAIM
    lines = lines_of(render(CLAIM.replace(was, now))[1])

    assert any(what in line for line in lines), lines
    assert all(line.startswith("a.md:") for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        '<aside data-claim="x">Words.</aside>',
        '<aside class="claim"><p class="claim__myth">Words.</p></aside>',
        "<!word claim.fact> <!title story/a> words",
        '<data value="word:claim.fact"></data> words',
    ],
)
def test_nobody_writes_a_claim_as_html(text):
    body, _ = render(text)

    assert () == body.claims
    assert () == body.places
    assert "claim__myth" not in "".join(body.parts)


def test_marks_of_figures_stand_in_words_and_nowhere_else():
    text = "A {fact:F-a-001}, `{fact:F-a-002}`, [x](https://example.org/{fact:F-a-003} '{fact:F-a-004}').\n\n| {fact:F-a-005/2} |\n|---|\n| a |"
    body, _ = render(text)

    assert ["F-a-001", "F-a-005/2"] == [place.target for place in body.facts]


def test_a_chart_is_a_place_of_its_own():
    body, problems = render("Words.\n\n/// chart | by-year\n///\n")

    assert ([], [ChartPlace("by-year", 7)]) == (problems, list(body.charts))
