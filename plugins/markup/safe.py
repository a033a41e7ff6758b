"""
What HTML may hold after cleaning: words, structure, language and direction. Nothing that runs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

ADDRESS = r"record:[a-z0-9/.-]+|https?://[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*\.[a-z]+(?:/[A-Za-z0-9/._~#?=+,-]*)?"
WITHIN = rf'(?:<em></em>|<strong></strong>|<data value="fact:[A-Za-z0-9/-]+"></data>|<a href="(?:{ADDRESS})"></a>)*'
PLAIN = re.compile(rf'(?:<p>{WITHIN}</p>|<h([2-6]) id="[\w-]*">{WITHIN}</h\1>|<ul>(?:<li>{WITHIN}</li>)+</ul>)*')
"""The tags of HTML in which there is nothing to clean: elements in their usual places, with plain attributes."""

TAG = re.compile("<[^<>]*>")
ODD = ("&", "\r", "\0", "\x0c", "\xa0", "\ufeff")
"""What cleaning writes in another way, wherever it stands."""


def clean_at_a_glance(html: str) -> str | None:
    """The same HTML as `clean` gives, where a look at its tags shows that there is nothing to take out; else None."""
    html = html.replace("&rsquo;", "’") if "&" in html else html
    tags = TAG.findall(html)
    if any(odd in html for odd in ODD) or html.count("<") != len(tags) or html.count(">") != len(tags):
        return None
    return html if PLAIN.fullmatch("".join(tags)) else None


def clean(html: str) -> str:
    """HTML from which everything that could run, load or restyle is gone; the text of other tags stays."""
    return _cleaner().clean(html)


@cache
def _cleaner() -> nh3.Cleaner:
    """Loaded with the first text that has to be cleaned: plain prose has nothing to take out."""
    import nh3

    return nh3.Cleaner(tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)
