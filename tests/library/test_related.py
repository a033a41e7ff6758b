"""
Related texts share most; among equals the newest comes first.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.library.related import Related

ALL = range(8)


def best(tags, position, count=3, among=None):
    related = Related(tags)
    return related.best(position, count, related.mask(range(len(tags)) if among is None else among))


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["ab", "a", "ab", "b"], [2, 1, 3]),
        (["abc", "ab", "bc", "abc", "c"], [3, 1, 2]),
        (["a", "a", "a", "a", "a"], [1, 2, 3]),
        (["a", "b", "c"], []),
        (["", "a", ""], []),
        (["a"], []),
        (["ab", "xyz", "b"], [2]),
        (["aab", "ab", "aa"], [1, 2]),
        (["ab", "aaaa", "ab"], [2, 1]),
    ],
)
def test_most_shared_comes_first_then_the_newest(tags, found):
    """
    Positions count from the newest text; the text itself and strangers are never related.
    """
    assert found == best(tags, 0)


def test_no_more_are_found_than_asked_for():
    assert [[], [1], [1, 2]] == [best(["a", "a", "a", "a"], 0, count) for count in range(3)]


def test_only_those_of_the_set_are_found():
    assert [3] == best(["a", "a", "a", "a"], 0, among=[0, 3])
    assert [] == best(["a", "a"], 0, among=[])


def naive(tags, position, count, among):
    """What the docstring says, one text at a time."""
    shared = {other: len(set(tags[other]) & set(tags[position])) for other in among if other != position}
    return sorted((other for other in shared if shared[other]), key=lambda other: (-shared[other], other))[:count]


TAGS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), min_size=1, max_size=40)


@given(TAGS, st.integers(0), st.integers(0, 6), st.sets(st.integers(0, 39)))
def test_it_is_what_one_would_find_by_looking_at_every_text(tags, position, count, among):
    position %= len(tags)
    among = {other for other in among if other < len(tags)}

    assert naive(tags, position, count, among) == best(tags, position, count, among)
