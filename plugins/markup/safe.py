"""
What HTML may hold after cleaning: words, structure, language and direction. Nothing that runs.
"""

from __future__ import annotations

import nh3

# fmt: off
TAGS = frozenset((
    "a", "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "cite", "code", "data", "dd", "del", "details",
    "dfn", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q",
    "s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time", "tr", "u", "ul",
))
# fmt: on

ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "bdo": {"dir"},
    "aside": {"data-claim", "data-said", "data-reach", "data-chart"},
    "blockquote": {"data-quote"},
    "data": {"value"},
    "ol": {"start"},
    "p": {"data-part"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}

SCHEMES = frozenset({"http", "https", "record"})

_cleaner = nh3.Cleaner(tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


def clean(html: str) -> str:
    """HTML from which everything that could run, load or restyle is gone; the text of other tags stays."""
    return _cleaner.clean(html)
