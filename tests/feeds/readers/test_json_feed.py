"""
A JSON Feed is read, and what is against its rules is said.
"""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.feeds.readers.json_feed import VERSION, read_json_feed
from plugins.feeds.readers.parsing import FeedError
from plugins.feeds.readers.previewing import tell_previews

ITEM = {
    "id": "tag:1", "url": "https://e.org/a/", "title": "A", "summary": "Short.", "content_html": "<p>Long &amp; wide.</p>",
    "date_published": "2026-11-19T00:00:00Z", "date_modified": "2026-11-20T00:00:00+01:00", "language": "ar",
    "authors": [{"name": "Amal"}], "tags": ["Work"], "image": "https://e.org/1.jpg",
    "attachments": [{"url": "https://e.org/1.mp3", "mime_type": "audio/mpeg"}],
}  # fmt: skip
FEED = {
    "version": VERSION, "title": "A site", "home_page_url": "https://e.org/", "feed_url": "https://e.org/feed.json",
    "items": [ITEM],
}  # fmt: skip


def read(feed):
    return read_json_feed(json.dumps(feed).encode())


def test_a_whole_feed_has_no_faults():
    assert () == read(FEED).faults


def test_an_item_is_read_in_all_its_parts():
    feed = read(FEED)
    (item,) = feed.items

    assert (VERSION, "A site", "https://e.org/", "https://e.org/feed.json") == (
        feed.version, feed.title, feed.home, feed.url,
    )  # fmt: skip
    assert ("tag:1", "https://e.org/a/", "A", "Short.", "https://e.org/1.jpg", "ar") == (
        item.id, item.url, item.title, item.summary, item.image, item.language,
    )  # fmt: skip
    assert (datetime(2026, 11, 19, tzinfo=UTC), datetime(2026, 11, 19, 23, tzinfo=UTC)) == (
        item.published,
        item.modified,
    )
    assert (("Amal",), ("Work",), ("https://e.org/1.mp3",)) == (item.authors, item.tags, item.attachments)
    assert "Long & wide." == item.text


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"version": "https://jsonfeed.org/version/1"}, f'The version must be "{VERSION}".'),
        ({"title": ""}, "The feed has no title."),
        ({"home_page_url": "/"}, "The feed has no home_page_url that is a whole address."),
        ({"feed_url": None}, "The feed has no feed_url that is a whole address."),
        ({"items": None}, "The feed has no list of items."),
        ({"items": ["A"]}, "Every item must be an object."),
        ({"items": [ITEM, ITEM]}, 'The id "tag:1" stands for 2 items.'),
    ],
)
def test_what_is_wrong_with_a_feed_is_said_in_a_sentence(changes, fault):
    assert (fault,) == read(FEED | changes).faults


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"id": ""}, 'The item "A" has no id, or one that is no text.'),
        ({"url": "a/"}, 'The item "A" has no url that is a whole address.'),
        ({"content_html": ""}, 'The item "A" has neither content_html nor content_text; a summary alone is not enough.'),
        ({"content_html": "", "content_text": "Long."}, None),
        ({"date_published": "2026-11-19"}, 'The item "A" has a date_published that is no moment such as 2026-11-20T00:00:00Z.'),
        ({"date_modified": None}, 'The item "A" has a date_modified that is no moment such as 2026-11-20T00:00:00Z.'),
        ({"summary": 5}, 'The item "A" has a summary that is no text.'),
        ({"tags": "Work"}, 'The item "A" has tags that are no list.'),
        ({"attachments": [{"url": "https://e.org/1.mp3"}]}, 'The item "A" has an attachment without url or mime_type.'),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item_is_said_in_a_sentence(changes, fault):
    assert ((fault,) if fault else ()) == read(FEED | {"items": [ITEM | changes]}).faults


@pytest.mark.parametrize(
    ("feed", "message"),
    [(b"<rss/>", "not JSON"), (b"\xff", "not JSON"), (b"[]", "must be one object"), (b"[" * 100_000, "not JSON")],
)
def test_what_is_no_json_feed_is_refused_in_a_sentence(feed, message):
    with pytest.raises(FeedError, match=message):
        read_json_feed(feed)


def test_half_a_character_does_no_harm():
    (item,) = read_json_feed(b'{"items": [{"title": "A\\ud800"}]}').items

    assert "A?" == item.title


NAMES = (*FEED, *ITEM, "name", "mime_type", "content_text")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["9999-12-31T23:59:59-23:59", "<p", "https://["]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=8),
    max_leaves=25,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6), VALUES)
def test_no_odd_feed_stops_the_reader(feed, item):
    odd = json.dumps(feed | {"items": [item, *feed.get("tags", [])] if isinstance(feed.get("tags"), list) else [item]})

    tell_previews(odd.encode()).encode()
