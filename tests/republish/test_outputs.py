"""
A kit exists for each text that may be republished, says where it is from, and until when one may trust it.
"""

from datetime import date

import pytest

from plugins.outputs import Channel
from plugins.pages.maker import PageMaker
from plugins.pages.settings import Pages
from plugins.republish.kit import use_by_of
from plugins.republish.outputs import links_of, make_outputs
from plugins.syndication.whole import ROW
from tests.make import PlainTheme, make_consent, make_explainer, make_library, make_page, make_story, make_testimony

HER = make_testimony(title="Her title", body="<p>Her very own words.</p>")


def kits(*records, **changes):
    maker = PageMaker(make_library(*records, **changes), Pages(site_name="A site"), PlainTheme(), ())
    return {output.path: output for output in make_outputs(maker)}


@pytest.mark.parametrize(
    "scopes", [{"site": "yes"}, {"republish": "yes"}, {"site": "yes", "feed": "yes", "embed": "yes"}]
)
def test_without_a_yes_to_republishing_there_is_no_kit(scopes):
    library = make_library(HER, consents=[make_consent(HER, scopes=scopes)])

    assert {} == kits(HER, consents=[make_consent(HER, scopes=scopes)])
    assert [] == list(links_of(library)(HER))


def test_a_kit_has_three_forms_with_the_words_and_where_they_are_from():
    made = kits(HER, consents=[make_consent(HER, scopes={"site": "yes", "republish": "yes"})])

    assert {f"republish/{HER.id}/{name}" for name in ("index.html", "text.md", "text.txt")} == set(made)
    assert {Channel.REPUBLISH} == {output.channel for output in made.values()}
    for name in ("text.md", "text.txt"):
        text = made[f"republish/{HER.id}/{name}"].make_bytes().decode()
        assert "Her very own words." in text and 2 == text.count("https://example.org/voices/")
    view = made[f"republish/{HER.id}/index.html"].make_view()
    assert "<p>Her very own words.</p>" in view.html and "pixel" not in view.html and "class=" not in view.html


def test_kits_are_made_in_the_row_of_feeds_since_they_show_the_same_texts():
    assert {ROW} == {output.row for output in kits(make_story()).values()}


def test_pages_have_no_kit_and_stories_have():
    story = make_story(slug="a")
    page, library = make_page(slug="about"), make_library(story)

    assert {} == kits(page)
    assert [f"republish/{story.id}/"] == [link.href for link in links_of(library)(story)]


@pytest.mark.parametrize(
    ("record", "ends_on", "expected"),
    [
        (make_story(date="2026-10-01"), None, date(2027, 10, 1)),
        (make_story(date="2025-01-10"), None, date(2028, 1, 10)),
        (make_story(date="2024-02-29"), None, date(2027, 2, 28)),
        (make_story(date="2020-01-01", updated="2026-11-01"), None, date(2027, 11, 1)),
        (make_explainer(review_by="2027-01-31"), None, date(2027, 1, 31)),
        (make_testimony(), date(2027, 5, 5), date(2027, 5, 5)),
    ],
)
def test_the_day_to_look_again_is_that_of_the_consent_or_the_facts_or_a_year(record, ends_on, expected):
    assert expected == use_by_of(record.front, ends_on, date(2026, 11, 23))
