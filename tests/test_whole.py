"""
What one build keeps for later ones is known to be what was written, or counts for nothing.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.whole import joined, parted, piece_of, sealed, unsealed

MARK = b"a form\n"
CONTENTS = [b"front", b"", b"\0" * 300, "قصة".encode()]


def whole():
    return joined(MARK, [piece_of(content) for content in CONTENTS])


def test_the_pieces_of_a_file_are_those_that_were_joined():
    assert CONTENTS == [bytes(own.content) for own in parted(MARK, whole())]
    assert [] == parted(MARK, joined(MARK, []))


def test_pieces_that_were_read_are_written_again_as_they_are():
    assert whole() == joined(MARK, parted(MARK, whole()))


def test_pieces_are_the_same_where_their_bytes_are():
    one, same, other = piece_of(b"a"), parted(MARK, joined(MARK, [piece_of(b"a")]))[0], piece_of(b"b")

    assert one == same != other
    assert {one} == {same}


@pytest.mark.parametrize("at", range(len(whole())))
def test_no_byte_of_a_file_of_pieces_can_be_another(at):
    raw = whole()
    with pytest.raises(ValueError, match="not what was written"):
        parted(MARK, raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])


@pytest.mark.parametrize(
    "raw", [b"", MARK, whole()[:-1], whole() + b"\0", b"another" + whole()[7:], sealed(MARK, b"\xff" * 40)]
)
def test_what_is_not_what_was_written_is_refused_at_once(raw):
    with pytest.raises(ValueError, match="not what was written"):
        parted(MARK, raw)


@given(st.binary())
def test_no_bytes_are_taken_for_a_file_of_pieces(raw):
    for given_bytes in (raw, MARK + raw):
        with pytest.raises(ValueError, match="not what was written"):
            parted(MARK, given_bytes)


def test_one_content_is_sealed_and_unsealed():
    assert b"content" == bytes(unsealed(MARK, sealed(MARK, b"content")))
    with pytest.raises(ValueError, match="not what was written"):
        unsealed(MARK, sealed(MARK, b"content")[:-1])
