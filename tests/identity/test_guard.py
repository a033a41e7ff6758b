"""
The guard finds the names of the private list, and neither its list nor its words repeat them.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity.guard import (
    FULL,
    Guard,
    GuardError,
    NotRun,
    guard_status,
    make_list,
    read_list,
)

PASSPHRASE = "four plain little words"
NAMES = """\
# The private list of a test.
Testname Middlex Surnamex
أمينة
Nicknamex
12 Inventedx Road   # an old address
Zoë Ünlikely-Namex!
"""


@pytest.fixture(scope="module")
def listed():
    return make_list(NAMES, PASSPHRASE)


@pytest.fixture(scope="module")
def guard(listed):
    return Guard.open(listed, PASSPHRASE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Testname Middlex came.", ["Testname Middlex"]),
        ("middlex  SURNAMEX's house", ["middlex  SURNAMEX's"]),
        ("Testname,\n**Surnamex**", ["Testname,\n**Surnamex"]),
        ("my friend nicknamex", ["nicknamex"]),
        ("I met Amina there", ["Amina"]),
        ("جاءت وأمينة", ["وأمينة"]),
        ("at 12 Inventedx", ["12 Inventedx"]),
        ("Inventedx Road", ["Inventedx Road"]),
        ("Zoe and Unlikely", ["Zoe", "Unlikely"]),
        ("testname-surnamex", ["testname-surnamex"]),
    ],
)
def test_a_name_is_found_however_it_is_written(guard, text, found):
    assert found == [text[start:end] for start, end in guard.find(text)]


@pytest.mark.parametrize(
    "text", ["Testname alone", "Surnamex Testname", "on the road", "at 12", "Inventedx", "", "Nicknamexes"]
)
def test_a_part_of_a_long_name_is_no_hit(guard, text):
    assert [] == guard.find(text)


@given(st.lists(st.sampled_from(["tea", "Testname", "قصة", "12", "road", "“yes”", "2026"])).map(" ".join))
def test_a_name_is_found_anywhere(guard, before):
    text = f"{before} / Nicknamex, {before}"
    start = len(before) + 3

    assert [(start, start + 9)] == guard.find(text)


def test_the_list_tells_no_name_and_not_how_many(listed):
    _, hashes = read_list(listed)

    assert 0 == len(hashes) % FULL
    assert sorted(set(hashes)) == hashes
    assert not [word for word in ("estname", "icknamex", "أمينة", PASSPHRASE) if word in listed]


def test_two_lists_of_the_same_names_are_filled_up_differently(listed):
    again = make_list(NAMES, PASSPHRASE)

    assert again != listed
    assert read_list(again)[0] == read_list(listed)[0]
    assert 6 < len(set(read_list(again)[1]) & set(read_list(listed)[1])) < FULL


def test_the_name_is_not_repeated_to_the_editor(guard):
    first, second = guard.problems("content/stories/my-nicknamex.md", "One line\nand Nicknamex")

    assert (
        "content/stories/my-nicknamex.md:1:1: the name of this file holds a name from the private list. Rename the file."
        == str(first)
    )
    assert (2, 5) == (second.line, second.column)
    assert "icknamex" not in second.what + second.todo


def test_another_passphrase_is_told(listed):
    with pytest.raises(GuardError, match=r"^the passphrase is not the one"):
        Guard.open(listed, PASSPHRASE + "!")


def test_spaces_typed_twice_do_not_matter(listed):
    assert [(0, 9)] == Guard.open(listed, "four  plain little words ").find("nicknamex")


@pytest.mark.parametrize(
    "text", ["", "check", "check 0123", "0123456789abcdef\nwords", "check 0123456789abcdef\nAmina"]
)
def test_a_damaged_list_is_told(text):
    with pytest.raises(GuardError, match="is damaged"):
        Guard.open(text, PASSPHRASE)


@pytest.mark.parametrize(
    ("names", "passphrase", "message"),
    [
        ("", PASSPHRASE, "the list of names is empty"),
        ("# nothing\n\n", PASSPHRASE, "the list of names is empty"),
        ("Nicknamex\nab\n", PASSPHRASE, "line 2 of the names is too short to guard"),
        ("Nicknamex\n?!\n", PASSPHRASE, "line 2 of the names is too short to guard"),
        ("Nicknamex", "short", "could be guessed"),
    ],
)
def test_a_list_that_would_guard_nothing_is_not_made(names, passphrase, message):
    with pytest.raises(GuardError, match=message):
        make_list(names, passphrase)


def test_the_status_says_what_is_missing(tmp_path, listed):
    assert guard_status(tmp_path, PASSPHRASE) is NotRun.NO_LIST
    (tmp_path / "guard.txt").write_text(listed)
    assert guard_status(tmp_path, "") is NotRun.NO_PASSPHRASE
    assert [(0, 9)] == guard_status(tmp_path, PASSPHRASE).find("Nicknamex")


def test_the_digest_of_a_guard_tells_its_names_and_its_key():
    guards = [
        (b"a" * 32, ["1" * 16]),
        (b"b" * 32, ["1" * 16]),
        (b"a" * 32, ["2" * 16]),
        (b"a" * 32, ["1" * 16, "2" * 16]),
    ]

    assert 4 == len({Guard(key, hashes).digest for key, hashes in guards})
    assert Guard(b"a" * 32, ["1" * 16, "2" * 16]).digest == Guard(b"a" * 32, ["2" * 16, "1" * 16]).digest
