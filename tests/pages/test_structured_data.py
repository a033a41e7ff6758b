"""
What machines read of a page is valid JSON that no words can break out of.
"""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.library.facets import Link
from plugins.pages.structured_data import (
    Publisher,
    article,
    breadcrumbs,
    claim_review,
    json_ld,
    organization,
    question_page,
)
from plugins.records.record import Claim

ANYTHING = st.text(st.characters(codec="utf-8"))


def make_article(**changes):
    values = {
        "headline": "Penally", "summary": "A camp.", "url": "https://example.org/stories/penally/", "lang": "en-GB", "published": date(2026, 11, 1),
        "updated": None, "publisher": Publisher("A site", "https://example.org/"),
    }  # fmt: skip
    return json.loads(article(**values | changes))


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "<!--",
        "-->",
        "<script>",
        "]]>",
        "&lt;/script&gt;",
        "\u2028\u2029",
        '"}',
        "\\",
        "قصة",
        "</SCRIPT\n>",
    ],
)
def test_no_words_can_close_the_element_or_open_a_comment(words):
    text = json_ld({"name": words})

    assert not set("<>&\u2028\u2029") & set(text)
    assert words == json.loads(text)["name"]


@given(ANYTHING, ANYTHING)
def test_whatever_the_words_they_come_through_as_they_are(key, value):
    text = json_ld({key: value})

    assert not set("<>&\u2028\u2029") & set(text)
    assert {"@context": "https://schema.org", key: value} == json.loads(text) or key == "@context"


def test_it_is_marked_as_safe_and_the_same_every_time():
    assert isinstance(json_ld({}), Markup)
    assert json_ld({"b": 1, "a": 2}) == json_ld({"b": 1, "a": 2})


def test_breadcrumbs_lead_from_the_front_page_to_the_page():
    crumbs = (Link("/", "Home", "en", "en-GB", "ltr"), Link("/stories/", "Stories", "en", "en-GB", "ltr"))
    data = json.loads(breadcrumbs("https://example.org", crumbs, "Penally", "https://example.org/stories/penally/"))

    assert "BreadcrumbList" == data["@type"]
    assert [
        (1, "Home", "https://example.org/"),
        (2, "Stories", "https://example.org/stories/"),
        (3, "Penally", "https://example.org/stories/penally/"),
    ] == [(item["position"], item["name"], item["item"]) for item in data["itemListElement"]]


def test_an_organization_has_a_name_and_an_address():
    assert {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "A site",
        "url": "https://example.org/",
    } == json.loads(organization("A site", "https://example.org/"))


def test_an_article_says_what_it_is_and_when_it_changed():
    data = make_article()

    assert ("Article", "Penally", "A camp.", "en-GB", "2026-11-01", "2026-11-01") == tuple(
        data[key] for key in ("@type", "headline", "description", "inLanguage", "datePublished", "dateModified")
    )
    assert "A site" == data["publisher"]["name"]
    assert "2026-11-09" == make_article(updated=date(2026, 11, 9))["dateModified"]


def test_what_an_article_does_not_know_it_does_not_say():
    """
    Least of all an author: nobody is named here whom the consent does not name.
    """
    data = make_article(published=None)

    assert {"datePublished", "dateModified", "lastReviewed", "citation", "author", "image"}.isdisjoint(data)


def test_an_explainer_says_when_it_was_checked_and_what_it_rests_on():
    data = make_article(
        reviewed=date(2026, 11, 20), citations=(("Home Office", "Statistics", "https://gov.example/", "2026-02-26"),)
    )

    assert "2026-11-20" == data["lastReviewed"]
    assert [("CreativeWork", "Statistics", "https://gov.example/", "Home Office")] == [
        (source["@type"], source["name"], source["url"], source["publisher"]["name"]) for source in data["citation"]
    ]


def test_a_question_stands_with_its_answer():
    data = json.loads(question_page("Where do refugees live?", "Most live near home."))

    assert ("FAQPage", "Where do refugees live?", "Most live near home.") == (
        data["@type"], data["mainEntity"][0]["name"], data["mainEntity"][0]["acceptedAnswer"]["text"],
    )  # fmt: skip


def test_a_claim_review_has_all_that_search_engines_ask_for():
    claim = Claim("part-for-whole", "some newspapers", "widely", "It is all about boats.", "Fewer than half.", 7)
    data = json.loads(
        claim_review(claim, "https://example.org/a/", date(2026, 11, 1), Publisher("A site", "https://example.org/"))
    )

    assert ("ClaimReview", "It is all about boats.", "https://example.org/a/", "2026-11-01") == (
        data["@type"], data["claimReviewed"], data["url"], data["datePublished"],
    )  # fmt: skip
    assert (
        data["reviewRating"]["worstRating"] < data["reviewRating"]["ratingValue"] < data["reviewRating"]["bestRating"]
    )
    assert ("some newspapers", "A site") == (data["itemReviewed"]["author"]["name"], data["author"]["name"])
