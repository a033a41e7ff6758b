"""
A list goes on over pages, each of which knows its place.
"""

import pytest

from tests.make import make_group, make_library, make_pages, make_story, make_translation


def stories(count, **changes):
    return [
        make_story(slug=f"s{number:02}", title=f"Story {number:02}", date=f"2026-10-{number:02}", **changes)
        for number in range(1, count + 1)
    ]


def views_of(*records, per_page=3, **changes):
    pages = make_pages(make_library(*records, **changes), per_page=per_page)
    return {path: output.make_view() for path, output in pages.items()}


def titles(view):
    return [card.title for section in view.sections for card in section.cards]


@pytest.mark.parametrize(
    ("count", "paths"),
    [
        (1, {"stories/index.html"}),
        (3, {"stories/index.html"}),
        (4, {"stories/index.html", "stories/2/index.html"}),
        (7, {"stories/index.html", "stories/2/index.html", "stories/3/index.html"}),
    ],
)
def test_a_list_has_as_many_pages_as_it_needs(count, paths):
    found = {
        path for path in views_of(*stories(count)) if path.startswith("stories/") and not path.startswith("stories/s")
    }

    assert paths == found


def test_every_text_stands_on_one_page_in_the_order_of_all():
    views = views_of(*stories(7))

    assert ["Story 07", "Story 06", "Story 05"] == titles(views["stories/index.html"])
    assert ["Story 04", "Story 03", "Story 02"] == titles(views["stories/2/index.html"])
    assert ["Story 01"] == titles(views["stories/3/index.html"])


def test_a_list_of_one_page_speaks_of_no_pages():
    assert None is views_of(*stories(3))["stories/index.html"].pages


def test_each_page_knows_the_one_before_and_the_one_after():
    views = views_of(*stories(7))
    pages = [views[path].pages for path in ("stories/index.html", "stories/2/index.html", "stories/3/index.html")]

    assert [
        (1, 3, "", "/stories/2/", "Page 1 of 3"),
        (2, 3, "/stories/", "/stories/3/", "Page 2 of 3"),
        (3, 3, "/stories/2/", "", "Page 3 of 3"),
    ] == [(page.number, page.count, page.previous_url, page.next_url, page.status) for page in pages]


def test_further_pages_have_titles_and_addresses_of_their_own():
    views = views_of(*stories(4), site_url="https://example.org/base")
    first, second = (views[path].frame for path in ("stories/index.html", "stories/2/index.html"))

    assert "https://example.org/base/stories/" == first.canonical
    assert "https://example.org/base/stories/2/" == second.canonical
    assert first.head_title != second.head_title
    assert "page 2" in second.head_title


def test_further_pages_lead_back_to_the_first():
    frame = views_of(*stories(4))["stories/2/index.html"].frame

    assert ["/", "/stories/"] == [link.url for link in frame.crumbs]


def test_only_first_pages_say_that_they_are_there_in_other_languages():
    """
    Page 2 in Welsh holds other texts than page 2 in English.
    """
    english = stories(4)
    views = views_of(*english, *(make_translation(story, "cy") for story in english))

    assert ["cy"] == [link.lang for link in views["stories/index.html"].frame.translations]
    assert () == views["stories/2/index.html"].frame.translations == views["stories/2/index.html"].frame.alternates


def test_groups_stand_under_the_names_of_their_nations():
    groups = [
        make_group(slug="b", title="B", nation="wales"),
        make_group(slug="a", title="A"),
        make_group(slug="c", title="C"),
    ]
    sections = views_of(*groups)["groups/index.html"].sections

    assert [("England", ["A", "C"]), ("Wales", ["B"])] == [
        (section.heading, [card.title for card in section.cards]) for section in sections
    ]


def test_a_list_of_other_texts_has_one_part_without_a_heading():
    (section,) = views_of(*stories(2))["stories/index.html"].sections

    assert ("", 2) == (section.heading, len(section.cards))


def test_a_topic_gathers_all_types_in_one_part():
    views = views_of(*stories(2, topics=["work"]), make_group(topics=["work"]))
    (section,) = views["topics/work/index.html"].sections

    assert "" == section.heading
    assert ["story", "story", "group"] == [card.type for card in section.cards]


def test_a_topic_leads_back_to_all_topics():
    frame = views_of(*stories(1, topics=["work"]))["topics/work/index.html"].frame

    assert ["/", "/topics/"] == [link.url for link in frame.crumbs]
    assert "About work." == frame.description


def test_all_topics_stand_by_name_with_the_number_of_their_texts():
    view = views_of(*stories(2, topics=["work"]), make_story(slug="x", topics=["family"]))["topics/index.html"]
    (group,) = view.groups

    assert "" == group.heading
    assert [("/topics/family/", "About family.", "1 text"), ("/topics/work/", "About work.", "2 texts")] == [
        (term.link.url, term.summary, term.count) for term in group.terms
    ]


def test_a_topic_of_which_no_text_may_be_shown_has_no_page():
    views = views_of(
        make_story(slug="x", topics=["work"], status="draft"), make_story(slug="y"), topics=["work", "family"]
    )

    assert not [path for path in views if path.startswith("topics/")]
