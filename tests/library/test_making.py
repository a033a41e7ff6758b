"""
What a text shows as a link, as a card, as a patch and in full.
"""

from datetime import date

import pytest

from plugins.facts.book import FactBook
from plugins.languages.language import make_language
from plugins.languages.words import Words
from plugins.library.facets import Link
from plugins.records.record import LinkPlace
from tests.make import (
    make_body,
    make_change,
    make_consent,
    make_explainer,
    make_fact,
    make_group,
    make_home,
    make_library,
    make_page,
    make_principle,
    make_source,
    make_story,
    make_testimony,
    make_translation,
)


def make_shelf(*records, **changes):
    return make_library(*records, **changes).channel("site")


def full_of(record, *others, **changes):
    shelf = make_shelf(record, *others, **changes)
    return shelf.full(shelf.find(record.name, record.lang)).value


def card_of(record, *others, **changes):
    shelf = make_shelf(record, *others, **changes)
    return shelf.card(shelf.find(record.name, record.lang)).value


def linking(target, **changes):
    return make_story(body=make_body("<p>See ", LinkPlace(target, "the <em>words</em>", 12), ".</p>"), **changes)


@pytest.mark.parametrize(
    ("site_url", "url"),
    [
        ("https://example.org", "/stories/penally/"),
        ("https://example.org/", "/stories/penally/"),
        ("https://example.org/welcome", "/welcome/stories/penally/"),
        ("http://localhost:8000", "/stories/penally/"),
    ],
)
def test_an_address_begins_at_the_root_of_the_host(site_url, url):
    story = make_story(slug="penally")

    assert url == make_shelf(story, site_url=site_url).link(story).value.url


def test_other_languages_stand_in_folders_of_their_own():
    story = make_story(slug="penally")
    shelf = make_shelf(story, make_translation(story, "ar", title="بينالي"))

    assert Link("/stories/penally/", "A title", "en", "en-GB", "ltr") == shelf.link(story).value
    assert Link("/ar/stories/penally/", "بينالي", "ar", "ar", "rtl") == shelf.link(shelf.find(story.name, "ar")).value


def test_the_front_page_stands_at_the_root_of_its_language():
    home = make_home()
    shelf = make_shelf(home, make_translation(home, "cy"))

    assert ["/", "/cy/"] == [shelf.link(shelf.find(home.name, lang)).value.url for lang in ("en", "cy")]


def test_a_principle_is_linked_by_its_short_name_and_listed_by_its_title():
    principle = make_principle(title="The ethos of friendship", short_name="Friendship")
    shelf = make_shelf(principle)

    assert ("Friendship", "The ethos of friendship") == (
        shelf.link(principle).value.title,
        shelf.card(principle).value.link.title,
    )


def test_a_card_shows_date_summary_and_colour():
    story = make_story(summary="Short.", date="2026-11-02", principles=[4, 1])
    card = card_of(story)

    assert ("story", story.id, date(2026, 11, 2), "Short.", 4, "", "", False) == (
        card.type, card.id, card.date, card.summary, card.principle, card.byline, card.content_note, card.is_demonstration,
    )  # fmt: skip


def test_a_testimony_bears_the_name_of_its_consent_in_its_language():
    testimony = make_testimony(lang="ar", original_language="ar", content_note="A war is told of.")
    consent = make_consent(testimony, public_name={"ar": "أمل", "en": "Amal"})
    shelf = make_shelf(testimony, make_translation(testimony, "en"), consents=[consent])

    assert ["أمل", "Amal"] == [shelf.card(shelf.find(testimony.name, lang)).value.byline for lang in ("ar", "en")]
    assert "A war is told of." == shelf.card(testimony).value.content_note


@pytest.mark.parametrize("note", ["none", "None", "NONE"])
def test_no_content_note_is_none(note):
    testimony = make_testimony(content_note=note)

    assert "" == card_of(testimony, consents=[make_consent(testimony)]).content_note


def test_a_demonstration_says_so_on_every_card():
    assert card_of(make_story(demonstration="yes")).is_demonstration


def test_a_group_stands_under_its_nation():
    assert "wales" == card_of(make_group(nation="wales")).heading
    assert "" == card_of(make_story()).heading


@pytest.mark.parametrize(
    ("record", "principle"),
    [
        (make_story(), 0),
        (make_story(principles=[3, 1]), 3),
        (make_principle(number=5, principles=[1]), 5),
        (make_change(number=2), 0),
    ],
)
def test_a_patch_is_coloured_by_the_first_principle(record, principle):
    shelf = make_shelf(record)

    assert (record.id, principle) == (shelf.patch(record).value.id, shelf.patch(record).value.principle)
    assert principle == shelf.card(record).value.principle


def test_a_facet_is_made_once():
    story = make_story()
    shelf = make_shelf(story)

    assert shelf.card(story) is shelf.card(story)
    assert shelf.link(story) is shelf.link(story)


def test_an_open_place_is_filled_with_the_address_of_its_text():
    place = full_of(linking("penally#part-home"), make_explainer(slug="penally")).places[0]

    assert ("the <em>words</em>", "/explainers/penally/#part-home") == (place.words, place.link.url)


