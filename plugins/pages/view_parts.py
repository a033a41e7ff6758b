"""
What the views of pages are put together from: the frame, cards, links, and what only one type shows.

`Markup` is safe HTML; every other string is plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from plugins.images.views import PictureView
from plugins.languages.words import Words
from plugins.library.sounds import Heard
from plugins.offers import HeadLink


class LinkView(NamedTuple):
    """A link to a page of this site; `lang` and `dir` are those of its words."""

    url: str
    title: str
    lang: str
    dir: str

    def __hash__(self) -> int:
        """Of what hardly two have in common, since each page looks for its parts among those that were drawn."""
        return hash(self.url)


class MenuItem(NamedTuple):
    """A line of the menu: `is_current` where the reader is on that page or below it, `is_here` on that very page."""

    link: LinkView
    is_current: bool
    is_here: bool


class Alternate(NamedTuple):
    """The same page in another language, by absolute address, for search engines."""

    lang: str
    url: str


class Frame(NamedTuple):
    """
    What surrounds every page.
    """

    words: Words
    """The interface in the page's language: `words("skip.main")`; `words.language` has tag, direction and own_name."""
    site_name: str
    home_url: str
    """The front page in the page's language."""
    stylesheet: str
    tools: str
    """The further style sheet of pages on which people fetch something."""
    head_links: tuple[HeadLink, ...]
    head_title: str
    """What stands in `<title>`."""
    description: str
    canonical: str
    """The absolute address of the page; empty where it has none (the page for unknown addresses)."""
    alternates: tuple[Alternate, ...]
    translations: tuple[LinkView, ...]
    """The same page in other languages; `title` is the language's own name."""
    home_languages: tuple[LinkView, ...]
    """The front pages in all other languages of the site; `title` is the language's own name."""
    menu: tuple[MenuItem, ...]
    footer: tuple[LinkView, ...]
    crumbs: tuple[LinkView, ...]
    """From the front page down to the page's parent; empty on the front page."""
    page_type: str
    """What Open Graph calls it: website or article."""
    image: str
    """The absolute address of the picture for Open Graph, or empty."""
    structured_data: tuple[Markup, ...]
    """JSON-LD, one string for each script element."""
    is_listed: bool = True
    """False where searches should pass the page by."""
    mark: str = ""
    """For the page of a testimony: whose words its head shows, as the attribute data-words says it; else empty."""


class CardView(NamedTuple):
    """
    A text in a list. `date` is written out, `date_iso` for the `time` element; both may be empty.
    """

    url: str
    title: str
    lang: str
    dir: str
    type: str
    """story, testimony, explainer, action, group, principle, change or page."""
    type_name: str
    """The type's name in the page's language: 'Story'."""
    date: str
    date_iso: str
    summary: str
    byline: str
    """The public name of the person who speaks, or empty."""
    content_note: str
    """Empty where none is needed."""
    is_demonstration: bool
    patch: Markup
    """The text's patch of the quilt, as decorative SVG (aria-hidden)."""
    picture: PictureView | None = None
    """What stands in the place of the patch, where the text has one."""
    mark: str = ""
    """For a testimony: whose words these are, as the attribute data-words says it; else empty."""

    def __hash__(self) -> int:
        """Of what hardly two have in common, as that of a link."""
        return hash(self.url)


class Source(NamedTuple):
    """Where a fact was read: one line below a text."""

    publisher: str
    title: str
    url: str
    date: str
    """As the source is dated: '2026-02-26', '2025' or 'undated'."""


class Serves(NamedTuple):
    """The texts of one type that serve a principle or a change, under their own heading."""

    heading: str
    cards: tuple[CardView, ...]
    more_url: str = ""
    """Where all of them are listed; empty where these are all."""


class StoryOwn(NamedTuple):
    """What only a story shows."""

    scale: str
    """micro or macro."""
    scale_name: str
    made: str
    """How it was made, as a sentence."""


@dataclass(frozen=True, slots=True)
class TestimonyOwn:
    """What only a testimony shows."""

    __test__ = False
    public_name: str
    name_note: str
    """'not their real name' where it is a pseudonym; else empty."""
    content_note: str
    """Empty where none is needed."""
    making: tuple[str, ...]
    """How it was made, in sentences."""
    owner_link: LinkView | None
    """The page that tells a person how to change her words or take them back."""
    support_link: LinkView | None
    """Where readers who have lived through the same find people near them."""
    heard: Heard | None
    """What can be heard of it."""


class CorrectionView(NamedTuple):
    """What was put right in a text."""

    date: str
    date_iso: str
    was: str
    now: str
    reason: str


class ExplainerOwn(NamedTuple):
    """What only an explainer shows; dates are written out, role may be empty."""

    question: str
    answer: str
    checked_on: str
    checked_by: str
    review_by: str


class ActionOwn(NamedTuple):
    """What only an action shows; both may be empty."""

    until: str
    where: str


class GroupOwn(NamedTuple):
    """What only a group shows."""

    place: LinkView | None
    nation: str
    website: str
    website_name: str
    """The host of the website, to be shown."""


class NumberedOwn(NamedTuple):
    """What only a principle or a change shows."""

    number: str
    short_name: str
    serves: tuple[Serves, ...]
