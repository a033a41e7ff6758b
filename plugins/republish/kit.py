"""
The kit of one text: its clean HTML to copy, Markdown and plain text, and what holds for all three.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from plugins.images.shown import Shown
from plugins.languages.words import Words
from plugins.pages.surroundings import Surroundings, link_view, make_frame
from plugins.pages.view_parts import Frame, LinkView
from plugins.republish.plain import Writer
from plugins.syndication.picture import shared_picture
from plugins.syndication.whole import Whole

LEAST = timedelta(days=90)
"""How long a text may stand at the least, when it is taken today."""


class KitView(NamedTuple):
    """The page of the kit (template republish.html)."""

    frame: Frame
    title: str
    text: LinkView
    lang: str
    dir: str
    html: str
    use_by: str
    markdown: str
    plain: str


def html_of_whole(whole: Whole, words: Words, origin: str, site_name: str, use_by: date) -> str:
    """The text as other sites may show it, with the day by which they should look again."""
    from plugins.syndication.piece import full_html

    shown: Shown | None = whole.card.picture
    title = f"<h1>{html_escape(whole.card.link.title)}</h1>\n"
    until = f"<p>{html_escape(words('republish.use_by', date=words.date(use_by)))}</p>"
    return f"{title}{full_html(whole, words, origin, site_name, shared_picture(shown, origin))}\n{until}\n"


def html_escape(text: str) -> str:
    """Text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def make_plain(whole: Whole, words: Words, origin: str, site_name: str, use_by: date, is_markdown: bool) -> str:
    """The view of Markdown or plain text."""
    source = html_of_whole(whole, words, origin, site_name, use_by)
    head = f"# {whole.card.link.title}" if is_markdown else whole.card.link.title
    return f"{head}\n\n{Writer(is_markdown).text(below_title(source))}"


@lru_cache(maxsize=8)
def below_title(source: str) -> Any:
    """All that stands below the title, as elements for both forms to read."""
    from plugins.syndication.body import parsed

    root = parsed(source)
    root.remove(root.find("h1"))
    return root


def make_kit(
    around: Surroundings, whole: Whole, site_name: str, use_by: date, url: str, markdown: str, plain: str
) -> KitView:
    """The view of the kit's page."""
    words, link = around.words, whole.card.link
    title = words("republish.title", title=link.title)
    return KitView(
        frame=make_frame(around, title=title, description=title, url=url, crumbs=(link,), is_listed=False),
        title=title,
        text=link_view(link),
        lang=link.tag,
        dir=link.dir,
        html=html_of_whole(whole, words, around.origin, site_name, use_by),
        use_by=words.date(use_by),
        markdown=markdown,
        plain=plain,
    )


def use_by_of(front: Any, ends_on: date | None, today: date) -> date:
    """
    The day by which a site that took a text looks again: when consent ends or facts are due, else after a year.

    For other texts it is a day of the year that moves once a year, so that their kit does not change every day.
    """
    fixed = [day for day in (ends_on, getattr(front, "review_by", None)) if day]
    if fixed:
        return min(fixed)
    last = front.updated or front.date or today
    day = last
    while day < today + LEAST:
        day = a_year_after(day)
    return day


def a_year_after(day: date) -> date:
    """The same day of the next year; the 28th for a 29th of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