@pytest.mark.parametrize(
    ("hidden", "changes"),
    [
        (make_explainer(slug="x", status="draft"), {}),
        (make_explainer(slug="x", date="2030-01-01"), {}),
        (make_testimony(slug="x"), {}),
        (make_testimony(slug="x"), {"consents": [make_consent(make_testimony(slug="x"), status="withdrawn")]}),
        (make_explainer(slug="x", demonstration="yes"), {"demonstrations": False}),
    ],
    ids=["draft", "later", "no consent", "withdrawn", "demonstration"],
)
def test_a_link_to_what_may_not_be_shown_becomes_plain_words(hidden, changes):
    full = full_of(linking("x"), hidden, **changes)

    assert [("the <em>words</em>", None)] == [(place.words, place.link) for place in full.places]
    assert "/x/" not in repr(full)


def test_a_link_leads_to_the_text_in_the_same_language_or_to_the_nearest():
    target = make_explainer(slug="x")
    story = linking("x")
    welsh = make_translation(story, "cy", body=make_body("<p>", LinkPlace("x", "y", 9), "</p>"))
    both = make_shelf(story, welsh, target, make_translation(target, "cy"))
    one = make_shelf(story, welsh, target)

    assert "/cy/explainers/x/" == both.full(both.find(story.name, "cy")).value.places[0].link.url
    assert ("/explainers/x/", "en") == (
        one.full(one.find(story.name, "cy")).value.places[0].link.url, one.full(one.find(story.name, "cy")).value.places[0].link.lang,
    )  # fmt: skip


def test_a_text_names_its_topics_places_groups_principles_and_changes():
    story = make_story(topics=["work"], places=["leeds"], groups=["a-group", "gone"], principles=[2, 1], changes=[3])
    full = full_of(
        story, make_group(), make_group(slug="gone", status="draft"), make_principle(), make_principle(slug="two", number=2),
        make_principle(slug="three", number=3), make_change(slug="c", number=3),
    )  # fmt: skip

    assert ["/topics/work/"] == [link.url for link in full.topics]
    assert ["/places/leeds/"] == [link.url for link in full.place_links]
    assert ["/groups/a-group/"] == [link.url for link in full.groups]
    assert ["/principles/a-principle/", "/principles/two/"] == [link.url for link in full.principles]
    assert ["/changes/c/"] == [link.url for link in full.changes]


def test_principles_stand_in_the_default_language_where_a_language_has_none():
    story = make_story(principles=[1])
    welsh = full_of(make_translation(story, "cy"), story, make_principle())

    assert ["/principles/a-principle/"] == [link.url for link in welsh.principles]


def test_the_place_of_a_group_comes_first_and_once():
    full = full_of(make_group(place="leeds", places=["england", "leeds"]))

    assert ["/places/leeds/", "/places/england/"] == [link.url for link in full.place_links]


def test_each_source_is_cited_once_by_publisher_and_title():
    facts = {
        "F-work-001": make_fact(source="S-b"), "F-work-002": make_fact(source="S-a"), "F-work-003": make_fact(source="S-b"),
        "F-work-004": make_fact(source="S-c"),
    }  # fmt: skip
    sources = {
        "S-a": make_source(publisher="UNHCR"), "S-b": make_source(publisher="Home Office", date="2026-02-26"), "S-c": make_source(publisher="ONS"),
    }  # fmt: skip
    full = full_of(make_explainer(facts=["F-work-003", "F-work-002", "F-work-001"]), facts=FactBook(facts, sources))

    assert [("Home Office", "2026-02-26"), ("UNHCR", "2026")] == [(source[0], source[3]) for source in full.sources]


def test_a_text_knows_its_other_languages_and_its_original():
    testimony = make_testimony(lang="ar", original_language="ar")
    shelf = make_shelf(testimony, make_translation(testimony, "en"), consents=[make_consent(testimony)])
    arabic, english = (shelf.full(shelf.find(testimony.name, lang)).value for lang in ("ar", "en"))

    assert (["en"], "ar") == ([link.lang for link in arabic.translations], arabic.original_lang)
    assert (["ar"], "ar") == ([link.lang for link in english.translations], english.original_lang)


def test_the_kind_of_name_comes_from_the_consent():
    testimony = make_testimony()

    assert "pseudonym" == full_of(testimony, consents=[make_consent(testimony)]).name_kind
    assert "" == full_of(make_story()).name_kind


def test_a_text_mentions_what_its_words_and_fields_link_to_and_nothing_hidden():
    story = make_story(
        groups=["a-group", "gone"], principles=[1],
        body=make_body("<p>", LinkPlace("x", "a", 1), LinkPlace("hidden", "b", 1), "</p>"),
    )  # fmt: skip
    shelf = make_shelf(
        story, make_group(), make_group(slug="gone", status="draft"), make_principle(), make_explainer(slug="x"),
        make_explainer(slug="hidden", status="draft"), make_page(),
    )  # fmt: skip

    assert {"x", "a-group", "a-principle"} == {record.slug for record in shelf.mentions(story)}


def test_a_link_to_a_text_in_another_language_tells_how_html_names_it():
    """
    Whoever sets another tag for a language changes each page with such a link, whether its menu names the language or not.
    """
    digests = []
    for tag in ("cy", "cy-GB"):
        library = make_library(linking("b"), make_story(slug="b", lang="cy"))
        library.words["cy"] = Words(make_language("cy", tag), library.words["cy"].strings)
        shelf = library.channel("site")
        digests.append(shelf.whole_digest(shelf.find(("story", "a-story"), "en")))

    assert digests[0] != digests[1]
