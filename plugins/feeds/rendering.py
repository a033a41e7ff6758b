"""
The renderer of feeds. What writes them is loaded with the first that is written.
"""

from __future__ import annotations

from typing import NamedTuple

from plugins.feeds.heads import Feed


class FeedRenderer(NamedTuple):
    """Writes a feed in one format: rss, atom or json."""

    format: str

    @property
    def digest(self) -> str:
        """The format alone: the software itself is an ingredient of every key in the manifest."""
        return f"feed:{self.format}"

    def __call__(self, view: Feed) -> bytes:
        """The feed as UTF-8."""
        if self.format == "json":
            from plugins.feeds.json_feed import write_json

            return write_json(view)
        from plugins.feeds.writing import write_atom, write_rss

        return write_rss(view) if self.format == "rss" else write_atom(view)
