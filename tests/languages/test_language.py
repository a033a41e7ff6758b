"""
A language is named as its own readers name it, and runs as they write it.
"""

import pytest

from plugins.languages.language import Language, make_language
from plugins.problems import SettingsError


@pytest.mark.parametrize(
    ("code", "own_name", "direction"),
    [
        ("en", "English", "ltr"),
        ("cy", "Cymraeg", "ltr"),
        ("ar", "العربية", "rtl"),
        ("fa", "فارسی", "rtl"),
        ("ur", "اردو", "rtl"),
        ("ps", "پښتو", "rtl"),
        ("uk", "Українська", "ltr"),
        ("ti", "ትግርኛ", "ltr"),
        ("pt-br", "Português (Brasil)", "ltr"),
    ],
)
def test_a_language_has_its_own_name_and_direction(code, own_name, direction):
    assert Language(code, code, own_name, direction) == make_language(code)


def test_a_tag_may_be_more_exact_than_the_code():
    language = make_language("en", "en-GB")

    assert ("en", "en-GB") == (language.code, language.tag)


@pytest.mark.parametrize("code", ["xx", "zzz", "xx-yy"])
def test_a_language_that_nobody_knows_is_refused_by_name(code):
    with pytest.raises(SettingsError, match=code):
        make_language(code)
