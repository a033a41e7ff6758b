"""
What was made of the same things is found again, and nothing else is kept.
"""

import pytest

from plugins.build.memo import Memo


def never():
    raise AssertionError("this was made anew")


@pytest.fixture
def file(tmp_path):
    return tmp_path / ".cache" / "memo"


def keep(file, made_by="this software", **values):
    memo = Memo(file, made_by)
    for digest, value in values.items():
        assert value == memo(digest, lambda value=value: value)
    memo.save()


def test_what_was_made_before_is_not_made_again(file):
    keep(file, a=(1, ("b", None)))

    assert (1, ("b", None)) == Memo(file, "this software")("a", never)


def test_within_one_build_too(file):
    memo = Memo(None, "")

    assert 1 == memo("a", lambda: 1) == memo("a", never)


def test_what_was_not_asked_for_is_forgotten(file):
    keep(file, a=1, b=2)
    keep(file, b=2)

    assert 3 == Memo(file, "this software")("a", lambda: 3)


def test_where_only_a_part_was_asked_for_the_rest_is_kept(file):
    """
    On the same basis a build asks for little: what it left alone is as true as before.
    """
    keep(file, a=1)
    memo = Memo(file, "this software")
    assert 2 == memo("b", lambda: 2)
    memo.save(with_old=True)
    again = Memo(file, "this software")

    assert (1, 2) == (again("a", never), again("b", never))


def test_what_was_made_is_told_once_and_can_be_taken(file):
    keep(file, a=1)
    memo, other = Memo(file, "this software"), Memo(None, "")
    memo("a", never)
    memo("b", lambda: 2)

    assert ({"b": 2}, {}) == (memo.news(), memo.news())
    other.take({"b": 2})
    assert 2 == other("b", never)


def test_other_software_remembers_nothing(file):
    keep(file, a=1)

    assert 2 == Memo(file, "other software")("a", lambda: 2)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: raw[:-1],
        lambda raw: raw + b"x",
        lambda raw: raw[:-1] + b"\0",
        lambda raw: b"\xff" * 99,
    ],
)
def test_a_broken_memo_remembers_nothing(file, spoil):
    keep(file, a=1)
    file.write_bytes(spoil(file.read_bytes()))

    assert 2 == Memo(file, "this software")("a", lambda: 2)


def test_where_nothing_can_be_written_the_build_goes_on(tmp_path):
    (tmp_path / ".cache").write_text("a file in the way")

    keep(tmp_path / ".cache/memo", a=1)
