"""
Names meet whatever their capitals, accents and endings, and most of them in another script too.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity.spelling import Speller, sound_of, spellings_of


def words(text):
    return [(text[word.start : word.end], word.first.plain) for word in Speller().words_in(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TESTNAME", "testname"), ("Tésťñāme", "testname"), ("Te\u0301stname", "testname"), ("Testname's", "testname"), ("Testname’s", "testname"),
        ("Test\u00adname", "testname"), ("O’Testname", "otestname"), ("Løngström", "longstrom"), ("İnan", "inan"), ("Weiß", "weiss"),
        ("أَمِينَة", "امينه"), ("اَلأمينة", "امينه"), ("امـــينة", "امينه"), ("Ёлка", "елка"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_meet(one, other):
    assert other == spellings_of(one)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("أمينة", "Amina"), ("ياسمين", "Yasmin"), ("Юлия", "Yulia"), ("Yuliya", "Юлия"), ("Оксана", "Oksana"), ("علي", "Aly"), ("نور", "Noor"), ("نور", "Nour")],
)  # fmt: skip
def test_scripts_meet_by_their_sound(one, other):
    assert sound_of(spellings_of(one)[0]) == sound_of(spellings_of(other)[0])


def test_a_letter_joined_to_an_arabic_word_is_taken_off_as_well():
    assert ("وامينه", "امينه") == spellings_of("وأمينة")


def test_words_are_found_in_any_writing():
    text = "**Zoë** Al-Testname’s _tea_, (12b) أمينة's"

    assert [
        ("Zoë", "zoe"), ("Testname’s", "testname"), ("tea", "tea"), ("12b", "12b"), ("أمينة's", "امينه"),
    ] == words(text)  # fmt: skip


@given(st.text())
def test_no_text_is_too_strange(text):
    found = Speller().words_in(text)

    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
