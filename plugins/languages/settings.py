"""
Which languages the site speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from plugins.problems import SettingsError

LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(-[a-z]{2,4})?\Z")


@dataclass(frozen=True)
class Languages:
    """
    The languages of the site and where the words of its interface stand.
    """

    strings: Path
    """The folder with one TOML file of interface words for each language."""

    default: str = "en"
    """The language of texts whose file name names none; it stands at the root of the site."""

    codes: tuple[str, ...] = ("en", "cy", "ar")
    """All languages a text may have, the default one among them (BCP 47, lower case)."""

    tags: dict[str, str] = field(default_factory=lambda: {"en": "en-GB"})
    """What `lang` in HTML says where it is more exact than the code."""

    def __post_init__(self) -> None:
        wrong = [code for code in self.codes if not LANGUAGE_CODE.match(code)]
        if wrong:
            raise SettingsError(f"LANGUAGES.codes: {', '.join(wrong)} is no language code such as en, ar or pt-br")
        if self.default not in self.codes:
            raise SettingsError(f'LANGUAGES.default: "{self.default}" is not among codes')
