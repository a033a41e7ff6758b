"""
The languages of the site are checked when they are declared.
"""

from pathlib import Path

import pytest

from plugins.languages.settings import Languages
from plugins.problems import SettingsError


@pytest.mark.parametrize("codes", [("en",), ("en", "cy", "ar"), ("en", "pt-br"), ("en", "kmr"), ("en", "zh-hant")])
def test_codes_are_those_of_bcp_47_in_small_letters(codes):
    assert codes == Languages(strings=Path("strings"), codes=codes).codes


@pytest.mark.parametrize("code", ["english", "e", "", "EN", "pt-BR", "pt_BR", "ar ", "../en", "ar.md"])
def test_what_is_no_code_is_refused_by_name(code):
    with pytest.raises(SettingsError) as caught:
        Languages(strings=Path("strings"), codes=("en", code))

    assert f"LANGUAGES.codes: {code} is no language code such as en, ar or pt-br" == str(caught.value)


def test_the_default_language_is_one_of_them():
    with pytest.raises(SettingsError, match=r'^LANGUAGES.default: "fr" is not among codes$'):
        Languages(strings=Path("strings"), default="fr")


def test_english_is_british_unless_it_is_said():
    assert {"en": "en-GB"} == Languages(strings=Path("strings")).tags
