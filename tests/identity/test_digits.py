"""
What needs a digit is looked for near digits only, and nothing is overlooked for that.
"""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity import numbers, patterns
from plugins.identity.digits import CLOSE, FAR, FEWEST, GROUP, digits_with, find_digits, find_near, of_many
from plugins.identity.kinds import Kind
from plugins.identity.personal import find_personal

CLOSE_ONES = (patterns.CASES, patterns.PLATE, patterns.POSTCODE)
FAR_ONES = (patterns.ARRIVAL, patterns.STREET)
OF_MANY = (
    patterns.APPLICATION, patterns.INSURANCE, patterns.GROUPED_TEN, numbers.WORLDWIDE, numbers.NATIONAL, numbers.BARE_MOBILE,
)  # fmt: skip
WITH_CUES = (
    (patterns.BIRTH_CUE, patterns.BIRTH), (patterns.NHS_CUE, patterns.TEN_NEAR_NHS),
    (numbers.TOLD_CUE, numbers.TOLD), (re.compile(""), patterns.PASSPORT),
)  # fmt: skip
CUES = (
    (patterns.SPELLED_CUES, patterns.SPELLED_AT), (patterns.FLAT_CUES, patterns.FLAT),
    (patterns.HOTEL_CUES, patterns.HOTEL), (patterns.HOTEL_CUES, patterns.HOTEL_OF),
    (patterns.CHILDREN_CUES, patterns.CHILDREN), ((patterns.ID_CUE,), patterns.ID),
)  # fmt: skip

NAME = "A" + 20 * "b" + " "
FAR_AWAY = "so " * FAR
PIECES = [
    "0", "7", "07700 900123", "+44 7700", "00", "999 000 0018", "1234", "-5678", "12", " 12 34 56 ", "QQ", "C", "3 May", "1/2/1990", "٣", "३ may",
    "2024-01-01", "SW1A", " 1AA", "b33 8th", "AB12 CDE", "M1234567", "ABC/12345", "ARC / ABC123", "UI-2021-123456", "nhs", "passport no is ab", "tel: ",
    "whatsapp number... ", "born ", "d.ob: ", "do.b ", "date of birth", "is on ", "مواليد ", "arrived ", "came to us ", "12a, ", "High ", "Testname's\n", "Road",
    "Flat ", "Apt. ", "Apartment ", "B", "Hotel ", "Hostel", "'r Testname", "Inn", "Guest", "house", "Gwesty ", "grand", "sons", "kids", "children",
    "a", "[at]", "( @ ) ", "x.org", " dot ", "http", "s://", "www.", "F-boats-001", "S-", "home-office", "C-7F3K9Q", " ", "\n", ".", "/", "-", "so " * 20, FAR_AWAY,
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def spans(matches):
    return [match.span() for match in matches]


@given(TEXTS)
def test_near_digits_a_pattern_finds_what_it_finds_anywhere(text):
    for own in (text, text.lower()):
        digits = find_digits(own)
        for pattern in CLOSE_ONES:
            assert spans(pattern.finditer(own)) == spans(find_near(pattern, own, digits)), pattern
        for pattern in FAR_ONES:
            assert spans(pattern.finditer(own)) == spans(find_near(pattern, own, digits, FAR)), pattern
        for pattern in OF_MANY:
            assert spans(pattern.finditer(own)) == spans(find_near(pattern, own, of_many(digits))), pattern


@given(TEXTS)
def test_the_groups_of_digits_are_the_same_in_plain_letters(text):
    for own in (text, text.encode("ascii", "ignore").decode()):
        assert spans(GROUP.finditer(own)) == find_digits(own)


@given(TEXTS)
def test_where_no_cue_stands_nothing_is_found(text):
    lower = text.lower()
    digits = find_digits(lower)
    for cue, pattern in WITH_CUES:
        near = digits_with(cue, lower, of_many(digits) if pattern is not patterns.BIRTH else digits)
        assert spans(pattern.finditer(lower)) == spans(find_near(pattern, lower, near, FAR)), pattern
    for own in (text, lower):
        for cues, pattern in CUES:
            assert any(cue.search(own) for cue in cues) or not pattern.search(own), pattern


@pytest.mark.parametrize(
    ("longest", "kind"),
    [
        (f"1234a,\n{3 * NAME}Crescent", Kind.STREET),
        (f"arrived{40 * ' '}gorffennaf 3", Kind.ARRIVAL),
        ("dyddiad geni: **on was the gorffennaf 3", Kind.BIRTH),
        ("born 12th of gorffennaf,\n1990", Kind.BIRTH),
        ("+(((1(((2(((3(((4(((5(((6(((7(((8", Kind.PHONE),
        ("ARC / ABC123", Kind.CASE),
        ("AB12 CDE", Kind.PLATE),
    ],
)
def test_the_longest_of_each_kind_is_found_far_from_all_else(longest, kind):
    found = find_personal(f"{FAR_AWAY}{longest} {FAR_AWAY}1")

    assert [(len(FAR_AWAY), len(FAR_AWAY + longest), kind)] == [(own.start, own.end, own.kind) for own in found]


@pytest.mark.parametrize(
    ("before", "number", "kind"),
    [
        (f"nhs{40 * ' '}", "9990000018", Kind.HEALTH),
        ("passport number...is ", "ab123456", Kind.CASE),
        ("telephone number...", "496012", Kind.PHONE),
    ],
)
def test_a_word_before_a_number_says_what_it_is(before, number, kind):
    start = len(FAR_AWAY + before)
    found = find_personal(f"{FAR_AWAY}{before}{number} {FAR_AWAY}1")

    assert [(start, start + len(number), kind)] == [(own.start, own.end, own.kind) for own in found]


@given(st.text(st.sampled_from("0 9a٣३𝟗é\n")), st.integers(0, 2 * FAR + 5))
def test_every_digit_stands_in_a_group_and_groups_stand_apart(text, gap):
    whole = text + gap * "x" + text
    digits = find_digits(whole)

    assert {match.start() for match in re.finditer(r"\d", whole)} == {
        place for start, end in digits for place in range(start, end) if whole[place].isdecimal()
    }
    assert all(end + 2 * FAR < start for (_, end), (start, _) in pairwise(digits))


def test_reaches_do_not_let_groups_meet():
    assert CLOSE < FAR
    assert [(0, FEWEST)] == of_many([(0, FEWEST), (900, 900 + FEWEST - 1)])
