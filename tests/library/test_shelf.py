"""
A shelf keeps the texts of a channel in their order, and knows which belong together.
"""

from itertools import permutations

import pytest

from tests.make import (
    make_action,
    make_change,
    make_consent,
    make_explainer,
    make_group,
    make_library,
    make_page,
    make_principle,
    make_story,
    make_testimony,
    make_translation,
)


def make_shelf(*records, **changes):
    return make_library(*records, **changes).channel("site")


def slugs(records):
    return [record.slug for record in records]


def test_stories_stand_newest_first_and_ties_by_name():
    stories = [
        make_story(slug="b", date="2026-11-01"),
        make_story(slug="a", date="2026-11-01"),
        make_story(slug="z", date="2026-11-20"),
    ]

    for order in permutations(stories):
        assert ["z", "a", "b"] == slugs(make_shelf(*order).of_type("story", "en"))


def test_principles_and_changes_stand_by_number():
    principles = [make_principle(slug=slug, number=number) for slug, number in (("z", 1), ("a", 3), ("m", 2))]
    changes = [make_change(slug=slug, number=number) for slug, number in (("z", 4), ("a", 2))]
    shelf = make_shelf(*principles, *changes)

    assert ["z", "m", "a"] == slugs(shelf.of_type("principle", "en"))
    assert ["a", "z"] == slugs(shelf.of_type("change", "en"))


def test_groups_stand_by_nation_then_by_name():
    groups = [
        make_group(slug="wrexham", title="Wrexham", nation="wales"),
        make_group(slug="york", title="York"),
        make_group(slug="leeds", title="Leeds"),
        make_group(slug="belfast", title="Belfast", nation="northern-ireland"),
    ]

    assert ["leeds", "york", "belfast", "wrexham"] == slugs(make_shelf(*groups).of_type("group", "en"))


def test_the_order_of_files_is_no_order():
    records = [
        make_story(slug="a"), make_story(slug="b"), make_explainer(), make_page(), make_group(), make_principle(), make_action(),
    ]  # fmt: skip
    wanted = make_shelf(*records).records

    assert wanted == make_shelf(*reversed(records)).records
    assert wanted == make_shelf(*records[3:], *records[:3]).records


def test_types_and_languages_that_are_there_are_known():
    story = make_story()
    shelf = make_shelf(story, make_translation(story, "cy"), make_page())

    assert [("page", "en"), ("story", "cy"), ("story", "en")] == shelf.types
    assert ["cy", "en"] == shelf.languages()
    assert [] == shelf.of_type("group", "en")


def test_each_text_knows_the_one_before_and_the_one_after():
    a, b, c = (make_story(slug=slug, date=f"2026-11-0{day}") for slug, day in (("a", 3), ("b", 2), ("c", 1)))
    shelf = make_shelf(c, a, b)

    assert [(None, b), (a, c), (b, None)] == [shelf.neighbours(record) for record in (a, b, c)]


def test_neighbours_are_of_the_same_type_and_language():
    a, b = make_story(slug="a", date="2026-11-03"), make_story(slug="b", date="2026-11-01")
    between = make_explainer(date="2026-11-02")
    shelf = make_shelf(a, b, between, make_translation(a, "cy"))

    assert (None, b) == shelf.neighbours(a)
    assert (None, None) == shelf.neighbours(between)
    assert (None, None) == shelf.neighbours(shelf.of_type("story", "cy")[0])


def test_a_draft_is_nobodys_neighbour():
    a, b = make_story(slug="a", date="2026-11-03"), make_story(slug="b", date="2026-11-01")
    draft = make_story(slug="draft", date="2026-11-02", status="draft")

    assert (None, b) == make_shelf(a, draft, b).neighbours(a)


def test_translations_are_the_other_languages_sorted():
    story = make_story()
    shelf = make_shelf(make_translation(story, "cy"), story, make_translation(story, "ar"))
    english = shelf.find(("story", "a-story"), "en")

    assert ["ar", "cy"] == [record.lang for record in shelf.translations(english)]


@pytest.mark.parametrize(
    ("original", "translations", "asked", "found"),
    [
        ("en", ["cy", "ar"], "cy", "cy"),
        ("en", ["cy"], "ar", "en"),
        ("ar", ["cy"], "en", "ar"),
        ("ar", ["cy", "en"], "fr", "en"),
        ("cy", [], "en", "cy"),
    ],
)
def test_a_text_is_found_in_a_language_or_in_the_nearest_it_has(original, translations, asked, found):
    story = make_story(lang=original, original_language=original)
    shelf = make_shelf(story, *(make_translation(story, lang) for lang in translations))

    assert found == shelf.find(story.name, asked).lang


def test_what_may_not_be_shown_is_not_found():
    assert None is make_shelf(make_story(status="draft")).find(("story", "a-story"), "en")
    assert None is make_shelf(make_testimony()).find(("testimony", "a-testimony"), "en")
    assert None is make_shelf().find(("story", "a-story"), "en")


def test_related_texts_share_most_and_the_newest_comes_first_among_equals():
    asked = make_story(slug="asked", topics=["work", "family"], places=["wales"])
    shelf = make_shelf(
        asked,
        make_story(slug="one-old", topics=["work"], date="2026-01-01"),
        make_story(slug="one-new", topics=["family"], date="2026-11-20"),
        make_explainer(slug="two", topics=["work"], places=["wales"], date="2020-01-01"),
        make_story(slug="none", topics=["money"]),
    )

    assert ["two", "one-new", "one-old"] == slugs(shelf.related(asked))
    assert ["two"] == slugs(shelf.related(asked, count=1))


