"""
Every page is an Output at its own address.
"""

import pytest

from plugins.outputs import Channel
from tests.make import (
    make_action,
    make_change,
    make_consent,
    make_explainer,
    make_group,
    make_home,
    make_library,
    make_page,
    make_pages,
    make_principle,
    make_story,
    make_testimony,
    make_translation,
)


def pages_of(*records, **changes):
    return make_pages(make_library(*records, **changes))


def test_each_type_has_its_page_its_list_and_its_template():
    testimony = make_testimony(slug="t")
    pages = pages_of(
        make_story(slug="s"), testimony, make_explainer(slug="e"), make_action(slug="a"), make_group(slug="g"), make_principle(slug="p"),
        make_change(slug="c"), make_page(slug="about"), make_home(), make_page(slug="way", layout="path"), consents=[make_consent(testimony)],
    )  # fmt: skip

    assert {
        "stories/s/index.html": "story.html", "voices/t/index.html": "testimony.html", "explainers/e/index.html": "explainer.html",
        "act/a/index.html": "action.html", "groups/g/index.html": "group.html", "principles/p/index.html": "principle.html",
        "changes/c/index.html": "change.html", "about/index.html": "page.html", "index.html": "home.html", "way/index.html": "path.html",
        "stories/index.html": "list.html", "voices/index.html": "list.html", "explainers/index.html": "list.html", "act/index.html": "list.html",
        "groups/index.html": "list.html", "principles/index.html": "list.html", "changes/index.html": "list.html",
        "places/leeds/index.html": "list.html", "places/index.html": "terms.html", "404.html": "not_found.html", "410.html": "gone.html", "theme/site.css": "verbatim", "theme/tools.css": "verbatim",
    } == {path: output.renderer.digest for path, output in pages.items()}  # fmt: skip


def test_the_site_is_one_channel():
    assert {Channel.SITE} == {output.channel for output in pages_of(make_story(), make_home()).values()}


def test_each_language_has_pages_and_lists_of_its_own():
    story = make_story(slug="s", topics=["work"])
    home = make_home()
    pages = pages_of(story, make_translation(story, "cy"), home, make_translation(home, "cy"))

    assert {
        path for prefix in ("", "cy/") for path in (
            f"{prefix}index.html", f"{prefix}stories/index.html", f"{prefix}stories/s/index.html", f"{prefix}topics/index.html",
            f"{prefix}topics/work/index.html",
        )
    } | {"404.html", "410.html", "theme/site.css", "theme/tools.css"} == set(pages)  # fmt: skip


def test_paths_are_below_the_site_wherever_it_stands():
    assert set(pages_of(make_story(), make_home())) == set(
        pages_of(make_story(), make_home(), site_url="https://example.org/base")
    )


def test_former_addresses_lead_to_the_new_one_in_every_language():
    story = make_story(slug="new", former=["/stories/old/", "/2025/older/"])
    pages = pages_of(story, make_translation(story, "cy"))
    views = {path: output.make_view() for path, output in pages.items() if output.renderer.digest == "redirect.html"}

    assert {
        "stories/old/index.html": "/stories/new/", "2025/older/index.html": "/stories/new/", "cy/stories/old/index.html": "/cy/stories/new/",
        "cy/2025/older/index.html": "/cy/stories/new/",
    } == {path: view.url for path, view in views.items()}  # fmt: skip
    assert "https://example.org/stories/new/" == views["stories/old/index.html"].canonical


def test_what_may_not_be_shown_leaves_no_page_not_even_at_a_former_address():
    pages = pages_of(make_story(slug="draft", status="draft", former=["/stories/old/"], topics=["work"]))

    assert {"404.html", "410.html", "theme/site.css", "theme/tools.css"} == set(pages)


def test_a_page_carries_every_text_it_shows_and_no_other():
    a, b, c = (make_story(slug=slug, date=f"2026-11-{day:02}") for slug, day in (("a", 3), ("b", 2), ("c", 1)))
    pages = pages_of(a, b, c)

    assert {a.id, b.id} == set(pages["stories/a/index.html"].carries)
    assert {a.id, b.id, c.id} == set(pages["stories/b/index.html"].carries)
    assert {a.id, b.id, c.id} == set(pages["stories/index.html"].carries)
    assert set() == set(pages["404.html"].carries)


