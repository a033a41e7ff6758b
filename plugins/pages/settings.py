"""
How pages are put together.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.problems import SettingsError


@dataclass(frozen=True)
class Pages:
    """
    The site's name, its menus and the length of its lists.
    """

    site_name: str = "Welcome Stories"
    """The name of the site, the same in every language."""

    menu: tuple[str, ...] = ("story", "testimony", "explainer", "action", "group")
    """The content types in the menu, in this order; one that has no texts in a language is left out there."""

    menu_pages: tuple[str, ...] = ("how-change-happens",)
    """Pages that follow in the menu, by the name of their file."""

    footer: tuple[str, ...] = (
        "about",
        "how-we-tell-stories",
        "your-words",
        "privacy",
        "accessibility",
        "feeds",
        "embed",
    )
    """Pages in the footer, by the name of their file."""

    owner: str = "your-words"
    """The page that tells a person how to change her words or take them back, by the name of its file."""

    footer_lists: tuple[str, ...] = ("fact", "principle", "change", "topic", "place", "term", "technique")
    """Lists in the footer."""

    per_page: int = 24
    """How many texts a list shows before it goes on to a next page."""

    quilt: int = 48
    """How many patches the quilt of the front page has at the most."""

    claim_reviews: bool = False
    """Whether explainers tell search engines of the first claim they answer (ClaimReview): only for a site whose
    editors keep to the rules that search engines have for fact-checkers."""

    def __post_init__(self) -> None:
        if self.per_page < 2 or self.quilt < 0:
            raise SettingsError("PAGES: per_page must be at least 2 and quilt at least 0")
