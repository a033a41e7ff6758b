"""
Who is related to whom is found again for as long as all tags stay the same, and never for others.
"""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.memo import Memo
from plugins.library.kin import Kin, order_by_date
from plugins.once import make_anew
from tests.make import make_record

TYPES = ("story", "explainer")
ASKED = tuple(product((TYPES, ("story",)), (1, 2)))
"""The questions: which types, and how many texts of them."""

TEXT = st.tuples(st.sampled_from(TYPES), st.sets(st.sampled_from(["family", "law", "work"])))


def make_texts(found):
    """Texts of some types and topics, each with a name and a day of its own."""
    return [
        make_record(type_name, slug=f"text-{number}", date=f"2026-11-{20 - number}", topics=sorted(topics))
        for number, (type_name, topics) in enumerate(found)
    ]


def related(texts, remember=make_anew):
    """For each text the names of its best kin, by question."""
    kin = Kin(sorted(texts, key=order_by_date), remember)
    return {asked: [[other.name for other in kin.best(text, *asked)] for text in texts] for asked in ASKED}


def test_texts_are_compared_once_for_the_same_tags():
    texts = make_texts([("story", {"law"}), ("explainer", {"law"}), ("story", {"work"})])
    memo, made = Memo(None, ""), []

    def remember(digest, make):
        return memo(digest, lambda: made.append(digest) or make())

    assert related(texts) == related(texts, remember) == related(texts, remember)
    assert len(ASKED) == len(made)


@given(st.lists(TEXT, min_size=3, max_size=3), TEXT, st.integers(0, 2))
def test_what_is_remembered_of_other_texts_tells_nothing_of_these(found, changed, position):
    """
    A text that got another topic, or became another type, has other kin.
    """
    memo = Memo(None, "")
    related(make_texts(found), memo)
    found[position] = changed
    texts = make_texts(found)

    assert related(texts) == related(texts, memo)


@pytest.mark.parametrize(
    "shared",
    [{"topics": ["law"]}, {"places": ["leeds"]}, {"groups": ["leeds"]}, {"principles": ["1"]}, {"changes": ["2"]}],
    ids=lambda shared: next(iter(shared)),
)
def test_whatever_texts_can_share_is_asked_anew_when_it_changes(shared):
    memo = Memo(None, "")

    def best(changes):
        texts = [make_record("story", slug=name, **own) for name, own in (("a", shared), ("b", changes))]
        return [other.slug for other in Kin(texts, memo).best(texts[0], ("story",), 1)]

    assert ([], ["b"], []) == (best({}), best(shared), best({}))
