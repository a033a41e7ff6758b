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
