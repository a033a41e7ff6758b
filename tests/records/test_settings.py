"""
Addresses are checked when they are declared.
"""

import pytest

from plugins.problems import SettingsError
from plugins.records.settings import Urls


@pytest.mark.parametrize(
    ("kind", "slug", "address"),
    [
        ("story", "penally", "stories/penally/"),
        ("testimony", "the-allotment", "voices/the-allotment/"),
        ("explainer", "safe-routes", "explainers/safe-routes/"),
        ("action", "join-a-group", "act/join-a-group/"),
        ("group", "leeds", "groups/leeds/"),
        ("principle", "friendship", "principles/friendship/"),
        ("change", "safety", "changes/safety/"),
        ("page", "about", "about/"),
        ("topic", "work", "topics/work/"),
        ("place", "wales", "places/wales/"),
    ],
)
def test_each_kind_has_its_address(kind, slug, address):
    assert address == Urls().of(kind, slug)


@pytest.mark.parametrize(
    ("kind", "address"), [("story", "stories/"), ("testimony", "voices/"), ("action", "act/"), ("page", "")]
)
def test_each_kind_has_a_list_above_its_texts(kind, address):
    assert address == Urls().of_list(kind)


def test_an_address_can_be_declared_anew():
    assert "what/we/tell/x/" == Urls(story="what/we/tell/{slug}/").of("story", "x")


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "stories/",
        "stories/{slug}",
        "/stories/{slug}/",
        "Stories/{slug}/",
        "../{slug}/",
        "a//{slug}/",
        "{slug}/a/",
        "{name}/",
        "قصص/{slug}/",
    ],
)
def test_an_address_of_another_form_is_refused_by_name(wrong):
    with pytest.raises(SettingsError, match=r"^URLS\.story: .* must be lower-case folders that end in \{slug\}/$"):
        Urls(story=wrong)


def test_two_kinds_cannot_share_a_list():
    with pytest.raises(SettingsError, match=r"^URLS: two types share one list address$"):
        Urls(story="voices/{slug}/")


def test_a_misspelt_kind_is_refused():
    with pytest.raises(TypeError, match="storys"):
        Urls(storys="stories/{slug}/")
