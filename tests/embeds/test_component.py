"""
The element <welcome-stories> shows the newest stories of a feed on other people's pages.
"""

import threading

import brotli
import pytest

from tests.embeds.conftest import COMPONENT, FEED, PAGE, SCRIPT, change, picture, settle
from tests.embeds.feeds import ARABIC, ARABIC_FEED, NOTICE, make_feed, make_item

TITLES = "() => [...document.querySelector('welcome-stories').shadowRoot.querySelectorAll('.title')].map(own => own.textContent)"
COMPRESSED_MOST = 6 * 1024


def titles(page):
    """The titles that are drawn."""
    return page.evaluate(TITLES)


def lines(locator):
    """The words of an element as a reader sees them, line by line."""
    return [line for line in locator.inner_text().split("\n") if line]


def test_three_newest_stories_are_shown(visit):
    """
    Three stories are drawn where no number is said, each with its kind, title, summary, writer and day, and the links inside are gone.
    """
    page = visit.open(make_feed())

    assert ["Title 1", "Title 2", "Title 3"] == titles(page)
    first = page.locator("article").first
    assert ["Story", "Title 1", "Words 1.", "Writer 1", "20 November 2026"] == lines(first)
    assert "https://stories.example/stories/1/" == first.locator("h3 a").get_attribute("href")
    assert "2026-11-20" == first.locator("time").get_attribute("datetime")
    assert "Stories of a test" == page.get_by_role("list", name="Stories of a test").get_attribute("aria-label")
    assert page.get_by_role("link", name="A link inside").is_hidden()


def test_site_is_named_with_a_link(visit):
    """
    Below the stories stands whose they are, with a link to all of them.
    """
    page = visit.open(make_feed())
    end = page.locator(".end")

    assert "Stories of a test All stories" == " ".join(end.inner_text().split())
    assert "https://stories.example/" == end.get_by_role("link", name="All stories").get_attribute("href")


def test_links_inside_are_shown_without_script(visit):
    """
    Whoever has no script sees the links that stand inside the element.
    """
    visit.serve(make_feed())
    visit.write()
    page = visit.window(java_script_enabled=False)
    page.goto(visit.group.url + "/")

    assert page.get_by_role("link", name="A link inside").is_visible()
    assert [] == visit.site.paths()


def test_links_inside_are_shown_while_the_feed_is_on_its_way(visit):
    """
    Until the feed is there, the links inside are shown, and it is said that something is on its way.
    """
    answer = visit.serve(make_feed())
    answer.wait = threading.Event()
    visit.write()
    page = visit.window()
    page.goto(visit.group.url + "/")

    assert page.get_by_role("link", name="A link inside").is_visible()
    assert 1 == page.locator("[aria-busy=true]").count()
    answer.wait.set()
    settle(page)
    assert ["Title 1", "Title 2", "Title 3"] == titles(page)


def test_notes_stand_before_the_summary(visit):
    """
    What a reader should know beforehand comes before the words, and a demonstration says what it is.
    """
    noted = make_item(
        own={"content_note": "Mentions waiting.", "demonstration": True, "demonstration_note": "A trial."}
    )
    unsaid = make_item(own={"demonstration": True})
    page = visit.open(make_feed(noted, unsaid))

    assert [["A trial.", "Mentions waiting.", "Words 1."], ["Demonstration", "Words 1."]] == [
        article.locator(".note, .summary").all_inner_texts() for article in page.locator("article").all()
    ]


def test_summary_is_used_where_there_is_nothing_better(visit):
    """
    Feeds of others have no field for the words alone: their summary is shown.
    """
    item = {name: value for name, value in make_item().items() if name != "_welcome"}
    page = visit.open(make_feed(item))

    assert "Summary 1 with its note and its source." == page.locator(".summary").inner_text()


def test_what_is_gone_is_not_shown_and_the_next_story_takes_its_place(visit):
    """
    Notices are for programs that keep copies; the element reads the feed each time and keeps none.
    """
    notice = {**NOTICE, "image": f"{visit.site.url}/old.png"}
    visit.site.answers["/old.png"] = picture()
    page = visit.open(make_feed(notice, make_item(2)))

    assert 1 == page.locator("article").count()
    assert "This piece is no longer available" not in page.locator("article").inner_text()
    assert [SCRIPT, FEED] == visit.site.paths()


def test_arabic_runs_from_right_to_left(visit):
    """
    A text has its own language and direction, and its day is told in that language; the one beside it keeps its own.
    """
    page = visit.open(make_feed(ARABIC, make_item(2)))
    arabic, english = page.locator("article").all()

    assert ("ar", "rtl") == (arabic.get_attribute("lang"), arabic.get_attribute("dir"))
    assert ("en-GB", "ltr") == (english.get_attribute("lang"), english.get_attribute("dir"))
    assert "نوفمبر" in arabic.locator("time").inner_text()
    assert "November" in english.locator("time").inner_text()


def test_direction_that_is_none_is_found_in_the_words(visit):
    """
    Where an item tells no direction, its first letters do.
    """
    page = visit.open(make_feed(make_item(title="عنوان", own={"dir": "up"}), make_item(2, {"dir": None})))

    assert ["auto", "auto"] == [own.get_attribute("dir") for own in page.locator("article").all()]


