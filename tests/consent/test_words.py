"""
The public words, their fingerprint, their code, and what differs.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.consent.traces import fold, sequences_of
from plugins.consent.words import code_of, difference, fingerprint_of, plain_text, public_words, same_code
from plugins.consent.writing import set_field
from plugins.records.record import LinkPlace
from tests.make import make_body, make_testimony


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>A<em>b</em>c <strong>d</strong></p>", "Abc d"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<p>One<br>Two</p>", "One\nTwo"),
        ("<p>One\nTwo   Three</p>", "One Two Three"),
        ("<p>Fish &amp; chips &lt;b&gt;</p>", "Fish & chips <b>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>cafe\u0301</p>", "café"),
        ("", ""),
    ],
)
def test_the_words_of_html_are_what_a_reader_reads(html, text):
    assert text == plain_text(html)


def test_the_public_words_are_all_there_is_to_hear():
    testimony = make_testimony(
        title="A  title", summary="A summary.", content_note="Loss.", share="Come in.",
        body=make_body("<p>Words, and ", LinkPlace("x", "a <em>link</em>", 1), ".</p>"),
    )  # fmt: skip

    assert {
        "title": "A title", "summary": "A summary.", "note": "Loss.", "share": "Come in.", "alt": "A cup.", "body": "Words, and a link.",
    } == public_words(testimony, "A cup.")  # fmt: skip


def test_a_note_that_says_none_is_no_words():
    assert {"title", "summary", "body"} == set(public_words(make_testimony(content_note="None")))


PARTS = st.dictionaries(st.sampled_from(["title", "summary", "note", "share", "body"]), st.text(max_size=30))


@given(PARTS, PARTS)
def test_equal_words_and_only_they_have_equal_fingerprints(first, second):
    assert (first == second) == (fingerprint_of(first) == fingerprint_of(second))


@given(PARTS, PARTS)
def test_what_differs_is_shown_where_words_differ(first, second):
    words = [{part: text.split() for part, text in own.items() if text.split()} for own in (first, second)]

    assert (words[0] == words[1]) == (difference(first, second) == "")


def test_a_difference_shows_the_words_around_it():
    before, after = {"body": "I came by the small gate in May"}, {"body": "I came by the large gate in May"}

    assert "body: … came by the [-small-] {+large+} gate in May …" == difference(before, after)


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1}", "{2}"])
def test_a_code_may_be_typed_as_people_type(typed):
    code = code_of({"en": fingerprint_of({"body": "a"})})

    assert same_code(typed.format(code, code.lower(), code.replace("-", " ")), code)
    assert not same_code(code[:-1] + ("0" if code[-1] != "0" else "1"), code)
    assert not same_code("", code)


def test_another_language_makes_another_code():
    assert 3 == len({code_of({"en": "a"}), code_of({"ar": "a"}), code_of({"en": "a", "ar": "a"})})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s Élodie's CAFÉ, at 5.", ["its", "elodies", "cafe", "at", "5"]),
        ("It's", ["its"]),
        ("المُفْتَاح", ["المفتاح"]),
        ("مفـــتاح", ["مفتاح"]),
        ("Straße ﬁn", ["strasse", "fin"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("", []),
    ],
)
def test_words_are_folded_so_that_dress_does_not_count(text, words):
    assert words == fold(text)


def test_sequences_are_six_words_in_a_row():
    assert {"a b c d e f", "b c d e f g"} == sequences_of(["A b c, d e f g", "short one"])


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_sequence_runs_from_one_part_into_the_next(first, second):
    assert sequences_of([first, second]) == sequences_of([first]) | sequences_of([second])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\n", "a: 1\nb: 2\nx: 9\n"),
        ("a: 1\nx: 1\nb: 2\n", "a: 1\nb: 2\nx: 9\n"),
        ("a: 1\nx:\n  y: 1\n  z: 2\nb: 2\n", "a: 1\nb: 2\nx: 9\n"),
        ("a: 1\nx:\n  y: 1\n\n  z: 2\n", "a: 1\nx: 9\n"),
        ("a: 1\nx: {y: 1,\n  z: 2}\n# note\nb: 2\n", "a: 1\n# note\nb: 2\nx: 9\n"),
        ("a: 1\nxx: 1", "a: 1\nxx: 1\nx: 9\n"),
    ],
)
def test_one_field_is_written_and_every_other_line_stays(text, expected):
    assert expected == set_field(text, "x", "9")
