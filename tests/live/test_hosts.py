"""
Drafts are shown to this machine alone, and to no page of others that borrows its browser.
"""

import pytest

from plugins.live.hosts import may_ask


@pytest.mark.parametrize(
    "host", ["localhost:8000", "localhost", "LocalHost:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]"]
)
@pytest.mark.parametrize("bind", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_may_ask_by_each_of_its_names(host, bind):
    assert may_ask(host, bind)


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example:8000",
        "evil.example:localhost",
        "127.0.0.1.evil.example",
        "192.168.0.7:8000",
        "localhost@evil.example",
    ],
)
def test_no_other_name_is_answered(host):
    assert not may_ask(host, "127.0.0.1")


def test_who_shows_it_to_a_network_is_asked_by_any_name():
    assert may_ask("editors-laptop.local:8000", "0.0.0.0")