def test_feed_in_arabic_begins_at_the_right(visit):
    """
    The whole element follows the direction of its feed, whatever that of the page.
    """
    page = visit.open(ARABIC_FEED)
    name, more = (page.locator(".end").get_by_text(words).bounding_box() for words in ("قصص ترحيب", "كل القصص"))

    assert ("rtl", "ar") == tuple(page.locator(".stories").get_attribute(own) for own in ("dir", "lang"))
    assert page.locator(".title").first.evaluate("own => getComputedStyle(own).direction") == "rtl"
    assert more["x"] < 640 < page.locator(".end").bounding_box()["width"] and name is not None


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Pacific/Kiritimati"])
def test_day_is_the_same_everywhere(visit, zone):
    """
    A text of the 20th is of the 20th on every side of the world.
    """
    page = visit.open(make_feed(make_item(date_published="2026-11-20T23:30:00-05:00")), timezone_id=zone)

    assert "20 November 2026" == page.locator("time").inner_text()


def test_day_is_told_in_english_where_the_browser_does_not_know_the_language(visit):
    """
    No browser knows every language; the day then says that it is English, and not that of the reader's machine.
    """
    page = visit.open(make_feed(make_item(language="tlh")), locale="de-DE")

    assert "20 November 2026" == page.locator("time[lang=en-GB]").inner_text()


def test_count_is_from_one_to_twenty(visit):
    """
    As many stories as are asked for, within one and twenty; three where the number is none.
    """
    page = visit.open(make_feed(*map(make_item, range(1, 31))))
    for said, shown in {"1": 1, "5": 5, "0": 1, "99": 20, "many": 3, "-2": 1, "": 3}.items():
        change(page, "count", said)
        assert (said, shown) == (said, len(titles(page)))


def test_changed_attributes_draw_anew_and_ask_for_nothing(visit):
    """
    Another number, heading, language or choice of pictures is drawn from the feed that is there.
    """
    visit.site.answers["/one.png"] = picture()
    page = visit.open(make_feed(make_item(1, image=f"{visit.site.url}/one.png"), make_item(2)))
    asked = visit.site.paths()
    change(page, "count", "1")
    assert ["Title 1"] == titles(page)
    change(page, "heading", "2")
    assert "H2" == page.locator(".title").evaluate("own => own.tagName")
    assert 1 == page.locator("article img").count()
    change(page, "pictures", "no")
    assert 0 == page.locator("article img").count()
    change(page, "count", None)
    assert ["Title 1", "Title 2"] == titles(page)

    assert asked == visit.site.paths()


def test_heading_has_a_level_that_fits(visit):
    """
    Titles have the level the page asks for, and never that of the page's own title.
    """
    page = visit.open(make_feed(make_item()))
    for said, level in {"2": "H2", "6": "H6", "1": "H2", "9": "H6", "x": "H3"}.items():
        change(page, "heading", said)
        assert (said, level) == (said, page.locator(".title").evaluate("own => own.tagName"))


def test_last_feed_wins(visit):
    """
    Where another feed is asked for while the first is on its way, the first is not shown when it comes.
    """
    slow = visit.serve(make_feed(make_item(1)))
    slow.wait = threading.Event()
    visit.serve(make_feed(make_item(2)), "/feeds/other/feed.json")
    visit.write()
    page = visit.window()
    page.goto(visit.group.url + "/")
    change(page, "feed", visit.site.url + "/feeds/other/feed.json")
    assert ["Title 2"] == titles(page)
    with page.expect_event("requestfinished", lambda request: request.url == visit.feed_url):
        slow.wait.set()

    assert ["Title 2"] == titles(page)


def test_feed_that_goes_away_leaves_the_links(visit):
    """
    Without its feed the element shows the links inside again.
    """
    page = visit.open(make_feed())
    change(page, "feed", None)

    assert [] == titles(page)
    assert page.get_by_role("link", name="A link inside").is_visible()


def test_moved_element_keeps_its_stories(visit):
    """
    An element that a page moves about reads its feed once.
    """
    page = visit.open(make_feed())
    page.evaluate("() => document.body.prepend(document.querySelector('welcome-stories'))")
    settle(page)

    assert 3 == len(titles(page))
    assert [SCRIPT, FEED] == visit.site.paths()


def test_language_of_the_page_serves_where_the_feed_has_none(visit):
    """
    Where neither item nor feed tells its language, that of the element counts.
    """
    page = visit.open(make_feed(make_item(language=None), language=None), 'feed="FEED" lang="fr"')

    assert "20 novembre 2026" == page.locator("time").inner_text()
    assert "fr" == page.locator("article").get_attribute("lang")


def test_script_may_stand_twice_on_a_page(visit):
    """
    Two elements may come with two scripts, as people paste them.
    """
    visit.site.answers["/embeds/again.js"] = visit.site.answers[SCRIPT]
    visit.serve(make_feed())
    visit.write(page=PAGE + '<script type="module" src="{site}/embeds/again.js"></script>')
    page = visit.window()
    page.goto(visit.group.url + "/")
    settle(page)

    assert 3 == len(titles(page))


def test_script_is_small():
    """
    The script weighs less than 6 KB as it is sent, even by hosts that compress while they send.
    """
    assert len(brotli.compress(COMPONENT.read_bytes(), quality=5)) < COMPRESSED_MOST
