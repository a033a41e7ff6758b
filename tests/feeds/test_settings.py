"""
What is the same in all feeds is checked when it is declared.
"""

import pytest

from plugins.feeds.settings import Feeds
from plugins.problems import SettingsError


@pytest.mark.parametrize(
    "authority", ["example.org,2026", "example.org,2026-11", "example.org,2026-11-23", "welcome-stories.example,2026"]
)
def test_the_authority_is_a_domain_and_a_year(authority):
    assert authority == Feeds(authority=authority).authority


@pytest.mark.parametrize(
    "authority",
    [
        "",
        "example.org",
        "example.org,26",
        "Example.org,2026",
        "https://example.org,2026",
        "a b,2026",
        "example.org,2026\n",
    ],
)
def test_what_is_no_authority_is_refused(authority):
    with pytest.raises(
        SettingsError, match=r"(?s)^FEEDS\.authority: .* must be a domain and a year, such as example\.org,2026$"
    ):
        Feeds(authority=authority)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_feed_holds_at_least_one_text(limit):
    with pytest.raises(SettingsError, match=r"^FEEDS\.limit must be at least 1"):
        Feeds(authority="example.org,2026", limit=limit)