def test_the_front_page_shows_the_newest_of_everything():
    stories = [make_story(slug=f"s{day}", title=f"s{day}", date=f"2026-11-{day:02}") for day in range(1, 7)]
    testimonies = [make_testimony(slug=f"t{day}", date=f"2026-11-{day:02}", consent=f"C-00000{day}") for day in (1, 2)]
    view = pages_of(
        make_home(), *stories, *testimonies, make_principle(), make_change(), make_group(), make_page(slug="way", layout="path"),
        consents=[make_consent(testimony) for testimony in testimonies],
    )["index.html"].make_view()  # fmt: skip

    assert ["s6", "s5", "s4", "s3"] == [card.title for card in view.stories]
    assert "/voices/t2/" == view.voice.url
    assert (["/principles/a-principle/"], ["/changes/a-change/"]) == (
        [p.url for p in view.principles],
        [c.url for c in view.changes],
    )
    assert ("/stories/", "/voices/", None, None, "/groups/", "/way/") == tuple(
        link and link.url
        for link in (
            view.stories_link,
            view.voices_link,
            view.explainers_link,
            view.actions_link,
            view.groups_link,
            view.path_link,
        )
    )


def test_the_quilt_has_a_patch_for_each_of_the_newest_texts_once():
    stories = [make_story(slug=f"s{day}", title=f"s{day}", date=f"2026-11-{day:02}") for day in range(1, 6)]
    home = make_home()
    records = [home, make_translation(home, "cy"), *stories, make_translation(stories[4], "cy", title="Cymraeg")]
    pages = make_pages(make_library(*records), quilt=3)

    assert ["s5", "s4", "s3"] == [patch.link.title for patch in pages["index.html"].make_view().quilt]
    assert ["Cymraeg", "s4", "s3"] == [patch.link.title for patch in pages["cy/index.html"].make_view().quilt]


def test_what_has_no_date_follows_in_the_quilt():
    view = pages_of(
        make_home(),
        make_group(title="group"),
        make_change(title="change"),
        make_story(title="story"),
        make_principle(title="principle"),
    )

    assert ["story", "principle", "change", "group"] == [
        patch.link.title for patch in view["index.html"].make_view().quilt
    ]


@pytest.mark.parametrize(("texts", "patches"), [(1, 1), (23, 23), (24, 24), (25, 24), (47, 24), (48, 48), (60, 48)])
def test_a_large_quilt_has_whole_rows(texts, patches):
    """
    Six, eight or twelve patches wide, it has no ragged edge.
    """
    stories = [make_story(slug=f"s{number}") for number in range(texts)]

    assert patches == len(make_pages(make_library(make_home(), *stories), quilt=48)["index.html"].make_view().quilt)


def test_a_withdrawn_text_leaves_no_hole_in_the_quilt():
    """
    The cloth is sewn anew.
    """
    testimony, story = make_testimony(slug="t"), make_story(slug="s")
    live = pages_of(make_home(), story, testimony, consents=[make_consent(testimony)])
    gone = pages_of(make_home(), story, testimony, consents=[make_consent(testimony, status="withdrawn")])

    assert 2 == len(live["index.html"].make_view().quilt)
    assert ["/stories/s/"] == [patch.link.url for patch in gone["index.html"].make_view().quilt]
    assert live["index.html"].key != gone["index.html"].key


def test_the_walk_goes_from_small_to_large():
    records = [
        make_story(slug=f"{scale}{day}", scale=scale, date=f"2026-11-{day:02}")
        for scale in ("micro", "macro")
        for day in range(1, 7)
    ]
    view = pages_of(make_page(slug="way", layout="path"), *records, make_principle(), make_change(), make_action())[
        "way/index.html"
    ].make_view()

    assert ["/stories/micro6/", "/stories/micro5/", "/stories/micro4/", "/stories/micro3/"] == [
        card.url for card in view.micro
    ]
    assert ["/stories/macro6/", "/stories/macro5/", "/stories/macro4/", "/stories/macro3/"] == [
        card.url for card in view.macro
    ]
    assert (1, 1, 1) == (len(view.principles), len(view.changes), len(view.actions))


def test_the_page_for_unknown_addresses_speaks_every_language():
    home = make_home()
    view = pages_of(home, make_translation(home, "ar"), make_translation(home, "cy"))["404.html"].make_view()

    assert [("en", "/"), ("ar", "/ar/"), ("cy", "/cy/")] == [
        (words.language.code, link.url) for words, link in view.parts
    ]
