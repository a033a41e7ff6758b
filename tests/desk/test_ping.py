"""
The hub is told of changed feeds by their addresses, and of nothing else.
"""

import io
import urllib.error
import urllib.parse

import pytest

from plugins.desk.ping import in_order, tell


class Hub:
    """Takes requests in the place of the network."""

    def __init__(self, error=None):
        self.error = error
        self.taken = []

    def __call__(self, request, timeout):
        if self.error:
            raise self.error
        self.taken.append((request.full_url, request.method, urllib.parse.parse_qsl(request.data.decode())))


def test_one_request_names_the_feeds_and_nothing_else():
    hub = Hub()
    addresses = ["https://example.org/feeds/all/rss.xml", "https://example.org/feeds/topic/work/rss.xml"]

    assert "" == tell("https://hub.example/", addresses, hub)
    assert [
        (
            "https://hub.example/",
            "POST",
            [("hub.mode", "publish"), ("hub.url", addresses[0]), ("hub.url", addresses[1])],
        )
    ] == hub.taken


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (urllib.error.HTTPError("", 503, "Busy", {}, io.BytesIO()), "answers 503 (Busy)"),
        (urllib.error.URLError("no route"), "cannot be reached: no route"),
        (TimeoutError("too long"), "cannot be reached: too long"),
    ],
)
def test_a_hub_that_does_not_answer_is_told_in_one_line(error, told):
    assert told == tell("https://hub.example/", ["https://example.org/a"], Hub(error))


def test_feeds_that_can_hold_what_was_withdrawn_come_first():
    paths = ["feeds/topic/work/rss.xml", "feeds/type/testimony/rss.xml", "feeds/all/rss.xml", "feeds/place/uk/rss.xml"]

    assert {"feeds/type/testimony/rss.xml", "feeds/all/rss.xml"} == set(in_order(paths)[:2])
