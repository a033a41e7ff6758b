"""
Players of sound are given the part that they ask for.
"""

import pytest

from plugins.live.ranges import parse_range


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-", range(0, 10)),
        ("bytes=0-0", range(0, 1)),
        ("bytes=2-4", range(2, 5)),
        ("bytes=9-9", range(9, 10)),
        ("bytes=2-400", range(2, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-30", range(0, 10)),
        ("Bytes= 2-4 ", range(2, 5)),
    ],
)
def test_a_part_is_given_as_far_as_the_file_has_it(asked, part):
    assert part == parse_range(asked, 10)


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=10-12", "bytes=99999999999999999999-", "bytes=-0"])
def test_a_part_that_the_file_does_not_have_is_empty(asked):
    part = parse_range(asked, 10)

    assert part is not None and not part


@pytest.mark.parametrize(
    "asked",
    [None, "", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1", "bytes=²-3"],
)
def test_the_whole_file_is_given_where_nothing_is_asked_that_we_understand(asked):
    assert parse_range(asked, 10) is None


def test_an_empty_file_has_no_part():
    assert not parse_range("bytes=0-", 0)
