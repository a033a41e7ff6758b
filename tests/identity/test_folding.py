"""
A text is searched in one form, and every place in it leads back to what was typed.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.identity.folding import fold


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("plain words", "plain words"),
        ("٠٧٧٠٠", "07700"),
        ("۰۷۷۰۰", "07700"),
        ("０７Ａ＠", "07A@"),
        ("1\u00a02\u20093\u202f4", "1 2 3 4"),
        ("1\u20112–3—4", "1-2-3-4"),
        ("1\u00ad2\u200b3\ufeff4", "1234"),
        ("a\\@b", "a@b"),
        ("1&nbsp;2&#160;3&shy;4&#x31;&unknown;", "1 2 341&unknown;"),
        ("It’s", "It's"),
    ],
)
def test_what_looks_alike_becomes_alike(typed, expected):
    assert expected == fold(typed).text


@given(st.lists(st.sampled_from([*"ab1٢\u00ad\u200b’ \\@&;", "&nbsp;", "&shy;", "\\-"])).map("".join))
def test_every_place_leads_back_to_what_was_typed(before):
    typed = f"{before} <x|{before}"
    folded = fold(typed)
    start = folded.text.index("<")

    assert (typed.index("<"), typed.index("<") + 1) == folded.place(start, start + 1)
    assert (typed.index("|"), typed.index("|") + 1) == folded.place(start + 2, start + 3)


@given(st.text())
def test_the_form_of_small_letters_has_the_same_length(typed):
    folded = fold(typed + "\u0130")

    assert len(folded.text) == len(folded.text.lower())