def test_only_stories_testimonies_and_explainers_in_the_same_language_are_related():
    asked = make_story(slug="asked", topics=["work"])
    welsh = make_story(slug="welsh", lang="cy", original_language="cy", topics=["work"])
    shelf = make_shelf(
        asked, welsh, make_action(topics=["work"]), make_group(topics=["work"]), make_page(topics=["work"]),
        make_explainer(slug="explainer", topics=["work"]),
    )  # fmt: skip

    assert ["explainer"] == slugs(shelf.related(asked))


def test_topics_and_places_and_numbers_are_not_confused():
    """
    A topic called wales is not the place, and principle 1 is not change 1.
    """
    asked = make_story(slug="asked", topics=["wales"], principles=[1])
    shelf = make_shelf(asked, make_story(slug="b", places=["wales"], changes=[1]))

    assert [] == shelf.related(asked)


ACTIONS = [
    make_action(slug="shares", topics=["work"], date="2026-01-01"),
    make_action(slug="newest", date="2026-11-20"),
    make_action(slug="named", date="2026-06-01"),
]


@pytest.mark.parametrize(
    ("asked", "gone", "found"),
    [
        ({"action": "named", "topics": ["work"]}, None, "named"),
        ({"action": "named", "topics": ["work"]}, "named", "shares"),
        ({"action": "named", "topics": ["money"]}, "named", "newest"),
        ({"topics": ["work"]}, None, "shares"),
        ({}, None, "newest"),
        ({}, "newest", "named"),
    ],
)
def test_the_named_text_fits_best_then_the_one_that_shares_most_then_the_first(asked, gone, found):
    """
    Where the named one may not be shown the next fitting one stands there.
    """
    story = make_story(**asked)
    actions = [make_action(slug=a.slug, topics=a.front.topics, date=a.front.date, status="draft" if a.slug == gone else "published")
               for a in ACTIONS]  # fmt: skip

    assert found == make_shelf(story, *actions).fitting(story, "action", story.front.action).slug


def test_nothing_fits_where_there_is_nothing_of_the_type():
    story = make_story(voice="named", topics=["work"])
    shelf = make_shelf(story, make_testimony(topics=["work"]), make_explainer(topics=["work"]))

    assert None is shelf.fitting(story, "testimony", "named")


def test_a_withdrawn_voice_gives_way_to_another():
    story = make_story(voice="gone")
    gone, other = make_testimony(slug="gone", consent="C-000001"), make_testimony(slug="other", consent="C-000002")
    consents = [make_consent(gone, status="withdrawn"), make_consent(other)]

    assert "other" == make_shelf(story, gone, other, consents=consents).fitting(story, "testimony", "gone").slug


def test_no_text_fits_itself():
    only = make_action(topics=["work"])

    assert None is make_shelf(only).fitting(only, "action", None)


def test_texts_are_gathered_by_topic_newest_first():
    shelf = make_shelf(
        make_story(slug="old", topics=["work", "family"], date="2026-01-01"),
        make_explainer(slug="new", topics=["work"], date="2026-11-01"),
        make_page(slug="page", topics=["work"]),
        make_principle(slug="principle", topics=["work"]),
        make_story(slug="draft", topics=["work"], status="draft"),
    )

    assert {("work", "en"): ["new", "old"], ("family", "en"): ["old"]} == {
        term: slugs(records) for term, records in shelf.by_topic.items()
    }


def test_a_group_stands_at_its_own_place_once():
    shelf = make_shelf(
        make_group(slug="g", place="leeds", places=["leeds", "england"]), make_story(slug="s", places=["england"])
    )

    assert {("leeds", "en"): ["g"], ("england", "en"): ["s", "g"]} == {
        term: slugs(own) for term, own in shelf.by_place.items()
    }


def test_texts_that_serve_a_principle_or_a_change_are_gathered_by_type():
    shelf = make_shelf(
        make_story(slug="a", principles=[1, 2], changes=[1]),
        make_action(slug="b", principles=[1]),
        make_page(slug="c", principles=[1]),
    )

    assert {
        ("principle", 1, "story", "en"): ["a"],
        ("principle", 2, "story", "en"): ["a"],
        ("principle", 1, "action", "en"): ["b"],
        ("change", 1, "story", "en"): ["a"],
    } == {key: slugs(own) for key, own in shelf.serving.items()}


def test_the_newest_are_what_tells_something_in_one_language_or_in_all():
    story = make_story(slug="story", date="2026-11-01")
    shelf = make_shelf(
        story, make_translation(story, "cy"), make_explainer(slug="explainer", date="2026-11-03"), make_action(slug="action", date="2026-11-02"),
        make_page(), make_group(), make_principle(), make_change(),
    )  # fmt: skip

    assert ["explainer", "action", "story"] == slugs(shelf.newest("en"))
    assert [("explainer", "en"), ("action", "en"), ("story", "cy"), ("story", "en")] == [
        (record.slug, record.lang) for record in shelf.newest()
    ]
