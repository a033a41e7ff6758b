"""
The terms file: how editors write words down, and what they are told where a line is wrong.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from plugins.prose.finding import find_terms
from plugins.prose.patterns import expand
from plugins.prose.terms import Terms, read_prose_terms
from tests.make import ROOT

ENTRY = """\
bogus:
  term:
    - bogus refugee[s]
  level: block
  why: Courts decide.
  better: [refugee]
"""


@pytest.fixture
def read(tmp_path):
    """The terms of a file and what is told of it."""

    def read(text):
        path = tmp_path / "terms.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        terms, problems = read_prose_terms(path, "content/terms.yml")
        return terms, [str(problem).removeprefix("content/terms.yml:") for problem in problems]

    return read


@pytest.mark.parametrize(
    "pattern, forms",
    [
        ("Bogus", ["bogus"]),
        ("flood[s|ed|ing]", ["floods", "flooded", "flooding", "flood"]),
        ("(bogus|fake) refugee[s]", ["bogus refugees", "bogus refugee", "fake refugees", "fake refugee"]),
        ("the [most ]vulnerable .", ["the most vulnerable .", "the vulnerable ."]),
        ("people’s  names.", ["people's names."]),
        ("Illegal Migration Act 2023", ["illegal migration act 2023"]),
    ],
)
def test_a_line_stands_for_its_forms(pattern, forms):
    assert forms == list(expand(pattern))


@pytest.mark.parametrize(
    "pattern, what",
    [
        ("flood[s", 'the brackets in "flood[s" do not fit together'),
        ("flood)s", 'the brackets in "flood)s" do not fit together'),
        ("a|b", 'the brackets in "a|b" do not fit together'),
        ("(a(b|c))", 'the brackets in "(a(b|c))" do not fit together'),
        ("(a||b)", '"(a||b)" has a choice without words'),
        ("flood[]", '"[]" has a choice without words'),
        ("flood*", '"*" means nothing here'),
        ("(a_b)", '"_" means nothing here'),
        ("[flood]", '"[flood]" does not stand for words'),
        (".", '"." does not stand for words'),
        ("an. illegal", '"an. illegal" does not stand for words'),
        ("(a|b|c|d)" * 5, "this stands for more than 300 forms"),
        ("a" * 201, "these are 201 characters"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused(pattern, what):
    with pytest.raises(PydanticCustomError) as caught:
        expand(pattern)

    assert what == caught.value.message()


@given(st.text(st.sampled_from("ab c()[]|-.'’,&*1é\\"), max_size=60))
def test_every_line_is_read_or_refused(pattern):
    try:
        forms = expand(pattern)
    except PydanticCustomError as refused:
        assert refused.message()
    else:
        assert 0 < len(forms) <= 300


def test_a_missing_file_has_no_terms_and_no_problem(tmp_path):
    assert (Terms(), []) == read_prose_terms(tmp_path / "terms.yml", "content/terms.yml")


def test_an_entry_is_read_whole(read):
    terms, problems = read(ENTRY + "  exceptions: [bogus refugee story]\n  near: people\n")

    assert [] == problems
    (entry,) = terms.entries
    assert ("bogus", True, ("refugee",), ("people",)) == (
        entry.name, entry.blocks, entry.term.better, entry.term.near,
    )  # fmt: skip


@pytest.mark.parametrize(
    "change, expected",
    [
        (("level: block", "level: blok"), '4:10: bogus: level: "blok" is unknown here. Did you mean "block"?'),
        (("  level: block\n", ""), "1:1: bogus: level: this field is missing. Add it: block, if a text with these words must not be published, or warn."),
        (("  level", "  levle"), '4:3: bogus: levle: there is no such field. Did you mean "level"?'),
        (("[refugee]", "[]"), "6:11: bogus: better: this list is empty. Write one line below it that begins with a hyphen, or remove the field."),
        (("[refugee]", "['']"), "6:12: bogus: better: this field is empty. Fill it in: Words to use in their place, one line for each."),
        (("refugee[s]", "refugee[s"), '3:7: bogus: term: the brackets in "bogus refugee[s" do not fit together. Close each bracket, put none into another, and use the stroke | within brackets only.'),
        (("[s]", "[s]\n    - Bogus refugees"), '4:7: bogus: "bogus refugees" stands here a second time, first in line 3. Keep one of the two.'),
        (("bogus:", "Bo gus:"), '1:1: "Bo gus" is no name of an entry. Use lower-case letters a to z, digits and hyphens only.'),
        (("bogus:", "fake: bogus\nbogus:"), "1:1: fake: this is no entry. Write below it, each on a line of its own: term, level, why and better."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(read, change, expected):
    assert expected in read(ENTRY.replace(*change))[1]


def test_a_name_that_stands_twice_is_told(read):
    assert ["8:3: bogus: this field stands here twice, first in line 2. Keep one of the two."] == [
        problem for problem in read(ENTRY * 2)[1] if "twice" in problem
    ]


def test_words_that_stand_in_two_entries_are_told(read):
    other = ENTRY.replace("bogus:", "other:").replace("refugee[s]", "(refugees|x)")

    assert ['9:7: other: "bogus refugees" stands here a second time, first in line 3. Keep one of the two.'] == read(
        ENTRY + other
    )[1]


def test_an_entry_that_is_wrong_leaves_the_others_in_force(read):
    terms, problems = read(ENTRY + ENTRY.replace("bogus:", "other:").replace("block", "blok"))

    assert (["bogus"], 1) == ([entry.name for entry in terms.entries], len(problems))


@pytest.mark.parametrize(
    "text", [b"\xff", "a: [", "- a", "a: &b c", "x" * 200_001, "\x00", "a:\n  b:\n    c: d", "", "# nothing\n"]
)
def test_a_broken_file_is_told_and_gives_no_terms(read, text):
    terms, problems = read(text)

    assert () == terms.entries
    assert bool(problems) == bool(text not in ("", "# nothing\n"))


@given(st.text(max_size=200))
def test_no_file_is_too_broken(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("terms") / "terms.yml"
    path.write_bytes(ENTRY.replace("block", text, 1).encode("utf-8", "replace"))
    terms, problems = read_prose_terms(path, "terms.yml")

    assert list(find_terms("A bogus refugee.", terms)) or problems or not terms.entries


def test_our_own_file_has_no_problems_and_the_words_it_began_with():
    terms, problems = read_prose_terms(ROOT / "content/terms.yml", "content/terms.yml")
    names = {entry.name for entry in terms.entries}

    assert [] == problems
    assert set() == {
        "illegal-person", "an-illegal", "bogus", "genuine", "failed", "economic-migrant", "sanctuary-seeker",
        "asylum-seeker", "voiceless", "the-vulnerable", "stock", "deport", "pictures-of-people", "pictures-near-people",
    } - names  # fmt: skip
