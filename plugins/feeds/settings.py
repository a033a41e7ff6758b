"""
What is the same in all feeds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.problems import SettingsError

TAG_AUTHORITY = re.compile(r"[a-z0-9.-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")


@dataclass(frozen=True)
class Feeds:
    """
    The identity and the length of feeds.
    """

    authority: str
    """
    The first part of every entry's id, after RFC 4151: a domain and a year in which it was yours.
    Never change it, not even when the site moves: readers would see every text anew.
    """

    limit: int = 30
    """How many of the newest texts a feed holds."""

    hub: str = ""
    """
    The address of a WebSub hub, such as https://hub.example/, which tells readers' programs of changes at once;
    after each deployment `make ping` tells the hub. Empty where there is none.
    """

    def __post_init__(self) -> None:
        if not TAG_AUTHORITY.match(self.authority):
            raise SettingsError(
                f'FEEDS.authority: "{self.authority}" must be a domain and a year, such as example.org,2026'
            )
        if self.hub and not self.hub.startswith("https://"):
            raise SettingsError(f'FEEDS.hub: "{self.hub}" must begin with https://')
        if self.limit < 1:
            raise SettingsError("FEEDS.limit must be at least 1: an empty feed shows visitors of other sites an error")
