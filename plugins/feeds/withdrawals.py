"""
The list of what other sites must no longer show: opaque ids with the day, and nothing else.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from plugins.feeds.entries import FeedSite, entry_id
from plugins.feeds.heads import ROOT
from plugins.library.departures import Departure
from plugins.library.library import Library
from plugins.outputs import Channel, Facet, Output

PATH = f"{ROOT}withdrawals.json"
VERSION = 1


class WithdrawalsRenderer(NamedTuple):
    """Writes the list as JSON."""

    digest: str = f"withdrawals:{VERSION}"

    def __call__(self, view: dict[str, object]) -> bytes:
        """The list as UTF-8."""
        return (json.dumps(view, ensure_ascii=False, indent=1) + "\n").encode()


def make_list(site: FeedSite, departures: tuple[Departure, ...]) -> dict[str, object]:
    """The view of the list, the latest first; nothing in it tells why."""
    rows = {
        entry_id(site.authority, own.id, "" if own.is_original else own.lang): own.left_on.isoformat()
        for own in departures
    }
    ordered = sorted(rows.items(), key=lambda row: (row[1], row[0]), reverse=True)
    return {
        "version": VERSION,
        "title": site.name,
        "home_page_url": f"{site.root}/",
        "withdrawn": [{"id": name, "date": day} for name, day in ordered],
    }


def withdrawals_output(library: Library, site: FeedSite) -> Output:
    """The list of what has left feeds or may be republished no more."""
    found = {
        (own.id, own.lang): own
        for channel in (Channel.FEED, Channel.REPUBLISH)
        for own in library.departures(channel)
        if own.lang in library.words
    }
    facets = (Facet.of(site), Facet.of(tuple(found[key] for key in sorted(found))))
    return Output(PATH, Channel.FEED, facets, make_list, WithdrawalsRenderer())
