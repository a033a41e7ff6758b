"""
How pages are put together is checked when it is declared.
"""

import pytest

from plugins.pages.settings import Pages
from plugins.problems import SettingsError


@pytest.mark.parametrize("wrong", [{"per_page": 1}, {"per_page": 0}, {"quilt": -1}])
def test_a_list_has_at_least_two_texts_and_a_quilt_no_less_than_none(wrong):
    with pytest.raises(SettingsError, match=r"^PAGES: per_page must be at least 2 and quilt at least 0$"):
        Pages(**wrong)


def test_a_misspelt_option_stops_the_run():
    with pytest.raises(TypeError, match="perpage"):
        Pages(perpage=3)


def test_a_site_may_do_without_a_quilt():
    assert 0 == Pages(quilt=0).quilt
