"""
Who may show what, and what they have said since.
"""

from datetime import date

import pytest

from plugins.embedders.model import Embedder
from plugins.embedders.reach import Subject, reach_of
from plugins.outputs import Channel

SINCE = date(2026, 11, 20)


def embedder(*shows, method="block", answers=()):
    return Embedder.model_validate({
        "name": "A Group", "method": method, "shows": list(shows), "page": "https://example.org/",
        "contact": "info@example.org", "since": "2026-11-01",
        "answers": [{"for": name, "on": day, "answer": said} for name, day, said in answers],
    })  # fmt: skip


def subject(*channels, is_everywhere=False, lists=None):
    ids = frozenset({"7f3k9q2m5x"})
    return Subject("7f3k9q2m5x", SINCE, ids, frozenset(channels), is_everywhere, lists)


@pytest.mark.parametrize(
    ("shown", "channels", "expected"),
    [
        ("feeds/all/", {Channel.FEED}, True),
        ("feeds/all/atom.xml", {Channel.FEED}, True),
        ("feeds/all/", {Channel.EMBED}, False),
        ("embeds/newest/", {Channel.EMBED}, True),
        ("embeds/newest/", {Channel.FEED}, False),
        ("feeds/corrections/", {Channel.FEED}, False),
    ],
)
def test_a_feed_or_an_embed_shows_what_was_on_its_channel(shown, channels, expected):
    assert expected == subject(*channels, is_everywhere=True).may_be_shown_by(embedder(shown))


@pytest.mark.parametrize(
    ("lists", "expected"),
    [(None, True), (frozenset({"work"}), True), (frozenset({"homes"}), False), (frozenset(), False)],
)
def test_the_feed_of_a_topic_shows_texts_of_that_topic(lists, expected):
    """
    Where nobody knows the topics any more, it may have shown any text.
    """
    assert expected == subject(Channel.FEED, lists=lists).may_be_shown_by(embedder("feeds/topic/work/"))
    assert subject(Channel.FEED, lists=lists).may_be_shown_by(embedder("feeds/all/"))


@pytest.mark.parametrize(
    ("method", "channels", "is_everywhere", "expected"),
    [
        ("copy", {Channel.FEED}, False, False),
        ("copy", {Channel.REPUBLISH}, False, True),
        ("copy", (), True, True),
        ("iframe", {Channel.EMBED}, False, True),
        ("iframe", {Channel.PRINT}, False, False),
        ("print", {Channel.PRINT}, False, True),
    ],
)
def test_a_single_text_concerns_those_whose_way_of_showing_it_ended(method, channels, is_everywhere, expected):
    """
    And everybody, once it may be shown nowhere.
    """
    wanted = subject(*channels, is_everywhere=is_everywhere)

    assert expected == wanted.may_be_shown_by(embedder("7f3k9q2m5x", method=method))
    assert not wanted.may_be_shown_by(embedder("8f3k9q2m5x", method=method))


def test_the_last_answer_of_each_counts_and_no_answer_from_before():
    """
    What was said before the text was taken back says nothing of it; 'no reply' is no answer.
    """
    own, other = "7f3k9q2m5x", "8f3k9q2m5x"
    embedders = {
        "gone": embedder("feeds/all/", answers=[(own, "2026-11-20", "kept"), (own, "2026-11-21", "confirmed")]),
        "kept": embedder("feeds/all/", answers=[(own, "2026-11-21", "confirmed"), (own, "2026-11-22", "kept")]),
        "early": embedder("feeds/all/", answers=[(own, "2026-11-19", "confirmed")]),
        "other": embedder("feeds/all/", answers=[(other, "2026-11-21", "confirmed")]),
        "asked": embedder("feeds/all/", answers=[(own, "2026-11-21", "no-reply")]),
        "apart": embedder(other),
    }
    reach = reach_of(subject(Channel.FEED), embedders)

    assert (("gone",), ("kept",), ("early", "other", "asked")) == (reach.confirmed, reach.kept, reach.silent)
    assert ("early", "other", "asked", "kept") == reach.open
