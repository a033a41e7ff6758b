"""
A language: its code, its own name for itself and the direction it is written in.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from plugins.problems import SettingsError

if TYPE_CHECKING:
    from babel import Locale


class Language(NamedTuple):
    """
    A language as a page names it: `code` in addresses, `tag` in the lang attribute.
    """

    code: str
    tag: str
    own_name: str
    direction: str

    @property
    def values(self) -> tuple[str, str, str, str]:
        """All of it, as it is kept."""
        return self.code, self.tag, self.own_name, self.direction

    @property
    def locale(self) -> str:
        """The tag as Open Graph writes it."""
        return self.tag.replace("-", "_")


@cache
def locale_of(code: str) -> Locale:
    """What Babel knows about the language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise SettingsError(f'LANGUAGES.codes: "{code}" is no language that dates and numbers are known for') from None


def make_language(code: str, tag: str | None = None) -> Language:
    """The language of a code, with the name its own readers give it."""
    locale = locale_of(code)
    name = locale.get_display_name(locale) or code
    return Language(
        code=code,
        tag=tag or code,
        own_name=name[:1].upper() + name[1:],
        direction="rtl" if locale.character_order == "right-to-left" else "ltr",
    )
