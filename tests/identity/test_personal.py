"""
What tells who a person is, is found however it is written; dates, sums and ids are left in peace.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity.kinds import Kind
from plugins.identity.patterns import AREAS
from plugins.identity.personal import find_personal

WORDS = [
    "tea", "in", "2026", "26,000", "£9.95", "2015–2020", "2026-11-23", "croeso", "قصة", "We", "12", "F-movement-022", "(May", "10:30", "“yes”",
]  # fmt: skip
CLEAN = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
LAST = st.integers(0, 999).map("{:03}".format)
PHONES = st.one_of(
    st.tuples(st.sampled_from(["07700 900", "+44 7700 900", "020 7946 0", "01632 960", "+447700900", "0113-496-0", "(0161) 496 0"]), LAST),
    st.tuples(st.sampled_from(["07700\u00a0900", "07700\u00ad 900", "٠٧٧٠٠ ٩٠٠", "۰۷۷۰۰۹۰۰", "０７７００ ９００", "07700\n900"]), LAST),
).map("".join)  # fmt: skip
POSTCODES = st.tuples(
    st.sampled_from(AREAS.upper().split("|")),
    st.sampled_from(["1", "9", "10", "33"]),
    st.sampled_from([" ", "\u00a0", ""]),
    st.sampled_from(["1AA", "9ZX", "4HJ"]),
).map("".join)
INSURANCE = st.tuples(
    st.just("QQ"), st.sampled_from(["123456", " 12 34 56 ", " 123456 "]), st.sampled_from("ABCD")
).map("".join)


def kinds_in(text, **options):
    return [(text[finding.start : finding.end], finding.kind) for finding in find_personal(text, **options)]


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("Write to a.b+c@mail.example.org.", "a.b+c@mail.example.org", Kind.EMAIL),
        ("[write](mailto:a@example.org)", "a@example.org", Kind.EMAIL),
        ("a\\@example.org", "a\\@example.org", Kind.EMAIL),
        ("a [at] example [dot] org", "a [at] example [dot] org", Kind.EMAIL),
        ("see https://example.org/?to=a@example.org", "a@example.org", Kind.EMAIL),
        ("Ring 07700 900123 now", "07700 900123", Kind.PHONE),
        ("Ring 01632960123", "01632960123", Kind.PHONE),
        ("0161 496 0123 2026", "0161 496 0123", Kind.PHONE),
        ("+44 (0)7700 900123", "+44 (0)7700 900123", Kind.PHONE),
        ("+44 7700 900123 5 people", "+44 7700 900123", Kind.PHONE),
        ("0044 7700 900123", "0044 7700 900123", Kind.PHONE),
        ("mobile 7700 900123", "7700 900123", Kind.PHONE),
        ("07700&nbsp;900123", "07700&nbsp;900123", Kind.PHONE),
        ("رقمي و07700900123", "07700900123", Kind.PHONE),
        ("[ring](tel:+447700900123)", "+447700900123", Kind.PHONE),
        ("https://wa.me/447700900123", "wa.me/447700900123", Kind.PHONE),
        ("telephone: 496 0123", "496 0123", Kind.PHONE),
        ("at SW1A 1AA.", "SW1A 1AA", Kind.POSTCODE),
        ("at sw1a 1aa", "sw1a 1aa", Kind.POSTCODE),
        ("sw1a1aa", "sw1a1aa", Kind.POSTCODE),
        ("qq 12 34 56 c", "qq 12 34 56 c", Kind.INSURANCE),
        ("my number 999 000 0018", "999 000 0018", Kind.HEALTH),
        ("NHS number: 9990000018", "9990000018", Kind.HEALTH),
        ("ref M1234567/2", "M1234567/2", Kind.CASE),
        ("ABC/1234567", "ABC/1234567", Kind.CASE),
        ("1234-1234-1234-1234", "1234-1234-1234-1234", Kind.CASE),
        ("GWF012345678", "GWF012345678", Kind.CASE),
        ("ABC12345678", "ABC12345678", Kind.CASE),
        ("ARC/AB1234/123", "ARC/AB1234/123", Kind.CASE),
        ("PA/12345/2020", "PA/12345/2020", Kind.CASE),
        ("passport number 123456789", "123456789", Kind.CASE),
        ("I was born on 3 May 1990.", "born on 3 May 1990", Kind.BIRTH),
        ("DOB 03/05/1990", "DOB 03/05/1990", Kind.BIRTH),
        ("DO.B 03/05/1990", "DO.B 03/05/1990", Kind.BIRTH),
        ("Date of birth: 1990-05-03", "Date of birth: 1990-05-03", Kind.BIRTH),
        ("ولدت في ٣ مايو ١٩٩٠", "ولدت في ٣ مايو ١٩٩٠", Kind.BIRTH),
        ("her car AB12 CDE", "AB12 CDE", Kind.PLATE),
        ("at 12b Testname Road", "12b Testname Road", Kind.STREET),
        ("Flat 3, the yellow one", "Flat 3", Kind.STREET),
        ("Flat B, the yellow one", "Flat B", Kind.STREET),
        ("Flat ๓, the yellow one", "Flat ๓", Kind.STREET),
        ("born on ๓ May ๑๙๙๐", "born on ๓ May ๑๙๙๐", Kind.BIRTH),
        ("in the Grand Testname Hotel", "Grand Testname Hotel", Kind.HOTEL),
        ("at Hotel Testname", "Hotel Testname", Kind.HOTEL),
        ("We lived in Testname House Hostel", "Testname House Hostel", Kind.HOTEL),
        ("The Testname Inn", "Testname Inn", Kind.HOTEL),
        ("I am 34 years old", "34 years old", Kind.AGE),
        ("a thirty-four-year-old", "thirty-four-year-old", Kind.AGE),
        ("aged 34", "aged 34", Kind.AGE),
        ("my three small children", "three small children", Kind.CHILDREN),
        ("We arrived in Kent on 3 May 2021.", "arrived in Kent on 3 May 2021", Kind.ARRIVAL),
        ("My Testname Primary School", "Testname Primary School", Kind.NAMED),
    ],
)  # fmt: skip
def test_each_kind_is_found(text, found, kind):
    assert [(found, kind)] == kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "From 26,000 to 28,000 in 2015 to 2020, and 2015-2020.", "2026-11-23 and 01/02/2026 12345", "03/05/1990\n04/05/1991\n05/06/1992",
        "Ring 999 or 112 or 101.", "£1,234,567,890 and 10 May 2026 12 2023", "0.0123456789", "- 01\n- 02\n- 03\n- 04\n- 05\n- 06",
        "00:00:01.000 --> 00:00:04.000", "[2021] EWHC 1489 (Admin)", "F-movement-022, S-ho-granted-dec25 and C-SE72BD", "7f3k9q2m5x",
        "A1 2BC", "e4 5th", "on the M1 2 hours", "in 202122 a man", "999 123 4567", "PDF20261123", "born in 1990", "M25 AND", "+ 2018-04-26", "commit da4c5ad", "#ec12ab",
        "10 Downing Street", "On 3 June High Court judges ruled", "in 2021 Testname Street", "The Hotel was full. Asylum Hotels", "In Hostels",
        "Lincoln's Inn", "Penally and Napier Barracks", "her children", "some years ago", "@name", "look at (at) this. Then",
        "https://example.org/07700900123/SW1A1AA and www.example.org/01632960123",
    ],
)  # fmt: skip
def test_dates_sums_and_ids_are_left_in_peace(text):
    assert [] == kinds_in(text)


@pytest.mark.parametrize(
    ("data", "kind"), [(PHONES, Kind.PHONE), (POSTCODES, Kind.POSTCODE), (INSURANCE, Kind.INSURANCE)]
)
def test_it_is_found_anywhere_between_words_and_nothing_else_is(data, kind):
    @given(CLEAN, data, CLEAN)
    def check(before, found, after):
        text = f"{before} \n{found.removeprefix('(')}, {after}"
        start = len(before) + 2

        assert [(start, start + len(found.removeprefix("(")), kind)] == [
            (finding.start, finding.end, finding.kind) for finding in find_personal(text)
        ]

    check()


@given(st.text() | st.text(st.sampled_from("07+44 @.-()\n/SW1AaHotel")))
def test_no_text_is_too_strange_and_no_place_lies_outside_it(text):
    found = find_personal(text)

    assert all(0 <= finding.start < finding.end <= len(text) for finding in found)
    assert sorted(finding.start for finding in found) == [finding.start for finding in found]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("testname.surnamex@example.org", "testname"), ("07700 900123", "07700 9"), ("12 Testname Road", "Testname"), ("born on 3 May 1990", "1990")],
)  # fmt: skip
def test_a_finding_does_not_repeat_what_it_found(text, hidden):
    (finding,) = find_personal(text)

    assert hidden not in finding.what + finding.todo
    assert "…" in finding.what


def test_what_only_narrows_down_is_told_where_it_is_asked_for():
    assert [] == kinds_in("aged 34, with three children, arrived on 3 May 2021", narrowing=False)
