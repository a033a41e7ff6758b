"""
The words of the editors' own file, in sentences that a volunteer would write: what is found, where, and what is not.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.prose.finding import find_terms
from plugins.prose.patterns import expand
from plugins.prose.prose import read_prose
from plugins.prose.terms import Term, Terms, make_terms, read_prose_terms
from tests.make import ROOT

TERMS, PROBLEMS = read_prose_terms(ROOT / "content/terms.yml", "content/terms.yml")

FORBIDDEN = "the illegal asylum seekers"
"""Words that are found wherever they are searched for."""


def found(text, terms=TERMS):
    return [(finding.start, text[finding.start : finding.end]) for finding in find_terms(text, terms)]


def levels(text):
    return [(finding.entry.name, finding.entry.term.level) for finding in find_terms(text, TERMS)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("An illegal asylum seeker came.", [(3, "illegal asylum seeker")]),
        ("ILLEGAL REFUGEES came.", [(0, "ILLEGAL REFUGEES")]),
        ("Some illegal\nmigrants came.", [(5, "illegal\nmigrants")]),
        ("Some illegal-migrants came.", [(5, "illegal-migrants")]),
        ("Some illegal [migrants](record:story/penally) came.", [(5, "illegal [migrants")]),
        ("Some illegal [asylum](record:a) seekers.", [(5, "illegal [asylum](record:a) seekers")]),
        ("Some *illegal* __migrants__ came.", [(6, "illegal* __migrants")]),
        ("Some illegal <b>migrants</b> came.", [(5, "illegal <b>migrants")]),
        ("He is an illegal.", [(6, "an illegal")]),
        ("He is an illegal", [(6, "an illegal")]),
        ("An illegal who came, and illegals.", [(0, "An illegal who"), (25, "illegals")]),
        ("They crossed illegally and arrived illegally.", [(27, "arrived illegally")]),
        ("A bogus refugee.", [(2, "bogus refugee")]),
        ("A bogus adviser.", [(2, "bogus")]),
        ("Is she a genuine refugee?", [(9, "genuine refugee")]),
        ("Failed asylum seekers.", [(0, "Failed asylum seekers")]),
        ("Refused asylum-seekers’ homes.", [(0, "Refused asylum-seekers")]),
        ("Sanctuary seekers and asylum seekers.", [(0, "Sanctuary seekers"), (22, "asylum seekers")]),
        ("We give a voice to the voiceless.", [(3, "give a voice to"), (23, "voiceless")]),
        ("We help the vulnerable.", [(8, "the vulnerable")]),
        ("The stock of refugees grew.", [(4, "stock of refugees")]),
        ("She was deported.", [(8, "deported")]),
        ("They fear deportation.", [(10, "deportation")]),
        ("- an illegal\n- another", [(2, "an illegal")]),
        ("# Illegal migrants\n\nText.", [(2, "Illegal migrants")]),
        ("| Illegal migrants | 3 |", [(2, "Illegal migrants")]),
    ],
)
def test_words_to_avoid_are_found_where_they_stand(text, expected):
    assert expected == found(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("A flood of refugees came.", [("pictures-of-people", "block")]),
        ("The town was swamped by migrants.", [("pictures-of-people", "block")]),
        ("Refugees are flooding the town.", [("pictures-near-people", "warn")]),
        ("People flooded the streets.", [("pictures-near-people", "warn")]),
        ("Swarms in boats.", [("pictures-near-people", "warn")]),
        ("An influx was expected, and people came.", [("pictures-near-people", "warn")]),
        ("A new wave arrived by small boat.", [("pictures-near-people", "warn")]),
        ("Migrants poured in.", [("pictures-near-people", "warn")]),
        ("It was an invasion, said those who feared migration.", [("pictures-near-people", "warn")]),
        ("Arrivals surged in June.", [("pictures-near-people", "warn")]),
        ("Newcomers flock to the city.", [("pictures-near-people", "warn")]),
        ("Nobody can stem the tide. People said so.", []),
        ("The river flooded. People came home.", []),
        ("The kitchen was flooded.", []),
        ("She waved at the people on the boats.", []),
        ("People fled the floods.", []),
        ("A wave of generosity met the refugees.", []),
        ("People fled after the invasion of Ukraine.", []),
        ("Refugees sat by the flood-defences.", []),
        ("People went to the surgery.", []),
        ("# Floods\n\nPeople came.", []),
        ("- Floods\n- People", []),
    ],
)
def test_a_picture_of_water_or_war_counts_only_where_people_are_meant(text, expected):
    """
    Within the same sentence there must be a word for people or for how they come.
    """
    assert expected == levels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Seeking asylum is not illegal, however a person travelled.",
        "Crossing was an illegal act.",
        "It was an illegal-looking thing and an illegal 'act'.",
        "The Illegal Migration Act 2023 became law.",
        "The Illegal\nMigration Bill was debated.",
        "A person seeking asylum, refused asylum, or seeking sanctuary.",
        "The vulnerable child and a vulnerable person.",
        "A deportation order was made.",
        "Illegality, failed banks and genuine pearls.",
        "An asylum. Seekers of peace.",
        'Read [the law](https://example.org/illegal-migrants "illegal migrants") and https://example.org/bogus-refugee.',
        "See [it][1].\n\n[1]: https://example.org/illegals",
        "A {fact:illegals} and `illegals` and ``x ` illegals``.",
        "<span title='illegals'>Hello</span> <!-- illegals -->",
        "<q>illegals</q> <blockquote>\n\nillegals\n\n</blockquote>",
        "```\nillegals\n```",
        "~~~\nillegals\n~~~",
        "> illegals\nillegals again\n\n- > illegals",
        "/// quote | the-allotment\nillegals\n\nillegals\n///",
        "/// claim | illegals\n    said: some\n///",
        "illegal `x` migrants",
    ],
)
def test_what_is_lawful_quoted_or_unseen_is_left_alone(text):
    assert [] == found(text)


@pytest.mark.parametrize(
    "quoted",
    [
        f'"{FORBIDDEN}"', f"'{FORBIDDEN}'", f"“{FORBIDDEN}”", f"‘{FORBIDDEN}’", f"«{FORBIDDEN}»", f"‹{FORBIDDEN}›",
        f"„{FORBIDDEN}“", f"'{FORBIDDEN}',", f"('{FORBIDDEN}')", f"**'{FORBIDDEN}'**", f"“He said ‘x’ of {FORBIDDEN}”",
        f"'{FORBIDDEN}' and '{FORBIDDEN}'", f"'the neighbours' talk of {FORBIDDEN} here'", f"‘it’s {FORBIDDEN} again’",
        f"“He said “x” of {FORBIDDEN}”", f"'of\n{FORBIDDEN}\nhere'",
    ],
)  # fmt: skip
def test_words_in_quotation_marks_are_somebody_elses(quoted):
    assert [] == found(f"They wrote {quoted} in 2003.")


@pytest.mark.parametrize(
    "text",
    [
        f"The neighbour's view, and the neighbours' view, of {FORBIDDEN} isn't ours.",
        f"It's {FORBIDDEN}, it’s them.",
        f"In the '90s {FORBIDDEN} were the papers' word.",
        f"'One' and {FORBIDDEN} and 'two'.",
        f"‘One’ and {FORBIDDEN} and ‘two’.",
        f'"One" and {FORBIDDEN} and "two".',
        f"- 'one\n- {FORBIDDEN}'",
        f"'One\n\n{FORBIDDEN}'",
        f'"One\n\n{FORBIDDEN}"',
        f"5' and {FORBIDDEN} and 6'.",
    ],
)
def test_an_apostrophe_hides_nothing(text):
    assert [(text.index("illegal"), "illegal asylum seekers")] == found(text)


def test_only_the_myth_of_a_claim_is_left_alone():
    text = "\n\n".join(
        [
            "/// claim | part-for-whole\n    said: papers\n    reach: widely",
            "Fact: One illegals.",
            "Warning: Two illegals.",
            "Myth: Three illegals\nand illegals.",
            "Why: Four illegals.",
            "Fact again: Five illegals.\n///",
            "Myth: Six illegals.",
        ]
    )

    assert ["One", "Two", "Four", "Five", "Six"] == [text[: place - 1].split()[-1] for place, _ in found(text)]


def test_after_a_block_that_ends_words_are_looked_for_again():
    text = "/// quote | a\nillegals\n///\n\nWe say illegals.\n\n/// quote | b\nillegals\n///\n\nWe say illegals."

    assert [text.index("illegals."), text.rindex("illegals.")] == [place for place, _ in found(text)]


def test_the_graver_entry_wins_where_two_claim_the_same_words():
    assert [("failed", "block")] == levels("A failed asylum seeker.")
    assert [("refused-asylum-seeker", "warn")] == levels("A refused asylum seeker.")


def test_a_short_grave_entry_wins_over_a_long_mild_one():
    own = {"why": "So.", "better": ("people",)}
    terms = make_terms(
        {
            "mild": Term.model_validate(dict(term=("some illegals here",), level="warn", **own)),
            "grave": Term.model_validate(dict(term=("illegals",), level="block", **own)),
        }
    )

    assert [(5, "illegals")] == found("Some illegals here.", terms)


def test_without_terms_nothing_is_found():
    assert [] == found("illegals", Terms())


def test_every_form_of_every_line_is_found_somewhere():
    """
    Each line of the file is looked for as it is written, in all its forms.
    """
    for entry in TERMS.entries:
        forms = [form for pattern in entry.term.term for form in expand(pattern)]
        beside = "People" if entry.near else "They"
        missing = [form for form in forms if not found(f"{beside} said {form.removesuffix(' .')}.")]
        assert [] == missing, entry.name


def test_no_better_word_is_itself_to_be_avoided():
    assert [] == [better for entry in TERMS.entries for better in entry.term.better if found(f"People {better}.")]


PIECES = st.lists(
    st.sampled_from(
        ["'", '"', "“", "”", "‘", "’", "«", "»", "`", "```", "<q>", "</q>", "<!--", "-->", "[", "](", ")", "{fact:", "}",
         "///", "/// quote | a", "/// claim | b", "Myth:", ">", "- ", "* ", "1. ", "#", "|", "\n", "\n\n", " ", "---\n",
         "title: ", ": ", "illegals", "flood", "people", "an illegal", "1,000", "million", ".", "…", "_", "*", "\\", "é"]
    )
).map("".join)  # fmt: skip


@given(PIECES | st.text())
def test_no_text_is_too_broken(text):
    places = [(finding.start, finding.end) for finding in find_terms(text, TERMS)]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(PIECES | st.text())
def test_prose_is_as_long_as_its_text_and_keeps_its_lines(text):
    for whole in (text, f"---\n{text}", f"---\ntitle: {text}\n---\n{text}"):
        prose = read_prose(whole)
        for one in (prose.bare, prose.own):
            assert len(whole) == len(one)
            assert [at for at, char in enumerate(whole) if char == "\n"] == [
                at for at, char in enumerate(one) if char == "\n"
            ]


PLAIN = st.text(
    st.characters(codec="utf-8", exclude_characters="'\"“”„«»‹›‘’`<>{}[]|/*_\n\r", exclude_categories=["C"])
)


@given(PLAIN, st.sampled_from(["“”", '""', "''", "‘’", "«»", "‹›", "„“"]), PLAIN)
def test_quoted_text_is_never_found(before, marks, after):
    opening, closing = marks
    text = f"x {opening}q{before} illegals {after}z{closing} x"

    assert [] == found(text)
