"""
Every page of a language is framed the same, and leads only to what is there.
"""

import pytest

from plugins.offers import HeadLink
from tests.make import (
    make_group,
    make_home,
    make_library,
    make_page,
    make_pages,
    make_story,
    make_translation,
)


def frame_of(path, *records, head_links=(), library=None, **settings):
    pages = make_pages(make_library(*records, **(library or {})), *head_links, **settings)
    return pages[path].make_view().frame


STORY = make_story(slug="penally", title="Penally")
HOME = make_home(title="Welcome Stories")
PAGE = "stories/penally/index.html"


def urls(links):
    return [link.url for link in links]


def test_the_menu_holds_what_is_there_in_the_order_of_the_settings():
    records = [STORY, make_group(), make_page(slug="how-change-happens", title="How change happens")]
    frame = frame_of(PAGE, *records, menu=("group", "story", "testimony"))

    assert ["/groups/", "/stories/", "/how-change-happens/"] == [item.link.url for item in frame.menu]
    assert ["Groups", "Stories", "How change happens"] == [item.link.title for item in frame.menu]


def test_the_menu_shows_where_the_reader_is():
    frame = frame_of(PAGE, STORY, make_group())

    assert {"/stories/": True, "/groups/": False} == {item.link.url: item.is_current for item in frame.menu}


def test_the_footer_holds_pages_then_lists():
    records = [
        make_story(slug="penally", topics=["work"], places=["leeds"]),
        make_page(slug="about"),
        make_page(slug="privacy", status="draft"),
    ]

    assert ["/about/", "/topics/", "/places/"] == urls(frame_of(PAGE, *records).footer)


def test_a_page_that_may_not_be_shown_is_in_no_menu():
    assert [] == [
        item.link.url
        for item in frame_of(PAGE, STORY, make_page(slug="how-change-happens", status="draft"), menu=()).menu
    ]


def test_the_title_in_the_head_names_text_and_site():
    assert "Penally · Welcome Stories" == frame_of(PAGE, STORY).head_title
    assert "Welcome Stories" == frame_of("index.html", HOME, STORY).head_title


@pytest.mark.parametrize(
    ("site_url", "home", "canonical", "stylesheet"),
    [
        ("https://example.org", "/", "https://example.org/stories/penally/", "/theme/site.css"),
        ("https://example.org/base", "/base/", "https://example.org/base/stories/penally/", "/base/theme/site.css"),
    ],
)
def test_addresses_stand_below_the_site(site_url, home, canonical, stylesheet):
    frame = frame_of(PAGE, STORY, library={"site_url": site_url})

    assert (home, canonical, stylesheet) == (frame.home_url, frame.canonical, frame.stylesheet)


def test_links_of_features_stand_in_the_head_of_every_page_in_one_order():
    icon = HeadLink("icon", "favicon.svg", "image/svg+xml")
    feed = HeadLink("alternate", "feeds/all/rss.xml", "application/rss+xml", "feed.rss")
    library = {"site_url": "https://example.org/base"}
    first = frame_of(PAGE, STORY, head_links=(icon, feed), library=library)

    assert first.head_links == frame_of(PAGE, STORY, head_links=(feed, icon), library=library).head_links
    assert [("/base/feeds/all/rss.xml", "Everything new, as RSS"), ("/base/favicon.svg", "")] == [
        (link.href, link.title) for link in first.head_links
    ]


def test_a_text_names_its_other_languages_for_readers_and_for_machines():
    records = [STORY, make_translation(STORY, "ar"), HOME, make_translation(HOME, "ar")]
    english, arabic = frame_of(PAGE, *records), frame_of(f"ar/{PAGE}", *records)

    assert [("/ar/stories/penally/", "العربية", "ar", "rtl")] == [
        (link.url, link.title, link.lang, link.dir) for link in english.translations
    ]
    assert [("/stories/penally/", "English", "en-GB", "ltr")] == [
        (link.url, link.title, link.lang, link.dir) for link in arabic.translations
    ]
    own, other = ("en-GB", "https://example.org/stories/penally/"), ("ar", "https://example.org/ar/stories/penally/")
    assert [own, other] == [(alternate.lang, alternate.url) for alternate in english.alternates]
    assert [other, own] == [(alternate.lang, alternate.url) for alternate in arabic.alternates]


def test_a_text_in_one_language_names_no_other():
    frame = frame_of(PAGE, STORY, HOME, make_translation(HOME, "cy"))

    assert () == frame.alternates == frame.translations
    assert ["/cy/"] == urls(frame.home_languages)


def test_a_language_without_a_front_page_is_not_led_to():
    """
    A first Welsh text must not make every page lead to a Welsh front page that nobody has written.
    """
    frame = frame_of(PAGE, STORY, make_translation(STORY, "cy"), HOME)

    assert [] == urls(frame.home_languages)


def test_every_page_leads_up_to_the_front_page():
    assert ["/", "/stories/"] == urls(frame_of(PAGE, STORY, HOME).crumbs)
    assert ["/"] == urls(frame_of("about/index.html", make_page(slug="about"), HOME).crumbs)
    assert [] == urls(frame_of("index.html", HOME).crumbs)


def test_the_page_for_unknown_addresses_has_none_of_its_own():
    frame = frame_of("404.html", STORY, HOME)

    assert ("", (), ()) == (frame.canonical, frame.crumbs, frame.alternates)
    assert [False] == [item.is_current for item in frame.menu]


def test_articles_say_that_they_are():
    frame = frame_of(PAGE, STORY, make_page(slug="about"))

    assert "article" == frame.page_type
    assert '"Article"' in "".join(frame.structured_data)
    assert "website" == frame_of("about/index.html", make_page(slug="about")).page_type


def test_a_demonstration_is_no_article_to_machines():
    """
    No search engine shall show as an article what nobody has said.
    """
    frame = frame_of(PAGE, make_story(slug="penally", demonstration="yes"))

    assert '"Article"' not in "".join(frame.structured_data)
