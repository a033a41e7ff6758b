"""
The words of the interface: the same in number in each language, all of them used, none missing.
"""

import re
from pathlib import Path

import pytest

from plugins.languages.settings import Languages
from plugins.languages.words import read_strings, read_words, string_keys

ROOT = Path(__file__).resolve().parents[2]
STRINGS = ROOT / "theme" / "strings"
CODES = sorted(path.stem for path in STRINGS.glob("*.toml"))
SOURCES = "\n".join(
    path.read_text("utf-8")
    for path in [*(ROOT / "theme").rglob("*.html"), *(ROOT / "plugins").rglob("*.py")]
)  # fmt: skip
CALL = re.compile(r"""(?:words|\bdefault|\])\(\s*["']([a-z_.-]+)["'](?!\s*~)""")
IN_BLOCKS = re.compile(r"<!word ([a-z_.]+)>")
MADE_UP = re.compile(r"""words\((?:f["']([a-z_]+\.[a-z_.]*)\{|["']([a-z_]+\.[a-z_.]*)["']\s*~)""")


def test_every_language_has_every_string():
    read_words(Languages(strings=STRINGS, codes=tuple(CODES)))


@pytest.mark.parametrize("code", CODES)
def test_no_string_is_empty(code):
    assert [] == [key for key, text in read_strings(STRINGS / f"{code}.toml").items() if not text.strip()]


def test_every_string_that_is_asked_for_is_there():
    assert set() == set(CALL.findall(SOURCES)) - string_keys(read_strings(STRINGS / "en.toml"))


def test_every_string_is_asked_for():
    """What nobody asks for is work for translators in vain."""
    families = {"".join(found) for found in MADE_UP.findall(SOURCES)}
    head_links = set(re.findall(r'HeadLink\(.*"([a-z]+\.[a-z_]+)"\)', SOURCES))
    asked = set(CALL.findall(SOURCES)) | set(IN_BLOCKS.findall(SOURCES)) | head_links

    unused = {key for key in string_keys(read_strings(STRINGS / "en.toml")) if key not in asked}
    assert set() == {key for key in unused if not key.startswith(tuple(families))}


def test_a_language_does_not_repeat_english():
    """A string that is the same as the English one was forgotten; these few are meant."""
    english = read_strings(STRINGS / "en.toml")
    for code in CODES:
        if code != "en":
            own = read_strings(STRINGS / f"{code}.toml")
            assert [] == [key for key, text in own.items() if text == english.get(key)]


@pytest.mark.parametrize("key", ["feed.source", "feed.welcome"])
def test_an_address_at_the_end_of_an_arabic_line_keeps_its_order(key):
    """
    Its last slash is no letter, so a line from right to left would show it in front. A mark of direction holds it, after
    a space: programs that make links of addresses must not take the mark for a part of one.
    """
    assert read_strings(STRINGS / "ar.toml")[key].endswith("{url} \u200e")
